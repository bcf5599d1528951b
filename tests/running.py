"""The program as a user runs it: in a process of its own, away from the real home folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL", "LC_MESSAGES", "LANG")


def elsewhere(home: Path) -> dict[str, str]:
    """Return the variables that lead a program to ``home`` instead of the real home folder."""
    return {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "APPDATA": str(home / "AppData"),
        "LOCALAPPDATA": str(home / "AppData"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_STATE_HOME": str(home / "state"),
    }


def environment(home: Path, **extra: str) -> dict[str, str]:
    """Return the variables of this process with another home, in English, without a screen."""
    kept = {name: value for name, value in os.environ.items() if name not in _SCREEN}
    return {**kept, **elsewhere(home), "LC_ALL": "C.UTF-8", **extra}


def careerdesk(
    *arguments: str | Path, home: Path, timeout: float = 60, **extra: str
) -> subprocess.CompletedProcess[str]:
    """Run ``careerdesk`` with ``arguments`` and wait for its end."""
    return python("-m", "careerdesk", *arguments, home=home, timeout=timeout, **extra)


def python(
    *arguments: str | Path, home: Path, timeout: float = 60, **extra: str
) -> subprocess.CompletedProcess[str]:
    """Run Python with ``arguments`` and wait for its end."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        env=environment(home, **extra),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        check=False,
    )
