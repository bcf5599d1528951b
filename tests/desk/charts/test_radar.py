"""The radar of interests: a shape to scale and labels that are never cut off."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF

from careerdesk.catalogue.terms import Interest
from careerdesk.catalogue.wording import label
from careerdesk.desk import theme
from careerdesk.desk.charts.radar import RadarChart
from careerdesk.i18n import translator

VALUES = (45, 93, 30, 18, 52, 71)


def radar(t, colours, percent=100, values=VALUES, names=None):
    names = names or [label(interest, t) for interest in Interest]
    return RadarChart(values, names, t, colours, percent)


def pixel(drawn, x, y):
    """Return where a point of the view lies, in pixels of the chart."""
    return drawn.plot.mapFromScene(drawn.plot.box.mapViewToScene(QPointF(x, y)))


def labels_at_corners(drawn):
    """Return the rectangles of all labels at the corners, in pixels of the chart."""
    return [
        word.place(lambda x, y: QPointF(pixel(drawn, x, y)))
        for word in drawn._words.words
        if not word.text.isdigit() or word.font == drawn.body
    ]


LONG = ["Realistik", "Penyiasatan", "Artistik", "Sosial", "Keusahawanan", "Konvensional"]


@pytest.mark.parametrize("percent", theme.TEXT_SIZES)
@pytest.mark.parametrize("width", [300, 360, 520, 900])
@pytest.mark.parametrize("names", [None, LONG])
def test_labels_are_never_cut_off_and_never_meet(names, width, percent, light, paint):
    drawn = radar(translator("en"), light, percent, names=names)
    paint(drawn, width)
    labels = labels_at_corners(drawn)
    assert len(labels) in {6, 12}
    for rect in labels:
        assert QRectF(drawn.plot.rect()).contains(rect)
    for one, other in combinations(labels, 2):
        assert not one.adjusted(2, 2, -2, -2).intersects(other.adjusted(2, 2, -2, -2))


def test_where_names_do_not_fit_they_stand_below(light, paint):
    drawn = radar(translator("en"), light, 150)
    paint(drawn, 360)
    assert drawn._list.isVisibleTo(drawn)
    paint(drawn, 900)
    assert not drawn._list.isVisibleTo(drawn)


def test_the_shape_reaches_out_to_its_values(light, paint):
    full = radar(translator("en"), light, values=(100, 0, 0, 100, 0, 0))
    picture = paint(full, 600)
    top = pixel(full, 0, 100)
    bottom = pixel(full, 0, -100)
    rows = [
        y
        for y in range(picture.image.height())
        if picture.has(top.x(), y, light.bar) or picture.has(top.x() - 1, y, light.bar)
    ]
    assert min(rows) == pytest.approx(top.y(), abs=6)
    assert max(rows) == pytest.approx(bottom.y(), abs=6)


def test_the_web_is_regular(light, paint):
    drawn = radar(translator("en"), light)
    paint(drawn, 600)
    middle, across, up = pixel(drawn, 0, 0), pixel(drawn, 100, 0), pixel(drawn, 0, 100)
    assert across.x() - middle.x() == pytest.approx(middle.y() - up.y(), abs=2)


def test_the_description_holds_every_number(t, light):
    lines = radar(t, light).accessibleDescription().splitlines()
    assert len(lines) == 6
    for line, value, interest in zip(lines, VALUES, Interest, strict=True):
        assert line.startswith(label(interest, t))
        assert str(value) in line


@pytest.mark.parametrize("values", [(0,) * 6, (100,) * 6, (-5, 400, 0, 0, 0, 0)])
def test_odd_values_are_drawn(values, t, colours, paint):
    paint(radar(t, colours, values=values), 500, colours.surface)


def test_other_than_six_values_are_refused(light):
    with pytest.raises(ValueError, match="6 values"):
        radar(translator("en"), light, values=(1, 2, 3))
