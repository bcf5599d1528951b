"""Hand-over files: everything there and back, nothing from a file that is not whole."""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import random
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from careerdesk.catalogue.text import Text
from careerdesk.errors import WriteProblem
from careerdesk.i18n import translator
from careerdesk.student import NOTE_LIMIT, SkillState, StudentFile, exports, hand_over
from careerdesk.student.document import (
    SIZE_LIMIT,
    Fault,
    NewerDocument,
    read_document,
    write_document,
)
from careerdesk.student.document_schema import json_schema
from careerdesk.student.exports import as_csv, as_it_was, as_text, harmless
from careerdesk.student.hand_over import (
    HandOverProblem,
    NewerHandOver,
    NotAHandOver,
    UnreadableHandOver,
    load,
    save,
)
from careerdesk.student.merging import Mode, preview
from careerdesk.student.records import LAST_FOLDER, Content
from student_contents import contents

NURSE = Text("Nurse", "Jururawat")
CANARY = "zahirah-of-5-amanah"


def full_disk(_: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def full(student: StudentFile) -> StudentFile:
    student.add("nurse", NURSE)
    student.set_note("nurse", "Ask Puan Siti. 🙂\n=1+1")
    student.set_why("nurse", "I like to help.")
    student.mark_skill("care", NURSE, SkillState.LEARNING)
    student.set_proof("care", NURSE, "Red Crescent")
    student.answer("fix-a-bicycle", 5)
    return student


@settings(max_examples=60, deadline=None)
@given(contents())
def test_everything_comes_back_after_erasing(content: Content) -> None:
    with StudentFile.in_memory() as student:
        student.become(content)
        document = write_document(student.content)
        student.erase()
        assert not student.counts
        student.become(read_document(document).content)
        assert student.content == content


def test_a_file_is_carried_to_another_computer(full: StudentFile, tmp_path: Path) -> None:
    path = tmp_path / "my work.careerdesk"
    save(full.content, path)
    brought = load(path)
    assert brought.content == full.content
    assert brought.made_at is not None
    assert brought.counts == full.counts
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600
    document = json.loads(path.read_text(encoding="utf-8"))
    assert "revision" not in document, "it says nothing about the computer"
    with StudentFile.open(tmp_path / "elsewhere") as other:
        seen = preview(other.content, brought.content, Mode.MERGE)
        other.become(seen.content)
        assert other.content == full.content


def test_where_it_cannot_be_written_what_was_there_stays(
    full: StudentFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "work.careerdesk"
    path.write_bytes(b"OLD")
    monkeypatch.setattr("careerdesk.files.os.fsync", full_disk)
    with pytest.raises(WriteProblem, match="disk is full"):
        save(full.content, path)
    assert path.read_bytes() == b"OLD"
    assert [name.name for name in tmp_path.iterdir() if name.is_file()] == ["work.careerdesk"]


def whole(**changes: Any) -> bytes:
    """Return a document with ``changes`` in its content, hashed as if it were ours."""
    from careerdesk.student.document import _hash

    with StudentFile.in_memory() as student:
        student.add("nurse", NURSE)
        student.mark_skill("care", NURSE, SkillState.HAVE)
        student.answer("question", 5)
        document = json.loads(write_document(student.content))
    document.pop("sha256")
    for key, value in changes.items():
        part, _, rest = key.partition("__")
        place = document["content"] if part in document["content"] else document
        if rest:
            place[part][0][rest] = value
        else:
            place[part] = value
    document["sha256"] = _hash(document)
    return json.dumps(document).encode()


HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "a list": b"[]",
    "deep": b"[" * 100_000,
    "deep objects": b'{"a":' * 50_000,
    "not UTF-8": b"\xff\xfe{}",
    "zip": b"PK\x03\x04" + b"\0" * 100,
    "SQLite": b"SQLite format 3\0" + b"\0" * 4096,
    "too large": whole() + b" " * SIZE_LIMIT,
    "NaN": whole(x=float("nan")),
    "huge number": b'{"format": "careerdesk-student", "min_reader": 1' + b"0" * 5000 + b"}",
    "twice": whole().replace(b'"version": 1', b'"version": 1, "version": 1'),
    "other format": whole(format="something"),
    "no rows": whole(shortlist=None),
    "rows of rows": whole(shortlist=[[]]),
    "many rows": whole(
        answers=[{"question": f"{n}", "points": 1, "changed_at": ""} for n in range(10_001)]
    ),
    "same role twice": whole(
        shortlist=[
            {"role": "a", "title": {"en": "", "ms": ""}, "note": "", "why": "", "added_at": ""}
        ]
        * 2
    ),
    "no role": whole(shortlist__role=""),
    "a role that is a number": whole(shortlist__role=1),
    "a title that is text": whole(shortlist__title="Nurse"),
    "long note": whole(shortlist__note="x" * (NOTE_LIMIT + 1)),
    "half a character": whole(shortlist__note="\ud83d"),
    "NUL": whole(shortlist__note="\0"),
    "unknown state": whole(skills__state="perhaps"),
    "six points": whole(answers__points=6),
    "true points": whole(answers__points=True),
    "points of text": whole(answers__points="5"),
    "odd reader": whole(min_reader="1"),
    "revision": whole(revision={"a": -1}),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / "work.careerdesk"
    path.write_bytes(HOSTILE[name])
    with pytest.raises(NotAHandOver) as caught:
        load(path)
    assert "work.careerdesk is not a file with work" in str(caught.value)
    assert "nothing here was changed" in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_newer_file_is_said_to_be_newer(tmp_path: Path) -> None:
    path = tmp_path / "work.careerdesk"
    path.write_bytes(whole(min_reader=2))
    with pytest.raises(NewerHandOver):
        load(path)


def test_a_later_format_that_we_may_read_is_read(tmp_path: Path) -> None:
    path = tmp_path / "work.careerdesk"
    path.write_bytes(whole(version=7, colours={"a": 1.5}))
    assert load(path).counts.roles == 1


@pytest.mark.parametrize("changes", [40, pytest.param(2000, marks=pytest.mark.figures)])
def test_any_damage_on_the_way_is_found(tmp_path: Path, changes: int) -> None:
    sound = whole()
    path = tmp_path / "work.careerdesk"
    chance = random.Random(changes)
    for _ in range(changes):
        at = chance.randrange(len(sound))
        damaged = bytearray(sound)
        damaged[at] ^= 1 << chance.randrange(8)
        if chance.random() < 0.3:
            del damaged[at:]
        try:
            found = read_document(bytes(damaged))
        except (Fault, NewerDocument):
            path.write_bytes(damaged)
            with pytest.raises(HandOverProblem):
                load(path)
        else:
            assert found.content == read_document(sound).content, "white space"
    sys.stdout.write(f"damaged hand-over files: {changes}, none taken in\n")


def test_what_is_no_file_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableHandOver, match="there is no such file"):
        load(tmp_path / "none.careerdesk")
    with pytest.raises(NotAHandOver):
        load(tmp_path)
    if os.name != "nt":
        os.mkfifo(tmp_path / "pipe.careerdesk")
        with pytest.raises(NotAHandOver):
            load(tmp_path / "pipe.careerdesk")


def test_the_schema_says_what_the_reader_demands() -> None:
    schema = json_schema()
    document = json.loads(write_document(read_document(whole()).content))
    assert set(schema["required"]) == set(document)
    for part, rows in schema["properties"]["content"]["properties"].items():
        for row in document["content"][part]:
            assert set(rows["items"]["required"]) == set(row)
    note = schema["properties"]["content"]["properties"]["shortlist"]["items"]["properties"]["note"]
    assert note["maxLength"] == NOTE_LIMIT


@settings(max_examples=60, deadline=None)
@given(contents(), contents())
def test_merging_loses_nothing_and_says_what_it_does(mine: Content, theirs: Content) -> None:
    seen = preview(mine, theirs, Mode.MERGE)
    result = seen.content
    assert {item.role_id for item in result.shortlist} == {
        item.role_id for side in (mine, theirs) for item in side.shortlist
    }
    assert [item.position for item in result.shortlist] == list(range(len(result.shortlist)))
    notes = {item.role_id: item.note for item in result.shortlist}
    for side in (mine, theirs):
        for item in side.shortlist:
            assert all(part in notes[item.role_id] for part in item.note.split("\n\n"))
        assert set(side.answers) <= set(result.answers)
        for key, mark in side.skill_marks.items():
            assert mark.proof in result.skill_marks[key].proof
    assert not seen.roles.removed
    assert not seen.answers_removed
    assert not preview(result, theirs, Mode.MERGE).changes_anything, "once is enough"
    with StudentFile.in_memory() as student:
        student.become(mine)
        student.become(result)
        assert student.content == result


@settings(max_examples=40, deadline=None)
@given(contents(), contents())
def test_replacing_says_what_goes(mine: Content, theirs: Content) -> None:
    seen = preview(mine, theirs, Mode.REPLACE)
    assert seen.content == theirs
    here, there = ({item.role_id for item in side.shortlist} for side in (mine, theirs))
    assert len(seen.roles.removed) == len(here - there)
    assert len(seen.roles.added) == len(there - here)
    assert seen.answers_removed == len(set(mine.answers) - set(theirs.answers))


def test_work_that_goes_to_and_fro_says_nothing_twice() -> None:
    with StudentFile.in_memory() as here, StudentFile.in_memory() as there:
        for student, words in ((here, "from here\n\nboth"), (there, "both\n\nfrom there")):
            student.add("nurse", NURSE)
            student.set_note("nurse", words)
        for _ in range(3):
            one = preview(here.content, there.content, Mode.MERGE)
            other = preview(there.content, here.content, Mode.MERGE)
            here.become(one.content)
            there.become(other.content)
        assert here.shortlist()[0].note == "from here\n\nboth\n\nfrom there"
        assert there.shortlist()[0].note == "both\n\nfrom there\n\nfrom here"


def test_words_that_are_too_long_together_are_left_and_named(student: StudentFile) -> None:
    student.add("nurse", NURSE)
    student.set_note("nurse", "a" * NOTE_LIMIT)
    mine = student.content
    student.set_note("nurse", "b" * NOTE_LIMIT)
    seen = preview(mine, student.content, Mode.MERGE)
    assert seen.left_out == (NURSE,)
    assert seen.content.shortlist[0].note == "a" * NOTE_LIMIT


def test_the_farther_state_is_taken(student: StudentFile) -> None:
    student.mark_skill("care", NURSE, SkillState.HAVE)
    have = student.content
    student.mark_skill("care", NURSE, SkillState.LEARNING)
    for mine, theirs in ((have, student.content), (student.content, have)):
        marks = preview(mine, theirs, Mode.MERGE).content.skill_marks
        assert marks["care"].state is SkillState.HAVE


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", ' "=1', "＝1", "  ＋1", "'=1"]
FORMULAS += ["\u00a0=1", "\ufeff=1", "“=1", "|cmd", "%0A", "\v=1", "\x1c=1", "\x85=1", "\u200e=1"]
FORMULAS += ["\u2003\t=1", "\u2060-1", "﹢1", "﹣1", "＠A"]


@pytest.mark.parametrize("cell", FORMULAS)
def test_formula_cells_are_made_harmless(cell: str) -> None:
    assert harmless(cell) == "'" + cell
    assert as_it_was(harmless(cell)) == cell


@settings(deadline=None)
@given(st.text())
@example("\x1c=1")
def test_every_cell_comes_back(cell: str) -> None:
    assert as_it_was(harmless(cell)) == cell
    first = harmless(cell).strip()[:1]
    assert first not in set("=+-@＝＋－＠")


def test_a_table_opens_as_text_and_holds_everything(full: StudentFile) -> None:
    data = as_csv(full.content, translator("en"))
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [row[0] for row in rows] == ["Kind", "Role", "Skill", "Answer"]
    assert {len(row) for row in rows} == {len(exports._COLUMNS)}
    assert as_it_was(rows[1][4]) == "Ask Puan Siti. 🙂\n=1+1"
    assert rows[2][3:5] == ["Learning", "Red Crescent"]
    malay = as_csv(full.content, translator("ms")).decode("utf-8-sig")
    assert "Jururawat" in malay
    assert "Nurse" not in malay


def test_plain_text_is_for_reading(full: StudentFile) -> None:
    text = as_text(full.content, translator("en"))
    assert "1. Nurse\n   Why I chose it: I like to help.\n   My note: Ask Puan Siti. 🙂" in text
    assert "- Nurse: Learning\n   What shows it: Red Crescent" in text
    assert as_text(full.content, translator("ms")) != text
    with StudentFile.in_memory() as empty:
        assert as_text(empty.content, translator("en")).strip() == "My work in CareerDesk"


def test_files_that_leave_hold_no_name_of_who_is_logged_on(
    full: StudentFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "COMPUTERNAME", "HOSTNAME"):
        monkeypatch.setenv(name, CANARY)
    monkeypatch.setattr("os.uname", lambda: ("Linux", CANARY, "", "", ""))
    full.set_preference(LAST_FOLDER, str(tmp_path / CANARY))
    hand_over.save(full.content, tmp_path / "a.careerdesk")
    written = (tmp_path / "a.careerdesk").read_bytes() + as_csv(full.content, translator("en"))
    assert CANARY.encode() not in written
    assert str(tmp_path).encode() not in written


def test_a_folder_of_another_computer_is_not_taken_in(full: StudentFile, tmp_path: Path) -> None:
    full.set_preference(LAST_FOLDER, "//somebody/elses/share")
    full.set_preference("language", "ms")
    path = tmp_path / "a.careerdesk"
    path.write_bytes(write_document(full.content))
    assert load(path).content.preferences == {"language": "ms"}
