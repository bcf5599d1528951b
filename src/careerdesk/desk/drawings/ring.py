"""How many skills a student has ticked, as a ring."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.desk import theme
from careerdesk.desk.drawings import marks
from careerdesk.desk.drawings.canvas import Drawing, text_width
from careerdesk.desk.theme import Colours
from careerdesk.i18n import Translator

_TOP = 90.0
"""Degrees, counted from three o'clock against the clock: where the ring starts."""


class ProgressRing(Drawing):
    """A ring: what the student has is solid, what is being learnt hatched, the rest empty."""

    def __init__(
        self,
        translator: Translator,
        colours: Colours,
        percent: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(colours, percent, parent)
        self._t = translator
        self._number = theme.font(percent, scale=1.5, strong=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_counts(0, 0, 0)

    def set_counts(self, have: int, learning: int, total: int) -> None:
        """Show ``have`` and ``learning`` out of ``total`` skills."""
        self._have, self._learning, self._total = have, learning, total
        self.say(
            self._t.say("{have} of {total} skills", have=have, total=total),
            self._t.say(
                "Have it: {have}. Learning it: {learning}. Not yet: {rest}.",
                have=have,
                learning=learning,
                rest=max(total - have - learning, 0),
            ),
        )
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What stands in the middle of the ring."""
        return f"{self._have}/{self._total}"

    def height_at(self, width: int) -> float:  # noqa: ARG002
        return self._size()

    def sizeHint(self) -> QSize:
        return QSize(round(self._size()), round(self._size()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return False

    def draw(self, painter: QPainter) -> None:
        size = min(self.width(), self.height())
        outer = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
        outer.adjust(1.5, 1.5, -1.5, -1.5)
        marks.fill_empty(painter, self._arc(outer, 0.0, 1.0), self.colours)
        if self._total > 0:
            have = min(self._have / self._total, 1.0)
            both = min((self._have + self._learning) / self._total, 1.0)
            if both > have:
                marks.fill_hatched(painter, self._arc(outer, have, both), self.colours)
            if have > 0:
                marks.fill_solid(painter, self._arc(outer, 0.0, have), self.colours)
        painter.setPen(self.colour("text"))
        painter.setFont(self._number)
        painter.drawText(outer, Qt.AlignmentFlag.AlignCenter, self.words)

    def _size(self) -> float:
        """Return the diameter, which leaves room for the widest number."""
        widest = text_width(f"{self._total}/{self._total}", self._number)
        return max(self.unit * 5.4, widest + self.unit * 2.6)

    def _arc(self, outer: QRectF, start: float, end: float) -> QPainterPath:
        """Return the part of the ring between two shares of it, clockwise from the top."""
        thick = self.unit * 0.62
        inner = outer.adjusted(thick, thick, -thick, -thick)
        first, sweep = _TOP - start * 360, -(end - start) * 360
        path = QPainterPath()
        if end - start >= 1:
            path.setFillRule(Qt.FillRule.OddEvenFill)
            path.addEllipse(outer)
            path.addEllipse(inner)
            return path
        path.arcMoveTo(outer, first)
        path.arcTo(outer, first, sweep)
        path.arcTo(inner, first + sweep, -sweep)
        path.closeSubpath()
        return path
