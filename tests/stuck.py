"""A student file that can be read and not written, as on a stick whose switch is on lock."""

from __future__ import annotations

from careerdesk.student import StudentFile


def lock(student: StudentFile) -> None:
    """Let SQLite refuse whatever ``student`` saves from now on."""
    student._db.execute("PRAGMA query_only = ON")


def unlock(student: StudentFile) -> None:
    """Let ``student`` save again."""
    student._db.execute("PRAGMA query_only = OFF")
