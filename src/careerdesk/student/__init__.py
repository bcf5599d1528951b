"""What one student keeps: the shortlist, the skills marked, answers, and how they like the desk.

It is one SQLite file in the student's own folder. Everything in it hangs on the stable ids of the
catalogue, together with the names as last seen, so that it outlives the roles and skills that it
speaks of. Each verb of a :class:`StudentFile` is on the disk before it returns, and tells on
``changed`` how it is undone::

    stack: list[Edit] = []
    student.changed.connect(lambda change: change.undo and stack.append(change.undo))
    student.apply(stack.pop())  # undo; what it emits is the redo

What is not needed before the first painted list has a module of its own:

``profiles``    :class:`~careerdesk.student.profiles.Profiles`: the guest, resume codes, wiping
``replay``      actions from a file of JSON lines
"""

from careerdesk.student.file import StudentFile
from careerdesk.student.folder import default_folder
from careerdesk.student.problems import (
    DamagedStudentFile,
    EraseProblem,
    NewerStudentFile,
    NoPlaceToSave,
    NotAStudentFile,
    SaveProblem,
    StudentFileInUse,
    TooLong,
    TooManyGuesses,
    UnknownProfile,
    UpgradeProblem,
    WrongCode,
)
from careerdesk.student.records import (
    MOST_POINTS,
    NOTE_LIMIT,
    PROOF_LIMIT,
    WHY_LIMIT,
    Answer,
    Change,
    ChangeKind,
    Content,
    Counts,
    Edit,
    ShortlistItem,
    SkillMark,
    SkillState,
)
from careerdesk.student.signal import Signal

__all__ = [
    "MOST_POINTS",
    "NOTE_LIMIT",
    "PROOF_LIMIT",
    "WHY_LIMIT",
    "Answer",
    "Change",
    "ChangeKind",
    "Content",
    "Counts",
    "DamagedStudentFile",
    "Edit",
    "EraseProblem",
    "NewerStudentFile",
    "NoPlaceToSave",
    "NotAStudentFile",
    "SaveProblem",
    "ShortlistItem",
    "Signal",
    "SkillMark",
    "SkillState",
    "StudentFile",
    "StudentFileInUse",
    "TooLong",
    "TooManyGuesses",
    "UnknownProfile",
    "UpgradeProblem",
    "WrongCode",
    "default_folder",
]
