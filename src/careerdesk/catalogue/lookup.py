"""Reads the search index: words, beginnings, stems, everyday words, and the sets of roles."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import cached_property
from sqlite3 import Connection
from typing import NamedTuple

from careerdesk.catalogue.bits import unpack, unpack_order
from careerdesk.catalogue.index import (
    ALL,
    FILTERS,
    ORDERS,
    PREFIXES,
    STEMS,
    SYNONYMS,
    TERMS,
    TITLES,
    Tier,
    TitleKind,
)
from careerdesk.catalogue.search import Kind
from careerdesk.catalogue.text import Language, Text
from careerdesk.catalogue.words import plain

Sets = dict[int, int]
"""For each tier, the set of roles that have a word there."""


class Subject(NamedTuple):
    """An SPM subject."""

    id: str
    name: Text


_AFTER_ALL = "\U0010ffff"

_TITLES = f"""
    SELECT title, position FROM {TITLES} WHERE kind = ? AND title >= ? AND title < ?
    ORDER BY title, position
"""
_WITH_TITLE = f"SELECT position FROM {TITLES} WHERE kind = ? AND title = ?"
_BEGINNING = f"SELECT term, tier, roles FROM {TERMS} WHERE term >= ? AND term < ?"
_KEPT = 256


class Lookup:
    """The index of one open catalogue."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: OrderedDict[tuple[str, str], Sets] = OrderedDict()

    @cached_property
    def filters(self) -> dict[tuple[str, str], int]:
        """The set of roles for each kind and value to filter by."""
        rows = self._connection.execute(f"SELECT kind, value, roles FROM {FILTERS}")
        return {(kind, value): unpack(roles) for kind, value, roles in rows}

    @property
    def all_roles(self) -> int:
        """The set of all roles that are not retired."""
        return self.filters[ALL]

    def order(self, name: str) -> tuple[int, ...]:
        """Return the positions of roles in one of the orders of the list."""
        (stored,) = self._connection.execute(
            f"SELECT roles FROM {ORDERS} WHERE name = ?", (name,)
        ).fetchone()
        return unpack_order(stored)

    def titles(self, kind: TitleKind, beginning: str) -> Iterator[int]:
        """Yield roles with a title that begins so, by title; a role may come twice."""
        asked = (kind, beginning, beginning + _AFTER_ALL)
        for _, position in self._connection.execute(_TITLES, asked):
            yield position

    def begins_a_title(self, beginning: str) -> bool:
        """Return whether any title, or other title, begins so."""
        kinds = (TitleKind.TITLE, TitleKind.OTHER)
        return any(True for kind in kinds for _ in self.titles(kind, beginning))

    def with_title(self, kind: TitleKind, title: str) -> set[int]:
        """Return the roles that have exactly this title, other title or search word."""
        return {position for (position,) in self._connection.execute(_WITH_TITLE, (kind, title))}

    def term(self, term: str) -> Sets:
        """Return where ``term``, a whole word, stands."""
        return self._keep(TERMS, term)

    def beginning(self, prefix: str) -> Sets:
        """Return where words that begin with ``prefix`` stand."""
        crowded = self._keep(PREFIXES, prefix)
        if crowded:
            return crowded
        joined: Sets = {}
        for _, tier, roles in self._connection.execute(_BEGINNING, (prefix, prefix + _AFTER_ALL)):
            joined[tier] = joined.get(tier, 0) | unpack(roles)
        return joined

    def terms_with_stem(self, stems: Iterable[str]) -> list[str]:
        """Return the words that have one of ``stems``, or are one; in their order."""
        asked = sorted(stems)
        marks = ", ".join("?" * len(asked))
        rows = self._connection.execute(f"SELECT term FROM {STEMS} WHERE stem IN ({marks})", asked)
        return sorted({term for (term,) in rows}.union(asked))

    def synonyms(self, phrase: str) -> list[str]:
        """Return the other words and phrases of the groups that ``phrase`` is in."""
        groups = self._groups_of.get(phrase, ())
        others = {other for group in groups for other in self._phrases_in[group]}
        return sorted(others - {phrase})

    @cached_property
    def _phrases_in(self) -> dict[str, list[str]]:
        """The words and phrases of every group: a few hundred, however many roles there are."""
        found: dict[str, list[str]] = {}
        for phrase, group in self._connection.execute(f"SELECT phrase, synonym FROM {SYNONYMS}"):
            found.setdefault(group, []).append(phrase)
        return found

    @cached_property
    def _groups_of(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for group, phrases in self._phrases_in.items():
            for phrase in phrases:
                found.setdefault(phrase, []).append(group)
        return found

    def subjects_called(self, phrase: str) -> list[Subject]:
        """Return the SPM subjects that ``phrase``, or another word for it, is the name of."""
        names = dict.fromkeys((phrase, *self.synonyms(phrase)))
        return [self._subjects[name] for name in names if name in self._subjects]

    def naming(self, subject: Subject) -> int:
        """Return the roles that name ``subject``, as needed or as a help."""
        return self.filters.get((Kind.SUBJECT.value, subject.id), 0)

    @cached_property
    def _subjects(self) -> dict[str, Subject]:
        """Every SPM subject by its names, made plain, with and without what schools leave out."""
        rows = self._connection.execute(
            "SELECT id, name_en, name_ms FROM subject ORDER BY position"
        )
        found: dict[str, Subject] = {}
        for key, en, ms in rows:
            subject = Subject(key, Text(en, ms))
            for name in (en, ms):
                whole = plain(name.partition("(")[0])
                short = whole.removeprefix("pendidikan ").removesuffix(" education")
                found.setdefault(whole, subject)
                found.setdefault(short, subject)
        return found

    def name(self, position: int, language: str) -> str:
        """Return the title of the role at ``position`` as it is written in ``language``."""
        column = "title_ms" if language == Language.MS else "title_en"
        (name,) = self._connection.execute(
            f"SELECT {column} FROM role WHERE position = ?", (position,)
        ).fetchone()
        return str(name)

    @cached_property
    def plain_titles(self) -> tuple[tuple[str, int], ...]:
        """Every title, made plain, with its role; read when nothing is found for the first time."""
        rows = self._connection.execute(
            f"SELECT title, position FROM {TITLES} WHERE kind = ? ORDER BY title, position",
            (TitleKind.TITLE,),
        )
        return tuple(rows)

    @cached_property
    def vocabulary(self) -> tuple[str, ...]:
        """Every word of the catalogue, and every everyday one, in order.

        Read for the first misspelt word.
        """
        rows = self._connection.execute(f"SELECT DISTINCT term FROM {TERMS}")
        everyday = (phrase for phrase in self._groups_of if " " not in phrase)
        return tuple(sorted({term for (term,) in rows}.union(everyday)))

    def _keep(self, table: str, term: str) -> Sets:
        """Return a row's sets, which the next keystroke is likely to ask for again."""
        key = (table, term)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        rows = self._connection.execute(f"SELECT tier, roles FROM {table} WHERE term = ?", (term,))
        found = self._kept[key] = {Tier(tier): unpack(roles) for tier, roles in rows}
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return found
