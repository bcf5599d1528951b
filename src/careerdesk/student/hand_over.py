"""Hand-over files: a student's work to carry to another computer on a USB stick.

::

    hand_over.save(student.content, Path("E:/my-work.careerdesk"))
    brought = hand_over.load(path)          # on a worker, if the stick is slow
    seen = preview(student.content, brought.content, Mode.MERGE)
    student.become(seen.content)            # after the student has seen it; can be undone
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from careerdesk.errors import N_, CareerdeskError
from careerdesk.files import reason_to_read, write_whole
from careerdesk.student.document import (
    SIZE_LIMIT,
    Fault,
    NewerDocument,
    read_document,
    write_document,
)
from careerdesk.student.folder import PRIVATE_FILE
from careerdesk.student.records import LAST_FOLDER, Content, Counts

SUFFIX = ".careerdesk"


class HandOverProblem(CareerdeskError):
    """Nothing can be taken from a hand-over file."""


class UnreadableHandOver(HandOverProblem):
    """The file cannot be read at all."""

    sentence = N_(
        "{name} cannot be read: {reason} Nothing was taken from it and nothing here was changed; "
        "please put the stick in again, or choose another file."
    )


class NotAHandOver(HandOverProblem):
    """The file is something else, or was damaged on its way."""

    sentence = N_(
        "{name} is not a file with work from CareerDesk, or it was damaged on the way. Nothing was "
        "taken from it and nothing here was changed; please save it again where it was made."
    )


class NewerHandOver(HandOverProblem):
    """A later program made the file."""

    sentence = N_(
        "{name} was saved by a newer CareerDesk than this one. Nothing was taken from it and "
        "nothing here was changed; please open it with the newer one."
    )


@dataclass(frozen=True, slots=True)
class HandOver:
    """What a hand-over file holds."""

    content: Content
    made_at: datetime | None
    """In UTC, as the clock of the computer that made it said; None where that makes no sense."""

    @property
    def counts(self) -> Counts:
        """How much work it holds."""
        return Counts.of(self.content)


def save(content: Content, path: Path) -> None:
    """Write the hand-over file at ``path``, whole or not at all.

    Raises:
        WriteProblem: when it cannot be written; what stood there before is unchanged.
    """
    write_whole(path, write_document(_for_all_computers(content)), mode=PRIVATE_FILE)


def load(path: Path) -> HandOver:
    """Return what the file at ``path`` holds, which may be anything and come from anyone.

    Raises:
        HandOverProblem: with one sentence for the student.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotAHandOver(name=path.name)
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise UnreadableHandOver(name=path.name, reason=reason_to_read(error)) from error
    try:
        document = read_document(data)
    except NewerDocument as error:
        raise NewerHandOver(name=path.name) from error
    except Fault as error:
        raise NotAHandOver(name=path.name) from error
    return HandOver(_for_all_computers(document.content), as_moment(document.made_at))


def _for_all_computers(content: Content) -> Content:
    """Return ``content`` without the names of folders here, in which people's names stand."""
    kept = {key: value for key, value in content.preferences.items() if key != LAST_FOLDER}
    return content._replace(preferences=MappingProxyType(kept))


def as_moment(text: str) -> datetime | None:
    """Return the moment that ``text`` names, in UTC; None when it names none."""
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
