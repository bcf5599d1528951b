"""The rows of a comparison, section by section, below their heads."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QWidget

from careerdesk.catalogue import evidence
from careerdesk.catalogue.evidence import Evidence
from careerdesk.catalogue.terms import ScoreKey
from careerdesk.desk.charts.rows import exposure_note
from careerdesk.desk.compare.columns import Columns
from careerdesk.desk.compare.pay import pay_lines
from careerdesk.desk.context import Context
from careerdesk.desk.drawings.lanes import RoleMark, ScoreLanes
from careerdesk.desk.evidence_view import evidence_button
from careerdesk.desk.parts import Card, Parts, column, row
from careerdesk.guidance.compare import Comparison
from careerdesk.guidance.rows import Cell, Row, Section

DRAWN = "pay.level"
"""The row whose figures stand beside the pay that is drawn."""


class Table:
    """Makes the sections of one comparison; each is made when its turn comes."""

    def __init__(
        self, context: Context, comparison: Comparison, widths: Columns, *, differences: bool
    ) -> None:
        """``differences`` leaves out sentences, and rows in which all roles are alike."""
        self._context, self._comparison, self._widths = context, comparison, widths
        self._differences = differences
        self._parts, self._t = Parts(context), context.t

    def sections(self) -> Iterator[QWidget | QLayout]:
        """Yield the cards from the top."""
        for section in self._comparison.sections:
            rows = [row for row in section.rows if self._is_shown(row)]
            drawings = list(self._drawings(section.key))
            if rows or drawings:
                yield self._section(section, rows, drawings)

    def _is_shown(self, row: Row) -> bool:
        if row.key == DRAWN and any(self._comparison.pay.rows):
            return False
        return not self._differences or (row.differs and row.telling)

    def _section(self, section: Section, rows: list[Row], drawings: list[QWidget]) -> Card:
        parts = self._parts
        card = parts.card(spacing=0)
        card.add(parts.heading(section.title))
        for drawing in drawings:
            card.column.addSpacing(parts.px(8))
            card.add(drawing)
        for number, shown in enumerate(rows):
            if number or drawings:
                card.add(self._rule())
            else:
                card.column.addSpacing(parts.px(8))
            card.add(self._row(shown))
        return card

    def _drawings(self, key: str) -> Iterator[QWidget]:
        """Yield what is drawn above the rows of a section."""
        comparison = self._comparison
        overlay = {"scores": comparison.scores, "interests": comparison.interests}.get(key)
        if overlay is not None:
            yield ScoreLanes(
                overlay,
                [head.title for head in comparison.heads],
                self._t,
                self._parts.colours,
                self._parts.percent,
                note=exposure_note(self._t),
            )
        elif key == "pay":
            yield pay_lines(self._context, comparison, self._widths)

    def _rule(self) -> QFrame:
        rule = QFrame()
        rule.setFixedHeight(1 + 2 * self._parts.px(7))
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setFrameShadow(QFrame.Shadow.Plain)
        palette = rule.palette()
        palette.setColor(palette.ColorRole.WindowText, self._parts.colours.grid)
        rule.setPalette(palette)
        return rule

    def _row(self, shown: Row) -> QWidget:
        """Return a row: its name, and a cell for each role or one that speaks for all."""
        name = self._parts.text(shown.name, scale=0.94, strong=True)
        cells = self._cells(shown) if shown.differs else row(self._same(shown), spacing=0)
        holder = QWidget()
        if self._widths.name:
            name.setFixedWidth(self._widths.name)
            line = row(spacing=self._widths.gap)
            line.addWidget(name, alignment=Qt.AlignmentFlag.AlignTop)
            line.addLayout(cells)
            line.addStretch(1)
            holder.setLayout(line)
        else:
            holder.setLayout(column(name, cells, spacing=self._parts.px(3)))
        return holder

    def _cells(self, shown: Row) -> QBoxLayout:
        cells: QBoxLayout
        if self._widths.stacked:
            cells = column(spacing=self._parts.px(6))
        else:
            cells = row(spacing=self._widths.gap)
        for number, (cell, head) in enumerate(
            zip(shown.cells, self._comparison.heads, strict=True)
        ):
            widget = self._cell(shown, cell, head.id, head.title)
            if self._widths.stacked:
                mark = RoleMark(number, self._parts.colours, self._parts.percent)
                line = row(spacing=self._parts.px(8))
                line.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
                line.addWidget(widget, 1)
                cells.addLayout(line)
            else:
                widget.setFixedWidth(self._widths.cell)
                cells.addWidget(widget, alignment=Qt.AlignmentFlag.AlignTop)
        if not self._widths.stacked:
            cells.addStretch(1)
        return cells

    def _cell(self, shown: Row, cell: Cell, role_id: str, title: str) -> QWidget:
        parts = self._parts
        words = column(spacing=parts.px(1))
        if cell.lines:
            words.addWidget(parts.text(_lines(cell.lines), scale=0.94))
        else:
            none = shown.key.startswith("scores.")
            said = self._t.say("no evidence yet") if none else self._t.say("not stated")
            words.addWidget(parts.muted(said))
        if cell.notes:
            words.addWidget(parts.muted("\n".join(cell.notes), scale=0.85))
        words.addStretch(1)
        line = row(spacing=2)
        line.addLayout(words, 1)
        if cell.sources:
            about = f"{title}, {shown.name}"
            button = evidence_button(
                parts, about, lambda: self._evidence(shown, cell, role_id, about)
            )
            line.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _same(self, shown: Row) -> QWidget:
        """Return what all roles have alike, said once."""
        first = shown.cells[0]
        words = self._t.say("All of them: {what}", what=", ".join(first.lines))
        line = row(self._parts.muted(words, scale=0.94), spacing=2)
        line.setStretch(0, 1)
        if shown.sources:
            cell = Cell(first.lines, first.notes, shown.sources)
            button = evidence_button(
                self._parts, shown.name, lambda: self._evidence(shown, cell, "", shown.name)
            )
            line.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        holder.setLayout(line)
        if self._widths.name:
            heads = len(self._comparison.heads)
            holder.setFixedWidth(heads * (self._widths.cell + self._widths.gap) - self._widths.gap)
        return holder

    def _evidence(self, shown: Row, cell: Cell, role_id: str, about: str) -> Evidence:
        """Return where the figures of a cell come from; for a score, how it was worked out."""
        store = self._context.store
        section, _, key = shown.key.partition(".")
        if section == "scores" and role_id:
            scores = [s for s in store.role(role_id).scores if s.key is ScoreKey(key)]
            found = evidence.of_score(scores[0], store.shared, self._t)
            return Evidence(about, found.lines)
        sources = [store.shared.sources[source] for source in cell.sources]
        return evidence.of_sources(about, sources, self._t)


def _lines(lines: tuple[str, ...]) -> str:
    """Return the lines of a cell as one text; several are set apart by dots."""
    return lines[0] if len(lines) == 1 else "\n".join(f"• {line}" for line in lines)
