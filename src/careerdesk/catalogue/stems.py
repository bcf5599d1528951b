"""Word families: what is left of a word without its Malay affixes or its English ending.

A word may be taken apart in several ways, and nothing here knows its language, so each way is
kept: two words belong together when they share one of them. *Mengajar*, *pengajaran* and *ajar*
share ``ajar``; *teaching*, *teachers* and *teach* share ``teach``. What is no word of any language
does no harm: it is shared by nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_SHORTEST = 3
"""Letters that are left of a word without its English ending, at least."""
_SHORTEST_MALAY = 4
"""The same without Malay affixes: hardly any Malay root is shorter."""

_VOWELS = frozenset("aeiou")

_HAD_AN_E = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")

_PLAIN_PREFIXES = (
    "memper", "diper", "berke", "keber", "keter", "seper", "pember",
    "ber", "bel", "ter", "per", "pel", "be", "di", "ke", "se", "juru",
)  # fmt: skip

_NASAL = (
    # prefix, what may follow it, and the letter that it may have swallowed
    ("meng", "aeioughkq", "k"),
    ("peng", "aeioughkq", "k"),
    ("meny", "aeiou", "s"),
    ("peny", "aeiou", "s"),
    ("mem", "aeioubfvp", "p"),
    ("pem", "aeioubfvp", "p"),
    ("men", "aeioucdjzst", "t"),
    ("pen", "aeioucdjzst", "t"),
    ("me", "lmnrwy", ""),
    ("pe", "lmnrwykgtbdsj", ""),
)

_END_IN_I = ("baiki",)
"""Roots whose *i* belongs to them: to mend something is not to be good."""

_BEFORE_SHORT_ROOTS = ("menge", "penge", "di")
"""Prefixes of roots of one syllable, as in *mengecat*."""

_MALAY_SUFFIXES = ("kan", "an", "i", "nya", "lah")

_ENGLISH_SUFFIXES = (
    "ologists", "ologist", "ations", "ation", "ators", "ator", "ating", "ated", "ate",
    "icians", "ician", "ians", "ian", "ists", "ist", "ments", "ment", "ings", "ing", "ers", "er",
    "ors", "or", "ed", "ants", "ant", "ion", "ions", "ity", "ical", "al", "ure", "yer", "yers",
    "man", "men", "woman", "women", "ry", "y",
)  # fmt: skip

_DOUBLING = frozenset(("ing", "ings", "er", "ers", "or", "ors", "ed"))
"""Endings before which the last letter may be doubled."""

_LOOK_LIKE_ENDINGS = """
officer customer corner former mother number better letter matter sister quarter manner paper water
later father brother daughter weather order other border under over never ever station nation
ration patient animal metal hospital capital minister master september october november december
property electricity drawer flower shower tower power country army party assistant
painting soccer
"""
_NOT_ENDINGS = frozenset(_LOOK_LIKE_ENDINGS.split())
"""Words whose last letters only look like an ending."""

_OF_NO_FAMILY = frozenset(("pembantu", "penolong", "mengaji", "berenang"))
"""Malay words that have left their roots, or only look like others' kin: who likes to help has none
of the many titles of assistants in mind, who recites the Quran does no research."""


@lru_cache(maxsize=8192)
def stems(word: str) -> frozenset[str]:
    """Return every stem of ``word``, a plain word; the word itself is one of them."""
    found = {word}
    if word in _OF_NO_FAMILY:
        return frozenset(found)
    if word.isascii() and word.isalpha():
        found.update(_malay(word))
        found.update(_english(word))
    return frozenset(found)


def _malay(word: str) -> Iterator[str]:
    for root in _without_prefix(word):
        if root != word:
            yield root
        for suffix in _MALAY_SUFFIXES:
            if suffix == "i" and root in (word, *_END_IN_I):
                continue
            if root.endswith(suffix) and len(root) - len(suffix) >= _SHORTEST_MALAY:
                yield root[: -len(suffix)]


def _without_prefix(word: str) -> Iterator[str]:
    """Yield ``word`` itself, and what each prefix may have been put before."""
    yield word
    for prefix in _PLAIN_PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_MALAY:
            yield word[len(prefix) :]
    for prefix in _BEFORE_SHORT_ROOTS:
        if word.startswith(prefix) and len(word) - len(prefix) == _SHORTEST:
            yield word[len(prefix) :]
    for prefix, following, swallowed in _NASAL:
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or len(rest) < _SHORTEST:
            continue
        if rest[0] in following and len(rest) >= _SHORTEST_MALAY:
            yield rest
        if swallowed and rest[0] in _VOWELS:
            yield swallowed + rest


def _english(word: str) -> Iterator[str]:
    for base in (word, *_singular(word)):
        if base != word:
            yield base
        if not _NOT_ENDINGS.isdisjoint((base, *_singular(base))):
            continue
        for suffix in _ENGLISH_SUFFIXES:
            root = base[: -len(suffix)]
            if base.endswith(suffix) and len(root) >= _SHORTEST and not _is_eer(root, suffix):
                yield from _roots(root, doubled=suffix in _DOUBLING)


def _singular(word: str) -> Iterator[str]:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return
    if word.endswith("ies"):
        yield word[:-3] + "y"
    elif word.endswith(("ses", "xes", "zes", "ches", "shes")):
        yield word[:-2]
    yield word[:-1]


def _roots(root: str, *, doubled: bool) -> Iterator[str]:
    """Yield what *bak*, *programm* and *garden* may have been before their ending.

    A short word doubles its last letter before an ending; where it did not, it had an *e*: what
    *caring* comes from is no *car*.
    """
    yield root + "e"
    if not _HAD_AN_E.fullmatch(root):
        yield root
    if doubled and len(root) > _SHORTEST and root[-1] == root[-2] and root[-1] not in _VOWELS:
        yield root[:-1]


def _is_eer(root: str, suffix: str) -> bool:
    """Return whether this is *engineer* or *career*, which have nothing to do with *engine*."""
    return suffix in ("er", "ers") and root.endswith("e")
