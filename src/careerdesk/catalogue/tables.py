"""The tables of a catalogue file, made from the record classes.

There is one table per shared record class and one per section of a role. A row carries its
``position``, so that everything comes out in the order in which it was written.
"""

from __future__ import annotations

import typing
from dataclasses import dataclass
from functools import cache

from careerdesk.catalogue import shared
from careerdesk.catalogue.columns import Column, columns
from careerdesk.catalogue.facets import Facets
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.schema import FACETS, SECTIONS, SHARED_TABLES

REFERENCES = frozenset((*SHARED_TABLES, "role"))
"""Columns that hold the id of a record; the table that it is in has the same name."""

_POSITION = Column("position", int, required=True)
_ROLE_ID = Column("role_id", str, required=True)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: what its rows are, and its keys."""

    name: str
    record: type
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def references(self) -> dict[str, str]:
        """The columns that hold an id, and the table that it is in."""
        ids = {column.name: column.name for column in self.columns if column.name in REFERENCES}
        return {_ROLE_ID.name: "role", **ids} if _ROLE_ID in self.columns else ids


@cache
def shared_tables() -> tuple[Table, ...]:
    """Return the tables of the shared records, in the order of :data:`SHARED_TABLES`."""
    return tuple(
        Table(name, record, (*columns(record), _POSITION), ("id",))
        for name in SHARED_TABLES
        for record in [getattr(shared, name.capitalize())]
    )


@cache
def role_table() -> Table:
    """Return the table of what a role has outside its sections."""
    return Table("role", Role, (*columns(Role, without=SECTIONS), _POSITION), ("id",))


@cache
def facets_table() -> Table:
    """Return the table of facets; the position is that of the role."""
    return Table(FACETS, Facets, (*columns(Facets), _POSITION), ("role",))


@cache
def section_tables() -> tuple[Table, ...]:
    """Return the tables of a role's sections, in the order of :data:`SECTIONS`."""
    hints = typing.get_type_hints(Role)
    return tuple(
        Table(
            f"role_{section}",
            record,
            (_ROLE_ID, _POSITION, *columns(record)),
            (_ROLE_ID.name, _POSITION.name),
        )
        for section in SECTIONS
        for record in [typing.get_args(hints[section])[0]]
    )
