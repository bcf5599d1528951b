"""What was typed, taken apart: each word with everything that it can stand for.

A word finds itself, the words that begin with it, those of its family (*teach* finds *teacher*),
everyday words for the same thing (*fix* finds *baiki*) and, where there is nothing of all that,
the words that it may have been meant to be.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

from careerdesk.catalogue.index import Tier
from careerdesk.catalogue.lookup import Lookup, Sets
from careerdesk.catalogue.stems import stems
from careerdesk.catalogue.text import Text
from careerdesk.catalogue.wishes import Said, take_out
from careerdesk.catalogue.words import FILLERS, PASTIME, words

_LONGEST_QUERY = 200
"""Characters that are looked at; no title is as long."""
_MOST_WORDS = 8
_LONGEST_PHRASE = 3

_FAMILY = 0.85
_SYNONYM = 0.7
MISSPELT = 0.8
DOUBTFUL = 0.55
_SCATTERED = 0.3
_BEGINNING = {1: 0.35, 2: 0.5}
_LONG_BEGINNING = 0.75
_BEGINNING_WITHIN = 0.5
"""How sure it is, of 1, that a word found in each way was meant; the whole word is 1."""
_FINISHED = 0.5
"""The same for the last word where it is a whole one already."""
LAST_OF_FINISHED = Tier.SEARCH_PHRASE
"""Last tier in which a whole word counts as a beginning, too: *data* begins the title of a
database administrator, and has nothing to do with *datang* in a sentence."""
_SPELT_LIKE_MALAY = frozenset(("cat", "cop"))
"""English words that are other words in Malay, where *cat* is paint: texts have either, so no other
word leads to them."""
_SHORTEST_WITHIN = 3
"""Letters of a word that another follows, for it to be taken as a beginning."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a word that was typed is found in roles."""

    sure: float
    """How sure it is, of 1, that this was meant."""
    sets: Sets
    terms: tuple[str, ...]
    """What stands in their texts: whole words, or how words begin."""


@dataclass(slots=True)
class Unit:
    """One word that was typed, or a phrase that stands for one thing."""

    typed: str
    """As typed, made plain."""
    prefix: str | None = None
    """What words may begin with."""
    finished: bool = False
    """Whether it is a whole word already; then only words of titles and the like begin with it."""
    terms: set[str] = field(default_factory=set)
    """The whole words that it stands for, for marking them."""
    spelt: str | None = None
    """The word that it is taken for, where it was misspelt."""
    ways: list[Way] = field(default_factory=list)
    known: bool = False
    """Whether the catalogue has the word, or one that begins so; if not, it may be misspelt."""
    subject: Text | None = None
    """The SPM subject that it is the name of."""
    everywhere: int = 0
    """The roles that have it anywhere."""
    whole: int = 0
    """The same without those that only have a word that begins so, or the SPM subject."""

    def add(
        self, sure: float, sets: Sets, terms: tuple[str, ...], *, loosely: bool = False
    ) -> None:
        """Take in another way of finding it; ``loosely`` if its word itself stands nowhere."""
        if not sets:
            return
        self.ways.append(Way(sure, sets, terms))
        union = reduce(or_, sets.values())
        self.everywhere |= union
        if not loosely:
            self.whole |= union

    def matches(self, word: str, *, in_sentence: bool = False) -> bool:
        """Return whether ``word``, a plain word of a text, is one that was looked for."""
        begins = self.prefix is not None and word.startswith(self.prefix)
        if word in self.terms or (begins and not (self.finished and in_sentence)):
            return True
        return not _family(word).isdisjoint(_family(self.spelt or self.typed))

    def within(self, last: Tier) -> int:
        """Return the roles that have it in ``last`` or a more telling tier."""
        return reduce(or_, (_up_to(last, way.sets) for way in self.ways), 0)


def take_apart(lookup: Lookup, typed: str) -> tuple[list[Unit], list[Said]]:
    """Return the units of what was typed, without words that say nothing, and the wishes."""
    said, asked = take_out(lookup, words(typed[:_LONGEST_QUERY]))
    asked = list(dict.fromkeys(asked))[:_MOST_WORDS]
    telling = _without_pastime([word for word in asked if word not in FILLERS])
    phrases = _phrases(lookup, telling if telling or said else asked)
    end = len(phrases) - 1
    units = [_unit(lookup, phrase, last=place == end) for place, phrase in enumerate(phrases)]
    return units, said


def _without_pastime(telling: list[str]) -> list[str]:
    """Leave out of ``telling`` what says only that the next word is done for fun."""
    *before, last = telling or [""]
    return [word for word in before if word not in PASTIME] + [last] * bool(telling)


def roles_about(lookup: Lookup, word: str, *, as_title: bool) -> int:
    """Return the roles in which ``word``, or another for it, stands; perhaps only ``as_title``."""
    unit = Unit(typed=word)
    _add_word(lookup, unit, word, 1.0)
    _add_synonyms(lookup, unit, word)
    return unit.within(Tier.OTHER_TITLE if as_title else Tier.TASK)


def _phrases(lookup: Lookup, asked: list[str]) -> list[str]:
    """Join words that together are an everyday phrase, such as *sick people*."""
    found = []
    start = 0
    while start < len(asked):
        for length in range(min(_LONGEST_PHRASE, len(asked) - start), 0, -1):
            phrase = " ".join(asked[start : start + length])
            if length == 1 or _is_phrase(lookup, phrase):
                found.append(phrase)
                start += length
                break
    return found


