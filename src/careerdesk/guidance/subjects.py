"""Where a school subject leads: the roles that it matters for, in rings by schooling needed.

The rings are those of a target: the centre is nearest to school, and every ring further out asks
for more years of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from careerdesk.catalogue.role import Role
from careerdesk.catalogue.shared import Field, Subject
from careerdesk.catalogue.store import Store
from careerdesk.catalogue.terms import Need, RouteKind
from careerdesk.catalogue.text import Text
from careerdesk.errors import N_
from careerdesk.i18n import Translator


class RingKind(StrEnum):
    """The rings from the centre outwards, by the least schooling that opens a role."""

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
    RouteKind.WORK: RingKind.SCHOOL,
    RouteKind.TVET: RingKind.SCHOOL,
    RouteKind.DIPLOMA: RingKind.DIPLOMA,
    RouteKind.PRE_UNIVERSITY: RingKind.DEGREE,
    RouteKind.UNIVERSITY: RingKind.DEGREE,
}


@dataclass(frozen=True, slots=True)
class SubjectRole:
    """A role that a subject matters for."""

    id: str
    title: Text
    field: Field
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


def ring_of(role: Role) -> RingKind | None:
    """Return the ring of ``role``: that of its least demanding route, None without routes.

    A route whose years nobody gives is open to few; it counts only where there is no other.
    """
    timed = [route for route in role.routes if route.years_min is not None] or role.routes
    order = list(RingKind)
    return min((_KINDS[route.kind] for route in timed), key=order.index, default=None)


def subject_rings(store: Store, subject_id: str) -> SubjectRings:
    """Return the rings of the subject with ``subject_id``.

    Roles without routes and retired ones are left out.

    Raises:
        LookupError: when there is no such subject.
        CatalogueProblem: when the catalogue cannot be read.
    """
    shared = store.shared
    subject = shared.subjects[subject_id]
    found: dict[RingKind, list[SubjectRole]] = {kind: [] for kind in RingKind}
    for role in (store.role(card.id) for card in store.cards()):
        kind = ring_of(role)
        for need in role.subjects:
            if need.subject == subject_id and kind is not None:
                field = shared.fields[role.field]
                found[kind].append(SubjectRole(role.id, role.title, field, need.need, need.text))
    fields = list(shared.fields)

    def order(role: SubjectRole) -> tuple[bool, int]:
        return role.need is Need.HELPFUL, fields.index(role.field.id)

    rings = (Ring(kind, tuple(sorted(members, key=order))) for kind, members in found.items())
    return SubjectRings(subject, tuple(rings))
