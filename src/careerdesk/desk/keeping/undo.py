"""One stack of steps back for everything that a student keeps, whatever page it was done on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from careerdesk.student import ChangeKind

if TYPE_CHECKING:
    from careerdesk.student import Change, Edit, StudentFile

MOST_STEPS = 200
"""Steps that are remembered; the oldest is forgotten first."""

_ONE_GO = 5.0
"""Seconds: words typed into one field with shorter pauses than this are one step."""
_TYPED = frozenset({"note", "why", "proof"})


class Step(NamedTuple):
    """One change that can be taken back: which part it was in, what of it, and the way back."""

    kind: ChangeKind
    ids: tuple[str, ...]
    way_back: Edit
    typed: str | None
    """The field that was typed into, where the change was nothing else."""
    at: float
    """When, on the clock that only runs forward."""


class UndoStack:
    """Remembers what was changed in one student file, from when it is made.

    How the window looks (language, theme) is not work, and is not taken back.
    """

    def __init__(self, student: StudentFile) -> None:
        self._student = student
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._receives: list[Step] | None = None
        student.changed.connect(self._on_changed)

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def undo(self) -> Step | None:
        """Take the latest change back and return it; None when there is none.

        Raises:
            SaveProblem: when it cannot be saved; the step stays where it was.
        """
        return self._take(self._done, self._undone)

    def redo(self) -> Step | None:
        """Do again what was taken back last, and return it; None when there is nothing.

        Raises:
            SaveProblem: when it cannot be saved; the step stays where it was.
        """
        return self._take(self._undone, self._done)

    def _take(self, steps: list[Step], others: list[Step]) -> Step | None:
        if not steps:
            return None
        self._receives = others
        try:
            self._student.apply(steps[-1].way_back)
        finally:
            self._receives = None
        return steps.pop()

    def _on_changed(self, change: Change) -> None:
        if change.undo is None or change.kind is ChangeKind.PREFERENCES:
            return
        typed = _typed_field(change.undo, self._student)
        step = Step(change.kind, change.ids, change.undo, typed, time.monotonic())
        if self._receives is not None:
            self._receives.append(step)
            return
        self._undone.clear()
        if self._done and _is_one_go(self._done[-1], step):
            step = Step(step.kind, step.ids, self._done.pop().way_back, typed, step.at)
        self._done.append(step)
        del self._done[:-MOST_STEPS]


def _is_one_go(last: Step, step: Step) -> bool:
    same = (last.kind, last.ids, last.typed) == (step.kind, step.ids, step.typed)
    return same and step.typed is not None and step.at - last.at < _ONE_GO


def _typed_field(way_back: Edit, student: StudentFile) -> str | None:
    """Return the field that was typed into, if nothing else lies between ``way_back`` and now."""
    rows = [*way_back.shortlist, *way_back.skills]
    if len(rows) != 1 or way_back.order or way_back.answers or way_back.preferences:
        return None
    ((row_id, before),) = rows
    marked = student.skill_marks()
    listed = {item.role_id: item for item in student.shortlist()}
    after = listed.get(row_id) if way_back.shortlist else marked.get(row_id)
    if before is None or after is None:
        return None
    from dataclasses import fields

    names = [field.name for field in fields(before)]
    differ = {name for name in names if getattr(before, name) != getattr(after, name)}
    differ.discard("changed_at")
    return differ.pop() if len(differ) == 1 and differ <= _TYPED else None
