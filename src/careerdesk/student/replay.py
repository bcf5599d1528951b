"""Actions from a file of JSON lines, one after the other: what tests and scripts drive.

Each line is an object with ``do`` and what that needs; roles, skills and questions go by their
ids, and need not be in the catalogue::

    {"do": "add", "role": "nurse", "title": {"en": "Nurse", "ms": "Jururawat"}}
    {"do": "move", "role": "nurse", "to": 0}
    {"do": "note", "role": "nurse", "text": "Ask Puan Siti."}
    {"do": "tick", "skill": "first-aid", "state": "have", "name": {"en": "First aid", "ms": "…"}}
    {"do": "answer", "question": "fix-a-bicycle", "points": 5}
    {"do": "remove", "role": "nurse"}

``title`` and ``name`` may be left out, ``points`` may be null to take an answer back, and ``state``
is ``not_yet``, ``learning`` or ``have``. Empty lines do nothing and are acknowledged.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from careerdesk.catalogue.text import Text
from careerdesk.errors import N_, CareerdeskError
from careerdesk.student.file import StudentFile
from careerdesk.student.records import SkillState

_LINE_LIMIT = 64 * 1024


class BadAction(CareerdeskError):
    """A line is no action that can be done; those before it were, and it was not."""

    sentence = N_(
        "Line {line} cannot be done: {fault}. The lines before it were done and saved, "
        "and nothing after them; please mend it and go on from there."
    )


def replay(student: StudentFile, lines: Iterable[bytes]) -> Iterator[int]:
    """Do each of ``lines`` and yield its number, from 1, once it is on the disk.

    Raises:
        BadAction: when a line makes no sense, or speaks of a role that is not on the shortlist.
        SaveProblem: when it could not be saved.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                _do(student, line)
            except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
                raise BadAction(line=number, fault=_fault(error)) from error
        yield number


def _do(student: StudentFile, line: bytes) -> None:
    if len(line) > _LINE_LIMIT:
        raise ValueError("it is too long")
    said = json.loads(line)
    if not isinstance(said, dict):
        raise TypeError("it is not an object")
    action = _ACTIONS.get(str(said.get("do")))
    if action is None:
        raise ValueError(f"“do” must be one of {', '.join(_ACTIONS)}")
    action(student, said)


def _words(said: dict[str, Any], key: str) -> str:
    value = said[key]
    if not isinstance(value, str) or not (value or key == "text"):
        raise TypeError(f"“{key}” must be text")
    return value


def _number(said: dict[str, Any], key: str) -> int:
    value = said[key]
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"“{key}” must be a whole number")
    return value


def _name(said: dict[str, Any], key: str, otherwise: str) -> Text:
    name = said.get(key)
    if name is None:
        return Text(otherwise, otherwise)
    return Text(_words(name, "en"), _words(name, "ms"))


def _add(student: StudentFile, said: dict[str, Any]) -> None:
    role = _words(said, "role")
    student.add(role, _name(said, "title", role))


def _tick(student: StudentFile, said: dict[str, Any]) -> None:
    skill = _words(said, "skill")
    student.mark_skill(skill, _name(said, "name", skill), SkillState(said.get("state", "have")))


def _answer(student: StudentFile, said: dict[str, Any]) -> None:
    points = None if said["points"] is None else _number(said, "points")
    student.answer(_words(said, "question"), points)


_ACTIONS: dict[str, Callable[[StudentFile, dict[str, Any]], object]] = {
    "add": _add,
    "remove": lambda student, said: student.remove(_words(said, "role")),
    "move": lambda student, said: student.move(_words(said, "role"), _number(said, "to")),
    "note": lambda student, said: student.set_note(_words(said, "role"), _words(said, "text")),
    "tick": _tick,
    "answer": _answer,
}


def _fault(error: Exception) -> str:
    """Return what is wrong in a few words."""
    if isinstance(error, KeyError) and error.args:
        return f"“{error.args[0]}” is missing"
    return str(error).rstrip(".") or type(error).__name__
