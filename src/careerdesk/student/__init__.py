"""What one student keeps: the shortlist, the skills marked, and how they like the desk.

It is one SQLite file in the student's own folder. Everything in it hangs on the stable ids of the
catalogue, together with the names as last seen, so that it outlives the roles and skills that it
speaks of. Each verb of a :class:`StudentFile` is on the disk before it returns.
"""

from careerdesk.student.file import StudentFile
from careerdesk.student.folder import default_folder
from careerdesk.student.problems import (
    DamagedStudentFile,
    NewerStudentFile,
    NoPlaceToSave,
    NotAStudentFile,
    SaveProblem,
    StudentFileInUse,
    TooLong,
    UpgradeProblem,
)
from careerdesk.student.records import (
    NOTE_LIMIT,
    PROOF_LIMIT,
    WHY_LIMIT,
    Change,
    ChangeKind,
    ShortlistItem,
    SkillMark,
    SkillState,
)
from careerdesk.student.signal import Signal

__all__ = [
    "NOTE_LIMIT",
    "PROOF_LIMIT",
    "WHY_LIMIT",
    "Change",
    "ChangeKind",
    "DamagedStudentFile",
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
    "UpgradeProblem",
    "default_folder",
]
