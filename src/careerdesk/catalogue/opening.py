"""Opens a catalogue file so that nothing in it can do more than be read.

A damaged file, or one made to do harm, ends in one of the sentences of
:mod:`careerdesk.catalogue.errors`. The checks here are those that cost next to nothing; a file
that passes may still be damaged further in, and says so when that part is read.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from careerdesk.catalogue.errors import (
    CatalogueDamaged,
    CatalogueMissing,
    CatalogueTooNew,
    CatalogueTooOld,
    CatalogueUnreadable,
    NotACatalogue,
)
from careerdesk.catalogue.schema import APPLICATION_ID, SCHEMA, TABLES
from careerdesk.errors import N_
from careerdesk.files import REASONS_TO_READ, file_address

_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100
_PAGE_SIZE = slice(16, 18)
_PAGES = slice(28, 32)
_USER_VERSION = slice(60, 64)
_APPLICATION_ID = slice(68, 72)
_FILE_FORMATS = slice(18, 20)
_NO_WAL = b"\x01\x01"

_PRAGMAS = (
    "PRAGMA query_only = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
)

_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, 4_000_000),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 100),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 100),
    (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
)

_FUNCTIONS = frozenset(("count",))

_OTHER_REASON = N_("the computer does not hand it out.")

_SYSTEM_FAULTS = frozenset(
    (
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_NOMEM,
    )
)
"""What SQLite reports when the computer, not the file, is at fault."""


def open_read_only(path: Path) -> sqlite3.Connection:
    """Return a connection to the catalogue at ``path``; only this thread may use it.

    Raises:
        CatalogueProblem: one of its kinds, when the file is missing, cannot be read, is damaged,
            is something else, or is made for another version of the program.
    """
    _check_header(path)
    connection: sqlite3.Connection | None = None
    try:
        with reading(path):
            connection = sqlite3.connect(f"{file_address(path)}?mode=ro&immutable=1", uri=True)
            _harden(connection)
            _check_tables(connection)
    except BaseException:
        if connection is not None:
            connection.close()
        raise
    return connection


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever a damaged file makes of a read into the sentence about ``path``.

    SQLite notices most damage itself; the rest shows as text that is not UTF-8, as a value of the
    wrong type, or as JSON that does not parse.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _SYSTEM_FAULTS:
            raise _unreadable(path, errno.EIO) from error
        raise CatalogueDamaged(path=path) from error
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError) as error:
        raise CatalogueDamaged(path=path) from error


def _check_header(path: Path) -> None:
    """Refuse, before SQLite sees it, what says of itself that it is no catalogue of ours."""
    header, size = _read_header(path)
    if not header.startswith(_MAGIC[: len(header)]):
        raise NotACatalogue(path=path)
    if len(header) < _HEADER_SIZE:
        raise CatalogueDamaged(path=path)
    if _number(header, _APPLICATION_ID) != APPLICATION_ID:
        raise NotACatalogue(path=path)
    found = _number(header, _USER_VERSION)
    if found != SCHEMA:
        raise (CatalogueTooNew if found > SCHEMA else CatalogueTooOld)(
            path=path, found=found, known=SCHEMA
        )
    whole = _number(header, _PAGE_SIZE) * _number(header, _PAGES)
    if header[_FILE_FORMATS] != _NO_WAL or size != whole:
        raise CatalogueDamaged(path=path)


def _number(header: bytes, place: slice) -> int:
    return int.from_bytes(header[place], "big")


def _read_header(path: Path) -> tuple[bytes, int]:
    """Return the first bytes of the file, and its size."""
    try:
        with path.open("rb") as file:
            return file.read(_HEADER_SIZE), os.fstat(file.fileno()).st_size
    except (FileNotFoundError, NotADirectoryError) as error:
        raise CatalogueMissing(path=path) from error
    except OSError as error:
        # Not path.is_dir(), which raises for a folder that this account may not look into.
        code = errno.EISDIR if os.path.isdir(path) else error.errno  # noqa: PTH112
        raise _unreadable(path, code) from error


def _unreadable(path: Path, code: int | None) -> CatalogueUnreadable:
    return CatalogueUnreadable(path=path, reason=REASONS_TO_READ.get(code or 0, _OTHER_REASON))


def _harden(connection: sqlite3.Connection) -> None:
    for limit, value in _LIMITS:
        connection.setlimit(limit, value)
    for pragma in _PRAGMAS:
        connection.execute(pragma)
    connection.set_authorizer(_authorise)


def _authorise(action: int, _first: str | None, second: str | None, *_: str | None) -> int:
    """Allow reading, and the functions that our own questions use."""
    allowed = action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ) or (
        action == sqlite3.SQLITE_FUNCTION and second in _FUNCTIONS
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY


def _check_tables(connection: sqlite3.Connection) -> None:
    """Raise ValueError unless there are exactly our tables, and nothing else but indexes."""
    tables: dict[str, str] = {}
    for kind, name, sql in connection.execute("SELECT type, name, sql FROM sqlite_master"):
        if kind == "table":
            tables[name] = sql
        elif kind != "index":
            raise ValueError(f"there is a {kind} called {name}")
    if tables.keys() != TABLES:
        raise ValueError(f"these tables are missing or foreign: {tables.keys() ^ TABLES}")
    for name, sql in tables.items():
        if not sql.startswith("CREATE TABLE"):
            raise ValueError(f"{name} is no ordinary table")
