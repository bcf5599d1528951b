"""Filters, chips and answers on the exploration page: every click, key, count and late answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import sample
from careerdesk.authoring.build import build
from careerdesk.authoring.content import Content
from careerdesk.catalogue import Store
from careerdesk.catalogue.search import Filter, Kind, Search, Sort
from careerdesk.catalogue.text import Text
from careerdesk.desk.card_model import CardFace, CardModel, CardRole
from careerdesk.desk.context import Context, Look
from careerdesk.desk.explore.answers import Answer, Answers
from careerdesk.desk.explore.faces import FoundFaces
from careerdesk.desk.explore.filters import FilterMenu
from careerdesk.desk.flow import Flow
from careerdesk.desk.pressables import Button
from careerdesk.desk.window import MainWindow
from careerdesk.student import StudentFile


def button(window: MainWindow, words: str) -> QPushButton:
    window.explore.answers.settle()
    found = [
        b for b in window.explore.findChildren(QPushButton) if b.text() == words and b.isVisible()
    ]
    assert len(found) == 1, words
    return found[0]


def open_menu(window: MainWindow, words: str) -> QMenu:
    button(window, words).click()
    (menu,) = [m for m in window.explore.findChildren(QMenu) if m.isVisible()]
    return menu


def items(menu: QMenu) -> dict[str, bool]:
    """Return the words of a menu, and whether each is checked."""
    return {action.text(): action.isChecked() for action in menu.actions()}


def trigger(menu: QMenu, start: str) -> None:
    (action,) = [action for action in menu.actions() if action.text().startswith(start)]
    action.trigger()


def faces(window: MainWindow) -> list[CardFace]:
    window.explore.answers.settle()
    model = window.explore.roles().model()
    return [model.index(row, 0).data(CardRole) for row in range(model.rowCount())]


def titles(window: MainWindow) -> list[str]:
    return [face.title for face in faces(window)]


def chips(window: MainWindow) -> list[str]:
    window.explore.answers.settle()
    named = [b.accessibleName() for b in window.explore.findChildren(Button) if b.isVisible()]
    return [name for name in named if name.startswith("Remove the filter")]


def asked(window: MainWindow) -> Search:
    return window.explore.place().search


def test_a_filter_is_chosen_in_its_menu_and_becomes_a_chip(window: MainWindow) -> None:
    menu = open_menu(window, "Way in")
    assert "University  (1)" in items(menu)
    assert "Straight to work  (0)" in items(menu)
    trigger(menu, "University")
    assert titles(window) == ["Machine Learning Engineer"]
    assert chips(window) == ["Remove the filter University"]
    assert menu.isVisible()
    menu.close()
    button(window, "University").click()
    assert chips(window) == []
    assert len(titles(window)) == 3


def test_a_menu_counts_what_a_click_would_find(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "data")
    window.explore.answers.settle()
    menu = open_menu(window, "Field")
    assert items(menu) == {"Computing and data  (2)": False, "Health  (0)": False}
    (health,) = [action for action in menu.actions() if action.text().startswith("Health")]
    assert not health.isEnabled()
    trigger(menu, "Computing")
    window.explore.answers.settle()
    assert items(menu)["Computing and data  (2)"]
    menu.close()
    menu = open_menu(window, "Interest")
    assert [text for text in items(menu) if text.endswith("(1)")] == [
        "I · Investigative  (1)",
        "C · Conventional  (1)",
    ]


def test_a_menu_stays_open_and_follows_the_counts(window: MainWindow) -> None:
    menu = open_menu(window, "Interest")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(menu, key)
    window.explore.answers.settle()
    assert menu.isVisible()
    assert asked(window).filters == (Filter(Kind.INTEREST, "I"),)
    assert items(menu)["I · Investigative  (1)"]
    QTest.keyClick(menu, Qt.Key.Key_Space)
    assert asked(window).filters == ()
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_a_click_on_an_item_keeps_the_menu_open(window: MainWindow) -> None:
    menu = open_menu(window, "Way in")
    place = menu.actionGeometry(menu.actions()[0]).center()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)
    window.explore.answers.settle()
    assert menu.isVisible()
    assert asked(window).filters == (Filter(Kind.ROUTE, "university"),)


def test_of_pay_and_schooling_one_value_holds(window: MainWindow) -> None:
    window.explore.search_asked.emit(Search().adding(Kind.SCHOOLING, "diploma"))
    menu = open_menu(window, "Schooling")
    trigger(menu, "At most: Degree")
    assert asked(window).filters == (Filter(Kind.SCHOOLING, "degree"),)
    assert titles(window) == ["Machine Learning Engineer"]
    checked = [text for text, is_checked in items(menu).items() if is_checked]
    assert [text.partition("  ")[0] for text in checked] == ["At most: Degree"]
    trigger(menu, "At most: Degree")
    assert asked(window).filters == ()


def test_every_step_of_filtering_can_be_gone_back(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "data")
    window.explore.search_asked.emit(asked(window).adding(Kind.FIELD, "computing"))
    window.explore.search_asked.emit(asked(window).adding(Kind.ROUTE, "university"))
    assert len(chips(window)) == 2
    window.go_back()
    assert chips(window) == ["Remove the filter Computing and data"]
    assert window.top_bar.search.text() == "data"
    window.go_back()
    assert chips(window) == []
    window.go_back()
    assert window.top_bar.search.text() == ""
    for _ in range(3):
        window.go_forward()
    assert asked(window).as_text() == "words=data&field=computing&route=university"
    assert len(chips(window)) == 2


def test_filters_stay_while_words_are_typed(window: MainWindow) -> None:
    window.explore.search_asked.emit(Search().adding(Kind.FIELD, "health"))
    assert titles(window) == ["Nurse"]
    QTest.keyClicks(window.top_bar.search, "data")
    assert titles(window) == []
    button(window, "Remove all filters").click()
    assert titles(window) == ["Data Analyst", "Machine Learning Engineer"]
    assert asked(window) == Search("data")


def test_all_chips_go_at_once(window: MainWindow) -> None:
    search = Search().adding(Kind.FIELD, "computing").adding(Kind.INTEREST, "I")
    window.explore.search_asked.emit(search)
    assert len(chips(window)) == 2
    button(window, "Remove all filters").click()
    assert (chips(window), len(titles(window))) == ([], 3)


def test_the_keyboard_stays_among_the_chips(window: MainWindow) -> None:
    search = Search().adding(Kind.FIELD, "computing").adding(Kind.INTEREST, "I")
    window.explore.search_asked.emit(search)
    button(window, "Computing and data").setFocus()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    window.explore.answers.settle()
    assert window.focusWidget().accessibleName() == "Remove the filter I · Investigative"
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    window.explore.answers.settle()
    assert window.focusWidget().text() == "Field"


def test_the_list_is_sorted_as_asked(window: MainWindow) -> None:
    menu = open_menu(window, "Sort")
    assert [text for text, checked in items(menu).items() if checked] == ["Best match first"]
    trigger(menu, "Shortest way in first")
    assert titles(window)[0] == "Machine Learning Engineer"
    assert asked(window).sort is Sort.SHORTEST
    window.go_back()
    assert titles(window)[0] == "Data Analyst"


def test_roles_without_a_figure_come_last_and_say_so(window: MainWindow) -> None:
    window.explore.search_asked.emit(Search().adding(Kind.PAY, "1500"))
    assert {face.why for face in faces(window)} == {"Entry pay: no Malaysian figure with a source"}
    assert len(titles(window)) == 3


def test_a_card_says_why_and_marks_the_words(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "chatbot")
    (face,) = faces(window)
    assert face.why == "Looked for as: chatbot"
    assert [face.why[start:end] for start, end in face.marks.why] == ["chatbot"]
    assert "Looked for as: chatbot" in face.spoken("")
    window.top_bar.search.setText("engin")
    (face,) = faces(window)
    assert face.why == ""
    assert [face.title[start:end] for start, end in face.marks.title] == ["Engineer"]


def test_what_stands_on_the_card_is_not_said_again(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "examples")
    (face,) = faces(window)
    assert face.why == ""
    assert [face.text[start:end] for start, end in face.marks.text] == ["examples"]
    window.context.change_look(language="ms")
    (face,) = faces(window)
    assert face.why == "Ringkasnya: Teach machines from examples"


def test_nothing_found_offers_the_nearest_titles_and_the_fields(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "xurxe")
    button(window, "Look for “Nurse”").click()
    assert titles(window) == ["Nurse"]
    assert window.top_bar.search.text() == "Nurse"
    QTest.keyClicks(window.top_bar.search, "zzqq")
    window.explore.answers.settle()
    window.top_bar.search.setText("zzqqzz")
    window.explore.answers.settle()
    tiles = window.explore.home.tiles
    assert tiles.isVisible()
    assert tiles.model().rowCount() == 2


def test_a_heading_says_how_a_word_was_read(window: MainWindow) -> None:
    QTest.keyClicks(window.top_bar.search, "nurze")
    window.explore.answers.settle()
    said = [
        label.text() for label in window.explore.findChildren(QWidget) if hasattr(label, "text")
    ]
    assert "Best match first · “nurze” read as “nurse”" in said


def test_the_list_stays_where_it_is_while_words_are_typed(window: MainWindow) -> None:
    search = window.top_bar.search
    tops = set()
    for letter in "data ana":
        QTest.keyClicks(search, letter)
        window.explore.answers.settle()
        assert window.explore.roles().isVisible()
        tops.add(window.explore.roles().mapTo(window, window.explore.roles().rect().topLeft()).y())
        assert window.explore.roles().verticalScrollBar().value() == 0
    assert len(tops) == 1
    assert search.hasFocus()


@pytest.fixture
def slow(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Let every answer wait for an event; it is set at the end."""
    let_go = threading.Event()
    answer = Answers._answer

    def waiting(self: Answers, search: Search, language: str) -> Answer:
        assert let_go.wait(120)
        return answer(self, search, language)

    monkeypatch.setattr(Answers, "_answer", waiting)
    yield let_go
    let_go.set()
    window.explore.answers.settle()


