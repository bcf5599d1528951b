"""Several students on one computer, and none of them named.

Whoever sits down is the guest. The guest's file is the one in the student folder itself, and no
code is needed to open it: it is there until the guest finishes, or has not come back for the days
that the policy allows. Once there is something worth keeping, :meth:`Profiles.keep` moves it to a
profile of its own and returns the resume code that opens it again on this computer.
"""

from __future__ import annotations

import contextlib
import hmac
import math
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from careerdesk.errors import CareerdeskError, WriteProblem
from careerdesk.files import reason_for, sync_folder, write_whole
from careerdesk.student import erasing, moving
from careerdesk.student.codes import new_code, slow_hash, tidied
from careerdesk.student.file import StudentFile
from careerdesk.student.folder import (
    FILE_NAME,
    LOCK_NAME,
    PRIVATE_FILE,
    PROFILES_NAME,
    prepare_folder,
)
from careerdesk.student.guesses import Guesses
from careerdesk.student.lock import LockFile
from careerdesk.student.places import Places
from careerdesk.student.policy import Policy
from careerdesk.student.problems import (
    StudentFileInUse,
    TooLong,
    TooManyGuesses,
    UnknownProfile,
    WrongCode,
)
from careerdesk.student.profile_card import NICKNAME_LIMIT, Card, Lock, read_card, write_card
from careerdesk.student.start import is_lost, is_over, open_anyway, open_guest
from careerdesk.student.statements import clean
from careerdesk.student.traces import wipe_tree

GUESSES_NAME = "guesses.json"
_BEGUN = ".new-"


