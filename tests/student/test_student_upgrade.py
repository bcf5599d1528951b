"""Upgrades keep everything, or leave the file as it was.

The machinery is driven by two made-up versions after the latest one.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from careerdesk.catalogue.text import Text
from careerdesk.student import (
    Content,
    DamagedStudentFile,
    NewerStudentFile,
    SkillState,
    StudentFile,
    UpgradeProblem,
    upgrade,
)
from careerdesk.student.schema import APPLICATION_ID, SCHEMA, Identity, Schema, identify
from careerdesk.student.upgrade import copy_before
from student_contents import contents

if TYPE_CHECKING:
    from sqlite_utils import Database

GOLDEN = Path(__file__).parent / "golden"
WHY = "why TEXT NOT NULL DEFAULT '',"


def add_colour(db: Database) -> None:
    db["shortlist"].add_column("colour", str, not_null_default="blue")


def add_moods(db: Database) -> None:
    db["mood"].create({"day": str, "points": int}, pk="day", strict=True)
    db["shortlist"].transform(types={"position": float})


V3 = Schema(
    version=SCHEMA.version + 1,
    min_reader=SCHEMA.min_reader,
    tables=SCHEMA.tables.replace(WHY, f"{WHY} colour TEXT NOT NULL DEFAULT 'blue',"),
    steps=(*SCHEMA.steps, add_colour),
)
V4 = Schema(
    version=SCHEMA.version + 2,
    min_reader=SCHEMA.version + 2,
    tables=V3.tables.replace("position INTEGER", "position REAL")
    + "CREATE TABLE mood (day TEXT PRIMARY KEY, points INTEGER) STRICT;",
    steps=(*V3.steps, add_moods),
)


@pytest.fixture
def old(folder: Path) -> Path:
    """A student file of version 1, with something of everything in it."""
    folder.mkdir(parents=True)
    load(folder, "v1.sql")
    return folder / "student.sqlite"


def load(folder: Path, name: str) -> None:
    with closing(sqlite3.connect(folder / "student.sqlite")) as db:
        db.executescript((GOLDEN / name).read_text(encoding="utf-8"))


def shape_of(path: Path) -> dict[str, set[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as db:
        assert upgrade.is_sound(db)
        return upgrade.shape(db)


def dump(path: Path) -> tuple[list[str], Identity]:
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump()), identify(db)


def content_of(folder: Path, schema: Schema) -> tuple[object, ...]:
    with StudentFile.open(folder, schema=schema) as student:
        marks = dict(student.skill_marks())
        return student.shortlist(), marks, student.preference("language", "en")


@pytest.mark.parametrize("version", range(1, SCHEMA.version + 1))
def test_a_file_of_every_released_version_opens_with_all_that_is_in_it(
    folder: Path, version: int
) -> None:
    folder.mkdir(parents=True)
    load(folder, f"v{version}.sql")
    with StudentFile.open(folder) as student:
        first, second = student.shortlist()
        assert first.role_id == "mlops-engineer"
        assert first.title == Text("MLOps Engineer", "Jurutera MLOps")
        assert first.note == "Ask at the fair; it's on Friday.\nBring results."
        assert (second.role_id, second.why) == ("nurse", "Saya suka membantu orang 🙂")
        marks = student.skill_marks()
        assert {skill: mark.state for skill, mark in marks.items()} == {
            "python": SkillState.HAVE,
            "statistics": SkillState.LEARNING,
            "teamwork": SkillState.NOT_YET,
        }
        assert marks["python"].proof == "Robot club, Form 4"
        assert student.preference("language", "en") == "ms"
        assert {key: said.points for key, said in student.answers().items()} == (
            {} if version < 2 else {"fix-a-bicycle": 5, "write-a-story": 1}
        )


def test_every_version_has_the_steps_that_lead_to_it() -> None:
    for schema in (SCHEMA, V3, V4):
        assert len(schema.steps) == schema.version - 1
        assert schema.min_reader <= schema.version


@pytest.mark.parametrize("start", [1, 2, 3])
def test_an_upgraded_file_is_what_a_new_one_is(old: Path, tmp_path: Path, start: int) -> None:
    if start > 1:
        old.unlink()
        StudentFile.open(old.parent, schema=SCHEMA if start == 2 else V3).close()
    StudentFile.open(old.parent, schema=V4).close()
    StudentFile.open(tmp_path / "new", schema=V4).close()
    new = tmp_path / "new" / "student.sqlite"
    assert shape_of(old) == shape_of(new)
    for path in (old, new):
        with closing(sqlite3.connect(path)) as db:
            assert identify(db) == (APPLICATION_ID, V4.version, V4.version, False, True)


def test_step_by_step_and_at_once_end_alike(old: Path, tmp_path: Path) -> None:
    at_once = tmp_path / "at-once"
    at_once.mkdir()
    load(at_once, "v1.sql")
    before = content_of(old.parent, SCHEMA)
    assert content_of(old.parent, V3) == before
    assert content_of(old.parent, V4) == before
    assert content_of(at_once, V4) == before
    assert shape_of(old) == shape_of(at_once / "student.sqlite")


@settings(max_examples=15, deadline=None)
@given(contents())
def test_nothing_that_a_student_may_keep_is_changed_by_an_upgrade(content: Content) -> None:
    found = []
    for schemas in ((V3, V4), (V4,)):
        with tempfile.TemporaryDirectory() as place:
            with StudentFile.open(Path(place)) as student:
                student.become(content)
            for schema in schemas:
                StudentFile.open(Path(place), schema=schema).close()
            with StudentFile.open(Path(place), schema=V4) as student:
                found.append(student.content)
    assert found == [content, content]


def test_what_it_was_before_is_kept_beside_it(old: Path) -> None:
    before = dump(old)
    content_of(old.parent, V3)
    kept = old.with_name("student-before-v3.sqlite")
    assert dump(kept) == before
    assert kept.stat().st_mode & 0o777 == 0o600
    assert old.stat().st_mode & 0o777 == 0o600
    names = {file.name for file in old.parent.iterdir()}
    assert names <= {old.name, kept.name, "student.sqlite-journal"}


def test_only_its_own_leftovers_are_cleared_away(old: Path) -> None:
    leftovers = [".student.sqlite.x1y2z3", ".student-before-v3.sqlite.x1y2z3"]
    others = [".student-notes", ".students", "student.txt"]
    for name in (*leftovers, *others):
        (old.parent / name).write_text("words")
    StudentFile.open(old.parent, schema=V3).close()
    left = {path.name for path in old.parent.iterdir()}
    assert left & set(leftovers) == set()
    assert left >= set(others)


def test_after_an_upgrade_the_file_is_saved_and_held_as_ever(old: Path) -> None:
    with StudentFile.open(old.parent, schema=V3) as student:
        student.add("chef", Text("Chef", "Cef"))
        journal_mode = student._db.execute("PRAGMA journal_mode").fetchone()
        assert journal_mode == ("truncate",)
        with (
            closing(sqlite3.connect(old, timeout=0)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("SELECT * FROM shortlist")
    with StudentFile.open(old.parent, schema=V3) as student:
        assert student.has("chef")


def test_the_older_program_reads_on_only_where_it_may(old: Path) -> None:
    before = content_of(old.parent, V3)
    assert content_of(old.parent, SCHEMA) == before
    content_of(old.parent, V4)
    with pytest.raises(NewerStudentFile):
        StudentFile.open(old.parent, schema=V3)


def fail(_: Database) -> None:
    raise RuntimeError("broken step")


def lose(db: Database) -> None:
    add_colour(db)
    db["preference"].drop()


@pytest.mark.parametrize("step", [fail, lose, lambda _: None], ids=["fails", "loses", "idles"])
def test_a_broken_step_leaves_the_file_as_it_was(
    old: Path, step: Callable[[Database], None]
) -> None:
    before = old.read_bytes()
    with pytest.raises(UpgradeProblem, match="safe and unchanged"):
        StudentFile.open(old.parent, schema=V3._replace(steps=(*SCHEMA.steps, step)))
    assert old.read_bytes() == before
    assert not (old.parent / "student.lock").exists()
    content_of(old.parent, V3)


def test_a_damaged_file_is_not_upgraded(old: Path) -> None:
    old.write_bytes(old.read_bytes()[:-4096])
    before = old.read_bytes()
    with pytest.raises(DamagedStudentFile):
        StudentFile.open(old.parent, schema=V3)
    assert old.read_bytes() == before
    assert [file.name for file in old.parent.glob("*before*")] == []


def test_a_copy_that_is_not_sound_goes_no_further(old: Path) -> None:
    with closing(sqlite3.connect(old)) as db:
        with db:
            db.execute("PRAGMA ignore_check_constraints = ON")
            db.execute("INSERT INTO about (id, min_reader) VALUES (2, 1)")
        before = old.read_bytes()
        with pytest.raises(DamagedStudentFile):
            upgrade.upgrade(db, old, V3)
    assert [file.name for file in old.parent.iterdir()] == [old.name]
    assert old.read_bytes() == before


class Tracer:
    """Calls ``at_line`` with the number of each line that the upgrade is about to run."""

    def __init__(self, at_line: Callable[[int], None]) -> None:
        self.at_line = at_line
        self.lines = 0

    def __call__(self, frame: FrameType, event: str, _: object) -> Tracer | None:
        if not frame.f_code.co_filename.endswith(
            ("student/upgrade.py", "student/opening.py", "careerdesk/files.py")
        ):
            return None
        if event == "line":
            self.lines += 1
            self.at_line(self.lines)
        return self

    def open(self, folder: Path, schema: Schema) -> None:
        """Open and close the student file in ``folder`` under this tracer."""
        before = sys.gettrace()
        sys.settrace(self)
        try:
            StudentFile.open(folder, schema=schema).close()
        finally:
            sys.settrace(before)


def cut_off_in_child(folder: Path, schema: Schema, stop: int) -> bool:
    """Open the student file in a process that ends, without tidying up, at line ``stop``.

    Return whether it came so far; if not, the upgrade was over before.
    """

    def end_at(line: int) -> None:
        if line == stop:
            os._exit(0)

    child = os.fork()
    if child == 0:
        try:
            Tracer(end_at).open(folder, schema)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1] == 0


@pytest.mark.skipif(os.name == "nt", reason="needs fork")
@pytest.mark.parametrize("stride", [3, pytest.param(1, marks=pytest.mark.figures)])
def test_cut_off_at_any_line_the_file_is_the_old_or_the_new_one(old: Path, stride: int) -> None:
    before = old.read_bytes()
    expected = content_of(old.parent, SCHEMA)
    old.write_bytes(before)
    copy_before(old, SCHEMA).unlink()
    seen: list[bytes] = []
    tracer = Tracer(lambda _: seen.append(old.read_bytes()))
    tracer.open(old.parent, V4)
    assert set(seen) == {before, old.read_bytes()}

    versions = []
    stop = 1
    while True:
        old.write_bytes(before)
        if not cut_off_in_child(old.parent, V4, stop):
            break
        stop += stride
        with closing(sqlite3.connect(old)) as db:
            assert upgrade.is_sound(db)
            versions.append(identify(db).version)
        assert content_of(old.parent, V4) == expected
    # A leftover of an earlier cut can spare the upgrade a line or two.
    assert stop > 0.9 * tracer.lines
    assert versions == sorted(versions)
    assert set(versions) == {1, V4.version}
    assert [file.name for file in old.parent.iterdir() if file.name.startswith(".")] == []
