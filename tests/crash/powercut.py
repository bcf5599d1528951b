"""Records our own saves, and opens the disk as a power cut at any moment may leave it.

``python powercut.py FOLDER STORY STATES [--no-sync]``, below ``disk.c``, prints a tally as JSON.
``--no-sync`` takes SQLite's syncs away, which is the fault that the test must be able to see.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

from forking import in_child, library
from simulated_disk import Disk, recorded

from careerdesk.student import StudentFile, opening
from careerdesk.student.backups import Backups
from careerdesk.student.document import read_document
from careerdesk.student.replay import replay
from careerdesk.student.start import open_anyway

GOLDEN = Path(__file__).parent.parent / "student" / "golden" / "v1.sql"
SEED = 7
DAMAGE = b"damaged by a failing disk"


def actions() -> list[bytes]:
    """Return actions of every kind, some of them large."""
    lines: list[dict[str, object]] = []
    for number in range(8):
        lines += [
            {"do": "add", "role": f"role-{number}"},
            {"do": "note", "role": f"role-{number}", "text": f"note {number} " * 150},
            {"do": "tick", "skill": f"skill-{number}"},
            {"do": "answer", "question": f"question-{number}", "points": 1 + number % 5},
            {"do": "move", "role": f"role-{number}", "to": 0},
        ]
    lines += [{"do": "remove", "role": f"role-{number}"} for number in range(0, 8, 2)]
    return [json.dumps(line).encode() for line in lines]


def begin(top: Path, story: str) -> None:
    """Make what is on the disk before the recording begins."""
    top.mkdir(parents=True)
    if story == "upgrade":
        (top / "desk").mkdir()
        with closing(sqlite3.connect(top / "desk" / "student.sqlite")) as db:
            db.executescript(GOLDEN.read_text(encoding="utf-8"))
    if story == "recovery":
        with StudentFile.open(top / "desk") as student:
            list(replay(student, actions()[:12]))
        path = top / "desk" / "student.sqlite"
        path.write_bytes(DAMAGE + path.read_bytes()[len(DAMAGE) :])


def record(top: Path, log: Path) -> None:
    """Do all actions in a child, below ``top``, and write to ``log`` what the disk saw."""

    def act(_: object) -> None:
        with open_anyway(top / "desk") as student:
            assert student.problem is None
            for number in replay(student, actions()):
                library.disk_mark(number)

    def prepare() -> None:
        handle = os.open(log, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        library.disk_record(os.fsencode(top), handle)

    told = in_child(act, prepare)
    assert not told.crash, told.crash


def states(story: str, top: Path) -> list[object]:
    """Return the content after each number of actions, from none."""
    with StudentFile.in_memory() as student:
        if story != "saves":
            with open_anyway(top / "desk") as old:
                student.become(old.content)
        found = [bare(student)]
        found += [bare(student) for _ in replay(student, actions())]
    return found


def bare(student: StudentFile) -> object:
    """Return everything in a student file but the times."""
    content = student.content
    return (
        [(item.role_id, item.note) for item in content.shortlist],
        {key: mark.state for key, mark in content.skill_marks.items()},
        {key: said.points for key, said in content.answers.items()},
    )


def look(story: str, folder: Path, expected: list[object], acks: int) -> str:
    """Return what is wrong with the disk below ``folder``; empty if all is well."""
    try:
        path = folder / "desk" / "student.sqlite"
        kept = [path, *path.parent.glob("quarantine/*.sqlite")] if story == "recovery" else []
        assert not kept or any(path.read_bytes().startswith(DAMAGE) for path in kept)
        opened = open_anyway if story == "recovery" and acks == 0 else StudentFile.open
        with opened(folder / "desk") as student:
            found = bare(student)
        for backup in Backups(folder / "desk").all():
            backup.read()
        mirror = folder / "desk" / "mirror.json"
        if mirror.exists():
            read_document(mirror.read_bytes())
    except Exception as error:
        return f"corrupt: {type(error).__name__}"
    if found not in expected[acks : acks + 2]:
        return "lost" if found in expected else "corrupt: what was never there"
    return ""


def main(place: Path, story: str, wanted: int) -> dict[str, Any]:
    """Rebuild and open about ``wanted`` states, spread over the whole recording."""
    if "--no-sync" in sys.argv:
        opening._SETTINGS = opening._SETTINGS.replace("synchronous = FULL", "synchronous = OFF")
    top, twin, log = place / "top", place / "twin", place / "log"
    begin(top, story)
    shutil.copytree(top, twin)
    expected = states(story, twin)
    disk = Disk(top)
    record(top, log)
    ops = list(recorded(log.read_bytes()))
    tally: Counter[str] = Counter(states=0, ops=len(ops), acks=0, lost=0, corrupt=0)
    chance = random.Random(SEED)
    due = 0.0
    for op in ops:
        disk.play(op)
        due += wanted / len(ops)
        while due >= 1:
            due -= 1
            folder = place / "found"
            shutil.rmtree(folder, ignore_errors=True)
            disk.rebuild(folder, chance)
            wrong = look(story, folder, expected, disk.acks)
            tally["states"] += 1
            if wrong:
                tally[wrong.partition(":")[0]] += 1
                tally[f"{wrong} (after {disk.acks} acknowledged)"] += 1
    tally["acks"] = disk.acks
    return dict(tally)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
