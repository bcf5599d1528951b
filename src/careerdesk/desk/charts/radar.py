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
        self._heads = [
            f"{letter.value} · {name}" for letter, name in zip(Interest, names, strict=True)
        ]
        self._labels = [
            (
                self._label(head, self.strong, turn, "text"),
                self._label(str(value), self.body, turn, "muted"),
            )
            for turn, (head, value) in enumerate(zip(self._heads, values, strict=True))
        ]

    def height_at(self, width: int) -> float:
        return 2 * (self._radius(width) + self._label_height() + self._gap())

    def arrange(self, width: int, height: int) -> None:
        scale = 100 / self._radius(width)
        reach, rise = width / 2 * scale, height / 2 * scale
        self.plot.box.setRange(xRange=(-reach, reach), yRange=(-rise, rise), padding=0)
        self._place_labels(scale)

    def _label(self, words: str, font: QFont, turn: int, colour: str) -> pg.TextItem:
        sideways = (0.5, 0.0, 0.0, 0.5, 1.0, 1.0)[turn]
        return self.words(words, font, colour, (sideways, 0.0))

    def _label_height(self) -> float:
        return 2 * self.unit

    def _gap(self) -> float:
        return self.unit * 0.4

    def _radius(self, width: int) -> float:
        """Return the pixels from the middle to 100; the labels at the sides come first."""
        side = max(text_width(self._heads[turn], self.strong) for turn in (1, 2, 4, 5))
        room = width / 2 - side - self._gap() - 2
        return min(max(room / _DIRECTIONS[1][0], self.unit * 2), self.unit * 6.5)

    def _place_labels(self, scale: float) -> None:
        """Put each label outside its corner; ``scale`` is values per pixel."""
        out = 100 + self._gap() * scale
        for turn, (head, value) in enumerate(self._labels):
            x, y = _DIRECTIONS[turn][0] * out, _DIRECTIONS[turn][1] * out
            lifted = {0: self._label_height(), 3: 0.0}.get(turn, self._label_height() / 2)
            top = y + lifted * scale
            head.setPos(x, top)
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
