"""The heads of the columns: whose they are, and how to open or take out a role."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from careerdesk.desk.compare.columns import CARD_MARGIN, MARGIN, Columns
from careerdesk.desk.drawings.lanes import RoleMark
from careerdesk.desk.parts import Panel, Parts, column, grid, row
from careerdesk.desk.pressables import CRUMB
from careerdesk.guidance.compare import Head

_IN_A_ROW = 2
"""How many heads stand side by side where the cells do not."""


class Heads(Panel):
    """Stays above the rows while they scroll, with its columns in line with theirs."""

    def __init__(
        self,
        parts: Parts,
        heads: tuple[Head, ...],
        widths: Columns,
        on_open: Callable[[str], object],
        on_remove: Callable[[str], object],
    ) -> None:
        super().__init__(parts.colours, edge="border", side="bottom")
        self._parts, self._heads, self._widths = parts, heads, widths
        self._on_open, self._on_remove = on_open, on_remove
        outer = QVBoxLayout(self)
        margin = parts.px(MARGIN + CARD_MARGIN)
        outer.setContentsMargins(margin, parts.px(10), parts.px(MARGIN), parts.px(8))
        outer.setSpacing(parts.px(6))
        title = parts.text(parts.t.say("Compare"), scale=1.45, strong=True)
        if widths.name:
            outer.addLayout(self._beside(title))
        else:
            outer.addWidget(title)
            outer.addLayout(self._below())

    def minimumSizeHint(self) -> QSize:
        # It never keeps the window from being made narrower: the page then makes it anew.
        return QSize(0, super().minimumSizeHint().height())

    def _beside(self, title: QWidget) -> QGridLayout:
        """Return the title and, to its right, the heads in line with the cells."""
        table = grid(0)
        table.setHorizontalSpacing(self._widths.gap)
        title.setFixedWidth(self._widths.name)
        table.addWidget(title, 0, 0, Qt.AlignmentFlag.AlignTop)
        for number, head in enumerate(self._heads):
            table.addWidget(self._head(number, head, self._widths.cell), 0, number + 1)
        table.setColumnStretch(len(self._heads) + 1, 1)
        return table

    def _below(self) -> QGridLayout:
        """Return the heads alone, in line with the cells or, where those are stacked, in pairs."""
        table = grid(self._parts.px(4))
        table.setHorizontalSpacing(self._widths.gap)
        stacked, width = self._widths.stacked, self._widths.cell
        in_row = _IN_A_ROW if stacked else len(self._heads)
        if stacked:
            width = (width - self._widths.gap) // _IN_A_ROW
        for number, head in enumerate(self._heads):
            cell = self._head(number, head, width)
            table.addWidget(cell, number // in_row, number % in_row)
        table.setColumnStretch(in_row, 1)
        return table

    def _head(self, number: int, head: Head, width: int) -> QWidget:
        parts, t, stacked = self._parts, self._parts.t, self._widths.stacked
        mark = RoleMark(number, parts.colours, parts.percent)
        title = parts.text(head.title, scale=1.02, strong=True)
        open_it = parts.button(t.say("Open"), lambda: self._on_open(head.id), face=CRUMB)
        open_it.setAccessibleName(t.say("Open {role}", role=head.title))
        remove = parts.icon_button(
            "remove",
            t.say("Take {role} out of the comparison", role=head.title),
            lambda: self._on_remove(head.id),
            size=16,
        )
        line = row(spacing=parts.px(6))
        align = Qt.AlignmentFlag
        line.addWidget(mark, alignment=align.AlignVCenter if stacked else align.AlignTop)
        if stacked:
            line.addWidget(title, 1)
            line.addWidget(open_it)
            line.addWidget(remove)
        else:
            field = parts.muted(head.field.name.in_language(t.language), scale=0.86)
            buttons = row(open_it, remove, None, spacing=parts.px(4))
            line.addLayout(column(title, field, buttons, None, spacing=0), 1)
        holder = QWidget()
        holder.setFixedWidth(width)
        holder.setLayout(line)
        return holder
