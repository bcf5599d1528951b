"""What is made, what is opened, and what is left alone."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.errors import CareerdeskError, ExitCode
from careerdesk.student import (
    DamagedStudentFile,
    Lasting,
    NewerStudentFile,
    NoPlaceToSave,
    NotAStudentFile,
    StudentFile,
    StudentFileInUse,
    default_folder,
    opening,
)
from careerdesk.student.problems import NoHome
from careerdesk.student.schema import glance
from careerdesk.student.start import open_anyway
from unfinished import cut_off_a_save

NURSE = Text("Nurse", "Jururawat")

posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows guards files in another way")


@pytest.fixture
def path(folder: Path) -> Path:
    """A closed student file with one role in it."""
    with StudentFile.open(folder) as student:
        student.add("nurse", NURSE)
    return folder / "student.sqlite"


@pytest.fixture
def no_umask() -> Iterator[None]:
    """The most careless account there is."""
    before = os.umask(0)
    yield
    os.umask(before)


def stamp(path: Path, **pragmas: int) -> None:
    """Change the numbers in the header, or ``min_reader``, as another program would."""
    min_reader = pragmas.pop("min_reader", None)
    with closing(sqlite3.connect(path)) as db, db:
        for name, value in pragmas.items():
            db.execute(f"PRAGMA {name} = {value}")
        if min_reader is not None:
            db.execute("UPDATE about SET min_reader = ?", (min_reader,))


def refused(path: Path, error: type[CareerdeskError]) -> CareerdeskError:
    """Open the file, which must raise ``error``, be left as it is, and be free afterwards."""
    before = path.read_bytes(), path.stat().st_mtime_ns
    with pytest.raises(error) as caught:
        StudentFile.open(path.parent)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert not (path.parent / "student.lock").exists()
    return caught.value


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_settings_are_those_that_lose_nothing(student: StudentFile) -> None:
    db = student._db
    expected = {
        "journal_mode": "truncate",
        "synchronous": 2,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "temp_store": 2,
    }
    assert {name: db.execute(f"PRAGMA {name}").fetchone()[0] for name in expected} == expected


def test_a_removed_note_is_not_left_in_the_file(folder: Path) -> None:
    with StudentFile.open(folder) as student:
        student.add("nurse", NURSE)
        student.set_note("nurse", "canary " * 200)
        assert b"canary" in (folder / "student.sqlite").read_bytes()
    with StudentFile.open(folder) as student:
        student.remove("nurse")
    files = [path for path in folder.iterdir() if path.name.startswith("student.")]
    assert {path.name for path in files} >= {"student.sqlite", "student.sqlite-journal"}
    assert [path for path in files if b"canary" in path.read_bytes()] == []


@posix_only
@pytest.mark.usefixtures("no_umask")
def test_nobody_else_may_read_anything_whatever_the_umask(folder: Path) -> None:
    with StudentFile.open(folder) as student:
        student.add("nurse", NURSE)
        files = {file.name: mode(file) for file in folder.iterdir()}
    assert files == dict.fromkeys(
        ["student.sqlite", "student.sqlite-journal", "student.lock"], 0o600
    )
    assert (mode(folder), mode(folder.parent)) == (0o700, 0o700)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs two accounts")
def test_another_account_can_read_nothing(folder: Path, tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        with StudentFile.open(folder) as student:
            student.add("nurse", NURSE)
            student.copy_job(backup=True).run()
            paths = [path for path in folder.rglob("*") if path.is_file()]
            assert {path.name for path in paths} >= {"student.sqlite", "mirror.json"}
            for step in [tmp_path, *tmp_path.parents[:2], folder.parent, folder]:
                step.chmod(0o755)
            child = os.fork()
            if child == 0:
                os.setgroups([])
                os.setgid(65_534)
                os.setuid(65_534)
                os._exit(sum(os.access(path, os.R_OK) for path in paths))
            assert os.waitpid(child, 0)[1] == 0
    finally:
        os.umask(before)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs two accounts")
@pytest.mark.parametrize("there", ["nothing", "a file to read", "a file of somebody else"])
def test_on_a_place_that_can_only_be_read_the_work_can_be_looked_at(
    folder: Path, tmp_path: Path, there: str
) -> None:
    folder.mkdir(parents=True)
    if there != "nothing":
        with StudentFile.open(folder) as student:
            student.add("nurse", NURSE)
        (folder / "student.sqlite").chmod(0o444 if there == "a file to read" else 0o600)
    for step in [tmp_path, *tmp_path.parents[:2], folder.parent, folder]:
        step.chmod(0o555 if step == folder else 0o755)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    child = os.fork()
    if child == 0:
        os.setgroups([])
        os.setgid(65_534)
        os.setuid(65_534)
        told = 1
        with suppress(Exception), open_anyway(folder) as student:
            assert isinstance(student.problem, NoPlaceToSave)
            assert student.lasting is Lasting.UNTIL_CLOSED
            assert student.has("nurse") == (there == "a file to read")
            student.add("welder", NURSE)
            told = 0
        os._exit(told)
    assert os.waitpid(child, 0)[1] == 0
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


@posix_only
def test_a_file_that_others_could_read_is_closed_to_them(path: Path) -> None:
    path.chmod(0o644)
    StudentFile.open(path.parent).close()
    assert mode(path) == 0o600


@posix_only
def test_an_empty_folder_is_closed_to_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    StudentFile.open(tmp_path).close()
    assert mode(tmp_path) == 0o700


@posix_only
def test_a_folder_with_other_things_in_it_keeps_its_rights(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    (tmp_path / "holiday.jpg").touch()
    StudentFile.open(tmp_path).close()
    assert mode(tmp_path) == 0o755


def test_odd_paths(tmp_path: Path) -> None:
    for name in ("a b%20?#&c", "பயிற்சி 学生", f"{'x' * 200}/{'y' * 200}", "ends."):
        folder = tmp_path / name
        with StudentFile.open(folder) as student:
            student.add("nurse", NURSE)
        with StudentFile.open(folder) as student:
            assert student.has("nurse")
        stamp(folder / "student.sqlite", user_version=99, min_reader=99)
        seen = glance(folder / "student.sqlite")
        assert seen is not None
        assert seen.version == 99
        refused(folder / "student.sqlite", NewerStudentFile)


def test_a_file_from_a_newer_program_is_never_touched(path: Path) -> None:
    stamp(path, user_version=9999, min_reader=9999)
    problem = refused(path, NewerStudentFile)
    assert str(path) in str(problem)
    assert problem.exit_code == ExitCode.READ_ONLY


def test_a_newer_file_is_not_touched_even_with_an_unfinished_save(path: Path) -> None:
    stamp(path, user_version=9999, min_reader=9999)
    journal = cut_off_a_save(path)
    before = journal.read_bytes()
    refused(path, NewerStudentFile)
    assert journal.read_bytes() == before


def test_an_unfinished_save_of_ours_is_undone(path: Path) -> None:
    cut_off_a_save(path)
    with StudentFile.open(path.parent) as student:
        assert student.has("nurse")
        assert student.preference("key-0", "none") == "none"


def test_a_newer_file_that_a_glance_cannot_read_is_refused_at_the_second_look(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamp(path, user_version=9999, min_reader=9999)
    monkeypatch.setattr(opening, "glance", lambda _: None)
    refused(path, NewerStudentFile)


def test_a_newer_file_that_we_may_read_opens_and_stays_newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("ALTER TABLE shortlist ADD COLUMN colour TEXT NOT NULL DEFAULT 'blue'")
        db.execute("UPDATE shortlist SET colour = 'red'")
    stamp(path, user_version=2)
    with StudentFile.open(path.parent) as student:
        student.set_note("nurse", "mine")
        student.add("welder", Text("Welder", "Jurukimpal"))
        student.move("welder", 0)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (2,)
        rows = db.execute("SELECT role_id, colour, note FROM shortlist ORDER BY position")
        assert rows.fetchall() == [("welder", "blue", ""), ("nurse", "red", "mine")]


def test_another_programs_database_is_not_touched(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE bookmarks (url)")
    assert "another program" in str(refused(path, NotAStudentFile))


@pytest.mark.parametrize("stamps", [{"application_id": 42}, {"user_version": 0}, {"min_reader": 3}])
def test_ours_with_a_header_that_no_program_wrote_is_damaged(
    path: Path, stamps: dict[str, int]
) -> None:
    stamp(path, **stamps)
    refused(path, DamagedStudentFile)


def test_what_is_no_database_is_not_touched(path: Path) -> None:
    path.write_bytes(b"My essay about nurses. " * 500)
    assert "student.sqlite" in str(refused(path, DamagedStudentFile))


def test_no_damage_is_ever_made_worse(path: Path) -> None:
    """Each file either opens, or is refused as damaged and keeps its bytes."""
    with StudentFile.open(path.parent) as student:
        for number in range(30):
            student.add(f"role-{number}", NURSE)
            student.set_note(f"role-{number}", "note " * 60)
    sound = path.read_bytes()
    outcomes: dict[str, int] = {}
    for place in range(0, len(sound), 997):
        path.write_bytes(sound[:place] + b"\xff\x00\xfe" + sound[place + 3 :])
        before = path.read_bytes()
        try:
            StudentFile.open(path.parent).close()
            outcome = "opened"
        except (DamagedStudentFile, NotAStudentFile, NewerStudentFile) as error:
            outcome = type(error).__name__
        outcomes[outcome] = outcomes.get(outcome, 0) + 1
        assert path.read_bytes() == before
    assert outcomes["DamagedStudentFile"] >= 5


def test_half_a_file_is_damaged(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    refused(path, DamagedStudentFile)


def test_a_file_that_was_begun_and_never_filled_is_filled(folder: Path) -> None:
    folder.mkdir(parents=True)
    path = folder / "student.sqlite"
    path.touch()
    with StudentFile.open(folder) as student:
        student.add("nurse", NURSE)
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
    assert path.stat().st_size > 0
    with StudentFile.open(folder) as student:
        assert student.shortlist() == ()
        student.add("nurse", NURSE)


def test_a_state_that_no_program_wrote_is_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute("INSERT INTO skill_mark VALUES ('care', 'a', 'b', 'perhaps', '', '2026')")
    refused(path, DamagedStudentFile)


def test_a_row_that_no_program_wrote_is_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        db.execute("INSERT INTO about VALUES (2, 1, NULL)")
    refused(path, DamagedStudentFile)


def test_a_lock_is_not_taken_for_damage(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")
        problem = refused(path, StudentFileInUse)
    assert problem.exit_code == ExitCode.IN_USE
    StudentFile.open(path.parent).close()


def test_a_place_that_cannot_be_written_is_named_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NoPlaceToSave, match="that folder does not exist") as caught:
        StudentFile.open(tmp_path / "file" / "careerdesk")
    assert caught.value.exit_code == ExitCode.READ_ONLY
    blocked = tmp_path / "blocked"
    (blocked / "student.sqlite").mkdir(parents=True)
    with pytest.raises(NoPlaceToSave, match="blocked"):
        StudentFile.open(blocked)


@posix_only
def test_the_default_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert default_folder() == tmp_path / ".local/share/careerdesk"
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert default_folder() == tmp_path / "data/careerdesk"


@posix_only
@pytest.mark.parametrize("home", ["/", "/nonexistent"])
def test_an_account_without_a_home(monkeypatch: pytest.MonkeyPatch, home: str) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("HOME", home)
    with pytest.raises(NoHome, match="no folder of its own"):
        default_folder()


@posix_only
@pytest.mark.parametrize("home", [None, "", "relative"])
def test_without_a_home_in_the_environment_the_account_is_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, home: str | None
) -> None:
    import pwd

    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if home is None:
        monkeypatch.delenv("HOME", raising=False)
    else:
        monkeypatch.setenv("HOME", home)
    entry = pwd.struct_passwd(("student", "x", 1, 1, "", str(tmp_path), "/bin/sh"))
    monkeypatch.setattr(pwd, "getpwuid", lambda _: entry)
    assert default_folder() == tmp_path / ".local/share/careerdesk"

    def unknown(_: int) -> None:
        raise KeyError("no such account")

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    with pytest.raises(NoHome):
        default_folder()


def test_opening_and_saving_loads_no_heavy_library(folder: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from careerdesk.catalogue.text import Text
from careerdesk.student import StudentFile, SkillState
for _ in range(2):
    with StudentFile.open(Path({str(folder)!r})) as student:
        student.add("nurse", Text("Nurse", "Jururawat"))
        student.mark_skill("care", Text("Care", "Jagaan"), SkillState.HAVE)
heavy = {{"sqlite_utils", "numpy", "PySide6", "pyqtgraph", "socket", "platformdirs"}}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_file_can_be_carried_away_and_opened_elsewhere(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "stick"
    other.mkdir()
    shutil.copy(path, other)
    with StudentFile.open(other) as student:
        assert student.shortlist()[0].title == NURSE
