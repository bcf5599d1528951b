"""Where a school subject leads: the roles that it matters for, in rings by schooling needed.

The rings are those of a target: the centre is nearest to school, and every ring further out asks
for more years of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from careerdesk.catalogue.shared import Field, Subject
from careerdesk.catalogue.store import Store
from careerdesk.catalogue.terms import Need, Schooling
from careerdesk.catalogue.text import Text
from careerdesk.errors import N_
from careerdesk.i18n import Translator


class RingKind(StrEnum):
    """The rings from the centre outwards, by the least schooling for the work itself."""

    SCHOOL = "school"
    """Straight from school, or with a skills certificate (SKM)."""
    DIPLOMA = "diploma"
    DEGREE = "degree"


_LABELS = {
    RingKind.SCHOOL: N_("Straight from school or SKM"),
    RingKind.DIPLOMA: N_("With a diploma"),
    RingKind.DEGREE: N_("With a degree"),
}

_KINDS = {
    Schooling.SPM: RingKind.SCHOOL,
    Schooling.SKM: RingKind.SCHOOL,
    Schooling.DIPLOMA: RingKind.DIPLOMA,
    Schooling.DEGREE: RingKind.DEGREE,
}


@dataclass(frozen=True, slots=True)
class SubjectRole:
    """A role that a subject matters for."""

    id: str
    title: Text
    field: Field
    schooling: Schooling
    """The least schooling for the work itself."""
    need: Need
    text: Text
    """Why the subject matters for it, in one line."""


@dataclass(frozen=True, slots=True)
class Ring:
    """The roles of one ring: those that need the subject first, by field and English title."""

    kind: RingKind
    roles: tuple[SubjectRole, ...]


@dataclass(frozen=True, slots=True)
class SubjectRings:
    """All rings of one subject, from the centre outwards; a ring may be empty."""

    subject: Subject
    rings: tuple[Ring, ...]

    @property
    def count(self) -> int:
        """How many roles there are in all rings."""
        return sum(len(ring.roles) for ring in self.rings)


def ring_name(kind: RingKind, translator: Translator) -> str:
    """Return what a ring is called."""
    return translator.say(_LABELS[kind])


def subject_rings(store: Store, subject_id: str) -> SubjectRings:
    """Return the rings of the subject with ``subject_id``.

    Retired roles are left out, and those of which the catalogue does not say how to get there.

    Raises:
        LookupError: when there is no such subject.
        CatalogueProblem: when the catalogue cannot be read.
    """
    shared = store.shared
    subject = shared.subjects[subject_id]
    cards = {card.id: card for card in store.cards()}
    found: dict[RingKind, list[SubjectRole]] = {kind: [] for kind in RingKind}
    for role_id, need in store.subject_needs(subject_id).items():
        schooling = store.facets[role_id].schooling
        if schooling is not None:
            card = cards[role_id]
            field = shared.fields[card.field]
            role = SubjectRole(role_id, card.title, field, schooling, need.need, need.text)
            found[_KINDS[schooling]].append(role)
    fields = list(shared.fields)

    def order(role: SubjectRole) -> tuple[bool, int]:
        return role.need is Need.HELPFUL, fields.index(role.field.id)

    rings = (Ring(kind, tuple(sorted(members, key=order))) for kind, members in found.items())
    return SubjectRings(subject, tuple(rings))
