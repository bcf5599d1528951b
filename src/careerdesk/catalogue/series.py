"""What the drawings show, as plain numbers: the journey in years, pay on one scale.

Screen and paper draw from the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor

from careerdesk.catalogue.role import JourneyStep, Pay, Role, Route
from careerdesk.catalogue.shared import Shared, SourceKind
from careerdesk.catalogue.terms import (
    SCHOOLING_OF,
    DurationKind,
    PayGroup,
    Period,
    RouteKind,
    Schooling,
)

SPM_AGE = 17
"""Age at which most students sit for SPM."""


@dataclass(frozen=True, slots=True)
class Span:
    """One step of the journey on the axis of years since the first step began."""

    step: JourneyStep
    start: float
    sure_end: float
    """End if the step takes its shortest time; equal to ``start`` for open steps."""
    end: float
    """End if it takes its longest time."""
    open_end: bool
    """True when it goes on beyond the drawing."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """The journey to scale: spans, and the length of the axis in years."""

    spans: tuple[Span, ...]
    years: float


def timeline(steps: Iterable[JourneyStep]) -> Timeline:
    """Lay the steps of a journey one after the other on one axis of years.

    A step with years starts where the longest time of the one before it ends. An ongoing step
    takes no time of its own: it runs beside the steps that follow it. A lifetime step runs to the
    end of the axis, which leaves it at least a fifth of the width.
    """
    placed: list[tuple[JourneyStep, float, float, float, bool]] = []
    now = 0.0
    for step in steps:
        if step.duration is DurationKind.YEARS:
            low = step.years_min if step.years_min is not None else 0.0
            high = step.years_max if step.years_max is not None else low
            placed.append((step, now, now + low, now + max(low, high), False))
            now += max(low, high)
        else:
            placed.append((step, now, now, now, True))
    length = max(now * 1.25, 1.0)
    spans = tuple(
        Span(step, start, sure, length if is_open else end, is_open)
        for step, start, sure, end, is_open in placed
    )
    return Timeline(spans, length)


@dataclass(frozen=True, slots=True)
class PayScale:
    """Monthly pay in ringgit on one scale."""

    rows: tuple[Pay, ...]
    top: float
    """RM a month at the right end of the scale."""


def malaysian_monthly(role: Role) -> tuple[Pay, ...]:
    """Return the pay rows that can share one scale: ringgit, by the month, in Malaysia."""
    return tuple(
        pay
        for pay in role.pay
        if pay.currency == "MYR" and pay.period is Period.MONTH and pay.country == "MY"
    )


def first_level(role: Role) -> Pay | None:
    """Return the first Malaysian pay row by level, which need not be about beginners."""
    levels = [pay for pay in malaysian_monthly(role) if pay.group is PayGroup.LEVEL]
    return levels[0] if levels else None


def elsewhere(role: Role) -> tuple[Pay, ...]:
    """Return the pay rows of other places or currencies, which share no scale."""
    comparable = set(map(id, malaysian_monthly(role)))
    return tuple(pay for pay in role.pay if id(pay) not in comparable)


def pay_scale(rows: Sequence[Pay], baseline: float | None) -> PayScale:
    """Choose a scale that starts at nothing and holds every row and the baseline."""
    ends = [drawn_end(row) for row in rows]
    if baseline is not None:
        ends.append(baseline)
    return PayScale(tuple(rows), _round_up(max(ends, default=1.0)))


def drawn_end(pay: Pay) -> float:
    """Return where the bar of ``pay`` ends: an open range goes on for three tenths of its start."""
    return pay.low * 1.3 if pay.high is None else pay.high


def _round_up(value: float) -> float:
    """Return the next tidy number at or above ``value``: 1, 2, 2.5 or 5 times a power of ten."""
    power = 1.0
    while power * 10 < value:
        power *= 10
    for factor in (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0):
        if factor * power >= value:
            return factor * power
    return 10 * power


def is_illustrative(source: str, shared: Shared) -> bool:
    """Return whether the source with that id gives figures without a method."""
    return shared.sources[source].kind is SourceKind.ILLUSTRATIVE


def has_reliable_malaysian_pay(role: Role, shared: Shared) -> bool:
    """Return whether any Malaysian figure comes from a source that gives more than an example."""
    return any(not is_illustrative(pay.source, shared) for pay in malaysian_monthly(role))


def first_pay_age(years_min: float | None, years_max: float | None) -> tuple[int, int] | None:
    """Return the youngest and oldest usual age at first pay, for a route's years from SPM.

    Half a year lies between two ages, so both are named. Rounding would make 2 of 2.5 years
    and 4 of 3.5.
    """
    if years_min is None:
        return None
    longest = years_min if years_max is None else years_max
    return SPM_AGE + floor(years_min), SPM_AGE + ceil(longest)


def by_group(rows: Sequence[Pay]) -> dict[PayGroup, tuple[Pay, ...]]:
    """Return the rows by group, groups in their usual order, empty ones left out."""
    grouped = {group: tuple(row for row in rows if row.group is group) for group in PayGroup}
    return {group: members for group, members in grouped.items() if members}


def route_kinds(role: Role) -> tuple[RouteKind, ...]:
    """Return the kinds of routes that the role has, in their usual order."""
    kinds = {route.kind for route in role.routes}
    return tuple(kind for kind in RouteKind if kind in kinds)


def routes_to_the_work(role: Role) -> tuple[Route, ...]:
    """Return the routes that end with the schooling the work itself needs, or with more.

    The others lead to a first rung below it: nobody is a doctor after a health diploma.
    """
    if role.schooling is None:
        return role.routes
    ranks = tuple(Schooling)
    enough = ranks.index(role.schooling)
    return tuple(route for route in role.routes if ranks.index(SCHOOLING_OF[route.kind]) >= enough)
