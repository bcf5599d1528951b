"""Actions from a file of JSON lines, and what is acknowledged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.errors import ExitCode
from careerdesk.student import SkillState, StudentFile
from running import careerdesk

ACTIONS: list[dict[str, object]] = [
    {"do": "add", "role": "nurse", "title": {"en": "Nurse", "ms": "Jururawat"}},
    {"do": "add", "role": "welder"},
    {"do": "move", "role": "welder", "to": 0},
    {"do": "note", "role": "nurse", "text": "Ask Puan Siti. 🙂"},
    {"do": "tick", "skill": "first-aid", "state": "learning"},
    {"do": "answer", "question": "fix-a-bicycle", "points": 5},
    {"do": "answer", "question": "write-a-story", "points": 2},
    {"do": "answer", "question": "write-a-story", "points": None},
    {"do": "add", "role": "chef"},
    {"do": "remove", "role": "chef"},
]


def lines(actions: list[dict[str, object]]) -> str:
    return "".join(json.dumps(action) + "\n" for action in actions)


def test_each_action_is_done_and_acknowledged(tmp_path: Path) -> None:
    path, data = tmp_path / "a.jsonl", tmp_path / "data"
    path.write_text(lines(ACTIONS), encoding="utf-8")
    done = careerdesk("student", "replay", path, "--data-dir", data, home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"ack": number} for number in range(1, len(ACTIONS) + 1)
    ]
    with StudentFile.open(data) as student:
        welder, nurse = student.shortlist()
        assert (welder.role_id, welder.title) == ("welder", Text("welder", "welder"))
        assert (nurse.title.ms, nurse.note) == ("Jururawat", "Ask Puan Siti. 🙂")
        assert student.skill_marks()["first-aid"].state is SkillState.LEARNING
        assert {key: said.points for key, said in student.answers().items()} == {"fix-a-bicycle": 5}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("nonsense", "not an object in JSON"),
        ('{"do": "add", "role": "\\ud800"}', "must be text"),
        ("[]", "not an object"),
        ('{"do": "fly"}', "must be one of add, remove"),
        ('{"do": ["add"]}', "must be one of"),
        ('{"do": "add"}', "“role” must be text"),
        ('{"do": "add", "role": ""}', "must be text"),
        ('{"do": "add", "role": 7}', "must be text"),
        ('{"do": "add", "role": "a\\u0000b"}', "“role” must be text"),
        ('{"do": "answer", "points": 1, "question": "' + "q" * 301 + '"}', "too long"),
        ('{"do": "tick", "skill": "' + "s" * 301 + '"}', "too long"),
        ('{"do": "add", "role": "x", "title": "y"}', "“title” must be one of"),
        ('{"do": "move", "role": "nurse", "to": "up"}', "whole number"),
        ('{"do": "move", "role": "nurse", "to": true}', "whole number"),
        ('{"do": "note", "role": "pilot", "text": ""}', "not on the shortlist"),
        ('{"do": "tick", "skill": "x", "state": "perhaps"}', "“state” must be one of not_yet"),
        ('{"do": "answer", "question": "x", "points": 9}', "“points” must be one of 1, 2, 3, 4, 5"),
        ("[" * 60_000, "not an object in JSON"),
        ('{"do": "note", "role": "nurse", "text": "' + "x" * 70_000 + '"}', "too long"),
    ],
)
def test_a_line_that_makes_no_sense_ends_it_and_keeps_what_was_done(
    tmp_path: Path, line: str, fault: str
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines(ACTIONS[:1]) + "\n" + line + "\n" + lines(ACTIONS[1:]), "utf-8")
    done = careerdesk("student", "replay", path, "--data-dir", tmp_path / "d", home=tmp_path)
    assert done.returncode == ExitCode.INPUT
    assert done.stdout.splitlines() == ['{"ack": 1}', '{"ack": 2}']
    assert done.stderr.startswith("careerdesk: Line 3 cannot be done: ")
    assert fault in done.stderr
    assert "Traceback" not in done.stderr
    with StudentFile.open(tmp_path / "d") as student:
        assert [item.role_id for item in student.shortlist()] == ["nurse"]


def test_a_note_that_is_too_long_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    note: dict[str, object] = {"do": "note", "role": "nurse", "text": "x" * 2001}
    path.write_text(lines([ACTIONS[0], note]), encoding="utf-8")
    done = careerdesk("student", "replay", path, "--data-dir", tmp_path / "d", home=tmp_path)
    assert (done.returncode, done.stdout) == (ExitCode.INPUT, '{"ack": 1}\n')
    assert "2001 characters" in done.stderr


def test_whatever_is_replayed_can_be_taken_away_and_brought_back(tmp_path: Path) -> None:
    path, file = tmp_path / "a.jsonl", tmp_path / "work.careerdesk"
    path.write_text(lines([*ACTIONS, {"do": "add", "role": "r" * 300}]), encoding="utf-8")
    for words in (("replay", path), ("export", "-o", file), ("import", file, "--replace")):
        done = careerdesk("student", *words, "--data-dir", tmp_path / "d", home=tmp_path)
        assert (done.returncode, done.stderr) == (0, "")
    assert "roles removed: 0" in done.stdout


def test_moves_beyond_all_numbers_end_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    far: dict[str, object] = {"do": "move", "role": "nurse", "to": 10**40}
    path.write_text(lines([*ACTIONS[:2], far]), encoding="utf-8")
    done = careerdesk("student", "replay", path, "--data-dir", tmp_path / "d", home=tmp_path)
    assert done.returncode == 0
    with StudentFile.open(tmp_path / "d") as student:
        assert [item.role_id for item in student.shortlist()] == ["welder", "nurse"]


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    done = careerdesk("student", "replay", tmp_path / "none", "--data-dir", tmp_path, home=tmp_path)
    assert done.returncode == ExitCode.INPUT
    assert "none cannot be read: there is no such file" in done.stderr
