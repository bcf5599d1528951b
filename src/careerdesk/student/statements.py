"""The SQL of each thing that can be done to a student file."""

from __future__ import annotations

from collections.abc import Iterable

from careerdesk.catalogue.text import Text
from careerdesk.student.problems import TooLong
from careerdesk.student.records import (
    NAME_LIMIT,
    Answer,
    Edit,
    ShortlistItem,
    SkillMark,
    SkillState,
)

Statement = tuple[str, tuple[object, ...]]

_ADD = """
    INSERT INTO shortlist (role_id, position, title_en, title_ms, added_at)
    VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (role_id) DO UPDATE SET title_en = excluded.title_en, title_ms = excluded.title_ms
"""
_PUT_ITEM = """
    INSERT INTO shortlist (role_id, position, title_en, title_ms, note, why, added_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (role_id) DO UPDATE SET
        title_en = excluded.title_en, title_ms = excluded.title_ms,
        note = excluded.note, why = excluded.why, added_at = excluded.added_at
"""
_REMOVE = "DELETE FROM shortlist WHERE role_id = ?"
_PLACE = "UPDATE shortlist SET position = ? WHERE role_id = ?"
_NOTE = "UPDATE shortlist SET note = ? WHERE role_id = ?"
_WHY = "UPDATE shortlist SET why = ? WHERE role_id = ?"
_MARK = """
    INSERT INTO skill_mark (skill_id, name_en, name_ms, state, changed_at)
    VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (skill_id) DO UPDATE SET
        name_en = excluded.name_en, name_ms = excluded.name_ms,
        state = excluded.state, changed_at = excluded.changed_at
    WHERE (name_en, name_ms, state) <> (excluded.name_en, excluded.name_ms, excluded.state)
"""
_PROVE = """
    INSERT INTO skill_mark (skill_id, name_en, name_ms, state, proof, changed_at)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (skill_id) DO UPDATE SET
        name_en = excluded.name_en, name_ms = excluded.name_ms,
        proof = excluded.proof, changed_at = excluded.changed_at
    WHERE (name_en, name_ms, proof) <> (excluded.name_en, excluded.name_ms, excluded.proof)
"""
_PUT_MARK = """
    INSERT INTO skill_mark (skill_id, name_en, name_ms, state, proof, changed_at)
    VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (skill_id) DO UPDATE SET
        name_en = excluded.name_en, name_ms = excluded.name_ms,
        state = excluded.state, proof = excluded.proof, changed_at = excluded.changed_at
"""
_UNMARK = "DELETE FROM skill_mark WHERE skill_id = ?"
_ANSWER = """
    INSERT INTO answer (question_id, points, changed_at) VALUES (?, ?, ?)
    ON CONFLICT (question_id) DO UPDATE SET
        points = excluded.points, changed_at = excluded.changed_at
    WHERE points <> excluded.points
"""
_PUT_ANSWER = """
    INSERT INTO answer (question_id, points, changed_at) VALUES (?, ?, ?)
    ON CONFLICT (question_id) DO UPDATE SET
        points = excluded.points, changed_at = excluded.changed_at
"""
_UNANSWER = "DELETE FROM answer WHERE question_id = ?"
_PREFER = """
    INSERT INTO preference (key, value) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""
_UNPREFER = "DELETE FROM preference WHERE key = ?"


def add(role_id: str, position: int, title: Text, now: str) -> Statement:
    """Put a role at ``position``, or give the one that is there its present title."""
    return _ADD, (role_id, position, *names(title), now)


def put(item: ShortlistItem) -> Statement:
    """Put a whole item there."""
    values = (item.role_id, item.position, *names(item.title), item.note, item.why, item.added_at)
    return _PUT_ITEM, values


def remove(role_id: str) -> Statement:
    """Take a role away."""
    return _REMOVE, (role_id,)


def places(order: Iterable[str]) -> list[Statement]:
    """Number the roles in ``order``."""
    return [(_PLACE, (position, role_id)) for position, role_id in enumerate(order)]


def note(role_id: str, words: str) -> Statement:
    """Replace the note on a role."""
    return _NOTE, (words, role_id)


def why(role_id: str, words: str) -> Statement:
    """Replace the line on why a role was chosen."""
    return _WHY, (words, role_id)


def mark(skill_id: str, name: Text, state: SkillState, now: str) -> Statement:
    """Replace the state of a skill."""
    return _MARK, (skill_id, *names(name), state.value, now)


def prove(skill_id: str, name: Text, proof: str, now: str) -> Statement:
    """Replace the proof of a skill."""
    return _PROVE, (skill_id, *names(name), SkillState.NOT_YET.value, proof, now)


def answer(question_id: str, points: int | None, now: str) -> Statement:
    """Replace an answer; None takes it back."""
    if points is None:
        return _UNANSWER, (question_id,)
    return _ANSWER, (question_id, points, now)


def prefer(key: str, value: str) -> Statement:
    """Replace a preference."""
    return _PREFER, (key, value)


def apply(edit: Edit, order: Iterable[str]) -> list[Statement]:
    """Put the rows of ``edit`` back and number the shortlist as in ``order``."""
    statements: list[Statement] = []
    for role_id, item in edit.shortlist:
        statements.append(remove(role_id) if item is None else put(item))
    for skill_id, skill in edit.skills:
        statements.append((_UNMARK, (skill_id,)) if skill is None else _put_mark(skill))
    for question_id, said in edit.answers:
        statements.append((_UNANSWER, (question_id,)) if said is None else _put_answer(said))
    for key, value in edit.preferences:
        statements.append((_UNPREFER, (key,)) if value is None else prefer(key, value))
    return [*statements, *places(order)]


def _put_mark(skill: SkillMark) -> Statement:
    values = (skill.skill_id, *names(skill.name), skill.state.value, skill.proof, skill.changed_at)
    return _PUT_MARK, values


def _put_answer(said: Answer) -> Statement:
    return _PUT_ANSWER, (said.question_id, said.points, said.changed_at)


def names(text: Text) -> tuple[str, str]:
    """Return both names as they are kept; they are the catalogue's words, so they may be cut."""
    return clean(text.en)[:NAME_LIMIT], clean(text.ms)[:NAME_LIMIT]


def clean(words: str) -> str:
    """Return ``words`` without NUL and half characters, which no file can hold."""
    return words.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def kept(words: str, limit: int) -> str:
    """Return a student's words as they are kept; raises ``TooLong`` beyond ``limit``."""
    words = clean(words)
    if len(words) > limit:
        raise TooLong(length=len(words), limit=limit)
    return words
