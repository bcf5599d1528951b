"""Several students on one computer: guests, codes, finishing, expiring."""

from __future__ import annotations

import os
import stat
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.errors import WriteProblem
from careerdesk.student import (
    StudentFile,
    StudentFileInUse,
    TooLong,
    TooManyGuesses,
    UnknownProfile,
    WrongCode,
    profile_card,
    profiles,
    start,
    wiping,
)
from careerdesk.student.codes import Cost
from careerdesk.student.places import Places
from careerdesk.student.policy import Policy
from careerdesk.student.profile_card import Card, read_card
from careerdesk.student.profiles import Profiles
from careerdesk.student.wiping import YearEnd

NURSE = Text("Nurse", "Jururawat")
CANARY = "zahirah@example.my"
TODAY = date.today()


@pytest.fixture(autouse=True)
def quick_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash fast where the hash is not what is tested."""
    monkeypatch.setattr(profile_card, "USUAL", Cost(n=2, r=8, p=1))


@pytest.fixture
def root(folder: Path) -> Profiles:
    return Profiles(folder)


def work(student: StudentFile, note: str = CANARY) -> StudentFile:
    student.add("nurse", NURSE)
    student.set_note("nurse", note)
    return student


def holding(folder: Path, words: str = CANARY) -> list[str]:
    """Return the files below ``folder`` that hold ``words``."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(
        str(path.relative_to(folder)) for path in files if words.encode() in path.read_bytes()
    )


def test_a_code_reopens_everything(root: Profiles) -> None:
    kept = root.keep(work(root.open_guest()), nickname="  Kak   Ros ")
    before = kept.student.content
    assert kept.problem is None
    kept.student.close()
    with root.open_guest() as guest:
        assert not guest.counts
    profile = root.find(kept.code.upper().replace("-", " "))
    assert (profile.nickname, profile.has_code) == ("Kak Ros", True)
    with root.open(profile) as student:
        assert student.content == before
        assert root.profile_of(student) == profile


def test_the_code_is_kept_nowhere(root: Profiles, folder: Path) -> None:
    kept = root.keep(work(root.open_guest()))
    kept.student.close()
    for words in (kept.code, kept.code.replace("-", "")):
        assert holding(folder, words) == []


def test_each_code_opens_its_own_work(root: Profiles) -> None:
    codes = {}
    for note in ("one", "two", "three"):
        kept = root.keep(work(root.open_guest(), note))
        kept.student.close()
        codes[note] = kept.code
    assert len({profile.card.code.salt for profile in root.known() if profile.card.code}) == 1
    for note, code in codes.items():
        with root.open(root.find(code)) as student:
            assert student.shortlist()[0].note == note


def test_a_new_code_takes_the_place_of_the_old(root: Profiles) -> None:
    first = root.keep(work(root.open_guest()), "Ros")
    second = root.keep(first.student)
    assert second.student is first.student
    second.student.close()
    with pytest.raises(WrongCode):
        root.find(first.code)
    assert root.find(second.code).nickname == "Ros"


