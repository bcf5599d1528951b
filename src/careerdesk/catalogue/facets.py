"""What roles are filtered, sorted and laid out by: one small flat record per role.

They are worked out once, when the catalogue is built (:mod:`careerdesk.authoring.derive`);
:meth:`careerdesk.catalogue.Store.facets` reads them all.
"""

from __future__ import annotations

from dataclasses import dataclass

from careerdesk.catalogue.terms import (
    HoursPattern,
    Interest,
    Level,
    Need,
    RouteKind,
    Schooling,
    WorkPlace,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """The facets of one role; None, or nothing, where the catalogue does not say."""

    role: str
    field: str
    routes: tuple[RouteKind, ...] = ()
    """Every kind of route that the role describes, in their usual order."""
    schooling: Schooling | None = None
    """Least schooling for the work itself; a route may begin lower, on an assistant's rung."""
    shortest_years: float | None = None
    """Years from SPM to first pay on the shortest route that ends with that schooling, or more."""
    required_subjects: tuple[str, ...] = ()
    """Ids of SPM subjects."""
    helpful_subjects: tuple[str, ...] = ()
    interests: tuple[Interest, ...] = ()
    """At most three letters, strongest first: those of at least 50 in 100, or the strongest."""
    entry_pay: float | None = None
    """RM a month that beginners earn at least; only from a source that is not illustrative."""
    entry_pay_high: float | None = None
    """None where the range is open, or is a salary scale, whose top is no beginner's."""
    entry_pay_year: str | None = None
    entry_pay_source: str | None = None
    demand: int | None = None
    """The derived score of demand in Malaysia, 0 to 100."""
    remote_low: Level | None = None
    remote_high: Level | None = None
    place: WorkPlace | None = None
    hours_min: float | None = None
    """Hours a week."""
    hours_max: float | None = None
    hours_pattern: HoursPattern | None = None

    def need(self, subject: str) -> Need | None:
        """Return how much ``subject``, an id, matters; None when it is not named."""
        if subject in self.required_subjects:
            return Need.REQUIRED
        return Need.HELPFUL if subject in self.helpful_subjects else None


_HIGH_DEMAND = 80
_MEDIUM_DEMAND = 40


def demand_band(demand: int | None) -> Level:
    """Return the band that a score of demand in Malaysia is filtered by; NONE without a score."""
    if demand is None:
        return Level.NONE
    if demand >= _HIGH_DEMAND:
        return Level.HIGH
    return Level.MEDIUM if demand >= _MEDIUM_DEMAND else Level.LOW
