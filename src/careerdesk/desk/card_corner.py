"""The corner of a card: a small button that puts its role side by side with others."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPen

from careerdesk.desk import icons
from careerdesk.desk.theme import Colours

SIDE = 26
"""Side of the button, in pixels at the usual text size."""

_MARGIN = 8
"""Pixels around the button in which a press is still meant for it and opens no role."""
_LEAST = 24
"""Side of the smallest thing to press, in pixels (WCAG 2.2, 2.5.8)."""


def corner(card: QRect, percent: int) -> QRect:
    """Return where the button is on the card that takes ``card`` of its list."""
    side = max(_LEAST, round(SIDE * percent / 100))
    inset = 4 + round(6 * percent / 100)
    return QRect(QPoint(card.right() - inset - side, card.top() + inset), QSize(side, side))


def reach(card: QRect, percent: int) -> QRect:
    """Return where a press is meant for the button of the card that takes ``card``."""
    return corner(card, percent).adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN) & card


def paint_corner(
    painter: QPainter, place: QRect, colours: Colours, *, beside: bool, hovered: bool
) -> None:
    """Paint the button; it is filled when the role is ``beside`` others already."""
    ground = colours.accent if beside else colours.surface
    edge = colours.accent if beside or hovered else colours.border
    painter.setBrush(QColor(ground))
    painter.setPen(QPen(QColor(edge), 2 if hovered else 1))
    painter.drawRoundedRect(place, 6, 6)
    ink = colours.on_accent if beside else colours.accent if hovered else colours.muted
    size = round(place.width() * 0.64)
    offset = (place.width() - size) // 2
    painter.drawPixmap(place.topLeft() + QPoint(offset, offset), icons.pixmap("compare", ink, size))
