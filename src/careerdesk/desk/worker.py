"""One worker beside the window's thread, for everything that takes longer than a frame."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from careerdesk.errors import N_, CareerdeskError


class UnexpectedProblem(CareerdeskError):
    """A fault of the program itself, in work that was asked for."""

    sentence = N_(
        "CareerDesk made a mistake of its own and could not finish this. Nothing was changed; "
        "please try again, and tell your teacher if it happens once more."
    )


class _Answers(QObject):
    done = Signal(object)
    failed = Signal(object)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self.answers = _Answers()

    def run(self) -> None:
        try:
            result = self._work()
        except CareerdeskError as error:
            self.answers.failed.emit(error)
        except Exception:
            # Whoever waits is told; the fault itself goes to the hook for uncaught errors.
            self.answers.failed.emit(UnexpectedProblem())
            raise
        else:
            self.answers.done.emit(result)


class Worker(QObject):
    """Runs jobs one after the other and hands results back on the window's thread."""

    def __init__(self, parent: QObject, *, lasting: bool = False) -> None:
        """With ``lasting``, every job runs on the same thread, which may keep things of its own."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        if lasting:
            self._pool.setExpiryTimeout(-1)

    def run(
        self,
        work: Callable[[], object],
        done: Callable[[object], None],
        failed: Callable[[CareerdeskError], None],
    ) -> None:
        """Run ``work`` beside the window; then call ``done`` or ``failed`` on its thread."""
        job = _Job(work)
        answers = job.answers
        answers.setParent(self)
        answers.done.connect(done)
        answers.failed.connect(failed)
        answers.done.connect(lambda _result: answers.deleteLater())
        answers.failed.connect(lambda _error: answers.deleteLater())
        self._pool.start(job)

    def finish(self) -> None:
        """Wait for what is running."""
        self._pool.waitForDone()
