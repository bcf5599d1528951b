"""The working file and the copy in the home folder: which is newer, and where both moved on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.errors import CareerdeskError
from careerdesk.student.edits import way
from careerdesk.student.home import Home, order_of
from careerdesk.student.reading import Reading
from careerdesk.student.records import Content
from careerdesk.student.revision import Order

if TYPE_CHECKING:
    from careerdesk.student.file import StudentFile


def follow(student: StudentFile, folder: Path) -> None:
    """Let a copy of ``student`` follow its student in ``folder``, on a network.

    A newer copy is taken over. Where both moved on, ``student.fork`` is what is there, to be
    shown to the student with :func:`careerdesk.student.merging.preview`; nothing is written to
    the home folder until :func:`settle`. What keeps the copy from being read is a
    ``student.notice``.
    """
    assert student.path is not None
    student.home = Home(folder, student.path.parent)
    try:
        there = student.home.read()
        if there is None:
            student.want_copies()
            return
        order = order_of(Reading(student.content, student.revision), there.reading)
        if order is Order.FORKED:
            student.fork = there
        elif order is Order.OLDER:
            edit = way(student.content, there.reading.content)
            student.apply(edit, seen=there.reading.revision, counts=False)
        elif order is Order.NEWER:
            student.want_copies()
    except CareerdeskError as error:
        student.notice = error


def settle(student: StudentFile, content: Content) -> None:
    """End ``student.fork``: go on with ``content``, which knows both sides from now on.

    Both sides are backed up first, so that neither is lost whichever is chosen.

    Raises:
        BackupProblem, SaveProblem: when that failed; the fork is as it was.
    """
    if student.fork is None or student.copies is None:
        raise ValueError("there is no fork to settle")
    for side in (student.fork.data, student.serialized()):
        student.copies.backups.write(side)
    student.apply(way(student.content, content), seen=student.fork.reading.revision)
    student.fork = None
