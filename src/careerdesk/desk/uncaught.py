"""What happens to an error that nobody caught: a calm sentence, and a line in a local log."""

from __future__ import annotations

import sys
import threading
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from careerdesk.desk.window import MainWindow
from careerdesk.desk.worker import UnexpectedProblem
from careerdesk.student.crash_log import CrashLog, without_words


class Uncaught(QObject):
    """Shows uncaught errors in ``window`` and writes them down in ``log``.

    The details also go to standard error, where there is one; a message, which may hold what a
    student typed, only if somebody sits at a terminal. A fault in a slot, in painting, in
    a worker or in a thread reaches a hook, and the program lives on. The same fault is shown and
    written down once: painting would bring it back with every picture.
    """

    _happened = Signal()
    """Brings the sentence to the window's thread, whatever thread the error was in."""

    def __init__(self, window: MainWindow, log: CrashLog | None) -> None:
        super().__init__(window)
        self._window, self._log = window, log
        self._known: set[tuple[str, str, int]] = set()
        self._happened.connect(self._show)

    def install(self) -> None:
        """Catch from now on what nobody else catches, in every thread."""
        sys.excepthook = self._report
        threading.excepthook = lambda args: self._report(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def _report(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if sys.stderr is not None and sys.stderr.isatty():
            sys.__excepthook__(kind, error or kind(), trace)
        elif sys.stderr is not None:
            # Where nobody reads along, a system keeps it in logs of its own.
            with suppress(OSError):
                sys.stderr.write(without_words(kind, error, trace) + "\n")
        place = _place(kind, trace)
        if issubclass(kind, KeyboardInterrupt) or place in self._known:
            return
        self._known.add(place)
        if self._log is not None:
            self._log.write(kind, error, trace)
        self._happened.emit()

    def _show(self) -> None:
        self._window.show_problem(UnexpectedProblem())


def _place(kind: type[BaseException], trace: TracebackType | None) -> tuple[str, str, int]:
    """Return what tells one fault from another: its kind, and the line that raised it."""
    if trace is None:
        return kind.__name__, "", 0
    while trace.tb_next is not None:
        trace = trace.tb_next
    return kind.__name__, trace.tb_frame.f_code.co_filename, trace.tb_lineno
