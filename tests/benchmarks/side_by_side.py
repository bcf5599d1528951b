"""Pages made of many roles: comparison, subject rings and skills, to the painted page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desks import desk, milliseconds, p50_and_p95, tidy

from careerdesk.catalogue import Store

if TYPE_CHECKING:
    from careerdesk.desk.places import Place
    from careerdesk.desk.window import MainWindow


def measure(catalogue: Path, rounds: int) -> dict[str, tuple[float, float]]:
    """Return p50 and p95 in milliseconds for each kind of page."""
    from careerdesk.desk.places import ExplorePlace

    taken: dict[str, list[float]] = {}
    with desk(catalogue) as window:
        context = window.context
        for number in range(rounds + 1):
            for kind, roles, place in _visits(context.store):
                context.tray.put(roles)
                window.go(ExplorePlace())
                tidy()
                spent = milliseconds(lambda place=place: _paint(window, place))
                tidy()
                if number:
                    taken.setdefault(kind, []).append(spent)
    return p50_and_p95(taken)


def _paint(window: MainWindow, place: Place) -> None:
    window.go(place)
    window.pages.currentWidget().repaint()


def _visits(store: Store) -> Iterator[tuple[str, tuple[str, ...], Place]]:
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
