"""An error that nobody caught is one calm sentence, and the details on standard error."""

from __future__ import annotations

import sys
import threading

import pytest

from careerdesk.desk.uncaught import Uncaught
from careerdesk.desk.window import MainWindow


@pytest.fixture(autouse=True)
def hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the hooks of this process back afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


def raised() -> ZeroDivisionError:
    try:
        1 / 0  # noqa: B018
    except ZeroDivisionError as error:
        return error
    raise AssertionError


def test_the_student_reads_one_sentence(
    window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    Uncaught(window).install()
    error = raised()
    sys.excepthook(type(error), error, error.__traceback__)
    assert window.toast.isVisible()
    assert "mistake of its own" in window.toast.accessibleName()
    assert "division" not in window.toast.accessibleName()
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_without_a_terminal_it_is_the_sentence_alone(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    Uncaught(window).install()
    error = raised()
    monkeypatch.setattr(sys, "stderr", None)
    sys.excepthook(type(error), error, error.__traceback__)
    assert window.toast.isVisible()


def test_a_fault_while_showing_it_does_not_go_round(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Uncaught(window).install()
    error = raised()
    shown = []

    def fail(_problem: object) -> None:
        shown.append(True)
        sys.excepthook(type(error), error, error.__traceback__)

    monkeypatch.setattr(window, "show_problem", fail)
    sys.excepthook(type(error), error, error.__traceback__)
    assert shown == [True]
    assert capsys.readouterr().err.count("ZeroDivisionError: ") == 2
