"""What a student is looking for, as one value: words, filters and the order of the list.

It can be kept, compared, gone back to, and written as text.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, TypeVar

from careerdesk.errors import N_, CareerdeskError, ExitCode

E = TypeVar("E", bound=StrEnum)

_SHOWN = 60
"""Characters of an unknown value that its error repeats."""


class Kind(StrEnum):
    """What roles can be filtered by, in the order in which it is offered."""

    FIELD = "field"
    ROUTE = "route"
    SCHOOLING = "max-schooling"
    """The highest schooling that a student wants to need."""
    SUBJECT = "subject"
    INTEREST = "interest"
    PAY = "min-pay"
    """RM a month at the start, at least; roles without a sourced figure are kept apart."""
    DEMAND = "demand"
    PLACE = "place"
    HOURS = "hours"


ONE_VALUE = frozenset((Kind.SCHOOLING, Kind.PAY))
"""Kinds of which one value holds at a time; of the others, a role needs to have any one."""


PAY_STEPS = ("1500", "2000", "2500", "3000", "4000", "5000")
"""RM a month that are offered to filter by; any whole number will do."""


class Sort(StrEnum):
    """The orders of the list."""

    MATCH = "match"
    TITLE = "title"
    PAY = "pay"
    """Highest entry pay first."""
    DEMAND = "demand"
    SHORTEST = "shortest"
    """Shortest way in first."""


class Filter(NamedTuple):
    """One condition, as one chip shows it."""

    kind: Kind
    value: str


class UnknownFilterValue(CareerdeskError):
    """There is no such value to filter or sort by."""

    sentence = N_("“{value}” is no {kind} that roles can be searched by. It can be: {known}.")
    exit_code = ExitCode.INPUT


class Search(NamedTuple):
    """Words, filters and order. Filters of one kind widen, filters of different kinds narrow."""

    words: str = ""
    filters: tuple[Filter, ...] = ()
    sort: Sort = Sort.MATCH

    @property
    def is_empty(self) -> bool:
        """Whether this is no search at all: every role, in the usual order."""
        return not self.words.strip() and not self.filters and self.sort is Sort.MATCH

    def values(self, kind: Kind) -> tuple[str, ...]:
        """Return the values chosen of ``kind``."""
        return tuple(chosen.value for chosen in self.filters if chosen.kind is kind)

    def has(self, kind: Kind, value: str) -> bool:
        """Return whether roles are filtered by ``value``."""
        return Filter(kind, value) in self.filters

    def adding(self, kind: Kind, value: str) -> Search:
        """Return this search with one more filter."""
        kept = self.filters
        if kind in ONE_VALUE:
            kept = tuple(chosen for chosen in kept if chosen.kind is not kind)
        fresh = Filter(kind, value)
        return self if fresh in kept else self._replace(filters=(*kept, fresh))

    def without(self, *gone: Filter) -> Search:
        """Return this search without some of its filters."""
        kept = tuple(chosen for chosen in self.filters if chosen not in gone)
        return self._replace(filters=kept)

    def as_text(self) -> str:
        """Return the search as one line: ``words=fix+cars&route=tvet&sort=pay``."""
        from urllib.parse import urlencode

        pairs = [("words", self.words)] if self.words else []
        pairs += [(chosen.kind.value, chosen.value) for chosen in self.filters]
        if self.sort is not Sort.MATCH:
            pairs.append(("sort", self.sort.value))
        return urlencode(pairs, errors="surrogatepass")

    @classmethod
    def from_text(cls, text: str) -> Search:
        """Return the search that :meth:`as_text` wrote.

        Raises:
            UnknownFilterValue: when a part of it is nothing that can be searched by.
        """
        from urllib.parse import parse_qsl

        search = cls()
        for key, value in parse_qsl(text, keep_blank_values=True, errors="surrogatepass"):
            if key == "words":
                search = search._replace(words=value)
            elif key == "sort":
                search = search._replace(sort=member(Sort, value, "sort"))
            else:
                search = search.adding(member(Kind, key, "filter"), value)
        return search


def member(members: type[E], value: str, kind: str) -> E:
    """Return the one of ``members`` that is written as ``value``.

    Raises:
        UnknownFilterValue: when there is none.
    """
    try:
        return members(value)
    except ValueError:
        raise unknown(kind, value, [member.value for member in members]) from None


def unknown(kind: str, value: str, known: Iterable[str]) -> UnknownFilterValue:
    """Return the error for a ``value`` that is no ``kind``; it lists the ``known`` ones."""
    return UnknownFilterValue(kind=kind, value=value[:_SHOWN], known=", ".join(known))
