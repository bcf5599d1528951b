"""The glossary: finding, in what a student reads, the words that they may not know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from careerdesk.catalogue.shared import Term
from careerdesk.catalogue.text import Language

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text at which a term stands, as in ``text[start:end]``."""

    start: int
    end: int
    term: Term


class Glossary:
    """The terms of one language, ready to be found in texts."""

    def __init__(self, terms: Iterable[Term], language: str) -> None:
        self._language = language
        self._terms: dict[str, Term] = {}
        for term in terms:
            for form in forms(term, language):
                self._terms.setdefault(_key(form), term)
        self._starting = _by_first_word(self._terms)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return every mention of a term in ``text``, from its beginning to its end."""
        # Most texts hold no term, and looking all their words up at once is quickest.
        if self._starting.keys().isdisjoint(_WORD.findall(text.casefold())):
            return ()
        mentions: list[Mention] = []
        end = 0
        for word in _WORD.finditer(text):
            for lead, alike in self._starting.get(word[0].casefold(), ()):
                start = word.start() - lead
                if start >= end and (found := _any_of(alike).match(text, start)):
                    end = found.end()
                    mentions.append(Mention(start, end, self._named(found[0])))
                    break
        return tuple(mentions)

    def used(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """Return the terms that stand in ``texts``, each once, in the order of their names."""
        found = {mention.term.id: mention.term for text in texts for mention in self.find(text)}
        return tuple(sorted(found.values(), key=self.place_of))

    def place_of(self, term: Term) -> tuple[str, str]:
        """Return by what terms are put in the order of the alphabet."""
        return self.heading(term).casefold(), term.id

    def heading(self, term: Term) -> str:
        """Return the name of ``term`` as a heading says it, with a capital."""
        name = term.name.in_language(self._language)
        return name[:1].upper() + name[1:]

    def meaning(self, term: Term) -> str:
        """Return what ``term`` means."""
        return term.text.in_language(self._language)

    def _named(self, words: str) -> Term:
        return self._terms.get(words) or self._terms[words.casefold()]


def forms(term: Term, language: str) -> tuple[str, ...]:
    """Return every way in which ``term`` is written in ``language``, its name first."""
    others = term.forms.ms if language == Language.MS else term.forms.en
    return term.name.in_language(language), *others


def _key(form: str) -> str:
    """Return ``form`` as it is looked up: small letters mean that capitals do not matter."""
    return form if _is_exact(form) else form.casefold()


def _is_exact(form: str) -> bool:
    return form != form.lower()


def _pattern(form: str) -> str:
    return re.escape(form) if _is_exact(form) else f"(?i:{re.escape(form)})"


@cache
def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches any of ``forms`` as whole words; made when one may stand in a text."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_pattern, forms))})(?!\w)")


def _by_first_word(forms: Iterable[str]) -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    """Return ``forms``, the longest first, by their first word in small letters.

    They come with the number of signs before that word, such as the point of *.NET*.
    """
    grouped: dict[str, dict[int, list[str]]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        if first := _WORD.search(form):
            grouped.setdefault(first[0].casefold(), {}).setdefault(first.start(), []).append(form)
    return {
        word: tuple((lead, tuple(alike)) for lead, alike in by_lead.items())
        for word, by_lead in grouped.items()
    }
