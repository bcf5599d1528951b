"""Words as search sees them: without capitals, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
_WRITTEN = re.compile(rf"[^\W_]+(?:{_ACCENTS.pattern}[^\W_]*)*")

_FILLERS = """
a about am an and any are as at be become being best by can career do does doing for from get good
have how i in is it job jobs like likes love loves loving me my no of on or people some someone
something stuff that the their them things to want wanna what who with without work working works
would you your but im into really very
ada adalah akan aku apa bagi boleh buat cara dalam dan dari daripada dengan di gemar hobi ialah
ingin ini itu jadi kat ke kepada kerja kerjaya lah mahu mau menjadi minat nak oleh orang pada
pandai saya sebagai seperti seronok suka supaya tentang tu tukang untuk yang
sy nk tapi tp yg dgn utk ni je la keje krja amik jgn blh mcm macam pun org suke hobby
paling sangat lebih
"""
FILLERS = frozenset(_FILLERS.split())
"""Words that say nothing about which role is meant; they count only where there is nothing else."""

PASTIME = frozenset(("play", "plays", "playing", "main", "maen", "bermain", "tengok", "tgk"))
"""Words that say only that what follows is done for fun: of *main bola*, the ball is meant."""


def words(text: str) -> list[str]:
    """Return the words of ``text`` without capitals, accents and punctuation."""
    if text.isascii():
        return _WORD.findall(text.lower())
    return [word for _, _, forms in written_words(text) for word in forms]


def plain(text: str) -> str:
    """Return the words of ``text`` with single spaces between them."""
    return " ".join(words(text))


def written_words(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield start, end and plain words of every word as it is written in ``text``."""
    for found in _WRITTEN.finditer(text):
        yield found.start(), found.end(), _plain_word(found[0])


@lru_cache(maxsize=4096)
def _plain_word(written: str) -> tuple[str, ...]:
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", written))
    return tuple(_WORD.findall(plain.casefold()))
