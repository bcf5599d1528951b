"""The Pay & work tab: pay on one scale, other countries, outlook, working conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from careerdesk.catalogue import evidence, series, wording
from careerdesk.catalogue.role import Condition, Outlook, Pay
from careerdesk.catalogue.shared import Baseline
from careerdesk.catalogue.terms import ConditionKind, PayMeasure
from careerdesk.desk.drawings import PayAxis, PayRange
from careerdesk.desk.evidence_view import evidence_button
from careerdesk.desk.parts import Card, column, grid, row
from careerdesk.desk.role.tab import NARROW, Tab

BASELINE = "graduate-median"

_NAME = 250
"""Width of what a figure is called, in pixels at the usual text size."""


class PayTab(Tab):
    """What the work pays and what it is like."""

    def sections(self) -> Iterator[QWidget | QLayout]:
        yield self._malaysia()
        elsewhere = series.elsewhere(self.role)
        if elsewhere:
            yield self._elsewhere(elsewhere)
        if self.role.conditions:
            yield self._conditions()
        if self.role.outlook:
            yield self._outlook()

    def _baseline(self) -> Baseline | None:
        return self.shared.baselines.get(BASELINE)

    def _malaysia(self) -> Card:
        t = self.t
        card = self.section(t.say("Pay in Malaysia, in ringgit a month"))
        rows = series.malaysian_monthly(self.role)
        if not series.has_reliable_malaysian_pay(self.role, self.shared):
            card.add(self.parts.text(t.say("No reliable Malaysian figure was found."), strong=True))
        if any(series.is_illustrative(pay.source, self.shared) for pay in rows):
            card.add(
                self.parts.muted(
                    t.say(
                        "Hatched ranges come from a page that does not say how it found them; "
                        "read them as an illustration."
                    )
                )
            )
        baseline = self._baseline()
        scale = series.pay_scale(rows, None if baseline is None else baseline.amount)
        table = column(spacing=0)
        for group, members in series.by_group(rows).items():
            heading = self.parts.subheading(wording.label(group, t))
            heading.setContentsMargins(0, self.parts.px(8), 0, self.parts.px(2))
            table.addWidget(heading)
            for pay in members:
                drawing = PayRange(
                    pay,
                    scale.top,
                    baseline,
                    t,
                    self.parts.colours,
                    self.parts.percent,
                    illustrative=series.is_illustrative(pay.source, self.shared),
                )
                table.addWidget(self._pay_row(pay, drawing))
        if baseline is not None:
            axis = PayAxis(scale.top, baseline, t, self.parts.colours, self.parts.percent)
            name = self.words(baseline.name)
            button = self.source_button(name, baseline.source)
            table.addWidget(self._line(QWidget(), axis, QWidget(), button))
        return card.add(table)

    def _pay_row(self, pay: Pay, drawing: QWidget) -> QWidget:
        t = self.t
        name = self.parts.text(self.words(pay.label))
        # Within the label, not between the rows, where it would break the lines of the scale.
        name.setContentsMargins(0, self.parts.px(3), 0, self.parts.px(3))
        amount = wording.pay_amount(pay, t)
        words = self.parts.text(amount, strong=True)
        button = evidence_button(
            self.parts,
            f"{self.words(pay.label)}, {amount}",
            lambda: evidence.of_pay(pay, self.shared, t),
        )
        return self._line(name, drawing, words, button)

    def _line(
        self, name: QWidget, drawing: QWidget, words: QWidget, button: QWidget | None
    ) -> QWidget:
        """Return one row; the drawings of all rows share left edge and width."""
        if self.room < NARROW:
            return self._narrow_line(name, drawing, words, button)
        name.setFixedWidth(self.parts.px(_NAME))
        words.setFixedWidth(self.parts.px(220))
        if button is None:
            button = QWidget()
            button.setFixedWidth(self.parts.px(28))
        line = row(name, spacing=self.parts.px(12))
        line.addWidget(drawing, 1)
        line.addWidget(words)
        line.addWidget(button)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _narrow_line(
        self, name: QWidget, drawing: QWidget, words: QWidget, button: QWidget | None
    ) -> QWidget:
        """Return one row with its drawing below its words."""
        head = row(name, words, spacing=self.parts.px(12))
        head.setStretch(0, 1)
        head.setStretch(1, 1)
        if button is not None:
            head.addWidget(button)
        holder = QWidget()
        holder.setLayout(column(head, drawing, spacing=0))
        return holder

    def _elsewhere(self, rows: Sequence[Pay]) -> Card:
        t = self.t
        card = self.section(
            t.say("Elsewhere, each in its own money"),
            lead=t.say(
                "These figures share no scale: exchange rates, taxes and prices differ. "
                "Look at the place, the period and the source."
            ),
        )
        for group, members in series.by_group(rows).items():
            card.add(self.parts.subheading(wording.label(group, t)))
            table = grid(self.parts.px(6))
            table.setHorizontalSpacing(self.parts.px(14))
            table.setColumnStretch(1, 1)
            for number, pay in enumerate(members):
                self._add_elsewhere(table, number, pay)
            card.add(table)
        return card

    def _add_elsewhere(self, table: QGridLayout, number: int, pay: Pay) -> None:
        t = self.t
        name = self.parts.text(self.words(pay.label))
        name.setFixedWidth(self.parts.px(_NAME))
        amount = wording.pay_amount(pay, t)
        table.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
        words = column(self.parts.text(amount, strong=True), spacing=0)
        if pay.measure is not PayMeasure.RANGE:
            words.addWidget(self.parts.muted(wording.label(pay.measure, t)))
        if pay.note is not None:
            words.addWidget(self.parts.muted(self.words(pay.note)))
        # Not aligned to the top, which would keep the layout to the height of its size hint.
        words.addStretch(1)
        table.addLayout(words, number, 1)
        table.addWidget(
            evidence_button(
                self.parts,
                f"{self.words(pay.label)}, {amount}",
                lambda: evidence.of_pay(pay, self.shared, t),
            ),
            number,
            2,
            Qt.AlignmentFlag.AlignTop,
        )

    def _conditions(self) -> Card:
        card = self.section(
            self.t.say("What the work is like"),
            lead=self.t.say("“Our reading” marks a judgement of ours that rests on no figure."),
        )
        order = list(ConditionKind)
        cells = [
            self._condition(condition)
            for condition in sorted(self.role.conditions, key=lambda c: order.index(c.kind))
        ]
        return card.add(self.columns(cells))

    def _condition(self, condition: Condition) -> QWidget:
        t = self.t
        title = wording.label(condition.kind, t)
        level = wording.hours(condition, t) or wording.level_range(condition, t)
        name = self.parts.subheading(title)
        name.setMinimumHeight(self.parts.target)
        head = row(name, spacing=self.parts.px(8))
        if level:
            head.addWidget(self.parts.chip(level, colour=self.parts.colours.accent))
        head.addStretch(1)
        if condition.source is None:
            if condition.low is not None:
                head.addWidget(self.parts.muted(t.say("our reading"), wrap=False))
        else:
            button = self.source_button(title, condition.source)
            if button is not None:
                head.addWidget(button)
        holder = QWidget()
        holder.setLayout(column(head, self.parts.text(self.words(condition.text)), None, spacing=2))
        return holder

    def _outlook(self) -> Card:
        card = self.section(self.t.say("Outlook"))
        cells = [self._place(outlook) for outlook in self.role.outlook]
        return card.add(self.columns(cells))

    def _place(self, outlook: Outlook) -> QWidget:
        t = self.t
        country = t.country(outlook.country)
        words = column(
            self.sourced(self.parts.subheading(country), country, outlook.source),
            self.parts.text(self.words(outlook.text)),
            spacing=2,
        )
        if cities := outlook.cities.in_language(t.language):
            words.addWidget(self.parts.muted(t.say("Cities: {cities}", cities=", ".join(cities))))
        words.addStretch(1)
        holder = QWidget()
        holder.setLayout(words)
        return holder
