"""The booklet of what a student keeps."""

from __future__ import annotations

from careerdesk.catalogue.store import Store
from careerdesk.sheets.orders import Kind, Order
from careerdesk.student import SkillState, StudentFile


def booklet_order(store: Store, student: StudentFile) -> Order:
    """Return the order of a booklet of the shortlist, with what the student wrote and can do.

    Roles that are no longer offered are left out.
    """
    offered = {card.id for card in store.cards()}
    items = [item for item in student.shortlist() if item.role_id in offered]
    marks = student.skill_marks().values()
    return Order(
        kind=Kind.BOOKLET,
        roles=tuple(item.role_id for item in items),
        reasons={item.role_id: item.why for item in items if item.why},
        notes={item.role_id: item.note for item in items if item.note.strip()},
        have=frozenset(mark.skill_id for mark in marks if mark.state is SkillState.HAVE),
        learning=frozenset(mark.skill_id for mark in marks if mark.state is SkillState.LEARNING),
    )
