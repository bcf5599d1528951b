"""Pay on one scale: a bar for each row, and the axis that stands below them all.

Rows and axis that are given the same width, top and text size line up to the pixel.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.catalogue.evidence import when
from careerdesk.catalogue.role import Pay
from careerdesk.catalogue.series import drawn_end
from careerdesk.catalogue.shared import Baseline
from careerdesk.catalogue.wording import label, pay_amount
from careerdesk.desk.drawings import marks
from careerdesk.desk.drawings.canvas import (
    Drawing,
    line_height,
    put,
    put_centred,
    text_width,
    wrap,
)
from careerdesk.desk.theme import Colours
from careerdesk.i18n import Translator

_CURRENCY = "MYR"


class _OnScale(Drawing):
    """A drawing on the scale from nothing to ``top`` ringgit a month."""

    usual_width_in_lines = 20.0

    def __init__(
        self,
        top: float,
        baseline: Baseline | None,
        translator: Translator,
        colours: Colours,
        percent: int,
        parent: QWidget | None,
    ) -> None:
        super().__init__(colours, percent, parent)
        self._top = max(top, 1.0)
        self._baseline = baseline
        self._t = translator
        widest = text_width(translator.money(self._top, _CURRENCY), self.small)
        self._margin = widest / 2 + 2

    def x(self, amount: float) -> float:
        """Return where ``amount`` ringgit lie, in pixels from the left."""
        share = min(max(amount / self._top, 0.0), 1.0)
        return self._margin + share * (self.width() - 2 * self._margin)

    def _ticks(self) -> list[float]:
        """Return tidy amounts, as close as their labels can stand."""
        room = (2 * self._margin + self.unit) * self._top
        width = max(self.width() - 2 * self._margin, 1.0)
        step = next(step for step in _tidy_steps() if step * width >= room or step >= self._top)
        return [number * step for number in range(int(self._top / step + 1e-9) + 1)]

    def _draw_baseline(self, painter: QPainter, bottom: float) -> None:
        if self._baseline is None:
            return
        painter.setPen(marks.baseline_pen(self.colours))
        x = round(self.x(self._baseline.amount)) + 0.5
        painter.drawLine(QLineF(x, 0, x, bottom))


class PayRange(_OnScale):
    """One pay figure on the common scale; ``None`` draws the scale and says there is none."""

    def __init__(
        self,
        pay: Pay | None,
        top: float,
        baseline: Baseline | None,
        translator: Translator,
        colours: Colours,
        percent: int,
        *,
        illustrative: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``illustrative`` figures, whose method is not given, are hatched instead of solid."""
        super().__init__(top, baseline, translator, colours, percent, parent)
        self._pay = pay
        # A row grows with the label beside it, so that the lines of the scale stay unbroken.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._fill = marks.fill_hatched if illustrative else marks.fill_solid
        if pay is None:
            self.say(translator.say("No reliable figure found"), "")
        else:
            name = f"{pay.label.in_language(translator.language)}: {pay_amount(pay, translator)}"
            self.say(name, f"{label(pay.measure, translator)} ({when(pay.year, translator)})")

    def height_at(self, width: int) -> float:  # noqa: ARG002
        return self.unit * 1.5

    def draw(self, painter: QPainter) -> None:
        painter.setPen(QPen(self.colour("grid"), 1.0))
        for amount in self._ticks():
            x = round(self.x(amount)) + 0.5
            painter.drawLine(QLineF(x, 0, x, self.height()))
        if self._pay is not None:
            self._draw_pay(painter, self._pay)
        self._draw_baseline(painter, self.height())
        if self._pay is None:
            self._draw_nothing_found(painter)

    def hasHeightForWidth(self) -> bool:
        return False

    def _draw_nothing_found(self, painter: QPainter) -> None:
        """Write that there is no figure, clear of the dashed line where there is room."""
        words = self.accessibleName()
        left = self._margin + 6
        if self._baseline is not None:
            beside = self.x(self._baseline.amount) + 8
            if beside + text_width(words, self.small) <= self.width():
                left = beside
        painter.setPen(self.colour("muted"))
        put(painter, left, (self.height() - line_height(self.small)) / 2, words, self.small)

    def _draw_pay(self, painter: QPainter, pay: Pay) -> None:
        thick, middle = self.unit * 0.75, self.height() / 2
        start = self.x(pay.low)
        if pay.high is not None and pay.high <= pay.low:
            self._fill(painter, marks.diamond(QPointF(start, middle), thick * 1.25), self.colours)
            return
        end = self.x(drawn_end(pay))
        bar = QRectF(start, middle - thick / 2, max(end - start, 3.0), thick)
        if pay.high is None:
            self._draw_open(painter, bar)
        else:
            self._fill(painter, marks.rounded(bar), self.colours)

    def _draw_open(self, painter: QPainter, bar: QRectF) -> None:
        """Draw a bar whose right end is open."""
        if self._fill is marks.fill_solid:
            marks.fill_fading(painter, bar, self.colours)
            return
        body = QRectF(bar)
        body.setWidth(max(bar.width() - marks.arrow_width(bar.height()) * 1.6, 3.0))
        self._fill(painter, marks.rounded(body), self.colours)
        marks.arrow_head(painter, bar, self.colours)


