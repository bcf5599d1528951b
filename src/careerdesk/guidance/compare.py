"""Two to four roles side by side: every section row by row, as plain data in one language.

The same comparison is drawn by the window and printed by the sheets. Whatever depends on a figure
names its sources; a role that has nothing to say in a row has a cell without lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careerdesk.catalogue.leaves import sources_named
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.shared import Field, Shared, Source
from careerdesk.catalogue.text import Text
from careerdesk.guidance import compare_rows
from careerdesk.guidance.overlays import PayOverlay, ScoreOverlay, interests, pay, scores
from careerdesk.guidance.rows import Compared, Section
from careerdesk.i18n import Translator

LEAST = 2
MOST = 4
"""How many roles can be compared."""


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


def compare(
    roles: Sequence[Role],
    shared: Shared,
    translator: Translator,
    *,
    titles: Mapping[str, Text] | None = None,
) -> Comparison:
    """Lay ``roles`` side by side, in their order, in the language of ``translator``.

    ``titles`` gives the titles of other roles that neighbours name; those it lacks are left out.

    Raises:
        ValueError: unless there are two to four different roles.
    """
    if not LEAST <= len(roles) <= MOST or len({role.id for role in roles}) < len(roles):
        ids = [role.id for role in roles]
        raise ValueError(f"two to four different roles can be compared, not {ids}")
    known = {**(titles or {}), **{role.id: role.title for role in roles}}
    compared = Compared(tuple(roles), shared, translator, known)
    sections = tuple(section for section in compare_rows.sections(compared) if section.rows)
    overlays = scores(roles, translator), interests(roles, translator)
    money = pay(roles, shared)
    cited = [source for section in sections for row in section.rows for source in row.sources]
    cited += [source for overlay in overlays for source in overlay.sources]
    cited += [source for _, source in sources_named(money.rows)]
    if money.baseline is not None:
        cited.append(money.baseline.source)
    return Comparison(
        language=translator.language,
        heads=tuple(_head(role, shared, translator.language) for role in roles),
        sections=sections,
        scores=overlays[0],
        interests=overlays[1],
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
