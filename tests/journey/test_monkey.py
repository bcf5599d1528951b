"""Whatever is pressed, in whatever order: no fault, no complaint of Qt, and nothing lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from running import python

MONKEY = Path(__file__).parent / "monkey.py"


def let_loose(catalogue: Path, home: Path, seed: int, steps: int) -> None:
    """Let a monkey press ``steps`` things, in a process of its own, which it may end."""
    done = python(
        *(MONKEY, catalogue, home / "student", str(seed), str(steps)),
        home=home,
        timeout=60 + steps,
        QT_QPA_PLATFORM="offscreen",
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    found = json.loads(done.stdout)
    assert found["same"]
    assert found["changes"] > 0
    assert len(found["log"]) > steps / 2
    assert not list(home.rglob("quarantine"))


@pytest.mark.parametrize("seed", [7, 9])
def test_a_monkey_breaks_nothing(seed: int, real_catalogue: Path, tmp_path: Path) -> None:
    let_loose(real_catalogue, tmp_path, seed, 120)


@pytest.mark.figures
@pytest.mark.parametrize("seed", range(100, 110))
def test_a_patient_monkey_breaks_nothing(seed: int, real_catalogue: Path, tmp_path: Path) -> None:
    let_loose(real_catalogue, tmp_path, seed, 2000)
