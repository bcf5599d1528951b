"""What was acknowledged is there after ``kill -9``, at whatever moment it comes."""

from __future__ import annotations

import json
import os
import random
import runpy
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from careerdesk.student import StudentFile
from careerdesk.student.replay import replay

SAVER = Path(__file__).with_name("saver.py")
LONGEST_LIFE = 0.06
"""Seconds between a process's first acknowledged save and its end."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs kill -9")
lines: Callable[[int, int], bytes] = runpy.run_path(str(SAVER))["lines"]
LONGEST = 2000
"""Actions that no process lives long enough to do."""


@dataclass
class Tally:
    """What a series of kills did."""

    kills: int = 0
    acknowledged: int = 0
    lost: int = 0
    unfinished: int = 0
    """Kills in the middle of a save, which left a journal to be rolled back."""


class Victim:
    """A student file whose process is killed again and again, and what should be in it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder = folder
        self.random = random.Random(seed)
        self.model = StudentFile.in_memory()
        self.done = 0
        """How many actions the model, and the file, have seen."""
        self.tally = Tally()

    def kill_once(self, *, lying: bool = False) -> None:
        """Let a process save for a moment, kill it, and compare the file with the model."""
        acknowledged = self.done + self._run_and_kill(lying=lying)
        journal = self.folder / "student.sqlite-journal"
        self.tally.unfinished += journal.exists() and journal.stat().st_size > 0
        with StudentFile.open(self.folder) as student:
            found = content(student)
        while content(self.model) != found:
            assert self.done <= acknowledged, "the file holds what no action left behind"
            list(replay(self.model, [lines(self.done, 1)]))
            self.done += 1
        self.tally.kills += 1
        self.tally.lost += max(acknowledged - self.done, 0)

    def _run_and_kill(self, *, lying: bool) -> int:
        """Return how many actions were acknowledged before the kill."""
        script = self.folder.with_name("actions.jsonl")
        script.write_bytes(lines(self.done, LONGEST))
        command = [sys.executable, str(SAVER), str(script), str(self.folder)]
        if not lying:
            told = ["student", "replay", str(script), "--data-dir", str(self.folder)]
            command = [sys.executable, "-m", "careerdesk", *told]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(self.random.uniform(0, LONGEST_LIFE))
            process.kill()
            rest = process.stdout.read()
        whole_lines = (first + rest).split(b"\n")[:-1]
        assert whole_lines, "the process never saved anything"
        assert [json.loads(line)["ack"] for line in whole_lines] == [
            number + 1 for number in range(len(whole_lines))
        ]
        self.tally.acknowledged += len(whole_lines)
        return len(whole_lines)


def content(student: StudentFile) -> tuple[object, ...]:
    """Return everything in a student file but the times."""
    shortlist = [
        (item.role_id, item.position, item.title, item.note, item.why)
        for item in student.shortlist()
    ]
    marks = {key: (mark.state, mark.name) for key, mark in student.skill_marks().items()}
    return shortlist, marks, {key: said.points for key, said in student.answers().items()}


@pytest.mark.parametrize("kills", [25, pytest.param(500, marks=pytest.mark.figures)])
def test_no_acknowledged_save_is_lost(tmp_path: Path, kills: int) -> None:
    victim = Victim(tmp_path / "data", seed=kills)
    for _ in range(kills):
        victim.kill_once()
    tally = victim.tally
    sys.stdout.write(f"kill -9: {tally}\n")
    assert tally.kills == kills
    assert tally.acknowledged > kills
    assert tally.lost == 0


def test_the_control_an_early_acknowledgement_is_found_out(tmp_path: Path) -> None:
    victim = Victim(tmp_path / "data", seed=1)
    for _ in range(10):
        victim.kill_once(lying=True)
        if victim.tally.lost:
            return
    pytest.fail("saves were acknowledged before they were made, and the test saw no loss")
