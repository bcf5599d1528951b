"""What the tests of the window share: Qt without a screen, the fonts, and widgets put away."""

from __future__ import annotations

import os

# Before Qt makes its application object.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import sample
from careerdesk.catalogue import Store
from careerdesk.desk import theme
from careerdesk.desk.context import Context, Look
from careerdesk.desk.window import MainWindow
from careerdesk.i18n import LANGUAGES, Translator, translator
from careerdesk.student import StudentFile
from running import elsewhere

PATIENCE_MS = 30_000


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> QApplication:
    """Load the bundled fonts once."""
    theme.load_fonts()
    return qapp


@pytest.fixture
def qtbot(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Return what waits for Qt, as patient as a machine with much else to do needs."""
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed", "waitActive"):
        monkeypatch.setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE_MS))
    return qtbot


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


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home folder, which no test can miss: nothing touches the real one."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name, place in elsewhere(folder).items():
        monkeypatch.setenv(name, place)
    return folder


@pytest.fixture
def student(tmp_path: Path) -> Iterator[StudentFile]:
    """Return a student file on disk, empty."""
    with StudentFile.open(tmp_path / "student") as opened:
        yield opened


@pytest.fixture
def context(store: Store, student: StudentFile, fonts: QApplication) -> Context:  # noqa: ARG001
    """Return what the pages share, on the day of publication, in English and light."""
    look = Look(language="en", theme="light")
    return Context(store, student, today=sample.PUBLISHED_ON, look=look)


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Callable[..., MainWindow]]:
    """Return a function that shows a window on a context; all are closed afterwards."""
    windows: list[MainWindow] = []

    def opened(context: Context, width: int = 1280, height: int = 720) -> MainWindow:
        window = MainWindow(context)
        windows.append(window)
        window.resize(width, height)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield opened
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(context: Context, open_window: Callable[..., MainWindow]) -> MainWindow:
    """Return a window on the small catalogue, at its first page."""
    return open_window(context)
