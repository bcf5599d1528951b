"""The journey to scale: sizes, words, and bars where they should be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRect

from careerdesk.catalogue.role import JourneyStep
from careerdesk.catalogue.series import timeline
from careerdesk.catalogue.terms import DurationKind
from careerdesk.catalogue.text import Text
from careerdesk.desk import theme
from careerdesk.desk.drawings import TimelineDrawing
from careerdesk.i18n import translator


def step(title, low=None, high=None, kind=DurationKind.YEARS):
    words = Text(title, f"{title} (BM)")
    return JourneyStep(title=words, text=words, duration=kind, years_min=low, years_max=high)


STEPS = (
    step("Foundation", 1, 1),
    step("Degree", 3, 5),
    step("Own projects", kind=DurationKind.ONGOING),
    step("Engineer", kind=DurationKind.LIFETIME),
)


def drawing(steps, t, colours, percent=100):
    return TimelineDrawing(timeline(steps), t, colours, percent)


def bar_rows(drawn, width):
    """Return the middle of each row's bar, and the function from years to pixels."""
    placed = drawn._arrange(width)
    return [row.bar_middle for row in placed.rows], lambda year: drawn._x(placed, year)


@pytest.mark.parametrize("percent", theme.TEXT_SIZES)
@pytest.mark.parametrize("width", [320, 520, 760, 1100])
def test_the_words_and_the_bars_never_meet(width, percent, t, light):
    drawn = drawing(STEPS, t, light, percent)
    placed = drawn._arrange(width)
    assert placed.track_right <= width
    assert placed.track_right - placed.track_left > width * 0.4
    assert placed.height <= drawn.heightForWidth(width) <= placed.height + 2
    rows = pairwise(placed.rows)
    assert all(upper.bar_middle < lower.bar_middle for upper, lower in rows)


def test_larger_text_and_less_width_make_it_higher(light):
    t = translator("en")
    usual = drawing(STEPS, t, light)
    assert drawing(STEPS, t, light, 150).heightForWidth(760) > usual.heightForWidth(760)
    assert usual.heightForWidth(320) > usual.heightForWidth(760)


def test_bars_stand_where_their_years_are(t, colours, paint):
    drawn = drawing(STEPS, t, colours)
    picture = paint(drawn, 800, colours.surface)
    (first, second, ongoing, life), x = bar_rows(drawn, 800)
    assert picture.has(x(0.5), first, colours.bar)
    assert not picture.has(x(1.5), first, colours.bar)
    assert picture.has(x(2.5), second, colours.bar)
    assert not picture.has(x(0.5), second, colours.bar)
    for middle in (ongoing, life):
        columns = picture.columns(colours.bar, round(middle) - 2, round(middle) + 3)
        assert min(column for column in columns if column > x(0)) >= x(6) - 2
    assert not picture.has(x(6) + 20, life, colours.bar)


def test_what_may_take_longer_is_hatched(light, paint):
    drawn = drawing(STEPS, translator("en"), light)
    picture = paint(drawn, 800)
    (_, middle, *_), x = bar_rows(drawn, 800)
    sure = QRect(round(x(1.4)), round(middle) - 4, round(x(3.6) - x(1.4)), 8)
    unsure = QRect(round(x(4.2)), round(middle) - 4, round(x(5.8) - x(4.2)), 8)
    assert picture.shades(sure) == {light.bar}
    assert len(picture.shades(unsure)) > 3


def test_the_description_holds_every_step(t, light):
    drawn = drawing(STEPS, t, light)
    lines = drawn.accessibleDescription().splitlines()
    assert drawn.accessibleName()
    assert len(lines) == len(STEPS)
    for number, (line, item) in enumerate(zip(lines, STEPS, strict=True), start=1):
        assert line.startswith(f"{number}. {item.title.in_language(t.language)}: ")


def test_the_description_says_from_when_to_when(light):
    lines = drawing(STEPS, translator("en"), light).accessibleDescription().splitlines()
    assert lines[1] == "2. Degree: 3–5 years, from year 1 to year 6 after SPM."
    assert lines[2] == "3. Own projects: ongoing, from year 6 after SPM."


def test_a_journey_without_steps_takes_no_room_and_says_so(t, light, paint):
    drawn = drawing((), t, light)
    assert drawn.heightForWidth(600) <= 1
    assert drawn.accessibleDescription()
    paint(drawn, 600)


@pytest.mark.parametrize(
    "steps",
    [
        (step("Nothing known"),),
        (step("No time at all", 0, 0), step("Half", 0.5, 0.5)),
        (step("Long", 40, 45),),
        (step("Only open", kind=DurationKind.LIFETIME),),
        (step("A word" * 60, 1, 2), step("many words " * 40, 1, 2)),
    ],
)
def test_odd_journeys_are_drawn(steps, t, light, paint):
    picture = paint(drawing(steps, t, light), 520)
    assert picture.columns(light.bar)


def test_markup_in_a_title_is_only_text(light, paint):
    t = translator("en")
    plain = paint(drawing((step("bold", 1, 1),), t, light), 600)
    marked = paint(drawing((step("<b>bold</b>", 1, 1),), t, light), 600)
    assert plain.image != marked.image
