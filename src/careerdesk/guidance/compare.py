"""Two to four roles side by side: every section row by row, as plain data in one language.

The same comparison is drawn by the window and printed by the sheets. Whatever depends on a figure
names its sources; a role that has nothing to say in a row has a cell without lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerdesk.catalogue.role import Role
from careerdesk.catalogue.shared import Field, Shared, Source
from careerdesk.catalogue.store import Store
from careerdesk.errors import N_, CareerdeskError
from careerdesk.guidance import LEAST_COMPARED, MOST_COMPARED, compare_rows
from careerdesk.guidance.overlays import PayOverlay, ScoreOverlay, interests, pay, scores
from careerdesk.guidance.rows import Compared, Section
from careerdesk.i18n import Translator


class NotComparable(CareerdeskError):
    """Too few or too many roles, or the same one twice."""

    sentence = N_("Two to four different roles can be compared, not these: {roles}.")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the column of one role."""

    id: str
    title: str
    other_title: str
    """The title in the other language."""
    tagline: str
    field: Field


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two to four roles in one language; every row has one cell for each of ``heads``."""

    language: str
    heads: tuple[Head, ...]
    sections: tuple[Section, ...]
    """In the order of the role page, the most telling facts first; none is empty."""
    scores: ScoreOverlay
    interests: ScoreOverlay
    pay: PayOverlay
    sources: tuple[Source, ...]
    """Every source that a row or an overlay rests on, in the order in which they come."""


def compare(store: Store, role_ids: Sequence[str], translator: Translator) -> Comparison:
    """Lay the roles with ``role_ids`` side by side, in their order and ``translator``'s language.

    Raises:
        NotComparable: unless they are two to four different ids.
        UnknownRole: when the catalogue has no such role.
        CatalogueProblem: when the catalogue cannot be read.
    """
    if not LEAST_COMPARED <= len(role_ids) <= MOST_COMPARED or len(set(role_ids)) < len(role_ids):
        raise NotComparable(roles=", ".join(role_ids) or "–")
    shared = store.shared
    roles = tuple(store.role(role_id) for role_id in role_ids)
    about = Compared(roles, shared, store.facets, translator)
    sections = tuple(section for section in compare_rows.sections(about) if section.rows)
    marks, interest, money = (
        scores(roles, translator),
        interests(roles, translator),
        pay(roles, shared),
    )
    cited = [source for section in sections for row in section.rows for source in row.sources]
    cited += [*marks.sources, *interest.sources, *money.sources]
    return Comparison(
        language=translator.language,
        heads=tuple(_head(role, shared, translator.language) for role in roles),
        sections=sections,
        scores=marks,
        interests=interest,
        pay=money,
        sources=tuple(shared.sources[key] for key in dict.fromkeys(cited)),
    )


def _head(role: Role, shared: Shared, language: str) -> Head:
    other = "en" if language == "ms" else "ms"
    return Head(
        id=role.id,
        title=role.title.in_language(language),
        other_title=role.title.in_language(other),
        tagline=role.tagline.in_language(language),
        field=shared.fields[role.field],
    )
