"""A pyqtgraph view that only shows: no zoom, no menu, no buttons, no focus."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from careerdesk.desk.drawings.canvas import Figure, line_height, put, text_width
from careerdesk.desk.theme import Colours

ToPixels = Callable[[float, float], QPointF]


class StillPlot(pg.GraphicsView):
    """A view box in a view that hands every mouse and key event to the page around it."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(background=colours.surface)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self.centralLayout.setContentsMargins(0, 0, 0, 0)
        self.centralLayout.setSpacing(0)


class Chart(Figure):
    """A still plot with the fonts and colours of the desk.

    Children are placed by hand: a layout would overrule the height for a width.
    """

    def __init__(self, colours: Colours, percent: int, parent: QWidget | None = None) -> None:
        super().__init__(colours, percent, parent)
        self.plot = StillPlot(colours)
        self.plot.setParent(self)

    def arrange(self, width: int) -> None:
        """Place everything within ``width`` pixels, from the top."""
        raise NotImplementedError

    def pen(self, colour: str, width: float = 1.0) -> QPen:
        """Return a pen of the theme's ``colour`` that keeps its width at every scale."""
        pen = QPen(QColor(getattr(self.colours, colour)), width)
        pen.setCosmetic(True)
        return pen

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        self.arrange(self.width())


class PixelItem(pg.GraphicsObject):
    """An item that paints in pixels, where the view's scale cannot stretch lines and patterns."""

    def __init__(self) -> None:
        super().__init__()
        self._area = QRectF(0, 0, 1, 1)

    def cover(self, area: QRectF) -> None:
        """Set what the item may paint on, in the units of the view, and paint anew."""
        self.prepareGeometryChange()
        self._area = area
        self.update()

    def boundingRect(self) -> QRectF:  # noqa: N802
        return self._area

    def paint(self, painter: QPainter, *_: object) -> None:
        to_pixels = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        self.paint_pixels(painter, lambda x, y: to_pixels.map(QPointF(x, y)))
        painter.restore()

    def paint_pixels(self, painter: QPainter, at: ToPixels) -> None:
        """Paint; ``at(x, y)`` gives the pixel of a point of the view."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Word:
    """A line of plain text at a point of the view, moved by pixels and shares of its own size."""

    text: str
    x: float
    y: float
    font: QFont
    colour: str
    anchor: tuple[float, float] = (0.0, 0.0)
    """The share of its width and height that lies left of the point and above it."""
    moved: tuple[float, float] = (0.0, 0.0)
    """Pixels to the right and downwards."""
    ground: str | None = None
    """What is painted behind it, where lines would run through the words."""

    def place(self, at: ToPixels) -> QRectF:
        """Return the pixels that the text takes."""
        point = at(self.x, self.y)
        wide, high = text_width(self.text, self.font), line_height(self.font)
        left = point.x() - wide * self.anchor[0] + self.moved[0]
        return QRectF(left, point.y() - high * self.anchor[1] + self.moved[1], wide, high)


class WordsItem(PixelItem):
    """All the words of a chart; one item is much quicker to make than one for each."""

    def __init__(self) -> None:
        super().__init__()
        self.words: tuple[Word, ...] = ()

    def show(self, words: Iterable[Word], area: QRectF) -> None:
        """Paint ``words``, all of which lie in ``area`` of the view."""
        self.words = tuple(words)
        self.cover(area)

    def paint_pixels(self, painter: QPainter, at: ToPixels) -> None:
        for word in self.words:
            place = word.place(at)
            if word.ground is not None:
                painter.fillRect(place, QColor(word.ground))
            painter.setPen(QColor(word.colour))
            put(painter, place.left(), place.top(), word.text, word.font)
