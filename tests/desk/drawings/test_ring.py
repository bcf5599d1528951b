"""The ring of skills: what it says, and that it can be read without colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect

from careerdesk.desk.drawings import ProgressRing
from careerdesk.i18n import translator


def ring(t, colours, counts, percent=100):
    made = ProgressRing(t, colours, percent)
    made.set_counts(*counts)
    return made


def test_it_says_all_three_counts(light):
    made = ring(translator("en"), light, (3, 2, 12))
    assert made.words == "3/12"
    assert made.accessibleName() == "3 of 12 skills"
    assert made.accessibleDescription() == "Have it: 3. Learning it: 2. Not yet: 7."


def test_have_is_solid_and_learning_is_hatched(t, colours, paint):
    made = ring(t, colours, (6, 6, 12))
    size = made.sizeHint().width()
    picture = paint(made, size, colours.surface)
    thick = made.unit * 0.62
    across = round(thick / 2 + 2)
    right = QRect(size - across - 1, size // 2 - 15, 2, 30)
    left = QRect(across - 1, size // 2 - 15, 2, 30)
    assert picture.shades(right) == {colours.bar}
    assert len(picture.shades(left)) > 3


def test_an_empty_ring_shows_no_bar(t, colours, paint):
    made = ring(t, colours, (0, 0, 12))
    assert paint(made, made.sizeHint().width(), colours.surface).columns(colours.bar) == []


@pytest.mark.parametrize("counts", [(0, 0, 0), (12, 0, 12), (0, 12, 12), (20, 5, 12), (1, 0, 115)])
def test_odd_counts_are_drawn(counts, t, light, paint):
    made = ring(t, light, counts)
    paint(made, made.sizeHint().width())
    assert made.words == f"{counts[0]}/{counts[2]}"


def test_it_keeps_its_size_while_skills_are_ticked(t, light):
    made = ring(t, light, (0, 0, 12))
    before = made.sizeHint()
    made.set_counts(12, 0, 12)
    assert made.sizeHint() == before


def test_it_grows_with_the_text(t, light):
    usual = ring(t, light, (3, 2, 12)).sizeHint().width()
    assert ring(t, light, (3, 2, 12), 150).sizeHint().width() > usual * 1.3
