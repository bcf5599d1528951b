"""Comparing in the window: roles come and go in place, and what differs comes first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

import sample
from careerdesk.catalogue import Store, Text
from careerdesk.desk.compare.columns import columns
from careerdesk.desk.compare.heads import Heads
from careerdesk.desk.compare.page import ComparePage
from careerdesk.desk.compare.picker import RolePicker
from careerdesk.desk.context import Context, Look
from careerdesk.desk.drawings.lanes import ScoreLanes
from careerdesk.desk.evidence_view import EvidenceSheet
from careerdesk.desk.places import ComparePlace, RolePlace, ShortlistPlace
from careerdesk.desk.window import MainWindow
from careerdesk.student import StudentFile

ENGINEER, ANALYST, NURSE = "machine-learning-engineer", "data-analyst", "nurse"
GLOBAL = "Global demand (United States as a stand-in)"
PUBLISHED = "As published, method not given"
NONE = "Nurse: no evidence yet."


def compare_page(window: MainWindow, *roles: str, differences: bool = False) -> ComparePage:
    """Put ``roles`` side by side and go to the page that compares them."""
    window.context.tray.put(roles)
    window.go(ComparePlace(differences))
    page = window.pages.compare
    page.scroll.complete()
    return page


def words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)]


def heads(page: ComparePage) -> list[str]:
    shown = [head for head in page.findChildren(Heads) if head.isVisibleTo(page)]
    titles = {card.title.en: card.id for card in page._context.store.cards()}
    return [titles[text] for head in shown for text in words(head) if text in titles]


def press(part: QWidget, name: str) -> None:
    (found,) = (
        button
        for kind in (QPushButton, QToolButton)
        for button in part.findChildren(kind)
        if name in (button.text(), button.accessibleName()) and button.isVisibleTo(part)
    )
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)


def test_the_role_page_puts_a_role_beside_others_and_takes_it_back(window: MainWindow) -> None:
    window.go(RolePlace(ENGINEER))
    press(window.role_page, "Compare")
    assert window.context.tray.roles() == (ENGINEER,)
    assert "Compare (1)" in [b.text() for b in window.rail.findChildren(QToolButton)]
    assert window.toast.accessibleName() == "Added to the comparison: Machine Learning Engineer"
    press(window.role_page, "In the comparison")
    assert window.context.tray.roles() == ()
    press(window.toast, "Undo")
    assert window.context.tray.roles() == (ENGINEER,)
    assert window.role_page.compare_button.isChecked()


def test_without_two_roles_it_says_what_to_do_and_suggests_some(window: MainWindow) -> None:
    page = compare_page(window)
    assert "Put two to four roles side by side." in words(page)
    compare_page(window, ENGINEER)
    assert "Machine Learning Engineer is here. Add one to three more." in words(page)
    press(page, "+ Data Analyst")
    assert heads(page) == [ENGINEER, ANALYST]


def test_roles_are_found_by_name_and_added_in_place(window: MainWindow) -> None:
    page = compare_page(window, ENGINEER, ANALYST)
    picker = next(p for p in page.findChildren(RolePicker) if p.isVisibleTo(page))
    QTest.keyClicks(picker, "machine")
    assert picker.offered() == ()
    picker.clear()
    QTest.keyClicks(picker, "jurur")
    assert picker.offered() == (NURSE,)
    QTest.keyClick(picker, Qt.Key.Key_Return)
    assert heads(page) == [ENGINEER, ANALYST, NURSE]
    assert window.history.place == ComparePlace()


@pytest.mark.parametrize("by", ["mouse", "keys"])
def test_a_role_is_chosen_from_the_list_below_the_field(by: str, window: MainWindow) -> None:
    page = compare_page(window, ENGINEER)
    for _ in range(8):
        # What chooses is a part of what is thrown away for it; too early ends the process.
        picker = next(p for p in page.findChildren(RolePicker) if p.isVisibleTo(page))
        picker.setFocus()
        QTest.keyClicks(picker, "jurur")
        names = picker.completer().popup()
        assert names.isVisible()
        if by == "mouse":
            spot = names.visualRect(names.model().index(0, 0)).center()
            QTest.mousePress(names.viewport(), Qt.MouseButton.LeftButton, pos=spot)
            QTest.mouseRelease(names.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        else:
            QTest.keyPress(names, Qt.Key.Key_Down)
            QTest.keyPress(names, Qt.Key.Key_Return)
        assert isValid(picker)
        assert window.context.tray.roles() == (ENGINEER, NURSE)
        QApplication.processEvents()
        window.context.tray.put((ENGINEER,))
        QApplication.processEvents()


def test_a_role_is_taken_out_in_place_and_put_back(window: MainWindow) -> None:
    page = compare_page(window, ENGINEER, ANALYST, NURSE)
    press(page, "Take Data Analyst out of the comparison")
    assert heads(page) == [ENGINEER, NURSE]
    press(window.toast, "Undo")
    assert heads(page) == [ENGINEER, ANALYST, NURSE]


def test_a_fifth_role_is_refused_with_a_reason(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    tray = window.context.tray
    tray.put((ENGINEER, ANALYST, NURSE))
    monkeypatch.setattr("careerdesk.desk.tray.MOST_COMPARED", 2)
    assert tray.roles() == (ENGINEER, ANALYST)
    window.go(RolePlace(NURSE))
    press(window.role_page, "Compare")
    assert tray.roles() == (ENGINEER, ANALYST)
    assert "Four roles" in window.toast.accessibleName()
    assert not window.role_page.compare_button.isChecked()


def test_only_what_differs_leaves_out_sentences_and_what_is_alike(window: MainWindow) -> None:
    page = compare_page(window, ENGINEER, ANALYST)
    everything = words(page)
    assert "In short" in everything
    assert any(text.startswith("All of them: ") for text in everything)
    page.show_only_differences(True)
    page.scroll.complete()
    differences = words(page)
    assert "In short" not in differences
    assert not any(text.startswith("All of them: ") for text in differences)
    assert {"Least schooling needed", "Official title"} <= set(differences)
    assert set(differences) < set(everything)
    assert window.history.place == ComparePlace(differences=True)


def test_the_place_survives_back_and_forward(window: MainWindow) -> None:
    page = compare_page(window, ENGINEER, NURSE, differences=True)
    bar = page.scroll.verticalScrollBar()
    page.scroll.settle()
    bar.setValue(60)
    assert bar.value() == 60
    press(page, "Open Nurse")
    assert window.history.place == RolePlace(NURSE)
    window.go_back()
    assert window.pages.currentWidget() is page
    assert window.history.place == ComparePlace(differences=True, scroll=60)
    assert bar.value() == 60


def test_another_language_keeps_roles_and_choice(window: MainWindow) -> None:
    page = compare_page(window, ENGINEER, NURSE, differences=True)
    window.context.change_look(language="ms")
    page.scroll.complete()
    assert page.place().differences
    assert {"Jururawat", "Pendidikan minimum yang diperlukan"} <= set(words(page))
    assert "In short" not in words(page)


def test_the_comparison_is_there_again_at_the_next_start(
    store: Store, tmp_path: Path, open_window: Callable[..., MainWindow]
) -> None:
    look = Look(language="en", theme="light")
    with StudentFile.open(tmp_path / "s") as student:
        context = Context(store, student, today=sample.PUBLISHED_ON, look=look)
        assert context.tray.put((NURSE, "flash-developer", "gone", ENGINEER))
    with StudentFile.open(tmp_path / "s") as student:
        context = Context(store, student, today=sample.PUBLISHED_ON, look=look)
        assert heads(compare_page(open_window(context), *context.tray.roles())) == [NURSE, ENGINEER]


def test_every_score_and_figure_opens_its_evidence(window: MainWindow) -> None:
    page = compare_page(window, ENGINEER, NURSE)
    about = f"Machine Learning Engineer, {GLOBAL}"
    press(page, f"Where this comes from: {about}")
    (sheet,) = window.findChildren(EvidenceSheet)
    assert sheet.accessibleName() == about
    assert "Method id: global_demand/1" in sheet.accessibleDescription()
    sheet.close()


def test_the_drawing_says_all_numbers_of_all_roles(window: MainWindow) -> None:
    page = compare_page(window, ENGINEER, NURSE)
    scores, interests = page.findChildren(ScoreLanes)
    assert scores.accessibleDescription().splitlines() == [
        f"{GLOBAL}. Machine Learning Engineer: 81 of 100; Nurse: no evidence yet.",
        f"Suits quiet people. Machine Learning Engineer: 70 of 100 ({PUBLISHED}); {NONE}",
    ]
    assert len(interests.accessibleDescription().splitlines()) == 6


@pytest.mark.parametrize(("count", "width"), [(2, 860), (3, 1040), (4, 1234)])
def test_wide_pages_put_the_names_beside_the_cells(count: int, width: int) -> None:
    found = columns(width, 100, count)
    assert found.name > 0
    assert not found.stacked
    assert found.name + count * (found.cell + found.gap) <= width - 2 * (24 + 16) - 14


@pytest.mark.parametrize(
    ("count", "width", "percent", "stacked"),
    [(4, 892, 100, False), (4, 826, 150, True), (2, 826, 150, False)],
)
def test_narrow_pages_put_the_names_above_or_everything_in_a_pile(
    count: int, width: int, percent: int, stacked: bool
) -> None:
    found = columns(width, percent, count)
    assert (found.name, found.stacked) == (0, stacked)
    assert found.cell * (1 if stacked else count) <= width


def test_the_columns_follow_the_width_of_the_window(window: MainWindow, qtbot: QtBot) -> None:
    page = compare_page(window, ENGINEER, ANALYST, NURSE)
    before = page._widths
    window.resize(1000, 640)
    qtbot.waitUntil(lambda: page._widths != before)
    assert heads(page) == [ENGINEER, ANALYST, NURSE]


def test_a_wide_comparison_lets_the_window_become_narrow(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1920, 1080)
    page = compare_page(window, ENGINEER, ANALYST, NURSE)
    wide = page._widths
    window.resize(1024, 640)
    qtbot.waitUntil(lambda: page._widths != wide)
    assert window.size().toTuple() == (1024, 640)
    assert heads(page) == [ENGINEER, ANALYST, NURSE]


def test_the_shortlist_compares_its_first_roles(window: MainWindow) -> None:
    student, tray = window.context.student, window.context.tray
    window.go(ShortlistPlace())
    student.add("flash-developer", Text("Flash Developer", "Pembangun Flash"))
    student.add(NURSE, Text("Nurse", "Jururawat"))
    assert not any(b.text().startswith("Compare the") for b in window.findChildren(QPushButton))
    student.add(ANALYST, Text("Data Analyst", "Penganalisis Data"))
    tray.put((ENGINEER,))
    press(window.shortlist, "Compare the first 2 roles")
    assert window.history.place == ComparePlace()
    assert heads(window.pages.compare) == [NURSE, ANALYST]
    press(window.toast, "Undo")
    assert tray.roles() == (ENGINEER,)