def test_a_slow_answer_blocks_no_keystroke_and_a_stale_one_is_never_shown(
    window: MainWindow, slow: threading.Event, qtbot: QtBot
) -> None:
    shown: list[str] = []
    window.explore.answers.answered.connect(lambda answer: shown.append(answer.found.search.words))
    search = window.top_bar.search
    QTest.keyClicks(search, "nurse")
    assert search.text() == "nurse"
    assert titles_now(window) == ["Data Analyst", "Machine Learning Engineer", "Nurse"]
    slow.set()
    qtbot.waitUntil(lambda: not window.explore.answers.is_busy)
    assert shown == ["nurse"]
    assert titles(window) == ["Nurse"]


def titles_now(window: MainWindow) -> list[str]:
    model = window.explore.roles().model()
    return [model.index(row, 0).data(CardRole).title for row in range(model.rowCount())]


def test_an_answer_for_a_place_that_was_left_is_dropped(
    window: MainWindow, slow: threading.Event, qtbot: QtBot
) -> None:
    QTest.keyClicks(window.top_bar.search, "nurse")
    window.go_back()
    slow.set()
    window.explore.answers.settle()
    qtbot.wait(20)
    assert len(titles_now(window)) == 3
    assert window.top_bar.search.text() == ""


def test_going_down_to_a_list_that_is_not_there_yet_waits_for_it(
    window: MainWindow, slow: threading.Event
) -> None:
    search = window.top_bar.search
    QTest.keyClicks(search, "nurse")
    QTest.keyClick(search, Qt.Key.Key_Down)
    assert search.hasFocus()
    slow.set()
    window.explore.answers.settle()
    roles = window.explore.roles()
    assert roles.hasFocus()
    assert roles.current_key() == "nurse"


