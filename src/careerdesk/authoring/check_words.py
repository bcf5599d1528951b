"""Checks of the wording: both languages, plain text, length, hype, reading level, repetition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerdesk.authoring import wording
from careerdesk.authoring.facts import RoleFile
from careerdesk.authoring.faults import Fault
from careerdesk.authoring.findings import Finding, Surroundings, warning
from careerdesk.authoring.reading_level import read_english, read_malay, sentences, words
from careerdesk.authoring.texts import NOTES, Piece, pieces, strings
from careerdesk.catalogue.leaves import Path
from careerdesk.catalogue.text import Language

HIGHEST_GRADE = 9.0
"""Flesch-Kincaid, over the English of a whole role."""
MOST_MALAY_WORDS = 16.0
"""Words in a Malay sentence, on average over a whole role."""
MOST_LONG_MALAY_WORDS = 0.05
"""Share of Malay words of more than five syllables."""
LONGEST_SENTENCE = 26
"""Words in one sentence; the voice asks for about twenty."""
SHORTEST_REPEATED = 5
"""Words; shorter sentences may stand in two roles."""
LONGEST_SAME = 40
"""Characters; a longer text that is the same in both languages is not translated."""


def check_texts(record: object) -> Iterator[Finding]:
    """Look at every text and string of one role or record by itself."""
    for piece in pieces(record):
        yield from _look_at_both(piece)
        for language in Language:
            text = piece.text.in_language(language)
            limit = wording.LENGTHS.get(piece.key, wording.LONGEST_TEXT)
            yield from _look_at_string((*piece.path, language.value), text, limit)
            yield from _look_at_words(piece.path, language.value, text)
    for place, text in strings(record):
        yield from _look_at_string(place, text, wording.LONGEST_STRING)


def _look_at_both(piece: Piece) -> Iterator[Finding]:
    text = piece.text
    if len(text.en) > LONGEST_SAME and text.en == text.ms:
        yield Finding(piece.path, f"`{piece.key}` is the same in both languages; expected Malay")


def _look_at_string(path: Path, text: str, limit: int) -> Iterator[Finding]:
    name = ".".join(str(part) for part in path if isinstance(part, str))
    if not text.strip():
        yield Finding(path, f"`{name}` is empty; expected words")
        return
    hidden = wording.HIDDEN.search(text)
    if hidden:
        code = f"U+{ord(hidden.group()):04X}"
        yield Finding(path, f"`{name}` has the character {code}; expected one line of plain text")
    if text != text.strip() or "  " in text:
        yield warning(path, f"`{name}` has spaces too many; expected single ones between words")
    if len(text) > limit:
        yield Finding(path, f"`{name}` has {len(text)} characters; expected at most {limit}")
    for pattern, looks_like in wording.LOOKALIKES:
        if pattern.search(text):
            yield Finding(path, f"`{name}` has {looks_like}; expected plain text")


def _look_at_words(path: Path, language: str, text: str) -> Iterator[Finding]:
    place = (*path, language)
    for hype in dict.fromkeys(match.lower() for match in wording.HYPE[language].findall(text)):
        yield Finding(place, f"“{hype}” is hype; expected a plain, calm word")
    if path[0] in {"people", "books"}:
        return
    for word in dict.fromkeys(match.lower() for match in wording.GENDERED[language].findall(text)):
        yield Finding(place, f"“{word}” speaks of one sex; expected a word for everybody")


def check_wording(role: RoleFile) -> Iterator[Finding]:
    """Look at every text of one role, and at how hard the role is to read."""
    yield from check_texts(role)
    yield from _reading(role)


def _reading(role: RoleFile) -> Iterator[Finding]:
    prose = [piece for piece in pieces(role) if piece.is_prose]
    english = read_english(piece.text.en for piece in prose)
    if english.grade > HIGHEST_GRADE:
        message = f"the English reads at grade {english.grade:.1f}; expected {HIGHEST_GRADE:.0f}"
        yield Finding(("id",), f"{message} or lower (shorter sentences, shorter words)")
    malay = read_malay(piece.text.ms for piece in prose)
    if malay.words_per_sentence > MOST_MALAY_WORDS:
        message = f"the Malay has {malay.words_per_sentence:.1f} words a sentence on average"
        yield Finding(("id",), f"{message}; expected {MOST_MALAY_WORDS:.0f} or fewer")
    if malay.share_of_long_words > MOST_LONG_MALAY_WORDS:
        share = f"{malay.share_of_long_words:.1%} of the Malay words have over five syllables"
        yield warning(("id",), f"{share}; expected {MOST_LONG_MALAY_WORDS:.0%} or fewer")
    for piece in prose:
        for language in Language:
            for sentence in sentences(piece.text.in_language(language)):
                if (count := len(words(sentence))) > LONGEST_SENTENCE:
                    start = " ".join(sentence.split()[:4])
                    message = f"the sentence “{start} …” has {count} words; expected about 20"
                    yield warning((*piece.path, language.value), message)


_NOT_A_LETTER = re.compile(r"[^\w\s]|_")


def check_repetition(around: Surroundings) -> Iterator[Fault]:
    """Find sentences that stand in two places, in one role or in two."""
    seen: dict[tuple[str, str], tuple[str, int]] = {}
    for draft in around.draft.roles:
        if draft.role is None or draft.role.retired_on:
            continue
        for path, sentence in _own_sentences(draft.role):
            said = " ".join(_NOT_A_LETTER.sub(" ", sentence).casefold().split())
            if said.count(" ") + 1 < SHORTEST_REPEATED:
                continue
            here = (draft.name, draft.line(path))
            there = seen.setdefault((str(path[-1]), said), here)
            if there != here:
                start = " ".join(sentence.split()[:6])
                place = f"at {there[0]}:{there[1]}"
                message = f"the sentence “{start} …” stands {place} too; expected another one"
                yield draft.fault(path, message)


def _own_sentences(role: RoleFile) -> Iterator[tuple[Path, str]]:
    """Yield the sentences that only this role may say; a path ends with the language."""
    for piece in pieces(role):
        if piece.is_prose and piece.key not in NOTES:
            for language in Language:
                for sentence in sentences(piece.text.in_language(language)):
                    yield (*piece.path, language.value), sentence
