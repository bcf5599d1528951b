"""What goes wrong around profiles, and costs nobody their work: kills, lost files, clocks."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import stuck
from careerdesk.catalogue.text import Text
from careerdesk.files import write_whole
from careerdesk.student import (
    EraseProblem,
    SaveProblem,
    StudentFile,
    StudentFileInUse,
    UnknownProfile,
    file,
    profile_card,
    profiles,
    start,
    traces,
)
from careerdesk.student.codes import Cost
from careerdesk.student.guesses import LONGEST, Guesses
from careerdesk.student.profiles import Kept, Profiles
from careerdesk.student.recovery import FoundAgain

NURSE = Text("Nurse", "Jururawat")
CANARY = "zahirah@example.my"
HOLDER = """
import sys, time
from pathlib import Path
from careerdesk.student import StudentFile
student = StudentFile.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def root(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Profiles:
    monkeypatch.setattr(profile_card, "USUAL", Cost(n=2, r=8, p=1))
    return Profiles(folder)


@pytest.fixture
def kept(root: Profiles) -> Kept:
    return root.keep(work(root.open_guest()))


def work(student: StudentFile) -> StudentFile:
    student.add("nurse", NURSE)
    student.set_note("nurse", CANARY)
    return student


def holding(folder: Path) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if CANARY.encode() in path.read_bytes()]


