"""Builds the catalogue file from content that has been read and checked.

The same content gives the same bytes, on any day, in any folder. The file is made in memory and
written in one step, so that a build that fails leaves the catalogue that stood there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerdesk.authoring import index
from careerdesk.authoring.content import Content
from careerdesk.authoring.derive import facets_of
from careerdesk.catalogue.columns import Column, Value, write
from careerdesk.catalogue.facets import Facets
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.schema import (
    APPLICATION_ID,
    SCHEMA,
    SECTIONS,
)
from careerdesk.catalogue.tables import (
    Table,
    facets_table,
    role_table,
    section_tables,
    shared_tables,
)
from careerdesk.catalogue.words import words
from careerdesk.errors import N_, CareerdeskError
from careerdesk.files import write_whole

if TYPE_CHECKING:
    from sqlite_utils import Database

_PAGE_SIZE = 4096

_EDITION_COLUMNS = (
    Column("edition", int, required=True),
    Column("published_on", str, required=True),
    Column("roles", int, required=True),
    Column("retired_roles", int, required=True),
    Column("sources", int, required=True),
)


class UnsoundContent(CareerdeskError):
    """The content does not make a sound catalogue; the checker would have said where."""

    sentence = N_(
        "The catalogue was not built, because its content is not sound: {problem}. "
        "Run “careerdesk catalogue check” to see where; nothing was changed."
    )


def build(content: Content, path: Path) -> None:
    """Write the catalogue of ``content`` to ``path``, whole or not at all.

    Raises:
        UnsoundContent: when a record points to one that is not there, or an id is there twice.
        WriteProblem: when the file cannot be written.
    """
    write_whole(path, catalogue_bytes(content))


def catalogue_bytes(content: Content) -> bytes:
    """Return the catalogue of ``content`` as the bytes of its file; raises as :func:`build`."""
    import sqlite3

    from sqlite_utils import Database

    with Database(memory=True, strict=True) as db:
        db.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {SCHEMA}")
        try:
            _fill(db, content)
        except sqlite3.IntegrityError as error:
            raise UnsoundContent(problem=str(error)) from error
        _check(db)
        db.vacuum()
        content_bytes: bytes = db.conn.serialize()
        return content_bytes


def _fill(db: Database, content: Content) -> None:
    roles = sorted(content.roles, key=_by_english_title)
    facets = [facets_of(role, content.shared) for role in roles]
    _add_edition(db, content)
    for table in shared_tables():
        records = getattr(content.shared, f"{table.name}s").values()
        _add(db, table, _rows(records))
    _add(db, role_table(), _rows(roles, without=SECTIONS))
    for section, table in zip(SECTIONS, section_tables(), strict=True):
        _add(db, table, _section_rows(roles, section))
    _add(db, facets_table(), _rows(facets))
    db.table("role").create_index(["field", "retired_on"])
    db.table("role").create_index(["position"], unique=True)
    _add_index(db, content, roles, facets)


def _by_english_title(role: Role) -> tuple[list[str], str]:
    return words(role.title.en), role.id


def _rows(records: Iterable[object], without: tuple[str, ...] = ()) -> Iterator[dict[str, Value]]:
    for position, record in enumerate(records, start=1):
        yield {**write(record, without=without), "position": position}


def _section_rows(roles: list[Role], section: str) -> Iterator[dict[str, Value]]:
    for role in roles:
        for row in _rows(getattr(role, section)):
            yield {"role_id": role.id, **row}


def _add(db: Database, table: Table, rows: Iterator[dict[str, Value]]) -> None:
    _create(
        db,
        table.name,
        table.columns,
        pk=table.key if len(table.key) > 1 else table.key[0],
        foreign_keys=[(column, other, "id") for column, other in table.references.items()],
    )
    db.table(table.name).insert_all(rows)


def _create(db: Database, name: str, columns: tuple[Column, ...], **keys: Any) -> None:
    db.table(name).create(
        {column.name: column.type for column in columns},
        not_null=[column.name for column in columns if column.required],
        **keys,
    )


def _add_edition(db: Database, content: Content) -> None:
    retired = sum(role.retired_on is not None for role in content.roles)
    _create(db, "catalogue", _EDITION_COLUMNS, pk="edition")
    db.table("catalogue").insert(
        {
            "edition": content.edition,
            "published_on": content.published_on.isoformat(),
            "roles": len(content.roles) - retired,
            "retired_roles": retired,
            "sources": len(content.shared.sources),
        }
    )


def _add_index(db: Database, content: Content, roles: list[Role], facets: list[Facets]) -> None:
    for name, rows in index.rows(content, roles, facets):
        columns, key = index.TABLES[name]
        _create(db, name, columns, pk=key if len(key) > 1 else key[0])
        db.table(name).insert_all(rows)


def _check(db: Database) -> None:
    """Raise UnsoundContent when SQLite finds the file at fault."""
    astray = db.execute("PRAGMA foreign_key_check").fetchone()
    if astray is not None:
        table, row, parent, _ = astray
        raise UnsoundContent(problem=f"row {row} of {table} points to no {parent}")
    (result,) = db.execute("PRAGMA integrity_check").fetchone()
    if result != "ok":
        raise UnsoundContent(problem=result)
