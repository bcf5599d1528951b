"""Role switch: from opening a role to its painted tab, in the real window offscreen."""

from __future__ import annotations

import statistics
import time
from datetime import date
from pathlib import Path

from careerdesk.catalogue import Store
from careerdesk.student import StudentFile


def measure(catalogue: Path, rounds: int) -> dict[str, tuple[float, float]]:
    """Return p50 and p95 in milliseconds for each tab, over all roles."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from careerdesk.desk.app import start_qt
    from careerdesk.desk.context import Context, Look
    from careerdesk.desk.places import RolePlace
    from careerdesk.desk.window import MainWindow

    application = start_qt()
    taken: dict[str, list[float]] = {}
    with Store.open(catalogue) as store, StudentFile.in_memory() as student:
        context = Context(store, student, today=date.today(), look=Look("en", "light", 100))
        window = MainWindow(context)
        window.resize(1366, 768)
        window.show()
        application.processEvents()
        context.charts.load_now()
        ids = [card.id for card in store.cards()]
        for number in range(rounds + 1):
            for tab in window.role_page.tabs():
                for role_id in ids:
                    start = time.perf_counter()
                    window.go(RolePlace(role_id, tab))
                    window.role_page.repaint()
                    spent = (time.perf_counter() - start) * 1000
                    application.processEvents()
                    # As the running window's loop does: throw the page before away.
                    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                    if number:
                        taken.setdefault(tab, []).append(spent)
        window.close()
    return {
        tab: (statistics.median(times), statistics.quantiles(times, n=20)[18])
        for tab, times in taken.items()
    }
