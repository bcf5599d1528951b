"""What was acknowledged is there after a power cut, at whatever moment it comes."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

Driver = Callable[..., dict[str, Any]]
FULL = pytest.param(1500, marks=pytest.mark.figures)


@pytest.mark.parametrize("states", [120, FULL])
@pytest.mark.parametrize("story", ["saves", "upgrade", "recovery"])
def test_no_acknowledged_save_is_lost_and_no_file_is_damaged(
    drive: Driver, story: str, states: int
) -> None:
    tally = drive("powercut.py", story, states)
    sys.stdout.write(f"power cut, {story}: {tally}\n")
    assert tally["states"] >= states - 1
    assert tally["acks"] > 40
    assert (tally["lost"], tally["corrupt"]) == (0, 0), tally


def test_the_control_without_syncs_much_is_lost(drive: Driver) -> None:
    tally = drive("powercut.py", "saves", 120, "--no-sync")
    sys.stdout.write(f"power cut, control without syncs: {tally['lost']} lost, ")
    sys.stdout.write(f"{tally['corrupt']} corrupt of {tally['states']}\n")
    assert tally["lost"] > 0
    assert tally["corrupt"] > 0
