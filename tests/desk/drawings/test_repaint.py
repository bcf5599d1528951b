"""A thousand repaints keep nothing."""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage

from careerdesk.catalogue.cards import Field
from careerdesk.catalogue.role import JourneyStep, Pay
from careerdesk.catalogue.series import timeline
from careerdesk.catalogue.shared import Subject
from careerdesk.catalogue.terms import (
    Basis,
    DurationKind,
    Need,
    PayGroup,
    Period,
    Schooling,
    ScoreKey,
)
from careerdesk.catalogue.text import Text
from careerdesk.desk.drawings import (
    Legend,
    Mark,
    PayAxis,
    PayRange,
    ProgressRing,
    TimelineDrawing,
)
from careerdesk.desk.drawings.lanes import ScoreLanes
from careerdesk.desk.drawings.target import TargetDrawing
from careerdesk.guidance.overlays import ScoreLine, ScoreOverlay, Value
from careerdesk.guidance.subjects import Ring, RingKind, SubjectRings, SubjectRole
from careerdesk.i18n import translator

REPAINTS = 1000
WORDS = Text("A step", "Satu langkah")
VALUES = (Value(70, Basis.DERIVED, "x"), Value(40, Basis.PUBLISHED, "x"))
SCORES = ScoreOverlay((ScoreLine(ScoreKey.INTROVERT, "A score", VALUES),))
FIELD = Field(
    id="health",
    name=WORDS,
    tagline=WORDS,
    icon="field-health",
    colour="#8c1b3a",
    colour_dark="#e07f9b",
)
RINGS = SubjectRings(
    Subject(id="maths", name=WORDS),
    (
        Ring(
            RingKind.DEGREE,
            (SubjectRole("a", WORDS, FIELD, Schooling.DEGREE, Need.REQUIRED, WORDS),),
        ),
    ),
)


def every_drawing(colours):
    t = translator("en")
    steps = [
        JourneyStep(title=WORDS, text=WORDS, years_min=1, years_max=2),
        *(JourneyStep(title=WORDS, text=WORDS, duration=kind) for kind in DurationKind),
    ]
    pay = Pay(
        group=PayGroup.LEVEL,
        label=WORDS,
        low=3000,
        currency="MYR",
        period=Period.MONTH,
        country="MY",
        year="2024",
        source="x",
    )
    ring = ProgressRing(t, colours, 100)
    ring.set_counts(3, 2, 12)
    return {
        "timeline": TimelineDrawing(timeline(steps), t, colours, 100),
        "ring": ring,
        "pay range": PayRange(pay, 5000, None, t, colours, 100, illustrative=True),
        "pay axis": PayAxis(5000, None, t, colours, 100),
        "lanes": ScoreLanes(SCORES, ["One", "Two"], t, colours, 100),
        "target": TargetDrawing(RINGS, t, colours, 100, dark=False),
        "legend": Legend([(mark, "words") for mark in Mark], colours, 100),
    }


@pytest.mark.parametrize(
    "name", ["timeline", "ring", "pay range", "pay axis", "lanes", "target", "legend"]
)
def test_a_thousand_repaints_keep_nothing(name, light):
    widget = every_drawing(light)[name]
    widget.resize(400, max(widget.heightForWidth(400), 20))
    image = QImage(widget.size(), QImage.Format.Format_RGB32)

    def repaint(times):
        for _ in range(times):
            widget.render(image, QPoint())
        gc.collect()

    repaint(REPAINTS // 2)
    none_before, blocks_before = sys.getrefcount(None), sys.getallocatedblocks()
    repaint(REPAINTS)
    assert sys.getallocatedblocks() - blocks_before < REPAINTS / 2
    assert abs(sys.getrefcount(None) - none_before) < REPAINTS / 10
