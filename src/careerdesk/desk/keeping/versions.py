"""Earlier versions of the work that is open, to be brought back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from careerdesk.desk.context import Context
from careerdesk.desk.dialog import Dialog
from careerdesk.desk.keeping.wording import counted
from careerdesk.desk.parts import column, row
from careerdesk.desk.scrolling import Content as Scrolled
from careerdesk.desk.worker import Worker
from careerdesk.errors import CareerdeskError
from careerdesk.student import Content
from careerdesk.student.backups import Backup, Backups, Listed

LIST_HEIGHT = 320
"""Pixels of the list at the usual text size, at most."""


class VersionsDialog(Dialog):
    """Lists the backups of the work that is open, the newest first."""

    def __init__(
        self,
        context: Context,
        folder: Path,
        worker: Worker,
        bring_back: Callable[[Content], bool],
        parent: QWidget,
    ) -> None:
        """``folder`` is that of the student file; ``bring_back`` returns whether it could."""
        super().__init__(context, context.t.say("Earlier versions"), parent)
        self._bring_back = bring_back
        self._show(self.parts.muted(self.t.say("Looking …")))
        worker.run(lambda: Backups(folder).listed(), self._on_listed, self._on_failed)

    def restore(self, backup: Backup) -> None:
        """Bring back what ``backup`` holds; undo takes that back."""
        try:
            content = backup.read().content
        except CareerdeskError as error:
            self._on_failed(error)
            return
        if self._bring_back(content):
            self.accept()

    def _show(self, body: QWidget) -> None:
        t = self.t
        self.show_parts(
            self.windowTitle(),
            self.parts.text(
                t.say(
                    "CareerDesk keeps copies of your work as it changes. Bringing one back "
                    "replaces what is here now, and undo takes that back again."
                )
            ),
            body,
            buttons=[self.parts.button(t.say("Close"), self.reject)],
        )

    def _on_listed(self, listed: object) -> None:
        assert isinstance(listed, tuple)
        if not listed:
            self._show(self.parts.muted(self.t.say("There is no earlier version yet.")))
            return
        body = Scrolled()
        rows = column(*map(self._line, listed), None, spacing=self.parts.px(8))
        body.setLayout(rows)
        scroll = QScrollArea()
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.dress(scroll.verticalScrollBar())
        high = rows.totalHeightForWidth(self.minimumWidth()) + self.parts.px(4)
        scroll.setFixedHeight(min(high, self.parts.px(LIST_HEIGHT)))
        self._show(scroll)

    def _on_failed(self, error: CareerdeskError) -> None:
        self.say(self.t.error(error), problem=True)

    def _line(self, one: Listed) -> QWidget:
        t = self.t
        moment = t.moment(one.backup.made_at)
        back = self.parts.button(t.say("Bring back"), lambda: self.restore(one.backup))
        back.setAccessibleName(t.say("Bring back the version of {moment}", moment=moment))
        words = column(
            self.parts.subheading(moment),
            self.parts.muted(counted(one.counts, t)),
            spacing=0,
        )
        line = row(spacing=self.parts.px(12))
        line.addLayout(words, 1)
        line.addWidget(back)
        holder = QWidget()
        holder.setLayout(line)
        return holder
