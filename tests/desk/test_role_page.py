"""The page of a role: its six tabs, its evidence, and what a change of look leaves in place."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from datetime import date

import psutil
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import sample
from careerdesk.catalogue import Store
from careerdesk.desk.context import Context, Look, remembered_look
from careerdesk.desk.evidence_view import EvidenceSheet
from careerdesk.desk.parts import Card
from careerdesk.desk.places import RolePlace
from careerdesk.desk.pressables import IconButton
from careerdesk.desk.role.page import TABS
from careerdesk.desk.tour import is_blank
from careerdesk.desk.window import MainWindow
from careerdesk.student import StudentFile

ENGINEER = "machine-learning-engineer"
ROLES = [ENGINEER, "data-analyst", "nurse", "flash-developer"]


def words_of(widget: QWidget) -> str:
    """Return every word on ``widget``, one label or button a line."""
    parts = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    shown = [part.text().replace("&&", "&") for part in parts if part.isVisibleTo(widget)]
    return "\n".join(shown)


def open_tab(window: MainWindow, role: str, tab: str) -> QWidget:
    window.go(RolePlace(role, tab))
    if tab == "scores":
        assert window.context.charts.load_now()
    window.role_page.current_tab().complete()
    QApplication.processEvents()
    return window.role_page.current_tab()


def evidence_buttons(window: MainWindow, tab: QWidget) -> list[QToolButton]:
    start = window.context.t.say("Where this comes from: {what}", what="")
    return [
        button
        for button in tab.findChildren(IconButton)
        if button.accessibleName().startswith(start)
    ]


@pytest.mark.parametrize("percent", [90, 150])
@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize("role", ROLES)
def test_every_tab_of_every_role_shows_something(
    role: str,
    language: str,
    percent: int,
    store: Store,
    student: StudentFile,
    open_window: Callable[..., MainWindow],
) -> None:
    look = Look(language=language, theme="light", percent=percent)
    window = open_window(Context(store, student, today=sample.PUBLISHED_ON, look=look))
    for key in TABS:
        tab = open_tab(window, role, key)
        assert tab.isVisible()
        assert any(label.isVisible() and label.text() for label in tab.findChildren(QLabel)), key
        assert not is_blank(tab.grab().toImage()), key


EXPECTED = {
    "story": [
        "You build models that learn.",
        "A lab in Penang.",
        "People use it daily.",
        "Data takes time.",
        "Check the runs.",
        "Train and test them.",
        "Data Analyst",
        "Explains data.",
        "MASCO 2524-11 Jurutera Kecerdasan Buatan",
    ],
    "journey": [
        "1. Degree · 3–4 years",
        "Keep learning",
        "STPM or similar",
        "Bachelor of Computer Science, Universiti Malaya (Four years)",
        "Be patient.",
        "Mathematics",
        "You build.",
        "Cloud Basics",
        "Being retired",
        "Ends in 2027.",
        "Data Science",
        "PTPTN",
    ],
    "skills": ["Python", "For the models.", "Flash", "Read papers"],
    "scores": ["81 · Worked out from sources", "70 · As published, method not given"],
    "pay": ["Starting out", "112,590", "Demand grows.", "Often possible.", "40–45"],
    "sources": [
        "Grace Hopper",
        "Artificial Intelligence: A Modern Approach",
        "Stuart Russell, Peter Norvig",
        "scikit-learn",
        "scikit-learn.org",
        "Malaysia Board of Technologists",
        "Graduates Statistics",
        "Figures are guides.",
        "Edition 3 of 21 November 2026",
    ],
}


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_says_what_the_catalogue_holds(tab: str, window: MainWindow) -> None:
    words = words_of(open_tab(window, ENGINEER, tab))
    assert [expected for expected in EXPECTED[tab] if expected not in words] == []


def test_a_score_without_evidence_says_so(window: MainWindow) -> None:
    words = words_of(open_tab(window, "nurse", "scores"))
    assert words.count("No evidence yet") >= 7
    assert "0 ·" not in words


def test_every_number_opens_its_evidence(window: MainWindow) -> None:
    opened = 0
    for key in TABS:
        tab = open_tab(window, ENGINEER, key)
        for button in evidence_buttons(window, tab):
            button.click()
            (sheet,) = window.findChildren(EvidenceSheet)
            assert sheet.isVisible()
            words = words_of(sheet)
            assert "Source" in words
            assert "Published by" in words
            assert "Date of the source" in words
            assert "Kind of source" in words
            assert "Read on" in words
            QTest.keyClick(sheet, Qt.Key.Key_Escape)
            assert not sheet.isVisible()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            opened += 1
    assert opened >= 25


def evidence_of(window: MainWindow, tab: str, what: str) -> str:
    """Open the evidence for ``what`` and return its words."""
    buttons = evidence_buttons(window, open_tab(window, ENGINEER, tab))
    (button,) = (b for b in buttons if what in b.accessibleName())
    button.click()
    (sheet,) = window.findChildren(EvidenceSheet)
    words = words_of(sheet)
    sheet.close()
    return words


def test_the_evidence_of_a_derived_score_holds_method_and_inputs(window: MainWindow) -> None:
    words = evidence_of(window, "scores", "Global demand (United States as a stand-in), 81")
    for part in ("81 of 100", "Worked out from sources", "global_demand/1", "33.5", "23.4"):
        assert part in words
    assert "Department of Statistics Malaysia" in words


def test_the_evidence_of_pay_holds_place_year_and_kind(window: MainWindow) -> None:
    words = evidence_of(window, "pay", "United States, USD")
    for part in ("USD 112,590", "United States", "2024", "Median", "Official"):
        assert part in words.replace(chr(160), " ")


def test_a_popup_lies_within_the_screen(window: MainWindow) -> None:
    tab = open_tab(window, ENGINEER, "scores")
    button = evidence_buttons(window, tab)[-1]
    window.move(window.screen().availableGeometry().bottomRight())
    button.click()
    (sheet,) = window.findChildren(EvidenceSheet)
    # The offscreen platform puts a frame of two pixels around every window.
    space = window.screen().availableGeometry().adjusted(0, 0, 2, 2)
    assert space.contains(sheet.geometry())
    sheet.close()


def test_a_neighbour_leads_to_its_role_and_back(window: MainWindow) -> None:
    tab = open_tab(window, ENGINEER, "story")
    (neighbour,) = (b for b in tab.findChildren(QPushButton) if b.text() == "Data Analyst")
    neighbour.click()
    assert window.role_page.place().role == "data-analyst"
    assert not window.toast.isVisible()
    window.go_back()
    assert window.role_page.place().role == ENGINEER


@pytest.mark.parametrize("tab", TABS)
def test_the_language_changes_in_place(tab: str, window: MainWindow, qtbot: QtBot) -> None:
    open_tab(window, ENGINEER, tab)
    page = window.role_page
    bar = page.current_tab().verticalScrollBar()
    qtbot.waitUntil(lambda: tab == "skills" or bar.maximum() > 0)
    bar.setValue(bar.maximum() // 2)
    before = page.place()
    window.context.change_look(language="ms")
    after = page.place()
    assert (after.role, after.tab) == (before.role, before.tab)
    assert abs(after.scroll - before.scroll) <= before.scroll * 0.25 + 40
    words = words_of(page)
    assert "Jurutera Pembelajaran Mesin" in words
    assert "Print / PDF" not in words
    qtbot.wait(20)
    assert page.place().scroll == after.scroll


def test_every_part_of_the_window_changes_its_language(window: MainWindow) -> None:
    open_tab(window, ENGINEER, "story")
    english = set(words_of(window).splitlines())
    window.context.change_look(language="ms")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    malay = set(words_of(window).splitlines())
    same = {words for words in english & malay if any(letter.isalpha() for letter in words)}
    # What both languages write alike: the other title swaps places with the title.
    assert same <= {"Machine Learning Engineer", "Jurutera Pembelajaran Mesin"} | {
        "MASCO 2524-11 Jurutera Kecerdasan Buatan"
    }


def test_the_choice_of_look_is_remembered(window: MainWindow) -> None:
    window.context.change_look(language="ms")
    window.context.change_look(theme="contrast")
    window.context.change_look(percent=130)
    assert remembered_look(window.context.student) == Look("ms", "contrast", 130)


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_the_theme_changes_in_place(theme: str, window: MainWindow) -> None:
    tab = open_tab(window, ENGINEER, "pay")
    light = tab.grab().toImage().pixelColor(3, 3)
    window.context.change_look(theme=theme)
    QApplication.processEvents()
    tab = window.role_page.current_tab()
    assert tab.grab().toImage().pixelColor(3, 3).lightness() < light.lightness() - 100
    assert window.role_page.place() == RolePlace(ENGINEER, "pay")


def test_larger_text_is_larger(window: MainWindow) -> None:
    def size() -> float:
        tab = open_tab(window, ENGINEER, "story")
        (label,) = (b for b in tab.findChildren(QLabel) if b.text() == "The story")
        return label.font().pointSizeF()

    before = size()
    window.context.change_look(percent=150)
    assert size() == pytest.approx(before * 1.5)


def test_an_unknown_role_is_one_sentence_and_no_step(window: MainWindow) -> None:
    window.open_role("no-such-role")
    assert window.toast.isVisible()
    assert "no-such-role" in words_of(window.toast)
    assert window.pages.currentWidget() is window.explore
    assert not window.history.can_go_back
    assert not window.role_page.isVisible()
    window.open_role("nurse")
    window.open_role("no-such-role")
    assert window.pages.currentWidget() is window.role_page
    assert window.history.place == RolePlace("nurse")


@pytest.mark.parametrize(
    ("today", "warned"),
    [
        (date(2026, 11, 21), False),
        (date(2020, 1, 1), False),
        (date(2028, 5, 20), False),
        (date(2028, 5, 22), True),
        (date(2035, 1, 1), True),
    ],
)
def test_an_old_catalogue_is_said_to_be_old(
    today: date,
    warned: bool,
    store: Store,
    student: StudentFile,
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window(Context(store, student, today=today, look=Look(language="en")))
    assert window.banners.isVisible() == warned
    assert ("months old" in words_of(window.banners)) == warned


def test_nothing_of_a_role_outlives_its_page(window: MainWindow) -> None:
    def visit(role: str) -> None:
        for key in TABS:
            open_tab(window, role, key)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle() -> None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()

    for role in ROLES[:2] * 3:
        visit(role)
    settle()
    process = psutil.Process()
    widgets = len(window.findChildren(QWidget))
    tabs: list[weakref.ref[QWidget]] = []
    grown = []
    for _ in range(5):
        memory = process.memory_info().rss
        for number in range(10):
            visit(ROLES[number % 2])
            tabs.append(weakref.ref(window.role_page.current_tab()))
        settle()
        grown.append(process.memory_info().rss - memory)
    assert len(window.findChildren(QWidget)) <= widgets
    assert sum(tab() is not None for tab in tabs) <= 1
    # What is kept is kept every time; an allocator that asks for more room does so now and then.
    assert min(grown) < 4_000_000


def test_what_a_look_leaves_behind_is_put_away(window: MainWindow) -> None:
    open_tab(window, ENGINEER, "scores")

    def count() -> int:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return len(window.findChildren(QWidget))

    before = count()
    for _ in range(5):
        window.context.change_look(language="ms")
        window.context.change_look(language="en")
    assert count() == before


def test_a_tab_left_before_its_charts_are_there_does_no_harm(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.go(RolePlace(ENGINEER, "scores"))
    window.go(RolePlace("nurse", "story"))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(60)
    assert window.role_page.place() == RolePlace("nurse", "story")


def right_of(widget: QWidget, window: MainWindow) -> int:
    return widget.mapTo(window, widget.rect().topRight()).x()


@pytest.mark.parametrize("width", [1024, 1366, 1920])
def test_the_buttons_of_the_header_end_where_the_cards_do(
    width: int, context: Context, open_window: Callable[..., MainWindow]
) -> None:
    window = open_window(context, width, 768)
    card = open_tab(window, ENGINEER, "skills").findChildren(Card)[0]
    (sheet,) = (b for b in window.role_page.findChildren(QPushButton) if "PDF" in b.text())
    assert abs(right_of(sheet, window) - right_of(card, window)) <= 1


@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize("percent", [100, 150])
def test_no_button_of_the_header_jumps_when_it_is_pressed(
    percent: int,
    language: str,
    store: Store,
    student: StudentFile,
    open_window: Callable[..., MainWindow],
) -> None:
    look = Look(language=language, theme="light", percent=percent)
    context = Context(store, student, today=sample.PUBLISHED_ON, look=look)
    window = open_window(context, 1000, 640)
    open_tab(window, "nurse", "story")
    buttons = [window.role_page.shortlist_button, window.role_page.compare_button]
    for width in range(1000, 1300, 20):
        window.resize(width, 640)
        QApplication.processEvents()
        before = [button.y() for button in buttons]
        for button in buttons:
            button.click()
        QApplication.processEvents()
        assert [button.y() for button in buttons] == before
