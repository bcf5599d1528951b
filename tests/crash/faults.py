"""Fails each call that an operation makes on its disk, in turn, and looks what is left.

``python faults.py FOLDER OPERATION STRIDE [--lie]``, below ``disk.c``, prints a tally as JSON. With
``--lie`` everything is acknowledged, whatever became of it: the fault that the tests must see.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from forking import FAULTS, arm, in_child

from careerdesk.catalogue.text import Text
from careerdesk.errors import CareerdeskError
from careerdesk.student import SkillState, StudentFile, erasing, profile_card
from careerdesk.student.backups import Backups
from careerdesk.student.codes import Cost
from careerdesk.student.profiles import Profiles
from careerdesk.student.start import open_anyway

Ack = Callable[[Any], None]
GOLDEN = Path(__file__).parent.parent / "student" / "golden"
CANARY = "Ask Puan Siti about the hostel."
NAME = Text("Name", "Nama")
LIE = "--lie" in sys.argv
profile_card.USUAL = Cost(n=2, r=8, p=1)


class Save:
    """Twelve saves, and the copies at the end."""

    @staticmethod
    def prepare(folder: Path) -> None:
        with StudentFile.open(folder) as student:
            student.add("first", NAME)

    @staticmethod
    def act(folder: Path, ack: Ack) -> None:
        with contextlib.suppress(CareerdeskError), StudentFile.open(folder) as student:
            for number in range(12):
                with tolerant(ack, number):
                    save(student, number)

    @staticmethod
    def check(folder: Path, acks: list[Any]) -> None:
        with StudentFile.open(folder) as student:
            missing = [number for number in acks if not is_saved(student, number)]
            assert not missing, f"acknowledged and not there: {missing}"
            assert student.has("first")
        for backup in Backups(folder).all():
            backup.read()


class Begin(Save):
    """The same where there is no folder yet."""

    @staticmethod
    def prepare(folder: Path) -> None:
        pass

    @staticmethod
    def check(folder: Path, acks: list[Any]) -> None:
        with StudentFile.open(folder) as student:
            missing = [number for number in acks if not is_saved(student, number)]
            assert not missing, f"acknowledged and not there: {missing}"


class Backup:
    """A backup, where there are others."""

    @staticmethod
    def prepare(folder: Path) -> None:
        for number in range(3):
            with StudentFile.open(folder) as student:
                student.add(f"role-{number}", NAME)

    @staticmethod
    def act(folder: Path, ack: Ack) -> None:
        with tolerant(ack, "backup"), StudentFile.open(folder) as student:
            student.answer("question", 5)
            Backups(folder).write(student.serialized())

    @staticmethod
    def check(folder: Path, acks: list[Any]) -> None:
        backups = Backups(folder).all()
        found = [len(backup.read().content.shortlist) for backup in backups]
        answers = [len(backup.read().content.answers) for backup in backups]
        assert sorted(set(found)) == [1, 2, 3], f"a good backup is gone: {found}"
        assert not acks or 1 in answers, "acknowledged and not there"


class Restore:
    """Going back to a backup."""

    @staticmethod
    def prepare(folder: Path) -> None:
        for number in range(3):
            with StudentFile.open(folder) as student:
                student.add(f"role-{number}", NAME)

    @staticmethod
    def act(folder: Path, ack: Ack) -> None:
        with tolerant(ack, "restore"), StudentFile.open(folder) as student:
            backups = Backups(folder)
            backups.restore(student, backups.all()[-1])

    @staticmethod
    def check(folder: Path, acks: list[Any]) -> None:
        with StudentFile.open(folder) as student:
            assert len(student.shortlist()) in ((1,) if acks else (1, 3))
        found = {len(backup.read().content.shortlist) for backup in Backups(folder).all()}
        assert found == {1, 2, 3}, f"a good backup is gone: {found}"


class Upgrade:
    """Opening a file of the first schema."""

    @staticmethod
    def prepare(folder: Path) -> None:
        folder.mkdir(parents=True)
        with contextlib.closing(sqlite3.connect(folder / "student.sqlite")) as db:
            db.executescript((GOLDEN / "v1.sql").read_text(encoding="utf-8"))

    @staticmethod
    def act(folder: Path, ack: Ack) -> None:
        with tolerant(ack, "upgrade"), StudentFile.open(folder) as student:
            assert student.shortlist()[0].role_id == "mlops-engineer"

    @staticmethod
    def check(folder: Path, _acks: list[Any]) -> None:
        with StudentFile.open(folder) as student:
            assert [item.role_id for item in student.shortlist()] == ["mlops-engineer", "nurse"]
            assert len(student.skill_marks()) == 3


class Recover:
    """Opening a file that is damaged, and has copies."""

    @staticmethod
    def prepare(folder: Path) -> None:
        with StudentFile.open(folder) as student:
            student.add("nurse", NAME)
        path = folder / "student.sqlite"
        path.write_bytes(b"damaged" + path.read_bytes()[7:])

    @staticmethod
    def act(folder: Path, ack: Ack) -> None:
        with tolerant(ack, "recover"), open_anyway(folder) as student:
            if student.problem is not None:
                raise student.problem
            student.answer("question", 5)

    @staticmethod
    def check(folder: Path, acks: list[Any]) -> None:
        data = (folder / "student.sqlite").read_bytes()
        kept = [path.read_bytes()[:7] for path in folder.glob("quarantine/*.sqlite")]
        assert data[:7] == b"damaged" or b"damaged" in kept, "the damaged file is gone"
        with open_anyway(folder) as student:
            assert student.problem is None
            assert student.has("nurse")
            assert not acks or "question" in student.answers()


class Keep:
    """Giving a guest's work a code."""

    @staticmethod
    def prepare(folder: Path) -> None:
        with Profiles(folder).open_guest() as student:
            student.add("nurse", NAME)

    @staticmethod
    def act(folder: Path, ack: Ack) -> None:
        with tolerant(ack, "keep") as told:
            profiles = Profiles(folder)
            student = profiles.open_guest()
            if student.problem is not None:
                raise student.problem
            kept = profiles.keep(student)
            told.append(kept.code)
            kept.student.close()

    @staticmethod
    def check(folder: Path, acks: list[Any]) -> None:
        profiles = Profiles(folder)
        if acks and not LIE:
            with profiles.open(profiles.find(acks[0][1])) as student:
                assert student.has("nurse")
            return
        with profiles.open_guest() as student:
            found = [student.has("nurse")]
        for profile in profiles.known():
            with profiles.open(profile) as student:
                found.append(student.has("nurse"))
        assert any(found), "the work is nowhere"
        assert not acks, "acknowledged without a code"


