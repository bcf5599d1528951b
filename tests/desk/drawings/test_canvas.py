"""Breaking words into lines, and what the legend does with them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.desk import theme
from careerdesk.desk.drawings import Legend, Mark
from careerdesk.desk.drawings.canvas import text_width, wrap

WORDS = st.text(alphabet="abc mnopq", max_size=120)


@given(words=WORDS, width=st.floats(40, 400), most=st.integers(1, 4))
def test_wrapped_words_keep_to_the_width_and_the_number_of_lines(words, width, most):
    font = theme.font(100)
    lines = wrap(words, font, width, most)
    assert 1 <= len(lines) <= most
    assert all(text_width(line, font) <= width + 1 for line in lines)


@given(words=WORDS)
def test_nothing_is_lost_where_there_is_room(words):
    lines = wrap(words, theme.font(100), 10_000, 1)
    assert lines == (words.strip(),)


def test_what_does_not_fit_ends_in_an_ellipsis(fonts):  # noqa: ARG001
    lines = wrap("one two three four five six seven", theme.font(100), 60, 2)
    assert lines[-1].endswith("…")
    assert not lines[0].endswith("…")


def test_a_legend_takes_more_lines_when_it_is_narrow(light):
    legend = Legend([(Mark.SOLID, "worked out"), (Mark.HATCHED, "as published")], light, 100)
    assert legend.heightForWidth(120) > legend.heightForWidth(600)
    assert legend.accessibleName() == "worked out; as published"


def test_an_empty_legend_takes_no_room(light):
    assert Legend([], light, 100).heightForWidth(400) <= 1


def test_every_mark_looks_different(light, paint):
    pictures = []
    for mark in Mark:
        image = paint(Legend([(mark, "")], light, 150), 80).image
        pictures.append(bytes(image.constBits()))
    assert len(set(pictures)) == len(Mark)
