"""Checks of a role's shape: ids, references, dates, and what each section has to hold."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from careerdesk.authoring.check_figures import check_country, check_currency
from careerdesk.authoring.facts import RoleFile
from careerdesk.authoring.findings import Finding, Surroundings, warning
from careerdesk.authoring.reading_level import words
from careerdesk.authoring.schema import ID_PATTERN
from careerdesk.catalogue.leaves import Path, sources_named
from careerdesk.catalogue.role import WrittenRole
from careerdesk.catalogue.terms import (
    SCHOOLING_OF,
    CheckKind,
    ConditionKind,
    RouteKind,
    Schooling,
    StoryKind,
)

OLDEST_REVIEW = 730
"""Days between a review and the edition, after which a role wants a new look."""

_COUNTS = {
    "story": (3, 5),
    "balance": (3, 5),
    "day": (5, 8),
    "neighbours": (1, 6),
    "journey": (3, 7),
    "ladder": (3, 8),
    "skills": (3, 20),
}
"""Fewest and most items of sections that are neither to be thin nor endless."""

FAIR_HARDSHIP = (0.4, 0.65)
"""Share of the balance that speaks of what is hard, lowest and highest, by words."""

_REFERENCES = {
    "neighbours": ("role", "roles"),
    "subjects": ("subject", "subjects"),
    "ladder": ("role", "roles"),
    "skills": ("skill", "skills"),
    "certificates": ("certificate", "certificates"),
    "study": ("institution", "institutions"),
    "supports": ("support", "supports"),
    "organisations": ("organisation", "organisations"),
}
"""Section, its key that is an id, and what the id is of."""

_CODES = {
    "masco_code": (re.compile(r"\d{4}(-\d{2})?"), "a MASCO 2020 code, as in 2524-11 or 2524"),
    "isco_code": (re.compile(r"\d{4}"), "four digits of ISCO-08"),
}

_START_WITH_DEGREE = {RouteKind.UNIVERSITY, RouteKind.PRE_UNIVERSITY}


def check_role(role: RoleFile, around: Surroundings) -> Iterator[Finding]:
    """Look at the shape of one role."""
    yield from _identity(role, around)
    yield from _references(role, around)
    yield from _repeated(role)
    if role.retired_on is None:
        yield from _sections(role)
        yield from _story(role)
        yield from _weights(role)
        yield from _routes(role)
        yield from _facets(role)


def _identity(role: RoleFile, around: Surroundings) -> Iterator[Finding]:
    if not re.fullmatch(ID_PATTERN, role.id):
        message = f"`{role.id}` is no id; expected lower-case letters, digits and single hyphens"
        yield Finding(("id",), message)
    if role.id not in around.roles:
        yield Finding(("id",), f"`{role.id}` is not the file's name; expected the two to be alike")
    yield from around.look_up("fields", role.field, ("field",))
    for key, (pattern, expected) in _CODES.items():
        code = getattr(role, key)
        if code is not None and not pattern.fullmatch(code):
            yield Finding((key,), f"`{code}` is no {key}; expected {expected}")
    if (role.masco_code is None) != (role.masco_title is None):
        yield Finding(("masco_code",), "a MASCO code and its title go together; expected both")
    yield from _dates(role, around)


def _dates(role: RoleFile, around: Surroundings) -> Iterator[Finding]:
    today = around.published_on
    if today is None:
        return
    for path, day in (("reviewed_on", role.reviewed_on), ("retired_on", role.retired_on)):
        if day is not None and day > today:
            yield Finding((path,), f"{day} is after the edition; expected {today} or earlier")
    if (today - role.reviewed_on).days > OLDEST_REVIEW and role.retired_on is None:
        yield warning(("reviewed_on",), "the last review is over two years old; expected a new one")


def _references(role: RoleFile, around: Surroundings) -> Iterator[Finding]:
    for section, (key, kind) in _REFERENCES.items():
        for place, item in enumerate(getattr(role, section)):
            wanted = getattr(item, key)
            if wanted is not None:
                yield from around.look_up(kind, wanted, (section, place, key))
    for number, route in enumerate(role.routes):
        for place, programme in enumerate(route.programmes):
            if programme.institution is not None:
                path: Path = ("routes", number, "programmes", place, "institution")
                yield from around.look_up("institutions", programme.institution, path)
    for path, source in sources_named(role):
        yield from around.look_up("sources", source, path)
    for place, neighbour in enumerate(role.neighbours):
        if neighbour.role == role.id:
            yield Finding(
                ("neighbours", place), "a role is no neighbour of itself; expected others"
            )


def check_dropped(
    section: str, item: Mapping[str, object], around: Surroundings
) -> Iterator[Finding]:
    """Look at what an item of ``section`` names, although its shape is faulty."""
    named = {"source": "sources"}
    if section in _REFERENCES:
        key, kind = _REFERENCES[section]
        named[key] = kind
    for key, kind in named.items():
        wanted = item.get(key)
        if isinstance(wanted, str):
            yield from around.look_up(kind, wanted, (key,))
    country = item.get("country")
    if isinstance(country, str):
        yield from check_country(country, ("country",))
    currency = item.get("currency")
    if isinstance(currency, str):
        yield from check_currency(currency, ("currency",))


def _repeated(role: RoleFile) -> Iterator[Finding]:
    """Find what may stand only once in its section, and stands there again."""
    unique = {section: key for section, (key, _) in _REFERENCES.items() if section != "study"}
    unique |= {"academic": "kind", "conditions": "kind", "published": "key", "onet": "code"}
    for section, key in unique.items():
        items = [getattr(item, key) for item in getattr(role, section)]
        for place, item in _again(items):
            yield Finding(
                (section, place, key), f"`{item}` stands in `{section}` again; once is all"
            )


def _again(items: Iterable[str | None]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for place, item in enumerate(items):
        if item is not None and item in seen:
            yield place, item
        elif item is not None:
            seen.add(item)


def _sections(role: RoleFile) -> Iterator[Finding]:
    for field in dataclasses.fields(WrittenRole):
        if isinstance(getattr(role, field.name), tuple) and not getattr(role, field.name):
            yield warning(
                (field.name,),
                f"`{field.name}` is missing; expected this section, if there is evidence",
            )
    for section, (fewest, most) in _COUNTS.items():
        count = len(getattr(role, section))
        if count and not fewest <= count <= most:
            message = f"`{section}` has {count} items; expected {fewest} to {most}"
            make = Finding if section in {"story", "balance"} else warning
            yield make((section,), message)
    for section, kinds in (("academic", CheckKind), ("conditions", ConditionKind)):
        there = {item.kind for item in getattr(role, section)}
        for kind in kinds:
            if there and kind not in there:
                yield warning((section,), f"`{section}` has no {kind.value}; expected one")


def _story(role: RoleFile) -> Iterator[Finding]:
    count = Counter(part.kind for part in role.story)
    for kind in (StoryKind.SCENE, StoryKind.AI):
        if role.story and count[kind] != 1:
            message = (
                f"the story has {count[kind]} parts of kind {kind.value}; expected exactly one"
            )
            yield Finding(("story",), message)


def _routes(role: RoleFile) -> Iterator[Finding]:
    if not role.routes or any(use.required for use in role.certificates):
        return
    if all(route.kind in _START_WITH_DEGREE for route in role.routes):
        message = (
            "every route begins with a degree; expected another one, or a required certificate"
        )
        yield Finding(("routes",), message)


def _facets(role: RoleFile) -> Iterator[Finding]:
    """Look at what search filters by: least schooling, and one row of entry pay at most."""
    order = list(Schooling)
    ends = [order.index(SCHOOLING_OF[route.kind]) for route in role.routes]
    if role.schooling is not None and ends:
        asked = order.index(role.schooling)
        if asked <= min(ends):
            message = f"`{role.schooling.value}` is no more than the lowest route; leave it out"
            yield Finding(("schooling",), message)
        if asked > max(ends):
            message = f"no route ends with `{role.schooling.value}`; expected one that does"
            yield Finding(("schooling",), message)
    entries = [place for place, pay in enumerate(role.pay) if pay.entry]
    for place in entries[1:]:
        yield Finding(("pay", place, "entry"), "a second row is entry pay; expected one at most")


def _weights(role: RoleFile) -> Iterator[Finding]:
    share = hardship(role)
    if role.balance and not FAIR_HARDSHIP[0] <= share <= FAIR_HARDSHIP[1]:
        low, high = FAIR_HARDSHIP
        message = f"{share:.0%} of the words in `balance` speak of what is hard"
        yield warning(("balance",), f"{message}; expected {low:.0%} to {high:.0%}")


def hardship(role: RoleFile) -> float:
    """Return how much of what is weighed in the balance of ``role`` is hard, from 0 to 1."""
    why, hard = (
        sum(len(words(getattr(pair, side).en)) for pair in role.balance) for side in ("why", "hard")
    )
    return hard / (why + hard) if why + hard else 0.0
