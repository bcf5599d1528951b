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
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from careerdesk.catalogue.text import Text
from careerdesk.errors import N_, CareerdeskError
from careerdesk.student.document import ID_LIMIT
from careerdesk.student.file import StudentFile
from careerdesk.student.records import MOST_POINTS, SkillState

_LINE_LIMIT = 64 * 1024
_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, which is no text; JSON can say it all the same."""
_POINTS = range(1, MOST_POINTS + 1)


class BadAction(CareerdeskError):
    """A line is no action that can be done; those before it were, and it was not."""

    sentence = N_(
        "Line {line} cannot be done: {fault}. The lines before it were done and saved, "
        "and nothing after them; please mend it and go on from there."
    )


class LineFault(CareerdeskError):
    """What is wrong with a line, in a few words within the sentence about it."""


class NotAnObject(LineFault):
    """A line is no JSON, or no object."""

    sentence = N_("it is not an object in JSON")


class LineTooLong(LineFault):
    """A line is longer than any action."""

    sentence = N_("it is too long")


class NotOneOf(LineFault):
    """A key has a value that it cannot have."""

    sentence = N_("“{key}” must be one of {known}")


class NotText(LineFault):
    """A key that must be text is missing, empty or something else."""

    sentence = N_("“{key}” must be text")


class NotANumber(LineFault):
    """A key that must be a whole number is missing or something else."""

    sentence = N_("“{key}” must be a whole number")


class NotOnTheShortlist(LineFault):
    """The line speaks of a role that the shortlist does not hold."""

    sentence = N_("“{role}” is not on the shortlist")


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
            except LineFault as fault:
                raise BadAction(line=number, fault=fault) from fault
        yield number


def _do(student: StudentFile, line: bytes) -> None:
    if len(line) > _LINE_LIMIT:
        raise LineTooLong
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise NotAnObject from error
    if not isinstance(said, dict):
        raise NotAnObject
    _ACTIONS[_one_of(said, "do", tuple(_ACTIONS))](student, said)


def _words(said: dict[str, Any], key: str) -> str:
    value = said.get(key)
    if not isinstance(value, str) or not (value or key == "text") or _HALF.search(value):
        raise NotText(key=key)
    return value


def _id(said: dict[str, Any], key: str) -> str:
    """Return an id that a hand-over file can hold, too."""
    value = _words(said, key)
    if len(value) > ID_LIMIT:
        raise LineTooLong
    if "\0" in value:
        raise NotText(key=key)
    return value


def _number(said: dict[str, Any], key: str) -> int:
    value = said.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        raise NotANumber(key=key)
    return value


def _one_of(said: dict[str, Any], key: str, known: Sequence[str]) -> str:
    value = said.get(key)
    if not isinstance(value, str) or value not in known:
        raise NotOneOf(key=key, known=", ".join(known))
    return value


def _name(said: dict[str, Any], key: str, otherwise: str) -> Text:
    name = said.get(key)
    if name is None:
        return Text(otherwise, otherwise)
    if not isinstance(name, dict):
        raise NotOneOf(key=key, known='{"en": "…", "ms": "…"}')
    return Text(_words(name, "en"), _words(name, "ms"))


def _listed(student: StudentFile, said: dict[str, Any]) -> str:
    """Return the role that ``said`` speaks of, which the shortlist must hold."""
    role = _id(said, "role")
    if not student.has(role):
        raise NotOnTheShortlist(role=role)
    return role


def _add(student: StudentFile, said: dict[str, Any]) -> None:
    role = _id(said, "role")
    student.add(role, _name(said, "title", role))


def _tick(student: StudentFile, said: dict[str, Any]) -> None:
    skill = _id(said, "skill")
    state = _one_of({"state": "have", **said}, "state", [state.value for state in SkillState])
    student.mark_skill(skill, _name(said, "name", skill), SkillState(state))


def _answer(student: StudentFile, said: dict[str, Any]) -> None:
    points = said.get("points", 0)
    if points is not None and _number(said, "points") not in _POINTS:
        raise NotOneOf(key="points", known=", ".join(map(str, _POINTS)))
    student.answer(_id(said, "question"), points)


_ACTIONS: dict[str, Callable[[StudentFile, dict[str, Any]], object]] = {
    "add": _add,
    "remove": lambda student, said: student.remove(_listed(student, said)),
    "move": lambda student, said: student.move(_listed(student, said), _number(said, "to")),
    "note": lambda student, said: student.set_note(_listed(student, said), _words(said, "text")),
    "tick": _tick,
    "answer": _answer,
}
