"""Menus: room around their lines, and every line within the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from careerdesk.desk.menu import Menu

OpenMenu = Callable[[list[str]], Menu]


@pytest.fixture
def open_menu(qtbot: QtBot) -> OpenMenu:
    """Return a function that opens a menu of lines."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def opened(lines: list[str]) -> Menu:
        menu = Menu(window)
        for words in lines:
            menu.addAction(words)
        with qtbot.waitExposed(menu):
            menu.open_at(QPoint(40, 40))
        return menu

    return opened


def ends(menu: Menu) -> tuple[QRect, QRect]:
    """Return where the first and the last line are."""
    lines = menu.actions()
    return menu.actionGeometry(lines[0]), menu.actionGeometry(lines[-1])


def test_a_long_menu_goes_on_in_columns(open_menu: OpenMenu) -> None:
    menu = open_menu([f"Subject {number}" for number in range(60)])
    first, last = ends(menu)
    assert last.left() > first.left()
    assert menu.rect().contains(last)


def test_columns_too_wide_for_the_screen_become_one_that_scrolls(open_menu: OpenMenu) -> None:
    long = "A subject whose name is so long that two of them fill more than the whole screen"
    menu = open_menu([f"{long} {number}" for number in range(60)])
    first, last = ends(menu)
    assert last.left() == first.left()
    menu.setActiveAction(menu.actions()[-1])
    last = ends(menu)[1]
    assert menu.rect().top() <= last.top() < last.bottom() <= menu.rect().bottom()


def test_lines_stand_clear_of_the_edge(open_menu: OpenMenu) -> None:
    menu = open_menu(["One", "Two"])
    first, last = ends(menu)
    assert first.top() >= 4
    assert menu.rect().bottom() - last.bottom() >= 4
