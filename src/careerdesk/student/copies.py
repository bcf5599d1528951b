"""The copies that follow each change: the mirror, the backups, and the one in the home folder.

A save is on the disk before its verb returns. The copies come after it and cost more, so whoever
has a window makes them when the student pauses, on a worker::

    if student.copies_due:
        job = student.copy_job()    # in the thread of the student file: takes a snapshot
        outcome = job.run()         # on any thread

``StudentFile.close`` makes those that are still due.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from careerdesk.errors import CareerdeskError, WriteProblem
from careerdesk.files import write_whole
from careerdesk.student.backups import Backups
from careerdesk.student.document import write_document
from careerdesk.student.folder import MIRROR_NAME, PRIVATE_FILE
from careerdesk.student.home import Home, HomeCopy, HomeProblem
from careerdesk.student.problems import DamagedStudentFile, EraseProblem
from careerdesk.student.reading import Reading, read_bytes
from careerdesk.student.records import Edit

if TYPE_CHECKING:
    from careerdesk.student.file import StudentFile

BETWEEN_BACKUPS = 300.0
"""Seconds between two backups while a student works; there is always one at the end."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the copies."""

    problem: CareerdeskError | None = None
    """The first thing that went wrong; the saves themselves are not in question."""
    fork: HomeCopy | None = None
    """What is in the home folder, when it moved on by itself and was left as it is."""


class Copies:
    """Makes the copies of one student file."""

    def __init__(self, folder: Path, home: Home | None) -> None:
        self.backups = Backups(folder)
        self.home = home
        self._folder = folder
        self._writing = Lock()
        self._erased = 0
        self._newest = -1
        self._last_backup: float | None = None
        self.failed = False
        """Whether some copy could not be made, and should be tried again."""

    def job(self, data: bytes, *, backup: bool = False) -> Job:
        """Return what makes the copies of ``data``, the bytes of the student file."""
        now = time.monotonic()
        due = self._last_backup is None or now - self._last_backup >= BETWEEN_BACKUPS
        if backup or due:
            self._last_backup = now
        return Job(self, data, backup=backup or due, erased=self._erased)

    def erase(self, student: StudentFile) -> None:
        """Let no copy have what ``student`` held before; it holds nothing now.

        Raises:
            EraseProblem: when some copy stays; the others are gone.
        """
        from careerdesk.student.traces import cut_off, wipe_all, wipe_copies

        self._erased += 1
        with self._writing:
            try:
                if self.home is not None:
                    self._erase_home(student, self.home)
                    wipe_all(cut_off(self.home.folder))
            finally:
                wipe_copies(self._folder)

    def stop(self) -> None:
        """Let no job that was handed out write anything more; one that is at it ends first."""
        self._erased += 1
        with self._writing:
            pass

    def _erase_home(self, student: StudentFile, home: Home) -> None:
        """Put the emptied file into the home folder, whatever the copy there has seen since."""
        try:
            with contextlib.suppress(DamagedStudentFile):
                there = home.read()
                if there is not None:
                    student.apply(Edit(), seen=there.reading.revision)
            data = student.serialized()
            home.push(data, read_bytes(data, home.path))
        except HomeProblem as error:
            raise EraseProblem(path=str(home.path), reason=error.values["reason"]) from error

    def write(self, job: Job) -> Outcome:
        """Do ``job``, unless its student has erased all since."""
        with self._writing:
            if job.erased != self._erased:
                return Outcome()
            outcome = self._make(job)
            self.failed = outcome.problem is not None
            return outcome

    def _make(self, job: Job) -> Outcome:
        try:
            reading = read_bytes(job.data, self._folder)
        except CareerdeskError as error:
            return Outcome(error)
        if reading.revision.number < self._newest:
            # Another job with what came after it was quicker.
            return Outcome()
        self._newest = reading.revision.number
        problem = self._mirror(reading)
        if job.backup:
            problem = self._back_up(job.data) or problem
        if self.home is None:
            return Outcome(problem)
        try:
            return Outcome(problem, self.home.push(job.data, reading))
        except CareerdeskError as error:
            return Outcome(error)

    def _mirror(self, reading: Reading) -> CareerdeskError | None:
        document = write_document(reading.content, reading.revision)
        try:
            write_whole(self._folder / MIRROR_NAME, document, mode=PRIVATE_FILE)
        except WriteProblem as error:
            return error
        return None

    def _back_up(self, data: bytes) -> CareerdeskError | None:
        try:
            self.backups.write(data)
        except CareerdeskError as error:
            self._last_backup = None
            return error
        return None


@dataclass(frozen=True, slots=True)
class Job:
    """A snapshot of a student file, and which copies of it are to be made."""

    copies: Copies
    data: bytes
    backup: bool
    erased: int

    def run(self) -> Outcome:
        """Make the copies; raises nothing that a disk can do."""
        return self.copies.write(self)
