"""Reading a whole student file that is not open: a backup, or the copy in a home folder."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from careerdesk.errors import CareerdeskError
from careerdesk.student.problems import DamagedStudentFile
from careerdesk.student.records import Content, Counts
from careerdesk.student.revision import Revision
from careerdesk.student.schema import SCHEMA, identify
from careerdesk.student.upgrade import is_sound, migrate
from careerdesk.student.writing import read

_WAL = 2
_MODES = slice(18, 20)
"""Where the header of a file says how it was written; a WAL file cannot be read from memory."""


class Reading(NamedTuple):
    """What a student file holds that was read as a whole."""

    content: Content
    revision: Revision

    @property
    def counts(self) -> Counts:
        """How much work it holds."""
        return Counts.of(self.content)


def read_bytes(data: bytes, path: Path) -> Reading:
    """Return what ``data``, the bytes of the file at ``path``, holds; the file is not touched.

    Raises:
        DamagedStudentFile, NotAStudentFile, NewerStudentFile: when that is nothing of ours.
    """
    try:
        if not data or _WAL in data[_MODES]:
            raise DamagedStudentFile(path=str(path))
        with closing(sqlite3.connect(":memory:")) as db:
            db.execute("PRAGMA trusted_schema = OFF")
            db.execute("PRAGMA cell_size_check = ON")
            db.deserialize(data)
            identity = identify(db)
            identity.refuse_unless_ours(path, SCHEMA)
            if identity.is_empty or not is_sound(db):
                raise DamagedStudentFile(path=str(path))
            if identity.version < SCHEMA.version:
                migrate(db, SCHEMA)
            return Reading(*read(db))
    except CareerdeskError:
        raise
    except (sqlite3.Error, ValueError, OverflowError) as error:
        raise DamagedStudentFile(path=str(path)) from error
