"""Sheets made beside the window: short ones on its worker, booklets in a process of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from careerdesk import sheets
from careerdesk.catalogue import Store
from careerdesk.desk.worker import Worker
from careerdesk.errors import CareerdeskError
from careerdesk.sheets.press import Press, PressStopped


class Job(QObject):
    """One sheet that was asked for; its answers go when its dialog goes."""

    def __init__(
        self,
        parent: QObject,
        done: Callable[[Any], object],
        failed: Callable[[CareerdeskError], object],
    ) -> None:
        super().__init__(parent)
        self._done, self._failed = done, failed
        self.stopped = False
        self.stale = False
        """Another sheet has been asked for in its place."""
        self.press: Press | None = None

    def stop(self) -> None:
        """Make nothing, or no more of it."""
        self.stopped = True
        if self.press is not None:
            self.press.stop()

    def on_done(self, result: object) -> None:
        """Hand the result on, if somebody still wants it."""
        if not self.stale:
            self._done(result)
        self.deleteLater()

    def on_failed(self, error: CareerdeskError) -> None:
        """Hand the error on, if somebody still waits."""
        if not self.stale:
            self._failed(error)
        self.deleteLater()


class Maker(QObject):
    """Makes sheets for one dialog; for each purpose, only the last question is answered."""

    told = Signal(int, int)
    """How many roles of how many are written."""

    def __init__(self, worker: Worker, catalogue: Path, today: date, parent: QObject) -> None:
        super().__init__(parent)
        self._worker, self._catalogue, self._today = worker, catalogue, today
        self._last: dict[str, Job] = {}

    def make(
        self,
        purpose: str,
        order: sheets.Order,
        look: sheets.Look,
        *,
        resolution: float | None = None,
        then: Callable[[Any], object] = lambda made: made,
        done: Callable[[Any], object],
        failed: Callable[[CareerdeskError], object],
    ) -> None:
        """Make the sheet, as pictures of ``resolution`` dots per inch or as a PDF.

        ``then`` is done with it beside the window; ``done`` gets what that returns.
        """
        job = Job(self, done, failed)
        if purpose in self._last:
            self._last[purpose].stale = True
        self._last[purpose] = job
        told = self.told.emit if purpose != "preview" else (lambda _done, _of: None)

        def work() -> object:
            if job.stale:
                return None
            if job.stopped:
                raise PressStopped
            return then(self._made(job, order, look, resolution, told))

        self._worker.run(work, job.on_done, job.on_failed)

    def stop(self) -> None:
        """End what is being made in a process of its own, and make nothing that is waiting."""
        for job in self._last.values():
            job.stop()

    def _made(
        self,
        job: Job,
        order: sheets.Order,
        look: sheets.Look,
        resolution: float | None,
        told: Callable[[int, int], object],
    ) -> bytes | list[bytes]:
        if order.kind is sheets.Kind.BOOKLET:
            job.press = Press(self._catalogue, order, look, self._today, resolution=resolution)
            if job.stopped:
                # Between the question and the first sign of the process.
                job.press.stop()
            return job.press.result(told)
        with Store.open(self._catalogue) as store:
            if resolution is None:
                return sheets.make_pdf(store, order, look, self._today)
            return sheets.make_pictures(store, order, look, self._today, resolution)
