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
from careerdesk.student import statements as sql
from careerdesk.student.content import EMPTY, read_content
from careerdesk.student.edits import ids_by_kind, order_after, way
from careerdesk.student.folder import FILE_NAME, LOCK_NAME, prepare_folder
from careerdesk.student.lock import LockFile
from careerdesk.student.opening import open_file, open_memory
from careerdesk.student.problems import DamagedStudentFile, SaveProblem, TooLong, reason_of
from careerdesk.student.records import (
    MOST_POINTS,
    NOTE_LIMIT,
    PREFERENCE_LIMIT,
    PROOF_LIMIT,
    WHY_LIMIT,
    Answer,
    Change,
    ChangeKind,
    Content,
    Counts,
    Edit,
    ShortlistItem,
    SkillMark,
    SkillState,
)
from careerdesk.student.revision import HERE, Revision, count_save, read_revision
from careerdesk.student.schema import SCHEMA, Schema
from careerdesk.student.signal import Signal
from careerdesk.student.statements import Statement


class StudentFile:
    """What one student keeps, saved as it happens.

    Each verb is one transaction: it is on the disk before the verb returns, and then
    :attr:`changed` is emitted with what would undo it (:meth:`apply`); a verb that changes nothing
    emits nothing. A verb that cannot be saved raises :class:`SaveProblem`, and what is read here
    stays what the file says. Reading never touches the disk. All calls come from one thread.
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
        self._place = HERE
        self._content = read_content(db)
        self._revision = read_revision(db)
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
        self._save(ChangeKind.SHORTLIST, role_id, [sql.add(role_id, position, title, _now())])

    def remove(self, role_id: str) -> ShortlistItem:
        """Take the role off the shortlist and return what :meth:`restore` needs to undo that.

        Raises:
            LookupError: when it is not on the shortlist, as do all verbs on a shortlisted role.
        """
        item = self._item(role_id)
        rest = [other for other in self._order() if other != role_id]
        self._save(ChangeKind.SHORTLIST, role_id, [sql.remove(role_id), *sql.places(rest)])
        return item

    def restore(self, item: ShortlistItem) -> None:
        """Put back what :meth:`remove` returned, at its old place and with its note and why."""
        self.apply(Edit(shortlist=((item.role_id, item),)))

    def move(self, role_id: str, position: int) -> None:
        """Move the role to ``position``, counted from 0; beyond the end means the end."""
        order = [other for other in self._order() if other != self._item(role_id).role_id]
        order.insert(min(max(position, 0), len(order)), role_id)
        self._save(ChangeKind.SHORTLIST, role_id, sql.places(order))

    def set_note(self, role_id: str, note: str) -> None:
        """Keep the student's note on a shortlisted role.

        Raises:
            TooLong: beyond ``NOTE_LIMIT`` characters. Nothing is ever cut off, here, in
                :meth:`set_why` or in :meth:`set_proof`.
        """
        role_id, note = self._item(role_id).role_id, _kept(note, NOTE_LIMIT)
        self._save(ChangeKind.SHORTLIST, role_id, [sql.note(role_id, note)])

    def set_why(self, role_id: str, why: str) -> None:
        """Keep the student's line on why they chose a shortlisted role."""
        role_id, why = self._item(role_id).role_id, _kept(why, WHY_LIMIT)
        self._save(ChangeKind.SHORTLIST, role_id, [sql.why(role_id, why)])

    def skill_marks(self) -> Mapping[str, SkillMark]:
        """Return what was said about skills, by skill id."""
        return self._content.skill_marks

    def mark_skill(self, skill_id: str, name: Text, state: SkillState) -> None:
        """Keep how far the student is with a skill."""
        self._save(ChangeKind.SKILLS, skill_id, [sql.mark(skill_id, name, state, _now())])

    def set_proof(self, skill_id: str, name: Text, proof: str) -> None:
        """Keep what shows that the student has a skill; the state stays what it was."""
        proof = _kept(proof, PROOF_LIMIT)
        self._save(ChangeKind.SKILLS, skill_id, [sql.prove(skill_id, name, proof, _now())])

    def answers(self) -> Mapping[str, Answer]:
        """Return what was said to the questions about interests, by question id."""
        return self._content.answers

    def answer(self, question_id: str, points: int | None) -> None:
        """Keep an answer, from 1 to ``MOST_POINTS``; None takes it back.

        Raises:
            ValueError: when ``points`` is anything else.
        """
        if points is not None and points not in range(1, MOST_POINTS + 1):
            raise ValueError(f"an answer is 1 to {MOST_POINTS}, not {points!r}")
        self._save(ChangeKind.ANSWERS, question_id, [sql.answer(question_id, points, _now())])

    def preference(self, key: str, default: str) -> str:
        """Return how the student likes ``key``, or ``default`` when they never said."""
        return self._content.preferences.get(key, default)

    def set_preference(self, key: str, value: str) -> None:
        """Keep how the student likes ``key``."""
        value = _kept(value, PREFERENCE_LIMIT)
        self._save(ChangeKind.PREFERENCES, key, [sql.prefer(key, value)])

    @property
    def content(self) -> Content:
        """All that is kept, at this moment."""
        return self._content

    @property
    def counts(self) -> Counts:
        """How much of the student's own work there is."""
        return Counts.of(self._content)

    @property
    def revision(self) -> Revision:
        """How often this file was saved, here and elsewhere."""
        return self._revision

    def serialized(self) -> bytes:
        """Return the student file as the bytes of a file; what is written there can be opened."""
        return self._db.serialize()

    def erase(self) -> None:
        """Erase all that is kept, here and in every copy of it that lies beside the file.

        It can be undone as long as somebody remembers what :attr:`changed` handed out.

        Raises:
            EraseProblem: when a copy could not be taken away; all else is gone.
        """
        self.become(EMPTY)
        if self.path is not None:
            from careerdesk.student.traces import wipe_copies

            wipe_copies(self.path.parent)

    def apply(self, edit: Edit) -> None:
        """Put rows back, as a :class:`Change` handed them out; its own undo is the redo."""
        order = order_after(edit, self._order())
        self._save_parts(ids_by_kind(edit), sql.apply(edit, order))

    def become(self, content: Content) -> None:
        """Replace all that is kept by ``content``, in one step that can be undone."""
        self.apply(way(self._content, content))

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

    def _save(self, kind: ChangeKind, changed_id: str, statements: list[Statement]) -> None:
        """Save what ``statements`` change in one part, and tell those who listen."""
        self._save_parts({kind: (changed_id,)}, statements)

    def _save_parts(
        self, parts: Mapping[ChangeKind, tuple[str, ...]], statements: list[Statement]
    ) -> None:
        """Save what ``statements`` change, and tell those who listen about each of ``parts``."""
        if not self._is_open:
            raise ValueError("this student file is closed")
        before = self._content
        try:
            self._content = self._write(statements)
        except sqlite3.Error as error:
            with contextlib.suppress(sqlite3.Error):
                self._content = read_content(self._db)
                self._revision = read_revision(self._db)
            folder = self.path.parent if self.path else Path()
            reason = reason_of(error, folder)
            raise SaveProblem(folder=str(folder), reason=reason) from error
        if self._content == before:
            return
        undo: Edit | None = way(self._content, before)
        for kind, ids in parts.items():
            self.changed.emit(Change(kind, ids, undo))
            undo = None

    def _write(self, statements: Iterable[Statement]) -> Content:
        """Run ``statements`` as one transaction and return what the file holds after it."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            for statement in statements:
                self._db.execute(*statement)
            after = read_content(self._db)
            if after == self._content:
                self._db.execute("ROLLBACK")
            else:
                revision = count_save(self._db, self._place)
                self._db.execute("COMMIT")
                self._revision = revision
        finally:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
        return after


def _kept(words: str, limit: int) -> str:
    """Return a student's words as they are kept; raises ``TooLong`` beyond ``limit``."""
    words = sql.clean(words)
    if len(words) > limit:
        raise TooLong(length=len(words), limit=limit)
    return words


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
