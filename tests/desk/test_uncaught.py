"""An error that nobody caught is one calm sentence, and a line in a log without personal data."""

from __future__ import annotations

import io
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRunnable, QThread, QThreadPool, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from careerdesk.catalogue.text import Text
from careerdesk.desk import app
from careerdesk.desk.uncaught import Uncaught
from careerdesk.desk.window import MainWindow
from careerdesk.student import StudentFile
from careerdesk.student.crash_log import CrashLog
from keeping_parts import words_of
from running import python

CANARY = "Siti-Canary"


@pytest.fixture(autouse=True)
def hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the hooks of this process back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


@pytest.fixture
def log(tmp_path: Path) -> CrashLog:
    return CrashLog(tmp_path / CANARY)


@pytest.fixture
def watched(window: MainWindow, log: CrashLog) -> MainWindow:
    Uncaught(window, log).install()
    return window


def fail() -> None:
    raise ZeroDivisionError(f"a mistake about {CANARY}")


class FaultyPaint(QWidget):
    def paintEvent(self, _event: QPaintEvent) -> None:
        fail()


def in_slot(window: MainWindow) -> None:
    button = QPushButton(window)
    button.clicked.connect(fail)
    button.click()


def in_paint(window: MainWindow) -> None:
    widget = FaultyPaint(window)
    widget.resize(10, 10)
    widget.show()
    # Again and again, as an animation or a busy screen has it; from the event loop, not from here.
    again = QTimer(widget)
    again.timeout.connect(widget.update)
    again.start(1)


def in_timer(window: MainWindow) -> None:
    QTimer.singleShot(0, window, fail)


def in_worker(window: MainWindow) -> None:
    window.worker.run(fail, lambda _: None, lambda _: None)


def in_qthread(window: MainWindow) -> None:
    class Faulty(QThread):
        def run(self) -> None:
            fail()

    thread = Faulty(window)
    thread.start()
    thread.wait()


def in_runnable(_window: MainWindow) -> None:
    class Faulty(QRunnable):
        def run(self) -> None:
            fail()

    QThreadPool.globalInstance().start(Faulty())
    QThreadPool.globalInstance().waitForDone()


def in_python_thread(_window: MainWindow) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


PLACES = [in_slot, in_paint, in_timer, in_worker, in_qthread, in_runnable, in_python_thread]


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize("happen", PLACES, ids=lambda place: place.__name__)
def test_wherever_it_happens_one_sentence_is_shown_and_one_line_kept(
    happen: Callable[[MainWindow], None],
    watched: MainWindow,
    log: CrashLog,
    qtbot: QtBot,
    capsys: pytest.CaptureFixture[str],
) -> None:
    watched.context.student.add("nurse", Text("Nurse", "Jururawat"))
    watched.toast.hide()
    happen(watched)
    qtbot.waitUntil(lambda: "mistake of its own" in watched.toast.accessibleName())
    assert "division" not in watched.toast.accessibleName()
    told = capsys.readouterr().err
    assert "Traceback" in told
    assert "ZeroDivisionError" in told
    assert CANARY not in told
    written = log.path.read_text(encoding="utf-8")
    assert written.count("== ") == 1
    assert "ZeroDivisionError" in written
    assert CANARY not in written
    assert watched.context.student.has("nurse")
    watched.open_role("nurse")
    assert watched.role_page.isVisible()


def raised() -> ZeroDivisionError:
    try:
        fail()
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_without_a_terminal_and_a_log_it_is_the_sentence_alone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    Uncaught(window, None).install()
    error = raised()
    monkeypatch.setattr(sys, "stderr", None)
    sys.excepthook(type(error), error, error.__traceback__)
    assert window.toast.isVisible()


def test_a_fault_while_showing_it_does_not_go_round(
    watched: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    error = raised()
    shown = []

    def fail_again(_problem: object) -> None:
        shown.append(True)
        sys.excepthook(type(error), error, error.__traceback__)

    monkeypatch.setattr(watched, "show_problem", fail_again)
    sys.excepthook(type(error), error, error.__traceback__)
    assert shown == [True]
    assert capsys.readouterr().err.count("ZeroDivisionError") == 2


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("watched")
def test_whoever_sits_at_a_terminal_reads_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    error = raised()
    sys.excepthook(type(error), error, error.__traceback__)
    assert f"a mistake about {CANARY}" in sys.stderr.getvalue()


def test_stopping_by_keyboard_is_no_mistake(watched: MainWindow, log: CrashLog) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not watched.toast.isVisible()
    assert not log.path.exists()


def test_the_last_crash_is_mentioned_once(student: StudentFile, window: MainWindow) -> None:
    assert student.path is not None
    folder = student.path.parent
    CrashLog(folder).write(ZeroDivisionError, None, None)
    app._watch_for_faults(window)
    assert "stopped by a mistake of its own the last time" in words_of(window.banners)
    QApplication.instance().aboutToQuit.emit()
    (note,) = window.watch.notes()
    note.close()
    app._watch_for_faults(window)
    assert words_of(window.banners) == ""
    QApplication.instance().aboutToQuit.emit()


CRASH = """
import ctypes, sys
from pathlib import Path
from careerdesk.student import StudentFile
from careerdesk.student.crash_log import CrashLog
from careerdesk.catalogue.text import Text
folder = Path(sys.argv[1])
log = CrashLog(folder)
log.watch()
student = StudentFile.open(folder)
student.add("nurse", Text("Nurse", "Jururawat"))
{crash}
"""


@pytest.mark.parametrize("crash", ["import os; os.abort()", "ctypes.string_at(0)"])
def test_a_crash_below_python_is_known_at_the_next_start(crash: str, tmp_path: Path) -> None:
    folder = tmp_path / CANARY
    script = CRASH.format(crash=crash)
    assert python("-c", script, folder, home=tmp_path).returncode != 0
    log = CrashLog(folder)
    assert log.last() is not None
    assert CANARY not in log.path.read_text(encoding="utf-8")
    with StudentFile.open(folder) as student:
        assert student.has("nurse")
    log.forget()
    assert log.last() is None
