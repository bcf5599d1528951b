"""What a catalogue holds, counted."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator

from careerdesk.catalogue.role import Role
from careerdesk.catalogue.store import Store
from careerdesk.catalogue.text import Language, Text, Words

FIGURE_SECTIONS = (
    "journey",
    "routes",
    "ladder",
    "scores",
    "interests",
    "pay",
    "outlook",
    "study",
)
"""Sections of a role whose rows state figures, and so name a source."""


def census(store: Store) -> dict[str, object]:
    """Return the counts of roles, fields, words, figures, sources and shared records."""
    roles = [store.role(card.id) for card in store.cards()]
    shared = store.shared
    words: Counter[str] = Counter()
    for text in _texts([*roles, *shared.skills.values(), *shared.supports.values()]):
        for language in Language:
            words[language.value] += len(text.in_language(language).split())
    figures = [figure for role in roles for figure in figures_of(role)]
    return {
        "path": str(store.info.path),
        "schema": store.info.schema,
        "edition": store.info.edition,
        "published_on": store.info.published_on.isoformat(),
        "fields": len(shared.fields),
        "roles": len(roles),
        "words": dict(sorted(words.items())),
        "figures": len(figures),
        "figures_with_source": sum(source in shared.sources for source in figures),
        "sources": len(shared.sources),
        "sources_by_kind": dict(
            sorted(Counter(source.kind.value for source in shared.sources.values()).items())
        ),
        "skills": len(shared.skills),
        "certificates": len(shared.certificates),
        "institutions": len(shared.institutions),
        "organisations": len(shared.organisations),
    }


def figures_of(role: Role) -> Iterator[str | None]:
    """Yield the source of every figure of ``role``; None where a figure has none."""
    for section in FIGURE_SECTIONS:
        for record in getattr(role, section):
            if _states_figure(record):
                yield record.source
    for route in role.routes:
        yield from (entry.source for entry in route.entry)
    for condition in role.conditions:
        if condition.hours_min is not None:
            yield condition.source


def _states_figure(record: object) -> bool:
    """Return whether a row states a figure; steps, routes and rungs may be words alone."""
    if hasattr(record, "years_min"):
        return record.years_min is not None
    return getattr(record, "source", None) is not None


def _texts(records: object) -> Iterator[Text]:
    """Yield every bilingual text inside ``records``."""
    if isinstance(records, Text):
        yield records
    elif isinstance(records, str | Words):
        return
    elif dataclasses.is_dataclass(records):
        for item in dataclasses.fields(records):
            yield from _texts(getattr(records, item.name))
    elif isinstance(records, Iterable):
        for member in records:
            yield from _texts(member)
