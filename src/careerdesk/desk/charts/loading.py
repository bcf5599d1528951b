"""Bringing in pyqtgraph while the student pauses.

An import holds the interpreter for up to half a second, so it never happens while somebody types,
scrolls or clicks.
"""

from __future__ import annotations

import os
import sys
import threading
from importlib import import_module

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_STEPS = (
    "numpy",
    "pyqtgraph",
    "careerdesk.desk.charts.scores",
    "careerdesk.desk.charts.radar",
)
"""Modules to import, in order; between two of them the student may have come back."""

_BUSY = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
    }
)


def ready() -> bool:
    """Return whether all that the charts need has been imported."""
    return all(name in sys.modules for name in _STEPS)


def load() -> None:
    """Import all that the charts need.

    Raises:
        ImportError: if pyqtgraph or numpy is missing or broken.
    """
    for name in _STEPS:
        _import(name)


def _import(name: str) -> None:
    """Import one module; pyqtgraph's own hooks for uncaught errors are not kept."""
    # Somebody's setting for another program would make pyqtgraph ask for another Qt.
    os.environ.pop("PYQTGRAPH_QT_LIB", None)
    hooks = sys.excepthook, threading.excepthook
    try:
        import_module(name)
    finally:
        sys.excepthook, threading.excepthook = hooks


class ChartLoader(QObject):
    """Imports what the charts need, a module at a time, once the student has paused."""

    loaded = Signal()
    """Emitted once, when everything is there; never after a failure."""

    def __init__(self, quiet_ms: int = 700, parent: QObject | None = None) -> None:
        """``quiet_ms`` is how long no key and no mouse must have been used."""
        super().__init__(parent)
        self.failed: ImportError | None = None
        """Why nothing was loaded; the scores are then shown in words."""
        self._finished = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(quiet_ms)
        self._quiet.timeout.connect(self._load_next)

    def start(self) -> None:
        """Begin to wait for a pause; call it once the window has been painted."""
        if self._over():
            return
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._quiet.start()

    def load_now(self) -> bool:
        """Import what is missing at once, and return whether the charts can be drawn."""
        while not self._over():
            self._load_next()
        return self.failed is None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _BUSY and self._quiet.isActive():
            self._quiet.start()
        return False

    def _over(self) -> bool:
        return self._finished or self.failed is not None

    def _load_next(self) -> None:
        """Import the next module that is missing, and wait for the next pause."""
        missing = next((name for name in _STEPS if name not in sys.modules), None)
        if missing is None:
            self._stop()
            self._finished = True
            self.loaded.emit()
            return
        try:
            _import(missing)
        except ImportError as error:
            self._stop()
            self.failed = error
            return
        self._quiet.start()

    def _stop(self) -> None:
        self._quiet.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
