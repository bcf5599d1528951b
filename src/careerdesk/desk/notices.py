"""Banners that stay, and toasts that go: how the window speaks without asking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from careerdesk.desk import theme
from careerdesk.desk.parts import Panel, Parts, clear
from careerdesk.desk.pressables import TOAST
from careerdesk.desk.theme import Colours

TOAST_MS = 8000
"""How long a toast stays, in milliseconds."""

_WIDEST = 0.5
"""Share of the room that the sentence of a toast fills before it goes on on a second line."""


class Note(NamedTuple):
    """A sentence above the pages, and what can be done about it: words, and what they do."""

    sentence: str
    action: tuple[str, Callable[[], object]] | None = None
    close: Callable[[], object] | None = None
    """What closing it does; None for a warning that stays for as long as it is true."""


class Banners(QWidget):
    """Notes above the pages."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_notes(self, parts: Parts, notes: Sequence[Note]) -> None:
        """Show exactly ``notes``."""
        self.hide()
        clear(self._column)
        for note in notes:
            self._column.addWidget(_banner(parts, note))
        self.setVisible(bool(notes))


def _banner(parts: Parts, note: Note) -> Panel:
    look = parts.colours
    frame = Panel(look, ground="warning_page", edge="border", side="bottom")
    line = QHBoxLayout(frame)
    line.setContentsMargins(parts.px(16), parts.px(8), parts.px(16), parts.px(8))
    line.setSpacing(parts.px(10))
    sign = parts.picture("warning", colour=look.warning)
    sign.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(sign)
    line.addWidget(parts.text(note.sentence, colour=look.warning), stretch=1)
    if note.action is not None:
        line.addWidget(parts.button(*note.action))
    if note.close is not None:
        line.addWidget(parts.icon_button("close", parts.t.say("Close"), note.close))
    frame.setAccessibleName(note.sentence)
    return frame


class Toast(Panel):
    """One sentence at the foot of the window, with at most two things to do about it."""

    def __init__(self, colours: Colours, window: QWidget, *, beside: QWidget) -> None:
        """``beside`` is what stands at the left of the window and is not to be covered."""
        super().__init__(colours, ground="text", rounded=8, parent=window)
        self._beside = beside
        self._line = QHBoxLayout(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(
        self,
        parts: Parts,
        sentence: str,
        *,
        action: tuple[str, Callable[[], object]] | None = None,
        other: tuple[str, Callable[[], object]] | None = None,
        stays: bool = False,
    ) -> None:
        """Show ``sentence``; an action is (words, what to do). Errors stay until closed."""
        # What is put into a hidden widget has its size at once, and shows together with it.
        self.hide()
        clear(self._line)
        self.wear(parts.colours)
        # Not when Qt gets round to it: the size of the toast is worked out now.
        self.setFont(theme.font(parts.percent))
        label = parts.text(sentence, colour=parts.colours.surface)
        wide = label.fontMetrics().horizontalAdvance(label.text())
        label.setMinimumWidth(min(wide + 2, round(self._room() * _WIDEST)))
        self._line.addWidget(label, stretch=1)
        for words, act in filter(None, (action, other)):
            self._line.addWidget(parts.button(words, lambda act=act: self._act(act), face=TOAST))
        if stays:
            self._line.addWidget(parts.button(parts.t.say("Close"), self.hide, face=TOAST))
        self.setAccessibleName(sentence)
        margin = parts.px(12)
        self._line.setContentsMargins(margin, margin // 2, margin, margin // 2)
        self.place()
        self.show()
        self.raise_()
        if stays:
            self._timer.stop()
        else:
            self._timer.start(TOAST_MS)

    def place(self) -> None:
        """Sit at the foot of the pages, in their middle."""
        window, room = self.parentWidget(), self._room()
        width = min(self.sizeHint().width(), room - 40)
        height = self._line.heightForWidth(width) if self._line.hasHeightForWidth() else -1
        self.resize(width, max(height, self.sizeHint().height()))
        left = self._beside.width() + (room - width) // 2
        self.move(left, window.height() - self.height() - 20)

    def _room(self) -> int:
        """Return the width of the pages."""
        return self.parentWidget().width() - self._beside.width()

    def _act(self, act: Callable[[], object]) -> None:
        self.hide()
        act()
