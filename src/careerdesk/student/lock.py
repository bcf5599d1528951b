"""A small file that says who has the student file open.

It only tells people apart and gives the error its words. What keeps a second writer out is
SQLite's own exclusive lock, which the operating system frees when its holder dies. So a lock file
that is empty, unreadable, from a dead process, from before a restart or from another computer
never shuts anyone out for longer than SQLite's lock does.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import NamedTuple

from careerdesk.student.folder import PRIVATE_FILE
from careerdesk.student.problems import StudentFileHeld, StudentFileInUse

_SIZE_LIMIT = 4096
_ALONE = "student.mending"
_BUSY = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK}
_PATIENCE = 10.0
_PAUSE = 0.05
"""Seconds."""
_CAREFUL = 0 if sys.platform == "win32" else os.O_NOFOLLOW | os.O_NONBLOCK
"""What somebody else may have put there: a link leads to a file that is none of ours, and who opens
a pipe waits for ever."""
_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
_DEAD = {"Z", "X"}
_START_TIME = 18
"""Where the start time stands among the numbers after the state in ``/proc/PID/stat``."""


class Holder(NamedTuple):
    """A process that has the student file open, or had."""

    host: str
    boot: str
    """Which start of that computer; empty where the system does not say."""
    pid: str
    began: str
    """When the process began, as its own system counts; tells apart two uses of one pid."""
    since: str
    """When it opened the file: UTC, ISO 8601. For people to read."""

    @property
    def is_alive_here(self) -> bool:
        """Whether that very process runs on this computer now."""
        here = (_host(), _boot())
        return (self.host, self.boot) == here and process_began(self.pid) == self.began


def _open_carefully(path: str, flags: int) -> int:
    return os.open(path, flags | _CAREFUL)


class LockFile:
    """The lock file at one place; to be written by whoever holds SQLite's lock, and by no other."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._mine: Holder | None = None

    def holder(self) -> Holder | None:
        """Return who is written there; None when there is no file or no sense in it."""
        try:
            with open(self._path, encoding="utf-8", opener=_open_carefully) as file:
                return Holder(*file.read(_SIZE_LIMIT).splitlines())
        except (OSError, UnicodeError, TypeError):
            return None

    def refuse_second_holder(self) -> None:
        """Raise :class:`StudentFileInUse` when a living process here has the file open."""
        holder = self.holder()
        if holder is not None and holder != self._mine and holder.is_alive_here:
            raise self.in_use()

    def in_use(self) -> StudentFileInUse:
        """Return the error that names whoever is written there."""
        holder = self.holder()
        if holder is None:
            return StudentFileHeld(folder=str(self._path.parent))
        return StudentFileInUse(host=holder.host, time=_clock_time(holder.since))

    def take(self) -> None:
        """Write our name there. A place that refuses it does not matter: SQLite's lock holds."""
        since = datetime.now(UTC).isoformat(timespec="seconds")
        pid = str(os.getpid())
        self._mine = Holder(_host(), _boot(), pid, process_began(pid) or "", since)
        flags = os.O_CREAT | os.O_TRUNC | os.O_WRONLY | _CAREFUL
        with contextlib.suppress(OSError):
            handle = os.open(self._path, flags, PRIVATE_FILE)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write("\n".join(self._mine))

    def release(self) -> None:
        """Remove the lock file if it is ours."""
        if self._mine is not None and self.holder() == self._mine:
            with contextlib.suppress(OSError):
                self._path.unlink()
        self._mine = None


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other process is in here for ``folder``; its end lets the next one in.

    Where the place knows no locks, nobody waits.

    Raises:
        StudentFileHeld: when somebody stays in here for longer than anything here takes.
    """
    try:
        handle = os.open(folder / _ALONE, os.O_CREAT | os.O_RDWR, PRIVATE_FILE)
    except OSError:
        yield
        return
    try:
        end = time.monotonic() + _PATIENCE
        while _is_locked_by_others(handle):
            if time.monotonic() > end:
                raise StudentFileHeld(folder=str(folder))
            time.sleep(_PAUSE)
        yield
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _is_locked_by_others(handle: int) -> bool:
        """Lock the file, if nobody else has; a place without locks is nobody's."""
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return error.errno in _BUSY
        return False

    def process_began(pid: str) -> str | None:
        """Return when process ``pid`` began, or None when it does not run."""
        import ctypes

        if not pid.isdecimal():
            return None
        kernel = ctypes.windll.kernel32
        query_limited_information = 0x1000
        handle = kernel.OpenProcess(query_limited_information, False, int(pid))
        if not handle:
            return None
        try:
            times = [ctypes.c_ulonglong() for _ in range(4)]
            known = kernel.GetProcessTimes(handle, *(ctypes.byref(time) for time in times))
            began, ended = times[0].value, times[1].value
            return str(began) if known and not ended else None
        finally:
            kernel.CloseHandle(handle)

else:

    def _is_locked_by_others(handle: int) -> bool:
        """Lock the file, if nobody else has; a place without locks is nobody's."""
        import fcntl

        try:
            # Of the file as opened here, not of the process: others of our own wait, too.
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno in _BUSY
        return False

    def process_began(pid: str) -> str | None:
        """Return when process ``pid`` began, or None when it does not run."""
        try:
            line = Path(f"/proc/{int(pid)}/stat").read_text(encoding="utf-8", errors="replace")
        except (OSError, ValueError):
            return None
        state, *numbers = line.rpartition(")")[2].split()
        return None if state in _DEAD else numbers[_START_TIME]


@cache
def _host() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


@cache
def _boot() -> str:
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:
        return ""


def _clock_time(moment: str) -> str:
    """Return ``moment`` as the clock on this computer showed it, with the day if not today."""
    try:
        local = datetime.fromisoformat(moment).astimezone()
    except (ValueError, OverflowError, OSError):
        return moment
    today = datetime.now().astimezone().date()
    return f"{local:%H:%M}" if local.date() == today else f"{local:%Y-%m-%d %H:%M}"
