"""The six RIASEC interests as a radar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, nan, radians, sin

import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from careerdesk.catalogue.terms import Interest
from careerdesk.catalogue.wording import interest_letter
from careerdesk.desk.charts.plot import Chart, Word, WordsItem
from careerdesk.desk.charts.rows import interests_in_words
from careerdesk.desk.drawings.canvas import text_width
from careerdesk.desk.drawings.legend import Legend
from careerdesk.desk.theme import Colours
from careerdesk.i18n import Translator

_Point = tuple[float, float]

_RINGS = (25, 50, 75, 100)
_DIRECTIONS = tuple((sin(radians(60 * turn)), cos(radians(60 * turn))) for turn in range(6))
"""Of the six spokes, clockwise from the top; y points up."""


class RadarChart(Chart):
    """Six values from 0 to 100 on a hexagonal web, in RIASEC order, clockwise from the top."""

    def __init__(
        self,
        values: Sequence[int],
        names: Sequence[str],
        translator: Translator,
        colours: Colours,
        percent: int,
        parent: QWidget | None = None,
    ) -> None:
        """``names`` are the interests' names without their letters."""
        super().__init__(colours, percent, parent)
        if len(values) != len(Interest) or len(names) != len(Interest):
            raise ValueError(f"a radar has {len(Interest)} values and names, got {len(values)}")
        name = translator.say("What the work speaks to: six interests")
        self.say(name, interests_in_words(values, names, translator))
        self.plot.centralLayout.addItem(self.plot.box, 0, 0)
        self._draw_web()
        self._draw_shape([min(max(value, 0), 100) for value in values])
        letters = [interest_letter(interest, translator) for interest in Interest]
        self._heads = [f"{key} · {name}" for key, name in zip(letters, names, strict=True)]
        self._short = [f"{key} · {value}" for key, value in zip(letters, values, strict=True)]
        self._values = tuple(values)
        self._words = WordsItem()
        self.plot.box.addItem(self._words, ignoreBounds=True)
        self._list = Legend([(None, head) for head in self._heads], colours, percent, self)

    def height_at(self, width: int) -> float:
        names = self._list.heightForWidth(width) if self._is_narrow(width) else 0
        return self._plot_height(width) + names

    def arrange(self, width: int) -> None:
        narrow = self._is_narrow(width)
        self._list.setVisible(narrow)
        below = round(self._plot_height(width))
        self.plot.setGeometry(0, 0, width, below)
        self._list.setGeometry(0, below, width, self._list.heightForWidth(width))
        scale = 100 / self._radius(width)
        reach, rise = width / 2 * scale, self._plot_height(width) / 2 * scale
        self.plot.box.setRange(xRange=(-reach, reach), yRange=(-rise, rise), padding=0)
        self._words.show(self._all_words(narrow), QRectF(-reach, -rise, 2 * reach, 2 * rise))

    def _gap(self) -> float:
        return self.unit * 0.4

    def _plot_height(self, width: int) -> float:
        lines = 1.3 if self._is_narrow(width) else 2.2
        return 2 * (self._radius(width) + lines * self.unit + self._gap())

    def _is_narrow(self, width: int) -> bool:
        """Return whether the names must stand below, with letters alone at the corners."""
        return self._room(width, self._heads) < self.unit * 3.6

    def _room(self, width: int, labels: Sequence[str]) -> float:
        """Return the radius that is left when ``labels`` stand at the sides."""
        side = max(text_width(labels[turn], self.strong) for turn in (1, 2, 4, 5))
        return (width / 2 - side - self._gap() - 2) / _DIRECTIONS[1][0]

    def _radius(self, width: int) -> float:
        """Return how many pixels from the middle 100 lies."""
        room = self._room(width, self._short if self._is_narrow(width) else self._heads)
        return min(max(room, self.unit * 2), self.unit * 6.5)

    def _all_words(self, narrow: bool) -> Iterator[Word]:
        """Yield the numbers of the rings, and the labels outside the corners."""
        look, gap = self.colours, self._gap()
        for ring in _RINGS[:-1]:
            yield Word(str(ring), 0, ring, self.small, look.muted, (0.0, 0.95), (4.0, 0.0))
        for turn, (x, y) in enumerate(_DIRECTIONS):
            # The corner of the label that is nearest to the corner of the web.
            sideways = (0.5, 0.0, 0.0, 0.5, 1.0, 1.0)[turn]
            upwards = (1.0, 0.5, 0.5, 0.0, 0.5, 0.5)[turn]
            lines = (
                ((self._short[turn], self.strong, look.text),)
                if narrow
                else (
                    (self._heads[turn], self.strong, look.text),
                    (str(self._values[turn]), self.body, look.muted),
                )
            )
            high = len(lines) * self.unit
            for number, (words, font, colour) in enumerate(lines):
                down = number * self.unit - high * upwards - y * gap
                moved = (x * gap, down)
                yield Word(words, 100 * x, 100 * y, font, colour, (sideways, 0.0), moved)

    def _draw_web(self) -> None:
        gap = (nan, nan)
        rings = [point for ring in _RINGS[:-1] for point in (*_outline([ring] * 6), gap)]
        spokes = [point for corner in _corners([100] * 6) for point in ((0.0, 0.0), corner, gap)]
        self._curve(rings + spokes, pen=self.pen("grid", 1.2), connect="finite")
        self._curve(_outline([100] * 6), pen=self.pen("control", 1.2))

    def _draw_shape(self, values: Sequence[int]) -> None:
        fill = QColor(self.colours.bar)
        fill.setAlpha(70)
        line = self.pen("bar", 2.2)
        self._curve(_outline(values), pen=line, brush=fill, fillLevel="enclosed")
        points = _corners(values)
        self._add(
            pg.ScatterPlotItem(
                [x for x, _ in points],
                [y for _, y in points],
                size=self.unit * 0.42,
                pen=self.pen("surface", 1.5),
                brush=QColor(self.colours.bar),
                antialias=True,
            )
        )

    def _curve(self, points: Sequence[_Point], **style: object) -> None:
        xs, ys = map(list, zip(*points, strict=True))
        self._add(pg.PlotCurveItem(xs, ys, antialias=True, **style))

    def _add(self, item: pg.GraphicsObject) -> None:
        self.plot.box.addItem(item, ignoreBounds=True)


def _corners(values: Sequence[int]) -> list[_Point]:
    return [(value * x, value * y) for value, (x, y) in zip(values, _DIRECTIONS, strict=True)]


def _outline(values: Sequence[int]) -> list[_Point]:
    """Return the corners with the first one again at the end."""
    points = _corners(values)
    return [*points, points[0]]
