"""The rail at the left: the places that are always one press away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from careerdesk.desk import icons, theme
from careerdesk.desk.context import Context
from careerdesk.desk.parts import Panel, Parts
from careerdesk.desk.pressables import RailButton

RAIL_WIDTH = 132
"""Pixels at the usual text size: room for the longer words of Malay."""

BUTTON_WIDTH = RAIL_WIDTH - 12


class Rail(Panel):
    """Large buttons; the one of the present page is marked."""

    explore_asked = Signal()
    shortlist_asked = Signal()
    compare_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.colours, edge="border", side="right")
        self._context = context
        self._column = QVBoxLayout(self)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        for key, signal in (
            ("explore", self.explore_asked),
            ("heart", self.shortlist_asked),
            ("compare", self.compare_asked),
        ):
            button = RailButton(context.colours)
            button.clicked.connect(lambda _checked=False, s=signal: s.emit())
            self._group.addButton(button)
            self._buttons[key] = button
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._chosen = "explore"
        self.rebuild()

    def rebuild(self) -> None:
        """Show everything anew, in the present look."""
        parts = Parts(self._context)
        t = parts.t
        words = {
            "explore": t.say("Explore"),
            "heart": _counted(t.say("Shortlist"), len(self._context.student.shortlist())),
            "compare": _counted(t.say("Compare"), len(self._context.tray.roles())),
        }
        self._column.setContentsMargins(parts.px(6), parts.px(10), parts.px(6), parts.px(10))
        self.wear(parts.colours)
        for key, button in self._buttons.items():
            button.colours = parts.colours
            chosen = key == self._chosen
            colour = parts.colours.accent if chosen else parts.colours.muted
            name = "heart-filled" if key == "heart" and chosen else key
            button.setIcon(icons.icon(name, colour, parts.px(24)))
            button.setIconSize(QSize(parts.px(24), parts.px(24)))
            button.setText(words[key])
            button.setFont(theme.font(self._context.percent, scale=0.88))
            button.setAccessibleName(words[key])
            button.setChecked(chosen)
            button.setFixedWidth(parts.px(BUTTON_WIDTH))
        self.setFixedWidth(parts.px(RAIL_WIDTH))

    def add_foot(self, foot: QWidget) -> None:
        """Put ``foot`` at the end of the rail."""
        self._column.addWidget(foot)

    def take_focus(self) -> None:
        """Give the keyboard to the button of the present page."""
        self._buttons[self._chosen].setFocus()

    def show_chosen(self, key: str) -> None:
        """Mark the button of the present page: ``explore``, ``heart`` or ``compare``."""
        self._chosen = key
        self.rebuild()


def _counted(words: str, count: int) -> str:
    return f"{words} ({count})" if count else words
