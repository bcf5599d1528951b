"""Erasing a student's work, on a full disk too, where even that is a change that finds no room."""

from __future__ import annotations

import errno

from careerdesk.files import REASONS
from careerdesk.student.file import StudentFile
from careerdesk.student.problems import SaveProblem
from careerdesk.student.traces import wipe_copies, wipe_student

_NO_ROOM = (REASONS[errno.ENOSPC], REASONS[errno.EDQUOT])


def erase(student: StudentFile) -> StudentFile:
    """Erase all that ``student`` holds, and return the file to go on with.

    Where there is no room to write down that it is gone, the copies make room for that; if that is
    not enough, the file itself goes, and the one to go on with is a new one.

    Raises:
        EraseProblem: when a copy could not be taken away; all else is gone.
        SaveProblem: when it could not be erased for another reason; nothing was changed.
    """
    path = student.path
    try:
        student.erase()
        return student
    except SaveProblem as problem:
        if path is None or problem.values["reason"] not in _NO_ROOM:
            raise
    wipe_copies(path.parent)
    try:
        student.erase()
        return student
    except SaveProblem:
        home = student.home.folder if student.home is not None else None
        student.close()
        wipe_student(path.parent)
    fresh = StudentFile.open(path.parent, home=home)
    # Of a copy in the home folder, it took over what that holds.
    fresh.erase()
    return fresh
