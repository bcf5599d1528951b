"""Pay on one scale: rows and axis line up, and marks mean what they should."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect

from careerdesk.catalogue.role import Pay
from careerdesk.catalogue.shared import Baseline
from careerdesk.catalogue.terms import PayGroup, PayMeasure, Period
from careerdesk.catalogue.text import Text
from careerdesk.desk import theme
from careerdesk.desk.drawings import PayAxis, PayRange
from careerdesk.i18n import translator

TOP = 10_000.0
WIDTH = 500
MEDIAN = Baseline(
    id="median", name=Text("Graduate median", "Median siswazah"), amount=4521, year=2024, source="x"
)


def pay(low, high, measure=PayMeasure.RANGE):
    return Pay(
        group=PayGroup.LEVEL,
        label=Text("Junior", "Awal"),
        low=low,
        high=high,
        currency="MYR",
        period=Period.MONTH,
        country="MY",
        measure=measure,
        year="2024",
        source="x",
    )


def row(figure, t, colours, percent=100, baseline=MEDIAN, **more):
    return PayRange(figure, TOP, baseline, t, colours, percent, **more)


def test_a_range_is_a_bar_from_its_low_to_its_high_end(t, colours, paint):
    drawn = row(pay(6000, 9000), t, colours)
    columns = paint(drawn, WIDTH, colours.surface).columns(colours.bar)
    assert columns[0] == pytest.approx(drawn.x(6000), abs=2)
    assert columns[-1] == pytest.approx(drawn.x(9000), abs=2)


def test_an_illustrative_range_is_hatched(light, paint):
    t = translator("en")
    solid, hatched = (
        row(pay(6000, 9000), t, light),
        row(pay(6000, 9000), t, light, illustrative=True),
    )
    pictures = paint(solid, WIDTH), paint(hatched, WIDTH)
    left, right = round(solid.x(6000)) + 4, round(solid.x(9000)) - 4
    inside = QRect(left, solid.height() // 2 - 4, right - left, 8)
    assert pictures[0].shades(inside) == {light.bar}
    assert len(pictures[1].shades(inside)) > 3


def test_one_figure_is_a_diamond_around_it(t, light, paint):
    drawn = row(pay(7000, 7000, PayMeasure.MEDIAN), t, light)
    picture = paint(drawn, WIDTH)
    columns = picture.columns(light.bar)
    assert (columns[0] + columns[-1]) / 2 == pytest.approx(drawn.x(7000), abs=1)
    edge = picture.columns(light.bar, 0, drawn.height() // 2 - 6)
    assert len(edge) < len(columns)


def test_an_open_range_fades_out(light, paint):
    t = translator("en")
    drawn = row(pay(6000, None), t, light, baseline=None)
    picture = paint(drawn, WIDTH)
    middle = drawn.height() / 2
    fade = [
        picture.image.pixelColor(round(drawn.x(amount)), round(middle)).lightness()
        for amount in (6100, 6600, 7100)
    ]
    assert fade == sorted(fade)
    assert fade[0] < fade[-1]


@pytest.mark.parametrize("percent", theme.TEXT_SIZES)
def test_the_dashed_line_stands_at_the_median_in_every_row_and_on_the_axis(percent, light, paint):
    t = translator("en")
    rows = [row(pay(6000, 9000), t, light, percent), row(pay(500, 900), t, light, percent)]
    axis = PayAxis(TOP, MEDIAN, t, light, percent)
    dashed = [paint(widget, WIDTH).columns(light.text, 0, 4) for widget in (*rows, axis)]
    assert dashed[0]
    assert dashed[0] == dashed[1] == dashed[2]
    assert dashed[0][0] == pytest.approx(rows[0].x(4521), abs=1.5)


def test_without_a_baseline_there_is_no_dashed_line(t, light, paint):
    assert paint(row(pay(6000, 9000), t, light, baseline=None), WIDTH).columns(light.text) == []


def test_a_row_says_its_figure_with_period_measure_and_year(light):
    drawn = row(pay(6000, 9000), translator("en"), light)
    assert drawn.accessibleName() == "Junior: RM\u00a06,000 – 9,000 a month"
    assert drawn.accessibleDescription() == "Range (2024)"


def test_a_row_without_a_figure_says_so(t, light, paint):
    drawn = row(None, t, light)
    picture = paint(drawn, WIDTH)
    assert drawn.accessibleName()
    assert picture.columns(light.bar) == []
    assert picture.columns(light.muted)


def test_the_axis_names_the_baseline(light):
    axis = PayAxis(TOP, MEDIAN, translator("ms"), light, 100)
    assert axis.accessibleDescription() == "Median siswazah: RM\u00a04,521 (2024)"


@pytest.mark.parametrize("top", [1.0, 1500, 10_000, 25_000, 300_000])
@pytest.mark.parametrize("percent", [90, 150])
@pytest.mark.parametrize("width", [120, 300, 900])
def test_labels_of_the_axis_never_meet(top, percent, width, light):
    axis = PayAxis(top, MEDIAN, translator("en"), light, percent)
    axis.resize(width, 40)
    ticks = axis._ticks()
    assert ticks[0] == 0
    assert ticks[-1] <= top
    gaps = [axis.x(b) - axis.x(a) for a, b in pairwise(ticks)]
    assert all(gap > 2 * axis._margin for gap in gaps) or len(ticks) <= 2


@pytest.mark.parametrize("figure", [pay(0, 0), pay(9000, 20_000), pay(3000, 2000), pay(0, None)])
def test_odd_figures_stay_on_the_scale(figure, t, light, paint):
    drawn = row(figure, t, light)
    columns = paint(drawn, WIDTH).columns(light.bar)
    assert columns[0] >= drawn.x(0) - drawn.unit
    assert columns[-1] <= drawn.x(TOP) + drawn.unit
