"""Checks before Qt is touched, so that a user reads one true sentence and never an abort.

Qt ends the process when it finds no screen, and blames ``xcb-cursor`` whatever is missing.
"""

from __future__ import annotations

import builtins
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NoReturn

from careerdesk.errors import DamagedInstallation, MissingLibrary, NoDisplay

OFFSCREEN_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
"""Libraries that Qt needs on Linux even without a screen, and their Debian packages."""

SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
"""What an X11 screen needs besides."""

_SCREENLESS = ("offscreen", "minimal", "vnc")


def check(environment: Mapping[str, str] | None = None) -> None:
    """Make sure that Qt will not end the process when it opens a window here.

    A library that Qt needs even to be imported is not looked for: Python can catch that, and
    :func:`explain` words it.

    Raises:
        NoDisplay: if there is no screen, or it does not answer.
        MissingLibrary: if a system library for the screen is missing.
    """
    environment = os.environ if environment is None else environment
    if not sys.platform.startswith("linux"):
        return
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in _SCREENLESS:
        return
    if not has_display(environment):
        raise NoDisplay
    if platform != "wayland" and not environment.get("WAYLAND_DISPLAY"):
        _refuse_without(SCREEN_LIBRARIES)


def import_qt() -> None:
    """Import Qt, and go on importing as Python does by itself.

    PySide6 puts an import of its own in place of Python's. It reads the source of every module
    that is imported from then on, in search of its ``__feature__``, which nothing here uses; and
    up to the first painted list that would take a tenth of the start of a bare window.
    """
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain


def explain(error: ImportError) -> NoReturn:
    """Say what is to blame for an import of the window that failed.

    Raises:
        MissingLibrary: if it is a system library.
        DamagedInstallation: if it is a part of the program.
    """
    if sys.platform.startswith("linux"):
        _refuse_without(OFFSCREEN_LIBRARIES)
    raise DamagedInstallation(part=error.name or str(error)) from error


def has_screen(environment: Mapping[str, str]) -> bool:
    """Return whether a person could see a window opened here."""
    if not sys.platform.startswith("linux"):
        return True
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    return platform not in _SCREENLESS and has_display(environment)


def has_display(environment: Mapping[str, str]) -> bool:
    """Return whether ``environment`` names a screen that answers."""
    if environment.get("WAYLAND_DISPLAY"):
        folder = environment.get("XDG_RUNTIME_DIR", "")
        if _answers(str(Path(folder, environment["WAYLAND_DISPLAY"]))):
            return True
    display = environment.get("DISPLAY", "")
    host, colon, number = display.rpartition(":")
    if not colon:
        return False
    if host and host != "unix":
        return True
    name = f"/tmp/.X11-unix/X{number.partition('.')[0]}"
    return _answers(name) or _answers("\0" + name)


def missing_libraries(
    libraries: Iterable[str], load: Callable[[str], object] | None = None
) -> list[str]:
    """Return the names in ``libraries`` that the system cannot load, in their order."""
    if load is None:
        import ctypes

        load = ctypes.CDLL
    missing = []
    for name in libraries:
        try:
            load(name)
        except OSError:
            missing.append(name)
    return missing


def _refuse_without(libraries: Mapping[str, str]) -> None:
    missing = missing_libraries(libraries)
    if missing:
        packages = " ".join(libraries[name] for name in missing)
        raise MissingLibrary(
            libraries=", ".join(missing), command=f"sudo apt-get install {packages}"
        )


def _answers(path: str) -> bool:
    """Return whether somebody listens at the local socket ``path``."""
    import socket

    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(2)
        try:
            probe.connect(path)
        except OSError:
            return False
    return True
