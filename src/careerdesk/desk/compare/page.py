"""The comparison page: heads that stay, rows that scroll, and roles that come and go in place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from careerdesk.desk.compare.columns import Columns, columns
from careerdesk.desk.compare.heads import Heads
from careerdesk.desk.compare.picker import RolePicker
from careerdesk.desk.compare.table import Table
from careerdesk.desk.context import Context
from careerdesk.desk.parts import Card, Parts, Segments, replace, row
from careerdesk.desk.places import ComparePlace
from careerdesk.desk.scrolling import UnfoldingPage
from careerdesk.guidance import LEAST_COMPARED
from careerdesk.guidance.compare import Comparison, compare

RESIZE_PAUSE_MS = 150
"""Pause in resizing after which the columns are laid out anew, in milliseconds."""

_SUGGESTIONS = 4


class ComparePage(QWidget):
    """Shows the roles of the tray; whatever changes the tray shows at once."""

    role_opened = Signal(str)
    role_wanted = Signal(str, bool)
    """Role id, and whether the student wants it in the comparison."""
    explore_asked = Signal()
    sheet_asked = Signal()
    """The comparison on paper."""
    place_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("page")
        self._context = context
        self._differences = False
        self._shown: tuple[str, ...] = ()
        self._comparison: Comparison | None = None
        self._head: QWidget = QWidget()
        self.scroll = UnfoldingPage()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self.scroll, stretch=1)
        self._arrange = QTimer(self)
        self._arrange.setSingleShot(True)
        self._arrange.setInterval(RESIZE_PAUSE_MS)
        self._arrange.timeout.connect(self._arrange_anew)
        self._widths = self._columns()

    def place(self) -> ComparePlace:
        """Return what is shown, and how far it is scrolled."""
        return ComparePlace(self._differences, self.scroll.verticalScrollBar().value())

    def show_place(self, place: ComparePlace) -> None:
        """Show the roles of the tray as ``place`` says.

        Raises:
            CareerdeskError: if the catalogue cannot give a role.
        """
        self._differences = place.differences
        self._fill(place.scroll)

    def rebuild(self) -> None:
        """Show everything anew, in the present look, at the same place."""
        bar = self.scroll.verticalScrollBar()
        part = bar.value() / max(1, bar.maximum())
        self._fill()
        if part:
            self.scroll.complete()
            self.scroll.settle()
            bar.setValue(round(part * bar.maximum()))

    def show_changes(self) -> None:
        """Show the roles that are in the tray now."""
        if self._context.tray.roles() != self._shown:
            self._fill()
            self.take_focus()

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that can be pressed."""
        self.scroll.setFocus()

    def show_only_differences(self, only: bool) -> None:
        """Leave out, or bring back, what is alike and what is told in sentences."""
        self._differences = only
        self._fill()
        self._segments.focus_chosen()
        self.place_changed.emit()

    def _columns(self) -> Columns:
        count = max(LEAST_COMPARED, len(self._shown))
        return columns(self.width(), self._context.percent, count)

    def _fill(self, scroll: int = 0) -> None:
        roles = self._context.tray.roles()
        enough = len(roles) >= LEAST_COMPARED
        context = self._context
        self._comparison = compare(context.store, roles, context.t) if enough else None
        self._shown = roles
        self._widths = self._columns()
        parts = Parts(context)
        self._head = replace(self._head, self._make_head(parts), self._column)
        self.scroll.setAccessibleName(parts.t.say("The comparison, row by row"))
        # At once: the rows are laid out, and scrolled, by the room that the head leaves.
        self._column.activate()
        self.scroll.unfold(parts, self._sections(parts), self.scroll.size(), "")
        self.scroll.scroll_to(scroll)

    def _make_head(self, parts: Parts) -> QWidget:
        if self._comparison is None:
            return QWidget()
        heads = self._comparison.heads
        return Heads(parts, heads, self._widths, self.role_opened.emit, self._remove)

    def _remove(self, role_id: str) -> None:
        self.role_wanted.emit(role_id, False)

    def _sections(self, parts: Parts) -> Iterator[QWidget | QLayout]:
        if self._comparison is None:
            yield parts.text(parts.t.say("Compare"), scale=1.6, strong=True)
            yield self._invitation(parts)
            return
        yield self._controls(parts)
        table = Table(self._context, self._comparison, self._widths, differences=self._differences)
        yield from table.sections()

    def _controls(self, parts: Parts) -> QWidget:
        t = parts.t
        choices = (("all", t.say("Everything")), ("differences", t.say("Only what differs")))
        chosen = "differences" if self._differences else "all"
        self._segments = Segments(
            parts,
            t.say("Rows to show"),
            choices,
            chosen,
            lambda key: self.show_only_differences(key == "differences"),
        )
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(parts.px(8))
        on_paper = parts.button(t.say("Print / PDF"), self.sheet_asked.emit, icon="print")
        box.addLayout(row(self._segments, None, on_paper))
        if not self._context.tray.is_full:
            for line in self._adding(parts):
                box.addLayout(line)
        return holder

    def _invitation(self, parts: Parts) -> Card:
        """Return what to do where there are not yet two roles."""
        t = parts.t
        card = parts.card()
        if self._shown:
            title = self._title(self._shown[0])
            words = t.say("{role} is here. Add one to three more.", role=title)
        else:
            words = t.say("Put two to four roles side by side.")
        card.add(parts.subheading(words))
        card.add(
            parts.text(
                t.say(
                    "See how they differ in schooling, pay, skills and working days, row by row, "
                    "with scores and pay on one scale. Add a role here, or press “Compare” on its "
                    "page."
                )
            )
        )
        for line in self._adding(parts):
            card.add(line)
        explore = parts.button(t.say("Explore roles"), self.explore_asked.emit, icon="explore")
        return card.add(row(explore, None))

    def _adding(self, parts: Parts) -> Iterator[QLayout]:
        """Yield the field to add a role by its name, and a few roles that suggest themselves."""
        picker = RolePicker(self._context, self._shown)
        picker.picked.connect(lambda role_id: self.role_wanted.emit(role_id, True))
        picker.setMinimumWidth(parts.px(300))
        yield row(picker, None)
        buttons = [
            parts.button(
                f"+ {self._title(role_id)}",
                lambda role_id=role_id: self.role_wanted.emit(role_id, True),
            )
            for role_id in self._suggestions()
        ]
        room = self.width() - parts.px(120)
        line: list[QWidget] = []
        for button in buttons:
            used = sum(part.sizeHint().width() + 8 for part in line)
            if line and used + button.sizeHint().width() > room:
                yield row(*line, None)
                line = []
            line.append(button)
        if line:
            yield row(*line, None)

    def _suggestions(self) -> list[str]:
        """Return roles to add: first those of the shortlist, then neighbours of those shown."""
        store = self._context.store
        wanted = [item.role_id for item in self._context.student.shortlist()]
        for role_id in self._shown:
            wanted += [neighbour.role for neighbour in store.role(role_id).neighbours]
        found = []
        for role_id in dict.fromkeys(wanted):
            card = store.card(role_id)
            if card is not None and not card.retired and role_id not in self._shown:
                found.append(role_id)
        return found[:_SUGGESTIONS]

    def _title(self, role_id: str) -> str:
        card = self._context.store.card(role_id)
        assert card is not None
        return card.title.in_language(self._context.language)

    def _arrange_anew(self) -> None:
        """Lay the columns out anew once the window has another width."""
        if self._shown and self._columns() != self._widths:
            self.rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange.start()
