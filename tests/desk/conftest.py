"""What the tests of the window share: Qt without a screen, the fonts, and widgets put away."""

from __future__ import annotations

import os

# Before Qt makes its application object.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from careerdesk.desk import theme
from careerdesk.i18n import LANGUAGES, Translator, translator


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> QApplication:
    """Load the bundled fonts once."""
    theme.load_fonts()
    return qapp


@pytest.fixture(autouse=True)
def put_away(fonts: QApplication) -> Iterator[None]:
    """Leave no window of one test to the next; what was never shown goes with its last name."""
    yield
    for widget in fonts.topLevelWidgets():
        # Hidden ones may belong to Qt itself, and deleting those ends the process.
        if widget.isVisible():
            widget.close()
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Translator:
    """Return a translator; the test runs in both languages."""
    return translator(request.param)


@pytest.fixture(params=sorted(theme.THEMES))
def colours(request: pytest.FixtureRequest) -> theme.Colours:
    """Return the colours of a theme; the test runs in all of them."""
    return theme.THEMES[request.param]


@pytest.fixture
def light() -> theme.Colours:
    """Return the colours of the light theme."""
    return theme.THEMES["light"]


class Picture:
    """A painted widget, asked by colour."""

    def __init__(self, image: QImage) -> None:
        self.image = image

    def has(self, x: float, y: float, colour: str) -> bool:
        """Return whether the pixel at ``x`` and ``y`` has ``colour``."""
        return self.image.pixelColor(round(x), round(y)) == QColor(colour)

    def shades(self, area: QRect) -> set[str]:
        """Return every colour within ``area``: one where it is solid, many where it is hatched."""
        assert self.image.rect().contains(area)
        return {
            self.image.pixelColor(x, y).name()
            for x in range(area.left(), area.right() + 1)
            for y in range(area.top(), area.bottom() + 1)
        }

    def columns(self, colour: str, top: int = 0, bottom: int | None = None) -> list[int]:
        """Return every x at which ``colour`` occurs between ``top`` and ``bottom``."""
        wanted = QColor(colour)
        end = self.image.height() if bottom is None else bottom
        return [
            x
            for x in range(self.image.width())
            if any(self.image.pixelColor(x, y) == wanted for y in range(top, end))
        ]


@pytest.fixture
def paint(light: theme.Colours) -> Callable[..., Picture]:
    """Return a function that paints a widget at a width, on the page of its theme."""

    def painted(widget: QWidget, width: int, ground: str = light.surface) -> Picture:
        high = widget.heightForWidth(width) if widget.hasHeightForWidth() else 0
        widget.resize(width, max(high or widget.sizeHint().height(), 1))
        image = QImage(widget.size(), QImage.Format.Format_RGB32)
        image.fill(QColor(ground))
        widget.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
        return Picture(image)

    return painted
