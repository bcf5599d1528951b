"""A student file as a power cut leaves it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path


def cut_off_a_save(path: Path) -> Path:
    """Leave the file as a power cut leaves it within a large save; return its journal."""
    journal = path.with_name("student.sqlite-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN")
        for number in range(30):
            db.execute("INSERT INTO preference VALUES (?, ?)", (f"key-{number}", "x" * 4000))
        halfway = path.read_bytes(), journal.read_bytes()
        db.execute("ROLLBACK")
    assert halfway[0] != path.read_bytes()
    path.write_bytes(halfway[0])
    journal.write_bytes(halfway[1])
    return journal
