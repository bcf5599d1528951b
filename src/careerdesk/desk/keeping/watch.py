"""Looks after the student's file while the window is open, and says what is to be minded."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from careerdesk.desk.context import Context
from careerdesk.desk.keeping.work import Work
from careerdesk.desk.notices import Note
from careerdesk.desk.worker import Worker
from careerdesk.errors import N_, CareerdeskError
from careerdesk.student import StudentFile, WillNotLast

PAUSE_MS = 2000
"""Pause after a change before its copies are made, in milliseconds."""
RETRY_MS = 60_000
"""Time after which copies that could not be made are tried again, in milliseconds."""
LOOK_MS = 1000
"""Time between two looks for another CareerDesk that asks for the file, in milliseconds."""

OLD_AFTER_MONTHS = 18
"""Age of the catalogue, in months, from which the window warns."""


class LetGo(CareerdeskError):
    """The file was handed to another CareerDesk that asked for it."""

    sentence = N_(
        "Your work was opened in another CareerDesk, so it is closed here and safe there. "
        "You can go on looking around, but what you keep here will be gone when you close it."
    )


class LeftByGuest(CareerdeskError):
    """The guest's file holds work from an earlier day."""

    sentence = N_(
        "The work of an earlier guest is open here. If it is not yours, start afresh; "
        "theirs is put aside and not lost."
    )


class Watch(QObject):
    """Makes the copies of the student file at rest, and lets it go when it is asked for."""

    notes_changed = Signal()

    def __init__(self, context: Context, work: Work, worker: Worker, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._work, self._worker = context, work, worker
        self._copy_problem: CareerdeskError | None = None
        self._left = _is_left(context.student)
        self._crashed = False
        self._pause = self._timer(PAUSE_MS, self._make_copies, once=True)
        self._retry = self._timer(RETRY_MS, self._make_copies, once=True)
        self._look = self._timer(LOOK_MS, self._let_go_if_asked)
        context.student_changed.connect(lambda _change: self._pause.start())
        context.student_replaced.connect(self._begin_anew)
        work.stepped.connect(self.notes_changed)
        if context.student.path is not None:
            self._look.start()

    def notes(self) -> list[Note]:
        """Return what the student should read above the pages."""
        t, student, notes = self._context.t, self._context.student, []
        save = (t.say("Save to a file …"), self._work.save_file)
        warning = student.warning
        if warning is not None:
            action = save if isinstance(warning, WillNotLast) else None
            notes.append(Note(t.error(warning), action))
        if student.notice is not None:
            other = (t.say("Earlier versions …"), self._work.show_versions)
            notes.append(Note(t.error(student.notice), other, self._close_notice))
        if student.fork is not None:
            look = (t.say("Look at both …"), self._work.settle_fork)
            words = t.say(
                "You went on with your work at two computers. Nothing is lost: look at both, and "
                "choose how to go on."
            )
            notes.append(Note(words, look))
        if self._copy_problem is not None:
            notes.append(Note(t.error(self._copy_problem), save))
        if self._left:
            afresh = (t.say("Start afresh"), self._work.start_afresh)
            notes.append(Note(t.error(LeftByGuest()), afresh, self._close_left))
        if self._crashed:
            words = t.say(
                "CareerDesk stopped by a mistake of its own the last time. What was saved is safe; "
                "please tell your teacher if it happens again."
            )
            notes.append(Note(words, close=self._close_crash))
        return [*notes, *self._about_catalogue()]

    def say_of_last_crash(self) -> None:
        """Say that the program stopped by a mistake of its own the last time."""
        self._crashed = True
        self.notes_changed.emit()

    def stop(self) -> None:
        """Look after the file no more."""
        for timer in (self._pause, self._retry, self._look):
            timer.stop()

    def _make_copies(self) -> None:
        student = self._context.student
        if student.copies_due:
            job = student.copy_job()
            self._worker.run(
                job.run, lambda outcome: self._on_copied(student, outcome), self._on_not_copied
            )

    def _on_copied(self, student: StudentFile, outcome: object) -> None:
        from careerdesk.student.copies import Outcome

        assert isinstance(outcome, Outcome)
        if student is not self._context.student:
            # What is in the home folder of one student is nothing to another.
            return
        if outcome.fork is not None:
            student.fork = outcome.fork
        self._on_not_copied(outcome.problem)

    def _on_not_copied(self, problem: CareerdeskError | None) -> None:
        self._copy_problem = problem
        if problem is not None:
            self._retry.start()
        self.notes_changed.emit()

    def _let_go_if_asked(self) -> None:
        from careerdesk.student.take_over import is_asked

        student = self._context.student
        if is_asked(student) or student.is_taken_over:
            self._work.leaving.emit()
            student.close()
            self._work.go_on_with(StudentFile.in_memory(LetGo()))

    def _begin_anew(self) -> None:
        self._left, self._copy_problem = False, None
        if self._context.student.path is None:
            self._look.stop()
        else:
            self._look.start()
        self.notes_changed.emit()

    def _about_catalogue(self) -> list[Note]:
        t = self._context.t
        months = self._context.store.info.age_in_months(self._context.today)
        if months < OLD_AFTER_MONTHS:
            return []
        words = t.say(
            "This catalogue is {months} months old. Pay, entry rules and certificates may "
            "have changed; ask your school for a newer edition.",
            months=months,
        )
        return [Note(words)]

    def _close_crash(self) -> None:
        self._crashed = False
        self.notes_changed.emit()

    def _close_notice(self) -> None:
        self._context.student.notice = None
        self.notes_changed.emit()

    def _close_left(self) -> None:
        self._left = False
        self.notes_changed.emit()

    def _timer(self, milliseconds: int, act: object, *, once: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(once)
        timer.timeout.connect(act)
        return timer


def _is_left(student: StudentFile) -> bool:
    """Whether the guest's file holds work that was last saved on an earlier day."""
    if student.path is None or not student.counts:
        return False
    from datetime import date

    from careerdesk.student.start import last_saved

    return last_saved(student.path.parent) < date.today()
