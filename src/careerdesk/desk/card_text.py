"""Paints the words of a card, with the words that were looked for standing out."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from careerdesk.desk.theme import Colours

Marks = tuple[tuple[int, int], ...]
"""Start and end of each word that stands out."""

_LEAST_SHRUNK = 5 / 6


class CardText:
    """Paints lines of words in the colours of a theme."""

    def __init__(self, painter: QPainter, colours: Colours) -> None:
        self._painter = painter
        self._colours = colours

    def line(self, words: str, font: QFont, colour: str, area: QRect, marks: Marks = ()) -> None:
        """Paint ``words`` on one line at the top of ``area``; what is too long is elided."""
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        baseline = QPoint(area.left(), area.top() + metrics.ascent())
        self._painter.setFont(font)
        left = len(shown) if shown == words else len(shown) - 1
        self._underlay(shown, metrics, baseline, [m for m in marks if m[1] <= left])
        self._painter.setPen(QColor(colour))
        self._painter.drawText(baseline, shown)

    def title(self, words: str, font: QFont, colour: str, area: QRect, marks: Marks = ()) -> None:
        """Paint ``words`` as :meth:`line` does, a little smaller where they would not fit."""
        self.line(words, fitting(font, words, area.width()), colour, area, marks)

    def lines(
        self, words: str, font: QFont, colour: str, area: QRect, most: int, marks: Marks = ()
    ) -> None:
        """Paint ``words`` on at most ``most`` lines; the last one is elided if more is left."""
        height = QFontMetrics(font).lineSpacing()
        layout = QTextLayout(words, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        for number in range(most):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            start = line.textStart()
            end = len(words) if number == most - 1 else start + line.textLength()
            place = QRect(area.left(), area.top() + number * height, area.width(), height)
            here = tuple((m[0] - start, m[1] - start) for m in marks if start <= m[0] < end)
            self.line(words[start:end].rstrip(), font, colour, place, here)
        layout.endLayout()

    def _underlay(
        self, shown: str, metrics: QFontMetrics, baseline: QPoint, marks: list[tuple[int, int]]
    ) -> None:
        """Paint what lies behind marked words: a soft ground and a line below them."""
        for start, end in marks:
            left = baseline.x() + metrics.horizontalAdvance(shown[:start])
            width = metrics.horizontalAdvance(shown[:end]) + baseline.x() - left
            top = baseline.y() - metrics.ascent()
            self._painter.fillRect(
                left, top, width, metrics.height(), QColor(self._colours.accent_soft)
            )
            self._painter.setPen(QPen(QColor(self._colours.accent), 1))
            below = baseline.y() + 2
            self._painter.drawLine(left, below, left + width - 1, below)


def fitting(font: QFont, words: str, width: int) -> QFont:
    """Return ``font``, or it made smaller by at most a sixth, so that ``words`` fit ``width``."""
    if fits(font, words, width):
        return font
    share = width / QFontMetrics(font).horizontalAdvance(words) * 0.99
    if share > _LEAST_SHRUNK:
        smaller = QFont(font)
        smaller.setPointSizeF(font.pointSizeF() * share)
        # Letters grow by whole pixels, so that they may be wider than their share says.
        if fits(smaller, words, width):
            return smaller
    return smallest(font)


def fits(font: QFont, words: str, width: int) -> bool:
    """Return whether ``words`` in ``font`` are shown whole in ``width`` pixels."""
    return QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width) == words


def smallest(font: QFont) -> QFont:
    """Return ``font`` as small as :func:`fitting` makes it."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * _LEAST_SHRUNK)
    return smaller
