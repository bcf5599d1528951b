"""A desk to measure: the real window with a catalogue, offscreen, for one student."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.catalogue import Store
from careerdesk.student import StudentFile

if TYPE_CHECKING:
    from careerdesk.desk.window import MainWindow

_SIZE = (1366, 768)


@contextmanager
def desk(catalogue: Path) -> Iterator[MainWindow]:
    """Show the window with ``catalogue``."""
    from careerdesk.desk.app import start_qt
    from careerdesk.desk.context import Context, Look
    from careerdesk.desk.window import MainWindow

    application = start_qt()
    with Store.open(catalogue) as store, StudentFile.in_memory() as student:
        context = Context(store, student, today=date.today(), look=Look("en", "light", 100))
        window = MainWindow(context)
        window.resize(*_SIZE)
        window.show()
        application.processEvents()
        yield window
        window.close()


def tidy() -> None:
    """Do what waits, and throw the page before away, as the running window's loop does."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def milliseconds(action: Callable[[], object]) -> float:
    """Return how long ``action`` takes."""
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000


def p50_and_p95(taken: dict[str, list[float]]) -> dict[str, tuple[float, float]]:
    """Return the median and the 95th percentile of each list of times."""
    return {
        kind: (statistics.median(times), statistics.quantiles(times, n=20)[18])
        for kind, times in taken.items()
    }
