"""The skills checklist: saved as it is ticked, and typed notes saved whatever comes next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

import sample
import stuck
from careerdesk.catalogue import Store
from careerdesk.desk.context import Context, Look
from careerdesk.desk.places import RolePlace, ShortlistPlace
from careerdesk.desk.pressables import SegmentButton
from careerdesk.desk.window import MainWindow
from careerdesk.student import SkillState, StudentFile

ENGINEER = "machine-learning-engineer"
WORDS = {"Not yet": "not_yet", "Learning": "learning", "Have it": "have"}
PROOF = "A chatbot for the robotics club"


@pytest.fixture
def skills(window: MainWindow) -> MainWindow:
    """Return the window on the skills of the engineer."""
    window.go(RolePlace(ENGINEER, "skills"))
    return window


def state_button(window: MainWindow, skill: str, words: str) -> QToolButton:
    buttons = window.role_page.current_tab().findChildren(SegmentButton)
    (found,) = (b for b in buttons if b.accessibleName() == f"{skill}: {words}")
    return found


def proof_field(window: MainWindow, skill: str = "Python") -> QLineEdit:
    fields = window.role_page.current_tab().findChildren(QLineEdit)
    (found,) = (field for field in fields if field.accessibleName() == f"Proof of {skill}")
    return found


def tick(window: MainWindow, skill: str, words: str) -> None:
    QTest.mouseClick(state_button(window, skill, words), Qt.MouseButton.LeftButton)


def counts(window: MainWindow) -> str:
    labels = window.role_page.current_tab().findChildren(QLabel)
    (found,) = (label.text() for label in labels if label.text().startswith("You have"))
    return found


def proof(student: StudentFile) -> str:
    mark = student.skill_marks().get("python")
    return "" if mark is None else mark.proof


def type_proof(window: MainWindow) -> None:
    """Type a note and go on at once, before the pause is over."""
    tick(window, "Python", "Have it")
    field = proof_field(window)
    field.setFocus()
    QTest.keyClicks(field, PROOF)
    assert proof(window.context.student) == ""


@pytest.mark.parametrize("words", WORDS)
def test_a_tick_is_saved_at_once(words: str, skills: MainWindow, student: StudentFile) -> None:
    tick(skills, "Python", "Learning" if words != "Learning" else "Have it")
    tick(skills, "Python", words)
    assert student.skill_marks()["python"].state is SkillState(WORDS[words])
    assert state_button(skills, "Python", words).isChecked()


def test_the_counts_follow_the_ticks(skills: MainWindow) -> None:
    assert counts(skills) == "You have 0 of 2; you are learning 0."
    tick(skills, "Python", "Have it")
    tick(skills, "Flash", "Learning")
    assert counts(skills) == "You have 1 of 2; you are learning 1."
    tick(skills, "Python", "Not yet")
    assert counts(skills) == "You have 0 of 2; you are learning 1."


def test_a_tick_counts_for_every_role_that_uses_the_skill(skills: MainWindow) -> None:
    tick(skills, "Python", "Have it")
    skills.go(RolePlace("data-analyst", "skills"))
    assert counts(skills) == "You have 1 of 1; you are learning 0."
    assert state_button(skills, "Python", "Have it").isChecked()


def test_a_state_is_chosen_by_keyboard(skills: MainWindow, student: StudentFile) -> None:
    button = state_button(skills, "Python", "Not yet")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Right)
    assert state_button(skills, "Python", "Learning").hasFocus()
    QTest.keyClick(skills.focusWidget(), Qt.Key.Key_Space)
    assert student.skill_marks()["python"].state is SkillState.LEARNING


def test_the_next_window_shows_what_was_saved(
    skills: MainWindow,
    store: Store,
    student: StudentFile,
    open_window: Callable[..., MainWindow],
    tmp_path: Path,
) -> None:
    type_proof(skills)
    tick(skills, "Flash", "Learning")
    skills.close()
    student.close()
    with StudentFile.open(tmp_path / "student") as again:
        look = Look(language="en", theme="light")
        window = open_window(Context(store, again, today=sample.PUBLISHED_ON, look=look))
        window.go(RolePlace(ENGINEER, "skills"))
        assert state_button(window, "Python", "Have it").isChecked()
        assert state_button(window, "Flash", "Learning").isChecked()
        assert proof_field(window).text() == PROOF
        assert proof_field(window).isVisible()
        window.close()


def test_the_field_for_proof_appears_with_the_first_tick(skills: MainWindow) -> None:
    assert not proof_field(skills).isVisible()
    tick(skills, "Python", "Learning")
    assert proof_field(skills).isVisible()
    tick(skills, "Python", "Not yet")
    assert not proof_field(skills).isVisible()


def test_a_note_is_saved_after_a_pause(
    skills: MainWindow, student: StudentFile, qtbot: QtBot
) -> None:
    type_proof(skills)
    qtbot.waitUntil(lambda: proof(student) == PROOF)


def leave_field(window: MainWindow) -> None:
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)


def open_other_tab(window: MainWindow) -> None:
    window.role_page.open_tab("pay")


def open_other_role(window: MainWindow) -> None:
    window.open_role("nurse")


def open_shortlist(window: MainWindow) -> None:
    window.go(ShortlistPlace())


def go_back(window: MainWindow) -> None:
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def search(window: MainWindow) -> None:
    window.top_bar.search.setText("nurse")


def change_language(window: MainWindow) -> None:
    window.context.change_look(language="ms")


def close(window: MainWindow) -> None:
    window.close()


@pytest.mark.parametrize("active", [True, False], ids=["in front", "behind others"])
@pytest.mark.parametrize(
    "leave",
    [
        leave_field,
        open_other_tab,
        open_other_role,
        open_shortlist,
        go_back,
        search,
        change_language,
        close,
    ],
)
def test_a_note_is_saved_whatever_comes_right_after_typing(
    leave: Callable[[MainWindow], None],
    active: bool,
    skills: MainWindow,
    student: StudentFile,
    open_window: Callable[..., MainWindow],
) -> None:
    type_proof(skills)
    if not active:
        open_window(skills.context)
    leave(skills)
    assert proof(student) == PROOF


def test_a_note_is_saved_when_another_window_comes_to_the_front(
    skills: MainWindow, student: StudentFile, open_window: Callable[..., MainWindow]
) -> None:
    type_proof(skills)
    open_window(skills.context)
    assert proof(student) == PROOF


def test_a_tick_that_cannot_be_saved_is_put_back_and_explained(
    skills: MainWindow, student: StudentFile
) -> None:
    tick(skills, "Python", "Learning")
    stuck.lock(student)
    tick(skills, "Python", "Have it")
    assert state_button(skills, "Python", "Learning").isChecked()
    assert student.skill_marks()["python"].state is SkillState.LEARNING
    assert counts(skills) == "You have 0 of 2; you are learning 1."
    assert skills.toast.isVisible()
    assert "could not be saved" in skills.toast.accessibleName()
    assert "may not write" in skills.toast.accessibleName()
    stuck.unlock(student)
    tick(skills, "Python", "Have it")
    assert student.skill_marks()["python"].state is SkillState.HAVE


def test_a_note_that_cannot_be_saved_stays_on_screen_and_is_saved_later(
    skills: MainWindow, student: StudentFile
) -> None:
    type_proof(skills)
    stuck.lock(student)
    leave_field(skills)
    assert "could not be saved" in skills.toast.accessibleName()
    assert proof_field(skills).text() == PROOF
    stuck.unlock(student)
    skills.role_page.open_tab("pay")
    assert proof(student) == PROOF


def test_a_note_may_be_any_text(skills: MainWindow, student: StudentFile) -> None:
    tick(skills, "Python", "Have it")
    words = "<b>x</b> & \U0001f98a ‮ ی"
    proof_field(skills).setText("")
    QTest.keyClicks(proof_field(skills), "")
    field = proof_field(skills)
    field.insert(words)
    field.textEdited.emit(words)
    skills.role_page.open_tab("pay")
    assert proof(student) == words
    field.insert("y" * 5000)
    skills.close()
    assert len(proof(student)) <= 1000