def _is_phrase(lookup: Lookup, phrase: str) -> bool:
    joined = phrase.replace(" ", "")
    return bool(lookup.synonyms(phrase) or lookup.subjects_called(phrase) or lookup.term(joined))


_SHORTEST_HALF = 3


def _unit(lookup: Lookup, phrase: str, *, last: bool) -> Unit:
    unit = Unit(typed=phrase)
    parts = phrase.split()
    if len(parts) > 1:
        unit.known = True
        # The name of a subject means the subject; both its words may stand in any text.
        scattered = _SCATTERED if lookup.subjects_called(phrase) else 1.0
        unit.add(scattered, *_all_of(lookup, parts, unit))
        _add_word(lookup, unit, "".join(parts), 1.0)
    else:
        _add_word(lookup, unit, phrase, 1.0)
        unit.known = bool(lookup.term(phrase))
    unit.known = _add_synonyms(lookup, unit, phrase) or unit.known
    _add_subjects(lookup, unit, phrase)
    if len(parts) == 1:
        _add_beginning(lookup, unit, phrase, last=last)
        if not unit.everywhere:
            _add_halves(lookup, unit, phrase)
    return unit


def _add_halves(lookup: Lookup, unit: Unit, word: str) -> None:
    """Take ``word`` for two that were written as one, as in *cybersecurity*."""
    for cut in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1):
        halves = [word[:cut], word[cut:]]
        if all(map(lookup.term, halves)):
            unit.known = True
            unit.add(1.0, *_all_of(lookup, halves, unit))


def _add_word(lookup: Lookup, unit: Unit, word: str, sure: float) -> None:
    unit.add(sure, lookup.term(word), (word,))
    unit.terms.add(word)
    for relative in lookup.terms_with_stem(_family(word)):
        if relative != word:
            unit.add(sure * _FAMILY, lookup.term(relative), (relative,))
            unit.terms.add(relative)


def _family(word: str) -> frozenset[str]:
    """Return the stems of ``word``; of an English plural, without those that may be Malay words."""
    return frozenset(
        stem for stem in stems(word) if stem not in _SPELT_LIKE_MALAY or word != f"{stem}s"
    )


def _add_beginning(lookup: Lookup, unit: Unit, word: str, *, last: bool) -> None:
    unit.finished = bool(unit.whole)
    if last:
        sure = _BEGINNING.get(len(word), _LONG_BEGINNING) * (_FINISHED if unit.finished else 1)
    elif len(word) >= _SHORTEST_WITHIN and not unit.finished:
        sure = _BEGINNING_WITHIN
    else:
        return
    beginning = lookup.beginning(word)
    if unit.finished:
        beginning = {tier: roles for tier, roles in beginning.items() if tier <= LAST_OF_FINISHED}
    unit.prefix = word
    unit.known = unit.known or bool(beginning)
    unit.add(sure, beginning, (word,), loosely=True)


def _add_subjects(lookup: Lookup, unit: Unit, phrase: str) -> None:
    for subject in lookup.subjects_called(phrase):
        unit.known = True
        unit.subject = unit.subject or subject.name
        unit.add(1.0, {Tier.SUBJECT: lookup.naming(subject)}, (phrase,), loosely=True)


def _add_synonyms(lookup: Lookup, unit: Unit, phrase: str) -> bool:
    """Take in other words for ``phrase``; return whether there are any."""
    forms = [phrase] if " " in phrase else sorted(stems(phrase))
    others = dict.fromkeys(other for form in forms for other in lookup.synonyms(form))
    for other in others.keys() - _SPELT_LIKE_MALAY:
        unit.add(_SYNONYM, *_all_of(lookup, other.split(), unit))
    return bool(others)


def _all_of(lookup: Lookup, parts: list[str], unit: Unit) -> tuple[Sets, tuple[str, ...]]:
    """Return the roles that have every word of a phrase, and all words of their families.

    A role counts where the least telling of the words stands.
    """
    families = [lookup.terms_with_stem(_family(part)) for part in parts]
    terms = tuple(dict.fromkeys(term for family in families for term in family))
    unit.terms.update(terms)
    found = [_joined(lookup, family) for family in families]
    if len(found) == 1:
        return found[0], terms
    sets: Sets = {}
    for tier in Tier:
        both = reduce(and_, (_up_to(tier, by_tier) for by_tier in found))
        if both:
            sets[tier] = both
    return sets, terms


def _joined(lookup: Lookup, terms: Iterable[str]) -> Sets:
    joined: Sets = {}
    for term in terms:
        for tier, members in lookup.term(term).items():
            joined[tier] = joined.get(tier, 0) | members
    return joined


def _up_to(last: Tier, by_tier: Sets) -> int:
    return reduce(or_, (members for tier, members in by_tier.items() if tier <= last), 0)


def respell(lookup: Lookup, unit: Unit, spellings: Sequence[str], sure: float) -> None:
    """Let ``unit`` stand for words that it may have been meant to be, the likeliest first."""
    for word in spellings:
        if unit.spelt is None:
            unit.spelt = word
            _add_synonyms(lookup, unit, word)
        _add_word(lookup, unit, word, sure)
