"""Keystrokes in the desk: from a change of the words to the painted list, offscreen."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

from search import Times, times

from careerdesk.catalogue import Store
from careerdesk.catalogue.search import Search
from careerdesk.student import StudentFile


def measure(catalogue: Path, typed: list[str]) -> tuple[Times, Times]:
    """Return the times to the painted list, and the longest that the window was kept busy.

    The second are the times that a keystroke itself takes on the window's thread.
    """
    from careerdesk.desk.app import start_qt
    from careerdesk.desk.context import Context, Look
    from careerdesk.desk.window import MainWindow

    application = start_qt()
    painted, pressed = [], []
    with Store.open(catalogue) as store, StudentFile.in_memory() as student:
        context = Context(store, student, today=date.today(), look=Look("en", "light", 100))
        window = MainWindow(context)
        window.resize(1366, 768)
        window.show()
        application.processEvents()
        for number, query in enumerate(["warm", "wram", *typed]):
            start = time.perf_counter()
            window.top_bar.search.setText(query)
            pressed_at = time.perf_counter()
            window.explore.answers.settle()
            window.explore.roles().viewport().repaint()
            end = time.perf_counter()
            application.processEvents()
            if number > 1 and Search(query).words.strip():
                painted.append((end - start) * 1000)
                pressed.append((pressed_at - start) * 1000)
        window.close()
    return times(painted), times(pressed)
