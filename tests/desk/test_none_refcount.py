"""No painting call may give away a reference to ``None``.

PySide6 6.12.0 does, on Pythons in which ``None`` is counted: after some thousand calls the
interpreter aborts, and no test fails. So each method is called often, and ``None`` is counted.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QTextLayout,
)

CALLS = 3000

SPARE = [None] * 1_000_000
"""References that a faulty Qt may use up, so that the test lives to report it."""

RECT = QRectF(2, 2, 20, 10)
LINE = QLineF(0, 0, 10, 10)
POINTS = QPolygonF([QPointF(0, 0), QPointF(8, 0), QPointF(8, 8)])
PEN, BRUSH = QPen(QColor("red")), QBrush(QColor("blue"))


def box() -> QPainterPath:
    path = QPainterPath()
    path.addRect(RECT)
    return path


PAINTER: dict[str, Callable[[QPainter], object]] = {
    "drawEllipse": lambda p: p.drawEllipse(RECT),
    "drawImage": lambda p: p.drawImage(RECT, QImage(2, 2, QImage.Format.Format_RGB32)),
    "drawLine": lambda p: p.drawLine(LINE),
    "drawPath": lambda p: p.drawPath(box()),
    "drawPixmap": lambda p: p.drawPixmap(0, 0, QPixmap()),
    "drawPolyline": lambda p: p.drawPolyline(POINTS),
    "drawRect": lambda p: p.drawRect(RECT),
    "drawRoundedRect": lambda p: p.drawRoundedRect(RECT, 2, 2),
    "drawText": lambda p: p.drawText(QPointF(2, 12), "a"),
    "fillPath": lambda p: p.fillPath(box(), BRUSH),
    "fillRect": lambda p: p.fillRect(RECT, BRUSH),
    "resetTransform": lambda p: p.resetTransform(),
    "restore": lambda p: (p.save(), p.restore()),
    "save": lambda p: (p.save(), p.restore()),
    "setBrush": lambda p: p.setBrush(BRUSH),
    "setClipPath": lambda p: p.setClipPath(box(), Qt.ClipOperation.IntersectClip),
    "setCompositionMode": lambda p: p.setCompositionMode(
        QPainter.CompositionMode.CompositionMode_SourceOver
    ),
    "setFont": lambda p: p.setFont(QFont()),
    "setPen": lambda p: p.setPen(PEN),
    "setRenderHint": lambda p: p.setRenderHint(QPainter.RenderHint.Antialiasing),
    "strokePath": lambda p: p.strokePath(box(), PEN),
    "translate": lambda p: p.translate(0, 0),
    "worldTransform": lambda p: p.worldTransform(),
}
"""Every method of the painter that the desk calls, by name."""


def lay_out(words: str) -> None:
    layout = QTextLayout(words)
    layout.beginLayout()
    layout.createLine().setLineWidth(50)
    layout.endLayout()


PATH, FADE, FONT = QPainterPath(), QLinearGradient(0, 0, 1, 0), QFont()

OTHERS: dict[str, Callable[[], object]] = {
    "QColor.setAlpha": lambda: QColor("red").setAlpha(9),
    "QFont.setPointSizeF": lambda: FONT.setPointSizeF(10.5),
    "QFont.setWeight": lambda: FONT.setWeight(QFont.Weight.Bold),
    "QLinearGradient.setColorAt": lambda: FADE.setColorAt(0.5, QColor("red")),
    "QPainterPath.addEllipse": lambda: QPainterPath().addEllipse(RECT),
    "QPainterPath.addPolygon": lambda: QPainterPath().addPolygon(POINTS),
    "QPainterPath.addRoundedRect": lambda: QPainterPath().addRoundedRect(RECT, 2, 2),
    "QPainterPath.arcMoveTo": lambda: PATH.arcMoveTo(RECT, 90),
    "QPainterPath.arcTo": lambda: QPainterPath().arcTo(RECT, 90, 30),
    "QPainterPath.closeSubpath": lambda: PATH.closeSubpath(),
    "QPainterPath.setFillRule": lambda: PATH.setFillRule(Qt.FillRule.OddEvenFill),
    "QPen.setCapStyle": lambda: PEN.setCapStyle(Qt.PenCapStyle.FlatCap),
    "QPen.setCosmetic": lambda: PEN.setCosmetic(True),
    "QPen.setDashPattern": lambda: PEN.setDashPattern([2.0, 1.0]),
    "QPen.setJoinStyle": lambda: PEN.setJoinStyle(Qt.PenJoinStyle.RoundJoin),
    "QRectF.adjust": lambda: QRectF(RECT).adjust(0, 0, 0, 0),
    "QRectF.setRight": lambda: QRectF(RECT).setRight(9),
    "QRectF.setWidth": lambda: QRectF(RECT).setWidth(9),
    "QTextLayout": lambda: lay_out("a b"),
}


def references_lost(call: Callable[[], object]) -> int:
    """Return how many references to ``None`` are gone after many calls."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return before - sys.getrefcount(None)


@pytest.mark.parametrize("name", PAINTER)
def test_painting_keeps_none(name: str) -> None:
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        assert references_lost(lambda: PAINTER[name](painter)) < CALLS / 10
    finally:
        painter.end()


@pytest.mark.parametrize("name", OTHERS)
def test_preparing_to_paint_keeps_none(name: str) -> None:
    assert references_lost(OTHERS[name]) < CALLS / 10


def test_starting_and_ending_to_paint_keeps_none() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    assert references_lost(lambda: QPainter(image).end()) < CALLS / 10
    painter = QPainter()
    assert references_lost(lambda: (painter.begin(image), painter.end())) < CALLS / 10


def test_every_call_on_a_painter_is_counted() -> None:
    desk = Path(__file__).parents[2] / "src" / "careerdesk" / "desk"
    called = {
        node.func.attr
        for file in desk.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "painter"
    }
    assert called
    assert called - {"begin", "end"} <= set(PAINTER), "add the new method to PAINTER"
