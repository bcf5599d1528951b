"""The menu of what can be done with the student's work."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from careerdesk.desk import icons
from careerdesk.desk.menu import Menu
from careerdesk.desk.parts import Parts
from careerdesk.desk.safe_text import unmarked

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careerdesk.desk.context import Context
    from careerdesk.desk.keeping.work import Work

ICON = 18
"""Pixels at the usual text size."""


def work_menu(work: Work, context: Context, window: QWidget) -> Menu:
    """Return a menu of everything that can be done with ``work`` as it is now."""
    t, profile, parts = context.t, work.profile, Parts(context)
    menu = Menu(window)
    menu.setToolTipsVisible(True)

    def add(
        icon: str, words: str, act: Callable[[], None], keys: str = "", *, enabled: bool = True
    ) -> None:
        action = QAction(unmarked(words), menu)
        action.setIcon(icons.menu_icon(icon, parts.colours, parts.px(ICON)))
        action.setEnabled(enabled)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)

    add("undo", t.say("Undo"), work.undo, "Ctrl+Z", enabled=work.can_undo)
    add("redo", t.say("Do again"), work.redo, "Ctrl+Shift+Z", enabled=work.can_redo)
    if work.keeps:
        menu.addSeparator()
        has_code = profile is not None and profile.has_code
        words = t.say("Get a new code …") if has_code else t.say("Keep my work with a code …")
        add("key", words, work.keep)
        add("person", t.say("Open my work with a code …"), work.open)
    menu.addSeparator()
    add("save", t.say("Save my work to a file …"), work.save_file, "Ctrl+S")
    add("folder", t.say("Open work from a file …"), work.open_file, "Ctrl+O")
    if work.keeps:
        add("clock", t.say("Earlier versions …"), work.show_versions)
        menu.addSeparator()
        add("check", work.finish_words(), work.finish)
        if profile is not None:
            add("remove", t.say("Erase my work …"), work.erase)
    return menu
