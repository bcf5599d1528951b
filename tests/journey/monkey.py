"""A student who presses anything: seeded, so that whatever goes wrong can be looked into.

Each step is taken from the event loop, so that steps go on inside dialogs and menus too. How far a
dialog or a sheet in the making has come is a matter of time, so the same seed gives much the same
steps, not quite.

usage: python monkey.py CATALOGUE FOLDER SEED STEPS

Prints what was done as JSON; what the program or Qt complains of goes to standard error.
"""

from __future__ import annotations

import faulthandler
import json
import random
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from careerdesk.catalogue import Store
from careerdesk.desk.app import bring_in, start_qt
from careerdesk.desk.context import Context, Look
from careerdesk.desk.places import (
    ComparePlace,
    ExplorePlace,
    Place,
    RolePlace,
    ShortlistPlace,
    SkillPlace,
    SubjectPlace,
)
from careerdesk.desk.role.page import TABS
from careerdesk.desk.theme import TEXT_SIZES, THEME_NAMES
from careerdesk.desk.window import MainWindow
from careerdesk.i18n import LANGUAGES
from careerdesk.student import SkillState, StudentFile
from careerdesk.student.places import Places
from careerdesk.student.start import open_guest

KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home),
    *(Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Backspace, Qt.Key.Key_Slash, Qt.Key.Key_F1, Qt.Key.Key_Menu, Qt.Key.Key_A),
)
MODIFIERS = (
    *[Qt.KeyboardModifier.NoModifier] * 5,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
NONSENSE = (
    *("data", "jurutera", "qzxq", "  ", "' OR 1=1 --", "<b>x</b>", '"NEAR(', "%n{}", "\\", "=1+1"),
    *(
        "ñandú é",
        "👩🏽‍🔬",
        "ابجد",
        "x" * 300,
        "mata-mata",
        "line\nbreak\ttab",
        "\u202e\u200b\ufeff",
    ),
)
LONG_PASTE = "A word or two. " * 20_000


class Monkey:
    """Takes random steps in ``window``; ``log`` holds what was done."""

    def __init__(self, window: MainWindow, seed: int, *, longest: str = LONG_PASTE) -> None:
        self._window, self._chance = window, random.Random(seed)
        self._longest = longest
        self._left = 0
        self._loop = QEventLoop()
        self.log: list[str] = []
        acts: list[tuple[int, Callable[[], None]]] = [
            (30, self._press_something),
            (10, self._click_somewhere),
            (16, self._press_a_key),
            (10, self._type),
            (1, self._paste),
            (10, self._go),
            (8, self._keep),
            (3, self._resize),
            (2, self._change_look),
            (8, self._step),
            (4, self._choose_in_menu),
            (2, self._open_dialog),
            (4, self._choose_in_box),
        ]
        self._acts = [act for weight, act in acts for _ in range(weight)]

    def run(self, steps: int) -> None:
        """Take ``steps`` steps, and close what is open at the end."""
        self._left = steps
        QTimer.singleShot(0, self._tick)
        self._loop.exec()
        while (top := self._top()) is not self._window:
            top.close()
            QApplication.processEvents()

    def _tick(self) -> None:
        if self._left <= 0:
            if (top := self._top()) is not self._window:
                # A dialog may hold a loop of its own within ours.
                top.close()
                QTimer.singleShot(0, self._tick)
            else:
                self._loop.quit()
            return
        self._left -= 1
        # Before the step, which may not come back for as long as a dialog is open.
        QTimer.singleShot(self._chance.choice((0, 0, 0, 1, 5)), self._tick)
        top = self._top()
        if isinstance(top, QFileDialog | QPrintDialog) or isinstance(top.window(), QFileDialog):
            # Qt's own; files could be renamed and deleted in it.
            self._note("close Qt's dialog")
            top.close()
            return
        self._chance.choice(self._acts)()

    def _top(self) -> QWidget:
        """Return what takes input now: a menu, a dialog or the window."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._window

    def _note(self, words: str) -> None:
        self.log.append(words)

    def _press_something(self) -> None:
        top = self._top()
        buttons = [b for b in top.findChildren(QAbstractButton) if b.isVisible() and b.isEnabled()]
        if not buttons:
            self._press_a_key()
            return
        button = self._chance.choice(buttons)
        self._note(f"press {type(button).__name__} {button.text() or button.accessibleName()!r}")
        self._click(button, Qt.MouseButton.LeftButton, button.rect().center())

    def _click_somewhere(self) -> None:
        top = self._top()
        spot = QPoint(
            self._chance.randrange(max(1, top.width())),
            self._chance.randrange(max(1, top.height())),
        )
        under = top.childAt(spot) or top
        button = self._chance.choice((Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton))
        self._note(f"click {type(under).__name__} at {spot.toTuple()} {button.name}")
        inside = under.mapFrom(top, spot)
        self._click(under, button, inside)
        if self._chance.random() < 0.2 and isValid(under):
            QTest.mouseDClick(under, button, pos=inside)

    def _press_a_key(self) -> None:
        key, modifier = self._chance.choice(KEYS), self._chance.choice(MODIFIERS)
        self._note(f"key {modifier.name} {key.name}")
        self._strike(self._focus(), key, modifier)

    def _type(self) -> None:
        focus = self._focus()
        if not isinstance(focus, QLineEdit | QPlainTextEdit):
            fields = [
                f
                for f in self._top().findChildren(QWidget)
                if isinstance(f, QLineEdit | QPlainTextEdit) and f.isVisible() and f.isEnabled()
            ]
            if fields:
                focus = self._chance.choice(fields)
                focus.setFocus()
        words = self._chance.choice(NONSENSE)
        self._note(f"type {words!r} in {type(focus).__name__}")
        if isinstance(focus, QLineEdit):
            focus.insert(words)
        elif isinstance(focus, QPlainTextEdit):
            focus.insertPlainText(words)
        else:
            self._strike(focus, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)

    def _paste(self) -> None:
        self._note("paste")
        QGuiApplication.clipboard().setText(self._longest)
        self._strike(self._focus(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def _click(self, widget: QWidget, button: Qt.MouseButton, spot: QPoint) -> None:
        """Press and let go; a widget may be gone in between, which QTest does not expect."""
        QTest.mousePress(widget, button, pos=spot)
        if isValid(widget):
            QTest.mouseRelease(widget, button, pos=spot)

    def _strike(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        QTest.keyPress(widget, key, modifier)
        if isValid(widget):
            QTest.keyRelease(widget, key, modifier)

    def _focus(self) -> QWidget:
        top = self._top()
        focus = QApplication.focusWidget()
        return focus if focus is not None and (focus is top or top.isAncestorOf(focus)) else top

    def _go(self) -> None:
        if self._top() is not self._window:
            return
        place = self._place()
        self._note(f"go {place}")
        self._window.go(place)

    def _place(self) -> Place:
        store, chance = self._window.context.store, self._chance
        roles = [card.id for card in store.cards()] + ["no-such-role"]
        return chance.choice(
            (
                ExplorePlace(),
                RolePlace(chance.choice(roles), chance.choice(list(TABS))),
                RolePlace(chance.choice(roles), chance.choice(list(TABS))),
                ShortlistPlace(),
                ComparePlace(),
                ComparePlace(differences=True),
                SubjectPlace(chance.choice([*store.shared.subjects, "no-such-subject"])),
                SkillPlace(chance.choice([*list(store.shared.skills), "no-such-skill"])),
            )
        )

    def _keep(self) -> None:
        """Put a role on the shortlist or take it off, as the hearts do, and mark a skill."""
        if self._top() is not self._window:
            return
        context, chance = self._window.context, self._chance
        role = chance.choice([card.id for card in context.store.cards()][:12])
        self._note(f"keep {role}")
        self._window.pages.shortlisted.emit(role, not context.student.has(role))
        skill = chance.choice(list(context.store.shared.skills.values()))
        state = chance.choice(list(SkillState))
        context.attempt(lambda: context.student.mark_skill(skill.id, skill.name, state))

    def _resize(self) -> None:
        size = self._chance.choice(((960, 560), (1024, 640), (1366, 768), (1920, 1080), (700, 420)))
        self._note(f"resize {size}")
        self._window.resize(*size)

    def _change_look(self) -> None:
        name, values = self._chance.choice(
            (("language", LANGUAGES), ("theme", THEME_NAMES), ("percent", TEXT_SIZES))
        )
        value = self._chance.choice(list(values))
        self._note(f"look {name} {value}")
        if self._top() is self._window:
            self._window.context.change_look(**{name: value})

    def _step(self) -> None:
        if self._top() is self._window:
            act = self._chance.choice(("undo", "undo", "redo", "back", "forward", "surprise"))
            self._note(act)
            window = self._window
            {
                "undo": window.work.undo,
                "redo": window.work.redo,
                "back": window.go_back,
                "forward": window.go_forward,
                "surprise": lambda: window.surprise(self._chance.randrange(1000)),
            }[act]()

    def _choose_in_menu(self) -> None:
        if self._top() is not self._window:
            return
        menu = self._window.work.menu()
        action = self._chance.choice([a for a in menu.actions() if a.isEnabled()])
        self._note(f"menu {action.text()!r}")
        action.trigger()
        menu.deleteLater()

    def _open_dialog(self) -> None:
        if self._top() is self._window:
            self._note("glossary")
            self._window.open_glossary()

    def _choose_in_box(self) -> None:
        boxes = [b for b in self._top().findChildren(QComboBox) if b.isVisible() and b.isEnabled()]
        if boxes:
            box = self._chance.choice(boxes)
            if box.count():
                index = self._chance.randrange(box.count())
                self._note(f"box {index} of {box.accessibleName()!r}")
                box.setCurrentIndex(index)
                box.activated.emit(index)


def main(catalogue: str, folder: str, seed: str, steps: str) -> None:
    """Let a monkey loose in a window of its own; then look at what it left in ``folder``."""
    application = start_qt()
    application.setQuitOnLastWindowClosed(False)
    qInstallMessageHandler(_complain)
    changes: list[object] = []
    with Store.open(Path(catalogue)) as store:
        context = Context(store, open_guest(Places(Path(folder))), today=date.today(), look=Look())
        context.student_changed.connect(changes.append)
        window = MainWindow(context)
        window.resize(1366, 768)
        window.show()
        bring_in(window)
        monkey = Monkey(window, int(seed))
        monkey.run(int(steps))
        window.close()
        content, path = context.student.content, context.student.path
        context.student.close()
    assert path is not None
    with StudentFile.open(path.parent) as again:
        same = again.content == content
    json.dump({"same": same, "changes": len(changes), "log": monkey.log}, sys.stdout)


def _complain(_kind: QtMsgType, _where: object, message: str) -> None:
    """Pass on what Qt says, but for what QTest and a screen that is not there always say."""
    if not message.startswith(("This plugin does not support", "Mouse event")):
        sys.stderr.write(f"{message}\n")


if __name__ == "__main__":
    faulthandler.enable()
    main(*sys.argv[1:])
