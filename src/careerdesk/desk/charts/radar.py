"""The six RIASEC interests as a radar."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

import pyqtgraph as pg
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QWidget

from careerdesk.catalogue.role import Interest
from careerdesk.desk.charts.plot import Chart
from careerdesk.desk.charts.rows import interests_in_words
from careerdesk.desk.drawings.canvas import line_height, text_width
from careerdesk.desk.drawings.legend import Legend
from careerdesk.desk.theme import Colours
from careerdesk.i18n import Translator

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
        self._heads = [f"{key.value} · {name}" for key, name in zip(Interest, names, strict=True)]
        self._short = [
            f"{key.value} · {value}" for key, value in zip(Interest, values, strict=True)
        ]
        self._labels = [
            (
                self._label(self._heads[turn], self.strong, turn, "text"),
                self._label(str(values[turn]), self.body, turn, "muted"),
                self._label(self._short[turn], self.strong, turn, "text"),
            )
            for turn in range(len(Interest))
        ]
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
        for labels in self._labels:
            for label, shown in zip(labels, (not narrow, not narrow, narrow), strict=True):
                label.setVisible(shown)
        self._place_labels(scale, narrow)

    def _label(self, words: str, font: QFont, turn: int, colour: str) -> pg.TextItem:
        sideways = (0.5, 0.0, 0.0, 0.5, 1.0, 1.0)[turn]
        return self.words(words, font, colour, (sideways, 0.0))

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

    def _place_labels(self, scale: float, narrow: bool) -> None:
        """Put each label outside its corner; ``scale`` is values per pixel."""
        out = 100 + self._gap() * scale
        high = self.unit * (1 if narrow else 2)
        for turn, (head, value, short) in enumerate(self._labels):
            x, y = _DIRECTIONS[turn][0] * out, _DIRECTIONS[turn][1] * out
            lifted = {0: high, 3: 0.0}.get(turn, high / 2)
            top = y + lifted * scale
            head.setPos(x, top)
            short.setPos(x, top)
            value.setPos(x, top - line_height(self.strong) * scale)

    def _draw_web(self) -> None:
        for ring in _RINGS:
            pen = self.pen("control" if ring == 100 else "grid", 1.2)
            self._outline([ring] * 6, pen)
        for x, y in _DIRECTIONS:
            self._add(
                pg.PlotCurveItem([0, 100 * x], [0, 100 * y], pen=self.pen("grid"), antialias=True)
            )
        for ring in _RINGS[:-1]:
            item = self.words(str(ring), self.small, "muted", (-0.15, 1.0))
            item.setPos(0, ring)

    def _draw_shape(self, values: Sequence[int]) -> None:
        fill = QColor(self.colours.bar)
        fill.setAlpha(70)
        self._outline(values, self.pen("bar", 2.2), fill)
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

    def _outline(self, values: Sequence[int], pen: object, fill: QColor | None = None) -> None:
        points = _corners(values)
        points.append(points[0])
        self._add(
            pg.PlotCurveItem(
                [x for x, _ in points],
                [y for _, y in points],
                pen=pen,
                brush=fill,
                fillLevel=None if fill is None else "enclosed",
                antialias=True,
            )
        )

    def _add(self, item: pg.GraphicsObject) -> None:
        self.plot.box.addItem(item, ignoreBounds=True)


def _corners(values: Sequence[int]) -> list[tuple[float, float]]:
    return [(value * x, value * y) for value, (x, y) in zip(values, _DIRECTIONS, strict=True)]