class PayAxis(_OnScale):
    """The axis below pay rows, with amounts in ringgit and the name of the baseline."""

    def __init__(
        self,
        top: float,
        baseline: Baseline | None,
        translator: Translator,
        colours: Colours,
        percent: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(top, baseline, translator, colours, percent, parent)
        ends = translator.money_range(0, self._top, _CURRENCY)
        self.say(translator.say("Ringgit a month, {range}", range=ends), self._baseline_words())

    def height_at(self, width: int) -> float:
        lines = len(self._baseline_lines(width))
        return line_height(self.small) * (1.35 + lines) + (6 if lines else 0)

    def draw(self, painter: QPainter) -> None:
        line = line_height(self.small)
        painter.setPen(QPen(self.colour("control"), 1.0))
        painter.drawLine(QLineF(self.x(0), 0.5, self.x(self._top), 0.5))
        for amount in self._ticks():
            x = round(self.x(amount)) + 0.5
            painter.setPen(QPen(self.colour("control"), 1.0))
            painter.drawLine(QLineF(x, 0, x, 4))
            painter.setPen(self.colour("muted"))
            words = self._t.money(amount, _CURRENCY)
            if not self._meets_baseline(x, words):
                put_centred(painter, x, 5, words, self.small, self.width())
        if self._baseline is None:
            return
        self._draw_baseline(painter, line * 1.35 + 4)
        painter.setPen(self.colour("text"))
        middle = self.x(self._baseline.amount)
        for number, words in enumerate(self._baseline_lines(self.width())):
            top = line * (1.35 + number) + 5
            put_centred(painter, middle, top, words, self.small, self.width())

    def _meets_baseline(self, x: float, words: str) -> bool:
        """Return whether the dashed line would run through ``words`` below ``x``."""
        if self._baseline is None:
            return False
        return abs(self.x(self._baseline.amount) - x) < text_width(words, self.small) / 2 + 3

    def _baseline_words(self) -> str:
        if self._baseline is None:
            return ""
        return self._t.say(
            "{name}: {amount} ({year})",
            name=self._baseline.name.in_language(self._t.language),
            amount=self._t.money(self._baseline.amount, _CURRENCY),
            year=self._baseline.year,
        )

    def _baseline_lines(self, width: int) -> tuple[str, ...]:
        words = self._baseline_words()
        return wrap(words, self.small, width, 3) if words else ()


def _tidy_steps() -> Iterator[float]:
    """Yield 1, 2, 2.5 and 5 times every power of ten, upwards."""
    for power in count():
        for factor in (1.0, 2.0, 2.5, 5.0):
            yield factor * 10.0**power
