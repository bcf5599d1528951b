"""Reading everything out of a student file.

Rows are fetched before they are looked at: a cursor that an error leaves half-way would keep the
file open, and locked, for as long as somebody holds the error.
"""

from __future__ import annotations

import sqlite3
from types import MappingProxyType

from careerdesk.catalogue.text import Text
from careerdesk.student.records import Answer, Content, ShortlistItem, SkillMark, SkillState

_SHORTLIST = """
    SELECT role_id, title_en, title_ms, note, why, added_at FROM shortlist
    ORDER BY position, added_at, role_id
"""
_SKILLS = "SELECT skill_id, name_en, name_ms, state, proof, changed_at FROM skill_mark"
_ANSWERS = "SELECT question_id, points, changed_at FROM answer"
_PREFERENCES = "SELECT key, value FROM preference"

EMPTY = Content((), MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))
"""What a new student file holds."""


def read_content(db: sqlite3.Connection) -> Content:
    """Return all that ``db`` holds; raises ``sqlite3.Error`` when it cannot be read."""
    shortlist = tuple(
        ShortlistItem(
            role_id=role_id,
            position=position,
            title=Text(en, ms),
            note=note,
            why=why,
            added_at=added_at,
        )
        for position, (role_id, en, ms, note, why, added_at) in enumerate(
            db.execute(_SHORTLIST).fetchall()
        )
    )
    marks = {
        skill_id: SkillMark(
            skill_id=skill_id,
            state=SkillState(state),
            proof=proof,
            name=Text(en, ms),
            changed_at=changed_at,
        )
        for skill_id, en, ms, state, proof, changed_at in db.execute(_SKILLS).fetchall()
    }
    answers = {
        question_id: Answer(question_id=question_id, points=points, changed_at=changed_at)
        for question_id, points, changed_at in db.execute(_ANSWERS).fetchall()
    }
    preferences = dict(db.execute(_PREFERENCES).fetchall())
    return Content(
        shortlist,
        MappingProxyType(marks),
        MappingProxyType(answers),
        MappingProxyType(preferences),
    )
