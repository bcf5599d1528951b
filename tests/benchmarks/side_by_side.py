"""Pages made of many roles: comparison, subject rings and skills, to the painted page."""

from __future__ import annotations

import itertools
import statistics
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from careerdesk.catalogue import Store
from careerdesk.student import StudentFile


def measure(catalogue: Path, rounds: int) -> dict[str, tuple[float, float]]:
    """Return p50 and p95 in milliseconds for each kind of page."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from careerdesk.desk.app import start_qt
    from careerdesk.desk.context import Context, Look
    from careerdesk.desk.places import ExplorePlace
    from careerdesk.desk.window import MainWindow

    application = start_qt()
    taken: dict[str, list[float]] = {}
    with Store.open(catalogue) as store, StudentFile.in_memory() as student:
        context = Context(store, student, today=date.today(), look=Look("en", "light", 100))
        window = MainWindow(context)
        window.resize(1366, 768)
        window.show()
        for number in range(rounds + 1):
            for kind, roles, place in _visits(store):
                context.tray.put(roles)
                window.go(ExplorePlace())
                application.processEvents()
                start = time.perf_counter()
                window.go(place)
                window.pages.currentWidget().repaint()
                spent = (time.perf_counter() - start) * 1000
                application.processEvents()
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                if number:
                    taken.setdefault(kind, []).append(spent)
        window.close()
    return {
        kind: (statistics.median(times), statistics.quantiles(times, n=20)[18])
        for kind, times in taken.items()
    }


def _visits(store: Store) -> Iterator[tuple[str, tuple[str, ...], object]]:
    """Yield a kind of page, the roles side by side, and the place to go to."""
    from careerdesk.desk.places import ComparePlace, SkillPlace, SubjectPlace

    ids = [card.id for card in store.cards()]
    for count in (2, 3, 4):
        for roles in itertools.islice(zip(*(ids[n:] for n in range(count)), strict=False), 10):
            yield f"compare {count}", roles, ComparePlace()
    for subject in store.shared.subjects:
        yield "subject", (), SubjectPlace(subject)
    for skill in itertools.islice(store.shared.skills, 20):
        yield "skill", (), SkillPlace(skill)
