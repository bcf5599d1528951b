"""What is opened at the start of the desk, whatever state it is in."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

from careerdesk.errors import CareerdeskError
from careerdesk.files import refuse_all_but_files
from careerdesk.student.file import StudentFile
from careerdesk.student.folder import (
    BACKUPS_NAME,
    FILE_NAME,
    JOURNAL_NAME,
    MIRROR_NAME,
    MOVING_NAME,
)
from careerdesk.student.places import Places
from careerdesk.student.policy import Policy
from careerdesk.student.problems import DamagedStudentFile, NoPlaceToSave, StudentFileInUse


def open_guest(places: Places, policy: Policy | None = None) -> StudentFile:
    """Open the guest's file, or what comes nearest to it; a new one where the old one expired.

    Raises:
        StudentFileInUse: another CareerDesk has it open.
    """
    policy = policy or Policy()
    student = open_anyway(places.working, places.home, guest_days=policy.guest_days)
    student.forgetful = policy.forgetful
    if student.path is not None and (student.path.parent / MOVING_NAME).exists():
        from careerdesk.student import moving

        moving.settle(student, places.home)
    return student


def tidy(places: Places, policy: Policy | None = None) -> None:
    """Put away the profiles that the policy does not keep, and erase what was put away long ago.

    Raises nothing: what cannot be erased now is erased another time. For a worker, once the
    window stands.
    """
    from careerdesk.student.profiles import Profiles

    Profiles(places.working, policy, home=places.home).expire()


def open_anyway(
    folder: Path, home: Path | None = None, *, guest_days: int | None = None
) -> StudentFile:
    """Open the student file in ``folder`` or, if that cannot be, what comes nearest to it.

    A damaged or lost file is replaced by the newest copy of it (``notice`` says so). Where nothing
    can be opened, the work is kept in memory (``problem`` says why), and begins with what is there
    if that can be read. One that was last saved more
    than ``guest_days`` ago is put away (:mod:`wiping`), unless a copy of it follows its student:
    then it is no guest's, and may have been worked on elsewhere.

    Raises:
        StudentFileInUse: another CareerDesk has it open.
    """
    try:
        expired = home is None and is_over(guest_days, last_saved(folder), date.today())
        if is_lost(folder):
            from careerdesk.student.recovery import recover_newest

            return recover_newest(folder, home)
        try:
            student = StudentFile.open(folder, home=home)
        except DamagedStudentFile:
            from careerdesk.student.recovery import recover_newest

            student = recover_newest(folder, home)
        return _put_away(student, folder) if expired and student.counts else student
    except StudentFileInUse:
        raise
    except NoPlaceToSave as error:
        return _to_look_at(folder, error)
    except CareerdeskError as error:
        return StudentFile.in_memory(error)


def _put_away(student: StudentFile, folder: Path) -> StudentFile:
    """Put the work in ``student`` where the policy erases it in the end, and begin anew."""
    from careerdesk.student.wiping import YearEnd

    student.close()
    YearEnd(Places(folder)).put_away((), guest=True)
    return StudentFile.open(folder)


def _to_look_at(folder: Path, problem: CareerdeskError) -> StudentFile:
    """Return, in memory, what is in the file that cannot be written, if it can be read."""
    from careerdesk.student.reading import read_bytes

    student = StudentFile.in_memory(problem)
    path = folder / FILE_NAME
    with suppress(OSError, CareerdeskError):
        refuse_all_but_files(path)
        student.become(read_bytes(path.read_bytes(), path).content)
    return student


def last_saved(folder: Path) -> date:
    """Return the day when the student file in ``folder`` was last saved; today if none is there."""
    try:
        return datetime.fromtimestamp((folder / FILE_NAME).stat().st_mtime).date()
    except (OSError, ValueError, OverflowError):
        return date.today()


def is_over(days: int | None, last: date, today: date) -> bool:
    """Tell whether more than ``days`` lie between ``last`` and ``today``.

    A day before ``last`` is a clock that was set back, and nothing is over for that.
    """
    return days is not None and (today - last).days > days


def is_lost(folder: Path) -> bool:
    """Whether there is no student file, or one without a byte, and a copy that was made of it."""
    path, journal = folder / FILE_NAME, folder / JOURNAL_NAME
    try:
        if path.exists() and path.stat().st_size:
            return False
        copies = (folder / MIRROR_NAME, *(folder / BACKUPS_NAME).glob("*.sqlite"))
        if not any(copy.exists() for copy in copies):
            return False
        return not (journal.is_file() and journal.stat().st_size)
    except OSError:
        return False
