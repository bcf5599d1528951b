"""The line below a drawing that says what its marks mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from careerdesk.desk.drawings.canvas import Drawing, line_height, put, text_width, wrap
from careerdesk.desk.drawings.marks import Mark, draw_mark
from careerdesk.desk.theme import Colours

Entries = Sequence[tuple[Mark | None, str]]


class Key:
    """Marks and their words, in as many lines as the width asks for; words may stand alone."""

    def __init__(self, entries: Entries, font: QFont, colours: Colours) -> None:
        self.entries = tuple(entries)
        self._font = font
        self._colours = colours
        self._line = line_height(font)

    def height_at(self, width: float) -> float:
        """Return how high the key is at ``width``; nothing to explain has no height."""
        return max((bottom for *_, bottom in self._places(width)), default=0.0)

    def draw(self, painter: QPainter, origin: QPointF, width: float) -> None:
        """Paint the key with its upper left corner at ``origin``."""
        line = self._line
        for mark, lines, place, _bottom in self._places(width):
            corner = origin + place
            if mark is not None:
                swatch = QRectF(corner.x(), corner.y() + line * 0.22, line * 1.3, line * 0.56)
                draw_mark(painter, mark, swatch, self._colours)
            left = corner.x() + self._indent(mark)
            painter.setPen(QColor(self._colours.muted))
            for number, words in enumerate(lines):
                put(painter, left, corner.y() + number * line, words, self._font)

    def _indent(self, mark: Mark | None) -> float:
        return 0.0 if mark is None else self._line * 1.7

    def _places(
        self, width: float
    ) -> Iterator[tuple[Mark | None, tuple[str, ...], QPointF, float]]:
        """Yield each mark, its lines, its corner, and where it ends below."""
        gap = self._line * 1.2
        x = y = row = 0.0
        for mark, words in self.entries:
            indent = self._indent(mark)
            lines = wrap(words, self._font, max(width - indent, self._line), 3)
            wide = indent + max(text_width(line, self._font) for line in lines)
            if x > 0 and x + wide > width:
                x, y, row = 0.0, y + row, 0.0
            high = len(lines) * self._line * 1.1
            row = max(row, high)
            yield mark, lines, QPointF(x, y), y + high
            x += wide + gap


class Legend(Drawing):
    """A key of its own, for drawings that have a row each in a layout."""

    def __init__(
        self, entries: Entries, colours: Colours, percent: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(colours, percent, parent)
        self._key = Key(entries, self.small, colours)
        self.say("; ".join(words for _mark, words in self._key.entries), "")

    def height_at(self, width: int) -> float:
        return self._key.height_at(width)

    def draw(self, painter: QPainter) -> None:
        self._key.draw(painter, QPointF(0, 0), self.width())
