"""Start: from the start of the process to the first painted list, against a bare window."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent

SCREEN = {"name": "school", "x": 0, "y": 0, "width": 1366, "height": 768}
"""What the windows open on. Qt's own offscreen screen is so small that the fields fill it."""

MOST_SECONDS = 60
"""After which a window that has painted nothing is an error."""


@dataclass(frozen=True)
class Start:
    """Medians of one kind of window over all rounds."""

    milliseconds: float
    megabytes: float


def measure(catalogue: Path, rounds: int) -> tuple[Start, Start, float]:
    """Return the medians of the bare window and the desk, and the median of their ratios.

    Each round starts both, one after the other, so that a drift of the machine cancels out.
    """
    bare, desk, ratios = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        screens = Path(folder) / "screens.json"
        screens.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
        desk_command = [str(HERE / "start_desk.py"), str(catalogue), folder]
        for number in range(rounds + 1):
            first = _once([str(HERE / "start_bare.py")], screens)
            second = _once(desk_command, screens)
            if number == 0:
                continue  # the first round fills caches of files and of byte code
            bare.append(first)
            desk.append(second)
            ratios.append(second[0] / first[0])
    return _median(bare), _median(desk), statistics.median(ratios)


def _median(runs: list[tuple[float, float]]) -> Start:
    return Start(
        statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs)
    )


def _once(command: list[str], screens: Path) -> tuple[float, float]:
    """Run one window; return milliseconds to its first paint, and its peak memory in MB."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
    }
    environment["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    started = time.time()
    done = subprocess.run(
        [sys.executable, *command],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
        timeout=MOST_SECONDS,
    )
    painted, kilobytes = done.stdout.split()
    return (float(painted) - started) * 1000, float(kilobytes) / 1024
