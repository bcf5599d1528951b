"""Checks of a role's figures: sources, units, ranges, and whether pay is plausible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from careerdesk.authoring.facts import RoleFile
from careerdesk.authoring.findings import Finding, Surroundings, warning
from careerdesk.authoring.places import COUNTRIES, MONTHLY_PAY
from careerdesk.authoring.texts import pieces
from careerdesk.authoring.wording import FIGURE
from careerdesk.catalogue.leaves import Path
from careerdesk.catalogue.role import Condition, JourneyStep, Outlook, Pay, Route
from careerdesk.catalogue.shared import Source, SourceKind
from careerdesk.catalogue.terms import ConditionKind, DurationKind, Level, PayMeasure, Period

LONGEST_STEP = 15
"""Years that one step of the journey may take."""
LONGEST_ROUTE = 20
"""Years from SPM to first pay."""

_ONET_CODE = re.compile(r"\d{2}-\d{4}\.\d{2}")
_YEAR = re.compile(r"undated|\d{4}[\d/–, -]*")
_MASCO_GROUP_LENGTH = 4


def check_figures(role: RoleFile, around: Surroundings) -> Iterator[Finding]:
    """Look at every number of one role."""
    for place, step in enumerate(role.journey):
        yield from _step(step, ("journey", place))
    for place, route in enumerate(role.routes):
        yield from _route(route, ("routes", place))
    for place, pay in enumerate(role.pay):
        yield from _pay(pay, ("pay", place), around)
    for place, outlook in enumerate(role.outlook):
        yield from check_country(outlook.country, ("outlook", place, "country"))
        yield from _cities(outlook, ("outlook", place, "cities"))
    for place, condition in enumerate(role.conditions):
        yield from _condition(condition, ("conditions", place))
    yield from _onet(role)
    yield from _published(role, around)
    yield from _facts(role)
    yield from _unsourced(role)


def _range(low: float | None, high: float | None, most: float, path: Path) -> Iterator[Finding]:
    """Look at the two ends of a range whose upper end may be open."""
    for end in (low, high):
        if end is not None and not 0 < end <= most:
            yield Finding(path, f"{end:g} is out of bounds; expected more than 0, at most {most:g}")
    if low is None and high is not None:
        yield Finding(path, "the range has an upper end only; expected a lower end too")
    if low is not None and high is not None and low > high:
        yield Finding(path, f"{low:g} to {high:g} runs backwards; expected the lower end first")


def _cities(outlook: Outlook, path: Path) -> Iterator[Finding]:
    in_english, in_malay = len(outlook.cities.en), len(outlook.cities.ms)
    if in_english != in_malay:
        yield Finding(
            path, f"{in_english} in English and {in_malay} in Malay; expected the same places"
        )


def _step(step: JourneyStep, path: Path) -> Iterator[Finding]:
    has_years = step.years_min is not None or step.years_max is not None
    place = (*path, "years_min")
    if step.duration is not DurationKind.YEARS:
        if has_years:
            message = f"a step that is {step.duration.value} has years; expected none"
            yield Finding(place, message)
        return
    if not has_years:
        message = "a step in years has none; expected `years_min`, or duration ongoing or lifetime"
        yield Finding(place, message)
        return
    yield from _range(step.years_min, step.years_max, LONGEST_STEP, place)
    if step.source is None:
        yield Finding(path, "the years of this step have no `source`; expected one")


def _route(route: Route, path: Path) -> Iterator[Finding]:
    if route.years_min is None and route.years_max is None:
        yield warning(path, "this route has no `years_min`; expected years from SPM to first pay")
        return
    yield from _range(route.years_min, route.years_max, LONGEST_ROUTE, (*path, "years_min"))
    if route.source is None:
        yield Finding(path, "the years of this route have no `source`; expected one")


def check_country(code: str, path: Path) -> Iterator[Finding]:
    """Find a country that is none."""
    if code not in COUNTRIES:
        message = f"`{code}` is no country; expected two capitals of ISO 3166-1, as in MY"
        yield Finding(path, message)


def _pay(pay: Pay, path: Path, around: Surroundings) -> Iterator[Finding]:
    yield from check_country(pay.country, (*path, "country"))
    yield from _amount(pay, path)
    if pay.measure in {PayMeasure.MEDIAN, PayMeasure.MEAN} and pay.high != pay.low:
        message = f"a {pay.measure.value} is one figure; expected `high` to equal `low`"
        yield Finding((*path, "measure"), message)
    if not _YEAR.fullmatch(pay.year):
        message = (
            f"`{pay.year}` is no year; expected digits, as in “2024” or “2016-2024”, or undated"
        )
        yield Finding((*path, "year"), message)
    source = around.shared.sources.get(pay.source)
    if pay.entry:
        yield from _entry_pay(pay, source, path)
    if source and source.kind is SourceKind.ARTICLE and pay.note is None:
        message = f"this pay rests on an article, `{pay.source}`; expected a stronger source, or a "
        message += "`note` that says whose figure it is (single cases and blogs are never a range)"
        yield warning((*path, "source"), message)


def _entry_pay(pay: Pay, source: Source | None, path: Path) -> Iterator[Finding]:
    place = (*path, "entry")
    if (pay.currency, pay.country, pay.period) != ("MYR", "MY", Period.MONTH):
        yield Finding(place, "entry pay is not Malaysian; expected MYR, MY and a month")
    if source and source.kind is SourceKind.ILLUSTRATIVE:
        message = f"entry pay rests on `{pay.source}`, which is illustrative; expected another row"
        yield Finding(place, message)


def check_currency(code: str, path: Path) -> Iterator[Finding]:
    """Find a currency that is not known."""
    if code not in MONTHLY_PAY:
        known = ", ".join(sorted(MONTHLY_PAY))
        yield Finding(path, f"`{code}` is not known; expected one of {known}")


def _amount(pay: Pay, path: Path) -> Iterator[Finding]:
    bounds = MONTHLY_PAY.get(pay.currency)
    if bounds is None:
        yield from check_currency(pay.currency, (*path, "currency"))
        return
    months = 12 if pay.period is Period.YEAR else 1
    for key, end in (("low", pay.low), ("high", pay.high)):
        if end is not None and not bounds[0] * months <= end <= bounds[1] * months:
            message = f"{pay.currency} {end:,.0f} a {pay.period.value} is not plausible; expected "
            message += f"{bounds[0] * months:,} to {bounds[1] * months:,} (is the period right?)"
            yield Finding((*path, key), message)
    if pay.high is not None and pay.low > pay.high:
        message = f"{pay.low:g} to {pay.high:g} runs backwards; expected the lower end first"
        yield Finding((*path, "low"), message)


def _condition(condition: Condition, path: Path) -> Iterator[Finding]:
    has_hours = condition.hours_min is not None or condition.hours_max is not None
    if has_hours and condition.kind is not ConditionKind.HOURS:
        yield Finding(path, f"hours stand in `{condition.kind.value}`; expected them in `hours`")
    if condition.pattern is not None and condition.kind is not ConditionKind.HOURS:
        message = f"a pattern stands in `{condition.kind.value}`; expected it in `hours`"
        yield Finding((*path, "pattern"), message)
    yield from _range(condition.hours_min, condition.hours_max, 100, (*path, "hours_min"))
    if has_hours and condition.source is None:
        yield Finding(path, "the hours have no `source`; expected one, or no hours")
    yield from _levels(condition, path)


def _levels(condition: Condition, path: Path) -> Iterator[Finding]:
    order = list(Level)
    if condition.high is not None and condition.low is None:
        yield Finding((*path, "high"), "there is a `high` without a `low`; expected both")
    if condition.low is None or condition.high is None:
        return
    if order.index(condition.low) > order.index(condition.high):
        message = f"{condition.low.value} to {condition.high.value} runs backwards"
        yield Finding((*path, "low"), f"{message}; expected the lower level first")


def _onet(role: RoleFile) -> Iterator[Finding]:
    for place, item in enumerate(role.onet):
        if not _ONET_CODE.fullmatch(item.code):
            message = f"`{item.code}` is no O*NET-SOC code; expected one as in 15-2051.00"
            yield Finding(("onet", place, "code"), message)
        if not 0 < item.weight <= 1:
            message = f"the weight {item.weight:g} is out of bounds; expected over 0, at most 1"
            yield Finding(("onet", place, "weight"), message)
    total = sum(item.weight for item in role.onet)
    if role.onet and abs(total - 1) > 0.001:
        yield Finding(("onet",), f"the weights add to {total:g}; expected 1")


def _published(role: RoleFile, around: Surroundings) -> Iterator[Finding]:
    for place, item in enumerate(role.published):
        path = ("published", place)
        if not 0 <= item.value <= 100:
            yield Finding(
                (*path, "value"), f"the score {item.value} is out of bounds; expected 0 to 100"
            )
        if around.published_on and item.as_of > around.published_on:
            yield Finding((*path, "as_of"), f"{item.as_of} is after the edition; expected no later")


def _facts(role: RoleFile) -> Iterator[Finding]:
    if role.facts is None:
        if role.onet or role.masco_code:
            yield warning(
                ("facts",), "`facts` is missing; run the facts tool to work out the scores"
            )
        return
    codes = {item.code for item in role.onet}
    if role.masco_code:
        codes.add(role.masco_code[:_MASCO_GROUP_LENGTH])
    for place, fact in enumerate(role.facts.values):
        path = ("facts", "values", place)
        if fact.code not in codes:
            message = f"these facts are about {fact.code}, which this role does not name"
            yield Finding(path, f"{message}; run the facts tool again")
        if fact.name.endswith("percentile") and not 0 <= fact.value <= 100:
            yield Finding(
                path, f"the percentile {fact.value:g} is out of bounds; expected 0 to 100"
            )
        if fact.name.startswith("interest") and not 1 <= fact.value <= 7:
            yield Finding(path, f"the interest {fact.value:g} is out of bounds; expected 1 to 7")


_HAVE_A_SOURCE = {"balance", "responsibilities", "journey", "routes", "academic", "ladder", "pay"}
_HAVE_A_SOURCE |= {"outlook", "conditions", "development", "study", "people", "books", "notices"}
_HAVE_A_SOURCE |= {"websites", "organisations"}


def _unsourced(role: RoleFile) -> Iterator[Finding]:
    """Find money, percentages and grade averages in texts that name no source."""
    for piece in pieces(role):
        found = FIGURE.search(piece.text.en) or FIGURE.search(piece.text.ms)
        if found is None or _has_source(role, piece.path):
            continue
        what = f"the figure “{found.group()}” has no source"
        if piece.path[0] in _HAVE_A_SOURCE:
            yield Finding(piece.path, f"{what}; expected a `source` beside this text")
        else:
            yield Finding(piece.path, f"{what}; expected it where one can stand, or no figure")


def _has_source(role: RoleFile, path: Path) -> bool:
    """Whether the innermost record around the text at ``path`` names a source."""
    record: Any = role
    sourced = False
    for part in path[:-1]:
        record = record[part] if isinstance(part, int) else getattr(record, part)
        if hasattr(record, "source"):
            sourced = record.source is not None
    return sourced
