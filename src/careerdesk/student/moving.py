"""A guest's work on its way to a profile.

It is copied there before it is cleared here. A program that was killed in between has told nobody
the code of the copy, so that nobody could open it, or erase it; whoever opens the guest's file next
takes it away.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from careerdesk.errors import CareerdeskError
from careerdesk.files import write_whole
from careerdesk.student.file import StudentFile
from careerdesk.student.folder import FILE_NAME, MOVING_NAME, PRIVATE_FILE, PROFILES_NAME
from careerdesk.student.reading import read_bytes
from careerdesk.student.traces import wipe_tree

_ID_LIMIT = 64


def begin(root: Path, profile_id: str) -> None:
    """Write down that the guest's work moves to a profile.

    Raises:
        WriteProblem: when it cannot be written.
    """
    write_whole(root / MOVING_NAME, profile_id.encode(), mode=PRIVATE_FILE)


def end(root: Path) -> None:
    """Write down that it has moved, or stays."""
    with contextlib.suppress(OSError):
        (root / MOVING_NAME).unlink(missing_ok=True)


def settle(guest: StudentFile, home: Path | None) -> None:
    """Take away the copy that a killed program left, if it is what ``guest`` still has."""
    if guest.path is None:
        return
    root = guest.path.parent
    with contextlib.suppress(CareerdeskError, OSError, UnicodeError):
        with (root / MOVING_NAME).open(encoding="ascii") as file:
            name = file.read(_ID_LIMIT)
        copy = root / PROFILES_NAME / name / FILE_NAME
        if name.isalnum() and copy.exists() and _holds(copy, guest):
            for place in (root, home):
                if place is not None:
                    wipe_tree(place / PROFILES_NAME / name)
        end(root)


def _holds(copy: Path, guest: StudentFile) -> bool:
    return read_bytes(copy.read_bytes(), copy).content == guest.content
