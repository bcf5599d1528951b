"""Everything by keyboard and by ear: names, the round of Tab, a focus that can be seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from careerdesk.catalogue.text import Text
from careerdesk.desk.evidence_view import EvidenceSheet
from careerdesk.desk.paper.dialog import SheetDialog
from careerdesk.desk.places import (
    ComparePlace,
    ExplorePlace,
    Place,
    RolePlace,
    ShortlistPlace,
    SubjectPlace,
)
from careerdesk.desk.pressables import IconButton
from careerdesk.desk.window import MainWindow
from careerdesk.sheets import Kind, Order
from careerdesk.student import SkillState
from colour_contrast import contrast
from visits import ENGINEER, each_place, name_of, show

CONTROLS = (
    *(QAbstractButton, QLineEdit, QPlainTextEdit, QListView, QTabBar, QComboBox),
    QScrollArea,
)


def interfaces(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield what a screen reader meets on ``widget``, from the top down."""
    waiting = [QAccessible.queryAccessibleInterface(widget)]
    while waiting:
        interface = waiting.pop()
        if interface is None or not interface.isValid() or interface.state().invisible:
            continue
        yield interface
        waiting += [interface.child(number) for number in range(interface.childCount())]


def nameless(widget: QWidget) -> list[str]:
    """Return the class of every control on ``widget`` that has no name to be read out."""
    return [
        f"{interface.role()} {interface.object()}"
        for interface in interfaces(widget)
        if interface.state().focusable
        and isinstance(interface.object(), CONTROLS)
        and not interface.text(QAccessible.Text.Name)
    ]


@each_place
def test_every_control_has_a_name(place: Place, window: MainWindow) -> None:
    show(window, place)
    assert nameless(window) == []


def test_a_control_without_a_name_would_be_found(window: MainWindow) -> None:
    nobody = QToolButton(window)
    nobody.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    nobody.show()
    assert len(nameless(window)) == 1


def test_every_card_is_read_out_whole(window: MainWindow) -> None:
    show(window, ExplorePlace())
    texts = [
        interface.text(QAccessible.Text.Name)
        for interface in interfaces(window)
        if interface.role() is QAccessible.Role.ListItem
    ]
    assert "Nurse. Jururawat. Care by day and night. In the comparison" in texts
    assert any("On your shortlist" in text for text in texts)


