"""The card that lies beside a profile: how its code is known again, and when it was used."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from pathlib import Path

from careerdesk.files import write_whole
from careerdesk.student.codes import USUAL, Cost, slow_hash
from careerdesk.student.folder import PRIVATE_FILE

CARD_NAMES = ("profile.json", "profile-copy.json")
"""Twice, because without its card nobody could find a profile by its code."""

NICKNAME_LIMIT = 24
_SIZE_LIMIT = 16 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Lock:
    """What is kept of a resume code: a salted slow hash, in hexadecimal."""

    salt: str
    hash: str
    n: int
    r: int
    p: int

    @property
    def recipe(self) -> tuple[str, Cost]:
        """What has to be hashed with, to see whether a code fits."""
        return self.salt, Cost(self.n, self.r, self.p)

    @classmethod
    def made_for(cls, code: str, salt: str) -> Lock:
        """Return the lock that ``code`` opens."""
        hashed = slow_hash(code, bytes.fromhex(salt), USUAL).hex()
        return cls(salt=salt, hash=hashed, **USUAL._asdict())


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What is known about a profile without opening its file. None of it is a name."""

    nickname: str = ""
    """As the student likes to be called here, if they said so."""
    made_on: str
    used_on: str
    """ISO 8601 days."""
    code: Lock | None = None
    """None for a guest's work that was set aside."""

    def used(self, today: date) -> Card:
        """Return the card with ``today`` as the day of its last use."""
        return replace(self, used_on=today.isoformat())


def read_card(folder: Path) -> Card | None:
    """Return the card in ``folder``; None where neither copy of it makes sense."""
    for name in CARD_NAMES:
        try:
            with (folder / name).open("rb") as file:
                return _understood(json.loads(file.read(_SIZE_LIMIT)))
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            continue
    return None


def write_card(folder: Path, card: Card) -> None:
    """Write ``card`` beside its profile, twice.

    Raises:
        WriteProblem: when that failed; at least one copy is then as it was.
    """
    content = json.dumps(asdict(card), ensure_ascii=False, indent=1).encode()
    for name in CARD_NAMES:
        write_whole(folder / name, content, mode=PRIVATE_FILE)


def _understood(kept: dict[str, object]) -> Card:
    """Return what ``kept`` says, and nothing of what a later program may have added."""
    code = kept["code"]
    lock = None
    if isinstance(code, dict):
        lock = Lock(**{item.name: code[item.name] for item in fields(Lock)})
        bytes.fromhex(lock.salt + lock.hash)
        if not (1 < lock.n <= 2**20 and 0 < lock.r <= 32 and 0 < lock.p <= 16):
            raise ValueError("a cost that no program of ours asks for")
    words = {name: str(kept[name]) for name in ("nickname", "made_on", "used_on")}
    for name in ("made_on", "used_on"):
        date.fromisoformat(words[name])
    return Card(**words, code=lock)
