"""A booklet's process hands its memory back; elsewhere than with glibc nothing happens."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from careerdesk.sheets.memory import give_back_early
from running import python

_PROBE = """
import resource, sys
from careerdesk.sheets.memory import give_back_early
if sys.argv[1] == "early":
    assert give_back_early()
import ctypes
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.free.argtypes = [ctypes.c_void_p]
size = 100 * 1024
blocks = [libc.malloc(size) for _ in range(400)]
for block in blocks:
    ctypes.memset(block, 1, size)
pins = [libc.malloc(5000) for _ in range(100)]
for block in blocks:
    libc.free(block)
pages = int(open("/proc/self/statm").read().split()[1])
print(pages * resource.getpagesize() // 1024)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc alone can be told")
def test_freed_blocks_go_back_at_once(tmp_path: Path) -> None:
    early, usual = (
        int(python("-c", _PROBE, how, home=tmp_path).stdout) for how in ("early", "usual")
    )
    # 40 MB were freed below blocks that stay; glibc keeps them unless it was told.
    assert usual - early > 20_000


def test_other_systems_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert give_back_early() is False
