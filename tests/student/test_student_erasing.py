"""What erasing meets that it cannot help: a file that stays, another guest, a network that goes."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.errors import WriteProblem
from careerdesk.student import (
    EraseProblem,
    SaveProblem,
    StudentFile,
    StudentFileInUse,
    file,
    profile_card,
    profiles,
    traces,
)
from careerdesk.student.codes import Cost
from careerdesk.student.erasing import erase
from careerdesk.student.places import Places
from careerdesk.student.profiles import Profiles
from careerdesk.student.wiping import YearEnd

NURSE = Text("Nurse", "Jururawat")


@pytest.fixture
def root(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Profiles:
    monkeypatch.setattr(profile_card, "USUAL", Cost(n=2, r=8, p=1))
    return Profiles(folder, home=tmp_path / "home")


def work(student: StudentFile) -> StudentFile:
    student.add("nurse", NURSE)
    return student


def cut_network(patch: pytest.MonkeyPatch, home: Path) -> None:
    """Let each look at ``home`` fail, as when the server that it lies on goes down."""

    def patched(name: str) -> None:
        real = getattr(os, name)

        def asked(path: object = ".", *rest: object, **options: object) -> object:
            if isinstance(path, str | os.PathLike) and Path(path).is_relative_to(home):
                raise OSError(errno.ENOTCONN, "down", str(path))
            return real(path, *rest, **options)

        patch.setattr(os, name, asked)

    for name in ("stat", "scandir", "listdir"):
        patched(name)


def no_room() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database or disk is full")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL
    return error


def test_what_stays_on_a_full_disk_is_told_and_the_next_guest_can_work(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Profiles(folder)
    student = work(root.open_guest())
    wipe = traces._wipe

    def held(path: Path) -> None:
        if "student.sqlite" in path.name:
            raise PermissionError(errno.EACCES, "held")
        wipe(path)

    def full(*_: object, **__: object) -> None:
        raise no_room()

    with monkeypatch.context() as patch:
        patch.setattr(file, "write", full)
        patch.setattr(traces, "_wipe", held)
        guest = root.finish(student)
    assert isinstance(guest.notice, EraseProblem)
    guest.add("welder", Text("Welder", "Pengimpal"))
    guest.close()


def test_a_copy_that_stays_does_not_keep_the_work_itself(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    student = work(StudentFile.open(folder))
    student.copy_job(backup=True).run()
    write, wipe = file.write, traces._wipe

    def full_until_copies_go(*rest: object, **options: object) -> object:
        if (folder / "mirror.json").exists():
            raise no_room()
        return write(*rest, **options)  # type: ignore[arg-type]

    def held(path: Path) -> None:
        if path.parent.name == "backups":
            raise PermissionError(errno.EACCES, "held")
        wipe(path)

    monkeypatch.setattr(file, "write", full_until_copies_go)
    monkeypatch.setattr(traces, "_wipe", held)
    with pytest.raises(EraseProblem, match="backups"):
        erase(student)
    assert not student.counts
    student.close()


def test_whoever_is_quicker_to_be_the_next_guest_costs_nobody_their_window(
    root: Profiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(*_: object) -> StudentFile:
        raise StudentFileInUse(host="lab-3", time="now")

    student = work(root.open_guest())
    monkeypatch.setattr(profiles, "open_guest", taken)
    with root.finish(student) as guest:
        assert isinstance(guest.problem, StudentFileInUse)
        assert not guest.counts


def test_a_profile_that_could_not_be_made_leaves_no_card_in_the_home_folder(
    root: Profiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> StudentFile:
        raise SaveProblem(folder="here", reason="full")

    student = work(root.open_guest())
    with monkeypatch.context() as patch:
        patch.setattr(StudentFile, "open", full)
        with pytest.raises(SaveProblem):
            root.keep(student, nickname="Kancil")
    assert root.known() == ()
    assert list(tmp_path.glob("home/profiles/*")) == []
    student.close()


def test_who_erases_in_another_window_costs_nobody_what_they_are_keeping(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Profiles(folder)
    with root.open_guest() as other:
        work(other)
        write_card = profiles.write_card

        def erase_meanwhile(begun: Path, card: profile_card.Card) -> None:
            other.erase()
            begun.mkdir(exist_ok=True)
            write_card(begun, card)

        student = work(StudentFile.in_memory())
        with monkeypatch.context() as patch:
            patch.setattr(profiles, "write_card", erase_meanwhile)
            with pytest.raises(WriteProblem):
                root.keep(student)
        assert student.has("nurse")
    assert root.known() == ()


def test_a_network_that_goes_is_told_by_who_erases_a_profile(
    root: Profiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    student = root.keep(work(root.open_guest())).student
    profile = root.profile_of(student)
    student.close()
    assert profile is not None
    with monkeypatch.context() as patch:
        cut_network(patch, tmp_path / "home")
        with pytest.raises(EraseProblem, match="network"):
            root.forget(profile)


def test_a_network_that_is_gone_lets_nobody_be_wiped(
    root: Profiles, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root.keep(work(root.open_guest())).student.close()
    with monkeypatch.context() as patch:
        cut_network(patch, tmp_path / "home")
        with pytest.raises(WriteProblem, match="network"):
            YearEnd(Places(folder, tmp_path / "home")).wipe()
    assert len(root.known()) == 1


def test_copies_that_were_begun_do_not_come_after_the_file_itself_went(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    student = work(StudentFile.open(folder))
    job = student.copy_job(backup=True)

    def full(db: sqlite3.Connection, *rest: object, **options: object) -> object:
        if db is held:
            raise no_room()
        return write(db, *rest, **options)  # type: ignore[arg-type]

    write, held = file.write, student._db
    monkeypatch.setattr(file, "write", full)
    assert erase(student) is None
    job.run()
    assert b"nurse" not in b"".join(
        path.read_bytes() for path in folder.rglob("*") if path.is_file()
    )


def test_copies_that_were_begun_do_not_come_into_the_cleared_place_of_the_guest(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = Profiles(folder)
    student = work(root.open_guest())
    job = student.copy_job(backup=True)

    def fails(_: StudentFile) -> None:
        raise SaveProblem(folder="here", reason="locked")

    with monkeypatch.context() as patch:
        patch.setattr(StudentFile, "erase", fails)
        root.keep(student).student.close()
    job.run()
    assert not (folder / "mirror.json").exists()
    assert not (folder / "backups").exists()
