"""The glossary: finding, in what a student reads, the words that they may not know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

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
        self._starts = {_first_word(form) for form in self._terms}
        longest_first = sorted(self._terms, key=lambda form: (-len(form), form))
        either = "|".join(map(_pattern, longest_first)) or r"(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)")

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return every mention of a term in ``text``, from its beginning to its end."""
        # Most texts hold no term, and looking their words up is quicker than the pattern.
        if self._starts.isdisjoint(_WORD.findall(text.casefold())):
            return ()
        return tuple(
            Mention(found.start(), found.end(), self._named(found[0]))
            for found in self._pattern.finditer(text)
        )

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


def _first_word(form: str) -> str:
    found = _WORD.search(form)
    return found[0].casefold() if found else ""
