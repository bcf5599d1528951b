"""Work carried on a USB stick: the dialogs that save it to a file and bring it in from one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QWidget

from careerdesk.catalogue.text import Text
from careerdesk.desk.context import Context
from careerdesk.desk.destination import Destination
from careerdesk.desk.dialog import Dialog
from careerdesk.desk.keeping.wording import counted
from careerdesk.desk.parts import Segments
from careerdesk.desk.pressables import PRIMARY
from careerdesk.desk.worker import Worker
from careerdesk.errors import CareerdeskError
from careerdesk.student import Content, hand_over
from careerdesk.student.hand_over import HandOver
from careerdesk.student.merging import Mode, Names, Preview, preview

MOST_NAMES = 6
"""Roles or skills that are named in a preview; of more, only the number is said."""


class SaveFileDialog(Dialog):
    """Saves the work that is open as one file to take along."""

    def __init__(self, context: Context, worker: Worker, parent: QWidget) -> None:
        super().__init__(context, context.t.say("Save my work to a file"), parent)
        self._worker = worker
        t = self.t
        self.destination = Destination(
            self.parts, f"{t.say('My CareerDesk work')}{hand_over.SUFFIX}", hand_over.SUFFIX
        )
        self._save = self.parts.button(t.say("Save"), self.save, face=PRIMARY)
        self._close = self.parts.button(t.say("Cancel"), self.reject)
        self.show_parts(
            self.windowTitle(),
            self.parts.text(
                t.say(
                    "The file holds your shortlist, notes, skills and answers, and no name. Take "
                    "it on a USB stick and open it with CareerDesk on any computer."
                )
            ),
            self.destination,
            buttons=[self._close, self._save],
        )

    def save(self) -> None:
        """Write the file beside the window; the dialog says how it went."""
        content, path = self.context.student.content, self.destination.path()
        self._save.setEnabled(False)

        def work() -> Path:
            hand_over.save(content, path)
            return path

        self._worker.run(work, self._on_saved, self._on_failed)

    def _on_saved(self, path: object) -> None:
        t = self.t
        self.destination.remember()
        self._save.setEnabled(True)
        self._close.setText(t.say("Close"))
        self.say(t.say("Saved: {file}", file=QDir.toNativeSeparators(str(path))))

    def _on_failed(self, error: CareerdeskError) -> None:
        self._save.setEnabled(True)
        self.say(self.t.error(error), problem=True)


class BringInDialog(Dialog):
    """Shows what a file would change here, before it does."""

    def __init__(
        self, context: Context, brought: HandOver, bring: Callable[[Content], bool], parent: QWidget
    ) -> None:
        """``bring`` puts the content in place and returns whether it could."""
        super().__init__(context, context.t.say("Open work from a file"), parent)
        self._brought, self._bring = brought, bring
        self.mode = Mode.MERGE if context.student.counts else Mode.REPLACE
        self._seen: Preview | None = None
        self._show()

    def _show(self) -> None:
        t, mine = self.t, self.context.student.content
        self._seen = preview(mine, self._brought.content, self.mode)
        made = self._brought.made_at
        about = counted(self._brought.counts, t)
        words = (
            t.say(
                "The file was saved on {moment} and holds {counts}.",
                moment=t.moment(made),
                counts=about,
            )
            if made is not None
            else t.say("The file holds {counts}.", counts=about)
        )
        do = self.parts.button(t.say("Bring it in"), self.bring_in, face=PRIMARY)
        do.setEnabled(self._seen.changes_anything)
        self.show_parts(
            self.windowTitle(),
            self.parts.text(words),
            *([self._choice()] if self.context.student.counts else []),
            self._changes(self._seen),
            self.parts.muted(t.say("Undo takes it back again.")),
            buttons=[self.parts.button(t.say("Cancel"), self.reject), do],
        )

    def bring_in(self) -> None:
        """Do what the preview shows."""
        if self._seen is not None and self._bring(self._seen.content):
            self.accept()

    def choose(self, key: str) -> None:
        """Show what another way of bringing it in would change."""
        self.mode = Mode(key)
        self._show()

    def _choice(self) -> QWidget:
        t = self.t
        choices = [
            (Mode.MERGE.value, t.say("Add to what is here")),
            (Mode.REPLACE.value, t.say("Replace what is here")),
        ]
        return Segments(
            self.parts, t.say("How to bring it in"), choices, self.mode.value, self.choose
        )

    def _changes(self, seen: Preview) -> QWidget:
        t = self.t
        card = self.parts.card()
        lines = [
            *self._names(t.say("Shortlist"), seen.roles),
            *self._names(t.say("Skills"), seen.skills),
        ]
        answers = seen.answers_added + seen.answers_changed + seen.answers_removed
        if answers:
            lines.append(
                t.say_count("{count} answer changes.", "{count} answers change.", answers)
            )
        if seen.left_out:
            lines.append(
                t.say(
                    "The notes on {names} would be too long together; those here stay.",
                    names=self._listed(seen.left_out),
                )
            )
        for line in lines or [t.say("Nothing here would change.")]:
            card.add(self.parts.text(line))
        return card

    def _names(self, part: str, names: Names) -> list[str]:
        t = self.t
        lines = []
        if names.added:
            lines.append(t.say("{part}, new: {names}", part=part, names=self._listed(names.added)))
        if names.changed:
            changed = self._listed(names.changed)
            lines.append(t.say("{part}, changed: {names}", part=part, names=changed))
        if names.removed:
            gone = self._listed(names.removed)
            lines.append(t.say("{part}, taken away: {names}", part=part, names=gone))
        return lines

    def _listed(self, texts: tuple[Text, ...]) -> str:
        shown = ", ".join(text.in_language(self.t.language) for text in texts[:MOST_NAMES])
        more = len(texts) - MOST_NAMES
        if more <= 0:
            return shown
        rest = self.t.say_count("and {count} more", "and {count} more", more)
        return f"{shown} {rest}"
