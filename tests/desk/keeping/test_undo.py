"""The one stack of steps back, over the verbs of a real student file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerdesk.catalogue.text import Text
from careerdesk.desk.keeping import undo
from careerdesk.desk.keeping.undo import UndoStack
from careerdesk.student import Content, SaveProblem, SkillState, StudentFile

NURSE = Text("Nurse", "Jururawat")


def put_nurse(student: StudentFile) -> None:
    student.add("nurse", NURSE)


def test_every_kind_of_work_is_taken_back_and_done_again(student: StudentFile) -> None:
    verbs: list[Callable[[], object]] = [
        lambda: student.add("nurse", NURSE),
        lambda: student.add("welder", Text("Welder", "Pengimpal")),
        lambda: student.move("welder", 0),
        lambda: student.set_note("nurse", "Ask about night shifts."),
        lambda: student.set_why("welder", "I like to make things."),
        lambda: student.mark_skill("python", Text("Python", "Python"), SkillState.LEARNING),
        lambda: student.set_proof("python", Text("Python", "Python"), "A game"),
        lambda: student.answer("fix-things", 4),
        lambda: student.remove("nurse"),
    ]
    steps = UndoStack(student)
    seen = [student.content]
    for verb in verbs:
        verb()
        seen.append(student.content)
    for content in reversed(seen[:-1]):
        assert steps.undo() is not None
        assert student.content == content
    assert steps.undo() is None
    for content in seen[1:]:
        assert steps.redo() is not None
        assert student.content == content
    assert not steps.can_redo


def test_something_new_ends_what_could_be_done_again(student: StudentFile) -> None:
    steps = UndoStack(student)
    put_nurse(student)
    steps.undo()
    assert steps.can_redo
    student.answer("fix-things", 2)
    assert not steps.can_redo
    assert steps.can_undo


def test_looks_are_not_work(student: StudentFile) -> None:
    steps = UndoStack(student)
    student.set_preference("theme", "dark")
    assert not steps.can_undo


def test_words_typed_in_one_go_are_one_step(student: StudentFile) -> None:
    put_nurse(student)
    steps = UndoStack(student)
    for words in ("A", "As", "Ask"):
        student.set_note("nurse", words)
    student.set_why("nurse", "Care")
    steps.undo()
    assert (student.shortlist()[0].note, student.shortlist()[0].why) == ("Ask", "")
    steps.undo()
    assert student.shortlist()[0].note == ""
    assert not steps.can_undo


def test_words_typed_after_a_pause_are_another_step(
    student: StudentFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = [100.0]
    monkeypatch.setattr(undo.time, "monotonic", lambda: clock[0])
    put_nurse(student)
    steps = UndoStack(student)
    student.set_note("nurse", "First")
    clock[0] += 60
    student.set_note("nurse", "Second")
    steps.undo()
    assert student.shortlist()[0].note == "First"


def test_ticks_are_never_joined(student: StudentFile) -> None:
    python = Text("Python", "Python")
    student.mark_skill("python", python, SkillState.LEARNING)
    steps = UndoStack(student)
    student.mark_skill("python", python, SkillState.HAVE)
    student.mark_skill("python", python, SkillState.NOT_YET)
    steps.undo()
    assert student.skill_marks()["python"].state is SkillState.HAVE


def test_a_step_that_cannot_be_saved_stays(
    student: StudentFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = UndoStack(student)
    put_nurse(student)

    def refuse(_edit: object) -> None:
        raise SaveProblem(folder="x", reason="full")

    with monkeypatch.context() as broken:
        broken.setattr(student, "apply", refuse)
        with pytest.raises(SaveProblem):
            steps.undo()
    assert student.has("nurse")
    assert steps.undo() is not None
    assert not student.has("nurse")


def test_the_oldest_steps_are_forgotten(
    student: StudentFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(undo, "MOST_STEPS", 3)
    steps = UndoStack(student)
    for points in (1, 2, 3, 4, 5):
        student.answer("fix-things", points)
    count = 0
    while steps.undo() is not None:
        count += 1
    assert count == 3
    assert student.answers()["fix-things"].points == 2


ROLES = ("nurse", "welder", "chef")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["add", "remove", "move", "why", "undo", "redo"]),
            st.sampled_from(ROLES),
            st.integers(0, 3),
        ),
        max_size=25,
    )
)
def test_any_walk_back_ends_where_it_began(actions: list[tuple[str, str, int]]) -> None:
    with StudentFile.in_memory() as student:
        start: Content = student.content
        steps = UndoStack(student)
        for verb, role, number in actions:
            if verb == "add":
                student.add(role, NURSE)
            elif verb in {"undo", "redo"}:
                getattr(steps, verb)()
            elif student.has(role):
                if verb == "remove":
                    student.remove(role)
                elif verb == "move":
                    student.move(role, number)
                else:
                    student.set_why(role, "x" * number)
        while steps.undo() is not None:
            pass
        assert student.content == start
