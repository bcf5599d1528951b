"""A chart that is thrown away with its page leaves nothing behind, and repainting keeps nothing."""

from __future__ import annotations

import gc
import sys
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from careerdesk.catalogue.terms import ScoreKey
from careerdesk.desk.charts.radar import RadarChart
from careerdesk.desk.charts.rows import ScoreRow
from careerdesk.desk.charts.scores import ScoreChart
from careerdesk.i18n import translator

REPAINTS = 1000


def score_chart(colours):
    rows = [ScoreRow(key, key.value, 60, 40) for key in ScoreKey]
    return ScoreChart(rows, translator("en"), colours, 100)


def radar(colours):
    return RadarChart([10, 20, 30, 40, 50, 60], list("abcdef"), translator("en"), colours, 100)


@pytest.mark.parametrize("make", [score_chart, radar])
def test_charts_go_with_their_page(make, light, qtbot):
    window = QScrollArea()
    qtbot.addWidget(window)
    boxes = []
    for _ in range(10):
        page = QWidget()
        chart = make(light)
        QVBoxLayout(page).addWidget(chart)
        boxes.append(weakref.ref(chart.plot.box))
        window.setWidget(page)
        window.grab()
    del page, chart
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert sum(box() is not None for box in boxes) <= 1


@pytest.mark.parametrize("make", [score_chart, radar])
def test_a_thousand_repaints_keep_nothing(make, light):
    chart = make(light)
    chart.resize(500, chart.heightForWidth(500))
    image = QImage(chart.size(), QImage.Format.Format_RGB32)

    def repaint(times):
        for _ in range(times):
            chart.render(image, QPoint())
        gc.collect()

    repaint(REPAINTS // 4)
    none_before, blocks_before = sys.getrefcount(None), sys.getallocatedblocks()
    repaint(REPAINTS)
    assert sys.getallocatedblocks() - blocks_before < REPAINTS / 2
    assert abs(sys.getrefcount(None) - none_before) < REPAINTS / 10
