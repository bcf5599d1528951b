"""The target of a subject: every role in its ring, apart from the others, and within reach."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtTest import QTest

from careerdesk.catalogue.cards import Field
from careerdesk.catalogue.shared import Subject
from careerdesk.catalogue.terms import Need, Schooling
from careerdesk.catalogue.text import Text
from careerdesk.desk.drawings.target import TargetDrawing
from careerdesk.desk.drawings.target_layout import lay_out, words_beside
from careerdesk.guidance.subjects import Ring, RingKind, SubjectRings, SubjectRole
from careerdesk.i18n import translator

FIELDS = [
    Field(
        id=name,
        name=Text(name, name),
        tagline=Text("", ""),
        icon="all-roles",
        colour="#8c1b3a",
        colour_dark="#e07f9b",
    )
    for name in ("health", "trades", "law")
]
COUNTS = [(0, 0, 1), (1, 1, 1), (0, 12, 0), (4, 5, 8), (20, 24, 30), (74, 0, 0), (0, 0, 74)]


def rings(*counts):
    made = []
    for kind, count in zip(RingKind, counts, strict=True):
        roles = tuple(
            SubjectRole(
                id=f"{kind}-{number}",
                title=Text(f"Role {kind} {number}", f"Kerjaya {kind} {number}"),
                field=FIELDS[number % len(FIELDS)],
                schooling=Schooling.DIPLOMA,
                need=Need.REQUIRED if number % 2 else Need.HELPFUL,
                text=Text("Because.", "Kerana."),
            )
            for number in range(count)
        )
        made.append(Ring(kind, roles))
    return SubjectRings(Subject(id="maths", name=Text("Mathematics", "Matematik")), tuple(made))


def target(counts):
    return lay_out(rings(*counts).rings, 0.14, 0.05, [0.4, 0.25, 0.25])


@pytest.mark.parametrize("counts", COUNTS)
def test_every_role_stands_in_its_ring_apart_from_the_others(counts):
    found = target(counts)
    assert [sum(spot.ring == n for spot in found.spots) for n in range(3)] == list(counts)
    assert list(found.radii) == sorted(found.radii)
    assert found.radii[-1] == pytest.approx(1.0)
    for spot in found.spots:
        away = math.hypot(spot.x, spot.y)
        inner = found.radii[spot.ring - 1] if spot.ring else 0.0
        assert inner + found.disc / 2 <= away + 1e-9 or spot.ring == 0
        assert away + found.disc / 2 <= found.radii[spot.ring] + 1e-9
    for one, other in combinations(found.spots, 2):
        assert math.hypot(one.x - other.x, one.y - other.y) >= found.disc


@pytest.mark.parametrize("counts", COUNTS)
def test_roles_of_a_field_stand_together(counts):
    for number in range(3):
        fields = [spot.role.field.id for spot in target(counts).spots if spot.ring == number]
        assert fields == sorted(fields)


def test_words_stand_beside_their_spots_and_touch_nothing():
    middles = [QPointF(50 + 22 * number, 60 + 22 * (number % 4)) for number in range(16)]
    page, taken = QRectF(0, 0, 420, 180), [QRectF(0, 0, 420, 40)]
    places = words_beside(middles, 20, [QSizeF(60, 14)] * 16, taken, page)
    shown = [place for place in places if place is not None]
    assert len(shown) >= 3
    assert None in places
    discs = [QRectF(m.x() - 10, m.y() - 10, 20, 20) for m in middles]
    for number, place in enumerate(shown):
        assert page.contains(place)
        others = shown[:number] + shown[number + 1 :]
        assert not any(place.intersects(other) for other in (*others, *taken, *discs))


def test_words_keep_away_from_the_sides_of_other_discs():
    # With room below as well: words between two discs could be either's.
    middles = [QPointF(100, 100), QPointF(100, 70), QPointF(190, 84)]
    page, size = QRectF(0, 0, 400, 200), QSizeF(60, 14)
    for number, place in enumerate(words_beside(middles, 20, [size] * 3, [], page)):
        assert place is not None
        for other, middle in enumerate(middles):
            disc = QRectF(middle.x() - 10, middle.y() - 10, 20, 20)
            away = 3 if other == number else 9
            assert not place.intersects(disc.adjusted(-away, 0, away, 0))


@pytest.fixture
def drawing(light, qtbot):
    made = TargetDrawing(rings(2, 3, 4), translator("en"), light, 100, dark=False)
    qtbot.addWidget(made)
    made.resize(560, made.heightForWidth(560))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_says_every_ring_and_role(drawing):
    assert drawing.accessibleName() == "Where Mathematics leads"
    lines = drawing.accessibleDescription().splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "Straight from school or SKM",
        "With a diploma",
        "With a degree",
    ]
    assert lines[0].endswith("Role school 0 (Helpful), Role school 1 (Needed)")


def test_a_click_opens_the_role_below_it_and_no_other(drawing, qtbot):
    for role_id, middle in drawing.spots():
        with qtbot.waitSignal(drawing.opened) as opened:
            QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=middle.toPoint())
        assert opened.args == [role_id]
    with qtbot.assertNotEmitted(drawing.opened):
        QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=QPointF(2, 2).toPoint())


def test_arrows_go_round_and_from_ring_to_ring(drawing, qtbot):
    def opened(*keys):
        for key in keys:
            QTest.keyClick(drawing, key)
        with qtbot.waitSignal(drawing.opened) as signal:
            QTest.keyClick(drawing, Qt.Key.Key_Return)
        return signal.args[0]

    drawing.setFocus()
    ids = [role_id for role_id, _ in drawing.spots()]
    assert opened() == ids[0]
    assert opened(Qt.Key.Key_Right) == ids[1]
    assert opened(Qt.Key.Key_Left, Qt.Key.Key_Left) == ids[-1]
    assert opened(Qt.Key.Key_Up) == ids[-1]
    assert opened(Qt.Key.Key_Down).startswith("diploma")
    assert opened(Qt.Key.Key_Down).startswith("school")
    assert opened(Qt.Key.Key_Up).startswith("diploma")


def test_needed_is_full_and_helpful_an_outline(light, paint):
    made = TargetDrawing(rings(0, 0, 2), translator("en"), light, 100, dark=False)
    picture = paint(made, 500)
    spots = dict(made.spots())
    # Beside the icon, within the disc.
    helpful, needed = (spots[f"degree-{n}"] + QPointF(-13, 0) for n in range(2))
    assert picture.has(needed.x(), needed.y(), FIELDS[0].colour)
    assert picture.has(helpful.x(), helpful.y(), light.surface)


def test_an_empty_target_takes_no_focus(light):
    made = TargetDrawing(rings(0, 0, 0), translator("ms"), light, 100, dark=False)
    assert made.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert made.accessibleDescription().count("tiada kerjaya") == 3
