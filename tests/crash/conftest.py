"""The library that stands between a process and its disk, compiled where there is a compiler."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
Driver = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def disk_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the compiled ``disk.c``."""
    compiler = shutil.which("cc")
    if sys.platform != "linux" or compiler is None:
        pytest.skip("needs Linux and a C compiler")
    library = tmp_path_factory.mktemp("disk") / "disk.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library]
    subprocess.run([*command, HERE / "disk.c", "-ldl"], check=True)
    return library


@pytest.fixture
def drive(disk_library: Path, tmp_path: Path) -> Driver:
    """Return what runs a driver of this folder below that library and returns its tally."""

    def run(script: str, *arguments: object) -> dict[str, Any]:
        done = subprocess.run(
            [sys.executable, str(HERE / script), str(tmp_path), *map(str, arguments)],
            env={**os.environ, "LD_PRELOAD": str(disk_library)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        tally: dict[str, Any] = json.loads(done.stdout)
        return tally

    return run
