"""The Scores tab: seven scores as bars, the interests as a radar, and how each came about."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLayout, QWidget

from careerdesk.catalogue import evidence, wording
from careerdesk.catalogue.score import Score
from careerdesk.catalogue.terms import Basis, ScoreKey
from careerdesk.desk.charts import loading
from careerdesk.desk.charts.rows import ScoreRow
from careerdesk.desk.evidence_view import evidence_button
from careerdesk.desk.parts import Card, column, grid, row
from careerdesk.desk.role.tab import NARROW, Tab

AFTER_PAINT_MS = 30

WIDE_FOR_TWO = 1040
"""Least width for two values side by side, in pixels at the usual text size."""


class ScoresTab(Tab):
    """The numbers in words are there at once; the charts join them when pyqtgraph is loaded."""

    def sections(self) -> Iterator[QWidget | QLayout]:
        self._score_card = self.section(
            self.t.say("Scores from 0 to 100"),
            lead=self.t.say(
                "A solid bar is worked out from sources. A hatched bar is taken from a page that "
                "gives no method. No bar means no evidence yet."
            ),
        )
        cards: list[QWidget] = [self._score_card]
        self._interest_card: Card | None = None
        if self.role.interests:
            self._interest_card = self._interests()
            cards.append(self._interest_card)
        top = self.columns(cards)
        if top.columnCount() > 1:
            top.setColumnStretch(0, 5)
            top.setColumnStretch(1, 4)
        if loading.ready():
            self._draw()
        else:
            self._waiting = self.parts.muted(self.t.say("The charts are being prepared …"))
            self._score_card.add(self._waiting)
            self.context.charts.loaded.connect(self._on_loaded)
            # After the numbers have been painted: the import holds the window for a moment.
            QTimer.singleShot(AFTER_PAINT_MS, self._load)
        yield top
        yield self._workings()

    def _load(self) -> None:
        if not self.context.charts.load_now():
            self._waiting.setText(
                self.t.say("The charts cannot be drawn here; the numbers stand below.")
            )

    def _on_loaded(self) -> None:
        self._waiting.hide()
        self._draw()

    def _scores(self, key: ScoreKey) -> list[Score]:
        """Return the scores for ``key``, derived before published."""
        found = [score for score in self.role.scores if score.key is key]
        return sorted(found, key=lambda score: score.basis is Basis.PUBLISHED)

    def _draw(self) -> None:
        from careerdesk.desk.charts.radar import RadarChart
        from careerdesk.desk.charts.scores import ScoreChart

        rows = []
        for key in ScoreKey:
            values = {score.basis: score.value for score in self._scores(key)}
            rows.append(
                ScoreRow(
                    key=key,
                    name=wording.label(key, self.t),
                    derived=values.get(Basis.DERIVED),
                    published=values.get(Basis.PUBLISHED),
                )
            )
        self._score_card.add(ScoreChart(rows, self.t, self.parts.colours, self.parts.percent))
        self._score_card.column.addStretch(1)
        if self._interest_card is not None:
            radar = RadarChart(
                [score.value for score in self.role.interests],
                [wording.label(score.interest, self.t) for score in self.role.interests],
                self.t,
                self.parts.colours,
                self.parts.percent,
            )
            self._interest_card.column.insertWidget(2, radar)

    def _interests(self) -> Card:
        card = self.section(
            self.t.say("What sort of person it suits"),
            lead=self.t.say(
                "The six RIASEC interests, as your school’s interest inventory uses them."
            ),
        )
        table = grid(self.parts.px(6))
        for number, score in enumerate(self.role.interests):
            letter = wording.interest_letter(score.interest, self.t)
            name = f"{letter} · {wording.label(score.interest, self.t)}"
            value = self.parts.text(str(score.value), strong=True, wrap=False)
            line = row(self.parts.text(name, wrap=False), None, value)
            table.addLayout(line, number // 2, number % 2)
        table.setColumnStretch(0, 1)
        table.setColumnStretch(1, 1)
        table.setHorizontalSpacing(self.parts.px(28))
        card.add(table)
        source = self.shared.sources[self.role.interests[0].source]
        words = self.parts.muted(source.title)
        card.add(self.sourced(words, self.t.say("Interests"), source.id))
        card.column.addStretch(1)
        return card

    def _workings(self) -> Card:
        card = self.section(
            self.t.say("How each number came about"),
            lead=self.t.say("Press the small i to see the method, every input and the sources."),
        )
        for key in ScoreKey:
            card.add(self._working(key))
        return card

    def _working(self, key: ScoreKey) -> QWidget:
        t = self.t
        found = self._scores(key)
        narrow = self.room < (NARROW if len(found) < 2 else WIDE_FOR_TWO)
        name = self.parts.text(wording.label(key, t))
        name.setFixedWidth(self.parts.px(200 if narrow else 330))
        line = row(name, spacing=self.parts.px(12))
        if not found:
            words = self._no_evidence(key)
            line.addWidget(self.parts.muted(words), 1)
        values = column() if narrow else row(spacing=self.parts.px(12))
        for score in found:
            words = f"{score.value} · {wording.label(score.basis, t)}"
            button = evidence_button(
                self.parts,
                f"{wording.label(key, t)}, {words}",
                lambda score=score: evidence.of_score(score, self.shared, t),
            )
            text = self.parts.text(words, strong=True, wrap=narrow)
            value = row(text, button)
            value.setStretch(0, int(narrow))
            values.addLayout(value)
        if found:
            line.addLayout(values, int(narrow))
            line.addStretch(int(not narrow))
        holder = QWidget()
        holder.setLayout(column(line))
        return holder

    def _no_evidence(self, key: ScoreKey) -> str:
        if key is ScoreKey.MALAYSIA_DEMAND:
            return self.t.say(
                "No evidence yet: it is on none of the four lists of critical occupations. "
                "Those lists name shortages, not all demand."
            )
        return self.t.say("No evidence yet.")
