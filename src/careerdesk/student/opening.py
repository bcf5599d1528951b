"""Opening a student file, so that it is ours alone, sound and up to date."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from careerdesk.files import reason_for, refuse_all_but_files
from careerdesk.student.folder import (
    ASK_NAME,
    GONE_NAME,
    close_to_others,
    identity_of,
    prepare_file,
)
from careerdesk.student.lock import LockFile
from careerdesk.student.problems import (
    DamagedStudentFile,
    NoPlaceToSave,
    reason_of,
    says_damaged,
    says_in_use,
)
from careerdesk.student.schema import Schema, create, glance, identify
from careerdesk.student.upgrade import is_sound, upgrade

_PATIENCE = 0.2
"""Seconds to wait for another connection's lock."""

_HEADER = 512
"""Bytes of the smallest page that a database can have."""
_MAGIC = b"SQLite format 3"
_MODES = slice(18, 20)
_ROLLBACK = 1
"""Where a file says how it is written and read, and what ours say."""

open_here: set[tuple[int, int]] = set()
"""The student files that this process has open. To look into one of them by another way, and close
it again, would free SQLite's lock on it: that is how POSIX has it."""

_SETTINGS = """
    PRAGMA journal_mode = TRUNCATE;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA secure_delete = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA temp_store = MEMORY;
"""
"""TRUNCATE with FULL loses no acknowledged save in a power cut; DELETE, SQLite's default, does."""


def open_file(path: Path, lock: LockFile, schema: Schema) -> sqlite3.Connection:
    """Return the one connection to the student file at ``path``, made or upgraded as needed.

    Raises:
        StudentFileInUse, NewerStudentFile, NotAStudentFile, DamagedStudentFile, UpgradeProblem,
        NoPlaceToSave: the file is then as it was, and free.
    """
    try:
        refuse_all_but_files(path)
    except OSError as error:
        raise NoPlaceToSave(folder=str(path.parent), reason=reason_for(error)) from error
    lock.refuse_second_holder()
    if identity_of(path) in open_here:
        raise lock.in_use()
    seen = glance(path)
    if seen is not None:
        seen.refuse_unless_ours(path, schema)
    _refuse_false_header(path)
    prepare_file(path)
    with _worded(path, lock):
        db = _hold(path)
        try:
            lock.refuse_second_holder()
            lock.take()
            # What was asked of a holder who is gone is not asked of us, and what a wipe that was
            # cut off left is nobody's.
            for name in (ASK_NAME, GONE_NAME):
                with suppress(OSError):
                    path.with_name(name).unlink()
            _make_ready(db, path, schema)
            if identify(db).version < schema.version:
                upgrade(db, path, schema)
                db = _hold(path)
                _make_ready(db, path, schema)
        except BaseException:
            lock.release()
            db.close()
            raise
    return db


def _refuse_false_header(path: Path) -> None:
    """Raise ``DamagedStudentFile`` for a header that SQLite would believe, to the file's harm.

    It takes the stump of a file for a new one and fills it. And where a header asks for files
    beside it that we never make, it waits for locks that nobody holds, and leaves them behind.
    """
    with suppress(OSError), path.open("rb") as file:
        header = file.read(_HEADER)
        is_stump = 0 < len(header) < _HEADER
        is_sqlite = header.startswith(_MAGIC)
        if is_stump or (is_sqlite and set(header[_MODES]) != {_ROLLBACK}):
            raise DamagedStudentFile(path=str(path))


def open_memory(schema: Schema) -> sqlite3.Connection:
    """Return a connection to a new student file that is nowhere on disk."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    create(db, schema)
    return db


def _hold(path: Path) -> sqlite3.Connection:
    """Connect and take SQLite's exclusive lock, which is kept until the connection closes."""
    db = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    try:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return db


def _make_ready(db: sqlite3.Connection, path: Path, schema: Schema) -> None:
    """Check what ``db`` is, set it up, and fill it if it is new."""
    identity = identify(db)
    identity.refuse_unless_ours(path, schema)
    close_to_others(path)
    db.executescript(_SETTINGS)
    if identity.is_empty:
        create(db, schema)
    elif not is_sound(db):
        raise DamagedStudentFile(path=str(path))


@contextmanager
def _worded(path: Path, lock: LockFile) -> Iterator[None]:
    """Turn SQLite's errors into ours."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        if says_in_use(error):
            raise lock.in_use() from error
        if says_damaged(error):
            raise DamagedStudentFile(path=str(path)) from error
        reason = reason_of(error, path.parent)
        raise NoPlaceToSave(folder=str(path.parent), reason=reason) from error
