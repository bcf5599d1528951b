"""A press beside the program: a long sheet is made in a process of its own.

Typst's memory grows with what it sets, and nothing else can stop it in the middle. The process gets
the order through a pipe, so that nothing a student wrote stands in a list of processes.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from careerdesk.catalogue.store import Store
from careerdesk.errors import N_, CareerdeskError
from careerdesk.sheets.make import make_pdf, make_pictures
from careerdesk.sheets.orders import Look, Order


class PressStopped(CareerdeskError):
    """The sheet was not made: it was stopped, or the computer ended the process."""

    sentence = N_("The sheet was not made. Nothing was saved; you can start it again.")


class Press:
    """Makes one sheet in a process of its own; it is of no use afterwards."""

    def __init__(
        self,
        catalogue: Path,
        order: Order,
        look: Look,
        today: date,
        *,
        resolution: float | None = None,
    ) -> None:
        """``resolution`` asks for pictures of the pages, instead of a PDF."""
        context = get_context("spawn")
        self._answers, answering = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_work,
            args=(answering, catalogue, order, look, today, resolution),
            daemon=True,
        )
        self._process.start()
        answering.close()

    def result(self, told: Callable[[int, int], object]) -> bytes | list[bytes]:
        """Wait for the sheet and return it; ``told`` hears how many roles of how many are written.

        Raises:
            PressStopped: if :meth:`stop` was called, or the process has ended by itself.
            CareerdeskError: the one that the process met.
        """
        try:
            while True:
                kind, *rest = self._answers.recv()
                if kind == "told":
                    told(*rest)
                elif kind == "failed":
                    error, values = rest
                    raise error(**values)
                else:
                    made: bytes | list[bytes] = rest[0]
                    return made
        except (EOFError, OSError) as error:
            raise PressStopped from error
        finally:
            self._process.terminate()
            self._process.join()
            self._answers.close()

    def stop(self) -> None:
        """End the process, whatever it is doing; any thread may call this.

        Whoever waits for the result finds the pipe at its end, and clears up.
        """
        self._process.terminate()


def _work(
    answers: Connection,
    catalogue: Path,
    order: Order,
    look: Look,
    today: date,
    resolution: float | None,
) -> None:
    """Make the sheet and answer with it, or with what went wrong."""

    def tell(done: int, of: int) -> None:
        answers.send(("told", done, of))

    try:
        with Store.open(catalogue) as store:
            made: object
            if resolution is None:
                made = make_pdf(store, order, look, today, tell)
            else:
                made = make_pictures(store, order, look, today, resolution, tell)
        answers.send(("made", made))
    except CareerdeskError as error:
        answers.send(("failed", type(error), error.values))
