"""Reads whole roles and the shared records from an open catalogue.

This brings all record classes in; the store imports it when the first role is asked for.
"""

from __future__ import annotations

from functools import cache
from sqlite3 import Connection
from typing import Any

from careerdesk.catalogue.columns import columns, read
from careerdesk.catalogue.facets import Facets
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.schema import SECTIONS
from careerdesk.catalogue.shared import Shared
from careerdesk.catalogue.tables import (
    Table,
    facets_table,
    role_table,
    section_tables,
    shared_tables,
)


def read_role(connection: Connection, role_id: str) -> Role | None:
    """Return the role with all its sections, or None when there is no such role."""
    row = connection.execute(_select_role(), (role_id,)).fetchone()
    if row is None:
        return None
    sections = {
        section: tuple(read(record, row) for row in connection.execute(select, (role_id,)))
        for section, record, select in _section_selects()
    }
    return read(Role, row, **sections)


def read_shared(connection: Connection) -> Shared:
    """Return all shared records, each kind in the order in which it was written."""
    return Shared(**{f"{table.name}s": _by_id(connection, table) for table in shared_tables()})


def read_facets(connection: Connection) -> dict[str, Facets]:
    """Return the facets of every role that is not retired, by id, by English title."""
    select = _select(Facets, facets_table())
    current = "role IN (SELECT id FROM role WHERE retired_on IS NULL)"
    rows = connection.execute(f"{select} WHERE {current} ORDER BY position")
    return {facets.role: facets for facets in (read(Facets, row) for row in rows)}


def read_uses(connection: Connection, section: str, column: str, key: str) -> dict[str, Any]:
    """Return the records of ``section`` whose ``column`` is ``key``, by role id.

    They come by English title; retired roles are left out.
    """
    table = next(table for table in section_tables() if table.name == f"role_{section}")
    names = ", ".join(f'"{table.name}"."{column.name}"' for column in columns(table.record))
    rows = connection.execute(
        f'SELECT role_id, {names} FROM "{table.name}" JOIN role ON role.id = role_id '
        f'WHERE "{table.name}"."{column}" = ? AND retired_on IS NULL ORDER BY role.position',
        (key,),
    )
    return {role_id: read(table.record, row) for role_id, *row in rows}


def read_skills_used(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Return the ids of the skills that each role uses, by role id; retired roles are left out."""
    used: dict[str, list[str]] = {}
    for role_id, skill in connection.execute(
        "SELECT role_id, skill FROM role_skills JOIN role ON role.id = role_id "
        "WHERE retired_on IS NULL ORDER BY role.position, role_skills.position"
    ):
        used.setdefault(role_id, []).append(skill)
    return {role_id: tuple(skills) for role_id, skills in used.items()}


def _by_id(connection: Connection, table: Table) -> dict[str, Any]:
    rows = connection.execute(f"{_select(table.record, table)} ORDER BY position")
    records: list[Any] = [read(table.record, row) for row in rows]
    return {record.id: record for record in records}


@cache
def _select_role() -> str:
    return f"{_select(Role, role_table(), without=SECTIONS)} WHERE id = ?"


@cache
def _section_selects() -> tuple[tuple[str, type[Any], str], ...]:
    return tuple(
        (
            section,
            table.record,
            f"{_select(table.record, table)} WHERE role_id = ? ORDER BY position",
        )
        for section, table in zip(SECTIONS, section_tables(), strict=True)
    )


def _select(record: type, table: Table, *, without: tuple[str, ...] = ()) -> str:
    names = ", ".join(f'"{column.name}"' for column in columns(record, without=without))
    return f'SELECT {names} FROM "{table.name}"'
