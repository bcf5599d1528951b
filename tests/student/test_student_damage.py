"""A damaged file is kept, and its student goes on with the last good copy."""

from __future__ import annotations

import errno
import os
import random
import shutil
import sqlite3
import subprocess
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.errors import WriteProblem
from careerdesk.student import SkillState, StudentFile, quarantine, recovery
from careerdesk.student.recovery import FoundAgain, Lost, Offer, Recovered, Source, offers, recover
from careerdesk.student.salvage import salvage
from careerdesk.student.start import open_anyway
from unfinished import cut_off_a_save

NURSE = Text("Nurse", "Jururawat")


@pytest.fixture
def path(folder: Path) -> Path:
    """A closed student file with something of everything in it, and its copies."""
    with StudentFile.open(folder) as student:
        fill(student)
    return folder / "student.sqlite"


def fill(student: StudentFile) -> None:
    for number in range(12):
        student.add(f"role-{number}", NURSE)
        student.set_note(f"role-{number}", f"note {number} " * 30)
        student.mark_skill(f"skill-{number}", NURSE, SkillState.LEARNING)
        student.answer(f"question-{number}", 1 + number % 5)
    student.set_preference("language", "ms")


def kept(folder: Path) -> list[bytes]:
    """Return the bytes of the student files in quarantine."""
    return [path.read_bytes() for path in sorted((folder / "quarantine").glob("*.sqlite"))]


