"""Words that a misspelt one may have been meant to be.

A letter may be wrong, missing, too many, or swapped with its neighbour; in a longer word, two.
"""

from __future__ import annotations

from collections.abc import Sequence

from careerdesk.catalogue.words import plain

_MOST_TITLES = 3
_LIKE = 60
"""Likeness, of 100, from which a title is offered."""
_SHORTEST = 3
_TWO_ERRORS_FROM = 6
"""Letters of a word in which two may be wrong."""
_SLIP_AND_ERROR_FROM = 8
"""Letters of a word in which the first may be one of two that are wrong: *degree* is no *agree*."""


def spellings(
    word: str, vocabulary: Sequence[str], *, unfinished: bool, most_errors: int
) -> list[str]:
    """Return the words of ``vocabulary`` nearest to ``word``: all that have equally few errors.

    Where ``word`` may be ``unfinished``, words that go on after something like it count too.
    """
    if len(word) < _SHORTEST:
        return []
    errors = min(most_errors, 2 if len(word) >= _TWO_ERRORS_FROM else 1)
    found = _nearest(word, vocabulary, errors)
    if not found and unfinished:
        beginnings = list(dict.fromkeys(term[: len(word)] for term in vocabulary))
        near = tuple(_nearest(word, beginnings, min(errors, _errors_of_unfinished(word))))
        found = [term for term in vocabulary if near and term.startswith(near)]
    return found


def titles_like(typed: str, titles: Sequence[str]) -> tuple[str, ...]:
    """Return the few of ``titles`` that look most like what was ``typed``, likest first."""
    from rapidfuzz import fuzz, process

    likest = process.extract(
        typed, titles, scorer=fuzz.ratio, processor=plain, limit=_MOST_TITLES, score_cutoff=_LIKE
    )
    return tuple(dict.fromkeys(title for title, _, _ in likest))


def _errors_of_unfinished(word: str) -> int:
    return 2 if len(word) > _TWO_ERRORS_FROM else 1


def _nearest(word: str, choices: Sequence[str], errors: int) -> list[str]:
    """Return the nearest ``choices``, the likeliest length first.

    Few slip at the first letter, so where some begin as ``word`` does, only those are meant.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=errors, limit=None)
    ranked = sorted(
        (int(distance), choice[:1] != word[:1], abs(len(choice) - len(word)), choice)
        for choice, distance, _ in found
        if distance < 2 or choice[:1] == word[:1] or len(word) >= _SLIP_AND_ERROR_FROM
    )
    return [choice for *errs, _, choice in ranked if errs == list(ranked[0][:2])]
