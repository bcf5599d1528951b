"""The shortlist page: order, reasons, undo, and roles that have left the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import sample
import stuck
from careerdesk.catalogue import Store
from careerdesk.catalogue.text import Text
from careerdesk.desk.context import Context, Look
from careerdesk.desk.places import ShortlistPlace
from careerdesk.desk.shortlist import ItemCard
from careerdesk.desk.window import MainWindow
from careerdesk.student import NOTE_LIMIT, WHY_LIMIT, NoPlaceToSave, StudentFile

TITLES = {
    "nurse": Text("Nurse", "Jururawat"),
    "data-analyst": Text("Data Analyst", "Penganalisis Data"),
    "machine-learning-engineer": Text("Machine Learning Engineer", "Jurutera Pembelajaran Mesin"),
}
WHY = "I like to help"


@pytest.fixture
def listed(window: MainWindow) -> MainWindow:
    """Return the window on a shortlist of three."""
    for role, title in TITLES.items():
        window.context.student.add(role, title)
    window.go(ShortlistPlace())
    return window


def cards(window: MainWindow) -> list[ItemCard]:
    found = [card for card in window.shortlist.findChildren(ItemCard) if not card.isHidden()]
    return sorted(found, key=lambda card: card.y())


def order(window: MainWindow) -> list[str]:
    return [card.role_id for card in cards(window)]


def saved(student: StudentFile) -> list[str]:
    return [item.role_id for item in student.shortlist()]


def tool(window: MainWindow, name: str) -> QToolButton:
    (found,) = (b for b in visible(window.shortlist, QToolButton) if b.accessibleName() == name)
    return found


def press(widget: QWidget, words: str) -> None:
    """Click the button that says ``words``."""
    (found,) = (b for b in visible(widget, QPushButton) if b.text() == words)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def visible(widget: QWidget, kind: type) -> list:
    return [child for child in widget.findChildren(kind) if child.isVisibleTo(widget)]


def words_of(widget: QWidget) -> str:
    return "\n".join(label.text() for label in visible(widget, QLabel))


def field(window: MainWindow, name: str) -> QWidget:
    kinds = [*visible(window.shortlist, QLineEdit), *visible(window.shortlist, QPlainTextEdit)]
    (found,) = (widget for widget in kinds if widget.accessibleName() == name)
    return found


def rail_words(window: MainWindow) -> list[str]:
    return [button.text() for button in window.rail.findChildren(QToolButton)]


def test_an_empty_shortlist_shows_the_way_to_the_roles(window: MainWindow) -> None:
    window.go(ShortlistPlace())
    assert "Nothing is on your shortlist yet." in words_of(window.shortlist)
    press(window.shortlist, "Explore roles")
    assert window.pages.currentWidget() is window.explore


def test_the_heart_adds_and_takes_off(window: MainWindow, student: StudentFile) -> None:
    window.open_role("nurse")
    press(window.role_page, "Add to shortlist")
    assert saved(student) == ["nurse"]
    assert rail_words(window)[:2] == ["Explore", "Shortlist (1)"]
    assert "Added to your shortlist: Nurse" in words_of(window.toast)
    press(window.role_page, "On your shortlist")
    assert saved(student) == []
    assert rail_words(window)[:2] == ["Explore", "Shortlist"]
    press(window.toast, "Undo")
    assert saved(student) == ["nurse"]
    assert window.role_page.shortlist_button.isChecked()


def test_the_toast_leads_to_the_shortlist(window: MainWindow) -> None:
    window.open_role("nurse")
    press(window.role_page, "Add to shortlist")
    press(window.toast, "Show")
    assert order(window) == ["nurse"]
    assert not window.toast.isVisible()


def test_a_removed_role_comes_back_as_it_was(listed: MainWindow, student: StudentFile) -> None:
    QTest.keyClicks(field(listed, "Why I chose Data Analyst"), WHY)
    QTest.keyClicks(field(listed, "Notes on Data Analyst"), "Ask Mr Tan")
    listed.shortlist.save_typing()
    before = student.shortlist()
    assert before[1].why == WHY
    tool(listed, "Remove Data Analyst from the shortlist").click()
    assert order(listed) == ["nurse", "machine-learning-engineer"]
    assert rail_words(listed)[1] == "Shortlist (2)"
    press(listed.toast, "Undo")
    assert student.shortlist() == before
    assert order(listed) == list(TITLES)
    assert field(listed, "Why I chose Data Analyst").text() == WHY


def test_undo_works_from_another_page(listed: MainWindow, student: StudentFile) -> None:
    tool(listed, "Remove Nurse from the shortlist").click()
    listed.open_role("data-analyst")
    press(listed.toast, "Undo")
    assert saved(student) == list(TITLES)
    listed.go(ShortlistPlace())
    assert order(listed) == list(TITLES)


def test_the_last_one_removed_leaves_the_empty_page(window: MainWindow) -> None:
    window.context.student.add("nurse", TITLES["nurse"])
    window.go(ShortlistPlace())
    tool(window, "Remove Nurse from the shortlist").click()
    assert "Nothing is on your shortlist yet." in words_of(window.shortlist)
    press(window.toast, "Undo")
    assert order(window) == ["nurse"]


def test_moving_keeps_the_focus_on_the_button(listed: MainWindow, student: StudentFile) -> None:
    button = tool(listed, "Move Nurse down")
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert saved(student) == ["data-analyst", "nurse", "machine-learning-engineer"]
    assert order(listed) == saved(student)
    assert tool(listed, "Move Nurse down").hasFocus()
    QTest.keyClick(listed.focusWidget(), Qt.Key.Key_Space)
    assert saved(student)[-1] == "nurse"
    # At the end there is no further down: the way up gets the keyboard.
    assert tool(listed, "Move Nurse up").hasFocus()
    QTest.keyClick(listed.focusWidget(), Qt.Key.Key_Space)
    assert saved(student)[1] == "nurse"
    assert tool(listed, "Move Nurse up").hasFocus()


def test_the_ends_cannot_be_left(listed: MainWindow) -> None:
    assert not tool(listed, "Move Nurse up").isEnabled()
    assert tool(listed, "Move Nurse down").isEnabled()
    assert not tool(listed, "Move Machine Learning Engineer down").isEnabled()


def type_both(window: MainWindow) -> None:
    QTest.keyClicks(field(window, "Why I chose Nurse"), WHY)
    QTest.keyClicks(field(window, "Notes on Nurse"), "Ask about shifts")


def kept(student: StudentFile) -> tuple[str, str]:
    (item,) = (item for item in student.shortlist() if item.role_id == "nurse")
    return item.why, item.note


def test_why_and_note_are_saved_after_a_pause(
    listed: MainWindow, student: StudentFile, qtbot: QtBot
) -> None:
    type_both(listed)
    qtbot.waitUntil(lambda: kept(student) == (WHY, "Ask about shifts"))


def test_whoever_types_on_and_on_is_saved_as_well(
    listed: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = cards(listed)[0]
    begun: list[None] = []
    begin = card._pause.start
    monkeypatch.setattr(card._pause, "start", lambda: begun.append(begin()))
    card._why.setFocus()
    QTest.keyClicks(card._why, WHY)
    assert len(begun) == 1, "the pause runs from the first key"


@pytest.mark.parametrize(
    "leave",
    [
        pytest.param(lambda window: window.go_back(), id="back"),
        pytest.param(lambda window: window.open_role("nurse"), id="role"),
        pytest.param(lambda window: window.close(), id="close"),
        pytest.param(lambda window: tool(window, "Move Nurse down").click(), id="move"),
        pytest.param(lambda window: window.context.change_look(language="ms"), id="language"),
        pytest.param(
            lambda window: tool(window, "Remove Data Analyst from the shortlist").click(),
            id="remove another",
        ),
    ],
)
def test_why_and_note_are_saved_whatever_comes_next(
    leave: Callable[[MainWindow], None], listed: MainWindow, student: StudentFile
) -> None:
    type_both(listed)
    leave(listed)
    assert kept(student) == (WHY, "Ask about shifts")


def test_words_of_a_removed_role_come_back_with_it(
    listed: MainWindow, student: StudentFile
) -> None:
    type_both(listed)
    tool(listed, "Remove Nurse from the shortlist").click()
    press(listed.toast, "Undo")
    assert kept(student) == (WHY, "Ask about shifts")


def test_words_too_long_are_cut_where_they_are_typed(
    listed: MainWindow, student: StudentFile
) -> None:
    why, note = field(listed, "Why I chose Nurse"), field(listed, "Notes on Nurse")
    why.insert("w" * (WHY_LIMIT + 50))
    why.textEdited.emit(why.text())
    note.insertPlainText("n" * (NOTE_LIMIT + 50))
    listed.go_back()
    assert kept(student) == ("w" * WHY_LIMIT, "n" * NOTE_LIMIT)
    assert "Please shorten it" not in words_of(listed.toast)


def test_a_note_is_typed_with_line_ends_and_left_with_tab(
    listed: MainWindow, student: StudentFile
) -> None:
    note = field(listed, "Notes on Nurse")
    note.setFocus()
    QTest.keyClicks(note, "one")
    QTest.keyClick(note, Qt.Key.Key_Return)
    QTest.keyClicks(note, "two")
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert not note.hasFocus()
    assert kept(student)[1] == "one\ntwo"


def test_what_cannot_be_saved_is_explained_and_put_back(
    listed: MainWindow, student: StudentFile
) -> None:
    stuck.lock(student)
    tool(listed, "Move Nurse down").click()
    assert order(listed) == saved(student) == list(TITLES)
    assert "could not be saved" in listed.toast.accessibleName()
    listed.toast.hide()
    tool(listed, "Remove Nurse from the shortlist").click()
    assert order(listed) == saved(student) == list(TITLES)
    assert "could not be saved" in listed.toast.accessibleName()
    press(listed.toast, "Close")
    assert not listed.toast.isVisible()
    listed.open_role("nurse")
    press(listed.role_page, "On your shortlist")
    assert listed.role_page.shortlist_button.isChecked()
    assert "could not be saved" in listed.toast.accessibleName()


def test_a_role_that_left_the_catalogue_is_kept_greyed_and_explained(
    window: MainWindow, student: StudentFile
) -> None:
    student.add("flash-developer", Text("Flash Developer", "Pembangun Flash"))
    student.add("gone-for-good", Text("Town Crier", "Canang"))
    student.set_note("gone-for-good", "Ask the museum")
    window.go(ShortlistPlace())
    shown = cards(window)
    assert [card.role_id for card in shown] == ["flash-developer", "gone-for-good"]
    for card, title in zip(shown, ("Flash Developer", "Town Crier"), strict=True):
        assert "no longer in the catalogue" in words_of(card)
        (label,) = (label for label in visible(card, QLabel) if label.text() == title)
        muted = window.context.colours.muted
        assert label.palette().color(label.foregroundRole()).name() == muted
        assert [button.text() for button in visible(card, QPushButton)] == []
    assert field(window, "Notes on Town Crier").toPlainText() == "Ask the museum"
    window.context.change_look(language="ms")
    assert "Canang" in words_of(window.shortlist)


def test_a_card_opens_its_role(listed: MainWindow) -> None:
    press(cards(listed)[1], "Open")
    assert listed.role_page.place().role == "data-analyst"


def test_the_next_window_shows_what_was_kept(
    listed: MainWindow,
    store: Store,
    student: StudentFile,
    open_window: Callable[..., MainWindow],
    tmp_path: Path,
) -> None:
    type_both(listed)
    tool(listed, "Move Machine Learning Engineer up").click()
    listed.close()
    student.close()
    with StudentFile.open(tmp_path / "student") as again:
        look = Look(language="en", theme="light")
        window = open_window(Context(store, again, today=sample.PUBLISHED_ON, look=look))
        assert rail_words(window)[1] == "Shortlist (3)"
        window.go(ShortlistPlace())
        assert order(window) == ["nurse", "machine-learning-engineer", "data-analyst"]
        assert field(window, "Why I chose Nurse").text() == WHY
        assert field(window, "Notes on Nurse").toPlainText() == "Ask about shifts"
        window.close()


def test_a_second_toast_takes_the_place_of_the_first(
    listed: MainWindow, student: StudentFile
) -> None:
    tool(listed, "Remove Nurse from the shortlist").click()
    tool(listed, "Remove Data Analyst from the shortlist").click()
    assert "Data Analyst" in words_of(listed.toast)
    press(listed.toast, "Undo")
    assert saved(student) == ["data-analyst", "machine-learning-engineer"]


def test_an_unsaved_file_is_said_to_be_so(
    store: Store, open_window: Callable[..., MainWindow]
) -> None:
    problem = NoPlaceToSave(folder="/somewhere", reason="the disk is full.")
    with StudentFile.in_memory(problem) as student:
        look = Look(language="en", theme="light")
        window = open_window(Context(store, student, today=sample.PUBLISHED_ON, look=look))
        assert window.banners.isVisible()
        assert "Your work cannot be kept in /somewhere" in words_of(window.banners)
        window.context.change_look(language="ms")
        assert "/somewhere" in words_of(window.banners)
        assert "cannot be kept" not in words_of(window.banners)
        window.close()
