"""Where the student file lies, and who may look in there."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path

from careerdesk.files import reason_for
from careerdesk.student.problems import NoHome, NoPlaceToSave

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600

FILE_NAME = "student.sqlite"
JOURNAL_NAME = "student.sqlite-journal"
GONE_NAME = ".student.sqlite.gone"
"""What a student file is called while it is being wiped."""
LOCK_NAME = "student.lock"
ASK_NAME = "student.ask"
MIRROR_NAME = "mirror.json"
BACKUPS_NAME = "backups"
QUARANTINE_NAME = "quarantine"
PROFILES_NAME = "profiles"
MOVING_NAME = "moving"
"""Holds the id of a profile, from before that has its name until the guest's place is cleared."""


def default_folder() -> Path:
    """Return the folder for this account's student file; it need not be there yet.

    Raises:
        NoHome: when the account has no home folder.
    """
    import platformdirs

    try:
        folder = Path(platformdirs.user_data_dir("careerdesk", appauthor=False))
    except RuntimeError as error:
        raise NoHome from error
    if os.name == "nt" or os.environ.get("XDG_DATA_HOME", "").strip():
        return folder
    home = folder.parents[2]
    if home == Path("/") or not home.is_dir():
        raise NoHome
    return folder


def prepare_folder(folder: Path) -> None:
    """Make ``folder`` and what is missing above it, for this account's eyes only.

    An empty folder that was there is closed to others too; one that holds something else,
    such as the top of a USB stick, keeps its rights.

    Raises:
        NoPlaceToSave: when it cannot be made.
    """
    try:
        for step in reversed([folder, *folder.parents]):
            if not step.exists():
                step.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
        if not any(folder.iterdir()):
            close_to_others(folder, PRIVATE_FOLDER)
    except OSError as error:
        raise NoPlaceToSave(folder=str(folder), reason=reason_for(error)) from error


def prepare_file(path: Path) -> None:
    """Make sure that ``path`` exists, can be written, and is made for this account alone.

    SQLite would open what can only be read, and say so at the first save. It gives its journal the
    rights of the file it belongs to.

    Raises:
        NoPlaceToSave: when there is no such file and none can be made, or it cannot be written.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE_FILE))
        if not path.with_name(JOURNAL_NAME).exists() and not os.access(path.parent, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise NoPlaceToSave(folder=str(path.parent), reason=reason_for(error)) from error


def close_to_others(path: Path, mode: int = PRIVATE_FILE) -> None:
    """Take all rights to ``path`` from others, where the file system allows it."""
    with contextlib.suppress(OSError):
        path.chmod(mode)


def identity_of(path: Path | None) -> tuple[int, int] | None:
    """Return which file on the disk stands at ``path``; None where none does."""
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
