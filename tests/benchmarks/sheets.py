"""Sheets: warm, cold, beside Qt's own way, and a booklet, each in processes of their own."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from careerdesk.catalogue import Store

HERE = Path(__file__).parent
IN_A_BOOKLET = 30

_PEAK = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
sys.exit(done.returncode)
"""
"""Runs a command and says how much memory it had at most; on systems that know."""


def warm(catalogue: Path) -> dict[str, float]:
    """Return the figures of every role sheet in one process."""
    return _child(catalogue)


def beside_qt(catalogue: Path) -> dict[str, float]:
    """Return the figures of sheets that are set both ways in one process."""
    return _child(catalogue, "beside")


def cold(catalogue: Path, rounds: int) -> float:
    """Return the median of a whole ``careerdesk sheet`` process, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        command = _sheet(catalogue, folder, "nurse")
        taken = []
        for _round in range(rounds + 1):
            start = time.perf_counter()
            subprocess.run(command, check=True, env=_environment())
            taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken[1:])


def booklet(catalogue: Path, rounds: int) -> tuple[float, float | None]:
    """Return milliseconds and peak MB of a process that makes a booklet of 30 roles."""
    with Store.open(catalogue) as store:
        roles = [card.id for card in store.cards()][:IN_A_BOOKLET]
    with tempfile.TemporaryDirectory() as folder:
        command = _sheet(catalogue, folder, "--kind", "booklet", *roles)
        taken, peak = [], None
        for _round in range(rounds):
            start = time.perf_counter()
            subprocess.run(command, check=True, env=_environment())
            taken.append(1000 * (time.perf_counter() - start))
        if os.name == "posix":
            watched = [sys.executable, "-c", _PEAK, *command]
            said = subprocess.run(watched, check=True, env=_environment(), capture_output=True)
            peak = float(said.stdout)
    return min(taken), peak


def _sheet(catalogue: Path, folder: str, *arguments: str) -> list[str]:
    output = str(Path(folder, "sheet.pdf"))
    program = [sys.executable, "-m", "careerdesk", "--catalogue", str(catalogue)]
    return [*program, "sheet", *arguments, "-o", output, "--lang", "ms"]


def _child(catalogue: Path, *arguments: str) -> dict[str, float]:
    command = [sys.executable, str(HERE / "sheet_warm.py"), str(catalogue), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=_environment())
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _environment() -> dict[str, str]:
    """Return the variables with which byte code is kept, as it is in an installation."""
    kept = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept
