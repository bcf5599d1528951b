"""The first page of a role sheet: what the work is, and how one gets there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from careerdesk.catalogue.role import Route
from careerdesk.catalogue.series import first_pay_age
from careerdesk.catalogue.text import Text
from careerdesk.catalogue.wording import label
from careerdesk.sheets import work
from careerdesk.sheets.writing import Block, Writing, sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """How much the page says."""

    paragraphs: int = 5
    pairs: int = 5
    entries: int = 2
    """Entry requirements of each route."""
    neighbours: bool = True
    study: bool = True
    step_texts: bool = True
    subject_texts: bool = True
    route_texts: bool = True


_SHORTENINGS: tuple[dict[str, Any], ...] = (
    {"neighbours": False},
    {"paragraphs": 4},
    {"entries": 1},
    {"paragraphs": 3},
    {"pairs": 4},
    {"entries": 0},
    {"pairs": 3},
    {"paragraphs": 2},
    {"study": False},
    {"step_texts": False},
    {"pairs": 2},
    {"paragraphs": 1},
    {"subject_texts": False},
    {"route_texts": False},
)
"""What is left out where room is short, the least missed first."""

DETAILS = tuple(
    accumulate(_SHORTENINGS, lambda detail, less: replace(detail, **less), initial=Detail())
)
"""From the fullest to the briefest."""

WITHOUT_STUDY = sum(not detail.study for detail in DETAILS)
"""How many of them, the last, do not say where to study."""


def first_page(writing: Writing, titles: Mapping[str, Text], detail: Detail) -> Block:
    """Return the blocks of the page, in the order in which they are read."""
    blocks = {
        "glance": work.glance(writing),
        "story": work.story(writing, detail.paragraphs),
        "balance": work.balance(writing, detail.pairs),
        "journey": work.journey(writing, detail.step_texts),
        "routes": _routes(writing, detail),
        "study": _study(writing) if detail.study else None,
        "subjects": work.subjects(writing, detail.subject_texts),
        "neighbours": _neighbours(writing, titles) if detail.neighbours else None,
    }
    return {name: block for name, block in blocks.items() if block is not None}


def _routes(writing: Writing, detail: Detail) -> Block | None:
    if not writing.role.routes:
        return None
    return {
        "heading": writing.translator.say("Ways in after SPM"),
        "cards": [_route(writing, route, detail) for route in writing.role.routes],
    }


def _route(writing: Writing, route: Route, detail: Detail) -> Block:
    words = writing.translator
    ages = first_pay_age(route.years_min, route.years_max)
    return {
        "kind": label(route.kind, words),
        "title": writing.text(route.title),
        "years": "" if ages is None else words.years(route.years_min, route.years_max),
        "age": ""
        if ages is None
        else words.say("first pay at age {ages}", ages=words.number_range(*ages)),
        "no_years": words.say("no figure for the years"),
        "sources": sources(route.source),
        "text": writing.text(route.text) if detail.route_texts else "",
        "entries": [
            {"text": writing.text(entry.text), "sources": [entry.source]}
            for entry in route.entry[: detail.entries]
        ],
    }


def _study(writing: Writing) -> Block | None:
    """Return the places to study that can still be applied to, as one line of names."""
    places = {
        place.institution: place.source
        for place in writing.role.study
        if writing.shared.institutions[place.institution].retired_on is None
    }
    if not places:
        return None
    institutions = [writing.shared.institutions[key] for key in places]
    return {
        "heading": writing.translator.say("Where to study:"),
        "text": ", ".join(place.short_name or place.name for place in institutions),
        "sources": sources(*places.values()),
    }


def _neighbours(writing: Writing, titles: Mapping[str, Text]) -> Block | None:
    lines = [
        {"title": writing.text(titles[near.role]), "text": writing.text(near.difference)}
        for near in writing.role.neighbours
        if near.role in titles
    ]
    if not lines:
        return None
    return {"heading": writing.translator.say("Easily taken for it"), "lines": lines}
