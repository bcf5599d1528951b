"""Lists of cards: the model keeps its promises to Qt, and the view opens what was chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from careerdesk.desk import theme
from careerdesk.desk.card_corner import corner
from careerdesk.desk.card_model import CardFace, CardModel, CardRole
from careerdesk.desk.card_text import CardText, fits, fitting
from careerdesk.desk.cards import CardView
from careerdesk.desk.context import Context
from careerdesk.desk.window import MainWindow

LEAST = 200


def face(key: str, *, marked: bool = False) -> CardFace:
    return CardFace(key, key.title(), "second", "text", "explore", "#336699", marked)


FACES = [face(key) for key in "abcdefghijkl"]


@pytest.fixture
def view(context: Context, qtbot: QtBot) -> CardView:
    view = CardView(context, text_lines=2, least_width=LEAST)
    qtbot.addWidget(view)
    view.set_faces(FACES, "kept")
    view.resize(LEAST * 3 + 60, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def opened(view: CardView) -> list[str]:
    keys: list[str] = []
    view.opened.connect(keys.append)
    return keys


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param([FACES, FACES[:3], [], FACES], id="others"),
        pytest.param([FACES, [face(f.key, marked=True) for f in FACES]], id="the same, marked"),
        pytest.param([[], []], id="nothing"),
        pytest.param([FACES, FACES[::-1]], id="another order"),
    ],
)
def test_the_model_tells_qt_of_every_change(changes: list[list[CardFace]], view: CardView) -> None:
    model = CardModel("kept", view)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    for faces in changes:
        model.set_faces(faces, "kept")
        shown = [model.data(model.index(row), CardRole) for row in range(model.rowCount())]
        assert shown == faces
    assert tester.model() is model


def test_cards_that_only_change_their_mark_keep_the_choice(view: CardView) -> None:
    view.choose("e")
    view.set_faces([face(f.key, marked=f.key == "e") for f in FACES], "kept")
    assert view.current_key() == "e"
    index = view.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "E. second. text. kept"


def test_other_cards_have_no_choice(view: CardView) -> None:
    view.choose("e")
    view.set_faces(FACES[:2], "kept")
    assert view.current_key() is None
    view.choose("not there")
    assert view.current_key() is None


def test_a_click_opens_the_card_below_it(view: CardView, opened: list[str], qtbot: QtBot) -> None:
    place = view.visualRect(view.model().index(4, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened == ["e"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_opens_the_card_with_the_focus(
    key: Qt.Key, view: CardView, opened: list[str], qtbot: QtBot
) -> None:
    view.choose("c")
    qtbot.keyClick(view, key)
    assert opened == ["c"]


def test_a_key_without_a_card_opens_nothing(
    view: CardView, opened: list[str], qtbot: QtBot
) -> None:
    view.set_faces([], "kept")
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == []


def test_arrows_go_along_and_across_the_columns(view: CardView, qtbot: QtBot) -> None:
    view.choose("a")
    columns = columns_of(view)
    assert columns == 3
    for key, reached in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 1 + columns),
        (Qt.Key.Key_Left, columns),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, len(FACES) - 1),
        (Qt.Key.Key_Home, 0),
    ):
        qtbot.keyClick(view, key)
        assert view.currentIndex().row() == reached, key


@pytest.mark.parametrize(("width", "columns"), [(150, 1), (450, 2), (660, 3), (1100, 5)])
def test_as_many_columns_as_fit(width: int, columns: int, view: CardView, qtbot: QtBot) -> None:
    view.resize(width, 400)
    qtbot.waitUntil(lambda: columns_of(view) == columns)
    right = max(view.visualRect(view.model().index(row, 0)).right() for row in range(len(FACES)))
    assert right <= view.viewport().width()


def test_larger_text_makes_fewer_columns(view: CardView, context: Context, qtbot: QtBot) -> None:
    context.change_look(percent=150)
    view.restyle()
    qtbot.waitUntil(lambda: columns_of(view) == 2)


def test_a_view_that_fits_its_content_never_scrolls(context: Context, qtbot: QtBot) -> None:
    view = CardView(context, text_lines=0, least_width=LEAST, fits_content=True)
    qtbot.addWidget(view)
    view.set_faces(FACES, "")
    view.resize(450, 400)
    with qtbot.waitExposed(view):
        view.show()
    last = view.visualRect(view.model().index(len(FACES) - 1, 0))
    assert view.height() >= last.bottom()
    assert view.verticalScrollBar().maximum() == 0


def columns_of(view: CardView) -> int:
    rows = range(view.model().rowCount())
    return len({view.visualRect(view.model().index(row, 0)).left() for row in rows})


@pytest.fixture
def comparable(context: Context, qtbot: QtBot) -> CardView:
    """Return a view of the sample's roles, of which one is in the comparison."""
    view = CardView(context, text_lines=2, least_width=LEAST, comparable=True)
    qtbot.addWidget(view)
    context.tray.put(("nurse",))
    view.set_faces([face("data-analyst"), face("nurse")], "kept")
    view.resize(LEAST * 3 + 60, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_the_corner_compares_and_the_rest_of_the_card_opens(
    comparable: CardView, qtbot: QtBot
) -> None:
    asked: list[object] = []
    comparable.compared.connect(lambda *wanted: asked.append(wanted))
    comparable.opened.connect(asked.append)
    for row in range(2):
        card = comparable.visualRect(comparable.model().index(row, 0))
        for place in (corner(card, 100).center(), card.center()):
            qtbot.mouseClick(comparable.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked == [("data-analyst", True), "data-analyst", ("nurse", False), "nurse"]


def test_a_press_that_just_misses_the_corner_compares_too(
    comparable: CardView, qtbot: QtBot
) -> None:
    asked: list[object] = []
    comparable.compared.connect(lambda *wanted: asked.append(wanted))
    comparable.opened.connect(asked.append)
    card = comparable.visualRect(comparable.model().index(0, 0))
    beside = corner(card, 100).bottomLeft() + QPoint(-6, 6)
    qtbot.mouseClick(comparable.viewport(), Qt.MouseButton.LeftButton, pos=beside)
    assert asked == [("data-analyst", True)]


def test_the_key_c_compares_only_where_there_are_roles(
    comparable: CardView, view: CardView, qtbot: QtBot
) -> None:
    asked: list[object] = []
    for shown in (comparable, view):
        shown.compared.connect(lambda *wanted: asked.append(wanted))
        shown.setCurrentIndex(shown.model().index(0, 0))
        qtbot.keyClick(shown, Qt.Key.Key_C)
    assert asked == [("data-analyst", True)]


def test_a_card_says_that_it_is_compared_and_how(comparable: CardView) -> None:
    def said(row: int, role: Qt.ItemDataRole) -> object:
        return comparable.model().index(row, 0).data(role)

    spoken = [said(row, Qt.ItemDataRole.AccessibleTextRole) for row in range(2)]
    assert [str(words).endswith("In the comparison") for words in spoken] == [False, True]
    assert said(0, Qt.ItemDataRole.AccessibleDescriptionRole) == (
        "Press C to compare this role with others."
    )


@pytest.mark.parametrize("percent", [90, 100, 150])
def test_the_corner_is_large_enough_and_on_its_card(percent: int) -> None:
    card = QRect(10, 20, 300, 110)
    place = corner(card, percent)
    assert min(place.width(), place.height()) >= 24
    assert card.contains(place)


def test_the_list_of_the_first_page_compares(window: MainWindow) -> None:
    view = window.explore.findChildren(CardView)
    roles = next(v for v in view if v.isVisible() and v.comparable)
    roles.choose("nurse")
    roles.setFocus()
    QTest.keyClick(roles, Qt.Key.Key_C)
    assert window.context.tray.roles() == ("nurse",)
    assert roles.is_beside("nurse")
    QTest.keyClick(roles, Qt.Key.Key_C)
    assert window.context.tray.roles() == ()


def test_a_title_that_does_not_fit_is_made_a_little_smaller() -> None:
    font = theme.font(100, strong=True)
    words = "Undang-undang & Perkhidmatan awam"
    wide = QFontMetrics(font).horizontalAdvance(words)
    assert fitting(font, words, wide) is font
    smaller = fitting(font, words, round(wide * 0.9))
    assert QFontMetrics(smaller).horizontalAdvance(words) <= round(wide * 0.9)
    smallest = fitting(font, words, 10)
    assert smallest.pointSizeF() == pytest.approx(font.pointSizeF() * 5 / 6)


@pytest.mark.parametrize("percent", [90, 100, 115, 130, 150])
def test_no_name_of_a_tile_is_cut_off(
    percent: int, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    context.change_look(percent=percent)
    long = replace(FACES[1], title="Undang-undang & Khidmat Awam")
    tiles = CardView(context, text_lines=0, least_width=255, fits_content=True)
    qtbot.addWidget(tiles)
    tiles.restyle()
    tiles.set_faces([FACES[0], long, *FACES[2:]], "kept")
    whole: list[bool] = []

    def look(
        _self: CardText, words: str, font: QFont, _colour: str, area: QRect, *_: object
    ) -> None:
        whole.append(fits(fitting(font, words, area.width()), words, area.width()))

    monkeypatch.setattr(CardText, "title", look)
    tiles.show()
    for width in range(460, 1400, 20):
        tiles.resize(width, tiles.height())
        tiles.grab()
    assert whole
    assert all(whole)
