"""Fills the search index from the roles; its tables are in :mod:`careerdesk.catalogue.index`."""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, reduce
from itertools import groupby
from operator import or_

from careerdesk.authoring.content import Content
from careerdesk.catalogue.bits import from_positions, pack, pack_order
from careerdesk.catalogue.columns import Column, Value
from careerdesk.catalogue.facets import Facets, demand_band
from careerdesk.catalogue.index import (
    ALL,
    FILTERS,
    MANY_TERMS,
    ORDERS,
    PREFIXES,
    STEMS,
    SYNONYMS,
    TERMS,
    TITLES,
    Tier,
    TitleKind,
)
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.search import Kind, Sort
from careerdesk.catalogue.stems import stems
from careerdesk.catalogue.text import Language, Text
from careerdesk.catalogue.words import plain, words

Places = Mapping[tuple[str, int], int]
"""For a word and a tier, the set of roles that have it there."""

_STR = {name: Column(name, str, required=True) for name in ("title", "term", "stem", "phrase")}
_POSITION = Column("position", int, required=True)
_TIER = Column("tier", int, required=True)
_ROLES = Column("roles", bytes, required=True)
_KIND = Column("kind", str, required=True)
_VALUE = Column("value", str, required=True)

TABLES: Mapping[str, tuple[tuple[Column, ...], tuple[str, ...]]] = {
    TITLES: (
        (Column("kind", int, required=True), _STR["title"], _POSITION),
        ("kind", "title", "position"),
    ),
    TERMS: ((_STR["term"], _TIER, _ROLES), ("term", "tier")),
    PREFIXES: ((_STR["term"], _TIER, _ROLES), ("term", "tier")),
    STEMS: ((_STR["stem"], _STR["term"]), ("stem", "term")),
    SYNONYMS: ((_STR["phrase"], Column("synonym", str, required=True)), ("phrase", "synonym")),
    FILTERS: ((_KIND, _VALUE, _ROLES), ("kind", "value")),
    ORDERS: ((Column("name", str, required=True), _ROLES), ("name",)),
}
"""Columns and key of each table."""


def rows(
    content: Content, roles: list[Role], facets: list[Facets]
) -> Iterator[tuple[str, Iterable[dict[str, Value | bytes]]]]:
    """Yield the name and the rows of every table of the index.

    ``roles`` are all roles in the order of their positions, which count from 1; a retired one is
    in no table.
    """
    current = [
        (position, role, facet)
        for position, (role, facet) in enumerate(zip(roles, facets, strict=True), start=1)
        if role.retired_on is None
    ]
    terms = _places(content, ((position, role) for position, role, _ in current))
    yield TITLES, _titles((position, role) for position, role, _ in current)
    yield TERMS, _stored(terms)
    yield PREFIXES, _stored(_prefixes(terms))
    yield STEMS, _stems(terms)
    yield SYNONYMS, _synonyms(content)
    yield FILTERS, _filters((position, facet) for position, _, facet in current)
    yield ORDERS, _orders(current)


def _titles(roles: Iterable[tuple[int, Role]]) -> Iterator[dict[str, Value | bytes]]:
    for position, role in roles:
        kinds: dict[str, TitleKind] = {}
        for kind, texts in (
            (TitleKind.TITLE, (role.title.en, role.title.ms)),
            (TitleKind.OTHER, (*role.other_titles.en, *role.other_titles.ms)),
            (TitleKind.SEARCH_WORD, (*role.search_words.en, *role.search_words.ms)),
        ):
            for text in texts:
                kinds.setdefault(plain(text), kind)
        for title, kind in kinds.items():
            if title:
                yield {"kind": kind, "title": title, "position": position}


def _places(content: Content, roles: Iterable[tuple[int, Role]]) -> Places:
    places: defaultdict[tuple[str, int], array[int]] = defaultdict(lambda: array("I"))
    for position, role in roles:
        for tier, found in _words_of(role, content):
            for word in found:
                places[word, tier].append(position)
    return {place: from_positions(positions) for place, positions in places.items()}


def _words_of(role: Role, content: Content) -> Iterator[tuple[Tier, set[str]]]:
    """Yield the words of ``role`` in each tier."""
    tasks = [task.text for task in role.day]
    tasks += [text for point in role.responsibilities for text in (point.title, point.text)]
    skills = [content.shared.skills[use.skill].name for use in role.skills]
    hidden = [_word_set(text) for text in (*role.search_words.en, *role.search_words.ms)]
    yield Tier.TITLE, _in_both((role.title,))
    others = (*role.other_titles.en, *role.other_titles.ms)
    yield Tier.OTHER_TITLE, set().union(*map(_word_set, others))
    yield Tier.SEARCH_WORD, set().union(*(found for found in hidden if len(found) == 1))
    yield Tier.SEARCH_PHRASE, set().union(*(found for found in hidden if len(found) > 1))
    yield Tier.TAGLINE, _in_both((role.tagline,))
    yield Tier.SKILL, _in_both(skills)
    yield Tier.FIELD, _in_both((content.shared.fields[role.field].name,))
    yield Tier.TASK, _in_both(tasks)
    shared = content.shared
    names = [shared.certificates[use.certificate].name for use in role.certificates]
    names += [shared.organisations[use.organisation].name for use in role.organisations]
    yield Tier.ABBREVIATION, {found.lower() for name in names for found in _SHORT.findall(name)}


