"""The open format of a student's work as a JSON Schema, for programs that are not ours."""

from __future__ import annotations

from typing import Any

from careerdesk.student import document as doc
from careerdesk.student.records import (
    MOST_POINTS,
    NAME_LIMIT,
    NOTE_LIMIT,
    PREFERENCE_LIMIT,
    PROOF_LIMIT,
    WHY_LIMIT,
    SkillState,
)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the documents that this program reads."""
    moment = {"type": "string", "maxLength": 40, "description": "UTC, ISO 8601"}
    both = _record(en=_text(NAME_LIMIT), ms=_text(NAME_LIMIT))
    item = _record(
        role=_id("id of the role in the catalogue"),
        title=both,
        note=_text(NOTE_LIMIT),
        why=_text(WHY_LIMIT),
        added_at=moment,
    )
    skill = _record(
        skill=_id("id of the skill in the catalogue"),
        name=both,
        state={"enum": [state.value for state in SkillState]},
        proof=_text(PROOF_LIMIT),
        changed_at=moment,
    )
    answer = _record(
        question=_id("id of the question"),
        points={"type": "integer", "minimum": 1, "maximum": MOST_POINTS},
        changed_at=moment,
    )
    preference = _record(key=_id("what is preferred"), value=_text(PREFERENCE_LIMIT))
    content = _record(
        shortlist=_rows(item, "in the student's order; each role once"),
        skills=_rows(skill, "each skill once"),
        answers=_rows(answer, "each question once"),
        preferences=_rows(preference, "each key once"),
    )
    whole = _record(
        format={"const": doc.FORMAT},
        version={"type": "integer", "minimum": 1, "description": "of the format, when written"},
        min_reader={"type": "integer", "minimum": 1, "maximum": doc.VERSION},
        made_at=moment,
        sha256={
            "type": "string",
            "pattern": "^[0-9a-f]{64}$",
            "description": "of all other keys as JSON: keys sorted, no spaces, ASCII escapes",
        },
        content=content,
    )
    whole["properties"]["revision"] = {
        "type": "object",
        "additionalProperties": {"type": "integer", "minimum": 0},
        "description": "saves by place; in the mirror only",
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A student's work in CareerDesk",
        **whole,
    }


def _record(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": list(properties), "properties": properties}


def _rows(row: dict[str, Any], description: str) -> dict[str, Any]:
    return {
        "type": "array",
        "maxItems": doc.ROWS_LIMIT,
        "items": row,
        "description": description,
    }


def _text(limit: int) -> dict[str, Any]:
    return {"type": "string", "maxLength": limit}


def _id(description: str) -> dict[str, Any]:
    return {
        "type": "string",
        "minLength": 1,
        "maxLength": doc.ID_LIMIT,
        "description": description,
    }
