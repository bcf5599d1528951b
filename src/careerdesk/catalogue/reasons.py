"""Why a role is in the list, and which words of a text were looked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from careerdesk.catalogue.asked import LAST_OF_FINISHED, Unit
from careerdesk.catalogue.index import Tier
from careerdesk.catalogue.text import Language, Text
from careerdesk.catalogue.words import words, written_words


@dataclass(frozen=True, slots=True)
class Reason:
    """A text of a role in which something that was typed stands."""

    tier: Tier
    text: str
    """In the language in which it was found."""


def marks(
    text: str, units: Sequence[Unit], *, in_sentence: bool = False
) -> tuple[tuple[int, int], ...]:
    """Return start and end of every word in ``text`` that ``units`` looked for.

    ``in_sentence`` says that it is one, and no title or name.
    """
    return tuple(
        (start, end)
        for start, end, forms in written_words(text)
        if any(unit.matches(form, in_sentence=in_sentence) for unit in units for form in forms)
    )


_MOST = 2
"""Reasons that are given for a role."""
_BEFORE = 24
"""Characters that stay before the first word that was found, where a text is shortened."""


def shortened(reason: Reason, units: Sequence[Unit]) -> Reason:
    """Return ``reason`` without the beginning of its text, if the words stand further on."""
    first = next((start for start, _ in marks(reason.text, units)), 0)
    cut = reason.text.find(" ", max(0, first - _BEFORE))
    if first <= 2 * _BEFORE or not 0 <= cut < first:
        return reason
    return Reason(reason.tier, f"…{reason.text[cut:]}")


class Reasons:
    """Finds out why roles are in a list."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def why(
        self, role_id: str, position: int, units: Sequence[Unit], language: str
    ) -> tuple[Reason, ...]:
        """Return the texts of a role in which ``units`` were found, the most telling first.

        At most two; nothing when all of the units stand in the title.
        """
        found: list[Reason] = []
        left = {unit.typed: unit for unit in units if unit.everywhere}
        for tier in Tier:
            terms = {typed: _terms(unit, tier, position) for typed, unit in left.items()}
            here = [left.pop(typed) for typed, there in terms.items() if there]
            if tier is Tier.SUBJECT:
                found += _named_subjects(here, language)
            elif here and tier is not Tier.TITLE:
                any_term = {term for there in terms.values() for term in there}
                found += self._best(role_id, tier, here, any_term, language)
            if not left or len(found) == _MOST:
                break
        return tuple(found[:_MOST])

    def _best(
        self,
        role_id: str,
        tier: Tier,
        units: Sequence[Unit],
        terms: set[str],
        language: str,
    ) -> Iterator[Reason]:
        """Yield the text of ``tier`` that has most of ``units``; the first of equal ones.

        Only texts in which the letters of one of ``terms`` stand are looked at word by word,
        unless an accent hides them everywhere.
        """
        written = [form for text in self._texts(role_id, tier) for form in _forms(text, language)]
        likely = [form for form in written if any(term in form.lower() for term in terms)]
        best, most = None, 0
        for form in likely or written:
            count = _count(form, units, in_sentence=tier > LAST_OF_FINISHED)
            if count > most:
                best, most = form, count
        if best is not None:
            yield Reason(tier, best)

    def _texts(self, role_id: str, tier: Tier) -> Iterator[Text | str]:
        rows = self._connection.execute(_SELECTS[tier], (role_id,))
        if tier in (Tier.OTHER_TITLE, Tier.SEARCH_WORD, Tier.SEARCH_PHRASE):
            for row in rows:
                for listed in row:
                    yield from json.loads(listed)
        else:
            for en, ms in rows:
                yield Text(en, ms)


def _terms(unit: Unit, tier: Tier, position: int) -> set[str]:
    """Return what of ``unit`` stands in ``tier`` of a role."""
    return {
        term
        for way in unit.ways
        if tier in way.sets and way.sets[tier] >> position & 1
        for term in way.terms
    }


def _named_subjects(units: Sequence[Unit], language: str) -> list[Reason]:
    subjects = [unit.subject for unit in units if unit.subject is not None]
    return [Reason(Tier.SUBJECT, subject.in_language(language)) for subject in subjects]


def _forms(text: Text | str, language: str) -> tuple[str, ...]:
    """Return the forms of ``text``, that of the interface first."""
    if isinstance(text, str):
        return (text,)
    other = Language.EN if language == Language.MS else Language.MS
    return text.in_language(language), text.in_language(other)


def _count(text: str, units: Sequence[Unit], *, in_sentence: bool) -> int:
    forms = words(text)
    return sum(any(unit.matches(form, in_sentence=in_sentence) for form in forms) for unit in units)


_SELECTS = {
    Tier.OTHER_TITLE: "SELECT other_titles_en, other_titles_ms FROM role WHERE id = ?1",
    Tier.SEARCH_WORD: "SELECT search_words_en, search_words_ms FROM role WHERE id = ?1",
    Tier.SEARCH_PHRASE: "SELECT search_words_en, search_words_ms FROM role WHERE id = ?1",
    Tier.TAGLINE: "SELECT tagline_en, tagline_ms FROM role WHERE id = ?1",
    Tier.SKILL: "SELECT name_en, name_ms FROM role_skills JOIN skill ON skill.id = skill "
    "WHERE role_id = ?1 ORDER BY role_skills.position",
    Tier.FIELD: "SELECT name_en, name_ms FROM role JOIN field ON field.id = field "
    "WHERE role.id = ?1",
    Tier.TASK: "SELECT text_en, text_ms FROM role_day WHERE role_id = ?1 "
    "UNION ALL SELECT title_en, title_ms FROM role_responsibilities WHERE role_id = ?1 "
    "UNION ALL SELECT text_en, text_ms FROM role_responsibilities WHERE role_id = ?1",
    Tier.ABBREVIATION: "SELECT name, name FROM role_certificates "
    "JOIN certificate ON certificate.id = certificate WHERE role_id = ?1 "
    "UNION ALL SELECT name, name FROM role_organisations "
    "JOIN organisation ON organisation.id = organisation WHERE role_id = ?1",
}
