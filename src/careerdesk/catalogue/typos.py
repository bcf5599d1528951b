"""Words that a misspelt one may have been meant to be.

A letter may be wrong, missing, too many, or swapped with its neighbour; in a longer word, two.
"""

from __future__ import annotations

from collections.abc import Sequence

_MOST = 3
"""Spellings that are offered for one word."""
_SHORTEST = 3
_TWO_ERRORS_FROM = 6
"""Letters of a word in which two may be wrong."""


def spellings(word: str, vocabulary: Sequence[str], *, unfinished: bool) -> list[str]:
    """Return the words of ``vocabulary`` nearest to ``word``, nearest first.

    Where ``word`` may be ``unfinished``, words that go on after something like it count too.
    """
    if len(word) < _SHORTEST:
        return []
    errors = 2 if len(word) >= _TWO_ERRORS_FROM else 1
    found = _nearest(word, vocabulary, errors)
    if not found and unfinished:
        beginnings = list(dict.fromkeys(term[: len(word)] for term in vocabulary))
        near = _nearest(word, beginnings, min(errors, 1 + (len(word) > _TWO_ERRORS_FROM)))
        found = [
            (distance, term)
            for distance, beginning in near[:_MOST]
            for term in vocabulary
            if term.startswith(beginning)
        ]
    return [term for _, term in found[:_MOST]]


def _nearest(word: str, choices: Sequence[str], errors: int) -> list[tuple[int, str]]:
    """Return distance and word of the nearest ``choices``.

    Few slip at the first letter, so where some begin as ``word`` does, only those are meant.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=errors, limit=None)
    ranked = sorted(
        (int(distance), choice[:1] != word[:1], abs(len(choice) - len(word)), choice)
        for choice, distance, _ in found
    )
    return [
        (distance, choice)
        for distance, slipped, _, choice in ranked
        if (distance, slipped) == ranked[0][:2]
    ]
