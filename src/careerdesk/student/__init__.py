"""What one student keeps: the shortlist, the skills marked, answers, and how they like the desk.

It is one SQLite file in the student's own folder. Everything in it hangs on the stable ids of the
catalogue, together with the names as last seen, so that it outlives the roles and skills that it
speaks of. Each verb of a :class:`StudentFile` is on the disk before it returns, and tells on
``changed`` how it is undone::

    stack: list[Edit] = []
    student.changed.connect(lambda change: change.undo and stack.append(change.undo))
    student.apply(stack.pop())  # undo; what it emits is the redo

What is not needed before the first painted list has a module of its own:

``start``       :func:`open_guest`: opens what can be opened; :func:`tidy`, for a quiet moment
``profiles``    :class:`Profiles`: the guest, resume codes, finishing, setting aside
``erasing``     :func:`erase`: all away, on a full disk too
``wiping``      :class:`YearEnd`: all students away at the end of a year, and back again
``policy``      :class:`Policy`: how long what nobody comes back for is kept
``take_over``   :class:`Request`, :func:`take_over`: “use it here instead”; :func:`is_asked`
``copies``      what ``student.copy_job()`` makes: mirror, backups, the copy in the home folder
``backups``     :class:`Backups`: the list to restore from
``recovery``    :func:`offers`, :func:`recover`: choosing another copy after damage
``forks``       :func:`settle`: when work moved on at two computers (``student.fork``)
``hand_over``   :func:`save` and :func:`load` of ``.careerdesk`` files
``merging``     :func:`preview` of merging or replacing, for hand-over files and forks
``exports``     tables and plain text
``crash_log``   :class:`CrashLog`: what is written down when the program makes a mistake
``replay``      actions from a file of JSON lines

A window asks ``student.warning`` and ``student.notice`` for what to say at once, runs
``student.copy_job()`` on a worker when ``student.copies_due`` and the student pauses, and looks at
``take_over.is_asked(student)`` every second.
"""

from careerdesk.student.file import StudentFile
from careerdesk.student.folder import default_folder
from careerdesk.student.problems import (
    BackupProblem,
    DamagedStudentFile,
    EraseProblem,
    NewerStudentFile,
    NoPlaceToSave,
    NotAStudentFile,
    SaveProblem,
    StudentFileInUse,
    TakenOver,
    TooLong,
    TooManyGuesses,
    UnknownProfile,
    UpgradeProblem,
    WillNotLast,
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
    Lasting,
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
    "BackupProblem",
    "Change",
    "ChangeKind",
    "Content",
    "Counts",
    "DamagedStudentFile",
    "Edit",
    "EraseProblem",
    "Lasting",
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
    "TakenOver",
    "TooLong",
    "TooManyGuesses",
    "UnknownProfile",
    "UpgradeProblem",
    "WillNotLast",
    "WrongCode",
    "default_folder",
]
