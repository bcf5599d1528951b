"""What the tabs of the role page share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLayout, QToolButton, QWidget

from careerdesk.catalogue import evidence
from careerdesk.catalogue.role import Point, Role
from careerdesk.catalogue.text import Text
from careerdesk.desk.context import Context
from careerdesk.desk.evidence_view import evidence_button
from careerdesk.desk.parts import Card, Parts, column, grid, row
from careerdesk.desk.scrolling import UnfoldingPage

LEAST_COLUMN = 340
"""Narrowest column of text, in pixels at the usual text size."""

NARROW = 900
"""Below this width, in pixels at the usual text size, things stand below one another."""


def room(widget: QWidget, percent: int) -> int:
    """Return the width of ``widget`` in pixels at the usual text size."""
    return round(widget.width() * 100 / percent)


def arrangement(width: int) -> tuple[bool, int]:
    """Return what decides how a tab is laid out at ``width``; tabs that share it look alike."""
    return width < NARROW, min(3, width // LEAST_COLUMN)


class Tab(UnfoldingPage):
    """One tab of the role page, built once for one role in one look."""

    role_opened = Signal(str)
    """A neighbour or a ladder rung was chosen."""
    glossary_asked = Signal()
    place_asked = Signal(object)
    """A place outside this role was chosen: where a subject leads, or who uses a skill."""
    compared = Signal(str)
    """Another role is to stand beside this one."""

    def __init__(self, context: Context, role: Role, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.role = role
        self.shared = context.store.shared
        self.parts = Parts(context, glossary=context.glossary)
        self.t = context.t
        self.room = room(parent, context.percent)
        """Pixels of width at the usual text size, when the tab was built."""
        nothing = self.t.say("Nothing is known about this yet.")
        self.unfold(self.parts, self.sections(), parent.size(), nothing)

    def sections(self) -> Iterator[QWidget | QLayout]:
        """Yield the sections of this tab from the top; each is made when its turn comes."""
        raise NotImplementedError

    def save_typing(self) -> None:
        """Save what was typed and not yet saved."""

    def show_saved(self) -> None:
        """Show what the student's file holds, in place of what was typed and not yet saved."""

    def words(self, text: Text) -> str:
        """Return ``text`` in the language of the interface."""
        return text.in_language(self.t.language)

    def source_button(self, what: str, source: str | None) -> QToolButton | None:
        """Return the button that says where ``what`` comes from, or None without a source."""
        if source is None:
            return None
        found = self.shared.sources[source]
        return evidence_button(self.parts, what, lambda: evidence.of_source(what, found, self.t))

    def sourced(
        self,
        label: QWidget,
        what: str,
        source: str | None,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignTop,
    ) -> QWidget:
        """Return ``label`` with the evidence button of its source, or as high as with one."""
        button = self.source_button(what, source)
        if button is None:
            label.setMinimumHeight(self.parts.target)
            return label
        holder = QWidget()
        line = row(label, spacing=4)
        line.setStretch(0, 1)
        line.addWidget(button, alignment=align)
        holder.setLayout(line)
        return holder

    def section(self, title: str, *, lead: str | None = None, spacing: int = 8) -> Card:
        """Return an empty card with a heading and, below it, a leading sentence."""
        card = self.parts.card(spacing=spacing)
        card.add(self.parts.heading(title))
        if lead is not None:
            card.add(self.parts.muted(lead))
        return card

    def columns(self, cards: Sequence[QWidget], count: int = 2) -> QGridLayout:
        """Return ``cards`` in ``count`` equal columns, or fewer where they would be too narrow."""
        count = max(1, min(count, self.room // LEAST_COLUMN))
        layout = grid(self.parts.px(14))
        for index, card in enumerate(cards):
            layout.addWidget(card, index // count, index % count)
        for number in range(count):
            layout.setColumnStretch(number, 1)
        return layout

    def entry(self, title: str, what: str, source: str | None, *words: QLabel) -> QWidget:
        """Return a titled entry of a list: its words keep close to their title.

        The source of the entry is that of ``what``.
        """
        holder = QWidget()
        head = self.sourced(self.parts.subheading(title), what, source)
        holder.setLayout(column(head, *words, None, spacing=2))
        return holder

    def points(self, points: Iterable[Point]) -> QGridLayout:
        """Return titled points in columns, each with its source."""
        cells = []
        for point in points:
            title = self.words(point.title)
            text = self.parts.text(self.words(point.text))
            cells.append(self.entry(title, title, point.source, text))
        return self.columns(cells)

    def role_title(self, role_id: str) -> str | None:
        """Return the title of another role, or None if the catalogue does not hold it."""
        card = self.context.store.card(role_id)
        return None if card is None or card.retired else self.words(card.title)