def test_finishing_is_no_matter_of_who_is_the_guest_in_another_window(
    root: Profiles, kept: Kept
) -> None:
    command = [sys.executable, "-c", HOLDER, str(root.root)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with root.finish(kept.student) as guest:
            assert isinstance(guest.problem, StudentFileInUse)
            assert not guest.counts
        with root.open(root.find(kept.code)) as again:
            assert again.counts.notes == 1
        other.kill()


def test_finishing_never_erases_a_profile_whose_cards_are_lost(
    root: Profiles, kept: Kept, folder: Path
) -> None:
    for name in profile_card.CARD_NAMES:
        (kept.student.path or folder).with_name(name).unlink()
    root.finish(kept.student).close()
    assert "student.sqlite" in holding(folder)


def test_a_profile_whose_cards_are_lost_can_get_others_and_no_guest_pays_for_it(
    root: Profiles, kept: Kept, folder: Path
) -> None:
    root.open_guest().close()
    with root.open_guest() as guest:
        guest.add("welder", Text("Welder", "Pengimpal"))
    for name in profile_card.CARD_NAMES:
        (kept.student.path or folder).with_name(name).unlink()
    again = root.keep(kept.student)
    again.student.close()
    with root.open_guest() as guest:
        assert guest.has("welder")
    with root.open(root.find(again.code)) as student:
        assert student.has("nurse")


def test_a_profile_can_be_erased_with_its_code_and_every_copy(tmp_path: Path) -> None:
    root = Profiles(tmp_path / "here", home=tmp_path / "home")
    kept = root.keep(work(root.open_guest()), nickname="Kancil")
    kept.student.copy_job(backup=True).run()
    assert len(holding(tmp_path)) > 2
    with root.erase(kept.student) as guest:
        assert guest.writable
        assert guest.notice is None
    assert holding(tmp_path) == []
    assert root.known() == ()
    assert not [path for path in tmp_path.rglob("*") if b"Kancil" in bytes_of(path)]


def bytes_of(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def test_what_of_an_erased_profile_could_not_be_removed_is_said(
    root: Profiles, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stays(_profile: object) -> None:
        raise EraseProblem(path="card", reason="the computer refused.")

    monkeypatch.setattr(root, "forget", stays)
    with root.erase(kept.student) as guest:
        assert isinstance(guest.notice, EraseProblem)
        with pytest.raises(UnknownProfile):
            root.erase(guest)


@pytest.mark.parametrize("also", [(), ("mirror.json",)])
def test_a_profile_without_its_file_goes_on_with_a_copy(
    root: Profiles, kept: Kept, also: tuple[str, ...]
) -> None:
    kept.student.close()
    profile = root.find(kept.code)
    for name in ("student.sqlite", *also):
        (profile.folder / name).unlink()
    with root.open(profile) as student:
        assert student.shortlist()[0].note == CANARY
        assert isinstance(student.notice, FoundAgain)


def killed_in(act: Callable[[], object]) -> None:
    """Do ``act`` in a process of its own, which must end within it."""
    child = os.fork()
    if child == 0:
        act()
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


STEPS = ["write_card", "sync_folder", "StudentFile.erase"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("does", ["keep", "set_aside"])
def test_what_a_killed_program_left_of_a_profile_is_erased_with_the_guest(
    root: Profiles, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str, does: str
) -> None:
    work(root.open_guest()).close()
    with monkeypatch.context() as patch:
        patch.setattr(f"careerdesk.student.profiles.{step}", lambda *_, **__: os._exit(9))
        killed_in(lambda: getattr(root, does)(start.open_anyway(folder)))
    assert len(holding(folder)) > 1
    with root.finish(root.open_guest()) as guest:
        assert not guest.counts
    assert holding(folder) == []
    assert root.known() == ()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_what_was_put_aside_before_the_kill_stays(
    root: Profiles, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("careerdesk.student.moving.end", lambda _: os._exit(9))
        killed_in(lambda: root.set_aside(work(root.open_guest())))
    with root.open_guest() as guest:
        assert not guest.counts
    (aside,) = root.known()
    with root.open(aside) as again:
        assert again.counts.notes == 1
    assert not (folder / "moving").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_kill_while_the_old_file_is_overwritten_is_no_damage(
    root: Profiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    wipe = traces._wipe

    def overwrite_and_die(path: Path) -> None:
        if path.name.endswith("student.sqlite") or path.name.startswith(".student.sqlite"):
            path.write_bytes(bytes(path.stat().st_size))
            os._exit(9)
        wipe(path)

    with monkeypatch.context() as patch:
        patch.setattr(traces, "_wipe", overwrite_and_die)
        killed_in(lambda: root.set_aside(work(root.open_guest())))
    with root.open_guest() as guest:
        assert guest.notice is None
        assert not guest.counts
    assert not (root.root / ".student.sqlite.gone").exists()
    assert len(root.known()) == 1


@pytest.mark.parametrize("words", [b"", b"..", b"\xff", b"x" * 9999, b"/"])
def test_a_damaged_note_of_a_move_takes_nothing_away(
    root: Profiles, kept: Kept, folder: Path, words: bytes
) -> None:
    kept.student.close()
    work(root.open_guest()).close()
    (folder / "moving").write_bytes(words)
    with root.open_guest() as guest:
        assert guest.counts.notes == 1
    assert len(root.known()) == 1


def test_a_profile_that_holds_something_else_is_not_taken_for_a_copy(
    root: Profiles, kept: Kept, folder: Path
) -> None:
    kept.student.close()
    work(root.open_guest()).close()
    with root.open_guest() as guest:
        guest.set_note("nurse", "another guest")
    (folder / "moving").write_text(root.known()[0].id)
    root.open_guest().close()
    assert len(root.known()) == 1


def test_what_a_killed_program_left_in_the_home_folder_is_erased(
    folder: Path, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    with StudentFile.open(folder, home=home) as student:
        work(student)
        student.copy_job(backup=True).run()
        (home / ".student.sqlite.x1y2").write_text(CANARY)
        (home / "mine.txt").write_text("not ours")
        student.erase()
    assert holding(tmp_path) == []
    assert (home / "mine.txt").exists()


def test_a_stick_that_goes_as_the_profile_gets_its_name_leaves_the_guest(
    root: Profiles, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_folder: Path) -> None:
        raise OSError(5, "gone")

    student = work(root.open_guest())
    with monkeypatch.context() as patch:
        patch.setattr(profiles, "sync_folder", gone)
        with pytest.raises(Exception, match="does not answer"):
            root.keep(student)
    assert list((folder / "profiles").iterdir()) == []
    student.set_note("nurse", "goes on")
    student.close()


class Clock:
    """A clock that somebody sets."""

    def __init__(self) -> None:
        self.now = 1_000_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("careerdesk.student.guesses.time", clock)
    return clock


def test_the_pause_goes_on_after_a_restart(tmp_path: Path, clock: Clock) -> None:
    for _ in range(5):
        Guesses(tmp_path / "guesses.json").count()
    clock.now += 3
    assert Guesses(tmp_path / "guesses.json").wait() == 5.0


def test_a_clock_that_was_set_back_costs_one_pause_and_no_more(
    tmp_path: Path, clock: Clock
) -> None:
    guesses = Guesses(tmp_path / "guesses.json")
    for _ in range(5):
        guesses.count()
    clock.now -= 365 * 86_400
    assert guesses.wait() == 8.0
    clock.now += 7
    assert guesses.wait() == 1.0
    clock.now += 1
    assert guesses.wait() == 0.0


@pytest.mark.parametrize("wrong", ["1e9", "99999", "1" * 400, "-7", "NaN", '"x"', "null"])
def test_a_damaged_count_shuts_nobody_out(tmp_path: Path, clock: Clock, wrong: str) -> None:
    path = tmp_path / "guesses.json"
    write_whole(path, f'{{"wrong": {wrong}, "last": {clock.now}}}'.encode())
    guesses = Guesses(path)
    assert 0 <= guesses.wait() <= LONGEST
    guesses.count()
    clock.now += LONGEST
    assert guesses.wait() == 0.0


def out_of_reach(home: Path) -> None:
    home.rename(home.with_name("elsewhere"))
    home.write_bytes(b"the server is down")


def test_a_home_folder_out_of_reach_keeps_nobody_from_starting_afresh(tmp_path: Path) -> None:
    root = Profiles(tmp_path / "here", home=tmp_path / "home")
    student = work(root.open_guest())
    student.copy_job().run()
    out_of_reach(tmp_path / "home")
    with root.set_aside(student) as guest:
        assert guest.notice is not None
        guest.add("welder", Text("Welder", "Pengimpal"))
        assert not guest.has("nurse")


def test_erasing_says_which_copy_is_out_of_reach_and_makes_up_for_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with StudentFile.open(tmp_path / "here", home=home) as student:
        work(student).copy_job().run()
        out_of_reach(home)
        with pytest.raises(EraseProblem, match="home"):
            student.erase()
    home.unlink()
    home.with_name("elsewhere").rename(home)
    assert holding(home) == ["student.sqlite"]
    StudentFile.open(tmp_path / "here", home=home).close()
    assert holding(tmp_path) == []


@pytest.mark.parametrize("makes_room", ["the copies", "the file itself"])
def test_on_a_full_disk_a_guest_is_cleared_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, makes_room: str
) -> None:
    root = Profiles(tmp_path / "here", home=tmp_path / "home")
    student = work(root.open_guest())
    student.copy_job(backup=True).run()
    write, full = file.write, student._db

    def fail(db: sqlite3.Connection, *rest: object, **options: object) -> object:
        there = makes_room == "the file itself" or (tmp_path / "here" / "mirror.json").exists()
        if db is full and there:
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error
        return write(db, *rest, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(file, "write", fail)
    with root.finish(student) as guest:
        assert guest.writable
        assert not guest.counts
    assert holding(tmp_path) == []


def test_what_cannot_be_written_for_another_reason_is_not_erased_by_halves(
    root: Profiles, folder: Path
) -> None:
    student = work(root.open_guest())
    student.copy_job(backup=True).run()
    before = holding(folder)
    stuck.lock(student)
    with pytest.raises(SaveProblem):
        root.finish(student)
    assert holding(folder) == before
    stuck.unlock(student)
    student.set_note("nurse", "goes on")
    student.close()
