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
from careerdesk.desk.keeping.wording import counted, one_name
from careerdesk.desk.parts import Segments
from careerdesk.desk.pressables import PRIMARY
from careerdesk.desk.worker import Worker
from careerdesk.errors import CareerdeskError
from careerdesk.student import Content, Counts, hand_over
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
        name = t.say("My CareerDesk work")
        self.destination = Destination(self.parts, f"{name}{hand_over.SUFFIX}", hand_over.SUFFIX)
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


class MergeDialog(Dialog):
    """Shows what would become of the work here when other work comes in, before it does."""

    def __init__(
        self,
        context: Context,
        title: str,
        theirs: Content,
        bring: Callable[[Content], bool],
        parent: QWidget,
    ) -> None:
        """``bring`` puts the content in place and returns whether it could."""
        super().__init__(context, title, parent)
        self._theirs, self._bring = theirs, bring
        self.mode = Mode.MERGE if context.student.counts else Mode.REPLACE
        self._seen: Preview | None = None
        self._show()

    def about(self) -> str:
        """Return what it is that comes in."""
        raise NotImplementedError

    def choices(self) -> list[tuple[str, str]]:
        """Return the ways of bringing it in: (mode, words)."""
        raise NotImplementedError

    def may_bring(self, seen: Preview) -> bool:
        """Return whether there is anything to do."""
        return seen.changes_anything

    def _show(self) -> None:
        t, mine = self.t, self.context.student.content
        self._seen = preview(mine, self._theirs, self.mode)
        do = self.parts.button(t.say("Go on like this"), self.bring_in, face=PRIMARY)
        do.setEnabled(self.may_bring(self._seen))
        choice = Segments(
            self.parts, t.say("How to go on"), self.choices(), self.mode.value, self.choose
        )
        self.show_parts(
            self.windowTitle(),
            self.parts.text(self.about()),
            *([choice] if self.context.student.counts else []),
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

    def _changes(self, seen: Preview) -> QWidget:
        t = self.t
        card = self.parts.card()
        lines = [
            *self._names(t.say("Shortlist"), seen.roles),
            *self._names(t.say("Skills"), seen.skills),
        ]
        answers = seen.answers_added + seen.answers_changed + seen.answers_removed
        if answers:
            lines.append(t.say_count("{count} answer changes.", "{count} answers change.", answers))
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
        shown = ", ".join(
            one_name(text.in_language(self.t.language)) for text in texts[:MOST_NAMES]
        )
        more = len(texts) - MOST_NAMES
        if more <= 0:
            return shown
        rest = self.t.say_count("and {count} more", "and {count} more", more)
        return f"{shown} {rest}"


class BringInDialog(MergeDialog):
    """Shows what a file would change here."""

    def __init__(
        self, context: Context, brought: HandOver, bring: Callable[[Content], bool], parent: QWidget
    ) -> None:
        self._brought = brought
        title = context.t.say("Open work from a file")
        super().__init__(context, title, brought.content, bring, parent)

    def about(self) -> str:
        t, made = self.t, self._brought.made_at
        counts = counted(self._brought.counts, t)
        if made is None:
            return t.say("The file holds {counts}.", counts=counts)
        return t.say(
            "The file was saved on {moment} and holds {counts}.",
            moment=t.moment(made),
            counts=counts,
        )

    def choices(self) -> list[tuple[str, str]]:
        return [
            (Mode.MERGE.value, self.t.say("Add to what is here")),
            (Mode.REPLACE.value, self.t.say("Replace what is here")),
        ]


class ForkDialog(MergeDialog):
    """Shows what was done at another computer since the two went different ways."""

    def __init__(self, context: Context, bring: Callable[[Content], bool], parent: QWidget) -> None:
        fork = context.student.fork
        assert fork is not None
        title = context.t.say("Your work at two computers")
        super().__init__(context, title, fork.reading.content, bring, parent)

    def about(self) -> str:
        return self.t.say(
            "At the other computer there are {theirs}; here there are {mine}. Whichever you "
            "choose, both are backed up first.",
            theirs=counted(Counts.of(self._theirs), self.t),
            mine=counted(self.context.student.counts, self.t),
        )

    def choices(self) -> list[tuple[str, str]]:
        return [
            (Mode.MERGE.value, self.t.say("Put both together")),
            (Mode.REPLACE.value, self.t.say("Take the other computer’s")),
        ]

    def may_bring(self, seen: Preview) -> bool:  # noqa: ARG002
        # Even where nothing changes here, the other copy has to learn what is here.
        return True
