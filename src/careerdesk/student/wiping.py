"""The year-end wipe: all students of this account in one action, which can be undone for a while.

The catalogue is kept elsewhere and is not touched. What is wiped is moved into a folder of its own,
where no code finds it, and erased when the days for undoing it are over. The work of idle guests
goes the same way, so that a clock that is years ahead for a day costs nobody anything.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from careerdesk.errors import CareerdeskError, WriteProblem
from careerdesk.files import reason_for, sync_folder, write_whole
from careerdesk.student.file import StudentFile
from careerdesk.student.folder import (
    BACKUPS_NAME,
    FILE_NAME,
    LOCK_NAME,
    MIRROR_NAME,
    PRIVATE_FILE,
    PROFILES_NAME,
    QUARANTINE_NAME,
    prepare_folder,
)
from careerdesk.student.lock import LockFile
from careerdesk.student.places import Places
from careerdesk.student.policy import Policy
from careerdesk.student.profile_card import Card, write_card
from careerdesk.student.start import is_over
from careerdesk.student.traces import BEFORE, wipe_student, wipe_tree

WIPED_NAME = "wiped"
_CARD = "wiped.json"
_GUEST = "guest"
_GUEST_FILES = (FILE_NAME, f"{FILE_NAME}-journal", MIRROR_NAME, BACKUPS_NAME, QUARANTINE_NAME)


@dataclass(frozen=True, slots=True)
class Wiped:
    """A wipe that can still be undone."""

    number: int
    on: date
    profiles: int
    """How many profiles it took, the guest not counted."""


class YearEnd:
    """Wipes all students, and brings them back. No student file may be open in this process."""

    def __init__(self, places: Places, policy: Policy | None = None) -> None:
        self._roots = [root for root in places if root is not None]
        self._policy = policy or Policy()

    def is_empty(self) -> bool:
        """Say whether there is nothing that a wipe would take."""
        names = (*_GUEST_FILES, BEFORE)
        kept = [path for root in self._roots for name in names for path in root.glob(name)]
        return not kept and not self._profiles()

    def wipe(self) -> Wiped:
        """Take all students away.

        Raises:
            StudentFileInUse: when one of them is open; nothing was changed.
            WriteProblem: when something could not be moved. Calling it again goes on with it.
        """
        return self.put_away(self._profiles(), guest=True)

    def put_away(self, names: Collection[str], *, guest: bool) -> Wiped:
        """Take the profiles with these ids away, and the guest's work too if ``guest`` says so.

        Raises:
            StudentFileInUse, WriteProblem: as for :meth:`wipe`.
        """
        working = self._roots[0]
        for folder in [working] * guest + [working / PROFILES_NAME / name for name in names]:
            LockFile(folder / LOCK_NAME).refuse_second_holder()
        # Other computers wipe into the same home folder.
        taken = [int(place.name) for root in self._roots for place in _wipes(root)]
        number = 1 + max(taken, default=0)
        wiped = Wiped(number, date.today(), len(names))
        for root in self._roots:
            if root.is_dir():
                self._move_all(root, wiped, names, guest=guest)
        return wiped

    def all(self) -> tuple[Wiped, ...]:
        """Return the wipes that can be undone, the last one first."""
        found = [_understood(place) for place in _wipes(self._roots[0])]
        return tuple(sorted(found, key=lambda wiped: wiped.number, reverse=True))

    def undo(self, wiped: Wiped) -> None:
        """Bring back what ``wiped`` took. What was made since then stays; where there is a guest
        now, the guest of then becomes a profile without a code.

        Raises:
            WriteProblem: when something could not be moved. Calling it again goes on with it.
        """
        with StudentFile.open(self._roots[0]) as guest:
            is_taken = bool(guest.counts)
        for root in self._roots:
            place = root / WIPED_NAME / str(wiped.number)
            if place.is_dir():
                with _worded(place):
                    self._move_back(root, place, wiped, is_taken=is_taken)

    def expire(self, today: date | None = None) -> int:
        """Erase for good what was wiped too long ago to be undone; return how many wipes."""
        erased = 0
        for wiped in self.all():
            if is_over(self._policy.undo_days, wiped.on, today or date.today()):
                with contextlib.suppress(CareerdeskError):
                    for root in reversed(self._roots):
                        wipe_tree(root / WIPED_NAME / str(wiped.number))
                    erased += 1
        return erased

    def _move_all(self, root: Path, wiped: Wiped, names: Collection[str], *, guest: bool) -> None:
        place = root / WIPED_NAME / str(wiped.number)
        prepare_folder(place / _GUEST)
        prepare_folder(place / PROFILES_NAME)
        card = json.dumps({"on": wiped.on.isoformat(), "profiles": wiped.profiles}).encode()
        write_whole(place / _CARD, card, mode=PRIVATE_FILE)
        with _worded(root):
            for name in names:
                if (root / PROFILES_NAME / name).is_dir():
                    (root / PROFILES_NAME / name).rename(place / PROFILES_NAME / name)
            before = [path.name for path in root.glob(BEFORE)]
            # The student file last: while it is there, a wipe that was cut off can be seen.
            for name in [*before, *reversed(_GUEST_FILES)] if guest else ():
                if (root / name).exists():
                    (root / name).rename(place / _GUEST / name)
            sync_folder(root)

    def _move_back(self, root: Path, place: Path, wiped: Wiped, *, is_taken: bool) -> None:
        prepare_folder(root / PROFILES_NAME)
        profiles = place / PROFILES_NAME
        for folder in sorted(profiles.iterdir()) if profiles.is_dir() else ():
            folder.rename(root / PROFILES_NAME / folder.name)
        then = place / _GUEST
        if is_taken and (then / FILE_NAME).exists():
            day = wiped.on.isoformat()
            write_card(then, Card(made_on=day, used_on=date.today().isoformat()))
            then.rename(root / PROFILES_NAME / f"guest-{wiped.number}-{secrets.token_hex(4)}")
        elif (then / FILE_NAME).exists():
            wipe_student(root)
            for path in sorted(then.iterdir()):
                path.rename(root / path.name)
        elif then.is_dir():
            # The wipe was cut off, and the guest's file never left.
            for path in sorted(then.iterdir()):
                if not (root / path.name).exists():
                    path.rename(root / path.name)
        wipe_tree(place)

    def _profiles(self) -> list[str]:
        names: set[str] = set()
        for root in self._roots:
            folder = root / PROFILES_NAME
            with _worded(root):
                inside = folder.iterdir() if folder.is_dir() else ()
                names.update(path.name for path in inside if path.is_dir())
        return sorted(names)


def _wipes(root: Path) -> list[Path]:
    """Return the folder of each wipe that lies below ``root``."""
    with _worded(root):
        return [place for place in (root / WIPED_NAME).glob("*") if place.name.isdecimal()]


def _understood(place: Path) -> Wiped:
    """Return the wipe in ``place``; its card may be damaged."""
    number = int(place.name)
    try:
        kept = json.loads((place / _CARD).read_bytes())
        return Wiped(number, date.fromisoformat(kept["on"]), int(kept["profiles"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError, OverflowError):
        profiles = list((place / PROFILES_NAME).glob("*"))
        return Wiped(number, _day_of(place), len(profiles))


def _day_of(place: Path) -> date:
    try:
        return date.fromtimestamp(place.stat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return date.today()


@contextlib.contextmanager
def _worded(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WriteProblem(
            name=folder.name, folder=str(folder.parent), reason=reason_for(error)
        ) from error
