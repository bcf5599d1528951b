"""Several students on one computer, and none of them named.

Whoever sits down is the guest. The guest's file is the one in the student folder itself, and no
code is needed to open it: it is there until the guest finishes, or has not come back for the days
that the policy allows. Once there is something worth keeping, :meth:`Profiles.keep` moves it to a
profile of its own and returns the resume code that opens it again on this computer.
"""

from __future__ import annotations

import contextlib
import hmac
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from careerdesk.errors import CareerdeskError, WriteProblem
from careerdesk.files import reason_for, sync_folder, write_whole
from careerdesk.student.codes import new_code, slow_hash, tidied
from careerdesk.student.file import StudentFile
from careerdesk.student.folder import FILE_NAME, PRIVATE_FILE, prepare_folder
from careerdesk.student.guesses import Guesses
from careerdesk.student.problems import TooLong, TooManyGuesses, UnknownProfile, WrongCode
from careerdesk.student.profile_card import NICKNAME_LIMIT, Card, Lock, read_card, write_card
from careerdesk.student.statements import clean
from careerdesk.student.traces import wipe_student, wipe_tree

PROFILES_NAME = "profiles"
GUESSES_NAME = "guesses.json"
_BEGUN = ".new-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """How long what nobody comes back for is kept, in days; a school may say otherwise."""

    guest_days: int | None = 90
    """A guest's work since its last save; longer than the longest holidays. None: for ever."""
    profile_days: int | None = None
    """A profile with a code since it was last opened. None: until the year-end wipe."""
    undo_days: int = 14
    """How long a wipe of all students can be undone."""


@dataclass(frozen=True, slots=True)
class Profile:
    """One student's work on this computer, as far as it is known without opening it."""

    id: str
    folder: Path
    card: Card

    @property
    def nickname(self) -> str:
        """As the student likes to be called; empty if they did not say."""
        return self.card.nickname

    @property
    def has_code(self) -> bool:
        """Whether a code is needed; a guest's work that was set aside has none."""
        return self.card.code is not None


@dataclass(frozen=True, slots=True)
class Kept:
    """A profile just made, open, and the code that opens it again; nobody can read it later."""

    code: str
    student: StudentFile
    problem: CareerdeskError | None = None
    """Why something of it still lies in the guest's place, where it does."""


