"""The dialog behind Print / PDF: which language, where to, and what to do with the sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QPalette
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from careerdesk import files, sheets
from careerdesk.catalogue.related import related_titles
from careerdesk.catalogue.role import Role
from careerdesk.desk.context import Context
from careerdesk.desk.destination import Destination
from careerdesk.desk.parts import Parts, Segments, column, row
from careerdesk.desk.pressables import PRIMARY
from careerdesk.desk.worker import Worker
from careerdesk.errors import CareerdeskError
from careerdesk.i18n import LANGUAGE_NAMES, LANGUAGES


class SheetDialog(QDialog):
    """Makes the sheet of a role beside the window, and saves it whole or not at all."""

    def __init__(self, context: Context, role: Role, worker: Worker, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._role, self._worker = context, role, worker
        self._parts = Parts(context)
        self._language = context.language
        self._saved: Path | None = None
        self._problem: str | None = None
        t = self._parts.t
        self.setWindowTitle(t.say("Print / PDF"))
        self.setMinimumWidth(self._parts.px(560))
        self.destination = Destination(self._parts, sheets.file_name(role, self._language), ".pdf")
        self._message = self._parts.text("")
        self._save = self._parts.button(t.say("Save PDF"), self.save, face=PRIMARY)
        self._save.setDefault(True)
        self._open = self._parts.button(t.say("Open it to print"), self._on_open, icon="print")
        self._open.setVisible(False)
        self._build()

    def _build(self) -> None:
        parts, t = self._parts, self._parts.t
        title = self._role.title.in_language(t.language)
        choices = [(key, LANGUAGE_NAMES[key]) for key in LANGUAGES]
        language = Segments(
            parts, t.say("Language of the sheet"), choices, self._language, self._on_language
        )
        outer = QVBoxLayout(self)
        margin = parts.px(20)
        outer.setContentsMargins(margin, margin, margin, margin)
        outer.setSpacing(parts.px(12))
        outer.addWidget(parts.text(t.say("Sheet: {role}", role=title), scale=1.2, strong=True))
        outer.addWidget(
            parts.muted(
                t.say("Two A4 pages, made for paper. Saved as a PDF, it can be printed anywhere.")
            )
        )
        words = t.say("Language of the sheet")
        outer.addLayout(column(parts.subheading(words), row(language, None), spacing=4))
        outer.addWidget(self.destination)
        outer.addWidget(self._message)
        close = parts.button(t.say("Close"), self.reject)
        close.setAutoDefault(False)
        self._open.setAutoDefault(False)
        outer.addLayout(row(None, close, self._open, self._save))

    def path(self) -> Path:
        """Return where the sheet will be saved."""
        return self.destination.path()

    def _on_language(self, language: str) -> None:
        self._language = language
        self.destination.suggest(sheets.file_name(self._role, language))

    def choose_folder(self, folder: Path) -> None:
        """Save into ``folder``, which is put first in the list."""
        self.destination.choose_folder(folder)

    def problem(self) -> str | None:
        """Return the sentence that says why the last sheet was not saved, if it was not."""
        return self._problem

    def save(self) -> None:
        """Make the sheet beside the window and save it; the dialog says how it went."""
        path, language = self.path(), self._language
        context, role = self._context, self._role
        shared, info = context.store.shared, context.store.info
        titles = related_titles(context.store, role)
        self._say(self._parts.t.say("The sheet is being made …"))
        self._save.setEnabled(False)

        def work() -> Path:
            pdf = sheets.role_sheet(role, shared, info, language, context.today, titles=titles)
            files.write_whole(path, pdf)
            return path

        self._worker.run(work, self._on_done, self._on_failed)

    def _on_done(self, path: object) -> None:
        assert isinstance(path, Path)
        self._saved = path
        self.destination.remember()
        self._save.setEnabled(True)
        self._open.setVisible(True)
        t = self._parts.t
        self._say(t.say("Saved: {file}", file=QDir.toNativeSeparators(str(path))))

    def _on_failed(self, error: CareerdeskError) -> None:
        self._save.setEnabled(True)
        self._say(self._parts.t.error(error), problem=True)

    def _on_open(self) -> None:
        if self._saved is None:
            return
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved))):
            words = self._parts.t.say("No program that shows PDF files was found on this computer.")
            self._say(words, problem=True)

    def _say(self, words: str, *, problem: bool = False) -> None:
        self._problem = words if problem else None
        look = self._parts.colours
        palette = self._message.palette()
        palette.setColor(
            QPalette.ColorRole.WindowText, QColor(look.warning if problem else look.text)
        )
        self._message.setPalette(palette)
        self._message.setText(words)
        self._message.setAccessibleName(words)
