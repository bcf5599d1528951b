"""What happens to an error that nobody caught: the student reads one calm sentence."""

from __future__ import annotations

import sys
import threading
from types import TracebackType

from careerdesk.desk.window import MainWindow
from careerdesk.desk.worker import UnexpectedProblem


class Uncaught:
    """Shows uncaught errors in ``window``; the details go to standard error, where there is one.

    A fault in a slot or in painting reaches ``sys.excepthook`` and the program lives on. One that
    happens while the sentence is being shown is not shown again.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._busy = False

    def install(self) -> None:
        """Catch from now on what nobody else catches, in every thread."""
        sys.excepthook = self._show
        threading.excepthook = lambda args: self._report(
            args.exc_type, args.exc_value, args.exc_traceback
        )

    def _show(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self._report(kind, error, trace)
        if self._busy or issubclass(kind, KeyboardInterrupt):
            return
        self._busy = True
        try:
            self._window.show_problem(UnexpectedProblem())
        finally:
            self._busy = False

    def _report(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if sys.stderr is not None:
            sys.__excepthook__(kind, error or kind(), trace)
