"""What the page says of an answer: how many roles, in which order, and what to try instead."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from careerdesk.catalogue.search import Kind, Search, Sort
from careerdesk.desk.context import Context
from careerdesk.desk.explore.answers import Answer
from careerdesk.desk.explore.labels import SORTS, filter_label
from careerdesk.desk.flow import Flow
from careerdesk.desk.parts import Card, Parts
from careerdesk.desk.safe_text import one_line

_SHOWN = 48
"""Characters of what was typed that a heading repeats."""


def heading(answer: Answer, context: Context) -> str:
    """Return how many roles were found, and for what."""
    t, found = context.t, answer.found
    typed = _shown(found.search.words.strip())
    if typed:
        if not found.total and found.near:
            return t.say("No role has all of “{query}”; these have some of it", query=typed)
        return t.say_count(
            "{count} role for “{query}”", "{count} roles for “{query}”", found.total, query=typed
        )
    filters = found.search.filters
    if len(filters) == 1 and filters[0].kind is Kind.FIELD:
        name = filter_label(filters[0], context)
        return t.say_count(
            "{field}: {count} role", "{field}: {count} roles", found.total, field=name
        )
    return t.say_count("{count} role", "{count} roles", found.total)


def note(answer: Answer, context: Context) -> str:
    """Return a line on the list: its order, what comes last, and how words were read."""
    from careerdesk.catalogue.why import wish_label

    t, found = context.t, answer.found
    sort = found.meant.sort
    if sort is Sort.MATCH and not found.units:
        sort = Sort.TITLE
    said = [t.say(SORTS[sort])] if found.positions else []
    if found.total > len(found.listed):
        said.append(t.say("the first {count} are shown", count=t.number(len(found.listed))))
    if found.apart:
        count = len(found.apart)
        said.append(
            t.say_count(
                "{count} more at the end has no sourced entry pay",
                "{count} more at the end have no sourced entry pay",
                count,
            )
        )
    if found.near and found.total:
        count = len(found.near)
        said.append(
            t.say_count(
                "{count} more at the end has some of the words",
                "{count} more at the end have some of the words",
                count,
            )
        )
    for typed, spelt in found.respelt.items():
        said.append(t.say("“{typed}” read as “{spelt}”", typed=_shown(typed), spelt=spelt))
    for item in found.said:
        label = wish_label(item.wish, t)
        said.append(t.say("“{typed}” read as “{spelt}”", typed=_shown(item.typed), spelt=label))
    return " · ".join(said)


def nothing_found(answer: Answer, parts: Parts, ask: Callable[[Search], object]) -> Card:
    """Return what to try when nothing fits: nearest words, fewer filters, or everything."""
    t, found, search = parts.t, answer.found, answer.found.search
    card = parts.card()
    buttons = _Buttons(parts)
    if search.filters and found.fitting:
        card.add(parts.subheading(t.say("No role fits these filters together.")))
        card.add(parts.text(t.say("Remove one of them, or all.")))
    elif found.said and found.fitting:
        card.add(parts.subheading(t.say("No role fits all of these wishes.")))
        card.add(parts.text(t.say("Leave one of them out.")))
    else:
        card.add(parts.subheading(t.say("No role fits these words yet.")))
        advice = t.say(
            "Try a shorter word, the name of a skill or a subject, or the same word in "
            "the other language. Check the spelling, too."
        )
        card.add(parts.text(advice))
        for title in found.nearest:
            words = t.say("Look for “{words}”", words=one_line(title))
            buttons.add(words, lambda w=title: ask(Search(w)), "search")
    if search.filters:
        unfiltered = search.without(*search.filters)
        buttons.add(t.say("Remove all filters"), lambda: ask(unfiltered), "close")
    return card.add(buttons.widget) if buttons.count else card


class _Buttons:
    """Buttons side by side, on as many lines as they need."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.widget = QWidget()
        self._flow = Flow(self.widget, parts.px(8))

    @property
    def count(self) -> int:
        """How many there are."""
        return self._flow.count()

    def add(self, words: str, act: Callable[[], object], icon: str) -> None:
        self._flow.addWidget(self._parts.button(words, act, icon=icon))


def _shown(typed: str) -> str:
    return typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN]}…"
