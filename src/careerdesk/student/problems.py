"""Everything that can go wrong with a student file, in words that a student can act on.

An error of operation (a full disk, a missing right, a lock) is never taken for damage.
"""

from __future__ import annotations

import errno
import sqlite3
import tempfile
from pathlib import Path

from careerdesk.errors import N_, CareerdeskError, ExitCode
from careerdesk.files import OTHER_REASON, REASONS, reason_for

_PROBE_SIZE = 16 * 1024
_REASONS = {
    sqlite3.SQLITE_FULL: REASONS[errno.ENOSPC],
    sqlite3.SQLITE_READONLY: REASONS[errno.EACCES],
    sqlite3.SQLITE_PERM: REASONS[errno.EACCES],
    sqlite3.SQLITE_CANTOPEN: REASONS[errno.EACCES],
    sqlite3.SQLITE_IOERR: REASONS[errno.EIO],
    sqlite3.SQLITE_BUSY: N_("another program is using the file."),
    sqlite3.SQLITE_LOCKED: N_("another program is using the file."),
}
_DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_IN_USE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


class SaveProblem(CareerdeskError):
    """A change could not be saved; the file holds what it held before."""

    sentence = N_(
        "Your last change could not be saved in {folder}: {reason} "
        "Everything saved before it is safe; please try again, or ask your teacher."
    )
    exit_code = ExitCode.READ_ONLY


class NoPlaceToSave(CareerdeskError):
    """The student file cannot be opened or made where it should be."""

    sentence = N_(
        "Your work cannot be kept in {folder}: {reason} You can use everything here, "
        "but what you do will be gone when you close CareerDesk."
    )
    exit_code = ExitCode.READ_ONLY


class WillNotLast(CareerdeskError):
    """The computer throws away what is saved on it; nothing went wrong."""

    sentence = N_(
        "This computer forgets everything when it is switched off or you log off. "
        "Before you go, please save your work to a USB stick."
    )


class TakenOver(SaveProblem):
    """The file that was open is no longer the one in its place."""

    sentence = N_(
        "Your work in {folder} is open in another CareerDesk now, so your last change was not "
        "saved here. Please go on there; everything saved before it is safe."
    )


class NoHome(NoPlaceToSave):
    """The account has no folder of its own."""

    sentence = N_(
        "Your work cannot be kept, because this account has no folder of its own on this computer. "
        "You can use everything here, but what you do will be gone when you close CareerDesk."
    )


class StudentFileInUse(CareerdeskError):
    """Another CareerDesk has the file open."""

    sentence = N_(
        "Your work is open in another CareerDesk, on the computer {host} since {time}. "
        "Please go on there, or close it there and start this one again."
    )
    exit_code = ExitCode.IN_USE


class StudentFileHeld(StudentFileInUse):
    """Somebody has the file open and does not say who they are."""

    sentence = N_(
        "Your work in {folder} is open in another window or program. "
        "Please go on there, or close it there and start this one again."
    )


class NewerStudentFile(CareerdeskError):
    """A later program made the file, and this one must not touch it."""

    sentence = N_(
        "Your work in {path} was saved by a newer CareerDesk, so this one has left it untouched. "
        "Please open it with the newer one; what you do here will be gone when you close."
    )
    exit_code = ExitCode.READ_ONLY


class NotAStudentFile(CareerdeskError):
    """Some other program's database stands where the student file should be."""

    sentence = N_(
        "The file {path} belongs to another program and was left untouched. Please ask your "
        "teacher to move it; until then, what you do here will be gone when you close."
    )
    exit_code = ExitCode.READ_ONLY


class DamagedStudentFile(CareerdeskError):
    """What is in the file cannot be read as what was written."""

    sentence = N_(
        "The file with your work, {path}, is damaged and was left as it is. Please ask your "
        "teacher to keep a copy of it; what you do here will be gone when you close."
    )
    exit_code = ExitCode.READ_ONLY


class UpgradeProblem(CareerdeskError):
    """A file from an earlier program could not be brought up to date; it is unchanged."""

    sentence = N_(
        "Your work in {path} is from an older CareerDesk and could not be brought up to date: "
        "{reason} It is safe and unchanged; what you do here will be gone when you close."
    )
    exit_code = ExitCode.READ_ONLY


class TooLong(CareerdeskError):
    """A text is longer than what is kept; nothing of it was cut and nothing was changed."""

    sentence = N_(
        "This text has {length} characters, and at most {limit} can be kept. "
        "Please shorten it; what was kept before is unchanged."
    )
    exit_code = ExitCode.INPUT


class EraseProblem(CareerdeskError):
    """Something that holds a student's words could not be taken away."""

    sentence = N_(
        "Your work was erased, but the file {path} could not be removed: {reason} "
        "Please ask your teacher to delete it."
    )
    exit_code = ExitCode.READ_ONLY


class BackupProblem(CareerdeskError):
    """A backup could not be made; those that there are stay."""

    sentence = N_(
        "A backup of your work could not be kept in {folder}: {reason} "
        "Your work itself is saved, and earlier backups are unchanged."
    )
    exit_code = ExitCode.READ_ONLY


class UnreadableBackup(CareerdeskError):
    """A backup cannot be reached."""

    sentence = N_(
        "The backup {name} cannot be read: {reason} Nothing was changed; please choose another."
    )


class WrongCode(CareerdeskError):
    """No work on this computer has the resume code that was typed."""

    sentence = N_(
        "No work on this computer has that code. Please look at each letter again; a code has "
        "three short words, and opens your work only on the computer that gave it to you."
    )


class TooManyGuesses(CareerdeskError):
    """Several wrong codes were typed, and the pause after them is not over."""

    sentence = N_(
        "Several wrong codes were typed here. Please wait {seconds} seconds and try again; "
        "all saved work is safe."
    )


class UnknownProfile(CareerdeskError):
    """The profile that was asked for is not, or no longer, on this computer."""

    sentence = N_(
        "That work is no longer on this computer: it was erased or put away since. All other saved "
        "work is unchanged; please ask your teacher, or open your own file from a USB stick."
    )


def says_damaged(error: Exception) -> bool:
    """Tell whether ``error`` is about the content of a file, not about reaching it."""
    return isinstance(error, UnicodeDecodeError) or _code(error) in _DAMAGE


def says_in_use(error: Exception) -> bool:
    """Tell whether ``error`` comes from another connection's lock."""
    return _code(error) in _IN_USE


def reason_of(error: Exception, folder: Path) -> str:
    """Return the translatable reason why SQLite could not use its file in ``folder``.

    SQLite keeps the system's own answer to itself, so that a quota and a pulled-out stick look
    the same; writing a few bytes there brings it out.
    """
    try:
        with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
            file.write(bytes(_PROBE_SIZE))
    except OSError as answer:
        return reason_for(answer)
    return _REASONS.get(_code(error), OTHER_REASON)


def _code(error: Exception) -> int:
    """Return SQLite's primary result code, or 0 for what does not come from SQLite itself."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF
