"""The tables of a student file, its version numbers, and how they change.

Two numbers tell programs and files apart. ``user_version`` says what a file is. ``min_reader``,
in the table ``about``, says which schema a program must know at least to read and save it.
A program opens what is newer than itself when ``min_reader`` allows it, so it must name the
columns it writes and must never rewrite a row that it only wants to change.

To change the schema, in one commit:

1. write a step: a function that takes a ``sqlite_utils.Database`` of the version before and
   alters it; append it to ``SCHEMA.steps`` and raise ``SCHEMA.version`` by one;
2. make the same change in ``SCHEMA.tables``, from which new files are made. An upgraded file and
   a new one must have the same tables; the upgrade checks it and so does a test;
3. raise ``SCHEMA.min_reader`` only if programs of the version before would misread or spoil
   such a file. A new column with a default, or a new table, does not need it;
4. ``about.checksum`` is taken over what version 2 reads (:mod:`writing`). A program that sums up
   more than that needs a column of its own, or a new ``min_reader``;
5. keep a file of the version before as a dump in ``tests/student/golden/``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from careerdesk.files import file_address
from careerdesk.student.problems import DamagedStudentFile, NewerStudentFile, NotAStudentFile

if TYPE_CHECKING:
    from sqlite_utils import Database

    Step = Callable[[Database], None]

APPLICATION_ID = 0x43445374
"""“CDSt” in the header of every student file."""


class Schema(NamedTuple):
    """What a program makes and knows."""

    version: int
    min_reader: int
    tables: str
    """SQL that makes all tables of a new file."""
    steps: tuple[Step, ...] = ()
    """``steps[0]`` leads from version 1 to version 2, and so on."""


def _add_answers_and_revision(db: Database) -> None:
    """Answers about interests, how often each place has saved, and a sum over all of it.

    Earlier programs would neither count their saves nor sum them up, so none may open such a file.
    """
    db.execute(_ANSWER)
    db.execute(_REVISION)
    db.execute("INSERT INTO revision (place, saves) VALUES ('earlier', 1)")
    db.execute("ALTER TABLE about ADD COLUMN checksum INTEGER")


_ANSWER = """
        CREATE TABLE answer (
            question_id TEXT PRIMARY KEY NOT NULL,
            points INTEGER NOT NULL CHECK (points BETWEEN 1 AND 5),
            changed_at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
"""
_REVISION = """
        CREATE TABLE revision (
            place TEXT PRIMARY KEY NOT NULL,
            saves INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
"""

SCHEMA = Schema(
    version=2,
    min_reader=2,
    steps=(_add_answers_and_revision,),
    tables=f"""
        CREATE TABLE about (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            min_reader INTEGER NOT NULL,
            checksum INTEGER
        ) STRICT;
        CREATE TABLE shortlist (
            role_id TEXT PRIMARY KEY NOT NULL,
            position INTEGER NOT NULL,
            title_en TEXT NOT NULL,
            title_ms TEXT NOT NULL,
            note TEXT NOT NULL DEFAULT '',
            why TEXT NOT NULL DEFAULT '',
            added_at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE skill_mark (
            skill_id TEXT PRIMARY KEY NOT NULL,
            name_en TEXT NOT NULL,
            name_ms TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ('not_yet', 'learning', 'have')),
            proof TEXT NOT NULL DEFAULT '',
            changed_at TEXT NOT NULL
        ) STRICT;
        CREATE TABLE preference (
            key TEXT PRIMARY KEY NOT NULL,
            value TEXT NOT NULL
        ) STRICT;
        {_ANSWER}
        {_REVISION}
    """,
)


_OURS = {"about", "shortlist", "skill_mark", "preference"}
"""Tables that every student file has had from the first."""


class Identity(NamedTuple):
    """What a database says it is."""

    application_id: int
    version: int
    min_reader: int | None
    """None where the file has none."""
    is_empty: bool
    """Whether it is a file that was begun and never filled."""
    has_our_tables: bool
    """Whether it holds what only our files hold, whatever its header says."""

    def refuse_unless_ours(self, path: Path, schema: Schema) -> None:
        """Raise the fitting error when this program must leave the file alone."""
        if self.is_empty:
            return
        is_named_ours = self.application_id == APPLICATION_ID
        if not is_named_ours and not self.has_our_tables:
            raise NotAStudentFile(path=str(path))
        needed = self.version if self.min_reader is None else self.min_reader
        is_whole = is_named_ours and self.has_our_tables and isinstance(needed, int)
        if not is_whole or not 1 <= needed <= self.version:
            raise DamagedStudentFile(path=str(path))
        if needed > schema.version:
            raise NewerStudentFile(path=str(path))


def identify(db: sqlite3.Connection) -> Identity:
    """Return what ``db`` is; raises ``sqlite3.Error`` when it cannot be read."""
    (application_id,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master").fetchall()}
    rows = db.execute("SELECT min_reader FROM about").fetchall() if "about" in tables else []
    return Identity(
        application_id=application_id,
        version=version,
        min_reader=rows[0][0] if rows else None,
        is_empty=not (application_id or version or tables),
        has_our_tables=tables >= _OURS,
    )


def glance(path: Path) -> Identity | None:
    """Return what the file is without locking or touching it; None when that cannot be told.

    The glance sees neither locks nor a journal, so what it does not understand may still be
    sound: opening the file properly decides that.
    """
    try:
        db = sqlite3.connect(f"{file_address(path)}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error:
        return None
    try:
        return identify(db)
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    finally:
        db.close()


def create(db: sqlite3.Connection, schema: Schema) -> None:
    """Make all tables of ``schema`` in the empty ``db``, wholly or not at all."""
    db.executescript(
        f"""
        BEGIN IMMEDIATE;
        {schema.tables}
        INSERT INTO about (id, min_reader) VALUES (1, {schema.min_reader});
        PRAGMA application_id = {APPLICATION_ID};
        PRAGMA user_version = {schema.version};
        COMMIT;
        """
    )
