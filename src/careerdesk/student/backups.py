"""Backups of a student file: one file each, checked before it counts, and thinned.

A backup is a whole student file, named by its revision and by the day and time when it was made.
Which of two is newer is decided by the revision alone, so a clock that was set back or far ahead
can neither hide a backup nor have one thrown away: the newest :data:`NEWEST` always stay, and of
the older ones the newest of each of the last days, weeks and months that have any.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.errors import CareerdeskError, WriteProblem
from careerdesk.files import OTHER_REASON, reason_to_read, write_whole
from careerdesk.student.folder import BACKUPS_NAME, PRIVATE_FILE, prepare_folder
from careerdesk.student.problems import BackupProblem, NoPlaceToSave, UnreadableBackup
from careerdesk.student.reading import Reading, read_bytes
from careerdesk.student.records import Counts

if TYPE_CHECKING:
    from careerdesk.student.file import StudentFile

NEWEST = 5
DAYS, WEEKS, MONTHS = 7, 4, 12

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"r(\d{8,})-(\d{8}T\d{6}Z)(?:-\d+)?\.sqlite")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup, as far as its name tells."""

    path: Path
    revision: int
    """How often the file had been saved; a larger number is newer."""
    made_at: datetime
    """In UTC, as the clock said. For people to read: nothing is decided by it."""

    def read(self) -> Reading:
        """Return what it holds.

        Raises:
            DamagedStudentFile, NotAStudentFile, NewerStudentFile: when that is of no use.
            UnreadableBackup: when it cannot be reached.
        """
        try:
            data = self.path.read_bytes()
        except OSError as error:
            raise UnreadableBackup(name=self.path.name, reason=reason_to_read(error)) from error
        return read_bytes(data, self.path)


@dataclass(frozen=True, slots=True)
class Listed:
    """A backup that can be restored, and how much work it holds."""

    backup: Backup
    counts: Counts


class Backups:
    """The backups of the student file in one folder. May be used from any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / BACKUPS_NAME

    def all(self) -> list[Backup]:
        """Return all backups, the newest first; whether they are sound is not looked at."""
        try:
            found = [backup for path in self._folder.iterdir() for backup in _named(path)]
        except OSError:
            return []
        return sorted(found, key=lambda backup: (backup.revision, backup.path.name), reverse=True)

    def listed(self) -> tuple[Listed, ...]:
        """Return the backups that can be restored, the newest first. Reads each of them."""
        listed = []
        for backup in self.all():
            with contextlib.suppress(CareerdeskError):
                listed.append(Listed(backup, backup.read().counts))
        return tuple(listed)

    def write(self, data: bytes) -> Backup:
        """Keep ``data``, the bytes of a student file, and thin out the older backups.

        It is checked before it is written and read again afterwards; until both have shown it
        to be whole, no other backup is touched. What is kept already is not kept twice.

        Raises:
            DamagedStudentFile: when ``data`` is not sound; nothing was written.
            BackupProblem: when it cannot be written.
        """
        reading = read_bytes(data, self._folder)
        for backup in self.all():
            if backup.revision == reading.revision.number and _holds(backup, reading):
                return backup
        backup = self._new_name(reading.revision.number)
        try:
            prepare_folder(self._folder)
            write_whole(backup.path, data, mode=PRIVATE_FILE)
            whole = backup.path.read_bytes() == data
        except (WriteProblem, NoPlaceToSave) as error:
            raise self._problem(str(error.values["reason"])) from error
        except OSError as error:
            raise self._problem(OTHER_REASON) from error
        if not whole:
            backup.path.unlink(missing_ok=True)
            raise self._problem(OTHER_REASON)
        self._thin()
        return backup

    def restore(self, student: StudentFile, backup: Backup) -> None:
        """Let ``student`` go on with ``backup``; what is there now is backed up first.

        It is one step that can be undone, like any other.

        Raises:
            UnreadableBackup, DamagedStudentFile, BackupProblem, SaveProblem: nothing was changed.
        """
        content = backup.read().content
        self.write(student.serialized())
        student.become(content)

    def _thin(self) -> None:
        """Take away what no rule keeps. What cannot be taken away stays until the next time."""
        backups = self.all()
        kept = to_keep(backups)
        for backup in backups:
            if backup not in kept:
                with contextlib.suppress(OSError):
                    backup.path.unlink(missing_ok=True)

    def _new_name(self, revision: int) -> Backup:
        now = datetime.now(UTC).replace(microsecond=0)
        stem = f"r{revision:08}-{now.strftime(_STAMP)}"
        path, number = self._folder / f"{stem}.sqlite", 1
        while path.exists():
            number += 1
            path = self._folder / f"{stem}-{number}.sqlite"
        return Backup(path, revision, now)

    def _problem(self, reason: str) -> BackupProblem:
        return BackupProblem(folder=str(self._folder), reason=reason)


def to_keep(backups: Iterable[Backup]) -> set[Backup]:
    """Return those of ``backups``, which come newest first, that thinning leaves."""
    backups = list(backups)
    kept = set(backups[:NEWEST])
    periods: list[tuple[int, Callable[[datetime], object]]] = [
        (DAYS, lambda moment: moment.date()),
        (WEEKS, lambda moment: moment.isocalendar()[:2]),
        (MONTHS, lambda moment: (moment.year, moment.month)),
    ]
    for count, period in periods:
        first: dict[object, Backup] = {}
        for backup in backups:
            first.setdefault(period(backup.made_at), backup)
        kept.update(list(first.values())[:count])
    return kept


def _holds(backup: Backup, reading: Reading) -> bool:
    try:
        return backup.read().content == reading.content
    except CareerdeskError:
        return False


def _named(path: Path) -> Iterable[Backup]:
    """Return the backup that ``path`` is by its name, if it is one."""
    match = _NAME.fullmatch(path.name)
    if match:
        with contextlib.suppress(ValueError):
            made_at = datetime.strptime(match[2], _STAMP).replace(tzinfo=UTC)
            return [Backup(path, int(match[1]), made_at)]
    return []
