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

_SKILLS_ACROSS = 2
"""Skills that roles of different fields share, at least, if they are to be near each other."""

Things = tuple[object, ...]
"""What is compared of a role, in the order of :data:`_COMPARED`; None where it is not known."""

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

    A thing that the catalogue does not know of one of the two counts as a difference. A role of
    another field is near only if it shares skills. Of equals, the one that shares more goes first.
    """
    facets = store.facets
    if role_id not in facets:
        return ()
    ours = _things(facets[role_id])
    mine = set(store.skills_used.get(role_id, ()))
    found = []
    for other_id, other in facets.items():
        key = _only_difference(ours, _things(other))
        if key is None or other_id == role_id:
            continue
        shared = len(mine.intersection(store.skills_used.get(other_id, ())))
        if key != "field" or shared >= _SKILLS_ACROSS:
            found.append((_COMPARED.index(key), -shared, other_id, key))
    found.sort(key=lambda item: item[:2])
    return tuple(
        OneThing(_card(store, other_id), key, _line(store, role_id, other_id, key, translator))
        for _, _, other_id, key in found[:limit]
    )


def _only_difference(ours: Things, theirs: Things) -> str | None:
    """Return the one thing in which two roles differ; None unless both are known to."""
    differing = [
        key
        for key, mine, other in zip(_COMPARED, ours, theirs, strict=True)
        if mine is None or other is None or mine != other
    ]
    if len(differing) != 1:
        return None
    place = _COMPARED.index(differing[0])
    return None if ours[place] is None or theirs[place] is None else differing[0]


def _things(facets: Facets) -> Things:
    """Return what is compared of a role, in the order of the keys."""
    interest = facets.interests[0] if facets.interests else None
    return facets.schooling, facets.field, interest, facets.place, facets.hours_pattern


def _line(store: Store, role_id: str, other_id: str, key: str, translator: Translator) -> str:
    """Return the difference in words, as seen from the first role."""
    words = {
        name: _word(store, store.facets[named], key, translator)
        for name, named in (("ours", role_id), ("theirs", other_id))
    }
    return translator.say(_SENTENCES[key], **words)


def _word(store: Store, facets: Facets, key: str, translator: Translator) -> str:
    if key == "field":
        return store.shared.fields[facets.field].name.in_language(translator.language)
    value = _things(facets)[_COMPARED.index(key)]
    assert isinstance(value, StrEnum)
    return label(value, translator)


def _card(store: Store, role_id: str) -> RoleCard:
    card = store.card(role_id)
    assert card is not None
    return card


def same_skills(store: Store, role_id: str, limit: int = 8) -> tuple[SameSkills, ...]:
    """Return the roles that share skills with a role, those that share most first.

    Of equals, the one that needs fewer other skills goes first, and then the English title.
    Skills that have left the catalogue do not count.
    """
    skills = store.shared.skills
    used = store.skills_used
    mine = [key for key in used.get(role_id, ()) if skills[key].retired_on is None]
    wanted = set(mine)
    found = [
        (-len(wanted.intersection(theirs)), len(theirs), other_id)
        for other_id, theirs in used.items()
        if other_id != role_id and not wanted.isdisjoint(theirs)
    ]
    # By these two alone: roles come by English title, which a sort leaves as it is.
    found.sort(key=lambda item: item[:2])
    return tuple(
        SameSkills(
            _card(store, other_id), tuple(skills[key] for key in mine if key in used[other_id]), of
        )
        for _, of, other_id in found[:limit]
    )


def roles_of_skill(store: Store, skill_id: str) -> tuple[SkillRole, ...]:
    """Return every role that uses a skill, by field and English title."""
    order = {field: number for number, field in enumerate(store.shared.fields)}
    return tuple(sorted(_users(store, skill_id), key=lambda role: order[role.field.id]))


def _users(store: Store, skill_id: str) -> Iterator[SkillRole]:
    cards = {card.id: card for card in store.cards()}
    for role_id, use in store.skill_uses(skill_id).items():
        card = cards[role_id]
        yield SkillRole(card, store.shared.fields[card.field], use)
