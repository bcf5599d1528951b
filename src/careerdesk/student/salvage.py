"""Reading what can still be read in a damaged student file, on a copy of it in memory."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from careerdesk.student.content import EMPTY, read_content
from careerdesk.student.records import Content
from careerdesk.student.schema import SCHEMA, create
from careerdesk.student.statements import clean

_ROWS_LIMIT = 10_000
_TABLES = {
    "shortlist": "role_id, position, title_en, title_ms, note, why, added_at",
    "skill_mark": "skill_id, name_en, name_ms, state, proof, changed_at",
    "answer": "question_id, points, changed_at",
    "preference": "key, value",
}


def salvage(path: Path) -> Content:
    """Return the rows of the file at ``path`` that are still whole; the file is not touched.

    Each table is read until it breaks off, and a row counts only if a sound file could hold it.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return EMPTY
    if not data:
        return EMPTY
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as good:
        create(good, SCHEMA)
        with (
            contextlib.suppress(sqlite3.Error, ValueError),
            closing(sqlite3.connect(":memory:")) as bad,
        ):
            bad.text_factory = lambda text: clean(text.decode("utf-8", "replace"))
            bad.deserialize(data)
            bad.execute("PRAGMA trusted_schema = OFF")
            for table, columns in _TABLES.items():
                for row in _rows(bad, table, columns):
                    marks = ", ".join("?" * len(row))
                    with contextlib.suppress(sqlite3.Error, ValueError):
                        good.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row)
        return read_content(good)


def _rows(db: sqlite3.Connection, table: str, columns: str) -> Iterator[tuple[object, ...]]:
    with contextlib.suppress(sqlite3.Error, ValueError, OverflowError):
        yield from islice(db.execute(f"SELECT {columns} FROM {table}"), _ROWS_LIMIT)