class Profiles:
    """The profiles below one student folder.

    The methods that take a :class:`StudentFile` close it and return the one to go on with; where
    they raise, the one that was given is still open.
    """

    def __init__(self, root: Path, policy: Policy | None = None) -> None:
        self.root = root
        self.policy = policy or Policy()
        self._folder = root / PROFILES_NAME
        self._guesses = Guesses(root / GUESSES_NAME)

    def open_guest(self) -> StudentFile:
        """Open the guest's file; raises what :meth:`StudentFile.open` does."""
        return StudentFile.open(self.root)

    def known(self) -> tuple[Profile, ...]:
        """Return all profiles, the last used first."""
        found = [
            Profile(folder.name, folder, card)
            for folder in self._folders()
            for card in [read_card(folder)]
            if card is not None
        ]
        return tuple(
            sorted(found, key=lambda profile: (profile.card.used_on, profile.id), reverse=True)
        )

    def profile_of(self, student: StudentFile) -> Profile | None:
        """Return the profile that ``student`` is; None for the guest and for work in memory."""
        if student.path is None or student.path.parent.parent != self._folder:
            return None
        card = read_card(student.path.parent)
        if card is None:
            return None
        return Profile(student.path.parent.name, student.path.parent, card)

    def keep(self, student: StudentFile, nickname: str = "") -> Kept:
        """Give the work in ``student`` a profile and a code; the guest's place is empty then.

        What is in a profile already gets a new code, and the old one opens nothing any more.

        Raises:
            TooLong: when the nickname is.
            WriteProblem, NoPlaceToSave: when there is no room for it; nothing was changed.
        """
        code, nickname = new_code(), _nickname(nickname)
        lock = Lock.made_for(code, self._salt())
        profile = self.profile_of(student)
        if profile is not None:
            nickname = nickname or profile.nickname
            write_card(profile.folder, replace(profile.card, code=lock, nickname=nickname))
            return Kept(code, student)
        today = _today()
        card = Card(nickname=nickname, made_on=today, used_on=today, code=lock)
        moved = self._move_out(student, card)
        return Kept(code, moved, self._clear_guest(student))

    def rename(self, profile: Profile, nickname: str) -> Profile:
        """Give ``profile`` another nickname; an empty one takes it away."""
        card = replace(profile.card, nickname=_nickname(nickname))
        write_card(profile.folder, card)
        return replace(profile, card=card)

    def wait(self) -> float:
        """Return how many seconds have to pass before the next code may be tried."""
        return self._guesses.wait()

    def find(self, typed: str) -> Profile:
        """Return the profile that a code opens. Takes a moment: call it on a worker.

        Raises:
            TooManyGuesses: when the pause after several wrong codes is not over.
            WrongCode: when no profile has it.
        """
        if (seconds := self.wait()) > 0:
            raise TooManyGuesses(seconds=int(seconds) + 1)
        code = tidied(typed)
        if code is None:
            # It cannot be a code, so nothing was learnt from trying it.
            raise WrongCode
        self._guesses.count()
        hashes: dict[object, str] = {}
        for profile in self.known():
            lock = profile.card.code
            if lock is None:
                continue
            salt, cost = lock.recipe
            if lock.recipe not in hashes:
                hashes[lock.recipe] = slow_hash(code, bytes.fromhex(salt), cost).hex()
            if hmac.compare_digest(hashes[lock.recipe], lock.hash):
                self._guesses.forget()
                return profile
        raise WrongCode

    def open(self, profile: Profile) -> StudentFile:
        """Open a profile that :meth:`find` returned, or one that needs no code.

        Raises:
            UnknownProfile: when it is gone.
        """
        card = read_card(profile.folder)
        if card is None or not (profile.folder / FILE_NAME).exists():
            raise UnknownProfile
        student = StudentFile.open(profile.folder)
        # The day of its last use is worth keeping, and no reason to keep anyone out.
        with contextlib.suppress(WriteProblem):
            write_card(profile.folder, card.used(date.today()))
        return student

    def set_aside(self, student: StudentFile) -> StudentFile:
        """Make room for a new guest: what the last one left can be opened from :meth:`known`."""
        today = _today()
        if student.counts and self.profile_of(student) is None:
            self._move_out(student, Card(made_on=today, used_on=today)).close()
            problem = self._clear_guest(student)
            if problem is not None:
                raise problem
        else:
            student.close()
        return self.open_guest()

    def finish(self, student: StudentFile) -> StudentFile:
        """Finish and clear: the guest's work is erased, a profile is closed, and a guest begins.

        Raises:
            EraseProblem: when a copy could not be removed; the work itself is erased.
        """
        if self.profile_of(student) is None:
            student.erase()
        student.close()
        return self.open_guest()

    def forget(self, profile: Profile) -> None:
        """Erase a closed profile, its card and every copy.

        Raises:
            StudentFileInUse: when it is open somewhere.
            EraseProblem: when something of it stays.
        """
        StudentFile.open(profile.folder).close()
        wipe_tree(profile.folder)

    def expire(self, today: date | None = None) -> int:
        """Erase what nobody came back for; return how many. No file of these may be open here.

        A day before the last use is a clock that was set back, and nothing is erased for that.
        """
        today = today or date.today()
        erased = 0
        for profile in self.known():
            limit = self.policy.profile_days if profile.has_code else self.policy.guest_days
            if _over(limit, date.fromisoformat(profile.card.used_on), today):
                # One that is open somewhere is in use, whatever its card says.
                with contextlib.suppress(CareerdeskError):
                    self.forget(profile)
                    erased += 1
        with contextlib.suppress(OSError, OverflowError, CareerdeskError):
            saved = datetime.fromtimestamp((self.root / FILE_NAME).stat().st_mtime).date()
            if _over(self.policy.guest_days, saved, today):
                StudentFile.open(self.root).close()
                wipe_student(self.root)
                erased += 1
        return erased

    def _folders(self) -> Iterator[Path]:
        try:
            inside = sorted(self._folder.iterdir())
        except OSError:
            return
        yield from (path for path in inside if path.is_dir() and not path.name.startswith("."))

    def _salt(self) -> str:
        """Return the salt of this computer: one for all codes, so that a guess is one slow hash.

        It stands on every card, so that no file can be lost that all codes hang on.
        """
        for profile in self.known():
            if profile.card.code is not None:
                return profile.card.code.salt
        return secrets.token_hex(16)

    def _move_out(self, student: StudentFile, card: Card) -> StudentFile:
        """Copy the guest's work to a profile with ``card`` and open it there.

        The profile is whole before it has its name; cut off anywhere, the guest has the work.
        """
        name = secrets.token_hex(8)
        begun, folder = self._folder / f"{_BEGUN}{name}", self._folder / name
        prepare_folder(begun)
        try:
            write_whole(begun / FILE_NAME, student.serialized(), mode=PRIVATE_FILE)
            write_card(begun, card)
            begun.rename(folder)
        except OSError as error:
            raise WriteProblem(
                name=FILE_NAME, folder=str(folder), reason=reason_for(error)
            ) from error
        finally:
            shutil.rmtree(begun, ignore_errors=True)
        sync_folder(self._folder)
        try:
            return StudentFile.open(folder)
        except CareerdeskError:
            shutil.rmtree(folder, ignore_errors=True)
            raise

    def _clear_guest(self, student: StudentFile) -> CareerdeskError | None:
        """Close the guest's file, whose work is elsewhere now, and take it away."""
        student.close()
        if student.path is not None:
            try:
                wipe_student(self.root)
            except CareerdeskError as error:
                return error
        return None


def _over(limit: int | None, last: date, today: date) -> bool:
    return limit is not None and (today - last).days > limit


def _today() -> str:
    return date.today().isoformat()


def _nickname(typed: str) -> str:
    """Return a nickname as it is kept: one line, no more than fits on a button."""
    words = " ".join(clean(typed).split())
    if len(words) > NICKNAME_LIMIT:
        raise TooLong(length=len(words), limit=NICKNAME_LIMIT)
    return words
