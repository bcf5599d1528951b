"""Searches beside the window's thread, so that no keystroke waits for an answer."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEventLoop, QObject, Signal

from careerdesk.desk.worker import Worker
from careerdesk.errors import CareerdeskError

if TYPE_CHECKING:
    from careerdesk.catalogue import Store
    from careerdesk.catalogue.finder import Found, FoundRole
    from careerdesk.catalogue.search import Filter, Search

FIRST_ROWS = 24
"""Rows that come with an answer: more than a window shows at once."""

_KEPT = 24


class Answer(NamedTuple):
    """What the page shows of one search."""

    found: Found
    counts: dict[Filter, int]
    rows: tuple[FoundRole, ...]
    """The first rows of the list."""


class Answers(QObject):
    """Answers searches one after the other, with a store of its own, on a thread of its own.

    While one is worked out, only the latest of those asked meanwhile is kept, and an answer that
    is no longer wanted is dropped.
    """

    answered = Signal(object)
    """The :class:`Answer` to the search that was asked for last."""
    failed = Signal(object)
    """The :class:`CareerdeskError` that came instead."""
    _idle = Signal()
    """Nothing is asked for and not there yet."""

    def __init__(self, catalogue: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._worker = Worker(self, lasting=True)
        # Of the worker's thread alone. Not thread-local: PySide ends what is with every job.
        self._opened: Store | None = None
        self._kept: OrderedDict[tuple[Search, str], Answer] = OrderedDict()
        self._wanted: tuple[Search, str] | None = None
        self._running = False

    @property
    def is_busy(self) -> bool:
        """Whether an answer is wanted and not there yet."""
        return self._wanted is not None

    def kept(self, search: Search, language: str) -> Answer | None:
        """Return the answer to ``search`` if it was given not long ago."""
        return self._kept.get((search, language))

    def ask(self, search: Search, language: str) -> None:
        """Ask for the answer to ``search``; no earlier one is given any more."""
        self._wanted = (search, language)
        self._start()

    def forget(self) -> None:
        """Give no answer that was asked for and is not there yet."""
        self._wanted = None

    def settle(self) -> None:
        """Let the window work until what was asked is answered."""
        if self._running:
            loop = QEventLoop()
            self._idle.connect(loop.quit)
            loop.exec()

    def finish(self) -> None:
        """Drop what is asked, wait for what is running and close the store."""
        self.forget()
        self._worker.run(self._close, _ignore, _ignore)
        self._worker.finish()

    def _start(self) -> None:
        if self._running:
            return
        if self._wanted is None:
            self._idle.emit()
            return
        search, language = self._wanted
        self._running = True
        self._worker.run(
            lambda: self._answer(search, language),
            lambda answer: self._on_done((search, language), answer),
            lambda error: self._on_failed((search, language), error),
        )

    def _answer(self, search: Search, language: str) -> Answer:
        """Work the answer out, on the worker's thread."""
        store = self._store()
        found = store.find(search, language)
        return Answer(found, store.counts(found), store.rows(found, 0, FIRST_ROWS))

    def _store(self) -> Store:
        from careerdesk.catalogue import Store

        if self._opened is None:
            self._opened = Store.open(self._catalogue)
        return self._opened

    def _close(self) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None

    def _on_done(self, asked: tuple[Search, str], answer: object) -> None:
        assert isinstance(answer, Answer)
        self._running = False
        self._kept[asked] = answer
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if asked == self._wanted:
            self._wanted = None
            self.answered.emit(answer)
        self._start()

    def _on_failed(self, asked: tuple[Search, str], error: CareerdeskError) -> None:
        self._running = False
        if asked == self._wanted:
            self._wanted = None
            self.failed.emit(error)
        self._start()


def _ignore(_answer: object) -> None:
    pass
