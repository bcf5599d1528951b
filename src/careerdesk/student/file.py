"""One student's file, and everything that can be done with it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from careerdesk.catalogue.text import Text
from careerdesk.errors import CareerdeskError
from careerdesk.student.content import read_content
from careerdesk.student.folder import prepare_folder
from careerdesk.student.lock import LockFile
from careerdesk.student.opening import open_file, open_memory
from careerdesk.student.problems import DamagedStudentFile, SaveProblem, TooLong, reason_of
from careerdesk.student.records import (
    NAME_LIMIT,
    NOTE_LIMIT,
    PREFERENCE_LIMIT,
    PROOF_LIMIT,
    WHY_LIMIT,
    Change,
    ChangeKind,
    Content,
    ShortlistItem,
    SkillMark,
    SkillState,
)
from careerdesk.student.schema import SCHEMA, Schema
from careerdesk.student.signal import Signal

FILE_NAME = "student.sqlite"
LOCK_NAME = "student.lock"

_ADD = """
    INSERT INTO shortlist (role_id, position, title_en, title_ms, added_at)
    VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (role_id) DO UPDATE SET title_en = excluded.title_en, title_ms = excluded.title_ms
"""
_RESTORE = """
    INSERT INTO shortlist (role_id, position, title_en, title_ms, note, why, added_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (role_id) DO UPDATE SET note = excluded.note, why = excluded.why
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
_PREFER = """
    INSERT INTO preference (key, value) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""

_Statement = tuple[str, tuple[object, ...]]


class StudentFile:
    """What one student keeps, saved as it happens.

    Each verb is one transaction: it is on the disk before the verb returns, and then
    :attr:`changed` is emitted; a verb that changes nothing emits nothing. A verb that cannot be
    saved raises :class:`SaveProblem`, and what is read here stays what the file says. Reading
    never touches the disk. All calls come from one thread.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        *,
        path: Path | None = None,
        lock: LockFile | None = None,
        problem: CareerdeskError | None = None,
    ) -> None:
        self._db = db
        self._lock = lock
        self._content = read_content(db)
        self._is_open = True
        self.path = path
        self.problem = problem
        """Why the work is kept in memory alone, where that is not by choice."""
        self.changed: Signal[Change] = Signal()

    @classmethod
    def open(cls, folder: Path, *, schema: Schema = SCHEMA) -> StudentFile:
        """Open the student file in ``folder``, making both when they are not there.

        Raises:
            StudentFileInUse: another CareerDesk has it open.
            NoPlaceToSave: the folder or the file cannot be made, read or written.
            NewerStudentFile, NotAStudentFile, DamagedStudentFile, UpgradeProblem:
                the file was left as it is.
        """
        prepare_folder(folder)
        path = folder / FILE_NAME
        lock = LockFile(folder / LOCK_NAME)
        db = open_file(path, lock, schema)
        try:
            return cls(db, path=path, lock=lock)
        except (sqlite3.Error, ValueError) as error:
            lock.release()
            db.close()
            raise DamagedStudentFile(path=str(path)) from error

    @classmethod
    def in_memory(cls, reason: CareerdeskError | None = None) -> StudentFile:
        """Return a student file of which nothing outlives it; ``reason`` says why it is used."""
        return cls(open_memory(SCHEMA), problem=reason)

    @property
    def writable(self) -> bool:
        """Whether what is done here outlives the window."""
        return self.path is not None

    def shortlist(self) -> tuple[ShortlistItem, ...]:
        """Return the shortlist in the student's order."""
        return self._content.shortlist

    def has(self, role_id: str) -> bool:
        """Tell whether the role is on the shortlist."""
        return any(item.role_id == role_id for item in self._content.shortlist)

    def add(self, role_id: str, title: Text) -> None:
        """Put the role at the end of the shortlist; if it is there, note its present title."""
        position = len(self._content.shortlist)
        self._save(
            ChangeKind.SHORTLIST, role_id, [(_ADD, (role_id, position, *_names(title), _now()))]
        )

    def remove(self, role_id: str) -> ShortlistItem:
        """Take the role off the shortlist and return what :meth:`restore` needs to undo that.

        Raises:
            LookupError: when it is not on the shortlist, as do all verbs on a shortlisted role.
        """
        item = self._item(role_id)
        rest = [other for other in self._order() if other != role_id]
        self._save(ChangeKind.SHORTLIST, role_id, [(_REMOVE, (role_id,)), *_places(rest)])
        return item

    def restore(self, item: ShortlistItem) -> None:
        """Put back what :meth:`remove` returned, at its old place and with its note and why."""
        order = [role_id for role_id in self._order() if role_id != item.role_id]
        order.insert(item.position, item.role_id)
        words = (item.note, item.why, item.added_at)
        values = (item.role_id, item.position, *_names(item.title), *words)
        self._save(ChangeKind.SHORTLIST, item.role_id, [(_RESTORE, values), *_places(order)])

    def move(self, role_id: str, position: int) -> None:
        """Move the role to ``position``, counted from 0; beyond the end means the end."""
        order = [other for other in self._order() if other != self._item(role_id).role_id]
        order.insert(max(position, 0), role_id)
        self._save(ChangeKind.SHORTLIST, role_id, _places(order))

    def set_note(self, role_id: str, note: str) -> None:
        """Keep the student's note on a shortlisted role.

        Raises:
            TooLong: beyond ``NOTE_LIMIT`` characters. Nothing is ever cut off, here, in
                :meth:`set_why` or in :meth:`set_proof`.
        """
        values = (_kept(note, NOTE_LIMIT), self._item(role_id).role_id)
        self._save(ChangeKind.SHORTLIST, role_id, [(_NOTE, values)])

    def set_why(self, role_id: str, why: str) -> None:
        """Keep the student's line on why they chose a shortlisted role."""
        values = (_kept(why, WHY_LIMIT), self._item(role_id).role_id)
        self._save(ChangeKind.SHORTLIST, role_id, [(_WHY, values)])

    def skill_marks(self) -> Mapping[str, SkillMark]:
        """Return what was said about skills, by skill id."""
        return self._content.skill_marks

    def mark_skill(self, skill_id: str, name: Text, state: SkillState) -> None:
        """Keep how far the student is with a skill."""
        values = (skill_id, *_names(name), state.value, _now())
        self._save(ChangeKind.SKILLS, skill_id, [(_MARK, values)])

    def set_proof(self, skill_id: str, name: Text, proof: str) -> None:
        """Keep what shows that the student has a skill; the state stays what it was."""
        values = (skill_id, *_names(name), SkillState.NOT_YET.value, _kept(proof, PROOF_LIMIT))
        self._save(ChangeKind.SKILLS, skill_id, [(_PROVE, (*values, _now()))])

    def preference(self, key: str, default: str) -> str:
        """Return how the student likes ``key``, or ``default`` when they never said."""
        return self._content.preferences.get(key, default)

    def set_preference(self, key: str, value: str) -> None:
        """Keep how the student likes ``key``."""
        values = (key, _kept(value, PREFERENCE_LIMIT))
        self._save(ChangeKind.PREFERENCES, key, [(_PREFER, values)])

    def close(self) -> None:
        """Let the file go, for others to open. Reading goes on; verbs raise ``ValueError``."""
        self._is_open = False
        if self._lock is not None:
            self._lock.release()
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _order(self) -> list[str]:
        return [item.role_id for item in self._content.shortlist]

    def _item(self, role_id: str) -> ShortlistItem:
        for item in self._content.shortlist:
            if item.role_id == role_id:
                return item
        raise LookupError(f"{role_id!r} is not on the shortlist; there are {self._order()}")

    def _save(self, kind: ChangeKind, changed_id: str, statements: Iterable[_Statement]) -> None:
        """Save what ``statements`` change, and tell those who listen."""
        if not self._is_open:
            raise ValueError("this student file is closed")
        before = self._content
        try:
            self._content = self._write(statements)
        except sqlite3.Error as error:
            with contextlib.suppress(sqlite3.Error):
                self._content = read_content(self._db)
            folder = self.path.parent if self.path else Path()
            reason = reason_of(error, folder)
            raise SaveProblem(folder=str(folder), reason=reason) from error
        if self._content != before:
            self.changed.emit(Change(kind, (changed_id,)))

    def _write(self, statements: Iterable[_Statement]) -> Content:
        """Run ``statements`` as one transaction and return what the file holds after it."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            for sql, values in statements:
                self._db.execute(sql, values)
            after = read_content(self._db)
            self._db.execute("ROLLBACK" if after == self._content else "COMMIT")
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
        return after


def _places(order: Iterable[str]) -> list[_Statement]:
    return [(_PLACE, (position, role_id)) for position, role_id in enumerate(order)]


def _names(text: Text) -> tuple[str, str]:
    """Return both names as they are kept; they are the catalogue's words, so they may be cut."""
    return _clean(text.en)[:NAME_LIMIT], _clean(text.ms)[:NAME_LIMIT]


def _kept(words: str, limit: int) -> str:
    """Return a student's words as they are kept; raises ``TooLong`` beyond ``limit``."""
    words = _clean(words)
    if len(words) > limit:
        raise TooLong(length=len(words), limit=limit)
    return words


def _clean(words: str) -> str:
    """Return ``words`` without NUL and half characters, which no file can hold."""
    return words.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
