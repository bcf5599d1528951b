"""Where a student's files lie: on this computer, and where homes are on a network, also there."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from careerdesk.student.folder import PRIVATE_FOLDER, default_folder
from careerdesk.student.mounts import Medium, medium_of

_SHARED_TEMPORARY = Path("/var/tmp")
"""Local, and kept over a restart; see the Filesystem Hierarchy Standard."""


class Places(NamedTuple):
    """Where the student folder is, and where its copy follows the student."""

    working: Path
    home: Path | None = None


def usual_places(medium: Callable[[Path], Medium] = medium_of) -> Places:
    """Return the places for this account; neither need be there yet.

    The student folder is in the home folder. Where that is on a network, it is on this computer
    instead, and what is in the home folder is a copy.

    Raises:
        NoHome: when the account has no home folder.
    """
    usual = default_folder()
    if medium(usual) is not Medium.NETWORK:
        return Places(usual, _network_home(medium))
    for local in _local_folders():
        if medium(local) is Medium.LOCAL and _is_ours(local):
            return Places(local, usual)
    return Places(usual)


if sys.platform == "win32":

    def _network_home(medium: Callable[[Path], Medium]) -> Path | None:
        """Return a folder of this account on a network; the usual one is on this computer."""
        drive, path = os.environ.get("HOMEDRIVE", ""), os.environ.get("HOMEPATH", "")
        for name in (os.environ.get("APPDATA"), os.environ.get("HOMESHARE"), f"{drive}{path}"):
            if name and medium(Path(name)) is Medium.NETWORK:
                return Path(name) / "careerdesk"
        return None

    def _local_folders() -> list[Path]:
        # There is none that other accounts cannot read.
        return []

    def _is_ours(_folder: Path) -> bool:
        return True

else:

    def _network_home(_medium: Callable[[Path], Medium]) -> Path | None:
        return None

    def _local_folders() -> list[Path]:
        state = os.environ.get("XDG_STATE_HOME", "").strip()
        own = [Path(state) / "careerdesk"] if state else []
        return [*own, _SHARED_TEMPORARY / f"careerdesk-{os.getuid()}"]

    def _is_ours(folder: Path) -> bool:
        """Make ``folder`` and tell whether it is this account's alone: others may write beside it,
        and may have made it first."""
        try:
            folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            found = folder.lstat()
        except OSError:
            return False
        mine = stat.S_ISDIR(found.st_mode) and found.st_uid == os.getuid()
        return mine and not found.st_mode & 0o077
