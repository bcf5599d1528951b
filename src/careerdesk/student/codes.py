"""Resume codes: three short words that reopen a student's work on this computer.

A word is two syllables, a consonant and a vowel each. The letters are those that a student who
reads English and one who reads Malay say alike, and of which no two are taken for each other in
handwriting: ``a i u``, because Malay hears ``e`` as ``i`` and ``o`` as ``u``; no ``l`` beside
``i``, no ``d`` beside ``b``, no ``n`` or ``h`` beside ``m``; and no digits. More than 300
million codes can be made; what protects them is that each guess is slow, and slower after a few.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

CONSONANTS = "bgjkmrstw"
VOWELS = "aiu"
WORDS = 3
_RUDE = frozenset(
    ["babi", "bisu", "busu", "buta", "butu", "gagu", "jima", "jubu", "kutu", "mati", "raba", "tuba"]
)
"""Words that should stand on no student's paper; they are Malay."""

_HEARD_AS = str.maketrans(
    {"e": "i", "o": "u", "d": "t", "p": "b", "n": "m", "c": "k", "q": "g", "y": "j", "v": "w"}
    | {"z": "s", "l": "r", "f": "t", "h": "m", "1": "i", "0": "u"}
)
"""What somebody writes who heard or read another letter; all of them are not in the alphabet."""

_SYLLABLE = re.compile(f"[{CONSONANTS}][{VOWELS}]")


class Cost(NamedTuple):
    """How slow scrypt is made."""

    n: int
    r: int
    p: int


USUAL = Cost(n=2**15, r=8, p=1)
"""About a tenth of a second, in 32 MB."""


def every_word() -> list[str]:
    """Return all words that a code may be made of."""
    syllables = [consonant + vowel for consonant in CONSONANTS for vowel in VOWELS]
    pairs = (first + second for first in syllables for second in syllables if first != second)
    return [word for word in pairs if word not in _RUDE]


def new_code() -> str:
    """Return a fresh code, such as ``juta-rimu-sika``."""
    import secrets

    words = every_word()
    return "-".join(secrets.choice(words) for _ in range(WORDS))


def tidied(typed: str) -> str | None:
    """Return the code that somebody meant who typed ``typed``; None when it cannot be one.

    Capitals, spaces and marks between the syllables do not matter, nor do letters that are not
    in the alphabet and sound or look like one that is.
    """
    plain = unicodedata.normalize("NFKC", typed[:200]).casefold().translate(_HEARD_AS)
    letters = re.sub(r"[\W_]", "", plain)
    syllables = _SYLLABLE.findall(letters)
    if len(syllables) != 2 * WORDS or "".join(syllables) != letters:
        return None
    return "-".join(syllables[at] + syllables[at + 1] for at in range(0, 2 * WORDS, 2))


def slow_hash(code: str, salt: bytes, cost: Cost) -> bytes:
    """Return what is kept of ``code``; takes its time on purpose."""
    import hashlib

    memory = 132 * cost.n * cost.r * cost.p + 2**20
    return hashlib.scrypt(
        code.encode("ascii"), salt=salt, n=cost.n, r=cost.r, p=cost.p, maxmem=memory, dklen=32
    )
