"""Two students' files into one, seen before it happens.

The same rules serve a hand-over file and a home folder whose copy moved on by itself. No clock is
asked. Whatever the student wrote is kept: of two notes on one role the longer is taken when it
holds the other, and else both, the paragraphs that are only there below those that are here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from careerdesk.catalogue.text import Text
from careerdesk.student.edits import way
from careerdesk.student.records import (
    NOTE_LIMIT,
    PROOF_LIMIT,
    WHY_LIMIT,
    Content,
    Counts,
    Edit,
    ShortlistItem,
    SkillMark,
    SkillState,
)

_BETWEEN = "\n\n"
_FARTHER = {state: rank for rank, state in enumerate(SkillState)}

T = TypeVar("T")


class Mode(StrEnum):
    """What is done with what is here when something else comes in."""

    MERGE = "merge"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Names:
    """What a change does to one part, by the names that a student knows."""

    added: tuple[Text, ...] = ()
    changed: tuple[Text, ...] = ()
    removed: tuple[Text, ...] = ()

    def __bool__(self) -> bool:
        """Whether it does anything."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be here afterwards, and how that differs from what is here now.

    ``student.become(preview.content)`` makes it happen, in one step that can be undone.
    """

    mode: Mode
    content: Content
    before: Counts
    after: Counts
    roles: Names
    skills: Names
    answers_added: int
    answers_changed: int
    answers_removed: int
    left_out: tuple[Text, ...]
    """Roles and skills on which both have words that are too long together: those here stay."""

    @property
    def changes_anything(self) -> bool:
        """Whether it differs from what is here in anything but preferences."""
        answers = self.answers_added or self.answers_changed or self.answers_removed
        return bool(self.roles or self.skills or answers)


def preview(mine: Content, theirs: Content, mode: Mode) -> Preview:
    """Return what ``mode`` would make of ``mine`` when ``theirs`` comes in."""
    left_out: list[Text] = []
    content = theirs if mode is Mode.REPLACE else _merge(mine, theirs, left_out)
    edit = way(mine, content)
    items = {item.role_id: item for item in mine.shortlist}
    answers = {key: said is None for key, said in edit.answers}
    return Preview(
        mode=mode,
        content=content,
        before=Counts.of(mine),
        after=Counts.of(content),
        roles=_role_names(edit, items),
        skills=_skill_names(edit, mine.skill_marks),
        answers_added=sum(key not in mine.answers for key in answers),
        answers_changed=sum(key in mine.answers and not gone for key, gone in answers.items()),
        answers_removed=sum(answers.values()),
        left_out=tuple(left_out),
    )


def _merge(mine: Content, theirs: Content, left_out: list[Text]) -> Content:
    items = {item.role_id: item for item in mine.shortlist}
    for item in theirs.shortlist:
        here = items.get(item.role_id)
        items[item.role_id] = item if here is None else _both_items(here, item, left_out)
    marks = dict(mine.skill_marks)
    for skill_id, mark in theirs.skill_marks.items():
        there = marks.get(skill_id)
        marks[skill_id] = mark if there is None else _both_marks(there, mark, left_out)
    return Content(
        tuple(replace(item, position=place) for place, item in enumerate(items.values())),
        MappingProxyType(marks),
        _first_wins(mine.answers, theirs.answers),
        _first_wins(mine.preferences, theirs.preferences),
    )


def _both_items(mine: ShortlistItem, theirs: ShortlistItem, left_out: list[Text]) -> ShortlistItem:
    note = _both(mine.note, theirs.note, NOTE_LIMIT)
    why = _both(mine.why, theirs.why, WHY_LIMIT)
    if note is None or why is None:
        left_out.append(mine.title)
    return replace(
        mine,
        note=mine.note if note is None else note,
        why=mine.why if why is None else why,
    )


def _both_marks(mine: SkillMark, theirs: SkillMark, left_out: list[Text]) -> SkillMark:
    proof = _both(mine.proof, theirs.proof, PROOF_LIMIT)
    if proof is None:
        left_out.append(mine.name)
    return replace(
        mine,
        state=max(mine.state, theirs.state, key=lambda state: _FARTHER[state]),
        proof=mine.proof if proof is None else proof,
    )


def _both(mine: str, theirs: str, limit: int) -> str | None:
    """Return what holds the words of both; None when that is too long."""
    if theirs in mine:
        return mine
    if mine in theirs:
        return theirs
    here = mine.split(_BETWEEN)
    # Work that goes to and fro between two computers brings back what it took along.
    new = [part for part in theirs.split(_BETWEEN) if part not in here]
    both = _BETWEEN.join([mine, *new])
    return both if len(both) <= limit else None


def _first_wins(mine: Mapping[str, T], theirs: Mapping[str, T]) -> Mapping[str, T]:
    return MappingProxyType({**theirs, **mine})


def _role_names(edit: Edit, items: Mapping[str, ShortlistItem]) -> Names:
    added, changed, removed = [], [], []
    for role_id, item in edit.shortlist:
        if item is None:
            removed.append(items[role_id].title)
        elif role_id in items:
            changed.append(item.title)
        else:
            added.append(item.title)
    return Names(tuple(added), tuple(changed), tuple(removed))


def _skill_names(edit: Edit, marks: Mapping[str, SkillMark]) -> Names:
    added, changed, removed = [], [], []
    for skill_id, mark in edit.skills:
        if mark is None:
            removed.append(marks[skill_id].name)
        elif skill_id in marks:
            changed.append(mark.name)
        else:
            added.append(mark.name)
    return Names(tuple(added), tuple(changed), tuple(removed))
