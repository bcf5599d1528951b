"""The card beside the story: the few facts that a student looks for first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt

from careerdesk.catalogue import evidence, series, wording
from careerdesk.catalogue.evidence import Evidence
from careerdesk.desk.evidence_view import evidence_button
from careerdesk.desk.parts import Card, column, row
from careerdesk.desk.role.tab import Tab


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of the card; a figure has its evidence."""

    icon: str
    name: str
    value: str
    evidence: Callable[[], Evidence] | None = None


def glance_card(tab: Tab) -> Card:
    """Return the card for the role of ``tab``."""
    parts = tab.parts
    card = tab.section(tab.t.say("At a glance"))
    for fact in _facts(tab):
        words = column(parts.muted(fact.name), parts.text(fact.value), spacing=0)
        line = row(parts.picture(fact.icon), spacing=parts.px(10))
        line.addLayout(words, 1)
        if fact.evidence is not None:
            button = evidence_button(parts, f"{fact.name}, {fact.value}", fact.evidence)
            line.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        card.add(line)
    return card


def _facts(tab: Tab) -> Iterator[Fact]:
    yield _entry_pay(tab)
    first = _first_pay(tab)
    if first is not None:
        yield first
    t, role = tab.t, tab.role
    kinds = [wording.label(kind, t) for kind in series.route_kinds(role)]
    if kinds:
        yield Fact("route", t.say("Ways in"), "\n".join(kinds))
    if role.interests:
        strongest = sorted(role.interests, key=lambda score: -score.value)[:3]
        names = ", ".join(wording.label(score.interest, t) for score in strongest)
        title = t.say("Strongest interests")
        source = tab.shared.sources[strongest[0].source]
        yield Fact("interests", title, names, lambda: evidence.of_source(title, source, t))
    if role.masco_code is not None:
        masco = f"MASCO {role.masco_code}"
        words = f"{masco} {role.masco_title}" if role.masco_title else masco
        yield Fact("building", t.say("Official title"), words)


def _entry_pay(tab: Tab) -> Fact:
    t = tab.t
    first = series.first_level(tab.role)
    if first is None:
        return Fact("pay", t.say("Pay"), t.say("No reliable Malaysian figure was found."))
    kind = wording.label(tab.shared.sources[first.source].kind, t)
    return Fact(
        "pay",
        tab.words(first.label),
        f"{wording.pay_amount(first, t)}\n({kind}, {evidence.when(first.year, t)})",
        lambda: evidence.of_pay(first, tab.shared, t),
    )


def _first_pay(tab: Tab) -> Fact | None:
    """Return the age at first pay for the work itself, on the route that gets there soonest."""
    t = tab.t
    ways = series.routes_to_the_work(tab.role)
    timed = [way for way in ways if way.years_min is not None and way.source]
    if not timed:
        return None
    shortest = min(timed, key=lambda route: route.years_min or 0.0)
    ages = series.first_pay_age(shortest.years_min, shortest.years_max)
    assert ages is not None
    assert shortest.source is not None
    source = tab.shared.sources[shortest.source]
    way = tab.words(shortest.title)
    words = t.say("at about {age}, by way of: {way}", age=t.number_range(*ages), way=way)
    title = t.say("First pay")
    return Fact("clock", title, words, lambda: evidence.of_source(title, source, t))