def test_dialog_and_evidence_have_names(window: MainWindow) -> None:
    show(window, RolePlace(ENGINEER, "pay"))
    window.open_sheet(Order(kind=Kind.ROLE, roles=(ENGINEER,)))
    (dialog,) = window.findChildren(SheetDialog)
    assert nameless(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    sheet = open_evidence(window)
    assert nameless(sheet) == []
    assert sheet.accessibleName()
    assert "Department of Statistics" in sheet.accessibleDescription() or "Role page" in (
        sheet.accessibleDescription()
    )
    sheet.close()


def open_evidence(window: MainWindow) -> EvidenceSheet:
    tab = window.role_page.current_tab()
    button = next(b for b in tab.findChildren(IconButton) if b.isVisibleTo(tab))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    (sheet,) = window.findChildren(EvidenceSheet)
    assert sheet.isVisible()
    return sheet


def round_of_tab(key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Press Tab until the keyboard is where it was, and return where it has been."""
    visited: list[QWidget] = []
    for _ in range(400):
        now = QApplication.focusWidget()
        assert now is not None
        if now in visited:
            assert now is visited[0], f"trapped between {visited[visited.index(now) :]}"
            return visited
        visited.append(now)
        QTest.keyClick(now, key)
    raise AssertionError("Tab never came round")


def reachable(window: QWidget) -> list[QWidget]:
    """Return the controls that Tab has to reach; of a row of choices, the chosen one."""
    return [
        control
        for control in window.findChildren(QWidget)
        if isinstance(control, CONTROLS)
        and control.isVisible()
        and control.isEnabled()
        and control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (isinstance(control, QAbstractButton) and control.parent().inherits("QLineEdit"))
        and not (isinstance(control, QAbstractButton) and control.parent().inherits("QTabBar"))
        and (not isinstance(control, QListView) or control.model().rowCount())
    ]


@each_place
def test_tab_reaches_everything_and_comes_round(place: Place, window: MainWindow) -> None:
    show(window, place)
    window.top_bar.search.setFocus()
    visited = round_of_tab()
    assert [control for control in reachable(window) if control not in visited] == []
    assert round_of_tab(Qt.Key.Key_Backtab)[1:] == visited[:0:-1]


def test_tab_goes_round_in_the_dialog_and_escape_leaves_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    show(window, RolePlace(ENGINEER))
    window.open_sheet(Order(kind=Kind.ROLE, roles=(ENGINEER,)))
    (dialog,) = window.findChildren(SheetDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    visited = round_of_tab()
    assert [control for control in reachable(dialog) if control not in visited] == []
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_escape_closes_the_evidence_and_gives_the_keyboard_back(window: MainWindow) -> None:
    show(window, RolePlace(ENGINEER, "pay"))
    sheet = open_evidence(window)
    QTest.keyClick(sheet, Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget() or sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    focused = window.focusWidget()
    assert isinstance(focused, QToolButton)
    assert window.role_page.isAncestorOf(focused)


@pytest.mark.parametrize("name", ["Text size", "Theme"])
def test_the_menus_work_by_keyboard(name: str, window: MainWindow) -> None:
    show(window, ExplorePlace())
    (button,) = (b for b in window.top_bar.findChildren(QToolButton) if b.accessibleName() == name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    QTest.keyClick(button, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    before = window.context.look
    # From above the first to the last.
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert window.context.look != before
    assert QApplication.activePopupWidget() is None
    focused = window.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == name


@pytest.mark.parametrize("name", ["Text size", "Theme", "Language: BM"])
def test_a_change_of_look_leaves_the_keyboard_where_it_is(name: str, window: MainWindow) -> None:
    show(window, RolePlace(ENGINEER, "pay"))
    (button,) = (b for b in window.top_bar.findChildren(QToolButton) if b.accessibleName() == name)
    position = button.mapTo(window, button.rect().center())
    button.setFocus()
    if name == "Language: BM":
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert window.context.language == "ms"
    else:
        window.context.change_look(theme="dark")
    QApplication.processEvents()
    focused = window.focusWidget()
    assert isinstance(focused, QToolButton)
    assert abs(focused.mapTo(window, focused.rect().center()).x() - position.x()) < 40


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(
    "place",
    [
        ExplorePlace(),
        RolePlace(ENGINEER, "skills"),
        RolePlace(ENGINEER, "pay"),
        ShortlistPlace(),
        ComparePlace(),
        SubjectPlace("maths"),
    ],
    ids=name_of,
)
def test_the_focus_can_be_seen(place: Place, theme: str, window: MainWindow) -> None:
    window.context.student.mark_skill("python", Text("Python", "Python"), SkillState.HAVE)
    window.context.change_look(theme=theme)
    show(window, place)
    # What it says goes by itself after some seconds; until then it may lie over a button.
    window.toast.hide()
    window.top_bar.search.setFocus()
    unseen = []
    for control in round_of_tab():
        control.setFocus(Qt.FocusReason.TabFocusReason)
        for area in window.pages.currentWidget().findChildren(QScrollArea):
            if area.isAncestorOf(control):
                area.ensureWidgetVisible(control)
        focused = picture_of(control)
        other = window.top_bar.search
        if control is other:
            other = window.rail.findChildren(QToolButton)[0]
        other.setFocus(Qt.FocusReason.TabFocusReason)
        if clear_changes(focused, picture_of(control)) < 20:
            unseen.append(f"{type(control).__name__} {control.accessibleName()}")
    assert unseen == []


def picture_of(control: QWidget) -> QImage:
    """Return ``control`` as the window shows it, with a little of what surrounds it."""
    QApplication.processEvents()
    window = control.window()
    area = QRect(control.mapTo(window, QPoint(0, 0)), control.size()).adjusted(-2, -2, 2, 2)
    return window.grab(area).toImage()


def clear_changes(one: QImage, other: QImage) -> int:
    """Return how many pixels differ by a contrast of 3 to 1 or more."""
    colours = Counter(
        (one.pixelColor(x, y).name(), other.pixelColor(x, y).name())
        for x in range(min(one.width(), other.width()))
        for y in range(min(one.height(), other.height()))
        if one.pixel(x, y) != other.pixel(x, y)
    )
    return sum(count for pair, count in colours.items() if contrast(*pair) >= 3)