def test_the_catalogue_is_opened_once_for_all_answers(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    open_store = Store.open

    def counted(path: Path) -> Store:
        opened.append(path)
        return open_store(path)

    monkeypatch.setattr(Store, "open", counted)
    for words in ("nurse", "data", "machine"):
        window.top_bar.search.setText(words)
        window.explore.answers.settle()
    assert len(opened) == 1


def test_a_damaged_catalogue_is_told_and_the_window_goes_on(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.explore.answers, "_catalogue", Path("/nowhere.sqlite"))
    QTest.keyClicks(window.top_bar.search, "nurse")
    window.explore.answers.settle()
    assert any("missing" in label.text() for label in window.toast.findChildren(QLabel))
    assert len(titles(window)) == 3


@pytest.fixture
def many(
    content: Content,
    tmp_path: Path,
    student: StudentFile,
    open_window: Callable[..., MainWindow],
) -> Iterator[MainWindow]:
    """Return a window on a catalogue with more roles than a list shows."""
    analyst = content.roles[1]
    more = tuple(
        replace(analyst, id=f"r-{n:04}", title=Text(f"Role {n:04}", f"Peranan {n:04}"))
        for n in range(600)
    )
    path = tmp_path / "many.sqlite"
    build(replace(content, roles=content.roles + more), path)
    with Store.open(path) as store:
        look = Look(language="en", theme="light")
        yield open_window(Context(store, student, today=sample.PUBLISHED_ON, look=look))


def test_a_long_list_is_read_as_it_is_scrolled(many: MainWindow) -> None:
    window = many
    QTest.keyClicks(window.top_bar.search, "role")
    window.explore.answers.settle()
    roles = window.explore.roles()
    assert roles.model().rowCount() == 500
    said = [
        label.text() for label in window.explore.findChildren(QWidget) if hasattr(label, "text")
    ]
    assert "600 roles for “role”" in said
    assert any("the first 500 are shown" in text for text in said)
    read: list[int] = []
    rows = window.context.store.rows
    window.context.store.rows = lambda found, start, stop: (  # type: ignore[method-assign]
        read.append(start) or rows(found, start, stop)
    )
    assert roles.model().index(400, 0).data(CardRole).title == "Role 0400"
    assert read == [384]


def test_the_model_of_found_roles_keeps_its_promises(many: MainWindow) -> None:
    explore = many.explore
    model = CardModel("kept", explore)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    for words in ("role", "role 01", "nurse", "zzzz", "role"):
        many.explore.search_asked.emit(Search(words))
        explore.answers.settle()
        answer = explore.answers.kept(Search(words), "en")
        assert answer is not None
        faces = FoundFaces(many.context, answer)
        model.set_faces(faces, "kept", keys=faces.keys)
        assert model.rowCount() == len(answer.found.positions)
    assert tester.model() is model


def test_a_flow_goes_on_in_the_next_line(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = Flow(widget, 10)
    parts = [QWidget() for _ in range(3)]
    for part in parts:
        part.setFixedSize(QSize(100, 20))
        flow.addWidget(part)
    assert flow.heightForWidth(330) == 20
    assert flow.heightForWidth(220) == 50
    assert flow.heightForWidth(90) == 80
    widget.resize(220, 60)
    widget.show()
    assert [part.pos().toTuple() for part in parts] == [(0, 0), (110, 0), (0, 30)]
    parts[1].hide()
    assert flow.heightForWidth(220) == 20
    assert flow.takeAt(5) is flow.itemAt(-1) is None


def test_menus_are_thrown_away(window: MainWindow, qtbot: QtBot) -> None:
    for _ in range(3):
        open_menu(window, "Demand").close()
    qtbot.waitUntil(lambda: window.explore.findChildren(FilterMenu) == [])
    QTest.keyClicks(window.top_bar.search, "data")
    assert titles(window)
