"""Role switch: from opening a role to its painted tab, in the real window offscreen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desks import desk, milliseconds, p50_and_p95, tidy

if TYPE_CHECKING:
    from careerdesk.desk.places import RolePlace
    from careerdesk.desk.window import MainWindow


def measure(catalogue: Path, rounds: int) -> dict[str, tuple[float, float]]:
    """Return p50 and p95 in milliseconds for each tab, over all roles."""
    from careerdesk.desk.places import RolePlace

    taken: dict[str, list[float]] = {}
    with desk(catalogue) as window:
        window.context.charts.load_now()
        ids = [card.id for card in window.context.store.cards()]
        for number in range(rounds + 1):
            for tab in window.role_page.tabs():
                for role_id in ids:
                    place = RolePlace(role_id, tab)
                    spent = milliseconds(lambda place=place: _paint(window, place))
                    tidy()
                    if number:
                        taken.setdefault(tab, []).append(spent)
    return p50_and_p95(taken)


def _paint(window: MainWindow, place: RolePlace) -> None:
    window.go(place)
    window.role_page.repaint()
