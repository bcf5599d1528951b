"""The exploration page in the window: fields, search as it is typed, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import sample
from careerdesk.authoring.build import build
from careerdesk.authoring.content import Content
from careerdesk.catalogue import Store
from careerdesk.catalogue.text import Text
from careerdesk.desk.card_model import CardFace, CardRole
from careerdesk.desk.cards import CardView
from careerdesk.desk.context import Context, Look
from careerdesk.desk.explore.page import ExplorePage
from careerdesk.desk.parts import Card
from careerdesk.desk.places import ExplorePlace
from careerdesk.desk.window import MainWindow
from careerdesk.student import StudentFile


def view(window: MainWindow, name: str) -> CardView:
    """Return the list called ``name`` that is shown, once what was asked for is there."""
    window.explore.answers.settle()
    found = [v for v in window.explore.findChildren(CardView) if v.accessibleName() == name]
    shown = [v for v in found if v.isVisible()]
    assert found
    assert len(shown) <= 1
    return (shown or found[-1:])[0]


def faces(cards: CardView) -> list[CardFace]:
    model = cards.model()
    return [model.index(row, 0).data(CardRole) for row in range(model.rowCount())]


def titles(window: MainWindow) -> list[str]:
    return [face.title for face in faces(view(window, window.context.t.say("Roles")))]


def shown_words(widget: QWidget) -> list[str]:
    if isinstance(widget, ExplorePage):
        widget.answers.settle()
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def click(cards: CardView, key: str) -> None:
    cards.choose(key)
    place = cards.visualRect(cards.currentIndex()).center()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)


def button(widget: QWidget, words: str) -> QPushButton:
    found = [b for b in widget.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    assert len(found) == 1, words
    return found[0]


def test_the_first_page_shows_fields_with_counts_and_every_role(window: MainWindow) -> None:
    tiles = faces(view(window, "Fields of work"))
    assert [(tile.title, tile.second) for tile in tiles] == [
        ("Computing and data", "2 roles"),
        ("Health", "1 role"),
    ]
    assert titles(window) == ["Data Analyst", "Machine Learning Engineer", "Nurse"]
    assert "Explore working lives" in shown_words(window.explore)
    assert window.top_bar.search.hasFocus()


def test_a_retired_role_is_in_no_list(window: MainWindow) -> None:
    assert "Flash Developer" not in titles(window)
    QTest.keyClicks(window.top_bar.search, "flash")
    assert titles(window) == ["Machine Learning Engineer"]


def test_a_field_is_chosen_and_left(window: MainWindow) -> None:
    click(view(window, "Fields of work"), "computing")
    assert titles(window) == ["Data Analyst", "Machine Learning Engineer"]
    assert "Computing and data: 2 roles" in shown_words(window.explore)
    assert not view(window, "Fields of work").isVisible()
    button(window.explore, "Show all roles").click()
    assert len(titles(window)) == 3
    assert view(window, "Fields of work").isVisible()


def test_the_list_follows_what_is_typed(window: MainWindow) -> None:
    search = window.top_bar.search
    QTest.keyClicks(search, "nur")
    assert titles(window) == ["Nurse"]
    assert "1 role for “nur”" in shown_words(window.explore)
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""
    assert len(titles(window)) == 3
    assert search.hasFocus()


def test_nothing_found_says_what_to_do(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "zzqq")
    words = shown_words(window.explore)
    assert "No role fits these words yet." in words
    assert "0 roles for “zzqq”" in words
    button(window.explore, "Show all roles").click()
    assert len(titles(window)) == 3
    assert window.top_bar.search.text() == ""


@pytest.mark.parametrize("language", ["en", "ms"])
@pytest.mark.parametrize("query", ["nurse", "jururawat", "misi", "mendengar", "listening"])
def test_both_languages_find_whatever_the_window_speaks(
    query: str, language: str, window: MainWindow
) -> None:
    window.context.change_look(language=language)
    QTest.keyClicks(window.top_bar.search, query)
    assert titles(window) == ["Nurse" if language == "en" else "Jururawat"]


def test_cards_show_the_other_title_and_the_heart(window: MainWindow) -> None:
    student = window.context.student
    student.add("nurse", Text("Nurse", "Jururawat"))
    nurse = faces(view(window, "Roles"))[2]
    assert (nurse.second, nurse.text, nurse.marked) == (
        "Jururawat",
        "Care by day and night",
        True,
    )
    student.remove("nurse")
    assert not faces(view(window, "Roles"))[2].marked


HOSTILE = st.one_of(
    st.text(max_size=60),
    st.sampled_from(["\U0001f98a" * 100, "‮nurse", "nurse\0", "\ud800", "ﷺ" * 50]),
    st.lists(st.sampled_from(['"', "*", "AND", "NEAR(", "^", "-", ":", "nurse", ")", "col:"])).map(
        " ".join
    ),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(query=HOSTILE)
@example(query="nurse " * 2000)
@example(query='"nurse" OR title:x NEAR/2 *')
def test_anything_may_be_typed(query: str, window: MainWindow) -> None:
    search = window.top_bar.search
    search.setText(query)
    assert len(search.text()) <= 200
    assert set(titles(window)) <= {"Data Analyst", "Machine Learning Engineer", "Nurse"}
    heading = [words for words in shown_words(window.explore) if "“" in words]
    assert all(len(words) < 100 for words in heading)
    search.clear()
    assert len(titles(window)) == 3


@pytest.mark.parametrize("typed", ["kerja tanpa degree gaji tinggi", "W" * 200])
def test_what_is_said_of_a_search_never_makes_the_window_wider(
    typed: str, window: MainWindow
) -> None:
    window.context.change_look(percent=150)
    window.resize(1024, 640)
    window.top_bar.search.setText(typed)
    window.explore.answers.settle()
    QTest.qWait(20)
    assert window.width() == 1024


def test_a_wish_is_said_to_be_one_and_the_whole_line_told_on_hover(window: MainWindow) -> None:
    window.top_bar.search.setText("tak suka biologi")
    window.explore.answers.settle()
    said = "“tak suka biologi” read as “without Biology”"
    (note,) = (
        label
        for label in window.explore.findChildren(QLabel)
        if label.isVisible() and said in label.accessibleName()
    )
    assert note.text().startswith("By title · ")
    window.resize(1900, 640)
    QTest.qWait(20)
    assert said in note.text()
    assert note.toolTip() == ""
    window.context.change_look(percent=150)
    window.resize(700, 640)
    QTest.qWait(20)
    (note,) = (
        label
        for label in window.explore.findChildren(QLabel)
        if label.isVisible() and said in label.accessibleName()
    )
    assert note.text().endswith("…")
    assert said in note.toolTip()


def test_wishes_that_nothing_fits_are_told_as_such(window: MainWindow) -> None:
    window.top_bar.search.setText("kerja tanpa degree gaji tinggi")
    assert titles(window) == []
    assert "No role fits all of these wishes." in shown_words(window.explore)


def test_ten_thousand_characters_pasted_are_cut_and_searched(window: MainWindow) -> None:
    window.top_bar.search.setText("x" * 10_000)
    assert len(window.top_bar.search.text()) == 200
    assert titles(window) == []
    window.top_bar.search.setText("nurse" + " " * 10_000)
    assert titles(window) == ["Nurse"]


@pytest.fixture
def full_window(
    content: Content,
    tmp_path: Path,
    student: StudentFile,
    open_window: Callable[..., MainWindow],
) -> Iterator[MainWindow]:
    """Return a window on a catalogue with enough roles to scroll."""
    analyst = content.roles[1]
    more = tuple(
        replace(
            analyst,
            id=f"role-{number:02}",
            title=Text(f"Role {number:02}", f"Peranan {number:02}"),
        )
        for number in range(60)
    )
    path = tmp_path / "full.sqlite"
    build(replace(content, roles=content.roles + more), path)
    with Store.open(path) as store:
        look = Look(language="en", theme="light")
        yield open_window(Context(store, student, today=sample.PUBLISHED_ON, look=look))


def test_the_way_back_restores_query_scroll_and_focus(
    full_window: MainWindow, qtbot: QtBot
) -> None:
    window = full_window
    QTest.keyClicks(window.top_bar.search, "role")
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Down)
    cards = view(window, "Roles")
    assert cards.hasFocus()
    cards.choose("role-40")
    scrolled = cards.verticalScrollBar().value()
    assert scrolled > 0
    QTest.keyClick(cards, Qt.Key.Key_Return)
    assert window.pages.currentWidget() is window.role_page
    assert window.top_bar.search.text() == ""
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.explore)
    assert window.top_bar.search.text() == "role"
    assert cards.current_key() == "role-40"
    assert cards.hasFocus()
    qtbot.waitUntil(lambda: cards.verticalScrollBar().value() == scrolled)


def test_the_breadcrumb_goes_back_to_the_list_as_it_was_left(full_window: MainWindow) -> None:
    window = full_window
    click(view(window, "Fields of work"), "computing")
    cards = view(window, "Roles")
    cards.choose("role-50")
    scrolled = cards.verticalScrollBar().value()
    QTest.keyClick(cards, Qt.Key.Key_Return)
    button(window.role_page, "Explore").click()
    assert cards.verticalScrollBar().value() == scrolled > 0
    assert "Computing and data: 62 roles" in shown_words(window.explore)
    assert cards.current_key() == "role-50"


def test_the_second_crumb_shows_the_whole_field(window: MainWindow) -> None:
    window.open_role("nurse")
    button(window.role_page, "Health").click()
    assert titles(window) == ["Nurse"]


def test_a_search_is_one_step_of_the_way_back(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "nurse")
    window.go_back()
    assert window.top_bar.search.text() == ""
    assert len(titles(window)) == 3
    assert not window.history.can_go_back
    window.go_forward()
    assert window.top_bar.search.text() == "nurse"
    assert titles(window) == ["Nurse"]


def test_typing_on_a_role_page_goes_to_the_results(window: MainWindow) -> None:
    window.open_role("nurse")
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    search = window.top_bar.search
    assert search.hasFocus()
    QTest.keyClicks(search, "data")
    assert search.text() == "data"
    assert search.hasFocus()
    assert titles(window) == ["Data Analyst", "Machine Learning Engineer"]
    window.go_back()
    assert window.pages.currentWidget() is window.role_page


def test_a_slash_goes_to_the_search_and_can_be_typed_there(window: MainWindow) -> None:
    window.explore.focus_list()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Slash)
    assert window.top_bar.search.hasFocus()
    QTest.keyClicks(window.top_bar.search, "ui/ux")
    assert window.top_bar.search.text() == "ui/ux"


def test_the_explore_button_shows_everything_again(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "nurse")
    window.rail.explore_asked.emit()
    assert window.history.place == ExplorePlace()
    assert len(titles(window)) == 3


def test_back_and_forward_can_be_pressed_only_where_there_is_a_way(window: MainWindow) -> None:
    def enabled() -> list[bool]:
        QApplication.processEvents()
        buttons = window.top_bar.findChildren(QToolButton)
        named = {b.accessibleName(): b.isEnabled() for b in buttons if b.isVisible()}
        return [named["Back (Alt+Left)"], named["Forward (Alt+Right)"]]

    assert enabled() == [False, False]
    window.open_role("nurse")
    assert enabled() == [True, False]
    window.go_back()
    assert enabled() == [False, True]
    window.context.change_look(theme="dark")
    assert enabled() == [False, True]


@pytest.mark.parametrize("words", ["", "nurse", "zzqq"])
@pytest.mark.parametrize("size", [(1024, 640), (1366, 768), (1920, 1080)])
def test_head_and_cards_end_alike(
    size: tuple[int, int], words: str, context: Context, open_window: Callable[..., MainWindow]
) -> None:
    window = open_window(context, *size)
    QTest.keyClicks(window.top_bar.search, words)
    cards = view(window, "Roles" if words == "nurse" else "Fields of work")
    QApplication.processEvents()
    columns = cards.width() // cards.gridSize().width()
    ends = [cards.mapTo(window, QPoint(columns * cards.gridSize().width() - 4, 0)).x()]
    if words:
        ends.append(right_of(button(window.explore, "Show all roles"), window))
    if words == "zzqq":
        ends += [right_of(card, window) for card in window.explore.findChildren(Card)]
    ends.append(window.width() - 20)
    assert max(ends) - min(ends) <= 4


def right_of(widget: QWidget, window: MainWindow) -> int:
    return widget.mapTo(window, widget.rect().topRight()).x()


def test_what_clears_the_search_says_so(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "nurse")
    (clear,) = (b for b in window.top_bar.search.findChildren(QToolButton) if b.text())
    assert (clear.text(), clear.toolTip()) == ("Clear the search", "Clear the search")
    window.context.change_look(language="ms")
    assert clear.text() == "Kosongkan carian"
    clear.click()
    assert window.top_bar.search.text() == ""
