"""The seven scores as bars from 0 to 100."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from careerdesk.catalogue.terms import Basis
from careerdesk.catalogue.wording import label
from careerdesk.desk.charts.plot import Chart, PixelItem, ToPixels, Word, WordsItem
from careerdesk.desk.charts.rows import ScoreRow, exposure_note, no_evidence, scores_in_words
from careerdesk.desk.drawings.canvas import line_height, text_width, wrap
from careerdesk.desk.drawings.legend import Legend
from careerdesk.desk.drawings.marks import Mark, fill_hatched, fill_solid, rounded
from careerdesk.desk.theme import Colours
from careerdesk.i18n import Translator

_TICKS = (0, 25, 50, 75, 100)
_NAME_LINES = 5


@dataclass(frozen=True, slots=True)
class _Bar:
    """One bar: how long, how thick, and how far its middle is below the middle of its row."""

    value: int
    hatched: bool
    thick: float
    below: float


@dataclass(frozen=True, slots=True)
class _Place:
    """A row of the chart: its name in lines, and its upper and lower end in pixels."""

    name: tuple[str, ...]
    note: tuple[str, ...]
    top: float
    middle: float
    bottom: float


class ScoreChart(Chart):
    """One row for each score: worked out solid, published hatched, none in words.

    Where there are both, the published one is the thin bar below.
    """

    def __init__(
        self,
        rows: Sequence[ScoreRow],
        translator: Translator,
        colours: Colours,
        percent: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(colours, percent, parent)
        self._rows = tuple(rows)
        self._t = translator
        self._bars = [self._bars_of(row) for row in self._rows]
        self._places: tuple[_Place, ...] = ()
        name = translator.say("The scores, from 0 to 100")
        self.say(name, scores_in_words(self._rows, translator))
        self._make_axes()
        self._painted = _Bars(colours)
        self.plot.box.addItem(self._painted, ignoreBounds=True)
        self._words = WordsItem()
        self.plot.box.addItem(self._words, ignoreBounds=True)
        self._legend = self._make_legend(percent)

    def height_at(self, width: int) -> float:
        places = self._place(width)
        bottom = places[-1].bottom if places else 0.0
        return bottom + self._axis_height() + self._legend.heightForWidth(width)

    def arrange(self, width: int) -> None:
        self._places = self._place(width)
        bottom = max((place.bottom for place in self._places), default=1.0)
        below = round(bottom + self._axis_height())
        self.plot.setGeometry(0, 0, width, below)
        self._legend.setGeometry(0, below, width, self._legend.heightForWidth(width))
        self._names.setWidth(self._names_width(width))
        self._names.setTicks([[(place.middle, "\n".join(place.name)) for place in self._places]])
        # Room for half of the number below 0, and for the values beside bars that reach 100.
        before, after = self._room_beside_scale()
        whole = width - self._names_width(width)
        per_pixel = 100.0 / max(whole - before - after, 1.0)
        ends = (-before * per_pixel, 100.0 + after * per_pixel)
        self.plot.box.setRange(xRange=ends, yRange=(0, bottom), padding=0)
        area = QRectF(ends[0], 0, ends[1] - ends[0], bottom)
        self._painted.show(self._rows, self._bars, self._places, area)
        self._words.show(self._all_words(), area)

    def _make_axes(self) -> None:
        plot = self.plot
        plot.box.invertY()
        unseen = QPen(Qt.PenStyle.NoPen)
        self._names = pg.AxisItem("left", pen=unseen, textPen=self.pen("text"))
        self._numbers = pg.AxisItem("bottom", pen=unseen, textPen=self.pen("muted"))
        for axis, font in ((self._names, self.body), (self._numbers, self.small)):
            axis.linkToView(plot.box)
            axis.setStyle(
                tickFont=font,
                tickLength=0,
                tickAlpha=0,
                tickTextOffset=round(self.unit * 0.4),
                autoExpandTextSpace=False,
                autoReduceTextSpace=False,
            )
        self._numbers.setTicks([[(value, str(value)) for value in _TICKS]])
        self._numbers.setStyle(tickTextOffset=4)
        self._numbers.setHeight(self._axis_height())
        plot.centralLayout.addItem(self._names, 0, 0)
        plot.centralLayout.addItem(plot.box, 0, 1)
        plot.centralLayout.addItem(self._numbers, 1, 1)

    def _make_legend(self, percent: int) -> Legend:
        shown = {
            Mark.SOLID: (Basis.DERIVED, any(row.derived is not None for row in self._rows)),
            Mark.HATCHED: (Basis.PUBLISHED, any(row.published is not None for row in self._rows)),
        }
        return Legend(
            [(mark, label(basis, self._t)) for mark, (basis, used) in shown.items() if used],
            self.colours,
            percent,
            self,
        )

    def _bars_of(self, row: ScoreRow) -> tuple[_Bar, ...]:
        unit = self.unit
        if row.derived is not None and row.published is not None:
            return (
                _Bar(row.derived, False, unit * 0.75, -unit * 0.38),
                _Bar(row.published, True, unit * 0.5, unit * 0.52),
            )
        if row.derived is not None:
            return (_Bar(row.derived, False, unit * 0.8, 0.0),)
        if row.published is not None:
            return (_Bar(row.published, True, unit * 0.8, 0.0),)
        return ()

    def _names_width(self, width: int) -> float:
        return round(min(width * 0.4, self.unit * 16))

    def _axis_height(self) -> float:
        return line_height(self.small) + 8

    def _room_beside_scale(self) -> tuple[float, float]:
        """Return the pixels left of 0 and right of 100."""
        return text_width("0", self.small), text_width("100", self.strong) + self.unit * 0.6

    def _place(self, width: int) -> tuple[_Place, ...]:
        """Lay the rows one below the other, each as high as its name or its bars need."""
        names = self._names_width(width)
        room = width - names - self._room_beside_scale()[0] - self.unit * 0.6
        note = wrap(exposure_note(self._t), self.small, room, 5)
        places: list[_Place] = []
        top = 0.0
        for row, bars in zip(self._rows, self._bars, strict=True):
            name = wrap(row.name, self.body, names - self.unit * 0.6, _NAME_LINES)
            notes = note if row.exposure else ()
            upper = self.unit * (1.9 if len(bars) > 1 else 1.0)
            lower = len(notes) * line_height(self.small)
            high = max(len(name) * self.unit, upper + lower, self.unit * 1.5) + self.unit * 0.7
            middle = top + high / 2 - lower / 2
            places.append(_Place(name, notes, top, middle, top + high))
            top += high
        return tuple(places)

    def _all_words(self) -> Iterator[Word]:
        """Yield the values, the words where there is none, and the note on exposure."""
        look, aside = self.colours, self.unit * 0.3
        for bars, place in zip(self._bars, self._places, strict=True):
            for bar in bars:
                x, y = _clamped(bar.value), place.middle + bar.below
                font, colour = (self.small, look.muted) if bar.hatched else (self.strong, look.text)
                yield Word(str(bar.value), x, y, font, colour, (0.0, 0.5), (aside, 0.0))
            if not bars:
                yield self._aside(no_evidence(self._t), place, (0.0, 0.5), (aside, 0.0))
            below = self.unit * (0.95 if len(bars) > 1 else 0.55)
            for number, line in enumerate(place.note):
                down = below + number * line_height(self.small)
                yield self._aside(line, place, (0.0, 0.0), (aside, down))

    def _aside(
        self, words: str, place: _Place, anchor: tuple[float, float], moved: tuple[float, float]
    ) -> Word:
        """Return small words that stand clear of the lines of the scale."""
        look = self.colours
        return Word(words, 0, place.middle, self.small, look.muted, anchor, moved, look.surface)


class _Bars(PixelItem):
    """The bars and the lines behind them."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self._colours = colours
        # Exposure is neither good nor bad: it does not share the colour of what is good to have.
        self._exposure = colours._replace(bar=colours.control)
        self._content: tuple[tuple[ScoreRow, tuple[_Bar, ...], _Place], ...] = ()

    def show(
        self,
        rows: Sequence[ScoreRow],
        bars: Sequence[tuple[_Bar, ...]],
        places: Sequence[_Place],
        area: QRectF,
    ) -> None:
        """Paint ``bars`` at ``places``; the view shows ``area``."""
        self._content = tuple(zip(rows, bars, places, strict=True))
        self.cover(area)

    def paint_pixels(self, painter: QPainter, at: ToPixels) -> None:
        self._draw_scale(painter, at)
        for row, bars, place in self._content:
            look = self._exposure if row.exposure else self._colours
            for bar in bars:
                start = at(0, place.middle + bar.below)
                end = at(_clamped(bar.value), place.middle + bar.below)
                rect = QRectF(start.x(), start.y() - bar.thick / 2, end.x() - start.x(), bar.thick)
                rect.setWidth(max(rect.width(), 2.0))
                (fill_hatched if bar.hatched else fill_solid)(painter, rounded(rect), look)

    def _draw_scale(self, painter: QPainter, at: ToPixels) -> None:
        """Draw a line for each number, and one that sets the exposure apart."""
        area = self.boundingRect()
        top, bottom = at(0, area.top()).y(), round(at(0, area.bottom()).y()) - 0.5
        grid, axis = QPen(QColor(self._colours.grid), 1.0), QPen(QColor(self._colours.control), 1.0)
        for value in _TICKS:
            painter.setPen(axis if value == 0 else grid)
            x = round(at(value, 0).x()) + 0.5
            painter.drawLine(QLineF(x, top, x, bottom))
        painter.setPen(axis)
        painter.drawLine(QLineF(at(0, 0).x(), bottom, at(_TICKS[-1], 0).x(), bottom))
        for row, _bars, place in self._content:
            if row.exposure and place.top > 0:
                y = round(at(0, place.top).y()) + 0.5
                painter.drawLine(QLineF(at(area.left(), 0).x(), y, at(area.right(), 0).x(), y))


def _clamped(value: int) -> int:
    """Return ``value``, kept on the scale."""
    return min(max(value, 0), 100)
