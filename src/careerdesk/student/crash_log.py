"""What is written down when the program makes a mistake, and nothing about who was using it.

A log says which of our functions called which, and the kind of the error. It holds no message, no
value and no folder, because any of these may hold a name or what a student typed. A crash below
Python, which leaves no time to choose words, is written by ``faulthandler`` to a file of its own;
the next start takes from it what may be kept and empties it.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import re
import sqlite3
import sys
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import TextIO

import careerdesk
from careerdesk.errors import CareerdeskError
from careerdesk.files import write_whole
from careerdesk.student.folder import PRIVATE_FILE, close_to_others, prepare_folder

FOLDER_NAME = "logs"
_LOG, _BELOW, _SEEN = "crash.log", "crash-below-python.log", "crash-seen.json"
_OLD = ("crash-1.log", "crash-2.log", "crash-3.log")
SIZE_LIMIT = 64 * 1024
"""Bytes in one log, of which there are four at most."""
_FRAMES = 40
_OURS = Path(careerdesk.__file__).parent
_STANDARD = Path(traceback.__file__).parent
_INSTALLED = "site-packages"
_NATIVE = re.compile(r'File "(.*)", line (\d+) in (\S+)')
_FATAL = re.compile(r"Fatal Python error: ([\w .-]{1,60})|Windows fatal exception: ([\w .-]{1,60})")


@dataclass(frozen=True, slots=True)
class Crash:
    """A crash that was written down."""

    at: str
    """UTC, ISO 8601."""
    kind: str
    """The class of the error, or what the system called it."""


class CrashLog:
    """The log below one student folder. A log that cannot be written is no reason to fail."""

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER_NAME
        self._file: TextIO | None = None

    @property
    def path(self) -> Path:
        """The file to show to somebody who mends the program."""
        return self._folder / _LOG

    def write(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write down an error that nobody caught."""
        self._append(_name(kind, error), _lines(trace))

    def watch(self) -> None:
        """Let crashes below Python be written down, from now on in this process."""
        with contextlib.suppress(OSError, CareerdeskError, RuntimeError, ValueError):
            prepare_folder(self._folder)
            path = self._folder / _BELOW
            self._file = path.open("a", encoding="utf-8")
            close_to_others(path)
            faulthandler.enable(self._file)

    def close(self) -> None:
        """Stop watching. A process that ends without this has not crashed for that."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None

    def last(self) -> Crash | None:
        """Return the last crash that nobody has been told of; takes in those below Python first."""
        with contextlib.suppress(OSError):
            self._take_in()
        crash = self._latest()
        return None if crash is None or crash.at == self._seen() else crash

    def forget(self) -> None:
        """Mention the last crash no more; its log stays."""
        crash = self._latest()
        if crash is not None:
            content = json.dumps({"at": crash.at}).encode()
            with contextlib.suppress(CareerdeskError):
                write_whole(self._folder / _SEEN, content, mode=PRIVATE_FILE)

    def _append(self, kind: str, lines: list[str]) -> None:
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        head = f"== {at} {kind}"
        versions = f"CareerDesk {careerdesk.__version__}, Python {sys.version.split()[0]}, "
        text = "\n".join([head, versions + sys.platform, *lines, "", ""])
        with contextlib.suppress(OSError, CareerdeskError):
            prepare_folder(self._folder)
            self._rotate()
            with self.path.open("a", encoding="utf-8") as file:
                close_to_others(self.path)
                file.write(text)

    def _rotate(self) -> None:
        """Begin a new log when the present one is full."""
        if not self.path.exists() or self.path.stat().st_size < SIZE_LIMIT:
            return
        names = [self._folder / name for name in (*reversed(_OLD), _LOG)]
        for older, newer in pairwise(names):
            if newer.exists():
                newer.replace(older)

    def _take_in(self) -> None:
        """Write down what a crash below Python left behind, without its folders."""
        path = self._folder / _BELOW
        if self._file is not None or not path.exists() or not path.stat().st_size:
            return
        with path.open("r+", encoding="utf-8", errors="replace") as file:
            dump = file.read(SIZE_LIMIT)
            fatal = _FATAL.search(dump)
            if fatal:
                frames = _NATIVE.findall(dump)[:_FRAMES]
                kind = (fatal[1] or fatal[2]).strip()
                self._append(kind, [_frame(file, line, name) for file, line, name in frames])
            file.seek(0)
            file.truncate()

    def _latest(self) -> Crash | None:
        with contextlib.suppress(OSError):
            text = self.path.read_text(encoding="utf-8", errors="replace")
            heads = [line for line in text.splitlines() if line.startswith("== ")]
            if heads:
                at, _, kind = heads[-1][3:].partition(" ")
                return Crash(at, kind)
        return None

    def _seen(self) -> str:
        try:
            return str(json.loads((self._folder / _SEEN).read_bytes())["at"])
        except (OSError, ValueError, KeyError, TypeError):
            return ""


def without_words(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> str:
    """Return a traceback of which no word can be anybody's."""
    lines = ["Traceback (most recent call last):", *_lines(trace), _name(kind, error)]
    return "\n".join(lines)


def _name(kind: type[BaseException], error: BaseException | None) -> str:
    """Return what sort of error it is; of its message, only what can hold no word of anybody's."""
    name = kind.__name__
    if isinstance(error, sqlite3.Error):
        return f"{name} {getattr(error, 'sqlite_errorname', '')}".strip()
    if isinstance(error, OSError) and error.errno is not None:
        return f"{name} errno {error.errno}"
    return name


def _lines(trace: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(trace)[-_FRAMES:]
    return [_frame(frame.filename, str(frame.lineno), frame.name) for frame in frames]


def _frame(file: str, line: str, name: str) -> str:
    """Return one line of a traceback: a file below its package, and no folder of anybody's."""
    path = Path(file)
    for top in (_OURS, _STANDARD):
        if path.is_relative_to(top):
            return f"  {path.relative_to(top.parent).as_posix()}:{line} in {name}"
    if _INSTALLED in path.parts:
        inside = path.parts[len(path.parts) - path.parts[::-1].index(_INSTALLED) :]
        return f"  {'/'.join(inside)}:{line} in {name}"
    return f"  elsewhere:{line}"
