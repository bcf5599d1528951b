"""Roles near another: those that differ from it in one thing, and those that use its skills."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from careerdesk.catalogue.cards import RoleCard
from careerdesk.catalogue.facets import Facets
from careerdesk.catalogue.role import SkillUse
from careerdesk.catalogue.shared import Field, Skill
from careerdesk.catalogue.store import Store
from careerdesk.catalogue.wording import label
from careerdesk.errors import N_
from careerdesk.i18n import Translator

_COMPARED = ("schooling", "field", "interest", "place", "hours_pattern")
"""What has to be alike but for one; the most telling difference first."""

_SENTENCES = {
    "schooling": N_("Least schooling: {theirs} (here: {ours})"),
    "field": N_("Field: {theirs} (here: {ours})"),
    "interest": N_("Strongest interest: {theirs} (here: {ours})"),
    "place": N_("Home or on site: {theirs} (here: {ours})"),
    "hours_pattern": N_("Hours: {theirs} (here: {ours})"),
}


@dataclass(frozen=True, slots=True)
class OneThing:
    """A role that is like another in all that is compared but one thing."""

    card: RoleCard
    key: str
    """What differs: ``schooling``, ``field``, ``interest``, ``place`` or ``hours_pattern``."""
    difference: str
    """One line, in the reader's language."""


@dataclass(frozen=True, slots=True)
class SameSkills:
    """A role that uses some of the skills of another."""

    card: RoleCard
    skills: tuple[Skill, ...]
    """The shared ones, in the order in which the other role names them."""
    of: int
    """How many skills it uses in all."""


@dataclass(frozen=True, slots=True)
class SkillRole:
    """A role that uses a skill, and what for."""

    card: RoleCard
    field: Field
    use: SkillUse


def one_thing_apart(
    store: Store, role_id: str, translator: Translator, limit: int = 6
) -> tuple[OneThing, ...]:
    """Return the roles that differ from a role in one thing, the most telling difference first.

    A thing that the catalogue does not know of one of the two counts as a difference. Of equals,
    the one that shares more skills goes first.
    """
    facets = store.facets
    if role_id not in facets:
        return ()
    cards = {card.id: card for card in store.cards()}
    ours = _things(facets[role_id])
    mine = set(store.skills_used.get(role_id, ()))
    found = []
    for other_id, other in facets.items():
        theirs = _things(other)
        differing = [key for key in _COMPARED if theirs[key] is None or theirs[key] != ours[key]]
        if other_id == role_id or len(differing) != 1 or theirs[differing[0]] is None:
            continue
        (key,) = differing
        if ours[key] is None:
            continue
        words = {"ours": _word(store, facets[role_id], key, translator)}
        words["theirs"] = _word(store, other, key, translator)
        shared = len(mine.intersection(store.skills_used.get(other_id, ())))
        line = translator.say(_SENTENCES[key], **words)
        found.append((_COMPARED.index(key), -shared, OneThing(cards[other_id], key, line)))
    found.sort(key=lambda item: item[:2])
    return tuple(apart for _, _, apart in found[:limit])


def _things(facets: Facets) -> dict[str, object]:
    return {
        "schooling": facets.schooling,
        "field": facets.field,
        "interest": facets.interests[0] if facets.interests else None,
        "place": facets.place,
        "hours_pattern": facets.hours_pattern,
    }


def _word(store: Store, facets: Facets, key: str, translator: Translator) -> str:
    if key == "field":
        return store.shared.fields[facets.field].name.in_language(translator.language)
    value = _things(facets)[key]
    assert isinstance(value, StrEnum)
    return label(value, translator)


def same_skills(store: Store, role_id: str, limit: int = 8) -> tuple[SameSkills, ...]:
    """Return the roles that share skills with a role, those that share most first.

    Of equals, the one that needs fewer other skills goes first, and then the English title.
    Skills that have left the catalogue do not count.
    """
    skills = store.shared.skills
    used = store.skills_used
    mine = [key for key in used.get(role_id, ()) if skills[key].retired_on is None]
    found = []
    for card in store.cards():
        theirs = used.get(card.id, ())
        shared = tuple(skills[key] for key in mine if key in theirs)
        if shared and card.id != role_id:
            found.append(SameSkills(card, shared, len(theirs)))
    found.sort(key=lambda near: (-len(near.skills), near.of))
    return tuple(found[:limit])


def roles_of_skill(store: Store, skill_id: str) -> tuple[SkillRole, ...]:
    """Return every role that uses a skill, by field and English title."""
    order = {field: number for number, field in enumerate(store.shared.fields)}
    return tuple(sorted(_users(store, skill_id), key=lambda role: order[role.field.id]))


def _users(store: Store, skill_id: str) -> Iterator[SkillRole]:
    cards = {card.id: card for card in store.cards()}
    for role_id, use in store.skill_uses(skill_id).items():
        card = cards[role_id]
        yield SkillRole(card, store.shared.fields[card.field], use)
