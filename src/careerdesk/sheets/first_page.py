"""The first page of a role sheet: what the work is, and how one gets there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from careerdesk.catalogue.evidence import when
from careerdesk.catalogue.role import Condition, Route, StoryPart
from careerdesk.catalogue.series import Span, first_level, first_pay_age, timeline
from careerdesk.catalogue.terms import ConditionKind, StoryKind
from careerdesk.catalogue.text import Text
from careerdesk.catalogue.wording import duration, hours, label, pay_amount
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


def first_page(writing: Writing, titles: Mapping[str, Text], detail: Detail) -> Block:
    """Return the blocks of the page, in the order in which they are read."""
    blocks = {
        "glance": _glance(writing),
        "story": _story(writing, detail.paragraphs),
        "balance": _balance(writing, detail.pairs),
        "journey": _journey(writing, detail.step_texts),
        "routes": _routes(writing, detail),
        "study": _study(writing) if detail.study else None,
        "subjects": _subjects(writing, detail.subject_texts),
        "neighbours": _neighbours(writing, titles) if detail.neighbours else None,
    }
    return {name: block for name, block in blocks.items() if block is not None}


def _glance(writing: Writing) -> Block:
    return {"cells": [_entry_pay(writing), _shortest_way(writing), _hours(writing)]}


def _entry_pay(writing: Writing) -> Block:
    say = writing.translator.say
    pay = first_level(writing.role)
    if pay is None:
        note = say("No reliable Malaysian figure found")
        return {"label": say("Pay"), "value": "", "note": note}
    source = writing.shared.sources[pay.source]
    stated = when(pay.year, writing.translator)
    note = f"{label(source.kind, writing.translator)}, {stated}"
    return {
        "label": writing.text(pay.label),
        "value": pay_amount(pay, writing.translator),
        "note": note,
        "sources": [pay.source],
    }


def _shortest_way(writing: Writing) -> Block:
    say = writing.translator.say
    heading = say("Shortest way from SPM")
    timed = [route for route in writing.role.routes if route.years_min is not None]
    if not timed:
        return {"label": heading, "value": "", "note": say("No evidence yet")}
    route = min(timed, key=lambda route: (route.years_min or 0, route.years_max or 0))
    return {
        "label": heading,
        "value": writing.translator.years(route.years_min, route.years_max),
        "note": writing.text(route.title),
        "sources": sources(route.source),
    }


def _hours(writing: Writing) -> Block:
    say = writing.translator.say
    heading = say("Working hours")
    rows: list[Condition] = [
        row
        for row in writing.role.conditions
        if row.kind is ConditionKind.HOURS and row.hours_min is not None
    ]
    if not rows:
        return {"label": heading, "value": "", "note": say("No reliable figure found")}
    row = rows[0]
    note = ""
    if row.source is not None:
        note = label(writing.shared.sources[row.source].kind, writing.translator)
    return {
        "label": heading,
        "value": hours(row, writing.translator),
        "note": note,
        "sources": sources(row.source),
    }


def _story(writing: Writing, paragraphs: int) -> Block | None:
    parts = writing.role.story
    if not parts:
        return None
    say = writing.translator.say
    leads = {StoryKind.SCENE: say("A scene in Malaysia."), StoryKind.AI: say("What AI changes.")}
    chosen = _most_telling(parts, paragraphs)
    return {
        "heading": say("The story") if len(chosen) == len(parts) else say("The story in brief"),
        "parts": [
            {"lead": leads.get(part.kind, ""), "text": writing.text(part.text)} for part in chosen
        ],
    }


def _most_telling(parts: tuple[StoryPart, ...], count: int) -> list[StoryPart]:
    """Return ``count`` paragraphs in their order: the scene, then AI, then the plain ones."""
    ranks = {StoryKind.SCENE: 0, StoryKind.AI: 1, StoryKind.PLAIN: 2}
    first = sorted(range(len(parts)), key=lambda index: (ranks[parts[index].kind], index))
    return [parts[index] for index in sorted(first[:count])]


def _balance(writing: Writing, pairs: int) -> Block | None:
    chosen = writing.role.balance[:pairs]
    if not chosen:
        return None
    say = writing.translator.say
    return {
        "why": say("Why people choose it"),
        "hard": say("What is hard about it"),
        "pairs": [
            {
                "why_title": writing.text(pair.why_title),
                "why": writing.text(pair.why),
                "hard_title": writing.text(pair.hard_title),
                "hard": writing.text(pair.hard),
                "sources": sources(pair.source),
            }
            for pair in chosen
        ],
    }


def _journey(writing: Writing, texts: bool) -> Block | None:
    if not writing.role.journey:
        return None
    say = writing.translator.say
    line = timeline(writing.role.journey)
    step = max(1, round(line.years / 8))
    return {
        "heading": say("The journey, drawn to scale"),
        "axis": say("Years since the first step"),
        "legend": [
            ["sure", say("shortest usual time")],
            ["maybe", say("may take this long")],
            ["open", say("goes on")],
        ],
        "ticks": [
            {"at": tick / line.years, "text": writing.translator.number(tick)}
            for tick in range(0, int(line.years) + 1, step)
        ],
        "steps": [_step(writing, span, line.years, texts) for span in line.spans],
    }


def _step(writing: Writing, span: Span, years: float, texts: bool) -> Block:
    words = writing.translator
    if span.open_end:
        alt = words.say("Bar: from year {start}, with no end", start=words.number(span.start))
    else:
        end = words.number_range(span.sure_end, span.end)
        alt = words.say("Bar: from year {start} to year {end}").format(
            start=words.number(span.start), end=end
        )
    return {
        "title": writing.text(span.step.title),
        "duration": duration(span.step, words),
        "text": writing.text(span.step.text) if texts else "",
        "start": span.start / years,
        "sure": span.sure_end / years,
        "end": span.end / years,
        "open": span.open_end,
        "alt": alt,
        "sources": sources(span.step.source),
    }


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


def _subjects(writing: Writing, texts: bool) -> Block | None:
    if not writing.role.subjects:
        return None
    return {
        "heading": writing.translator.say("SPM subjects that matter"),
        "cards": [
            {
                "name": writing.text(writing.shared.subjects[need.subject].name),
                "need": label(need.need, writing.translator),
                "required": need.need == "required",
                "text": writing.text(need.text) if texts else "",
            }
            for need in writing.role.subjects
        ],
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
