"""One student's file, and everything that can be done with it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from careerdesk.catalogue.text import Text
from careerdesk.errors import CareerdeskError
from careerdesk.student import statements as sql
from careerdesk.student.content import EMPTY
from careerdesk.student.edits import ids_by_kind, order_after, way
from careerdesk.student.folder import FILE_NAME, LOCK_NAME, identity_of, prepare_folder
from careerdesk.student.lock import LockFile
from careerdesk.student.opening import open_file, open_here, open_memory
from careerdesk.student.problems import (
    DamagedStudentFile,
    SaveProblem,
    TakenOver,
    WillNotLast,
    reason_of,
)
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
    Lasting,
    ShortlistItem,
    SkillMark,
    SkillState,
)
from careerdesk.student.revision import HERE, Revision
from careerdesk.student.schema import SCHEMA, Schema
from careerdesk.student.signal import Signal
from careerdesk.student.statements import Statement
from careerdesk.student.writing import read, write

if TYPE_CHECKING:
    from careerdesk.student.copies import Copies, Job
    from careerdesk.student.home import Home, HomeCopy


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
        self.home: Home | None = None
        """The copy that follows the student, where homes are on a network."""
        self._held = read(db)
        self._copied = self._held.revision.number
        """The revision that the copies have."""
        self._is_open = True
        self._identity = identity_of(path)
        if self._identity is not None:
            open_here.add(self._identity)
        self.path = path
        self.problem = problem
        """Why the work is kept in memory alone, where that is not by choice."""
        self.notice: CareerdeskError | None = None
        """What the student should read once: that a damaged file was replaced, for example."""
        self.fork: HomeCopy | None = None
        """The copy in the home folder, when it and this file both moved on: see :mod:`forks`."""
        self.forgetful = False
        """Whether the school says that this computer forgets what is saved on it."""
        self.changed: Signal[Change] = Signal()

    @classmethod
    def open(
        cls, folder: Path, *, schema: Schema = SCHEMA, home: Path | None = None
    ) -> StudentFile:
        """Open the student file in ``folder``, making both when they are not there.

        ``home`` is the folder on a network where a copy follows the student. If that copy is
        newer, it is taken over; what keeps it from being read is a :attr:`notice`.

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
            student = cls(db, path=path, lock=lock)
        except (sqlite3.Error, ValueError) as error:
            lock.release()
            db.close()
            raise DamagedStudentFile(path=str(path)) from error
        if home is not None:
            from careerdesk.student.forks import follow

            follow(student, home)
        return student

    @classmethod
    def in_memory(cls, reason: CareerdeskError | None = None) -> StudentFile:
        """Return a student file of which nothing outlives it; ``reason`` says why it is used."""
        return cls(open_memory(SCHEMA), problem=reason)

    @property
    def writable(self) -> bool:
        """Whether what is done here outlives the window."""
        return self.path is not None

    @property
    def lasting(self) -> Lasting:
        """How long what is done now will be there; asked before anything is typed."""
        if self.path is None:
            return Lasting.UNTIL_CLOSED
        from careerdesk.student.mounts import Medium, medium_of

        if self.home is None and (self.forgetful or medium_of(self.path.parent) is Medium.VOLATILE):
            return Lasting.UNTIL_RESTART
        return Lasting.KEPT

    @property
    def warning(self) -> CareerdeskError | None:
        """What the student should read before typing anything; None when all is well."""
        if self.problem is None and self.lasting is Lasting.UNTIL_RESTART:
            return WillNotLast()
        return self.problem

    @cached_property
    def copies(self) -> Copies | None:
        """What makes backups and the like of this file; None for work in memory."""
        if self.path is None:
            return None
        from careerdesk.student.copies import Copies

        return Copies(self.path.parent, self.home)

    @property
    def copies_due(self) -> bool:
        """Whether something was saved that the copies do not have yet."""
        if self.copies is None:
            return False
        return self.copies.failed or self._copied != self._held.revision.number

    def shortlist(self) -> tuple[ShortlistItem, ...]:
        """Return the shortlist in the student's order."""
        return self._held.content.shortlist

    def has(self, role_id: str) -> bool:
        """Tell whether the role is on the shortlist."""
        return any(item.role_id == role_id for item in self._held.content.shortlist)

    def add(self, role_id: str, title: Text) -> None:
        """Put the role at the end of the shortlist; if it is there, note its present title."""
        position = len(self._held.content.shortlist)
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
        role_id, note = self._item(role_id).role_id, sql.kept(note, NOTE_LIMIT)
        self._save(ChangeKind.SHORTLIST, role_id, [sql.note(role_id, note)])

    def set_why(self, role_id: str, why: str) -> None:
        """Keep the student's line on why they chose a shortlisted role."""
        role_id, why = self._item(role_id).role_id, sql.kept(why, WHY_LIMIT)
        self._save(ChangeKind.SHORTLIST, role_id, [sql.why(role_id, why)])

    def skill_marks(self) -> Mapping[str, SkillMark]:
        """Return what was said about skills, by skill id."""
        return self._held.content.skill_marks

    def mark_skill(self, skill_id: str, name: Text, state: SkillState) -> None:
        """Keep how far the student is with a skill."""
        self._save(ChangeKind.SKILLS, skill_id, [sql.mark(skill_id, name, state, _now())])

    def set_proof(self, skill_id: str, name: Text, proof: str) -> None:
        """Keep what shows that the student has a skill; the state stays what it was."""
        proof = sql.kept(proof, PROOF_LIMIT)
        self._save(ChangeKind.SKILLS, skill_id, [sql.prove(skill_id, name, proof, _now())])

    def answers(self) -> Mapping[str, Answer]:
        """Return what was said to the questions about interests, by question id."""
        return self._held.content.answers

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
        return self._held.content.preferences.get(key, default)

    def set_preference(self, key: str, value: str) -> None:
        """Keep how the student likes ``key``."""
        value = sql.kept(value, PREFERENCE_LIMIT)
        self._save(ChangeKind.PREFERENCES, key, [sql.prefer(key, value)])

    @property
    def content(self) -> Content:
        """All that is kept, at this moment."""
        return self._held.content

    @property
    def counts(self) -> Counts:
        """How much of the student's own work there is."""
        return Counts.of(self._held.content)

    @property
    def revision(self) -> Revision:
        """How often this file was saved, here and elsewhere."""
        return self._held.revision

    def copy_job(self, *, backup: bool = False) -> Job:
        """Return what makes the copies of the file as it is now, on any thread.

        There is a backup among them if ``backup`` says so or the last was some time ago.
        """
        if self.copies is None:
            raise ValueError("work in memory has no copies")
        self._copied = self._held.revision.number
        return self.copies.job(self.serialized(), backup=backup)

    def want_copies(self) -> None:
        """Let the copies be made although nothing was saved since the last ones."""
        self._copied = -1

    def serialized(self) -> bytes:
        """Return the student file as the bytes of a file.

        Raises:
            SaveProblem: when the disk does not even let it be read.
        """
        try:
            return self._db.serialize()
        except sqlite3.Error as error:
            folder = self.path.parent if self.path else Path()
            raise SaveProblem(folder=str(folder), reason=reason_of(error, folder)) from error

    def erase(self) -> None:
        """Erase all that is kept, here and in every copy of it that lies beside the file.

        It can be undone as long as somebody remembers what :attr:`changed` handed out.

        Raises:
            EraseProblem: when a copy could not be taken away; all else is gone.
        """
        self.become(EMPTY)
        if self.copies is not None:
            self.copies.erase(self)
            self._copied = self._held.revision.number

    def apply(self, edit: Edit, *, seen: Revision | None = None, counts: bool = True) -> None:
        """Put rows back, as a :class:`Change` handed them out; its own undo is the redo.

        Where the rows come from another copy of the file, ``seen`` is what that has seen, which
        is known here from now on; they are no save of ours if ``counts`` is not set.
        """
        statements = sql.apply(edit, order_after(edit, self._order()))
        self._save_parts(ids_by_kind(edit), statements, seen=seen, counts=counts)

    def become(self, content: Content) -> None:
        """Replace all that is kept by ``content``, in one step that can be undone."""
        self.apply(way(self._held.content, content))

    @property
    def is_taken_over(self) -> bool:
        """Whether somebody else's file stands where this one was opened."""
        return identity_of(self.path) not in (None, self._identity)

    def close(self) -> None:
        """Let the file go, for others to open. Reading goes on; verbs raise ``ValueError``.

        Copies that are due are made first; that one of them fails is no reason to stay.
        """
        due = self._is_open and self.copies_due and not self.is_taken_over
        if due and self.copies is not None:
            with contextlib.suppress(SaveProblem):
                self.copy_job(backup=True).run()
        self._is_open = False
        if self._identity is not None:
            open_here.discard(self._identity)
        if self._lock is not None:
            self._lock.release()
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _order(self) -> list[str]:
        return [item.role_id for item in self._held.content.shortlist]

    def _item(self, role_id: str) -> ShortlistItem:
        for item in self._held.content.shortlist:
            if item.role_id == role_id:
                return item
        raise LookupError(f"{role_id!r} is not on the shortlist; there are {self._order()}")

    def _gone(self, folder: Path) -> SaveProblem:
        """Return why what was saved is in no file that will be found again."""
        if self.is_taken_over:
            return TakenOver(folder=str(folder), reason="")
        return SaveProblem(folder=str(folder), reason=reason_of(FileNotFoundError(), folder))

    def _save(self, kind: ChangeKind, changed_id: str, statements: list[Statement]) -> None:
        """Save what ``statements`` change in one part, and tell those who listen."""
        self._save_parts({kind: (changed_id,)}, statements)

    def _save_parts(
        self,
        parts: Mapping[ChangeKind, tuple[str, ...]],
        statements: list[Statement],
        *,
        seen: Revision | None = None,
        counts: bool = True,
    ) -> None:
        """Save what ``statements`` change, and tell those who listen about each of ``parts``."""
        if not self._is_open:
            raise ValueError("this student file is closed")
        before = self._held.content
        folder = self.path.parent if self.path else Path()
        place = (self.home.place if self.home else HERE) if counts else None
        try:
            self._held = write(self._db, self._held, statements, place=place, seen=seen)
        except sqlite3.Error as error:
            with contextlib.suppress(sqlite3.Error):
                self._held = read(self._db)
            reason = reason_of(error, folder)
            raise SaveProblem(folder=str(folder), reason=reason) from error
        if identity_of(self.path) != self._identity:
            raise self._gone(folder)
        if self._held.content == before:
            return
        undo: Edit | None = way(self._held.content, before)
        for kind, ids in parts.items():
            self.changed.emit(Change(kind, ids, undo))
            undo = None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
