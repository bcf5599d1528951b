"""The copy of a student's work in their home folder, where homes are on a network.

SQLite is not made for files on another computer, so the working file lies on this one. What is
in the home folder is a whole file, replaced as a whole after each change, that follows the student
to the next computer.
"""

from __future__ import annotations

import platform
from pathlib import Path
from typing import NamedTuple

from careerdesk.errors import N_, CareerdeskError, ExitCode, WriteProblem
from careerdesk.files import reason_to_read, write_whole
from careerdesk.student.folder import FILE_NAME, PRIVATE_FILE, prepare_folder
from careerdesk.student.problems import DamagedStudentFile, NoPlaceToSave
from careerdesk.student.quarantine import keep_damaged
from careerdesk.student.reading import Reading, read_bytes
from careerdesk.student.revision import Order


class HomeProblem(CareerdeskError):
    """The copy in the home folder could not be read or written."""

    sentence = N_(
        "Your work is saved on this computer, but not yet in your home folder {folder}: {reason} "
        "Before you go on at another computer, please save it to a USB stick or try again."
    )
    exit_code = ExitCode.READ_ONLY


class HomeUnreachable(HomeProblem):
    """What lies in the home folder could not be read when the work was opened."""

    sentence = N_(
        "Your home folder {folder} cannot be read: {reason} What you did at other computers is not "
        "shown here, and not lost. What you do now is saved on this computer; later you can put "
        "both together."
    )


class HomeCopy(NamedTuple):
    """What lies in a home folder."""

    data: bytes
    reading: Reading


class Home:
    """The place in a home folder where the copy of one student file lies."""

    def __init__(self, folder: Path, working: Path) -> None:
        self.folder = folder
        self.path = folder / FILE_NAME
        self._working = working
        self.place = _place(working)
        """What saves on this computer are counted under."""

    def read(self) -> HomeCopy | None:
        """Return the copy; None when there is none.

        Raises:
            HomeUnreachable: when it cannot be reached.
            DamagedStudentFile, NotAStudentFile, NewerStudentFile: it was left as it is.
        """
        try:
            data = self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise HomeUnreachable(folder=str(self.folder), reason=reason_to_read(error)) from error
        return HomeCopy(data, read_bytes(data, self.path)) if data else None

    def push(self, data: bytes, mine: Reading) -> HomeCopy | None:
        """Make ``data`` the copy, unless what is there has seen saves that ``mine`` has not.

        A damaged copy is put into quarantine beside the working file first.

        Returns:
            The copy that is there, if it has moved on by itself; None when all went well.

        Raises:
            HomeProblem: when the copy could not be replaced.
            NotAStudentFile, NewerStudentFile: what is there is not ours to replace.
        """
        try:
            there = self.read()
        except DamagedStudentFile:
            keep_damaged(self.path, self._working)
            there = None
        except HomeUnreachable as error:
            raise self._problem(str(error.values["reason"])) from error
        if there is not None:
            order = order_of(mine, there.reading)
            if order is Order.FORKED:
                return there
            if order is not Order.NEWER:
                return None
        try:
            prepare_folder(self.folder)
            write_whole(self.path, data, mode=PRIVATE_FILE)
        except (WriteProblem, NoPlaceToSave) as error:
            raise self._problem(str(error.values["reason"])) from error
        return None

    def _problem(self, reason: str) -> HomeProblem:
        return HomeProblem(folder=str(self.folder), reason=reason)


def _place(working: Path) -> str:
    """Return a name for this folder on this computer that tells nobody which they are."""
    import hashlib

    parts = (platform.node(), str(working.absolute()))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:12]


def order_of(mine: Reading, theirs: Reading) -> Order:
    """Return what ``mine`` is to ``theirs``; two that differ are never the same."""
    order = mine.revision.compared_to(theirs.revision)
    if order is Order.SAME and mine.content != theirs.content:
        return Order.FORKED
    return order
