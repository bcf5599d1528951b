"""The marks that drawings and charts share, so that one look means one thing everywhere.

Solid is known, hatched is uncertain, an open arrow goes on. None of them needs its colour to be
told apart.
"""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from careerdesk.desk.theme import Colours

HATCH_STEP = 5.0
"""Pixels between the lines of a hatched area."""


class Mark(Enum):
    """The marks that a legend can explain."""

    SOLID = auto()
    HATCHED = auto()
    EMPTY = auto()
    ONGOING = auto()
    OPEN = auto()
    DIAMOND = auto()
    BASELINE = auto()


def rounded(rect: QRectF) -> QPainterPath:
    """Return ``rect`` with slightly rounded corners."""
    path = QPainterPath()
    radius = min(3.0, rect.height() / 2, rect.width() / 2)
    path.addRoundedRect(rect, radius, radius)
    return path


def diamond(middle: QPointF, size: float) -> QPainterPath:
    """Return a diamond that is ``size`` high and wide."""
    half = size / 2
    path = QPainterPath()
    path.addPolygon(
        QPolygonF(
            [
                middle + QPointF(0, -half),
                middle + QPointF(half, 0),
                middle + QPointF(0, half),
                middle + QPointF(-half, 0),
            ]
        )
    )
    path.closeSubpath()
    return path


def fill_solid(painter: QPainter, path: QPainterPath, colours: Colours) -> None:
    """Fill ``path`` as what is known."""
    painter.fillPath(path, QColor(colours.bar))


def fill_hatched(painter: QPainter, path: QPainterPath, colours: Colours) -> None:
    """Fill ``path`` with slanted lines and an outline, as what is uncertain."""
    area = path.boundingRect()
    ink = QColor(colours.bar)
    painter.save()
    painter.fillPath(path, QColor(colours.surface))
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(ink, 1.4))
    # Lines start from multiples of the step, so that neighbouring areas carry on the same pattern.
    x = (area.left() // HATCH_STEP) * HATCH_STEP
    while x < area.right() + area.height():
        painter.drawLine(QLineF(x, area.top(), x - area.height(), area.bottom()))
        x += HATCH_STEP
    painter.restore()
    painter.strokePath(path, QPen(ink, 1.2))


def fill_empty(painter: QPainter, path: QPainterPath, colours: Colours) -> None:
    """Fill ``path`` as what is not there yet."""
    painter.fillPath(path, QColor(colours.sunken))
    painter.strokePath(path, QPen(QColor(colours.control), 1.0))


def fill_fading(painter: QPainter, rect: QRectF, colours: Colours) -> None:
    """Fill ``rect`` so that it fades to the right, and end it in an open arrow."""
    head = arrow_width(rect.height())
    body = QRectF(rect.left(), rect.top(), max(rect.width() - head, 1.0), rect.height())
    fade = QLinearGradient(body.topLeft(), body.topRight())
    ink, gone = QColor(colours.bar), QColor(colours.bar)
    gone.setAlpha(0)
    fade.setColorAt(0.0, ink)
    fade.setColorAt(1.0, gone)
    painter.fillPath(rounded(body), QBrush(fade))
    arrow_head(painter, rect, colours)


def dashed_band(painter: QPainter, rect: QRectF, colours: Colours) -> None:
    """Draw a thin dashed band along the middle of ``rect`` that ends in an open arrow."""
    middle = rect.center().y()
    pen = QPen(QColor(colours.bar), max(rect.height() * 0.22, 2.0))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([2.4, 1.6])
    painter.save()
    painter.setPen(pen)
    # From the right, so that a whole dash meets the arrow.
    painter.drawLine(QLineF(rect.right() - 2, middle, rect.left(), middle))
    painter.restore()
    arrow_head(painter, rect, colours)


def arrow_width(height: float) -> float:
    """Return how wide an arrow head of ``height`` is."""
    return height * 0.5


def arrow_head(painter: QPainter, rect: QRectF, colours: Colours) -> None:
    """Draw an open arrow head at the right end of ``rect``."""
    pen = QPen(QColor(colours.bar), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    tip = QPointF(rect.right() - 1, rect.center().y())
    back = tip.x() - arrow_width(rect.height())
    painter.save()
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        QPolygonF([QPointF(back, rect.top() + 1), tip, QPointF(back, rect.bottom() - 1)])
    )
    painter.restore()


def baseline_pen(colours: Colours) -> QPen:
    """Return the pen of the dashed line at a national figure."""
    pen = QPen(QColor(colours.text), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([2.5, 2.0])
    return pen


def draw_mark(painter: QPainter, mark: Mark, rect: QRectF, colours: Colours) -> None:
    """Draw ``mark`` into ``rect``, as a legend shows it."""
    bar = rounded(rect)
    if mark is Mark.SOLID:
        fill_solid(painter, bar, colours)
    elif mark is Mark.HATCHED:
        fill_hatched(painter, bar, colours)
    elif mark is Mark.EMPTY:
        fill_empty(painter, bar, colours)
    elif mark is Mark.ONGOING:
        dashed_band(painter, rect, colours)
    elif mark is Mark.OPEN:
        fill_fading(painter, rect, colours)
    elif mark is Mark.DIAMOND:
        fill_solid(painter, diamond(rect.center(), rect.height() * 1.15), colours)
    else:
        painter.save()
        painter.setPen(baseline_pen(colours))
        x = round(rect.center().x()) + 0.5
        painter.drawLine(QLineF(x, rect.top() - 3, x, rect.bottom() + 3))
        painter.restore()
