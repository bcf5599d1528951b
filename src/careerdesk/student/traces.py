"""Every file that a student's work may have left in a folder of ours, and how it is taken away."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from careerdesk.files import reason_for
from careerdesk.student.folder import (
    ASK_NAME,
    BACKUPS_NAME,
    FILE_NAME,
    GONE_NAME,
    JOURNAL_NAME,
    LOCK_NAME,
    MIRROR_NAME,
    QUARANTINE_NAME,
)
from careerdesk.student.problems import EraseProblem

_BEGUN = (".student*", ".mirror*")
"""Files that were being written when the program or the computer was cut off."""
_BEGUN_PROFILES = "profiles/.new-*"
"""Profiles that were being made of a guest's work when that happened."""
BEFORE = "student-before-v*.sqlite"
_ZEROS = bytes(64 * 1024)


def copies(folder: Path) -> Iterator[Path]:
    """Return each file in ``folder`` that holds a student's words, but for the student file."""
    yield from cut_off(folder)
    for pattern in (BEFORE, MIRROR_NAME):
        yield from folder.glob(pattern)
    for place in _folders(folder):
        yield from (path for path in place.rglob("*") if not path.is_dir())


def cut_off(folder: Path) -> Iterator[Path]:
    """Return each file in ``folder`` that was begun for the student file and never finished."""
    for pattern in _BEGUN:
        yield from folder.glob(pattern)


def _folders(folder: Path) -> list[Path]:
    """Return each folder in ``folder`` of which all that is in it is a student's."""
    inner = [folder / name for name in (BACKUPS_NAME, QUARANTINE_NAME)]
    return [*inner, *folder.glob(_BEGUN_PROFILES)]


def wipe_copies(folder: Path) -> None:
    """Take away all but the student file itself.

    Raises:
        EraseProblem: when one of them stays; the others are gone all the same.
    """
    wipe_all(copies(folder))
    for place in _folders(folder):
        _remove_tree(place)


def wipe_student(folder: Path) -> None:
    """Take away a closed student file and all that belongs to it; other files stay.

    Raises:
        EraseProblem: when one of them stays; the others are gone all the same.
    """
    problem: EraseProblem | None = None
    try:
        wipe_copies(folder)
    except EraseProblem as error:
        problem = error
    # Under another name first: half of it, after a kill, would be taken for a damaged file.
    path, gone = folder / FILE_NAME, folder / GONE_NAME
    with contextlib.suppress(OSError):
        path.replace(gone)
    own = [path, gone, *(folder / name for name in (JOURNAL_NAME, ASK_NAME, LOCK_NAME))]
    wipe_all(path for path in own if path.is_file())
    if problem is not None:
        raise problem


def wipe_tree(folder: Path) -> None:
    """Take away ``folder`` with all that is in it.

    Raises:
        EraseProblem: when something stays.
    """
    wipe_all(path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    _remove_tree(folder)


def wipe_all(paths: Iterable[Path]) -> None:
    """Take away each of ``paths``.

    Raises:
        EraseProblem: when one of them stays; the others are gone all the same.
    """
    try:
        found = list(paths)
    except OSError as error:
        # The network went while what lies there was listed.
        raise EraseProblem(path=str(error.filename), reason=reason_for(error)) from error
    problem: EraseProblem | None = None
    for path in found:
        try:
            _wipe(path)
        except OSError as error:
            problem = EraseProblem(path=str(path), reason=reason_for(error))
    if problem is not None:
        raise problem


def _wipe(path: Path) -> None:
    """Overwrite the file at ``path`` and remove it; a link is removed, not followed."""
    if path.is_file() and not path.is_symlink():
        # What cannot be overwritten may still be removed.
        with contextlib.suppress(OSError), path.open("r+b") as file:
            left = os.fstat(file.fileno()).st_size
            while left > 0:
                left -= file.write(_ZEROS[:left])
            file.flush()
            os.fsync(file.fileno())
    path.unlink(missing_ok=True)


def _remove_tree(folder: Path) -> None:
    """Remove the folders that are left empty."""
    if not folder.is_dir() or folder.is_symlink():
        return
    inner = sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True)
    for path in [*inner, folder]:
        try:
            path.rmdir()
        except OSError as error:
            raise EraseProblem(path=str(path), reason=reason_for(error)) from error
