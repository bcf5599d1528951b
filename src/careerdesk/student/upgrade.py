"""Bringing a student file from an earlier program up to date.

The work is done on a copy in memory that is checked before and after. Only a copy that is whole
takes the place of the file, in one step; until then the file is as it was, so an upgrade that is
cut off at any moment is simply done again at the next start. What the file was before stays
beside it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from careerdesk.errors import WriteProblem
from careerdesk.files import OTHER_REASON, write_whole
from careerdesk.student.folder import PRIVATE_FILE
from careerdesk.student.problems import DamagedStudentFile, UpgradeProblem
from careerdesk.student.schema import Schema, create, identify


def copy_before(path: Path, schema: Schema) -> Path:
    """Return where the upgrade to ``schema`` keeps what the file at ``path`` was before."""
    return path.with_name(f"{path.stem}-before-v{schema.version}{path.suffix}")


def upgrade(db: sqlite3.Connection, path: Path, schema: Schema) -> None:
    """Replace the file at ``path``, open in ``db``, by one that follows ``schema``.

    ``db`` is closed when the file is replaced, because Windows replaces no open file.

    Raises:
        DamagedStudentFile: when the file is not sound to begin with.
        UpgradeProblem: when anything else fails; the file is then unchanged.
    """
    with _worded(path), closing(sqlite3.connect(":memory:")) as copy:
        copy.execute("PRAGMA secure_delete = ON")
        db.backup(copy)
        if not is_sound(copy):
            raise DamagedStudentFile(path=str(path))
        _clear_leftovers(path)
        write_whole(copy_before(path, schema), copy.serialize(), mode=PRIVATE_FILE)
        migrate(copy, schema)
        _check_whole(copy, schema)
        content = copy.serialize()
        db.close()
        write_whole(path, content, mode=PRIVATE_FILE)


def is_sound(db: sqlite3.Connection) -> bool:
    """Tell whether SQLite finds no fault in the pages, rows and constraints of ``db``."""
    return db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@contextmanager
def _worded(path: Path) -> Iterator[None]:
    """Turn whatever stops an upgrade into an error that says the file is unchanged."""
    try:
        yield
    except DamagedStudentFile:
        raise
    except WriteProblem as error:
        raise UpgradeProblem(path=str(path), reason=error.values["reason"]) from error
    except Exception as error:
        raise UpgradeProblem(path=str(path), reason=OTHER_REASON) from error


def _clear_leftovers(path: Path) -> None:
    """Remove the half-written files of an upgrade that was cut off; they hold a student's words."""
    for leftover in path.parent.glob(f".{path.stem}*{path.suffix}.*"):
        leftover.unlink(missing_ok=True)


def migrate(copy: sqlite3.Connection, schema: Schema) -> None:
    """Take the steps that ``copy`` lacks, and stamp it last.

    ``user_version`` alone decides which steps those are: a file that was made at version 2 has
    no record of ever having taken the step that leads there.
    """
    from sqlite_utils import Database
    from sqlite_utils.migrations import Migrations

    done = identify(copy).version - 1
    migrations = Migrations("careerdesk.student")
    for number, step in enumerate(schema.steps[done:], start=done + 2):
        migrations(name=f"v{number}")(step)
    migrations.apply(Database(copy, execute_plugins=False))
    with copy:
        copy.execute("UPDATE about SET min_reader = ?", (schema.min_reader,))
    copy.execute(f"PRAGMA user_version = {schema.version}")


def _check_whole(copy: sqlite3.Connection, schema: Schema) -> None:
    """Raise ``ValueError`` unless ``copy`` is sound and has the tables of a new file."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        create(fresh, schema)
        expected = shape(fresh)
    if not is_sound(copy) or shape(copy) != expected:
        raise ValueError("the upgraded copy is not what a new file would be")


def shape(db: sqlite3.Connection) -> dict[str, set[tuple[object, ...]]]:
    """Return the columns of each of our tables: name, type, null, default, key."""
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        name: {row[1:] for row in db.execute(f"PRAGMA table_info({name})").fetchall()}
        for name in names
        if not name.startswith(("sqlite_", "_sqlite_"))
    }
