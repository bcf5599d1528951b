"""Start: from the start of the process to the first painted list, against a bare window."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


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
        desk_command = [str(HERE / "start_desk.py"), str(catalogue), folder]
        for number in range(rounds + 1):
            first = _once([str(HERE / "start_bare.py")])
            second = _once(desk_command)
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


def _once(command: list[str]) -> tuple[float, float]:
    """Run one window; return milliseconds to its first paint, and its peak memory in MB."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
    }
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    started = time.time()
    done = subprocess.run(
        [sys.executable, *command], env=environment, check=True, capture_output=True, text=True
    )
    painted, kilobytes = done.stdout.split()
    return (float(painted) - started) * 1000, float(kilobytes) / 1024
