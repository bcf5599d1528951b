"""The open format of a student's work: what a ``.careerdesk`` file and the mirror hold.

It is JSON in UTF-8. :data:`SCHEMA` describes it in full, and ``careerdesk student schema`` prints
that. ``sha256`` is taken over all the rest, written with sorted keys, no spaces and ASCII escapes;
it finds damage, and is no secret. A program reads what ``min_reader`` allows, and passes over keys
that it does not know.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, NamedTuple, NoReturn, TypeVar

from careerdesk.catalogue.text import Text
from careerdesk.student.records import (
    MOST_POINTS,
    NAME_LIMIT,
    NOTE_LIMIT,
    PREFERENCE_LIMIT,
    PROOF_LIMIT,
    WHY_LIMIT,
    Answer,
    Content,
    ShortlistItem,
    SkillMark,
    SkillState,
)
from careerdesk.student.revision import Revision

FORMAT = "careerdesk-student"
VERSION = 1
MIN_READER = 1
SIZE_LIMIT = 16 * 2**20
"""Bytes. The longest notes on every role of a large catalogue are a tenth of it."""
ID_LIMIT = 300
ROWS_LIMIT = 10_000
_MOMENT_LIMIT = 40

T = TypeVar("T")


class Fault(ValueError):
    """What is wrong with a document, for the test that made it and for nobody else."""


class NewerDocument(ValueError):
    """The document needs a later program."""


class Document(NamedTuple):
    """What a document holds."""

    content: Content
    made_at: str
    """UTC, ISO 8601; as the clock of the computer that made it said."""
    revision: Revision


def write_document(content: Content, revision: Revision | None = None) -> bytes:
    """Return the document for ``content``; ``revision`` stays out of what leaves the computer."""
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "min_reader": MIN_READER,
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "content": _as_data(content),
    }
    if revision is not None:
        document["revision"] = dict(revision.saves)
    document["sha256"] = _hash(document)
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def read_document(data: bytes) -> Document:
    """Return what a document holds, whoever made it.

    Raises:
        NewerDocument: when a later program is needed.
        Fault: when it is anything but a whole document.
    """
    if len(data) > SIZE_LIMIT:
        raise Fault("it is too large")
    try:
        document = json.loads(
            data.decode("utf-8-sig"), object_pairs_hook=_no_double, parse_constant=_no_constant
        )
        if not isinstance(document, dict) or document.get("format") != FORMAT:
            raise Fault("it is something else")
        if document.pop("sha256", None) != _hash(document):
            raise Fault("it is not what was written")
    except (ValueError, RecursionError, OverflowError) as error:
        raise Fault(str(error)) from error
    if _number(document, "min_reader", 1, 10**6) > VERSION:
        raise NewerDocument
    saves = document.get("revision", {})
    if not isinstance(saves, dict) or not all(_is_count(count) for count in saves.values()):
        raise Fault("the revision makes no sense")
    content = _as_content(_table(document, "content"))
    return Document(content, _words(document, "made_at", _MOMENT_LIMIT), Revision(saves))


def _hash(document: Mapping[str, object]) -> str:
    import hashlib

    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()


def _as_data(content: Content) -> dict[str, object]:
    return {
        "shortlist": [
            {
                "role": item.role_id,
                "title": _both(item.title),
                "note": item.note,
                "why": item.why,
                "added_at": item.added_at,
            }
            for item in content.shortlist
        ],
        "skills": [
            {
                "skill": mark.skill_id,
                "name": _both(mark.name),
                "state": mark.state.value,
                "proof": mark.proof,
                "changed_at": mark.changed_at,
            }
            for mark in content.skill_marks.values()
        ],
        "answers": [
            {"question": said.question_id, "points": said.points, "changed_at": said.changed_at}
            for said in content.answers.values()
        ],
        "preferences": [{"key": key, "value": value} for key, value in content.preferences.items()],
    }


def _both(text: Text) -> dict[str, str]:
    return {"en": text.en, "ms": text.ms}


def _as_content(data: dict[str, Any]) -> Content:
    items = _rows(data, "shortlist", _item, lambda item: item.role_id)
    marks = _rows(data, "skills", _mark, lambda mark: mark.skill_id)
    answers = _rows(data, "answers", _answer, lambda said: said.question_id)
    preferences = _rows(data, "preferences", _preference, lambda pair: pair[0])
    return Content(
        tuple(items.values()),
        MappingProxyType(marks),
        MappingProxyType(answers),
        MappingProxyType(dict(preferences.values())),
    )


def _item(row: dict[str, Any], position: int) -> ShortlistItem:
    return ShortlistItem(
        role_id=_id(row, "role"),
        position=position,
        title=_text(row, "title"),
        note=_words(row, "note", NOTE_LIMIT),
        why=_words(row, "why", WHY_LIMIT),
        added_at=_words(row, "added_at", _MOMENT_LIMIT),
    )


def _mark(row: dict[str, Any], _position: int) -> SkillMark:
    state = _words(row, "state", _MOMENT_LIMIT)
    if state not in set(SkillState):
        raise Fault(f"{state!r} is no state")
    return SkillMark(
        skill_id=_id(row, "skill"),
        state=SkillState(state),
        proof=_words(row, "proof", PROOF_LIMIT),
        name=_text(row, "name"),
        changed_at=_words(row, "changed_at", _MOMENT_LIMIT),
    )


def _answer(row: dict[str, Any], _position: int) -> Answer:
    return Answer(
        question_id=_id(row, "question"),
        points=_number(row, "points", 1, MOST_POINTS),
        changed_at=_words(row, "changed_at", _MOMENT_LIMIT),
    )


def _preference(row: dict[str, Any], _position: int) -> tuple[str, str]:
    return _id(row, "key"), _words(row, "value", PREFERENCE_LIMIT)


def _rows(
    data: dict[str, Any],
    key: str,
    read: Callable[[dict[str, Any], int], T],
    id_of: Callable[[T], str],
) -> dict[str, T]:
    """Return the rows of one part by id; each id may be there once."""
    rows = data.get(key)
    if not isinstance(rows, list) or len(rows) > ROWS_LIMIT:
        raise Fault(f"{key} is no list, or too long")
    found: dict[str, T] = {}
    for position, row in enumerate(rows):
        if not isinstance(row, dict):
            raise Fault(f"{key} has a row that is none")
        record = read(row, position)
        if id_of(record) in found:
            raise Fault(f"{id_of(record)!r} is in {key} twice")
        found[id_of(record)] = record
    return found


def _table(row: dict[str, Any], key: str) -> dict[str, Any]:
    value = row.get(key)
    if not isinstance(value, dict):
        raise Fault(f"{key} is missing")
    return value


def _text(row: dict[str, Any], key: str) -> Text:
    names = _table(row, key)
    return Text(_words(names, "en", NAME_LIMIT), _words(names, "ms", NAME_LIMIT))


def _id(row: dict[str, Any], key: str) -> str:
    value = _words(row, key, ID_LIMIT)
    if not value:
        raise Fault(f"{key} is empty")
    return value


_NEVER = re.compile("[\0\ud800-\udfff]")


def _words(row: dict[str, Any], key: str, limit: int) -> str:
    value = row.get(key)
    if not isinstance(value, str) or len(value) > limit or _NEVER.search(value):
        raise Fault(f"{key} is no text, or too long")
    return value


def _number(row: dict[str, Any], key: str, least: int, most: int) -> int:
    value: Any = row.get(key)
    if not _is_count(value) or not least <= value <= most:
        raise Fault(f"{key} is no number from {least} to {most}")
    return int(value)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53


def _no_double(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    pairs = list(pairs)
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Fault("a key is there twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise Fault(f"{name} is no number")