@dataclass(frozen=True, slots=True)
class Profile:
    """One student's work on this computer, as far as it is known without opening it."""

    id: str
    folder: Path
    card: Card
    home: Path | None = None
    """Where its copy follows the student, if homes are on a network."""

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

    def __init__(
        self, root: Path, policy: Policy | None = None, *, home: Path | None = None
    ) -> None:
        self.root = root
        self.home = home
        self.policy = policy or Policy()
        self._folder = root / PROFILES_NAME
        self._guesses = Guesses(root / GUESSES_NAME)

    def open_guest(self) -> StudentFile:
        """Open the guest's file, or what comes nearest to it (:func:`start.open_guest`)."""
        return open_guest(Places(self.root, self.home), self.policy)

    def known(self) -> tuple[Profile, ...]:
        """Return all profiles, the last used first."""
        found = [profile for name in self._names() for profile in self._named(name)]
        return tuple(
            sorted(found, key=lambda profile: (profile.card.used_on, profile.id), reverse=True)
        )

    def profile_of(self, student: StudentFile) -> Profile | None:
        """Return the profile that ``student`` is; None for the guest and for work in memory."""
        if student.path is None or self.is_guest(student):
            return None
        return next(self._named(student.path.parent.name), None)

    def is_guest(self, student: StudentFile) -> bool:
        """Whether ``student`` is nobody's profile, whatever became of the cards of that."""
        return student.path is None or student.path.parent.parent != self._folder

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
            self._write_card(profile, replace(profile.card, code=lock, nickname=nickname))
            return Kept(code, student)
        today = _today()
        card = Card(nickname=nickname, made_on=today, used_on=today, code=lock)
        moved = self._move_out(student, card)
        return Kept(code, moved, self._clear_guest(student))

    def rename(self, profile: Profile, nickname: str) -> Profile:
        """Give ``profile`` another nickname; an empty one takes it away."""
        return self._write_card(profile, replace(profile.card, nickname=_nickname(nickname)))

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
            # Never “1 seconds”.
            raise TooManyGuesses(seconds=max(math.ceil(seconds), 2))
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
        places = [profile.folder, *([profile.home] if profile.home else [])]
        fresh = next(self._named(profile.id), None)
        is_there = is_lost(profile.folder) or any((place / FILE_NAME).exists() for place in places)
        if fresh is None or not is_there:
            raise UnknownProfile
        student = open_anyway(profile.folder, profile.home)
        student.forgetful = self.policy.forgetful
        # The day of its last use is worth keeping, and no reason to keep anyone out.
        with contextlib.suppress(WriteProblem):
            self._write_card(fresh, fresh.card.used(date.today()))
        return student

    def set_aside(self, student: StudentFile) -> StudentFile:
        """Make room for a new guest: what the last one left can be opened from :meth:`known`.

        What could not be cleared is the ``notice`` of the new guest's file.
        """
        today, problem = _today(), None
        if student.counts and self.profile_of(student) is None:
            self._move_out(student, Card(made_on=today, used_on=today)).close()
            problem = self._clear_guest(student)
        else:
            student.close()
        return self._next_guest(problem)

    def finish(self, student: StudentFile) -> StudentFile:
        """Finish and clear: the guest's work is erased, a profile is closed, and a guest begins.

        Raises:
            EraseProblem: when a copy could not be removed; the work itself is erased.
            SaveProblem: when the work could not be erased.
        """
        if self.is_guest(student):
            return self._next_guest(erasing.erase(student))
        student.close()
        return self._next_guest()

    def erase(self, student: StudentFile) -> StudentFile:
        """Erase the profile that is open, its code and every copy, and let a guest begin.

        What could not be removed is the ``notice`` of the guest's file.

        Raises:
            UnknownProfile: when ``student`` is no profile.
            EraseProblem, SaveProblem: when the work itself could not be erased.
        """
        profile = self.profile_of(student)
        if profile is None:
            raise UnknownProfile
        problem = erasing.erase(student)
        try:
            self.forget(profile)
        except CareerdeskError as error:
            problem = error
        return self._next_guest(problem)

    def _next_guest(self, problem: CareerdeskError | None = None) -> StudentFile:
        """Open the guest's file, or one in memory where somebody has that open elsewhere.

        ``problem`` is what the guest should read of what came before, if nothing matters more.
        """
        try:
            guest = self.open_guest()
        except StudentFileInUse as error:
            guest = StudentFile.in_memory(error)
        guest.notice = guest.notice or problem
        return guest

    def forget(self, profile: Profile) -> None:
        """Erase a closed profile, its card and every copy.

        Raises:
            StudentFileInUse: when it is open somewhere.
            EraseProblem: when something of it stays.
        """
        LockFile(profile.folder / LOCK_NAME).refuse_second_holder()
        wipe_tree(profile.folder)
        if profile.home is not None:
            wipe_tree(profile.home)

    def expire(self, today: date | None = None) -> int:
        """Put away the profiles that nobody came back for, and return how many.

        They are erased when the days for undoing that are over, as is now whatever was put away
        that long ago (:mod:`wiping`). A guest's own file expires when it is opened.
        """
        from careerdesk.student.wiping import YearEnd

        year_end = YearEnd(Places(self.root, self.home), self.policy)
        expired = 0
        for profile in self.known():
            limit = self.policy.profile_days if profile.has_code else self.policy.guest_days
            used = date.fromisoformat(profile.card.used_on)
            if is_over(limit, used, today or date.today()):
                # One that is open somewhere is in use, whatever its card says.
                with contextlib.suppress(CareerdeskError):
                    year_end.put_away([profile.id], guest=False)
                    expired += 1
        year_end.expire(today)
        return expired

    def _names(self) -> list[str]:
        """Return the ids of all profiles, here and in the home folder."""
        names: set[str] = set()
        for root in (self.root, self.home):
            with contextlib.suppress(OSError):
                inside = (root / PROFILES_NAME).iterdir() if root is not None else ()
                names.update(path.name for path in inside if not path.name.startswith("."))
        return sorted(names)

    def _named(self, name: str) -> Iterator[Profile]:
        """Return the profile with the id ``name``, if it has a card that makes sense."""
        folder = self._folder / name
        home = self.home / PROFILES_NAME / name if self.home is not None else None
        cards = [read_card(place) for place in (folder, home) if place is not None]
        found = [card for card in cards if card is not None]
        if found:
            # Of two from one day the one in the home folder, which all computers write to.
            card = max(reversed(found), key=lambda card: card.used_on)
            yield Profile(name, folder, card, home)

    def _write_card(self, profile: Profile, card: Card) -> Profile:
        """Write ``card`` beside ``profile``, and beside its copy where that can be reached."""
        write_card(profile.folder, card)
        if profile.home is not None:
            with contextlib.suppress(CareerdeskError):
                prepare_folder(profile.home)
                write_card(profile.home, card)
        return replace(profile, card=card)

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
            if self.is_guest(student):
                moving.begin(self.root, name)
            write_whole(begun / FILE_NAME, student.serialized(), mode=PRIVATE_FILE)
            write_card(begun, card)
            begun.rename(folder)
            # Whoever erases in another window takes what is begun for what a kill left.
            (folder / FILE_NAME).stat()
            sync_folder(self._folder)
        except OSError as error:
            shutil.rmtree(folder, ignore_errors=True)
            raise WriteProblem(
                name=FILE_NAME, folder=str(folder), reason=reason_for(error)
            ) from error
        finally:
            shutil.rmtree(begun, ignore_errors=True)
        home = self.home / PROFILES_NAME / name if self.home is not None else None
        try:
            self._write_card(Profile(name, folder, card, home), card)
            moved = StudentFile.open(folder, home=home)
            moved.want_copies()
            return moved
        except CareerdeskError:
            for place in filter(None, (folder, home)):
                shutil.rmtree(place, ignore_errors=True)
            raise

    def _clear_guest(self, student: StudentFile) -> CareerdeskError | None:
        """Erase the guest's file, whose work is elsewhere now, and close it."""
        try:
            student.erase()
            return None
        except CareerdeskError as error:
            return error
        finally:
            student.close()
            with contextlib.suppress(CareerdeskError):
                erasing.wipe(student)
            moving.end(self.root)


def _today() -> str:
    return date.today().isoformat()


def _nickname(typed: str) -> str:
    """Return a nickname as it is kept: one line, no more than fits on a button."""
    words = " ".join(clean(typed).split())
    if len(words) > NICKNAME_LIMIT:
        raise TooLong(length=len(words), limit=NICKNAME_LIMIT)
    return words
