"""A pyqtgraph view that only shows: no zoom, no menu, no buttons, no focus."""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QWidget

from careerdesk.desk.drawings.canvas import Figure
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

    def words(
        self, text: str, font: QFont, colour: str, anchor: tuple[float, float]
    ) -> pg.TextItem:
        """Return plain text that keeps its size; it starts out at no place."""
        item = pg.TextItem(text, color=getattr(self.colours, colour), anchor=anchor)
        item.textItem.document().setDocumentMargin(0)
        item.setFont(font)
        self.plot.box.addItem(item, ignoreBounds=True)
        return item

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
