"""What drawings and charts have in common: fonts, a height for every width, words for a reader."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.desk import theme
from careerdesk.desk.theme import Colours

_WIDE_IN_LINES = 80.0

SMALL = 0.92
"""Scale of the text that matters less."""


class Figure(QWidget):
    """Something to look at; subclasses say how high they are at a width.

    ``unit`` is the height of a line of text, in pixels: every length follows the text size.
    """

    usual_width_in_lines = 40.0
    least_width_in_lines = 8.0

    def __init__(self, colours: Colours, percent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colours = colours
        self.body = theme.font(percent)
        self.small = theme.font(percent, scale=SMALL)
        self.strong = theme.font(percent, strong=True)
        self.unit = line_height(self.body)
        self._heights: dict[int, int] = {}
        self.setSizePolicy(tall_as_needed())

    def height_at(self, width: int) -> float:
        """Return how high the figure is when it is ``width`` pixels wide."""
        raise NotImplementedError

    def colour(self, name: str) -> QColor:
        """Return the colour of the theme called ``name``."""
        return QColor(getattr(self.colours, name))

    def say(self, name: str, description: str) -> None:
        """Set what a screen reader says about the figure."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # Layouts ask many times over, and breaking words into lines takes a while.
        if width not in self._heights:
            self._heights[width] = round(self.height_at(width) + 0.5)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = round(self.unit * self.usual_width_in_lines)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = round(self.unit * self.least_width_in_lines)
        widths = least, round(self.unit * _WIDE_IN_LINES)
        return QSize(least, min(map(self.heightForWidth, widths)))


class Drawing(Figure):
    """A figure of our own painting."""

    def draw(self, painter: QPainter) -> None:
        """Paint the drawing; the painter is thrown away afterwards."""
        raise NotImplementedError

    def paintEvent(self, _event: object) -> None:
        with painting(self) as painter:
            self.draw(painter)


def tall_as_needed() -> QSizePolicy:
    """Return the policy of what fills the width and has a height for every width.

    Not ``Fixed``: layouts would then cut it off at the height of its size hint.
    """
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """Paint on ``widget`` with smooth edges; the painter is ended whatever happens."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def line_height(font: QFont) -> float:
    """Return the height of a line of text, in pixels."""
    return QFontMetricsF(font).height()


def text_width(words: str, font: QFont) -> float:
    """Return how wide ``words`` are on one line, in pixels."""
    return QFontMetricsF(font).horizontalAdvance(words)


def wrap(words: str, font: QFont, width: float, most_lines: int) -> tuple[str, ...]:
    """Break ``words`` into lines of ``width`` pixels.

    What does not fit into ``most_lines`` is cut off, with an ellipsis to say so.
    """
    return _wrapped(words, font.toString(), width, most_lines)


@lru_cache(maxsize=1024)
def _wrapped(words: str, font_name: str, width: float, most_lines: int) -> tuple[str, ...]:
    """Do what :func:`wrap` does; kept, since all roles have the same names at the same widths."""
    font = QFont()
    font.fromString(font_name)
    layout = QTextLayout(words, font)
    layout.beginLayout()
    starts: list[int] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        starts.append(line.textStart())
    layout.endLayout()
    kept = starts[:most_lines] or [0]
    ends = [*starts[1 : len(kept)], None if len(starts) > most_lines else len(words)]
    lines = [words[start:end].strip() for start, end in zip(kept, ends, strict=True)]
    metrics = QFontMetricsF(font)
    return tuple(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines)


def put(painter: QPainter, x: float, top: float, words: str, font: QFont) -> None:
    """Write one line of ``words`` with its left end at ``x`` and its top at ``top``."""
    painter.setFont(font)
    painter.drawText(QPointF(x, top + QFontMetricsF(font).ascent()), words)


def put_centred(
    painter: QPainter, middle: float, top: float, words: str, font: QFont, right: float
) -> None:
    """Write one line around ``middle``, moved as needed to stay between 0 and ``right``."""
    width = text_width(words, font)
    put(painter, min(max(middle - width / 2, 0.0), max(right - width, 0.0)), top, words, font)
