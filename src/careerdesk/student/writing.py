"""One save: one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from careerdesk.student.content import read_content
from careerdesk.student.records import Content
from careerdesk.student.revision import Revision, count_save, read_revision, witness
from careerdesk.student.statements import Statement


class Held(NamedTuple):
    """What a student file holds, and which saves it has seen."""

    content: Content
    revision: Revision


def read(db: sqlite3.Connection) -> Held:
    """Return what ``db`` holds; raises ``sqlite3.Error`` or ``ValueError`` when it cannot."""
    return Held(read_content(db), read_revision(db))


def write(
    db: sqlite3.Connection,
    before: Held,
    statements: Iterable[Statement],
    *,
    place: str | None,
    seen: Revision | None = None,
) -> Held:
    """Run ``statements`` as one transaction and return what the file holds after it.

    It is counted as a save at ``place``, if there is one; ``seen`` are saves elsewhere that are
    known here from now on. What changes nothing is not written.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        for statement in statements:
            db.execute(*statement)
        after = read_content(db)
        if after == before.content and seen is None:
            db.execute("ROLLBACK")
            return before
        for statement in witness(seen) if seen else ():
            db.execute(*statement)
        if place is not None:
            count_save(db, place)
        held = Held(after, read_revision(db))
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
    return held
