"""How often a student file was saved, and in which place each time.

The work of a student whose home is on a network lives in several places at once: a working file
on each computer and one copy in the home folder. Each counts the saves that it has seen, by the
place where they were made. Of two copies, the one that has seen all saves of the other is newer;
where each has seen some that the other has not, both moved on. No clock is asked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

HERE = "here"
"""The place of a file that has no copy elsewhere."""

_COUNT = """
    INSERT INTO revision (place, saves) VALUES (?, 1)
    ON CONFLICT (place) DO UPDATE SET saves = saves + 1
"""
_PUT = """
    INSERT INTO revision (place, saves) VALUES (?, ?)
    ON CONFLICT (place) DO UPDATE SET saves = max(saves, excluded.saves)
"""


class Order(Enum):
    """What one revision is to another."""

    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    FORKED = "forked"
    """Each has seen saves that the other has not."""


class Revision:
    """The saves that a file has seen, by place."""

    def __init__(self, saves: Mapping[str, int] | None = None) -> None:
        self.saves: Mapping[str, int] = MappingProxyType(dict(saves or {}))

    @property
    def number(self) -> int:
        """All saves together; grows with each of them."""
        return sum(self.saves.values())

    def compared_to(self, other: Revision) -> Order:
        """Return what this revision is to ``other``."""
        more = any(count > other.saves.get(place, 0) for place, count in self.saves.items())
        less = any(count > self.saves.get(place, 0) for place, count in other.saves.items())
        if more and less:
            return Order.FORKED
        if more:
            return Order.NEWER
        return Order.OLDER if less else Order.SAME


def read_revision(db: sqlite3.Connection) -> Revision:
    """Return the revision of the file in ``db``."""
    return Revision(dict(db.execute("SELECT place, saves FROM revision").fetchall()))


def count_save(db: sqlite3.Connection, place: str) -> None:
    """Count one save at ``place``, within the transaction that saves."""
    db.execute(_COUNT, (place,))


def witness(seen: Revision) -> list[tuple[str, tuple[object, ...]]]:
    """Return the statements that write down that all saves of ``seen`` are known here."""
    return [(_PUT, pair) for pair in seen.saves.items()]