def test_wrong_codes_are_said_to_be_wrong_and_then_slowed(
    root: Profiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = root.keep(work(root.open_guest()))
    kept.student.close()
    monkeypatch.setattr("careerdesk.student.guesses.time", SimpleNamespace(time=lambda: 1e9))
    for _ in range(3):
        with pytest.raises(WrongCode):
            root.find("baku baku jiki")
    for typed in (kept.code, "baku baku jiki", "no code"):
        with pytest.raises(TooManyGuesses, match="wait 2 seconds"):
            root.find(typed)
    root._guesses.forget()
    assert root.find(kept.code)
    assert root.wait() == 0.0


def test_what_cannot_be_a_code_costs_no_guess(root: Profiles) -> None:
    for _ in range(10):
        with pytest.raises(WrongCode):
            root.find("tomorrow")
    assert root.wait() == 0.0


def test_finishing_as_a_guest_erases_and_with_a_code_keeps(root: Profiles, folder: Path) -> None:
    guest = root.finish(work(root.open_guest()))
    assert not guest.counts
    assert holding(folder) == []
    kept = root.keep(work(guest))
    root.finish(kept.student).close()
    with root.open(root.find(kept.code)) as student:
        assert student.counts.notes == 1


def test_a_guest_can_be_set_aside_and_found_without_a_code(root: Profiles) -> None:
    guest = root.set_aside(work(root.open_guest()))
    assert not guest.counts
    guest.close()
    (aside,) = root.known()
    assert not aside.has_code
    with root.open(aside) as student:
        assert student.shortlist()[0].note == CANARY
    root.set_aside(root.open_guest()).close()
    assert root.known() == (aside,), "there was nothing to set aside"


def test_nothing_is_changed_where_a_profile_cannot_be_made(root: Profiles, folder: Path) -> None:
    student = work(root.open_guest())
    (folder / "profiles").write_bytes(b"in the way")
    with pytest.raises(Exception, match="cannot be kept"):
        root.keep(student)
    student.set_note("nurse", "goes on")
    student.close()
    with root.open_guest() as student:
        assert student.shortlist()[0].note == "goes on"


@pytest.mark.parametrize("step", ["write_whole", "write_card"])
def test_a_step_that_fails_leaves_the_guest_and_no_profile(
    root: Profiles, folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise WriteProblem(name="x", folder="y", reason="the disk is full.")

    student = work(root.open_guest())
    with monkeypatch.context() as patch:
        patch.setattr(profiles, step, refuse)
        with pytest.raises(WriteProblem):
            root.keep(student)
    assert list((folder / "profiles").iterdir()) == []
    student.set_note("nurse", "goes on")
    student.close()


def test_a_nickname_is_short_optional_and_can_go(root: Profiles) -> None:
    student = work(root.open_guest())
    with pytest.raises(TooLong):
        root.keep(student, "x" * 25)
    kept = root.keep(student)
    profile = root.profile_of(kept.student)
    assert profile is not None
    assert profile.nickname == ""
    assert root.rename(profile, "Ros").nickname == "Ros"
    assert root.known()[0].nickname == "Ros"
    assert root.rename(profile, "").nickname == ""
    kept.student.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows guards files in another way")
def test_nobody_else_may_read_a_profile(root: Profiles, folder: Path) -> None:
    before = os.umask(0)
    try:
        kept = root.keep(work(root.open_guest()), "Ros")
        with pytest.raises(WrongCode):
            root.find("baku-jiki-mita")
        modes = {path: path.stat().st_mode for path in [folder, *folder.rglob("*")]}
        kept.student.close()
    finally:
        os.umask(before)
    assert len(modes) > 5
    for path, mode in modes.items():
        assert stat.S_IMODE(mode) == (0o700 if stat.S_ISDIR(mode) else 0o600), path


def test_one_damaged_card_shuts_nobody_out(root: Profiles) -> None:
    kept = root.keep(work(root.open_guest()))
    kept.student.close()
    (profile,) = root.known()
    for content in (b"", b"\0" * 100, b"[1, 2]", b'{"code": {"n": 1}}'):
        (profile.folder / "profile.json").write_bytes(content)
        assert root.find(kept.code) == profile
    (profile.folder / "profile-copy.json").unlink()
    assert root.known() == ()
    assert "student.sqlite" in holding(profile.folder), "and it is still there"


def test_what_is_gone_is_said_to_be_gone(root: Profiles) -> None:
    root.keep(work(root.open_guest())).student.close()
    (profile,) = root.known()
    root.forget(profile)
    assert root.known() == ()
    with pytest.raises(UnknownProfile):
        root.open(profile)


def age(root: Profiles, days: int) -> None:
    """Make everything look as if last used ``days`` ago."""
    then = TODAY - timedelta(days=days)
    for profile in root.known():
        card = read_card(profile.folder)
        assert card is not None
        profiles.write_card(profile.folder, card.used(then))
    guest = root.root / "student.sqlite"
    if guest.exists():
        seconds = guest.stat().st_mtime - days * 86_400
        os.utime(guest, (seconds, seconds))


def test_idle_guests_expire_and_codes_do_not(root: Profiles, folder: Path) -> None:
    kept = root.keep(work(root.open_guest(), "with a code"))
    kept.student.close()
    root.set_aside(work(root.open_guest())).close()
    work(root.open_guest()).close()
    assert root.expire() == 0
    age(root, 89)
    assert root.expire() == 0
    age(root, 5)
    age(root, 95)
    assert root.expire() == 1
    with root.open_guest() as guest:
        assert not guest.counts
    assert all(name.startswith("wiped/") for name in holding(folder))
    assert YearEnd(Places(folder)).expire(TODAY + timedelta(days=15)) == 2
    assert holding(folder) == []
    assert [profile.has_code for profile in root.known()] == [True]
    assert Profiles(folder, Policy(profile_days=30)).expire() == 1
    assert Profiles(folder, Policy(guest_days=None)).expire(date(2099, 1, 1)) == 0


def test_nothing_expires_because_the_clock_was_set_back(root: Profiles) -> None:
    root.set_aside(work(root.open_guest())).close()
    work(root.open_guest()).close()
    far = (folder := root.root / "student.sqlite").stat().st_mtime + 10 * 365 * 86_400
    os.utime(folder, (far, far))
    with root.open_guest() as guest:
        assert guest.counts
    assert root.expire(date(1980, 1, 1)) == 0
    assert len(root.known()) == 1


def test_a_clock_that_is_years_ahead_for_a_day_costs_nobody_anything(
    root: Profiles, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Ahead(date):
        @classmethod
        def today(cls) -> date:
            return date(2099, 1, 1)

    root.set_aside(work(root.open_guest(), "aside")).close()
    work(root.open_guest(), "guest").close()
    with monkeypatch.context() as patch:
        for module in (start, wiping, profiles):
            patch.setattr(module, "date", Ahead)
        with root.open_guest() as guest:
            assert not guest.counts
        start.tidy(Places(folder))
        assert root.known() == ()
    start.tidy(Places(folder))
    year_end = YearEnd(Places(folder))
    for wiped in year_end.all():
        year_end.undo(wiped)
    assert {"aside", "guest"} == {
        note for note in ("aside", "guest") if holding(folder, note) != []
    }
    with root.open_guest() as guest:
        assert guest.shortlist()[0].note == "guest"
    assert len(root.known()) == 1


def test_what_is_open_somewhere_does_not_expire(root: Profiles, folder: Path) -> None:
    work(root.open_guest()).close()
    root.set_aside(root.open_guest()).close()
    (profile,) = root.known()
    with root.open(profile):
        age(root, 100)
        assert root.expire() == 0
        with pytest.raises(StudentFileInUse):
            root.forget(profile)
    assert holding(folder) != []


def test_a_card_says_no_more_than_it_must(root: Profiles) -> None:
    root.keep(work(root.open_guest())).student.close()
    card = root.known()[0].card
    assert card == Card(made_on=card.made_on, used_on=card.used_on, code=card.code)
    assert card.made_on == TODAY.isoformat(), "a day, and no time of it"
