"""Bringing in pyqtgraph: quietly, in pauses, and without taking anything over."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from careerdesk.desk.charts import loading
from careerdesk.desk.charts.loading import ChartLoader

AN_HOUR_MS = 3_600_000
"""A pause that no test waits for."""


def in_a_fresh_process(program: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def modules(tmp_path, monkeypatch):
    """Let the loader import two small modules of our own; return their names."""
    names = ("first_slow_module", "second_slow_module")
    for name in names:
        (tmp_path / f"{name}.py").write_text("", encoding="utf-8")
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(loading, "_STEPS", names)
    yield names
    for name in names:
        sys.modules.pop(name, None)


def test_the_package_itself_brings_in_neither_pyqtgraph_nor_numpy():
    done = in_a_fresh_process(
        "import sys\n"
        "from careerdesk.desk.charts import loading, rows\n"
        "assert not loading.ready()\n"
        "sys.exit(bool({'numpy', 'pyqtgraph'} & set(sys.modules)))"
    )
    assert done.returncode == 0, done.stderr


def test_loading_says_nothing_and_takes_over_no_hook():
    done = in_a_fresh_process(
        "import os, sys, threading\n"
        "os.environ.update(QT_QPA_PLATFORM='offscreen', PYQTGRAPH_QT_LIB='PyQt5')\n"
        "from PySide6.QtWidgets import QApplication\n"
        "application = QApplication([])\n"
        "def mine(*_): pass\n"
        "sys.excepthook = threading.excepthook = mine\n"
        "from careerdesk.desk.charts import loading, rows\n"
        "loading.load()\n"
        "assert loading.ready()\n"
        "assert sys.excepthook is mine and threading.excepthook is mine\n"
        "from careerdesk.catalogue.terms import ScoreKey\n"
        "from careerdesk.desk import theme\n"
        "from careerdesk.desk.charts.scores import ScoreChart\n"
        "from careerdesk.i18n import translator\n"
        "one = [rows.ScoreRow(ScoreKey.INTROVERT, 'x', 5, 6)]\n"
        "chart = ScoreChart(one, translator('en'), theme.THEMES['light'], 100)\n"
        "chart.grab()\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_everything_is_loaded_after_a_pause(modules, qtbot):
    loader = ChartLoader(quiet_ms=5)
    with qtbot.waitSignal(loader.loaded):
        loader.start()
    assert loading.ready()
    assert set(modules) <= set(sys.modules)
    assert loader.failed is None


def event_of(kind):
    plain = Qt.KeyboardModifier.NoModifier
    if kind == "key":
        return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, plain)
    place, left = QPointF(1, 1), Qt.MouseButton.LeftButton
    return QMouseEvent(QEvent.Type.MouseMove, place, place, left, left, plain)


@pytest.mark.parametrize("kind", ["key", "mouse"])
def test_it_waits_while_the_student_is_busy(kind, modules, monkeypatch, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    loader = ChartLoader(quiet_ms=AN_HOUR_MS)
    loader.start()
    begun = []
    monkeypatch.setattr(loader._quiet, "start", lambda: begun.append(kind))
    for number in range(1, 4):
        QApplication.sendEvent(window, event_of(kind))
        assert begun == [kind] * number
    assert not set(modules) & set(sys.modules)


def test_between_two_modules_the_student_may_come_back(modules):
    loader = ChartLoader(quiet_ms=AN_HOUR_MS)
    loader.start()
    for loaded in (modules[:1], modules):
        loader._quiet.timeout.emit()
        assert [name for name in modules if name in sys.modules] == list(loaded)
        assert loader._quiet.isActive()
    loader._quiet.timeout.emit()
    assert not loader._quiet.isActive()


def test_a_missing_library_is_kept_and_nothing_is_announced(modules, monkeypatch, qtbot):
    monkeypatch.setattr(loading, "_STEPS", (modules[0], "no_such_module_anywhere"))
    loader = ChartLoader(quiet_ms=1)
    with qtbot.assertNotEmitted(loader.loaded):
        loader.start()
        qtbot.waitUntil(lambda: loader.failed is not None)
    assert isinstance(loader.failed, ModuleNotFoundError)
    assert not loading.ready()
    assert loader.load_now() is False


def test_loading_at_once_announces_it_once(modules, qtbot):  # noqa: ARG001
    loader = ChartLoader(quiet_ms=1)
    heard = []
    loader.loaded.connect(lambda: heard.append(True))
    loader.start()
    assert loader.load_now() is True
    assert loader.load_now() is True
    qtbot.wait(30)
    assert heard == [True]


def test_it_stops_listening_when_it_is_done(modules, qtbot):  # noqa: ARG001
    loader = ChartLoader(quiet_ms=1)
    loader.load_now()
    loader.start()
    assert not loader._quiet.isActive()