class Erase:
    """Erasing everything."""

    @staticmethod
    def prepare(folder: Path) -> None:
        for number in range(2):
            with StudentFile.open(folder) as student:
                student.add("nurse", NAME)
                student.set_note("nurse", f"{CANARY} {number}")

    @staticmethod
    def act(folder: Path, ack: Ack) -> None:
        with tolerant(ack, "erase"), StudentFile.open(folder) as student:
            if (problem := erasing.erase(student)) is not None:
                raise problem

    @staticmethod
    def check(folder: Path, acks: list[Any]) -> None:
        files = [path for path in folder.rglob("*") if path.is_file()]
        left = [path.name for path in files if CANARY.encode() in path.read_bytes()]
        assert not (acks and left), f"erased, they said, and left in {left}"
        with StudentFile.open(folder) as student:
            assert len(student.shortlist()) in ((0,) if acks else (0, 1))


OPERATIONS = {
    kind.__name__.lower(): kind
    for kind in (Save, Begin, Backup, Restore, Upgrade, Recover, Keep, Erase)
}


@contextlib.contextmanager
def tolerant(ack: Ack, what: object) -> Any:
    """Acknowledge ``what`` unless a problem says, in words for a student, that it was not done."""
    told: list[object] = []
    try:
        yield told
    except (CareerdeskError, LookupError):
        if not LIE:
            return
    ack([what, *told] if told else what)


def save(student: StudentFile, number: int) -> None:
    """Do save ``number``, of one of four kinds."""
    match number % 4:
        case 0:
            student.add(f"role-{number}", NAME)
        case 1:
            student.set_note(f"role-{number - 1}", f"note {number} " * 50)
        case 2:
            student.mark_skill(f"skill-{number}", NAME, SkillState.HAVE)
        case 3:
            student.answer(f"question-{number}", 4)


def is_saved(student: StudentFile, number: int) -> bool:
    """Tell whether save ``number`` is in the file."""
    match number % 4:
        case 0:
            return student.has(f"role-{number}")
        case 1:
            notes = {item.role_id: item.note for item in student.shortlist()}
            return notes.get(f"role-{number - 1}") == f"note {number} " * 50
        case 2:
            return f"skill-{number}" in student.skill_marks()
        case _:
            return f"question-{number}" in student.answers()


def main(place: Path, name: str, stride: int) -> dict[str, Any]:
    """Fail every ``stride``-th call of the operation in each way, until it gets through."""
    operation = OPERATIONS[name]
    template, folder = place / "template", place / "work"
    operation.prepare(template)
    tally: Counter[str] = Counter(runs=0, problems=0)
    for fault in FAULTS:
        number = 1
        while True:
            shutil.rmtree(folder, ignore_errors=True)
            if template.exists():
                shutil.copytree(template, folder)
            told = in_child(
                lambda ack: operation.act(folder, ack),
                lambda fault=fault, number=number: arm(folder, number, fault),  # type: ignore[misc]
            )
            if not told.hits:
                break
            tally["runs"] += 1
            try:
                assert not told.crash, told.crash
                operation.check(folder, told.acks)
            except Exception as error:
                tally["problems"] += 1
                tally[f"{fault.name}, call {number}: {type(error).__name__} {error}"[:1500]] += 1
            number += stride
    return dict(tally)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))))
