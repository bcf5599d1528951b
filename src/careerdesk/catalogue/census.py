"""What a catalogue holds, counted."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator

from careerdesk.catalogue.leaves import texts
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.store import Store
from careerdesk.catalogue.text import Language


def census(store: Store) -> dict[str, object]:
    """Return the counts of roles, fields, words, figures, sources and shared records.

    Words are those of every text that the catalogue has in both languages; retired roles are left
    out, and :func:`figures_of` says what a figure is.
    """
    roles = [store.role(card.id) for card in store.cards()]
    shared = store.shared
    kinds = {kind.name: getattr(shared, kind.name) for kind in dataclasses.fields(shared)}
    records = [*roles, *(record for kind in kinds.values() for record in kind.values())]
    words = Counter[str]()
    for text in (text for record in records for text in texts(record)):
        for language in Language:
            words[language.value] += len(text.in_language(language).split())
    figures = [source for role in roles for source in figures_of(role)]
    kinds_of_source = Counter(source.kind.value for source in shared.sources.values())
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
        "sources_by_kind": dict(sorted(kinds_of_source.items())),
        "skills": len(shared.skills),
        "certificates": len(shared.certificates),
        "institutions": len(shared.institutions),
        "organisations": len(shared.organisations),
        "supports": len(shared.supports),
        "terms": len(shared.terms),
    }


def figures_of(role: Role) -> Iterator[str | None]:
    """Yield the source of every figure of ``role``; None where a figure has none.

    A figure is a score, an interest, a pay row, a length of time, a number of hours, an entry
    requirement or a statement of demand.
    """
    for rows in (role.scores, role.interests, role.pay, role.outlook):
        yield from (row.source for row in rows)
    for timed in (role.journey, role.routes):
        yield from (row.source for row in timed if row.years_min is not None)
    for route in role.routes:
        yield from (entry.source for entry in route.entry)
    yield from (row.source for row in role.conditions if row.hours_min is not None)
