"""A save that fails is said to have failed, and nothing that was kept is lost."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.errors import ExitCode
from careerdesk.student import Change, NoPlaceToSave, SaveProblem, StudentFile, file, writing

NURSE = Text("Nurse", "Jururawat")
LONG = "note " * 300

needs_proc = pytest.mark.skipif(
    not Path("/proc/self/fd").exists(), reason="needs to reach into its own open files"
)


def pages(student: StudentFile, limit: int | None = None) -> int:
    """Return how many pages the file has; with ``limit``, let it have no more than so many."""
    if limit is not None:
        student._db.execute(f"PRAGMA max_page_count = {limit}")
    count: int = student._db.execute("PRAGMA page_count").fetchone()[0]
    return count


def test_on_a_full_disk_nothing_is_lost_and_nobody_is_told_otherwise(student: StudentFile) -> None:
    student.add("nurse", NURSE)
    before = student.shortlist()
    heard: list[Change] = []
    student.changed.connect(heard.append)
    pages(student, limit=pages(student))
    with pytest.raises(SaveProblem, match="the disk is full") as caught:
        fill(student)
    assert caught.value.exit_code == ExitCode.READ_ONLY
    saved = len(heard)
    kept = student.shortlist()
    assert len(kept) >= len(before)

    pages(student, limit=1000)
    student.set_note("nurse", "there is room again")
    assert len(heard) == saved + 1
    assert len(student.shortlist()) == len(kept)


def fill(student: StudentFile) -> None:
    for number in range(100):
        student.add(f"role-{number}", NURSE)
        student.set_note(f"role-{number}", LONG)


def test_a_save_that_was_made_after_all_is_shown(
    student: StudentFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite can fail to tidy up after the change has reached the disk."""
    write = file.write

    def write_and_fail(*values: Any, **named: Any) -> None:
        write(*values, **named)
        raise sqlite3.OperationalError("disk I/O error")

    monkeypatch.setattr(file, "write", write_and_fail)
    with pytest.raises(SaveProblem):
        student.add("nurse", NURSE)
    assert student.has("nurse")


@needs_proc
def test_a_stick_that_is_pulled_out_is_named_and_what_was_shown_stays(folder: Path) -> None:
    with StudentFile.open(folder) as student:
        student.add("nurse", NURSE)
        before = student.shortlist()
        heard: list[Change] = []
        student.changed.connect(heard.append)
        pull_out(folder)
        for _ in range(2):
            with pytest.raises(SaveProblem, match="does not answer"):
                student.set_note("nurse", "lost")
        assert student.shortlist() == before
        assert heard == []
    with StudentFile.open(folder) as student:
        assert student.shortlist() == before


def pull_out(folder: Path) -> None:
    """Make every file in ``folder`` that this process has open fail from now on."""
    dead, other = os.pipe()
    for link in Path("/proc/self/fd").iterdir():
        if link.exists() and folder in link.readlink().parents:
            os.dup2(dead, int(link.name))
    os.close(dead)
    os.close(other)


@pytest.mark.skipif(os.name == "nt", reason="Windows removes no file that is open")
def test_a_file_that_is_removed_while_it_is_open_is_not_said_to_be_saved(
    student: StudentFile, folder: Path
) -> None:
    student.add("nurse", NURSE)
    (folder / "student.sqlite").rename(folder / "elsewhere.sqlite")
    with pytest.raises(SaveProblem, match="could not be saved"):
        student.set_note("nurse", "lost")
    (folder / "elsewhere.sqlite").rename(folder / "student.sqlite")
    student.set_note("nurse", "kept")
    folder.rename(folder.with_name("pulled out"))
    with pytest.raises(SaveProblem, match="that folder does not exist"):
        student.set_note("nurse", "lost")
    assert not student.is_taken_over


def test_a_save_that_is_interrupted_leaves_nothing_half_done(
    student: StudentFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: sqlite3.Connection) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(writing, "read_content", interrupt)
        with pytest.raises(KeyboardInterrupt):
            student.add("nurse", NURSE)
    student.add("welder", Text("Welder", "Jurukimpal"))
    assert [item.role_id for item in student.shortlist()] == ["welder"]


LIMITED = """
import resource, sys
from pathlib import Path
from careerdesk.catalogue.text import Text
from careerdesk.student import NoPlaceToSave, SaveProblem, StudentFile
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
try:
    student = StudentFile.open(Path(sys.argv[1]))
except NoPlaceToSave as problem:
    sys.exit(problem.exit_code)
with student:
    for number in range(1000):
        try:
            student.add(f"role-{number}", Text("Nurse", "Jururawat"))
            student.set_note(f"role-{number}", "note " * 300)
        except SaveProblem as problem:
            assert len(student.shortlist()) in (number, number + 1)
            print(number, flush=True)
            sys.exit(problem.exit_code)
"""


@pytest.mark.skipif(os.name == "nt", reason="needs a limit on the size of files")
@pytest.mark.parametrize("limit", [0, 4096, 16_384, 40_000, 65_536, 100_001])
def test_where_files_may_not_grow_every_save_is_whole_or_refused(folder: Path, limit: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(folder), str(limit)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == ExitCode.READ_ONLY, done.stderr
    saved = int(done.stdout or 0)
    assert bool(saved) == (limit > 50_000)
    with StudentFile.open(folder) as student:
        items = student.shortlist()
        assert len(items) in (saved, saved + 1)
        assert all(item.note == "note " * 300 for item in items[:saved])
        student.add("more", NURSE)


def test_without_any_space_the_desk_is_told_at_the_start(folder: Path) -> None:
    folder.parent.mkdir()
    folder.symlink_to("/proc")
    with pytest.raises(NoPlaceToSave) as caught:
        StudentFile.open(folder)
    with StudentFile.in_memory(caught.value) as student:
        student.add("nurse", NURSE)
        assert student.problem is caught.value
        assert not student.writable
