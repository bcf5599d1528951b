"""Changes as plain data: how to get from one content of a student file to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from careerdesk.student.records import ChangeKind, Content, Edit, ShortlistItem

T = TypeVar("T")


def way(start: Content, end: Content) -> Edit:
    """Return the edit that makes a file that holds ``start`` hold ``end``."""
    items = _rows(_by_role(start), _by_role(end))
    order = tuple(item.role_id for item in end.shortlist)
    edit = Edit(
        shortlist=items,
        skills=_rows(start.skill_marks, end.skill_marks),
        answers=_rows(start.answers, end.answers),
        preferences=_rows(start.preferences, end.preferences),
    )
    places_say_enough = order_after(edit, _order(start)) == list(order)
    return edit if places_say_enough else edit._replace(order=order)


def order_after(edit: Edit, present: Iterable[str]) -> list[str]:
    """Return the order of a shortlist that was ``present`` once ``edit`` has been applied.

    An edit may be applied later than right after the change that it undoes: roles that it does
    not know stay, after those that it does.
    """
    gone = {role_id for role_id, item in edit.shortlist if item is None}
    order = [role_id for role_id in present if role_id not in gone]
    items = [item for _, item in edit.shortlist if item is not None and item.role_id not in order]
    for item in sorted(items, key=lambda item: item.position):
        order.insert(item.position, item.role_id)
    if edit.order is None:
        return order
    first = [role_id for role_id in edit.order if role_id in order]
    return first + [role_id for role_id in order if role_id not in first]


def ids_by_kind(edit: Edit) -> dict[ChangeKind, tuple[str, ...]]:
    """Return the ids that ``edit`` speaks of, for each part of a file that it touches."""
    roles = tuple(role_id for role_id, _ in edit.shortlist) or edit.order or ()
    found = {
        ChangeKind.SHORTLIST: roles,
        ChangeKind.SKILLS: tuple(skill_id for skill_id, _ in edit.skills),
        ChangeKind.ANSWERS: tuple(question_id for question_id, _ in edit.answers),
        ChangeKind.PREFERENCES: tuple(key for key, _ in edit.preferences),
    }
    return {kind: ids for kind, ids in found.items() if ids}


def _by_role(content: Content) -> dict[str, ShortlistItem]:
    return {item.role_id: item for item in content.shortlist}


def _order(content: Content) -> list[str]:
    return [item.role_id for item in content.shortlist]


def _rows(start: Mapping[str, T], end: Mapping[str, T]) -> tuple[tuple[str, T | None], ...]:
    """Return each key whose value differs, with the value at the end."""
    keys = [*end, *(key for key in start if key not in end)]
    return tuple(
        (key, end.get(key)) for key in keys if _bare(start.get(key)) != _bare(end.get(key))
    )


def _bare(value: object) -> object:
    """Return ``value`` without its place on the shortlist, which the order says."""
    return replace(value, position=0) if isinstance(value, ShortlistItem) else value
