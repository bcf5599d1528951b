"""Children of a process that runs below ``disk.c``: one for each fault."""

from __future__ import annotations

import ctypes
import errno
import json
import os
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

library = ctypes.CDLL(None)

ONCE, FOR_EVER, SHORT = 0, 1, 2


class Fault(NamedTuple):
    """How a call fails."""

    name: str
    mode: int
    code: int
    reads: bool = False
    """Whether reading can fail, too; a full disk can still be read."""


FAULTS = (
    Fault("full once", ONCE, errno.ENOSPC),
    Fault("full for ever", FOR_EVER, errno.ENOSPC),
    Fault("half a write, then full", SHORT, errno.ENOSPC),
    Fault("I/O error once", ONCE, errno.EIO, reads=True),
    Fault("I/O error for ever", FOR_EVER, errno.EIO, reads=True),
)


class Told(NamedTuple):
    """What a child told before its end."""

    acks: list[Any]
    hits: int
    """Calls that failed."""
    crash: str
    """The traceback of what should not have been raised."""


def in_child(act: Callable[[Callable[[Any], None]], None], prepare: Callable[[], None]) -> Told:
    """Call ``act`` in a child, after ``prepare``; it acknowledges with what it is given."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _tell(act, prepare, writing)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = json.loads(pipe.read())
    os.waitpid(child, 0)
    return Told(**told)


def arm(folder: Path, number: int, fault: Fault) -> None:
    """Let the call with ``number`` below ``folder`` fail, in this process."""
    path = os.fsencode(folder)
    library.disk_fail(path, ctypes.c_long(number), fault.mode, fault.code, int(fault.reads))


def _tell(
    act: Callable[[Callable[[Any], None]], None], prepare: Callable[[], None], pipe: int
) -> None:
    acks: list[Any] = []
    crash = ""
    try:
        prepare()
        act(acks.append)
    except BaseException:
        crash = traceback.format_exc()
    finally:
        told = {"acks": acks, "hits": library.disk_hits(), "crash": crash}
        data = json.dumps(told).encode()
        while data:
            data = data[os.write(pipe, data) :]
        os._exit(0)