def damage(data: bytes, chance: random.Random) -> bytes:
    """Return ``data`` as a failing disk, a bad stick or another program may leave it."""
    place = chance.randrange(len(data))
    page = place // 4096 * 4096
    match chance.randrange(7):
        case 0:
            return data[:place]
        case 1:
            return (
                data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]
            )
        case 2:
            return data[:place] + chance.randbytes(3) + data[place + 3 :]
        case 3:
            return data[:page] + bytes(4096) + data[page + 4096 :]
        case 4:
            other = chance.randrange(len(data) // 4096) * 4096
            return data[:page] + data[other : other + 4096] + data[page + 4096 :]
        case 5:
            return data[:page] + chance.randbytes(512) + data[page + 512 :]
        case _:
            return chance.choice([b"", b"My essay about nurses. " * 90, bytes(len(data))])


@pytest.mark.parametrize("files", [80, pytest.param(1500, marks=pytest.mark.figures)])
def test_whatever_the_damage_the_bytes_are_kept_and_the_work_is_there(
    path: Path, tmp_path: Path, files: int
) -> None:
    with StudentFile.open(path.parent) as student:
        content = student.content
    template, folder = tmp_path / "template", tmp_path / "work"
    path.parent.rename(template)
    sound = (template / "student.sqlite").read_bytes()
    chance = random.Random(files)
    tally: Counter[str] = Counter()
    for _ in range(files):
        shutil.copytree(template, folder)
        damaged = damage(sound, chance)
        (folder / "student.sqlite").write_bytes(damaged)
        with open_anyway(folder) as student:
            assert student.problem is None, student.problem
            assert student.content == content
            outcome = "unharmed" if student.notice is None else "recovered"
        tally[outcome] += 1
        if outcome == "recovered" and damaged:
            assert kept(folder) == [damaged]
        else:
            assert kept(folder) == []
        shutil.rmtree(folder)
    sys.stdout.write(f"damaged files: {files}, {dict(tally)}, all kept, 0 lost\n")
    assert tally["recovered"] > files / 3


def test_the_control_a_changed_letter_passes_sqlites_own_check(path: Path) -> None:
    """Without our checksum, this file would be taken for what the student wrote."""
    data = path.read_bytes()
    at = data.index(b"note 7 note 7")
    changed = data[: at + 1] + b"0" + data[at + 2 :]
    path.write_bytes(changed)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with open_anyway(path.parent) as student:
        assert isinstance(student.notice, Recovered)
        assert student.shortlist()[7].note == "note 7 " * 30
    assert kept(path.parent) == [changed]


def test_the_notice_says_what_was_taken_and_where_the_rest_is(path: Path) -> None:
    path.write_bytes(b"\0" * 8192)
    with open_anyway(path.parent) as student:
        notice = student.notice
        assert isinstance(notice, Recovered)
        assert "roles 12, skills 12, answers 12" in str(notice)
        assert str(path.parent / "quarantine") in str(notice)
        student.add("after", NURSE)
    with open_anyway(path.parent) as student:
        assert student.notice is None
        assert student.has("after")


def test_another_copy_can_be_chosen_afterwards(path: Path) -> None:
    with StudentFile.open(path.parent) as student:
        student.erase()
        fill(student)
        student.remove("role-0")
    path.write_bytes(b"\0" * 8192)
    open_anyway(path.parent).close()
    found = offers(path.parent)
    assert {offer.source for offer in found} >= {Source.BACKUP, Source.MIRROR}
    with recover(path.parent, found[-1]) as student:
        assert student.content == found[-1].content
        revision = student.revision.number
    assert revision > max(offer.revision.number for offer in found)


def test_the_mirror_alone_rebuilds_everything(path: Path) -> None:
    with StudentFile.open(path.parent) as student:
        content = student.content
    shutil.rmtree(path.parent / "backups")
    path.write_bytes(b"\xff" * 100)
    with open_anyway(path.parent) as student:
        assert student.content == content


@pytest.mark.parametrize("leave", ["nothing", "an empty file"])
def test_a_file_that_is_gone_is_found_again(path: Path, leave: str) -> None:
    path.unlink()
    if leave == "an empty file":
        path.touch()
    with open_anyway(path.parent) as student:
        assert isinstance(student.notice, FoundAgain)
        assert "was gone" in str(student.notice)
        assert "quarantine" not in str(student.notice), "there is nothing"
        assert student.counts.roles == 12


def test_a_backup_that_is_damaged_too_is_passed_over(path: Path) -> None:
    for backup in (path.parent / "backups").iterdir():
        backup.write_bytes(backup.read_bytes()[:5000])
    (path.parent / "mirror.json").write_bytes(b"{}")
    data = path.read_bytes()
    at = data.index(b"note 7 note 7")
    path.write_bytes(data[:at] + b"N" + data[at + 1 :])
    assert [offer.source for offer in offers(path.parent)] == [Source.SALVAGED]
    with open_anyway(path.parent) as student:
        assert student.counts.roles == 12
        assert student.shortlist()[7].note.startswith("Note 7"), "better than nothing"


def test_without_any_copy_the_student_starts_anew_and_the_file_is_kept(path: Path) -> None:
    shutil.rmtree(path.parent / "backups")
    (path.parent / "mirror.json").unlink()
    path.write_bytes(b"\xff" * 5000)
    with open_anyway(path.parent) as student:
        assert isinstance(student.notice, Lost)
        assert not student.counts
        student.add("nurse", NURSE)
    assert kept(path.parent) == [b"\xff" * 5000]


def test_what_was_begun_in_a_damaged_file_is_not_played_back_into_the_new_one(path: Path) -> None:
    journal = path.with_name("student.sqlite-journal")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\xff" * 6000)
    path.write_bytes(b"\xff" * 5000)
    for _ in range(2):
        with open_anyway(path.parent) as student:
            assert student.counts.roles == 12
    assert kept(path.parent) == [b"\xff" * 5000]


def test_a_save_that_was_cut_off_in_a_damaged_file_is_not_undone_in_the_new_one(
    path: Path,
) -> None:
    cut_off_a_save(path)
    path.write_bytes(b"\xff" * 5000)
    with StudentFile.in_memory() as other:
        other.add("chosen", NURSE)
        offer = Offer(Source.BACKUP, other.content, other.revision, None)
    with recover(path.parent, offer) as student:
        assert student.content == offer.content
    with StudentFile.open(path.parent) as student:
        assert student.content == offer.content


def test_a_journal_is_kept_with_its_file(path: Path) -> None:
    path.with_name("student.sqlite-journal").write_bytes(b"begun")
    kept_as = quarantine.keep_damaged(path, path.parent)
    assert kept_as.read_bytes() == path.read_bytes()
    assert kept_as.with_name(kept_as.name + "-journal").read_bytes() == b"begun"
    if os.name != "nt":
        assert {part.stat().st_mode & 0o777 for part in kept_as.parent.iterdir()} == {0o600}
    assert quarantine.keep_damaged(path, path.parent) == kept_as


def test_the_same_damage_is_not_kept_twice_and_nothing_is_ever_thrown_away(path: Path) -> None:
    for number in range(6):
        path.write_bytes(f"damage {number // 2} ".encode() * 500)
        open_anyway(path.parent).close()
    assert len(kept(path.parent)) == 3


@pytest.mark.parametrize("code", [errno.EACCES, errno.ENOSPC, errno.EIO])
def test_an_error_of_operation_is_not_taken_for_damage(
    path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr("careerdesk.student.opening.prepare_file", refuse)
        patch.setattr(recovery, "recover", refuse)
        with pytest.raises(OSError, match=os.strerror(code)):
            open_anyway(path.parent)
    with open_anyway(path.parent) as student:
        assert student.notice is None
    assert not (path.parent / "quarantine").exists()


SQLITE_SAYS = {
    "SQLITE_FULL": "the disk is full",
    "SQLITE_IOERR": "does not answer",
    "SQLITE_READONLY": "may not write there",
    "SQLITE_CANTOPEN": "may not write there",
    "SQLITE_NOMEM": "the computer refused",
}


@pytest.mark.parametrize("name", SQLITE_SAYS)
def test_what_sqlite_says_of_the_disk_is_not_taken_for_damage(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    before = path.read_bytes()

    def refuse(_: sqlite3.Connection) -> bool:
        error = sqlite3.OperationalError(name)
        error.sqlite_errorcode = getattr(sqlite3, name)
        raise error

    monkeypatch.setattr("careerdesk.student.opening.is_sound", refuse)
    with open_anyway(path.parent) as student:
        assert not student.writable
        assert SQLITE_SAYS[name] in str(student.problem)
    assert path.read_bytes() == before
    assert not (path.parent / "quarantine").exists()


def test_another_programs_database_is_left_where_it_is(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE bookmarks (url)")
    before = path.read_bytes()
    with open_anyway(path.parent) as student:
        assert "another program" in str(student.problem)
        student.add("nurse", NURSE)
    assert path.read_bytes() == before


def test_what_cannot_be_kept_is_not_replaced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(place: Path, *_: object, **__: object) -> None:
        raise WriteProblem(name=place.name, folder="x", reason="the disk is full.")

    path.write_bytes(b"\xff" * 5000)
    monkeypatch.setattr(quarantine, "write_whole", refuse)
    with open_anyway(path.parent) as student:
        assert isinstance(student.problem, WriteProblem)
        assert not student.writable
    assert path.read_bytes() == b"\xff" * 5000


def test_salvage_takes_what_a_sound_file_could_hold(tmp_path: Path) -> None:
    assert salvage(tmp_path / "none").shortlist == ()
    path = tmp_path / "student.sqlite"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE shortlist (role_id, position, title_en, title_ms, note, why)")
        db.execute("CREATE TABLE answer (question_id, points, changed_at)")
        db.executemany("INSERT INTO answer VALUES (?, ?, '')", [("a", 5), ("b", 9), (None, 1)])
        db.execute("INSERT INTO answer VALUES (?, 3, '')", (b"\xff\xfe",))
    found = salvage(path)
    assert {key: said.points for key, said in found.answers.items()} == {"a": 5}
    assert found.shortlist == ()


START = """
import sys
from pathlib import Path
from careerdesk.catalogue.text import Text
from careerdesk.student import StudentFileInUse
from careerdesk.student.start import open_anyway
try:
    with open_anyway(Path(sys.argv[1])) as student:
        student.add("winner-" + sys.argv[2], Text("x", "x"))
        print("open" if student.writable else student.problem, flush=True)
        sys.stdin.readline()
except StudentFileInUse:
    print("in use", flush=True)
"""


def test_of_many_starts_on_a_damaged_file_one_recovers_it_and_loses_nothing(path: Path) -> None:
    path.write_bytes(b"\xff" * 5000)
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", START, str(path.parent), str(number)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(6)
    ]
    answers = []
    for process in processes:
        assert process.stdout is not None
        answers.append(process.stdout.readline().strip())
    for process in processes:
        process.communicate("\n")
    assert sorted(answers) == ["in use"] * 5 + ["open"]
    with open_anyway(path.parent) as student:
        assert student.has(f"winner-{answers.index('open')}")
        assert student.counts.roles == 13
    assert kept(path.parent) == [b"\xff" * 5000]
