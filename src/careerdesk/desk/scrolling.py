"""Pages that scroll: as high as their words need, and framed when they have the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from careerdesk.desk.parts import Parts, discard, reveal

READING_WIDTH = 1180
"""Widest content, in pixels at the usual text size; longer lines are hard to read."""

_RING = 2
"""Width of the frame that shows that a page has the keyboard, in pixels."""


class Content(QWidget):
    """What lies in a scroll area: as high as its words need at the width it gets.

    A scroll area would otherwise keep room for the words at their narrowest.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class FocusRing(QWidget):
    """A frame over a page that has the keyboard."""

    def __init__(self, page: QWidget, colour: str) -> None:
        super().__init__(page)
        self._colour = QColor(colour)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(page.rect())
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setPen(QPen(self._colour, _RING))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))


class ScrollPage(QScrollArea):
    """A page that scrolls downwards; its content is built anew after :meth:`start`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._ring: FocusRing | None = None
        # By Tab, to scroll with the keys; a click beside the parts would only draw a frame.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def start(self, parts: Parts) -> QVBoxLayout:
        """Throw the old content away and return the column for the new one."""
        self._parts = parts
        parts.dress(self.verticalScrollBar())
        content = Content()
        # Before it is filled: a tree of parts that changes its parent is styled all over again.
        self.setWidget(content)
        inner = self._inner = QWidget()
        inner.setMaximumWidth(parts.px(READING_WIDTH))
        outer = QHBoxLayout(content)
        margin = parts.px(24)
        outer.setContentsMargins(margin, parts.px(18), margin, margin)
        outer.addWidget(inner, stretch=100)
        outer.addStretch(1)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        column.setSpacing(parts.px(14))
        whole.addLayout(column)
        whole.addStretch(1)
        return column

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = FocusRing(self, self._parts.colours.accent)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            discard(self._ring)
            self._ring = None

    def settle(self) -> None:
        """Take the height that the content needs now, instead of when it is first painted."""
        content = self.widget()
        reveal(content)
        reveal(self._inner)
        layout = content.layout()
        width = self.viewport().width()
        content.resize(width, layout.heightForWidth(width))
        layout.activate()
