"""The score chart: bars, hatches, words, and a plot that keeps still."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.catalogue.terms import ScoreKey
from careerdesk.catalogue.wording import label
from careerdesk.desk import theme
from careerdesk.desk.charts.rows import ScoreRow, scores_in_words
from careerdesk.desk.charts.scores import ScoreChart
from careerdesk.i18n import translator

VALUES = {
    ScoreKey.MALAYSIA_DEMAND: (67, 75),
    ScoreKey.GLOBAL_DEMAND: (98, None),
    ScoreKey.FUTURE_RELEVANCE: (None, 95),
    ScoreKey.FRESH_GRADUATE: (None, None),
    ScoreKey.INTROVERT: (0, 0),
    ScoreKey.EXTROVERT: (100, 100),
    ScoreKey.AI_EXPOSURE: (95, 35),
}
BOTH, SOLID, HATCHED, NONE, ZERO, FULL, EXPOSURE = range(7)


def rows(t):
    return [ScoreRow(key, label(key, t), *VALUES[key]) for key in ScoreKey]


def chart(t, colours, percent=100, given=None):
    return ScoreChart(rows(t) if given is None else given, t, colours, percent)


def pixel(drawn, value, y):
    """Return where ``value`` lies at ``y`` of the view, in pixels of the chart."""
    return drawn.plot.mapFromScene(drawn.plot.box.mapViewToScene(QPointF(value, y)))


def bar_area(drawn, row, value_from, value_to, which=0):
    """Return the inner pixels of a bar between two values."""
    bar, place = drawn._bars[row][which], drawn._places[row]
    left = pixel(drawn, value_from, place.middle + bar.below)
    right = pixel(drawn, value_to, place.middle + bar.below)
    return QRect(QPoint(left.x(), left.y() - 1), QPoint(right.x(), left.y() + 1))


def test_derived_bars_are_solid_and_published_ones_hatched(t, colours, paint):
    drawn = chart(t, colours)
    picture = paint(drawn, 800, colours.surface)
    assert picture.shades(bar_area(drawn, SOLID, 5, 95)) == {colours.bar}
    assert len(picture.shades(bar_area(drawn, HATCHED, 5, 90))) > 3
    assert picture.shades(bar_area(drawn, BOTH, 5, 64)) == {colours.bar}
    assert len(picture.shades(bar_area(drawn, BOTH, 5, 72, which=1))) > 3


def test_bars_end_where_their_value_is(light, paint):
    drawn = chart(translator("en"), light)
    picture = paint(drawn, 800)
    place = drawn._places[SOLID]
    y = round(pixel(drawn, 0, place.middle).y())
    columns = picture.columns(light.bar, y - 2, y + 3)
    assert columns[0] == pytest.approx(pixel(drawn, 0, place.middle).x(), abs=2)
    assert columns[-1] == pytest.approx(pixel(drawn, 98, place.middle).x(), abs=2)


def test_the_published_bar_is_thinner_and_below_the_derived_one(light):
    derived, published = chart(translator("en"), light)._bars[BOTH]
    assert published.thick < derived.thick
    assert published.below - published.thick / 2 >= derived.below + derived.thick / 2


def test_no_evidence_has_no_bar_but_words(light, paint):
    drawn = chart(translator("en"), light)
    picture = paint(drawn, 800)
    place = drawn._places[NONE]
    y = round(pixel(drawn, 0, place.middle).y())
    assert picture.columns(light.bar, y - 8, y + 8) == []
    assert [word.text for word in drawn._words.words].count("no evidence yet") == 1
    assert picture.columns(light.muted, y - 8, y + 8)


def test_exposure_has_another_colour_and_a_note(light, paint):
    drawn = chart(translator("en"), light)
    picture = paint(drawn, 800)
    assert picture.shades(bar_area(drawn, EXPOSURE, 5, 90)) == {light.control}
    notes = [word for word in drawn._words.words if "not jobs lost" in word.text]
    assert [note.y for note in notes] == [drawn._places[EXPOSURE].middle]


def test_the_description_holds_every_number(light):
    t = translator("en")
    lines = chart(t, light).accessibleDescription().splitlines()
    assert lines == scores_in_words(rows(t), t).splitlines()
    assert lines[BOTH] == (
        "Demand in Malaysia: 67 of 100 (Worked out from sources); "
        "75 of 100 (As published, method not given)."
    )
    assert lines[NONE] == "Openings for fresh graduates: no evidence yet."
    assert "not jobs lost" in lines[EXPOSURE]


@pytest.mark.parametrize("percent", theme.TEXT_SIZES)
@pytest.mark.parametrize("width", [420, 520, 900])
def test_names_and_notes_fit_at_every_width_and_text_size(width, percent, t, light, paint):
    drawn = chart(t, light, percent)
    paint(drawn, width)
    for place, row in zip(drawn._places, drawn._rows, strict=True):
        assert place.bottom - place.top >= len(place.name) * drawn.unit
        assert not place.name[-1].endswith("…"), row.name
    for word in drawn._words.words:
        place = word.place(lambda x, y: QPointF(pixel(drawn, x, y)))
        assert QRectF(drawn.plot.rect()).contains(place), word.text


def test_every_name_is_painted_by_the_axis(light, paint):
    drawn = chart(translator("en"), light)
    picture = paint(drawn, 520)
    for place in drawn._places:
        top, bottom = (pixel(drawn, 0, y).y() for y in (place.top, place.bottom))
        columns = picture.columns(light.text, int(top) + 2, int(bottom) - 2)
        assert columns
        assert columns[0] < drawn._names_width(520)


def test_the_height_fits_the_rows_in_a_page(light, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    drawn = chart(translator("en"), light)
    column.addWidget(drawn)
    column.addStretch(1)
    for width in (480, 900):
        page.resize(width, 900)
        page.layout().activate()
        assert drawn.height() == drawn.heightForWidth(drawn.width())


def test_mouse_and_keys_reach_the_page(light):
    drawn = chart(translator("en"), light)
    plot = drawn.plot
    assert plot.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert plot.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert not plot.box.menuEnabled()
    assert plot.box.mouseEnabled() == [False, False]


@pytest.mark.parametrize(
    "given",
    [
        [],
        [ScoreRow(ScoreKey.INTROVERT, "Alone")],
        [ScoreRow(ScoreKey.INTROVERT, "Beyond", 400, -20)],
        [ScoreRow(ScoreKey.AI_EXPOSURE, "<b>markup</b> " * 20, None, None)],
    ],
)
def test_odd_rows_are_drawn(given, t, light, paint):
    paint(chart(t, light, given=given), 500)