_SHORT = re.compile(r"\b[A-Z]{3,}\b")
"""An abbreviation. The other words in the names of bodies are the same for many roles."""


def _in_both(texts: Iterable[Text]) -> set[str]:
    return set().union(*(_word_set(text.en) | _word_set(text.ms) for text in texts))


@lru_cache(maxsize=100_000)
def _word_set(text: str) -> frozenset[str]:
    return frozenset(words(text))


def _stored(places: Places) -> Iterator[dict[str, Value | bytes]]:
    for (term, tier), members in sorted(places.items()):
        yield {"term": term, "tier": tier, "roles": pack(members)}


def _prefixes(terms: Places) -> Places:
    """Return the places of every beginning that more than ``MANY_TERMS`` words share."""
    found: dict[tuple[str, int], int] = {}
    level = sorted({term for term, _ in terms})
    length = 1
    while level:
        crowded: list[str] = []
        for prefix, group in groupby(
            (term for term in level if len(term) >= length), key=lambda term: term[:length]
        ):
            members = list(group)
            if len(members) > MANY_TERMS:
                crowded += members
                for tier in Tier:
                    union = reduce(or_, (terms.get((term, tier), 0) for term in members))
                    if union:
                        found[prefix, tier] = union
        level, length = crowded, length + 1
    return found


def _stems(terms: Places) -> Iterator[dict[str, Value | bytes]]:
    for term in sorted({term for term, _ in terms}):
        for stem in sorted(stems(term)):
            if stem != term:
                yield {"stem": stem, "term": term}


def _synonyms(content: Content) -> Iterator[dict[str, Value | bytes]]:
    pairs = {
        (plain(text), synonym.id)
        for synonym in content.shared.synonyms.values()
        for text in (*synonym.words.en, *synonym.words.ms)
    }
    for phrase, synonym in sorted(pairs):
        yield {"phrase": phrase, "synonym": synonym}


def _filters(roles: Iterable[tuple[int, Facets]]) -> Iterator[dict[str, Value | bytes]]:
    sets: defaultdict[tuple[str, str], list[int]] = defaultdict(list, {ALL: []})
    for position, facets in roles:
        sets[ALL].append(position)
        for kind, value in _values(facets):
            sets[kind, value].append(position)
    for (kind, value), positions in sorted(sets.items()):
        yield {"kind": kind, "value": value, "roles": pack(from_positions(positions))}


def _values(facets: Facets) -> Iterator[tuple[str, str]]:
    """Yield what a role can be filtered by."""
    yield Kind.FIELD.value, facets.field
    for route in facets.routes:
        yield Kind.ROUTE.value, route.value
    for subject in (*facets.required_subjects, *facets.helpful_subjects):
        yield Kind.SUBJECT.value, subject
    for interest in facets.interests:
        yield Kind.INTEREST.value, interest.value
    yield Kind.DEMAND.value, demand_band(facets.demand).value
    if facets.schooling is not None:
        yield Kind.SCHOOLING.value, facets.schooling.value
    if facets.entry_pay is not None:
        yield Kind.PAY.value, str(int(facets.entry_pay))
    if facets.place is not None:
        yield Kind.PLACE.value, facets.place.value
    if facets.hours_pattern is not None:
        yield Kind.HOURS.value, facets.hours_pattern.value


def _orders(roles: list[tuple[int, Role, Facets]]) -> Iterator[dict[str, Value | bytes]]:
    """Yield the orders of the list; one by a figure leaves out the roles that have none."""
    for language in Language:
        by_title = sorted(
            roles, key=lambda item: (words(item[1].title.in_language(language)), item[0])
        )
        yield _order(f"{Sort.TITLE.value}_{language.value}", by_title)
    for sort, key in (
        (Sort.PAY, lambda facets: _falling(facets.entry_pay)),
        (Sort.DEMAND, lambda facets: _falling(facets.demand)),
        (Sort.SHORTEST, lambda facets: facets.shortest_years),
    ):
        known = [item for item in roles if key(item[2]) is not None]
        yield _order(sort.value, sorted(known, key=lambda item: (key(item[2]), item[0])))


def _falling(value: float | None) -> float | None:
    return None if value is None else -value


def _order(name: str, roles: list[tuple[int, Role, Facets]]) -> dict[str, Value | bytes]:
    return {"name": name, "roles": pack_order([position for position, _, _ in roles])}
