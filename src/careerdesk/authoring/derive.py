"""Works out the facets of a role, by which it is filtered and sorted, from what is written."""

from __future__ import annotations

from collections.abc import Iterable

from careerdesk.catalogue.facets import Facets
from careerdesk.catalogue.role import Condition, Pay, Role
from careerdesk.catalogue.series import (
    is_illustrative,
    malaysian_monthly,
    route_kinds,
    routes_to_the_work,
)
from careerdesk.catalogue.shared import Shared
from careerdesk.catalogue.terms import (
    SCHOOLING_OF,
    Basis,
    ConditionKind,
    Interest,
    Level,
    Need,
    PayMeasure,
    Schooling,
    ScoreKey,
    WorkPlace,
)

_STRONG = 50
"""An interest of at least this, in 100, is one of the role's letters."""
_MOST_LETTERS = 3

_SCHOOLING = tuple(Schooling)

_PLACES = {
    Level.NONE: WorkPlace.ON_SITE,
    Level.LOW: WorkPlace.ON_SITE,
    Level.MEDIUM: WorkPlace.PARTLY_HOME,
    Level.HIGH: WorkPlace.HOME,
}


def facets_of(role: Role, shared: Shared) -> Facets:
    """Return the facets of ``role``."""
    schooling = least_schooling(role)
    remote = _condition(role, ConditionKind.REMOTE)
    hours = _condition(role, ConditionKind.HOURS)
    pay = entry_pay(role, shared)
    most_remote = None if remote is None else remote.high or remote.low
    return Facets(
        role=role.id,
        field=role.field,
        routes=route_kinds(role),
        schooling=schooling,
        shortest_years=_shortest_years(role),
        required_subjects=_subjects(role, Need.REQUIRED),
        helpful_subjects=_subjects(role, Need.HELPFUL),
        interests=interest_letters(role),
        entry_pay=None if pay is None else pay.low,
        entry_pay_high=None if pay is None or pay.measure is PayMeasure.SCALE else pay.high,
        entry_pay_year=None if pay is None else pay.year,
        entry_pay_source=None if pay is None else pay.source,
        demand=_demand(role),
        remote_low=None if remote is None else remote.low,
        remote_high=most_remote,
        place=None if most_remote is None else _PLACES[most_remote],
        hours_min=None if hours is None else hours.hours_min,
        hours_max=None if hours is None else hours.hours_max,
        hours_pattern=None if hours is None else hours.pattern,
    )


def least_schooling(role: Role) -> Schooling | None:
    """Return the least schooling for the work itself: as written, else that of the lowest route."""
    if role.schooling is not None:
        return role.schooling
    return _least(SCHOOLING_OF[kind] for kind in route_kinds(role))


def interest_letters(role: Role) -> tuple[Interest, ...]:
    """Return the letters of ``role``, strongest first; equals in RIASEC order."""
    ranked = sorted(role.interests, key=lambda score: -score.value)
    strong = [score.interest for score in ranked if score.value >= _STRONG]
    return tuple(strong[:_MOST_LETTERS] or [score.interest for score in ranked[:1]])


def entry_pay(role: Role, shared: Shared) -> Pay | None:
    """Return the row that an author marked as entry pay, if its source is more than an example."""
    for pay in malaysian_monthly(role):
        if pay.entry and not is_illustrative(pay.source, shared):
            return pay
    return None


def _least(schoolings: Iterable[Schooling]) -> Schooling | None:
    return min(schoolings, key=_SCHOOLING.index, default=None)


def _shortest_years(role: Role) -> float | None:
    ways = routes_to_the_work(role)
    return min((way.years_min for way in ways if way.years_min is not None), default=None)


def _subjects(role: Role, need: Need) -> tuple[str, ...]:
    return tuple(item.subject for item in role.subjects if item.need is need)


def _demand(role: Role) -> int | None:
    for score in role.scores:
        if score.key is ScoreKey.MALAYSIA_DEMAND and score.basis is Basis.DERIVED:
            return score.value
    return None


def _condition(role: Role, kind: ConditionKind) -> Condition | None:
    return next((condition for condition in role.conditions if condition.kind is kind), None)
