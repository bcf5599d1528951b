"""Guessing at resume codes is slowed, also across restarts and whatever the clock does."""

from __future__ import annotations

import contextlib
import json
import time
from pathlib import Path

from careerdesk.errors import CareerdeskError
from careerdesk.files import write_whole
from careerdesk.student.folder import PRIVATE_FILE

FREE = 3
"""Wrong codes that cost no waiting: slips of the pen."""
LONGEST = 300.0
"""Seconds to wait at most."""
_MOST = 1000
"""Wrong codes that are counted; nothing is slower after more."""


class Guesses:
    """The wrong codes typed on this computer since the last right one."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def wait(self) -> float:
        """Return how many seconds have to pass before the next guess.

        A clock that was set back lets the pause begin anew, and nobody waits longer than that.
        """
        wrong, last = self._read()
        if wrong < FREE:
            return 0.0
        pause = min(2.0 ** (wrong - FREE + 1), LONGEST)
        passed = time.time() - last
        if passed < 0:
            self._write(wrong)
            passed = 0.0
        return max(0.0, pause - passed)

    def count(self) -> None:
        """Count a guess, before it is known to be right, so that killing the program is no help."""
        wrong, _ = self._read()
        self._write(wrong + 1)

    def forget(self) -> None:
        """Begin anew after a right one."""
        self._write(0)

    def _read(self) -> tuple[int, float]:
        try:
            kept = json.loads(self._path.read_bytes())
            return min(max(int(kept["wrong"]), 0), _MOST), float(kept["last"])
        except (OSError, ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return 0, 0.0

    def _write(self, wrong: int) -> None:
        content = json.dumps({"wrong": wrong, "last": time.time()}).encode()
        # A place that cannot be written holds no profile that could be guessed at for long.
        with contextlib.suppress(CareerdeskError):
            write_whole(self._path, content, mode=PRIVATE_FILE)
