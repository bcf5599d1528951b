"""The year-end wipe takes all students, can be undone for a while, and touches nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.student import StudentFile, StudentFileInUse, WrongCode, profile_card
from careerdesk.student.backups import Backups
from careerdesk.student.codes import Cost
from careerdesk.student.places import Places
from careerdesk.student.policy import Policy
from careerdesk.student.profiles import Profiles
from careerdesk.student.start import tidy
from careerdesk.student.wiping import YearEnd

NURSE = Text("Nurse", "Jururawat")
CANARY = b"canary of 5 Amanah"


@pytest.fixture
def root(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Profiles:
    monkeypatch.setattr(profile_card, "USUAL", Cost(n=2, r=8, p=1))
    return Profiles(folder)


@pytest.fixture
def code(root: Profiles) -> str:
    """The code of a profile, beside a guest who has worked too."""
    kept = root.keep(work(root.open_guest(), "profile"))
    kept.student.close()
    work(root.open_guest(), "guest").close()
    return kept.code


@pytest.fixture
def year_end(folder: Path) -> YearEnd:
    return YearEnd(Places(folder))


def work(student: StudentFile, role_id: str) -> StudentFile:
    student.add(role_id, NURSE)
    student.set_note(role_id, CANARY.decode())
    return student


def guest(root: Profiles) -> list[str]:
    with root.open_guest() as student:
        return [item.role_id for item in student.shortlist()]


def holding(folder: Path) -> int:
    files = (path for path in folder.rglob("*") if path.is_file())
    return sum(CANARY in path.read_bytes() for path in files)


def test_one_action_takes_everybody(root: Profiles, code: str, year_end: YearEnd) -> None:
    wiped = year_end.wipe()
    assert wiped.profiles == 1
    assert guest(root) == []
    assert root.known() == ()
    with pytest.raises(WrongCode):
        root.find(code)


def test_it_can_be_undone(root: Profiles, code: str, year_end: YearEnd) -> None:
    year_end.wipe()
    (wiped,) = year_end.all()
    year_end.undo(wiped)
    assert year_end.all() == ()
    assert guest(root) == ["guest"]
    with root.open(root.find(code)) as student:
        assert student.has("profile")


def test_whoever_came_since_stays(root: Profiles, code: str, year_end: YearEnd) -> None:
    wiped = year_end.wipe()
    newer = root.keep(work(root.open_guest(), "new profile"))
    newer.student.close()
    work(root.open_guest(), "new guest").close()
    year_end.undo(wiped)
    assert guest(root) == ["new guest"]
    assert root.find(newer.code)
    assert root.find(code)
    (aside,) = (profile for profile in root.known() if not profile.has_code)
    with root.open(aside) as student:
        assert student.has("guest")


@pytest.mark.usefixtures("code")
def test_when_the_days_are_over_nothing_is_left(folder: Path, year_end: YearEnd) -> None:
    year_end.wipe()
    assert holding(folder) > 0
    for days, erased in ((0, 0), (14, 0), (-9000, 0), (15, 1), (15, 0)):
        assert year_end.expire(date.today() + timedelta(days=days)) == erased
    assert holding(folder) == 0
    assert year_end.all() == ()
    assert YearEnd(Places(folder), Policy(undo_days=0)).expire() == 0


@pytest.mark.usefixtures("code")
def test_tidying_up_keeps_to_the_policy(root: Profiles, folder: Path, year_end: YearEnd) -> None:
    root.set_aside(work(root.open_guest(), "aside")).close()
    year_end.wipe()
    tidy(Places(folder))
    assert len(year_end.all()) == 1
    tidy(Places(folder), Policy(undo_days=-1))
    assert year_end.all() == ()
    assert holding(folder) == 0


@pytest.mark.usefixtures("code")
def test_nobody_is_wiped_while_somebody_works(
    root: Profiles, folder: Path, year_end: YearEnd
) -> None:
    before = holding(folder)
    with root.open_guest(), pytest.raises(StudentFileInUse):
        year_end.wipe()
    with root.open(root.known()[0]), pytest.raises(StudentFileInUse):
        year_end.wipe()
    assert holding(folder) == before
    assert year_end.all() == ()


def test_other_files_and_the_catalogue_are_not_touched(
    folder: Path, code: str, year_end: YearEnd, root: Profiles
) -> None:
    catalogue = folder / "catalogue.sqlite"
    catalogue.write_bytes(b"the catalogue")
    (folder / "essay.txt").write_text("mine")
    year_end.wipe()
    assert catalogue.read_bytes() == b"the catalogue"
    assert (folder / "essay.txt").read_text() == "mine"
    year_end.undo(year_end.all()[0])
    assert root.find(code)


@pytest.mark.parametrize("at", ["backups", "mirror.json", "student.sqlite"])
def test_a_wipe_that_was_cut_off_is_gone_on_with(
    root: Profiles, code: str, year_end: YearEnd, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    rename = Path.rename

    def cut_off(path: Path, target: Path) -> Path:
        if path.name == at:
            raise OSError(5, "cut off")
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", cut_off)
        with pytest.raises(Exception, match="does not answer"):
            year_end.wipe()
    with root.open_guest() as there:
        assert there.has("guest")
        assert there.notice is None, "it was not lost"
    year_end.wipe()
    assert guest(root) == []
    for wiped in year_end.all():
        year_end.undo(wiped)
    assert guest(root) == ["guest"]
    assert root.find(code)


def test_a_wipe_that_was_cut_off_can_be_undone_without_the_rest(
    root: Profiles, code: str, year_end: YearEnd, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def cut_off(path: Path, target: Path) -> Path:
        if path.name == "student.sqlite":
            raise OSError(5, "cut off")
        return rename(path, target)

    before = [backup.path.name for backup in Backups(folder).all()]
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", cut_off)
        with pytest.raises(Exception, match="does not answer"):
            year_end.wipe()
    year_end.undo(year_end.all()[0])
    assert [backup.path.name for backup in Backups(folder).all()] == before != []
    assert guest(root) == ["guest"]
    assert root.find(code)


def test_two_wipes_are_undone_one_by_one(root: Profiles, year_end: YearEnd) -> None:
    for role_id in ("first", "second"):
        work(root.open_guest(), role_id).close()
        year_end.wipe()
    second, first = year_end.all()
    year_end.undo(second)
    assert guest(root) == ["second"]
    year_end.undo(first)
    assert guest(root) == ["second"]
    assert len(root.known()) == 1


def test_a_home_folder_does_not_bring_back_what_was_wiped(tmp_path: Path) -> None:
    places = Places(tmp_path / "here", tmp_path / "home")
    root, year_end = Profiles(places.working, home=places.home), YearEnd(places)
    work(root.open_guest(), "guest").close()
    year_end.wipe()
    assert guest(root) == []
    year_end.undo(year_end.all()[0])
    assert guest(root) == ["guest"]


def test_profiles_from_another_computer_are_taken_from_the_home_folder_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(profile_card, "USUAL", Cost(n=2, r=8, p=1))
    home = tmp_path / "home"
    there = Profiles(tmp_path / "there", home=home)
    kept = there.keep(work(there.open_guest(), "elsewhere"))
    kept.student.close()
    here, year_end = (
        Profiles(tmp_path / "here", home=home),
        YearEnd(Places(tmp_path / "here", home)),
    )
    here.open_guest().close()
    assert year_end.wipe().profiles == 1
    with pytest.raises(WrongCode):
        here.find(kept.code)
    year_end.undo(year_end.all()[0])
    with here.open(here.find(kept.code)) as student:
        assert student.has("elsewhere")


def test_two_computers_wipe_into_one_home_folder_and_lose_nothing(tmp_path: Path) -> None:
    places = [Places(tmp_path / name, tmp_path / "home") for name in ("one", "two")]
    for number, place in enumerate(places):
        root = Profiles(place.working, home=place.home)
        work(root.open_guest(), f"guest {number}").close()
        YearEnd(place).wipe()
    wiped = sorted((tmp_path / "home" / "wiped").glob("*/guest/student.sqlite"))
    assert [b"guest 0" in path.read_bytes() for path in wiped] == [True, False]
    assert [b"guest 1" in path.read_bytes() for path in wiped] == [False, True]


@pytest.mark.parametrize("card", [b"", b"{", b'{"on": "x", "profiles": 1}', b"[" * 9999])
def test_a_wipe_with_a_damaged_card_can_be_undone_and_is_never_written_over(
    root: Profiles, code: str, year_end: YearEnd, folder: Path, card: bytes
) -> None:
    year_end.wipe()
    (folder / "wiped" / "1" / "wiped.json").write_bytes(card)
    work(root.open_guest(), "second").close()
    year_end.wipe()
    second, first = year_end.all()
    assert (first.number, first.profiles) == (1, 1)
    year_end.undo(first)
    assert guest(root) == ["guest"]
    with root.open(root.find(code)) as student:
        assert student.has("profile")
    year_end.undo(second)
    assert len(root.known()) == 2


def test_a_wipe_with_a_damaged_card_is_erased_in_the_end(
    root: Profiles, year_end: YearEnd, folder: Path
) -> None:
    work(root.open_guest(), "guest").close()
    year_end.wipe()
    (folder / "wiped" / "1" / "wiped.json").write_bytes(b"")
    assert year_end.expire(date.today() + timedelta(days=20)) == 1
    assert holding(folder) == 0
