"""Icons: SVG files of our own, drawn in the colour that the theme asks for."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from careerdesk import resources
from careerdesk.desk.theme import Colours
from careerdesk.errors import DamagedInstallation

_FIELD = "all-roles"
_SOFT = 34
"""How much of its colour the ground of a tile has, of 255."""


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """Return the icon ``name`` in ``colour`` (``#rrggbb``), ``size`` logical pixels square."""
    screen = QGuiApplication.primaryScreen()
    ratio = screen.devicePixelRatio() if screen is not None else 1.0
    drawn = QPixmap(QSize(size, size) * ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    # A colour may come from a catalogue; by way of QColor it can be nothing but a colour.
    plain = QColor.fromString(colour).name()
    drawing = resources.text(f"icons/{name}.svg").replace("currentColor", plain)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=128)
def tile(name: str, colour: str, side: int) -> QPixmap:
    """Return the icon ``name`` on a rounded square of its own colour, made soft."""
    size = round(side * 0.58)
    drawing = pixmap(name, colour, size)
    ratio = drawing.devicePixelRatio()
    drawn = QPixmap(QSize(side, side) * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ground = QColor(colour)
    ground.setAlpha(_SOFT)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(0, 0, side, side), 8, 8)
    painter.drawPixmap(QPoint(1, 1) * ((side - size) // 2), drawing)
    painter.end()
    return drawn


def icon(name: str, colour: str, size: int = 20) -> QIcon:
    """Return the icon ``name`` in ``colour``."""
    return QIcon(pixmap(name, colour, size))


def menu_icon(name: str, look: Colours, size: int) -> QIcon:
    """Return the icon ``name`` for a line of a menu, which changes its ground when chosen."""
    made = icon(name, look.text, size)
    made.addPixmap(pixmap(name, look.on_accent, size), QIcon.Mode.Active)
    return made


@lru_cache(maxsize=64)
def for_field(name: str) -> str:
    """Return ``name``, which a catalogue gives, or the usual icon if this program has none such."""
    try:
        resources.path(f"icons/{name}.svg")
    except (DamagedInstallation, ValueError, OSError):
        return _FIELD
    return name
