"""Keeping the memory of a long sheet low."""

from __future__ import annotations

import contextlib
import sys

_M_MMAP_THRESHOLD = -3
"""From ``malloc.h`` of glibc."""
_LARGE = 64 * 1024
"""Bytes of a block that is handed back to the system as soon as it is free."""


def give_back_early() -> bool:
    """Let this process hand large blocks of memory back at once; return whether it will.

    It costs a little time, so it is for booklets, whose process ends with them. Elsewhere than
    with glibc nothing changes.
    """
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    with contextlib.suppress(OSError, AttributeError):
        return bool(ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, _LARGE))
    return False
