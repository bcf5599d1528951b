"""“Use it here instead”: getting at a student file that another CareerDesk has open.

Whoever has the file open is asked to let it go, by a small file beside it, and does so within a
moment (a window looks at :func:`is_asked` every second). A process on this computer that runs and
does not answer keeps the file. Where nothing runs here that could answer, and the file is locked
all the same, the lock is that of another computer, perhaps of one that lost its power; then the
file is put aside and a copy of it takes its place. Whoever did have it open finds that out at its
next save (:attr:`StudentFile.is_taken_over`) and says so instead of “saved”.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

from careerdesk.errors import N_, WriteProblem
from careerdesk.files import reason_for, write_whole
from careerdesk.student.file import StudentFile
from careerdesk.student.folder import (
    ASK_NAME,
    FILE_NAME,
    JOURNAL_NAME,
    LOCK_NAME,
    PRIVATE_FILE,
    QUARANTINE_NAME,
    close_to_others,
    prepare_folder,
)
from careerdesk.student.lock import LockFile, alone
from careerdesk.student.problems import StudentFileInUse
from careerdesk.student.quarantine import new_name

PATIENCE = 5.0
"""Seconds that whoever is asked has to let go."""
_PAUSE = 0.1


class DoesNotAnswer(StudentFileInUse):
    """The one that has the file open runs on this computer and does not let go."""

    sentence = N_(
        "The other CareerDesk on this computer, open since {time}, does not answer. "
        "Please close it there, or ask your teacher to; nothing is lost."
    )


class Request:
    """A request to let go of the student file in one folder."""

    def __init__(self, folder: Path, home: Path | None = None) -> None:
        self._folder = folder
        self._home = home
        self._ask = folder / ASK_NAME
        self._end = time.monotonic() + PATIENCE
        with contextlib.suppress(WriteProblem):
            write_whole(self._ask, str(os.getpid()).encode(), mode=PRIVATE_FILE)

    @property
    def is_over(self) -> bool:
        """Whether whoever was asked had time enough."""
        return time.monotonic() >= self._end

    def try_open(self) -> StudentFile | None:
        """Return the file if it is free by now; None when it is still in use."""
        try:
            student = StudentFile.open(self._folder, home=self._home)
        except StudentFileInUse:
            return None
        self.withdraw()
        return student

    def take(self) -> StudentFile:
        """Take the file although nobody answered.

        Raises:
            DoesNotAnswer: when the one who has it open runs on this computer.
            WriteProblem: when it cannot be put aside.
            What :meth:`StudentFile.open` does.
        """
        self.withdraw()
        lock = LockFile(self._folder / LOCK_NAME)
        try:
            lock.refuse_second_holder()
        except StudentFileInUse as error:
            raise DoesNotAnswer(time=error.values["time"]) from error
        with alone(self._folder):
            _put_aside(self._folder)
        return StudentFile.open(self._folder, home=self._home)

    def withdraw(self) -> None:
        """Ask no more."""
        with contextlib.suppress(OSError):
            self._ask.unlink(missing_ok=True)


def is_asked(student: StudentFile) -> bool:
    """Tell whether somebody asks for ``student``, which should then be closed; takes no time."""
    return student.path is not None and student.path.with_name(ASK_NAME).is_file()


def take_over(folder: Path, home: Path | None = None) -> StudentFile:
    """Ask for the student file in ``folder``, wait a moment, and take it if that is safe.

    Raises:
        DoesNotAnswer: when the one who has it open runs on this computer.
    """
    request = Request(folder, home)
    try:
        while not request.is_over:
            student = request.try_open()
            if student is not None:
                return student
            time.sleep(_PAUSE)
        return request.take()
    finally:
        request.withdraw()


def _put_aside(folder: Path) -> None:
    """Give the file in ``folder`` a name in quarantine and put what it holds in its place.

    The bytes are read together with the journal and opened elsewhere first, so that a save that
    was under way is undone in the copy, and only a sound copy takes the place.
    """
    path, journal = folder / FILE_NAME, folder / JOURNAL_NAME
    place = folder / QUARANTINE_NAME
    try:
        prepare_folder(place)
        with tempfile.TemporaryDirectory(dir=place) as elsewhere:
            for part in (path, journal):
                if part.exists():
                    shutil.copyfile(part, Path(elsewhere) / part.name)
            with StudentFile.open(Path(elsewhere)) as copy:
                data = copy.serialized()
        kept = new_name(place, path)
        if journal.exists():
            # First: what was begun in the old file must not be played back into the new one.
            journal.rename(kept.with_name(kept.name + "-journal"))
        _second_name(path, kept)
        write_whole(path, data, mode=PRIVATE_FILE)
    except OSError as error:
        raise WriteProblem(name=path.name, folder=str(folder), reason=reason_for(error)) from error


def _second_name(path: Path, kept: Path) -> None:
    """Let the file at ``path`` be at ``kept``, too; its bytes, where no file has two names."""
    try:
        kept.hardlink_to(path)
    except OSError:
        shutil.copyfile(path, kept)
        close_to_others(kept)
