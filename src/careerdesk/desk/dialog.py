"""What the dialogs of the window share: a heading, the parts, one message, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QVBoxLayout, QWidget

from careerdesk.desk.context import Context
from careerdesk.desk.parts import Parts, clear_all, reveal, row

WIDTH = 480
"""Pixels at the usual text size."""


class Dialog(QDialog):
    """A dialog in the look of the window, which it blocks until it is closed."""

    def __init__(self, context: Context, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.parts = Parts(context)
        self.t = self.parts.t
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(self.parts.px(WIDTH))
        self._column = QVBoxLayout(self)
        margin = self.parts.px(20)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(self.parts.px(12))
        # Left to itself, Qt keeps room for the words at their narrowest, and spreads the parts.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._message = self.parts.text("")

    def show_parts(self, title: str, *parts: QWidget | QLayout, buttons: list[QPushButton]) -> None:
        """Show ``parts`` below a heading, in place of what was shown; the last button is usual."""
        self._message = self.parts.text("")
        self._message.hide()
        clear_all(self._column)
        self._column.addWidget(self.parts.text(title, scale=1.2, strong=True))
        for part in (*parts, self._message):
            if isinstance(part, QLayout):
                self._column.addLayout(part)
            else:
                self._column.addWidget(part)
        self._column.addLayout(row(None, *buttons))
        for button in buttons:
            button.setAutoDefault(False)
        buttons[-1].setDefault(True)
        if self.isVisible():
            reveal(self)
        self._fit()

    def _fit(self) -> None:
        """Be just as high as the parts are at this width."""
        self._column.activate()
        width = max(self.minimumWidth(), self._column.totalSizeHint().width())
        self.resize(width, self._column.totalHeightForWidth(width))

    def say(self, words: str, *, problem: bool = False) -> None:
        """Say one sentence above the buttons."""
        look = self.parts.colours
        palette = self._message.palette()
        palette.setColor(
            QPalette.ColorRole.WindowText, QColor(look.warning if problem else look.text)
        )
        self._message.setPalette(palette)
        self._message.setText(words)
        self._message.setAccessibleName(words)
        self._message.setVisible(bool(words))
        self._fit()

    def message(self) -> str:
        """Return the sentence that is shown, or nothing."""
        return self._message.text()
