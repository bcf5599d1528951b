"""Pay of the compared roles, drawn on one scale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from careerdesk.catalogue import evidence, wording
from careerdesk.desk.compare.columns import Columns
from careerdesk.desk.context import Context
from careerdesk.desk.drawings import Legend, Mark, PayAxis, PayRange
from careerdesk.desk.drawings.lanes import ROLE_COLOURS, RoleMark
from careerdesk.desk.evidence_view import evidence_button
from careerdesk.desk.parts import Parts, column, row
from careerdesk.guidance.compare import Comparison
from careerdesk.guidance.overlays import PayLine

_NAME = 240
_AMOUNT = 150
_BUTTON = 28


def pay_lines(context: Context, comparison: Comparison, widths: Columns) -> QWidget:
    """Return the Malaysian figures of every role, with the national median drawn through all."""
    return _Pay(context, comparison, widths).widget()


class _Pay:
    def __init__(self, context: Context, comparison: Comparison, widths: Columns) -> None:
        self._shared, self._t = context.store.shared, context.t
        self._parts = Parts(context)
        self._comparison, self._pay = comparison, comparison.pay
        self._narrow = widths.name == 0
        self._look = (context.t, context.colours, context.percent)

    def widget(self) -> QWidget:
        parts, pay = self._parts, self._pay
        table = column(spacing=0)
        table.addWidget(parts.muted(self._t.say("In ringgit a month, on one scale")))
        for number, (head, lines) in enumerate(zip(self._comparison.heads, pay.rows, strict=True)):
            name = row(
                RoleMark(number, parts.colours, parts.percent),
                parts.subheading(head.title),
                spacing=parts.px(6),
            )
            name.setStretch(1, 1)
            name.setContentsMargins(0, parts.px(8), 0, parts.px(2))
            table.addLayout(name)
            for line in lines:
                table.addWidget(self._line(line, ROLE_COLOURS[number]))
            if not lines:
                drawing = PayRange(None, pay.top, pay.baseline, *self._look)
                table.addWidget(self._beside(QWidget(), drawing, QWidget(), None))
        if pay.baseline is not None:
            axis = PayAxis(pay.top, pay.baseline, *self._look)
            table.addWidget(self._beside(QWidget(), axis, QWidget(), self._baseline_button()))
        if any(line.illustrative for lines in pay.rows for line in lines):
            words = self._t.say("Hatched: illustrative, method not given")
            table.addWidget(Legend([(Mark.HATCHED, words)], parts.colours, parts.percent))
        holder = QWidget()
        holder.setLayout(table)
        return holder

    def _line(self, line: PayLine, colour: str) -> QWidget:
        """Return one figure; its bar has the ``colour`` of the role."""
        parts, t, pay = self._parts, self._t, line.pay
        drawing = PayRange(
            pay,
            self._pay.top,
            self._pay.baseline,
            t,
            parts.colours._replace(bar=getattr(parts.colours, colour)),
            parts.percent,
            illustrative=line.illustrative,
        )
        words = pay.label.in_language(t.language)
        amount = t.money_range(pay.low, pay.high, pay.currency)
        stated = evidence.when(pay.year, t)
        button = evidence_button(
            parts,
            f"{words}, {wording.pay_amount(pay, t)}",
            lambda: evidence.of_pay(pay, self._shared, t),
        )
        figure = column(parts.text(amount, scale=0.94, strong=True), spacing=0)
        figure.addWidget(parts.muted(stated, scale=0.85))
        figure.addStretch(1)
        holder = QWidget()
        holder.setLayout(figure)
        name = parts.text(words, scale=0.94)
        # Within the label, not between the rows, where it would break the lines of the scale.
        name.setContentsMargins(0, parts.px(3), 0, parts.px(3))
        return self._beside(name, drawing, holder, button)

    def _baseline_button(self) -> QWidget | None:
        baseline = self._pay.baseline
        if baseline is None:
            return None
        name = baseline.name.in_language(self._t.language)
        source = self._shared.sources[baseline.source]
        return evidence_button(self._parts, name, lambda: evidence.of_source(name, source, self._t))

    def _beside(
        self, name: QWidget, drawing: QWidget, words: QWidget, button: QWidget | None
    ) -> QWidget:
        """Return one row; the drawings of all rows share left edge and width."""
        parts = self._parts
        if button is None:
            button = QWidget()
        button.setFixedWidth(parts.px(_BUTTON))
        holder = QWidget()
        if self._narrow:
            head = row(name, words, button, spacing=parts.px(8))
            head.setStretch(0, 1)
            head.setStretch(1, 1)
            holder.setLayout(column(head, drawing, spacing=0))
            return holder
        name.setFixedWidth(parts.px(_NAME))
        words.setFixedWidth(parts.px(_AMOUNT))
        line = row(name, spacing=parts.px(10))
        line.addWidget(drawing, 1)
        line.addWidget(words, alignment=Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(button, alignment=Qt.AlignmentFlag.AlignVCenter)
        holder.setLayout(line)
        return holder
