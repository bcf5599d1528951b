"""How hard a text is to read: Flesch-Kincaid for English, lengths for Malay."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
_ABBREVIATION = re.compile(r"\b(e\.g|i\.e|etc|vs|No|Dr|Mr|Ms|St)\.\s+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(
    r"(?:(?:[^aeiouyl]|[aeiouyl]l)e|(?:[^aeiouytdl]|[aeiouyl]l)ed|(?:[^aeiouycgsxzl]|[aeiouyl]l)es"
    r"|(?<![aeiouy])[aeiouy]{1,2}ve[sd])$"
)
_APART = re.compile(
    r"(?<![cgstn])(?<!ll)i(?:a|o(?!u))|(?<=[rvd])i(?=ous)|i(?=en[ct](?<=[^cts]ien.))|(?<!s)ia(?=$|ns?$)|ea(?=s?$)"
    r"|(?<=cr)e(?=at)|eo(?!p)|iu|(?<![gq])u(?:a|ou)|(?:[aou]|e)i?(?=ing)|(?<=[aeo])y(?=[aeiou])"
    r"|y(?=ing)|i(?=et(?:y|$|e|s))|(?<=sc)i(?=en)"
)
"""Where two vowels that stand together are two syllables."""
_SPELT_OUT = 3
"""Words in capitals of up to so many letters are read letter by letter, as in AI and SPM."""
_ODD = {"business": 2, "businesses": 3, "people": 2, "every": 2, "everyone": 3, "friend": 1}
_MALAY_VOWELS = re.compile(r"ai(?![aeiou])|au(?![aeiou])|oi(?![aeiou])|[aeiou]")

LONG_MALAY_WORD = 5
"""Syllables; a word with more is long."""


def words(text: str) -> list[str]:
    """Return the words of ``text``, without numbers and signs."""
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Return the sentences of ``text``."""
    whole = _ABBREVIATION.sub(lambda match: match.group().replace(". ", ".\u00a0"), text)
    return [part for part in _SENTENCE_END.split(whole) if words(part)]


def english_syllables(word: str) -> int:
    """Return about how many syllables an English ``word`` has."""
    lower = word.lower().replace("’", "'").removesuffix("'s")
    if len(word) > 1 and word.isupper() and (len(word) <= _SPELT_OUT or not _VOWELS.search(lower)):
        return len(word)
    if lower in _ODD:
        return _ODD[lower]
    count = len(_VOWELS.findall(lower)) + len(_APART.findall(lower))
    if _SILENT_END.search(lower):
        count -= 1
    return max(count, 1)


def malay_syllables(word: str) -> int:
    """Return about how many syllables a Malay ``word`` has: one for each vowel or diphthong."""
    return max(len(_MALAY_VOWELS.findall(word.lower())), 1)


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a collection of texts in one language is to read."""

    words: int
    sentences: int
    syllables: int
    long_words: int
    """Words of more than :data:`LONG_MALAY_WORD` syllables."""

    @property
    def words_per_sentence(self) -> float:
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def share_of_long_words(self) -> float:
        return self.long_words / self.words if self.words else 0.0

    @property
    def grade(self) -> float:
        """Flesch-Kincaid grade; it means something for English only."""
        if not self.words:
            return 0.0
        return 0.39 * self.words_per_sentence + 11.8 * self.syllables / self.words - 15.59


def read_english(texts: Iterable[str]) -> Reading:
    """Return how hard the English ``texts`` are."""
    return _read(texts, english_syllables)


def read_malay(texts: Iterable[str]) -> Reading:
    """Return how hard the Malay ``texts`` are."""
    return _read(texts, malay_syllables)


def _read(texts: Iterable[str], syllables_of: Callable[[str], int]) -> Reading:
    found, counts = 0, []
    for text in texts:
        for sentence in sentences(text):
            found += 1
            counts += [syllables_of(word) for word in words(sentence)]
    long_words = sum(count > LONG_MALAY_WORD for count in counts)
    return Reading(len(counts), found, sum(counts), long_words)
