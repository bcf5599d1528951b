"""Words that a misspelt one may have been meant to be.

A letter may be wrong, missing, too many, or swapped with its neighbour; in a longer word, two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_MOST_TITLES = 3
_LIKE = 60
"""Likeness, of 100, from which a title is offered."""
_SHORTEST = 3
_LONGEST_ABBREVIATION = 4
_VOWEL = re.compile(r"[aeiouy]")
_TWO_ERRORS_FROM = 6
"""Letters of a word in which two may be wrong."""
_SLIP_AND_ERROR_FROM = 8
"""Letters of a word in which the first may be one of two that are wrong: *degree* is no *agree*."""


@dataclass(frozen=True, slots=True)
class Spellings:
    """Words that a misspelt one may have been meant to be."""

    likely: tuple[str, ...] = ()
    """Those with the fewest errors; if some begin as it was typed, only those."""
    possible: tuple[str, ...] = ()
    """All others that are near enough."""


def spellings(
    word: str, vocabulary: Sequence[str], *, unfinished: bool, most_errors: int
) -> Spellings:
    """Return the words of ``vocabulary`` that are near to ``word``.

    Where ``word`` may be ``unfinished``, words that go on after something like it count too.
    """
    if len(word) < _SHORTEST or _is_abbreviation(word):
        return Spellings()
    errors = min(most_errors, 2 if len(word) >= _TWO_ERRORS_FROM else 1)
    found = _nearest(word, vocabulary, errors)
    if not found.likely and unfinished:
        beginnings = list(dict.fromkeys(term[: len(word)] for term in vocabulary))
        near = _nearest(word, beginnings, min(errors, _errors_of_unfinished(word))).likely
        found = Spellings(tuple(term for term in vocabulary if near and term.startswith(near)))
    return found


def _is_abbreviation(word: str) -> bool:
    """Return whether ``word`` is more likely one, such as *psv*, than a word with a mistake."""
    return len(word) <= _LONGEST_ABBREVIATION and not _VOWEL.search(word)


def titles_like(typed: str, titles: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    """Return the few of ``titles``, each with its role, that look most like ``typed``."""
    from rapidfuzz import fuzz, process

    plain_titles = [title for title, _ in titles]
    likest = process.extract(
        typed, plain_titles, scorer=fuzz.ratio, limit=_MOST_TITLES, score_cutoff=_LIKE
    )
    return [titles[place] for _, _, place in likest]


def _errors_of_unfinished(word: str) -> int:
    return 2 if len(word) > _TWO_ERRORS_FROM else 1


def _nearest(word: str, choices: Sequence[str], errors: int) -> Spellings:
    """Return the nearest ``choices``; few slip at the first letter of a short word."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=errors, limit=None)
    ranked = sorted(
        (int(distance), choice[:1] != word[:1], abs(len(choice) - len(word)), choice)
        for choice, distance, _ in found
        if distance < 2 or choice[:1] == word[:1] or len(word) >= _SLIP_AND_ERROR_FROM
    )
    best = ranked[0][:2] if ranked else ()
    return Spellings(
        tuple(choice for *rank, choice in ranked if tuple(rank[:2]) == best),
        tuple(choice for *rank, choice in ranked if tuple(rank[:2]) != best),
    )
