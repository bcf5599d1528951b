"""The foot of the rail: whose work is open, and the way to finish."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.desk import icons, theme
from careerdesk.desk.context import Context
from careerdesk.desk.parts import Parts
from careerdesk.desk.pressables import RailButton
from careerdesk.desk.safe_text import tooltip


class Foot(QWidget):
    """Two buttons that are always there, at the end of the rail."""

    menu_asked = Signal()
    finish_asked = Signal()

    def __init__(self, context: Context, width: int) -> None:
        """``width`` is that of a button, in pixels at the usual text size."""
        super().__init__()
        self._context, self._width = context, width
        self.person = RailButton(context.colours)
        self.finish = RailButton(context.colours)
        self.person.clicked.connect(self.menu_asked)
        self.finish.clicked.connect(self.finish_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for button in (self.person, self.finish):
            button.setCheckable(False)
            column.addWidget(button)

    def show_words(self, person: str, about: str, finish: str) -> None:
        """Show who is here, what is known ``about`` that, and what finishing is called."""
        parts = Parts(self._context)
        self.layout().setSpacing(parts.px(6))
        for button, icon, words in (
            (self.person, "person", person),
            (self.finish, "check", finish),
        ):
            button.colours = parts.colours
            button.setIcon(icons.icon(icon, parts.colours.muted, parts.px(24)))
            button.setIconSize(QSize(parts.px(24), parts.px(24)))
            button.setFont(theme.font(self._context.percent, scale=0.88))
            button.setText(words)
            button.setFixedWidth(parts.px(self._width))
        self.person.setAccessibleName(f"{person}: {about}")
        self.person.setToolTip(tooltip(about))
        self.finish.setAccessibleName(finish)
