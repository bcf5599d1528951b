"""The read-only catalogue: a file that was built once, and the questions put to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from careerdesk.catalogue.cards import CatalogueInfo, Field, FieldCount, RoleCard
from careerdesk.catalogue.errors import CatalogueDamaged, UnknownRole
from careerdesk.catalogue.opening import open_read_only, reading
from careerdesk.catalogue.schema import SCHEMA
from careerdesk.catalogue.text import Language, Text
from careerdesk.errors import CareerdeskError

if TYPE_CHECKING:
    from careerdesk.catalogue.facets import Facets
    from careerdesk.catalogue.finder import Finder, Found, FoundRole
    from careerdesk.catalogue.role import Role, SkillUse, SubjectNeed
    from careerdesk.catalogue.search import Filter, Search
    from careerdesk.catalogue.shared import Shared
    from careerdesk.catalogue.terms import Translation

_CARD = "SELECT id, field, title_en, title_ms, tagline_en, tagline_ms, retired_on FROM role"

_FIELDS = """
    SELECT id, name_en, name_ms, tagline_en, tagline_ms, icon, colour, colour_dark,
        (SELECT count(*) FROM role WHERE role.field = field.id AND role.retired_on IS NULL)
    FROM field ORDER BY position
"""

_SHOWN_OF_ID = 60
_NEAREST = 3


class Store:
    """A catalogue, open for reading.

    It belongs to the thread that opened it; another thread opens its own, which is cheap. Every
    method raises a :class:`~careerdesk.catalogue.errors.CatalogueProblem` when the part of the
    file that it reads is damaged.
    """

    def __init__(self, connection: sqlite3.Connection, info: CatalogueInfo) -> None:
        self._connection = connection
        self.info = info

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the catalogue at ``path``.

        Raises:
            CatalogueProblem: when the file is missing, cannot be read, is damaged, is something
                else, or is made for another version of the program.
        """
        connection = open_read_only(path)
        try:
            with reading(path):
                return cls(connection, _info(connection, path))
        except BaseException:
            connection.close()
            raise

    def close(self) -> None:
        """Close the file; the store is of no use afterwards."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def fields(self) -> tuple[FieldCount, ...]:
        """Return the fields of work in their order, each with the number of its roles."""
        with reading(self.info.path):
            return tuple(_field_count(row) for row in self._connection.execute(_FIELDS))

    def cards(self, field: str | None = None) -> tuple[RoleCard, ...]:
        """Return the roles, or those of one field, by English title; retired ones left out."""
        if field is None:
            return self._cards("WHERE retired_on IS NULL ORDER BY position")
        return self._cards("WHERE field = ? AND retired_on IS NULL ORDER BY position", field)

    def card(self, role_id: str) -> RoleCard | None:
        """Return the card of one role, retired or not, or None when there is no such role."""
        cards = self._cards("WHERE id = ?", role_id)
        return cards[0] if cards else None

    def find(self, search: Search, language: str = Language.EN, limit: int = 500) -> Found:
        """Return which roles ``search`` finds, in which order; retired ones are never found.

        Any text is a question: it is reduced to its words, each of which may be unfinished.
        ``limit`` is the most that is put in order; everything is counted.

        Raises:
            UnknownFilterValue: when a filter has a value that this catalogue does not know.
        """
        with reading(self.info.path):
            return self._finder.find(search, language, limit)

    def rows(self, found: Found, start: int, stop: int) -> tuple[FoundRole, ...]:
        """Return the rows from ``start`` up to ``stop`` of the list ``found``, to be shown."""
        positions = found.positions[start:stop]
        cards = self._cards_at(positions)
        with reading(self.info.path):
            return tuple(
                self._finder.explain(found, position, card)
                for position, card in zip(positions, cards, strict=True)
            )

    def counts(self, found: Found) -> dict[Filter, int]:
        """Return how many roles there would be with each value of each filter."""
        with reading(self.info.path):
            return self._finder.counts(found)

    def search(self, query: str, limit: int = 50) -> tuple[RoleCard, ...]:
        """Return the cards of at most ``limit`` roles that the words of ``query`` find."""
        from careerdesk.catalogue.search import Search

        return self._cards_at(self.find(Search(query), limit=limit).positions[: max(0, limit)])

    @cached_property
    def _finder(self) -> Finder:
        from careerdesk.catalogue.finder import Finder

        return Finder(self._connection)

    def _cards_at(self, positions: Sequence[int]) -> tuple[RoleCard, ...]:
        marks = ", ".join("?" * len(positions))
        cards = self._cards(f"WHERE position IN ({marks}) ORDER BY position", *positions)
        with reading(self.info.path):
            by_position = dict(zip(sorted(positions), cards, strict=True))
            return tuple(by_position[position] for position in positions)

    def role(self, role_id: str) -> Role:
        """Return the role with every section; retired ones too.

        Raises:
            UnknownRole: when there is no such role; it names the nearest ids.
        """
        from careerdesk.catalogue.reader import read_role

        with reading(self.info.path):
            role = read_role(self._connection, _bindable(role_id))
        if role is None:
            raise self._unknown(role_id)
        return role

    def translations(self) -> dict[str, Translation]:
        """Return how the Malay text of each role came about, by role id."""
        from careerdesk.catalogue.terms import Translation

        with reading(self.info.path):
            found = self._connection.execute("SELECT id, translation FROM role")
            return {role_id: Translation(how) for role_id, how in found}

    @cached_property
    def facets(self) -> dict[str, Facets]:
        """What roles are filtered and laid out by, by role id, by English title; read once.

        Retired roles are left out.
        """
        from careerdesk.catalogue.reader import read_facets

        with reading(self.info.path):
            return read_facets(self._connection)

    def subject_needs(self, subject_id: str) -> dict[str, SubjectNeed]:
        """Return the roles that a subject matters for, with why, by role id, by English title."""
        from careerdesk.catalogue.reader import read_uses

        with reading(self.info.path):
            return read_uses(self._connection, "subjects", "subject", _bindable(subject_id))

    def skill_uses(self, skill_id: str) -> dict[str, SkillUse]:
        """Return the roles that use a skill, with what for, by role id, by English title."""
        from careerdesk.catalogue.reader import read_uses

        with reading(self.info.path):
            return read_uses(self._connection, "skills", "skill", _bindable(skill_id))

    @cached_property
    def skills_used(self) -> dict[str, tuple[str, ...]]:
        """The ids of the skills of every role that is not retired, by role id; read once."""
        from careerdesk.catalogue.reader import read_skills_used

        with reading(self.info.path):
            return read_skills_used(self._connection)

    @cached_property
    def shared(self) -> Shared:
        """All shared records; read once."""
        from careerdesk.catalogue.reader import read_shared

        with reading(self.info.path):
            return read_shared(self._connection)

    def _cards(self, which: str, *values: str | int) -> tuple[RoleCard, ...]:
        bound = [_bindable(value) if isinstance(value, str) else value for value in values]
        with reading(self.info.path):
            return tuple(_card(row) for row in self._connection.execute(f"{_CARD} {which}", bound))

    def _unknown(self, role_id: str) -> CareerdeskError:
        """Return the error for an id that no role has."""
        from difflib import get_close_matches

        ids = [card.id for card in self.cards()]
        if role_id in ids:
            return CatalogueDamaged(path=self.info.path)
        asked = role_id[:_SHOWN_OF_ID]
        nearest = ", ".join(get_close_matches(asked, ids, _NEAREST, cutoff=0))
        return UnknownRole(role=asked, nearest=nearest or "–")


def _bindable(value: str) -> str:
    """Return ``value`` without halves of characters, which no id has and SQLite refuses."""
    return value.encode("utf-8", "replace").decode("utf-8")


def _info(connection: sqlite3.Connection, path: Path) -> CatalogueInfo:
    rows = connection.execute("SELECT edition, published_on, roles FROM catalogue").fetchall()
    ((edition, published_on, roles),) = rows
    if type(edition) is not int or type(roles) is not int:
        raise TypeError("the edition and the number of roles are whole numbers")
    return CatalogueInfo(SCHEMA, edition, date.fromisoformat(published_on), roles, path)


def _card(row: tuple[Any, ...]) -> RoleCard:
    _check_texts(row[:6])
    role_id, field, title_en, title_ms, tagline_en, tagline_ms, retired_on = row
    title = Text(title_en, title_ms)
    return RoleCard(role_id, field, title, Text(tagline_en, tagline_ms), retired_on is not None)


def _field_count(row: tuple[Any, ...]) -> FieldCount:
    _check_texts(row[:8])
    field_id, name_en, name_ms, tagline_en, tagline_ms, icon, colour, colour_dark, roles = row
    field = Field(
        id=field_id,
        name=Text(name_en, name_ms),
        tagline=Text(tagline_en, tagline_ms),
        icon=icon,
        colour=colour,
        colour_dark=colour_dark,
    )
    return FieldCount(field, roles)


def _check_texts(values: tuple[object, ...]) -> None:
    if set(map(type, values)) != {str}:
        raise TypeError("a text was expected")
