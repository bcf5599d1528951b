"""When a student file is damaged or gone: what is kept of it, and what can be gone on with.

An error of operation never leads here: a file that cannot be reached is not a damaged one.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from careerdesk.errors import N_, CareerdeskError
from careerdesk.files import reason_for, sync_folder, write_whole
from careerdesk.student.backups import Backups
from careerdesk.student.content import EMPTY
from careerdesk.student.document import SIZE_LIMIT, Fault, NewerDocument, read_document
from careerdesk.student.edits import way
from careerdesk.student.file import StudentFile
from careerdesk.student.folder import (
    FILE_NAME,
    JOURNAL_NAME,
    LOCK_NAME,
    MIRROR_NAME,
    PRIVATE_FILE,
    QUARANTINE_NAME,
)
from careerdesk.student.hand_over import as_moment
from careerdesk.student.home import Home
from careerdesk.student.lock import LockFile, alone
from careerdesk.student.problems import DamagedStudentFile, NoPlaceToSave
from careerdesk.student.quarantine import keep_damaged
from careerdesk.student.records import Content, Counts
from careerdesk.student.revision import Revision
from careerdesk.student.salvage import salvage
from careerdesk.student.start import is_lost


class Recovered(CareerdeskError):
    """A damaged file was put away and a copy taken in its place."""

    sentence = N_(
        "The file with your work was damaged. You go on with the copy of {time}: "
        "roles {roles}, skills {skills}, answers {answers}. The damaged file is kept in {folder}; "
        "you can choose another copy."
    )


class FoundAgain(Recovered):
    """There was no file, and a copy took its place."""

    sentence = N_(
        "The file with your work was gone. You go on with the copy of {time}: "
        "roles {roles}, skills {skills}, answers {answers}; you can choose another copy."
    )


class Lost(CareerdeskError):
    """A damaged file was put away, and there is no copy of it."""

    sentence = N_(
        "The file with your work was damaged, and there is no copy of it, so you start anew. "
        "It is kept in {folder}; please show it to your teacher."
    )


class Source(StrEnum):
    """Where an offer comes from."""

    BACKUP = "backup"
    MIRROR = "mirror"
    HOME = "home"
    SALVAGED = "salvaged"
    """What could still be read in the damaged file itself; some of it may be missing."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that a student can go on with."""

    source: Source
    content: Content
    revision: Revision
    made_at: datetime | None

    @property
    def counts(self) -> Counts:
        """How much work it holds."""
        return Counts.of(self.content)


def offers(folder: Path, home: Path | None = None) -> tuple[Offer, ...]:
    """Return what can be gone on with, the newest first and what was salvaged last.

    The student file in ``folder`` must not be open in this process.
    """
    found = [*_from_backups(folder), *_from_mirror(folder), *_from_home(folder, home)]
    found.sort(key=lambda offer: offer.revision.number, reverse=True)
    saved = salvage(folder / FILE_NAME)
    if Counts.of(saved):
        found.append(Offer(Source.SALVAGED, saved, Revision(), None))
    return tuple(found)


def recover(folder: Path, offer: Offer | None, home: Path | None = None) -> StudentFile:
    """Put the file in ``folder`` into quarantine and open ``offer`` in its place; None is empty.

    The file is replaced in one step, and not before its bytes are safe elsewhere; cut off at any
    moment, this is simply done again.

    Raises:
        WriteProblem: when the damaged file cannot be kept, so it was left where it is.
        StudentFileInUse, NoPlaceToSave: as for :meth:`StudentFile.open`.
    """
    path = folder / FILE_NAME
    with alone(folder):
        LockFile(folder / LOCK_NAME).refuse_second_holder()
        known = offers(folder, home)
        was_there = path.exists() and path.stat().st_size > 0
        if was_there:
            keep_damaged(path, folder)
            # What was begun in the damaged file must not be played back into the new one.
            try:
                (folder / JOURNAL_NAME).unlink(missing_ok=True)
                sync_folder(folder)
            except OSError as error:
                raise NoPlaceToSave(folder=str(folder), reason=reason_for(error)) from error
        write_whole(path, _new_file(offer, known), mode=PRIVATE_FILE)
        student = StudentFile.open(folder, home=home)
    student.notice = _notice(offer, folder, was_there=was_there)
    return student


def recover_newest(folder: Path, home: Path | None = None) -> StudentFile:
    """Go on with the newest copy, unless another start has done so meanwhile."""
    with alone(folder):
        try:
            if not is_lost(folder):
                return StudentFile.open(folder, home=home)
        except DamagedStudentFile:
            pass
    return recover(folder, next(iter(offers(folder, home)), None), home)


def _new_file(offer: Offer | None, known: tuple[Offer, ...]) -> bytes:
    """Return the bytes of a file that holds ``offer`` and is newer than all that is ``known``."""
    with StudentFile.in_memory() as fresh:
        for other in known:
            fresh.apply(way(EMPTY, EMPTY), seen=other.revision, counts=False)
        edit = way(EMPTY, EMPTY if offer is None else offer.content)
        fresh.apply(edit, seen=Revision())
        return fresh.serialized()


def _notice(offer: Offer | None, folder: Path, *, was_there: bool) -> CareerdeskError:
    place = str(folder / QUARANTINE_NAME)
    if offer is None:
        return Lost(folder=place)
    time = f"{offer.made_at.astimezone():%Y-%m-%d %H:%M}" if offer.made_at else "?"
    counts = offer.counts
    values = {"roles": counts.roles, "skills": counts.skills, "answers": counts.answers}
    if was_there:
        return Recovered(time=time, folder=place, **values)
    return FoundAgain(time=time, **values)


def _from_backups(folder: Path) -> Iterator[Offer]:
    for backup in Backups(folder).all():
        with contextlib.suppress(CareerdeskError):
            content, revision = backup.read()
            yield Offer(Source.BACKUP, content, revision, backup.made_at)


def _from_mirror(folder: Path) -> Iterator[Offer]:
    with contextlib.suppress(OSError, Fault, NewerDocument):
        with (folder / MIRROR_NAME).open("rb") as file:
            document = read_document(file.read(SIZE_LIMIT + 1))
        moment = as_moment(document.made_at)
        yield Offer(Source.MIRROR, document.content, document.revision, moment)


def _from_home(folder: Path, home: Path | None) -> Iterator[Offer]:
    if home is None:
        return
    with contextlib.suppress(CareerdeskError, OSError):
        there = Home(home, folder)
        copy = there.read()
        if copy is not None:
            moment = datetime.fromtimestamp(there.path.stat().st_mtime).astimezone()
            yield Offer(Source.HOME, *copy.reading, moment)
