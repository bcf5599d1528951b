"""Pages that scroll: as high as their words need, and framed when they have the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from careerdesk.desk.parts import Parts, discard, reveal
from careerdesk.desk.theme import BAR_WIDTH

READING_WIDTH = 1180
"""Widest content, in pixels at the usual text size; longer lines are hard to read."""

MARGIN = 24
"""Pixels at either side of the content, at the usual text size."""

_INNER, _BESIDE = 100, 1
"""Shares of the width that the content and the room beside it take."""

_RING = 2
"""Width of the frame that shows that a page has the keyboard, in pixels."""


def content_width(page: int, parts: Parts) -> int:
    """Return how wide the content of a page that scrolls is, when the page is ``page`` wide."""
    room = page - BAR_WIDTH - 2 * parts.px(MARGIN)
    return min(room * _INNER // (_INNER + _BESIDE), parts.px(READING_WIDTH))


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
        # Not deleted by setWidget(), at once: what asked for other content may be part of the old,
        # such as the list of names under a field, and still be at work.
        old = self.takeWidget()
        # Before it is filled: a tree of parts that changes its parent is styled all over again.
        self.setWidget(content)
        if old is not None:
            discard(old)
        inner = self._inner = QWidget()
        inner.setMaximumWidth(parts.px(READING_WIDTH))
        outer = QHBoxLayout(content)
        margin = parts.px(MARGIN)
        outer.setContentsMargins(margin, parts.px(18), margin, margin)
        outer.addWidget(inner, stretch=_INNER)
        outer.addStretch(_BESIDE)
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

    def bring_in(self, part: QWidget, place: QRect) -> None:
        """Scroll until ``place`` of ``part`` is seen."""
        content = self.widget()
        for corner in (place.bottomLeft(), place.topLeft()):
            spot = part.mapTo(content, corner)
            self.ensureVisible(spot.x(), spot.y(), 0, 8)

    def settle(self) -> None:
        """Take the height that the content needs now, instead of when it is first painted."""
        content = self.widget()
        reveal(content)
        reveal(self._inner)
        layout = content.layout()
        width = self.viewport().width()
        content.resize(width, layout.heightForWidth(width))
        layout.activate()


class Alongside(QWidget):
    """Keeps a part in sight beside a longer one while the page scrolls, if it fits the window."""

    def __init__(self, part: QWidget, page: QScrollArea, margin: int) -> None:
        """``margin`` are the pixels between the top of the window and the part."""
        super().__init__()
        part.setParent(self)
        self._part, self._page, self._margin = part, page, margin
        page.verticalScrollBar().valueChanged.connect(self._follow)

    def _follow(self) -> None:
        """Put the part where it is seen."""
        if not self._page.isAncestorOf(self):
            # Thrown away a moment ago: the page scrolls to where its new content was left.
            return
        height = self._part.heightForWidth(self.width())
        view = self._page.viewport()
        gone = self._margin - self.mapTo(view, QPoint()).y()
        fits = height + 2 * self._margin <= view.height()
        top = max(0, min(gone, self.height() - height)) if fits else 0
        self._part.setGeometry(0, top, self.width(), height)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._part.heightForWidth(width)

    def sizeHint(self) -> QSize:
        return self._part.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._part.minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow()


class UnfoldingPage(ScrollPage):
    """A page that is made from the top: what is seen at once, and the rest when nobody waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rest: Iterator[QWidget | QLayout] = iter(())
        self._wanted: int | None = None
        self._next = QTimer(self)
        self._next.timeout.connect(self._add_section)

    def unfold(
        self, parts: Parts, sections: Iterator[QWidget | QLayout], space: QSize, nothing: str
    ) -> None:
        """Show ``sections`` instead of what was there; each is made when its turn comes.

        ``space`` is what can be seen of the page, and ``nothing`` what stands where there is none.
        """
        self._next.stop()
        self._column = self.start(parts)
        self._rest = sections
        self._space = space
        self._nothing = nothing
        self._fill_first_screen()

    def complete(self) -> None:
        """Add every section now, for whoever cannot wait for them."""
        while self._add_section():
            pass

    def scroll_to(self, value: int) -> None:
        """Scroll down by ``value`` pixels; a page that is not shown yet does so when it is."""
        if not self.isVisible():
            self._wanted = value
            return
        self._wanted = None
        if value:
            self.complete()
            self.settle()
        self.verticalScrollBar().setValue(value)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted is not None:
            # Hidden widgets take no size, so the scroll bar had no length until now.
            self.scroll_to(self._wanted)

    def _fill_first_screen(self) -> None:
        """Add what can be seen at once; what lies below follows when the window is idle."""
        # Beside a scroll bar: heights are kept for that width.
        width = content_width(self._space.width(), self._parts)
        while self._add_section():
            if self._column.heightForWidth(width) > self._space.height():
                # Without this, Qt would work all heights out twice: with a bar, and without.
                self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
                self._next.start(0)
                return
        if self._column.count() == 0:
            self._column.addWidget(self._parts.muted(self._nothing))

    def _add_section(self) -> bool:
        """Add the next section; return whether there was one."""
        section = next(self._rest, None)
        if section is None:
            self._next.stop()
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            return False
        if isinstance(section, QLayout):
            holder = QWidget()
            holder.setLayout(section)
            section = holder
        self._column.addWidget(section)
        if self.isVisible():
            # At once, or the sections above would be squeezed until the new one is shown.
            section.show()
            self.settle()
        return True
