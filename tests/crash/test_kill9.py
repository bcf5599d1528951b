"""What was acknowledged is there after ``kill -9``, at whatever moment it comes."""

from __future__ import annotations

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

SAVER = Path(__file__).with_name("saver.py")
LONGEST_LIFE = 0.06
"""Seconds between a process's first acknowledged save and its end."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs kill -9")
act: Callable[[StudentFile, int], None] = runpy.run_path(str(SAVER))["act"]


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

    def kill_once(self, *options: str) -> None:
        """Let a process save for a moment, kill it, and compare the file with the model."""
        acknowledged = self._run_and_kill(*options)
        journal = self.folder / "student.sqlite-journal"
        self.tally.unfinished += journal.exists() and journal.stat().st_size > 0
        with StudentFile.open(self.folder) as student:
            found = content(student)
        while content(self.model) != found:
            assert self.done <= acknowledged + 1, "the file holds what no action left behind"
            act(self.model, self.done)
            self.done += 1
        self.tally.kills += 1
        self.tally.lost += max(acknowledged + 1 - self.done, 0)

    def _run_and_kill(self, *options: str) -> int:
        """Return the number of the last action that was acknowledged before the kill."""
        command = [sys.executable, str(SAVER), str(self.folder), str(self.done), *options]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(self.random.uniform(0, LONGEST_LIFE))
            process.kill()
            rest = process.stdout.read()
        whole_lines = (first + rest).split(b"\n")[:-1]
        assert whole_lines, "the process never saved anything"
        self.tally.acknowledged += len(whole_lines)
        return int(whole_lines[-1])


def content(student: StudentFile) -> tuple[object, ...]:
    """Return everything in a student file but the times."""
    shortlist = [
        (item.role_id, item.position, item.title, item.note, item.why)
        for item in student.shortlist()
    ]
    marks = student.skill_marks()
    return shortlist, {key: (mark.state, mark.name, mark.proof) for key, mark in marks.items()}


@pytest.mark.parametrize("kills", [25, pytest.param(500, marks=pytest.mark.figures)])
def test_no_acknowledged_save_is_lost(tmp_path: Path, kills: int) -> None:
    victim = Victim(tmp_path, seed=kills)
    for _ in range(kills):
        victim.kill_once()
    tally = victim.tally
    sys.stdout.write(f"kill -9: {tally}\n")
    assert tally.kills == kills
    assert tally.acknowledged > kills
    assert tally.lost == 0


def test_the_control_an_early_acknowledgement_is_found_out(tmp_path: Path) -> None:
    victim = Victim(tmp_path, seed=1)
    for _ in range(10):
        victim.kill_once("--ack-early")
        if victim.tally.lost:
            return
    pytest.fail("saves were acknowledged before they were made, and the test saw no loss")
