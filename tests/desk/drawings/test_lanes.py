"""Scores of several roles on one scale: a lane each, told apart by shape, hollow if published."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from careerdesk.catalogue.terms import Basis, ScoreKey
from careerdesk.desk.drawings.lanes import ROLE_COLOURS, ScoreLanes, role_shape
from careerdesk.guidance.overlays import ScoreLine, ScoreOverlay, Value
from careerdesk.i18n import translator


def overlay(*values, key=ScoreKey.INTROVERT):
    made = tuple(
        None if value is None else Value(abs(value), basis_of(value), "survey") for value in values
    )
    return ScoreOverlay((ScoreLine(key, "A score", made),))


def basis_of(value):
    return Basis.PUBLISHED if value < 0 else Basis.DERIVED


def lanes(light, *values, **named):
    titles = ["One", "Two", "Three", "Four"][: len(values)]
    return ScoreLanes(overlay(*values, **named), titles, translator("en"), light, 100, note="Mind.")


def test_every_lane_ends_at_its_value(light, paint):
    picture = paint(lanes(light, 20, 80, 40), 600)
    ends = [max(picture.columns(getattr(light, colour), bottom=60)) for colour in ROLE_COLOURS[:3]]
    starts = [
        min(picture.columns(getattr(light, colour), bottom=60)) for colour in ROLE_COLOURS[:3]
    ]
    assert max(starts) - min(starts) <= 2
    one, two, three = ends
    assert one < three < two
    assert (two - one) == pytest.approx(3 * (three - one), rel=0.1)


def test_a_published_value_is_hollow(light, paint):
    solid = paint(lanes(light, 50, 50), 600)
    hollow = paint(lanes(light, -50, 50), 600)
    colour = light.bar
    end = max(solid.columns(colour, bottom=30)) - 4
    middle = next(y for y in range(60) if solid.has(end - 4, y, colour))
    assert solid.has(end, middle + 3, colour) or solid.has(end, middle + 1, colour)
    assert len(hollow.columns(colour, bottom=30)) < len(solid.columns(colour, bottom=30))


def test_no_evidence_is_said_and_not_drawn(light, paint):
    made = lanes(light, None, 30)
    picture = paint(made, 600)
    assert picture.columns(light.bar, bottom=40) == []
    assert made.accessibleDescription() == "A score. One: no evidence yet; Two: 30 of 100."


def test_exposure_carries_its_note(light):
    plain, exposed = lanes(light, 10, 20), lanes(light, 10, 20, key=ScoreKey.AI_EXPOSURE)
    assert exposed.accessibleDescription().endswith("Mind.")
    assert exposed.heightForWidth(600) > plain.heightForWidth(600)


def test_the_four_shapes_differ():
    shapes = [role_shape(number, QPointF(0, 0), 20) for number in range(4)]
    corner, side = QPointF(7.5, -7.5), QPointF(0, -11)
    assert [(shape.contains(corner), shape.contains(side)) for shape in shapes] == [
        (False, False),
        (True, False),
        (False, False),
        (False, True),
    ]
    assert shapes[0].contains(QPointF(0, -9.5))
    assert not shapes[2].contains(QPointF(9.5, 0)) or shapes[2].contains(QPointF(0, 8))


@pytest.mark.parametrize("width", [260, 420, 900])
def test_it_is_as_high_as_what_it_draws(light, paint, width):
    made = lanes(light, 100, 0, 55, -99)
    picture = paint(made, width)
    assert made.heightForWidth(width) < 300
    for colour in ROLE_COLOURS:
        assert max(picture.columns(getattr(light, colour))) < width
