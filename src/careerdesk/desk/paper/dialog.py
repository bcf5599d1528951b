"""The dialog behind Print / PDF: the sheet as it will look, and what to do with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from careerdesk import files, sheets
from careerdesk.desk.context import Context
from careerdesk.desk.destination import Destination
from careerdesk.desk.dialog import Dialog
from careerdesk.desk.paper.making import Maker
from careerdesk.desk.paper.preview import ZOOMS, Preview
from careerdesk.desk.parts import Segments, column, row
from careerdesk.desk.pressables import PRIMARY, DropDown
from careerdesk.desk.worker import Worker
from careerdesk.errors import CareerdeskError
from careerdesk.i18n import LANGUAGE_NAMES, LANGUAGES

_BOOKLET_RESOLUTION = 72.0
"""Dots per inch at most in the preview of a booklet, which has many pages."""
_PAUSE = 120
"""Milliseconds to wait for the next change of size before the preview is made anew."""


class SheetDialog(Dialog):
    """Shows a sheet, and saves or prints it, whole or not at all."""

    def __init__(
        self, context: Context, order: sheets.Order, worker: Worker, parent: QWidget
    ) -> None:
        t = context.t
        super().__init__(context, t.say("Print / PDF"), parent)
        self._order = order
        self._look = sheets.Look(context.language)
        self._problem: str | None = None
        self._busy = False
        self.maker = Maker(worker, context.store.info.path, context.today, self)
        self.maker.told.connect(self._show_progress)
        self.destination = Destination(self.parts, self._name(), ".pdf")
        self.preview = Preview(self.parts)
        self.progress = QProgressBar()
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self.refresh)
        self.preview.resolution_wanted.connect(self._pause.start)
        self._save = self.parts.button(t.say("Save PDF"), self.save, face=PRIMARY)
        self._print = self.parts.button(t.say("Print …"), self.print_it, icon="print")
        self._stop = self.parts.button(t.say("Stop"), self.stop)
        self._build()
        self.refresh()

    @property
    def order(self) -> sheets.Order:
        """What the sheet is about, and its kind as chosen now."""
        return self._order

    @property
    def look(self) -> sheets.Look:
        """How the sheet looks, as chosen now."""
        return self._look

    def _build(self) -> None:
        t, px = self.t, self.parts.px
        self.preview.setMinimumSize(px(280), px(200))
        self.progress.setAccessibleName(t.say("How far the booklet is"))
        self.progress.setTextVisible(False)
        zoom = Segments(self.parts, t.say("Zoom"), _zooms(t.say("Fit")), ZOOMS[0], self._on_zoom)
        left = column(self.preview, row(None, zoom, None), spacing=px(8))
        left.setStretch(0, 1)
        right = _scrolling(
            column(*self._choices(), self.destination, None, self.progress, spacing=px(12))
        )
        self.parts.dress(right.verticalScrollBar())
        body = row(spacing=px(20))
        body.addLayout(left, 3)
        body.addWidget(right, 2)
        close = self.parts.button(t.say("Close"), self.reject)
        self.show_parts(self._title(), body, buttons=[close, self._stop, self._print, self._save])
        self._show_busy(False)
        room = self.parentWidget().size()
        self.resize(min(px(980), room.width() - 24), min(px(640), room.height() - 24))

    def _choices(self) -> list[QLayout]:
        """Return the choices of the sheet, each below its name."""
        t, parts = self.t, self.parts
        languages = [(key, LANGUAGE_NAMES[key]) for key in LANGUAGES]
        papers = [(str(sheets.Paper.A4), "A4"), (str(sheets.Paper.LETTER), "Letter")]
        inks = [("", t.say("In colour")), ("grey", t.say("In greys"))]
        language, paper, ink = t.say("Language of the sheet"), t.say("Paper"), t.say("Ink")
        look = self._look

        def named(words: str, part: QWidget) -> QVBoxLayout:
            return column(parts.subheading(words), row(part, None), spacing=4)

        choices: list[QLayout] = [
            named(language, Segments(parts, language, languages, look.language, self._on_language)),
            row(
                named(paper, Segments(parts, paper, papers, str(look.paper), self._on_paper)),
                named(ink, Segments(parts, ink, inks, "", self._on_ink)),
                None,
                spacing=parts.px(20),
            ),
        ]
        if self._order.kind in sheets.ABOUT_ONE_ROLE:
            words = parts.subheading(t.say("Kind of sheet"))
            choices.insert(0, column(words, self._kinds(), spacing=4))
        return choices

    def _kinds(self) -> DropDown:
        kinds = DropDown(self.parts.colours)
        kinds.setAccessibleName(self.t.say("Kind of sheet"))
        for kind in sheets.ABOUT_ONE_ROLE:
            kinds.addItem(sheets.kind_name(kind, self.t), kind)
        kinds.setCurrentIndex(sheets.ABOUT_ONE_ROLE.index(self._order.kind))
        kinds.currentIndexChanged.connect(lambda _index: self._on_kind(kinds.currentData()))
        return kinds

    def _title(self) -> str:
        return self._name().removesuffix(" - CareerDesk.pdf")

    def _name(self) -> str:
        return sheets.file_name(self.context.store, self._order, self._look.language)

    def _on_kind(self, kind: str) -> None:
        self._order = replace(self._order, kind=sheets.Kind(kind))
        self._changed()

    def _on_language(self, language: str) -> None:
        self._change(language=language)

    def _on_paper(self, paper: str) -> None:
        self._change(paper=sheets.Paper(paper))

    def _on_ink(self, ink: str) -> None:
        self._change(grey=ink == "grey")

    def _change(self, **changes: Any) -> None:
        self._look = replace(self._look, **changes)
        self._changed()

    def _changed(self) -> None:
        self.destination.suggest(self._name())
        self.refresh()

    def _on_zoom(self, zoom: str) -> None:
        self.preview.set_zoom(zoom)

    def refresh(self) -> None:
        """Make the preview anew, beside the window; what is shown stays until then."""
        flipped = self._order.kind is sheets.Kind.COMPARE
        width, height = self._look.paper.millimetres
        size = (height, width) if flipped else (width, height)
        resolution = self.preview.resolution()
        if self._order.kind is sheets.Kind.BOOKLET:
            resolution = min(resolution, _BOOKLET_RESOLUTION)
        self.maker.make(
            "preview",
            self._order,
            self._look,
            resolution=resolution,
            done=lambda pictures: self.preview.show_pictures(pictures, size),
            failed=lambda error: self.preview.say(self.t.error(error)),
        )

    def path(self) -> Path:
        """Return where the sheet will be saved."""
        return self.destination.path()

    def choose_folder(self, folder: Path) -> None:
        """Save into ``folder``, which is put first in the list."""
        self.destination.choose_folder(folder)

    def problem(self) -> str | None:
        """Return the sentence that says why the last sheet was not saved, if it was not."""
        return self._problem

    def save(self) -> None:
        """Make the sheet beside the window and save it; the dialog says how it went."""
        path = self.path()

        def write(pdf: bytes) -> Path:
            files.write_whole(path, pdf)
            return path

        self._begin(self.t.say("The sheet is being made …"))
        self.maker.make(
            "file", self._order, self._look, then=write, done=self._on_saved, failed=self._on_failed
        )

    def print_it(self) -> None:
        """Ask for a printer, and print the sheet from pictures as sharp as it prints."""
        from careerdesk.desk.paper import printing

        flipped = self._order.kind is sheets.Kind.COMPARE
        pages = max(1, self.preview.page_count())
        try:
            printer = printing.ask_printer(
                self._title(), self._look.paper, flipped=flipped, pages=pages, parent=self
            )
        except CareerdeskError as error:
            self._on_failed(error)
            return
        if printer is None:
            return

        def finish(pictures: list[bytes]) -> None:
            try:
                printing.print_pages(printer, pictures)
            except CareerdeskError as error:
                self._on_failed(error)
            else:
                self._end(self.t.say("The sheet has gone to the printer."))

        self._begin(self.t.say("The pages are being made …"))
        self.maker.make(
            "printer",
            self._order,
            self._look,
            resolution=printing.resolution_of(printer, pages),
            done=finish,
            failed=self._on_failed,
        )

    def stop(self) -> None:
        """Make no more of the booklet; nothing of it is left."""
        self.maker.stop()
        if self.preview.page_count() == 0:
            self.refresh()

    def _on_saved(self, path: Path) -> None:
        self.destination.remember()
        self._end(self.t.say("Saved: {file}", file=QDir.toNativeSeparators(str(path))))

    def _on_failed(self, error: CareerdeskError) -> None:
        self._end(self.t.error(error), problem=True)

    def _begin(self, words: str) -> None:
        self._problem = None
        self.say(words)
        self._show_busy(True)

    def _end(self, words: str, *, problem: bool = False) -> None:
        self._problem = words if problem else None
        self.say(words, problem=problem)
        self._show_busy(False)

    def _show_busy(self, busy: bool) -> None:
        """Let nothing be started twice; a booklet shows how far it is and can be stopped."""
        self._busy = busy
        long = busy and self._order.kind is sheets.Kind.BOOKLET
        for button in (self._save, self._print):
            button.setEnabled(not busy)
        self._stop.setVisible(long)
        self.progress.setVisible(long)
        self.progress.setRange(0, 0)

    def _show_progress(self, done: int, of: int) -> None:
        """Show the part that is written; setting the pages after that has no parts."""
        self.progress.setRange(0, 0 if done == of else of)
        self.progress.setValue(done)

    def _fit(self) -> None:
        """Stay as large as the window allows: a longer message makes the preview lower."""

    def reject(self) -> None:
        if self._order.kind is sheets.Kind.BOOKLET:
            # A short sheet is finished, as whoever pressed Save expects.
            self.maker.stop()
        super().reject()


def _scrolling(column: QLayout) -> QScrollArea:
    """Return ``column`` so that it can be scrolled where the window is low."""
    held = QWidget()
    held.setLayout(column)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(held)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    bar = area.verticalScrollBar().sizeHint().width()
    area.setMinimumWidth(held.minimumSizeHint().width() + bar)
    return area


def _zooms(fit: str) -> list[tuple[str, str]]:
    return [(ZOOMS[0], fit), *((zoom, f"{zoom} %") for zoom in ZOOMS[1:])]
