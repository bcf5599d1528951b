"""Backups: sound, few, never fewer than they were by mistake, and easy to go back to."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.catalogue.text import Text
from careerdesk.errors import WriteProblem
from careerdesk.student import BackupProblem, DamagedStudentFile, StudentFile, backups, copies
from careerdesk.student.backups import DAYS, MONTHS, NEWEST, WEEKS, Backup, Backups, to_keep
from careerdesk.student.document import read_document

NURSE = Text("Nurse", "Jururawat")
MOMENTS = st.datetimes(datetime(1980, 1, 1), datetime(2099, 12, 31), timezones=st.just(UTC))


def full_disk(_: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def session(folder: Path, role_id: str) -> None:
    """Open the file, add a role, and close it, which makes a backup."""
    with StudentFile.open(folder) as student:
        student.add(role_id, NURSE)


def roles(folder: Path) -> list[int]:
    return [listed.counts.roles for listed in Backups(folder).listed()]


def named(moments: list[datetime]) -> list[Backup]:
    """Return backups made at ``moments``, in that order whatever the clock said; newest first."""
    made = [Backup(Path(f"{number}"), number, moment) for number, moment in enumerate(moments)]
    return made[::-1]


def test_each_session_that_changed_something_leaves_a_backup(folder: Path) -> None:
    for number in range(4):
        session(folder, f"role-{number}")
    StudentFile.open(folder).close()
    assert roles(folder) == [4, 3, 2, 1]
    for backup in Backups(folder).all():
        assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600 or os.name == "nt"


def test_a_backup_is_a_student_file_and_says_when_it_was_made(folder: Path) -> None:
    session(folder, "nurse")
    (listed,) = Backups(folder).listed()
    assert abs(datetime.now(UTC) - listed.backup.made_at) < timedelta(minutes=5)
    with closing(sqlite3.connect(listed.backup.path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("SELECT role_id FROM shortlist").fetchall() == [("nurse",)]


def test_the_mirror_says_the_same(folder: Path) -> None:
    with StudentFile.open(folder) as student:
        student.add("nurse", NURSE)
        student.answer("question", 3)
        content, revision = student.content, student.revision
    document = read_document((folder / "mirror.json").read_bytes())
    assert document.content == content
    assert document.revision.saves == revision.saves


@given(st.lists(MOMENTS, max_size=120))
def test_thinning_keeps_the_newest_and_a_few_of_the_old_whatever_the_clock_says(
    moments: list[datetime],
) -> None:
    made = named(moments)
    kept = to_keep(made)
    assert set(made[:NEWEST]) <= kept
    assert len(kept) <= NEWEST + DAYS + WEEKS + MONTHS
    assert not made or kept
    again = [backup for backup in made if backup in kept]
    assert to_keep(again) == kept, "what stays once stays until something newer comes"


def test_a_school_year_leaves_days_weeks_and_months() -> None:
    start = datetime(2026, 1, 5, 8, tzinfo=UTC)
    made = named([start + timedelta(days=day, hours=hour) for day in range(300) for hour in (0, 1)])
    kept = sorted(to_keep(made), key=lambda backup: backup.revision, reverse=True)
    assert [backup.made_at.date() for backup in kept[:NEWEST]] == [
        backup.made_at.date() for backup in made[:NEWEST]
    ]
    assert len({backup.made_at.date() for backup in kept}) >= DAYS
    assert len({(backup.made_at.year, backup.made_at.month) for backup in kept}) == 10
    assert len(kept) <= 25


@pytest.mark.parametrize("year", [1980, 2099])
def test_a_clock_that_is_wrong_costs_no_good_backup(
    folder: Path, monkeypatch: pytest.MonkeyPatch, year: int
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            assert tz is UTC
            return datetime(year, 1, 1, tzinfo=UTC)

    for number in range(6):
        session(folder, f"role-{number}")
    monkeypatch.setattr(backups, "datetime", Clock)
    for number in range(6, 12):
        session(folder, f"role-{number}")
        assert roles(folder)[0] == number + 1, "the newest is the last one made"
    assert len(roles(folder)) >= NEWEST + 1


def test_a_damaged_file_never_becomes_a_backup(folder: Path) -> None:
    session(folder, "nurse")
    before = {backup.path: backup.path.read_bytes() for backup in Backups(folder).all()}
    sound = (folder / "student.sqlite").read_bytes()
    at = sound.index(b"Jururawat")
    for damaged in (b"", b"nonsense", sound[:9000], sound[:at] + b"X" + sound[at + 1 :]):
        with pytest.raises(DamagedStudentFile):
            Backups(folder).write(damaged)
    assert {backup.path: backup.path.read_bytes() for backup in Backups(folder).all()} == before


def test_what_reads_back_otherwise_is_no_backup(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session(folder, "nurse")
    with StudentFile.open(folder) as student:
        student.add("welder", NURSE)
        with monkeypatch.context() as patch:
            patch.setattr(
                backups, "write_whole", lambda path, data, **_: path.write_bytes(data[1:])
            )
            with pytest.raises(BackupProblem, match="earlier backups are unchanged"):
                Backups(folder).write(student.serialized())
        assert roles(folder) == [1]


def test_what_is_kept_is_not_kept_twice(folder: Path) -> None:
    with StudentFile.open(folder) as student:
        student.add("nurse", NURSE)
        first = Backups(folder).write(student.serialized())
        assert Backups(folder).write(student.serialized()) == first
    assert len(Backups(folder).all()) == 1


def test_restoring_is_one_step_that_can_be_undone_and_backs_up_what_there_was(
    folder: Path,
) -> None:
    session(folder, "nurse")
    session(folder, "welder")
    with StudentFile.open(folder) as student:
        student.set_note("nurse", "not backed up yet")
        before = student.content
        undo = []
        student.changed.connect(lambda change: undo.append(change.undo))
        Backups(folder).restore(student, Backups(folder).all()[-1])
        assert student.counts.roles == 1
        assert before in [backup.read().content for backup in Backups(folder).all()]
        student.apply(undo[0])
        assert student.content == before


def test_a_damaged_backup_is_not_offered_and_not_restored(folder: Path) -> None:
    session(folder, "nurse")
    session(folder, "welder")
    newest = Backups(folder).all()[0]
    newest.path.write_bytes(newest.path.read_bytes()[:5000])
    assert roles(folder) == [1]
    with StudentFile.open(folder) as student:
        with pytest.raises(DamagedStudentFile):
            Backups(folder).restore(student, newest)
        assert student.counts.roles == 2


def test_other_files_in_the_folder_are_left_alone(folder: Path) -> None:
    session(folder, "nurse")
    odd = ["r1-x.sqlite", "r00000001-20261399T000000Z.sqlite", "holiday.jpg"]
    for name in odd:
        (folder / "backups" / name).touch()
    for number in range(9):
        session(folder, f"role-{number}")
    assert set(odd) <= {path.name for path in (folder / "backups").iterdir()}


def test_while_a_student_works_copies_are_made_and_backups_now_and_then(
    student: StudentFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(copies.time, "monotonic", lambda: now[0])
    assert not student.copies_due
    counts = []
    for number in range(4):
        student.add(f"role-{number}", NURSE)
        assert student.copies_due
        assert student.copy_job().run().problem is None
        assert not student.copies_due
        counts.append(len(Backups(folder).all()))
        now[0] += copies.BETWEEN_BACKUPS / 2
    assert counts == [1, 1, 2, 2]
    assert len(read_document((folder / "mirror.json").read_bytes()).content.shortlist) == 4


def test_a_copy_that_fails_is_tried_again(
    student: StudentFile, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object, **__: object) -> None:
        raise WriteProblem(name=path.name, folder="x", reason="the disk is full.")

    student.add("nurse", NURSE)
    with monkeypatch.context() as patch:
        for module in (copies, backups):
            patch.setattr(module, "write_whole", refuse)
        assert isinstance(student.copy_job().run().problem, BackupProblem)
        assert student.copies_due
    assert student.copy_job().run().problem is None
    assert not student.copies_due
    assert roles(folder) == [1]


def test_a_job_that_comes_late_does_not_turn_anything_back(
    student: StudentFile, folder: Path
) -> None:
    student.add("nurse", NURSE)
    late = student.copy_job()
    student.add("welder", NURSE)
    assert student.copy_job().run().problem is None
    outcome = late.run()
    assert (outcome.problem, outcome.fork) == (None, None)
    assert len(read_document((folder / "mirror.json").read_bytes()).content.shortlist) == 2


def test_a_copy_that_is_under_way_when_all_is_erased_is_not_made(
    student: StudentFile, folder: Path
) -> None:
    student.add("nurse", NURSE)
    job = student.copy_job(backup=True)
    student.erase()
    assert job.run().problem is None
    student.close()
    assert not (folder / "mirror.json").exists()
    assert Backups(folder).all() == []


def test_closing_with_a_disk_that_is_full_only_costs_the_copies(
    student: StudentFile, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    student.add("nurse", NURSE)
    monkeypatch.setattr("careerdesk.files.os.fsync", full_disk)
    student.close()
    assert not (folder / "mirror.json").exists()


def test_work_in_memory_has_no_copies() -> None:
    with StudentFile.in_memory() as student:
        student.add("nurse", NURSE)
        assert student.copies is None
        assert not student.copies_due
        with pytest.raises(ValueError, match="in memory"):
            student.copy_job()
