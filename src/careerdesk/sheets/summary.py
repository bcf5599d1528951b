"""The summary: one page about one role, alone or in a booklet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from typing import Any

from careerdesk.catalogue.series import first_pay_age
from careerdesk.catalogue.shared import SkillKind
from careerdesk.catalogue.wording import label
from careerdesk.sheets import scoring, work
from careerdesk.sheets.drafts import Draft
from careerdesk.sheets.fitting import MARGINS, Measure, Page, Written, source_length
from careerdesk.sheets.pay_block import pay_block
from careerdesk.sheets.writing import Block, Writing, sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """How much the page says."""

    terms: bool = True
    addresses: bool = True
    sources_apart: bool = True
    subject_texts: bool = True
    paragraphs: int = 2
    route_titles: bool = True
    pairs: int = 4
    pay: bool = True
    skills: bool = True


_SHORTENINGS: tuple[dict[str, Any], ...] = (
    {"terms": False},
    {"addresses": False},
    {"pairs": 3},
    {"subject_texts": False},
    {"paragraphs": 1},
    {"sources_apart": False},
    {"pay": False},
    {"pairs": 2},
    {"paragraphs": 0},
    {"route_titles": False},
    {"skills": False},
    {"pairs": 1},
)
"""What is left out where room is short, the least missed first."""

DETAILS = tuple(
    accumulate(_SHORTENINGS, lambda detail, less: replace(detail, **less), initial=Detail())
)
"""From the fullest to the briefest."""

_LENGTHS = {
    "balance": 45.8,
    "glance": 41.3,
    "journey": 54.8,
    "notices": 25.0,
    "pay": 54.0,
    "routes": 48.0,
    "scores": 40.6,
    "skills": 45.6,
    "sources": 28.4,
    "sources_run_in": 20.8,
    "story": 23.6,
    "subjects": 32.9,
    "terms": 41.3,
}


def summary(writing: Writing) -> Draft:
    """Return the summary of a role, with its sources."""
    frame = {**writing.frame(writing.text(writing.role.title)), "head": work.head(writing)}

    def cited(written: Written) -> dict[str, int]:
        return source_length(writing, written, written.cited)

    page = summary_page(writing, more=cited)

    def content() -> Block:
        sources = writing.source_list(*page.setting.written.cited)
        return {**frame, "only": page.setting.as_data(), "sources": sources}

    return Draft("summary", writing.edition.today, (page,), content)


def summary_page(writing: Writing, *, reserve: float = 0.0, **more: Any) -> Page:
    """Return the page about one role, with ``reserve`` millimetres left for other things."""
    height = writing.look.paper.millimetres[1] - MARGINS - reserve
    writers = [partial(summary_blocks, writing, detail) for detail in DETAILS]
    return Page(writers, Measure(height, rest=44.5, each=9.2, lengths=_LENGTHS), **more)


def summary_blocks(writing: Writing, detail: Detail) -> Block:
    """Return the blocks of the page, in the order in which they are read."""
    blocks = {
        "glance": work.glance(writing),
        "story": work.story(writing, detail.paragraphs) if detail.paragraphs else None,
        "balance": work.balance(writing, detail.pairs),
        "journey": work.journey(writing, texts=False),
        "routes": _routes(writing, detail.route_titles),
        "subjects": work.subjects(writing, detail.subject_texts),
        "scores": scoring.score_bars(writing),
        "interests": scoring.interests(writing),
        "pay": pay_block(writing, sectors=False, abroad=False, notes=False) if detail.pay else None,
        "skills": _skills(writing) if detail.skills else None,
        "notices": work.notices(writing),
        "addresses": detail.addresses,
        "sources_apart": detail.sources_apart,
    }
    if detail.terms:
        blocks["terms"] = writing.terms(blocks)
    return {name: block for name, block in blocks.items() if block is not None}


def _routes(writing: Writing, titles: bool) -> Block | None:
    """Return the ways in, a line each."""
    if not writing.role.routes:
        return None
    words = writing.translator
    rows = []
    for route in writing.role.routes:
        ages = first_pay_age(route.years_min, route.years_max)
        years = "" if ages is None else words.years(route.years_min, route.years_max)
        age = "" if ages is None else words.number_range(*ages)
        rows.append(
            {
                "kind": label(route.kind, words),
                "title": writing.text(route.title) if titles else "",
                "years": years or words.say("no figure for the years"),
                "age": words.say("first pay at age {ages}", ages=age) if age else "",
                "sources": sources(route.source),
            }
        )
    return {"heading": words.say("Ways in after SPM"), "rows": rows}


def _skills(writing: Writing) -> Block | None:
    """Return the names of the skills, by kind."""
    shared, words = writing.shared, writing.translator
    skills = [shared.skills[use.skill] for use in writing.role.skills]
    groups = [
        {
            "name": label(kind, words),
            "skills": [writing.text(skill.name) for skill in skills if skill.kind is kind],
        }
        for kind in SkillKind
    ]
    if not skills:
        return None
    return {
        "heading": words.say("Skills to collect"),
        "groups": [group for group in groups if group["skills"]],
    }
