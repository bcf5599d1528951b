"""Erasing a student's work, on a full disk too, where even that is a change that finds no room."""

from __future__ import annotations

import contextlib
import errno
from pathlib import Path

from careerdesk.errors import CareerdeskError
from careerdesk.files import REASONS
from careerdesk.student.file import StudentFile
from careerdesk.student.problems import EraseProblem, SaveProblem
from careerdesk.student.traces import wipe_copies, wipe_student

_NO_ROOM = (REASONS[errno.ENOSPC], REASONS[errno.EDQUOT])


def erase(student: StudentFile) -> CareerdeskError | None:
    """Erase all that ``student`` holds, and close it.

    Where there is no room to write down that it is gone, the copies make room for that; if that is
    not enough, the file itself goes. What is returned then is why some of it stays, if it does.

    Raises:
        EraseProblem: when a copy could not be taken away; all else is gone.
        SaveProblem: when it could not be erased for another reason; nothing was changed.
            After either, ``student`` is still open.
    """
    path = student.path
    try:
        student.erase()
    except SaveProblem as problem:
        if path is None or problem.values["reason"] not in _NO_ROOM:
            raise
        # A copy that stays is told of when the work itself is gone.
        with contextlib.suppress(EraseProblem):
            wipe_copies(path.parent)
        try:
            student.erase()
        except SaveProblem:
            student.close()
            return _begin_anew(student, path.parent)
    student.close()
    return None


def wipe(student: StudentFile) -> None:
    """Take away the closed file of ``student`` with every copy of it, those being made as well.

    Raises:
        EraseProblem: when something stays; the rest is gone.
    """
    if student.path is not None and student.copies is not None:
        student.copies.stop()
        wipe_student(student.path.parent)


def _begin_anew(student: StudentFile, folder: Path) -> CareerdeskError | None:
    """Wipe the closed file of ``student``, and erase what a new one finds in the home folder."""
    home = student.home.folder if student.home is not None else None
    try:
        wipe(student)
        with StudentFile.open(folder, home=home) as fresh:
            fresh.erase()
    except CareerdeskError as problem:
        return problem
    return None
