"""The parts of a comparison: sections, rows and cells, and what they are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Protocol, TypeVar

from careerdesk.catalogue.facets import Facets
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.shared import Shared
from careerdesk.catalogue.text import Text
from careerdesk.catalogue.wording import label
from careerdesk.i18n import Translator

K = TypeVar("K", bound=StrEnum)


class Sourced(Protocol):
    """What says where it is from."""

    @property
    def source(self) -> str | None:
        """The id of its source, where it has one."""


S = TypeVar("S", bound=Sourced)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one role has in a row; nothing is known about it when there are no lines."""

    lines: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    """Small print, by which roles are not told apart."""
    sources: tuple[str, ...] = ()
    """Ids of the sources of the figures in it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that the roles are compared by."""

    key: str
    """The section's key, a full stop and a name within it, as in ``conditions.remote``."""
    name: str
    cells: tuple[Cell, ...]
    """In the order of the roles."""
    telling: bool = True
    """False for whole sentences, which differ between any two roles without saying how."""

    @property
    def differs(self) -> bool:
        """Whether the roles have different things to say here."""
        return len({cell.lines for cell in self.cells}) > 1

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources of all cells, each once."""
        return tuple(dict.fromkeys(source for cell in self.cells for source in cell.sources))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the role page, row by row; rows that differ come before rows that do not."""

    key: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared, and what it takes to put it into words."""

    roles: tuple[Role, ...]
    shared: Shared
    facets: Mapping[str, Facets]
    """Those of every role that is offered, by id."""
    t: Translator

    def words(self, text: Text | None) -> str:
        """Return ``text`` in the language of the comparison; empty when there is none."""
        return "" if text is None else text.in_language(self.t.language)

    def row(
        self, key: str, name: str, cell: Callable[[Role], Cell], *, telling: bool = True
    ) -> Row:
        """Return the row of one ``cell`` for each role."""
        return Row(key, name, tuple(cell(role) for role in self.roles), telling)

    def rows(self, section: str, lines: Iterable[Line], *, telling: bool = True) -> Iterator[Row]:
        """Yield the rows of a section, one for each of ``lines``."""
        for key, name, cell in lines:
            yield self.row(f"{section}.{key}", name, cell, telling=telling)

    def each(
        self,
        section: str,
        kinds: Iterable[K],
        cell: Callable[[K, Role], Cell],
        *,
        telling: bool = True,
    ) -> Iterator[Row]:
        """Yield a row for each of ``kinds``, under its usual name."""
        lines = ((kind.value, label(kind, self.t), partial(cell, kind)) for kind in kinds)
        return self.rows(section, lines, telling=telling)


Line = tuple[str, str, Callable[[Role], Cell]]
"""A row before any role is asked: its key within the section, its name, and its cells."""


def section(key: str, title: str, rows: Iterable[Row]) -> Section:
    """Return a section of the ``rows`` in which any role has something to say."""
    said = [row for row in rows if any(cell.lines for cell in row.cells)]
    return Section(key, title, tuple(sorted(said, key=lambda row: not row.differs)))


def cell(
    lines: Iterable[str], sources: Iterable[str | None] = (), *, notes: Iterable[str] = ()
) -> Cell:
    """Return a cell of the lines, notes and sources that are there."""
    named = dict.fromkeys(source for source in sources if source is not None)
    return Cell(
        tuple(line for line in lines if line), tuple(note for note in notes if note), tuple(named)
    )


def sourced(rows: Iterable[S], words: Callable[[S], str]) -> Cell:
    """Return a cell of the ``words`` for each of ``rows``, with their sources."""
    kept = list(rows)
    return cell(map(words, kept), (row.source for row in kept))
