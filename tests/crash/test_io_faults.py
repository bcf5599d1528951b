"""Whatever call to the disk fails: nothing is lost, and nothing is said falsely."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

Driver = Callable[..., dict[str, Any]]


OPERATIONS = ("save", "begin", "backup", "restore", "upgrade", "recover", "keep", "erase")


@pytest.mark.parametrize("stride", [17, pytest.param(1, marks=pytest.mark.figures)])
@pytest.mark.parametrize("operation", OPERATIONS)
def test_every_call_may_fail(drive: Driver, operation: str, stride: int) -> None:
    tally = drive("faults.py", operation, stride)
    runs, problems = tally.pop("runs"), tally.pop("problems")
    sys.stdout.write(f"I/O failures, {operation}: {runs} runs, {problems} problems\n")
    assert problems == 0, tally
    assert runs >= 150 / stride


@pytest.mark.parametrize("operation", ["save", "restore", "keep", "erase"])
def test_the_control_what_is_said_falsely_is_found_out(drive: Driver, operation: str) -> None:
    tally = drive("faults.py", operation, 29, "--lie")
    assert tally["problems"] > 0
