"""One save: one transaction.

Each save leaves a checksum of all that is in the file. SQLite finds a page that is broken, but not
a letter that has changed on a failing disk; with the sum, neither is shown as a student's work.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

from careerdesk.student.content import read_content
from careerdesk.student.records import Content
from careerdesk.student.revision import Revision, count_save, read_revision, witness
from careerdesk.student.statements import Statement


class Held(NamedTuple):
    """What a student file holds, and which saves it has seen."""

    content: Content
    revision: Revision


def read(db: sqlite3.Connection) -> Held:
    """Return what ``db`` holds.

    Raises:
        sqlite3.Error, ValueError: when that cannot be read, or is not what was written.
    """
    held = Held(read_content(db), read_revision(db))
    ((kept,),) = db.execute("SELECT checksum FROM about").fetchall()
    try:
        found = checksum(held)
    except TypeError as error:
        raise ValueError("something is no text that should be") from error
    if kept is not None and kept != found:
        raise ValueError("the file does not hold what was written to it")
    return held


def checksum(held: Held) -> int:
    """Return a number that is another one when anything in ``held`` is."""
    content, revision = held
    words: list[str] = []
    for item in content.shortlist:
        words += (item.role_id, item.title.en, item.title.ms, item.note, item.why, item.added_at)
    for _, mark in sorted(content.skill_marks.items()):
        words += (mark.skill_id, mark.name.en, mark.name.ms, mark.state, mark.proof)
        words.append(mark.changed_at)
    for _, said in sorted(content.answers.items()):
        words += (said.question_id, str(said.points), said.changed_at)
    for pair in sorted(content.preferences.items()):
        words += pair
    words += (f"{place} {saves}" for place, saves in sorted(revision.saves.items()))
    # Nothing that is kept holds a NUL, so no two contents read alike.
    return crc32("\0".join(words).encode())


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
        db.execute("UPDATE about SET checksum = ?", (checksum(held),))
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")
    return held
