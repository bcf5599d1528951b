"""The letter to parents: one page about one role, in plain words, for those who did not study."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from typing import Any

from careerdesk.catalogue.role import Route, SupportUse
from careerdesk.catalogue.series import first_level, first_pay_age
from careerdesk.catalogue.wording import label
from careerdesk.errors import N_
from careerdesk.sheets import work
from careerdesk.sheets.drafts import Draft
from careerdesk.sheets.fitting import LARGE, MARGINS, Measure, Page, Written, source_length
from careerdesk.sheets.writing import Block, Writing, sources

_COSTS = (
    N_("Fees for the whole course, and for registration and examinations"),
    N_("A room in a hostel, and meals"),
    N_("Books, tools, uniform or a computer"),
    N_("The way there and home again"),
)
_QUESTIONS = (
    N_("Is the course accredited or recognised, and where can we look that up?"),
    N_("What does the whole course cost, and what is not in the fee?"),
    N_("Which help do most students here receive, and does it have to be paid back?"),
    N_("What grades did those have who were taken last year?"),
    N_("Where do those work now who finished last year, and what do they earn?"),
    N_("What happens if my child wants to change course or has to stop for a while?"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """How much the letter says."""

    addresses: bool = True
    sources_apart: bool = True
    day: int = 4
    """Tasks of a working day."""
    pairs: int = 3
    route_texts: bool = True
    terms: int = 12
    support_texts: bool = True
    who: bool = True
    """Who may apply for help."""
    sign: bool = True
    """Lines for the counsellor to fill in."""


_SHORTENINGS: tuple[dict[str, Any], ...] = (
    {"addresses": False},
    {"day": 3},
    {"pairs": 2},
    {"day": 2},
    {"pairs": 1},
    {"sign": False},
    {"sources_apart": False},
    {"day": 0},
    {"route_texts": False},
    {"pairs": 0},
    {"terms": 6},
    {"support_texts": False},
    {"terms": 4},
    {"terms": 2},
    {"terms": 0},
    {"who": False},
)
"""What is left out where room is short, the least missed first."""

DETAILS = tuple(
    accumulate(_SHORTENINGS, lambda detail, less: replace(detail, **less), initial=Detail())
)
"""From the fullest to the briefest."""

_LENGTHS = {
    "ask": 156.4,
    "balance": 38.0,
    "costs": 91.7,
    "help": 33.0,
    "notices": 22.9,
    "routes": 32.9,
    "sources": 27.2,
    "sources_run_in": 19.3,
    "terms": 33.6,
    "what": 10.5,
}


def parents_letter(writing: Writing) -> Draft:
    """Return the letter about a role."""
    height = writing.look.paper.millimetres[1] - MARGINS
    role = writing.text(writing.role.title)
    title = writing.translator.say("A letter to parents: {role}", role=role)
    frame = {**writing.frame(title), "head": _head(writing)}

    def cited(written: Written) -> dict[str, int]:
        return source_length(writing, written, written.cited)

    writers = [partial(letter_blocks, writing, detail) for detail in DETAILS]
    page = Page(writers, Measure(height, rest=2.3, each=5.5, lengths=_LENGTHS), cited, LARGE)

    def content() -> Block:
        sources = writing.source_list(*page.setting.written.cited)
        return {**frame, "only": page.setting.as_data(), "sources": sources}

    return Draft("parents", writing.edition.today, (page,), content)


def _head(writing: Writing) -> Block:
    say = writing.translator.say
    return {
        **work.head(writing),
        "kind": say("For parents and guardians"),
        "greeting": say("Dear parents and guardians,"),
        "opening": say(
            "Your child has been reading about this work at school. This page tells you what it "
            "is, how one gets there, what to expect of the costs, and who helps to pay. Nothing "
            "is decided yet: it is meant for a talk at home."
        ),
    }


def letter_blocks(writing: Writing, detail: Detail) -> Block:
    """Return the blocks of the letter, in the order in which they are read."""
    blocks = {
        "what": _what(writing, detail.day),
        "balance": work.balance(writing, detail.pairs) if detail.pairs else None,
        "pay": _pay(writing),
        "routes": _routes(writing, detail.route_texts),
        "costs": _costs(writing),
        "help": _help(writing, detail),
        "ask": _ask(writing),
        "sign": _sign(writing) if detail.sign else None,
        "notices": work.notices(writing),
        "addresses": detail.addresses,
        "sources_apart": detail.sources_apart,
    }
    blocks["terms"] = writing.terms(writing.text(writing.role.summary), blocks, most=detail.terms)
    return {name: block for name, block in blocks.items() if block is not None}


def _what(writing: Writing, tasks: int) -> Block:
    say = writing.translator.say
    return {
        "heading": say("What the work is"),
        "text": writing.text(writing.role.summary),
        "day": [writing.text(task.text) for task in writing.role.day[:tasks]],
        "lead": say("On a working day:") if tasks else "",
    }


def _pay(writing: Writing) -> Block:
    """Return what beginners earn beside what all working graduates earn, in sentences."""
    words = writing.translator
    baseline = writing.shared.baselines.get("graduate-median")
    lines = []
    if (pay := first_level(writing.role)) is None:
        lines.append({"text": words.say("No reliable Malaysian figure found"), "sources": []})
    else:
        told = work.pay_in_words(writing, pay)
        text = f"{told['level']}: {told['amount']} ({told['kind']}, {told['year']})."
        lines.append({"text": text, "sources": [pay.source]})
    if baseline is not None:
        amount = words.money(baseline.amount, "MYR")
        text = f"{writing.text(baseline.name)}: {amount} ({baseline.year})."
        lines.append({"text": text, "sources": [baseline.source]})
    return {"heading": words.say("What it pays"), "lines": lines}


def _routes(writing: Writing, texts: bool) -> Block | None:
    if not writing.role.routes:
        return None
    say = writing.translator.say
    return {
        "heading": say("Ways in after SPM"),
        "columns": [say("Way in"), say("How long"), say("Age at first pay")],
        "rows": [_route(writing, route, texts) for route in writing.role.routes],
    }


def _route(writing: Writing, route: Route, texts: bool) -> Block:
    words = writing.translator
    ages = first_pay_age(route.years_min, route.years_max)
    unknown = words.say("no figure")
    return {
        "kind": label(route.kind, words),
        "title": writing.text(route.title),
        "text": writing.text(route.text) if texts else "",
        "years": unknown if ages is None else words.years(route.years_min, route.years_max),
        "age": unknown if ages is None else words.number_range(*ages),
        "sources": sources(route.source),
    }


def _costs(writing: Writing) -> Block:
    say = writing.translator.say
    return {
        "heading": say("What it costs"),
        "text": say(
            "Fees differ from place to place and change every year, so this page names none. "
            "Ask each place for this year's list in writing, and add up:"
        ),
        "items": [say(item) for item in _COSTS],
    }


def _help(writing: Writing, detail: Detail) -> Block | None:
    if not writing.role.supports:
        return None
    return {
        "heading": writing.translator.say("Who helps to pay"),
        "rows": [_support(writing, use, detail) for use in writing.role.supports],
    }


def _support(writing: Writing, use: SupportUse, detail: Detail) -> Block:
    support = writing.shared.supports[use.support]
    return {
        "name": support.name,
        "kind": label(support.kind, writing.translator),
        "text": writing.text(support.text) if detail.support_texts else "",
        "who": writing.text(support.who) if detail.who else "",
        "sources": [support.source],
    }


def _ask(writing: Writing) -> Block:
    say = writing.translator.say
    return {
        "heading": say("Good questions to ask at an open day"),
        "items": [say(question) for question in _QUESTIONS],
    }


def _sign(writing: Writing) -> Block:
    say = writing.translator.say
    return {"lines": [say("School counsellor"), say("Where to reach me")]}
