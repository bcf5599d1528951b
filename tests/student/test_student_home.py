"""Homes on a network: the working file stays here, and a copy follows the student."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.student import (
    Lasting,
    NewerStudentFile,
    StudentFile,
    WillNotLast,
    WrongCode,
    home,
    places,
)
from careerdesk.student.backups import Backups
from careerdesk.student.forks import settle
from careerdesk.student.home import HomeProblem, HomeUnreachable
from careerdesk.student.merging import Mode, preview
from careerdesk.student.mounts import Medium, medium_of, medium_of_mount, mount_of, understood
from careerdesk.student.places import usual_places
from careerdesk.student.profiles import Profiles
from careerdesk.student.revision import Order, Revision

NURSE = Text("Nurse", "Jururawat")
WELDER = Text("Welder", "Jurukimpal")
TABLE = r"""
22 1 8:1 / / rw,relatime - ext4 /dev/sda1 rw
23 22 0:5 / /home rw - nfs4 server:/home rw,vers=4.2
24 22 0:6 / /home/local rw - xfs /dev/sdb rw
25 22 0:7 / /media/My\040Stick rw shared:1 - vfat /dev/sdc rw
26 22 0:8 / /tmp rw - tmpfs tmpfs rw
27 22 0:9 / /live rw - overlay /cow rw,lowerdir=/a,upperdir=/cow/upper
28 22 0:9 / /box rw - overlay overlay rw,lowerdir=/a,upperdir=/var/lib/upper,workdir=/w
29 22 0:9 / /ram rw - overlay overlay rw,lowerdir=/a,upperdir=/tmp/upper,workdir=/w
30 22 0:9 / /twice rw - tmpfs tmpfs rw
31 22 0:9 / /twice rw - cifs //server/x rw
nonsense
""".strip()
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows tells drives in another way")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/usr/share", Medium.LOCAL),
        ("/home/aminah/.local/share", Medium.NETWORK),
        ("/home/local/x", Medium.LOCAL),
        ("/homework", Medium.LOCAL),
        ("/media/My Stick/work", Medium.LOCAL),
        ("/tmp/x", Medium.VOLATILE),
        ("/live/home", Medium.VOLATILE),
        ("/box/home", Medium.LOCAL),
        ("/ram/home", Medium.VOLATILE),
        ("/twice", Medium.NETWORK),
    ],
)
def test_the_systems_table_tells_what_a_folder_lies_on(path: str, expected: Medium) -> None:
    mounts = understood(TABLE)
    mount = mount_of(Path(path), mounts)
    assert mount is not None
    assert medium_of_mount(mount, mounts) is expected


@posix_only
def test_this_system_answers(tmp_path: Path) -> None:
    assert medium_of(tmp_path / "not" / "there") is medium_of(tmp_path)
    shared = Path("/dev/shm")
    if shared.is_dir():
        assert medium_of(shared) is Medium.VOLATILE


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        ({}, {}, Order.SAME),
        ({"a": 1}, {}, Order.NEWER),
        ({"a": 1}, {"a": 1, "b": 1}, Order.OLDER),
        ({"a": 2}, {"a": 1, "b": 1}, Order.FORKED),
        ({"a": 2, "b": 1}, {"b": 1, "a": 2}, Order.SAME),
    ],
)
def test_which_is_newer(mine: dict[str, int], theirs: dict[str, int], expected: Order) -> None:
    assert Revision(mine).compared_to(Revision(theirs)) is expected


class Lab:
    """Two computers and one home folder."""

    def __init__(self, top: Path) -> None:
        self.top = top
        self.home = top / "home"

    def open(self, computer: str) -> StudentFile:
        return StudentFile.open(self.top / computer, home=self.home)


@pytest.fixture
def lab(tmp_path: Path) -> Lab:
    return Lab(tmp_path)


def ids(student: StudentFile) -> list[str]:
    return [item.role_id for item in student.shortlist()]


def test_work_follows_its_student_from_computer_to_computer(lab: Lab) -> None:
    expected: list[str] = []
    for turn, computer in enumerate(["one", "two", "one", "one", "two", "three"]):
        with lab.open(computer) as student:
            assert ids(student) == expected
            assert (student.fork, student.notice) == (None, None)
            student.add(f"role-{turn}", NURSE)
            expected.append(f"role-{turn}")


def test_looking_alone_moves_nothing_on(lab: Lab) -> None:
    with lab.open("one") as student:
        student.add("nurse", NURSE)
    before = (lab.home / "student.sqlite").stat()
    for computer in ("two", "one", "two", "three", "one"):
        with lab.open(computer) as student:
            assert student.fork is None
            assert ids(student) == ["nurse"]
    after = (lab.home / "student.sqlite").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_could_not_reach_the_home_folder_does_so_the_next_time(lab: Lab) -> None:
    with lab.open("one") as student:
        student.add("nurse", NURSE)
    lab.home.rename(lab.top / "gone")
    lab.home.write_bytes(b"the server is down")
    with lab.open("one") as student:
        assert isinstance(student.notice, HomeUnreachable)
        assert "at other computers is not shown here" in str(student.notice)
        student.add("welder", WELDER)
        problem = student.copy_job().run().problem
        assert type(problem) is HomeProblem
        assert "saved on this computer" in str(problem)
        assert student.copies_due
    lab.home.unlink()
    (lab.top / "gone").rename(lab.home)
    with lab.open("one") as student:
        assert student.notice is None
    with lab.open("two") as student:
        assert ids(student) == ["nurse", "welder"]


def forked(lab: Lab) -> StudentFile:
    """Let work move on at two computers, one of them without the network; return the second."""
    with lab.open("one") as student:
        student.add("nurse", NURSE)
    lab.open("two").close()
    with StudentFile.open(lab.top / "one") as offline:
        offline.set_note("nurse", "from one")
        offline.add("welder", WELDER)
    with lab.open("two") as student:
        student.set_note("nurse", "from two")
        student.add("chef", Text("Chef", "Cef"))
    return lab.open("one")


def test_where_both_moved_on_nothing_is_written_until_the_student_has_seen_it(lab: Lab) -> None:
    student = forked(lab)
    there = (lab.home / "student.sqlite").read_bytes()
    assert student.fork is not None
    student.add("pilot", NURSE)
    assert student.copy_job().run().fork is not None
    student.close()
    assert (lab.home / "student.sqlite").read_bytes() == there


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("merge", ["nurse", "welder", "chef"]),
        ("mine", ["nurse", "welder"]),
        ("theirs", ["nurse", "chef"]),
    ],
)
def test_a_fork_is_settled_as_the_student_says_and_neither_side_is_lost(
    lab: Lab, choice: str, expected: list[str]
) -> None:
    student = forked(lab)
    assert student.fork is not None
    mine, theirs = student.content, student.fork.reading.content
    seen = preview(mine, theirs, Mode.MERGE)
    assert [name.en for name in seen.roles.added] == ["Chef"]
    assert [name.en for name in seen.roles.changed] == ["Nurse"]
    settle(student, {"merge": seen.content, "mine": mine, "theirs": theirs}[choice])
    assert student.fork is None
    assert ids(student) == expected
    student.close()
    kept = [backup.read().content for backup in Backups(lab.top / "one").all()]
    assert mine in kept
    assert theirs in kept
    for computer in ("two", "one"):
        with lab.open(computer) as student:
            assert student.fork is None
            assert ids(student) == expected
    if choice == "merge":
        assert student.shortlist()[0].note == "from one\n\nfrom two"


def test_two_files_of_one_revision_that_differ_are_a_fork(lab: Lab) -> None:
    for computer, role_id in (("one", "nurse"), ("two", "chef")):
        with StudentFile.open(lab.top / computer) as student:
            student.add(role_id, NURSE)
    lab.open("one").close()
    with lab.open("two") as student:
        assert student.fork is not None


def test_there_is_no_fork_to_settle(lab: Lab) -> None:
    with lab.open("one") as student, pytest.raises(ValueError, match="no fork"):
        settle(student, student.content)


def test_a_damaged_copy_is_kept_and_replaced(lab: Lab) -> None:
    with lab.open("one") as student:
        student.add("nurse", NURSE)
    (lab.home / "student.sqlite").write_bytes(b"\xff" * 9000)
    with lab.open("one") as student:
        assert ids(student) == ["nurse"]
        assert student.notice is not None
        student.add("welder", WELDER)
    kept = list((lab.top / "one" / "quarantine").glob("*.sqlite"))
    assert [path.read_bytes() for path in kept] == [b"\xff" * 9000]
    with lab.open("two") as student:
        assert ids(student) == ["nurse", "welder"]


def test_a_copy_of_a_newer_program_is_never_touched(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    with lab.open("one") as student:
        student.add("nurse", NURSE)
    newer = (lab.home / "student.sqlite").read_bytes()

    def refuse(_: bytes, path: Path) -> None:
        raise NewerStudentFile(path=str(path))

    monkeypatch.setattr(home, "read_bytes", refuse)
    with lab.open("one") as student:
        assert isinstance(student.notice, NewerStudentFile)
        student.add("welder", WELDER)
        assert isinstance(student.copy_job().run().problem, NewerStudentFile)
    assert (lab.home / "student.sqlite").read_bytes() == newer


def test_a_file_of_an_earlier_program_in_the_home_folder_is_taken_over(lab: Lab) -> None:
    import sqlite3
    from contextlib import closing

    lab.home.mkdir()
    golden = Path(__file__).parent / "golden" / "v1.sql"
    with closing(sqlite3.connect(lab.home / "student.sqlite")) as db:
        db.executescript(golden.read_text(encoding="utf-8"))
    before = (lab.home / "student.sqlite").read_bytes()
    with lab.open("one") as student:
        assert ids(student) == ["mlops-engineer", "nurse"]
        assert (lab.home / "student.sqlite").read_bytes() == before
        student.add("chef", NURSE)
    with lab.open("two") as student:
        assert ids(student) == ["mlops-engineer", "nurse", "chef"]


def test_erasing_reaches_the_home_folder_even_where_it_moved_on(lab: Lab) -> None:
    student = forked(lab)
    student.erase()
    student.close()
    assert b"from" not in (lab.home / "student.sqlite").read_bytes()
    for computer in ("two", "one"):
        with lab.open(computer) as student:
            assert not student.counts
            assert student.fork is None


def test_only_whole_files_are_ever_in_the_home_folder(lab: Lab) -> None:
    with lab.open("one") as student:
        for number in range(5):
            student.add(f"role-{number}", NURSE)
            student.copy_job().run()
            assert [path.name for path in lab.home.iterdir()] == ["student.sqlite"]
    if os.name != "nt":
        assert stat.S_IMODE((lab.home / "student.sqlite").stat().st_mode) == 0o600


def test_the_home_folder_learns_no_names_of_computers(lab: Lab) -> None:
    import platform

    with lab.open("one") as student:
        student.add("nurse", NURSE)
    data = (lab.home / "student.sqlite").read_bytes()
    assert platform.node().encode() not in data
    assert str(lab.top).encode() not in data


def test_nothing_expires_that_was_worked_on_elsewhere(lab: Lab) -> None:
    import time

    for computer in ("one", "two"):
        with Profiles(lab.top / computer, home=lab.home).open_guest() as guest:
            guest.add(f"role-{computer}", NURSE)
    long_ago = time.time() - 300 * 86_400
    os.utime(lab.top / "one" / "student.sqlite", (long_ago, long_ago))
    with Profiles(lab.top / "one", home=lab.home).open_guest() as guest:
        assert ids(guest) == ["role-one", "role-two"]


def test_of_two_cards_the_later_one_counts(lab: Lab) -> None:
    first = Profiles(lab.top / "one", home=lab.home)
    second = Profiles(lab.top / "two", home=lab.home)
    guest = first.open_guest()
    guest.add("nurse", NURSE)
    old = first.keep(guest)
    old.student.close()
    with second.open(second.find(old.code)) as student:
        new = second.keep(student)
    assert first.find(new.code)
    with pytest.raises(WrongCode):
        first.find(old.code)


def test_a_profile_follows_its_student_too(lab: Lab) -> None:
    first = Profiles(lab.top / "one", home=lab.home)
    with first.open_guest() as guest:
        guest.add("nurse", NURSE)
        kept = first.keep(guest, "Ros")
        kept.student.close()
    second = Profiles(lab.top / "two", home=lab.home)
    with second.open_guest() as guest:
        assert not guest.counts
    with second.open(second.find(kept.code)) as student:
        assert ids(student) == ["nurse"]
        student.add("welder", WELDER)
    (profile,) = first.known()
    assert profile.nickname == "Ros"
    with first.open(profile) as student:
        assert ids(student) == ["nurse", "welder"]
    first.forget(profile)
    assert first.known() == ()


@posix_only
def test_a_home_on_a_network_is_worked_on_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "net"))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setattr(places, "_SHARED_TEMPORARY", tmp_path / "var")

    def medium(path: Path) -> Medium:
        return Medium.NETWORK if path.is_relative_to(tmp_path / "net") else Medium.LOCAL

    found = usual_places(medium)
    local = tmp_path / "var" / f"careerdesk-{os.getuid()}"
    assert found == (local, tmp_path / "net" / "careerdesk")
    assert stat.S_IMODE(local.stat().st_mode) == 0o700
    local.chmod(0o755)
    assert usual_places(medium) == (tmp_path / "net" / "careerdesk", None), "others look in there"
    local.rmdir()
    local.symlink_to(tmp_path)
    assert usual_places(medium).home is None, "somebody was there first"
    assert usual_places(lambda _: Medium.LOCAL) == (tmp_path / "net" / "careerdesk", None)


def test_it_is_said_at_once_when_work_will_not_last(
    student: StudentFile, lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (student.lasting, student.warning) == (Lasting.KEPT, None)
    student.forgetful = True
    assert student.lasting is Lasting.UNTIL_RESTART
    assert isinstance(student.warning, WillNotLast)
    monkeypatch.setattr("careerdesk.student.mounts.medium_of", lambda _: Medium.VOLATILE)
    student.forgetful = False
    assert student.lasting is Lasting.UNTIL_RESTART
    with lab.open("one") as followed:
        assert followed.lasting is Lasting.KEPT
    with StudentFile.in_memory(WillNotLast()) as memory:
        assert memory.lasting is Lasting.UNTIL_CLOSED
        assert memory.warning is memory.problem
