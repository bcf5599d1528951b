"""Every change can be taken back, and taken back again, by what it hands out."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.student import ChangeKind, Edit, SkillState, StudentFile

NURSE = Text("Nurse", "Jururawat")


class Stack:
    """What a window keeps: the ways back, newest last."""

    def __init__(self, student: StudentFile) -> None:
        self.student = student
        self.edits: list[Edit] = []
        student.changed.connect(lambda change: change.undo and self.edits.append(change.undo))

    def undo(self) -> None:
        """Take the last change back; the way forward is then on top."""
        self.student.apply(self.edits.pop())


@pytest.fixture
def full(student: StudentFile) -> StudentFile:
    """A student file with something of everything."""
    for role_id in ("nurse", "welder", "chef"):
        student.add(role_id, NURSE)
        student.set_note(role_id, f"note on {role_id}")
    student.mark_skill("care", NURSE, SkillState.LEARNING)
    student.answer("fix-a-bicycle", 5)
    student.set_preference("language", "ms")
    return student


@pytest.mark.parametrize(
    "verb",
    [
        lambda student: student.add("pilot", NURSE),
        lambda student: student.add("nurse", Text("Registered nurse", "Jururawat")),
        lambda student: student.remove("welder"),
        lambda student: student.move("chef", 0),
        lambda student: student.move("nurse", 99),
        lambda student: student.set_note("welder", ""),
        lambda student: student.set_why("welder", "sparks"),
        lambda student: student.mark_skill("care", NURSE, SkillState.HAVE),
        lambda student: student.mark_skill("welding", NURSE, SkillState.HAVE),
        lambda student: student.set_proof("care", NURSE, "Red Crescent"),
        lambda student: student.answer("fix-a-bicycle", 1),
        lambda student: student.answer("fix-a-bicycle", None),
        lambda student: student.answer("write-a-story", 3),
        lambda student: student.set_preference("theme", "dark"),
        lambda student: student.erase(),
    ],
)
def test_each_verb_can_be_undone_and_redone(full: StudentFile, verb: object) -> None:
    stack = Stack(full)
    before = full.content
    verb(full)  # type: ignore[operator]
    after = full.content
    assert after != before
    for _ in range(2):
        stack.undo()
        assert full.content == before
        stack.undo()
        assert full.content == after
    assert len(stack.edits) == 1


def test_a_long_row_of_changes_is_undone_to_the_beginning(full: StudentFile) -> None:
    stack = Stack(full)
    seen = [full.content]
    full.remove("nurse")
    seen.append(full.content)
    full.move("chef", 0)
    seen.append(full.content)
    full.erase()
    seen.append(full.content)
    full.add("nurse", NURSE)
    for content in reversed(seen):
        edit = stack.edits.pop()
        full.apply(edit)
        stack.edits.pop()
        assert full.content == content


def test_an_undo_that_comes_late_leaves_what_came_after_it(full: StudentFile) -> None:
    stack = Stack(full)
    full.remove("welder")
    undo = stack.edits[0]
    full.add("pilot", NURSE)
    full.move("chef", 0)
    full.apply(undo)
    assert [item.role_id for item in full.shortlist()] == ["chef", "welder", "nurse", "pilot"]
    assert full.shortlist()[1].note == "note on welder"


def test_an_action_on_several_parts_is_one_step(full: StudentFile) -> None:
    heard = []
    full.changed.connect(heard.append)
    full.erase()
    assert [change.kind for change in heard] == list(ChangeKind)
    assert [change.undo is None for change in heard] == [False, True, True, True]


def test_what_was_undone_is_on_the_disk(full: StudentFile, folder: Path) -> None:
    stack = Stack(full)
    before = full.content
    full.erase()
    stack.undo()
    full.close()
    with StudentFile.open(folder) as student:
        assert student.content == before


def test_answers_are_one_to_five(student: StudentFile) -> None:
    for points in (0, 6, -1):
        with pytest.raises(ValueError, match="1 to 5"):
            student.answer("fix-a-bicycle", points)
    student.answer("fix-a-bicycle", 1)
    assert student.answers()["fix-a-bicycle"].points == 1
