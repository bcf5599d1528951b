"""What kind of storage a folder lies on, as the operating system says."""

from __future__ import annotations

import os
import re
import sys
from enum import Enum
from pathlib import Path, PurePath
from typing import NamedTuple

_MOUNTS = Path("/proc/self/mountinfo")
_NETWORK = frozenset(
    (
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "coda", "ceph", "glusterfs"),
        *("lustre", "gpfs", "beegfs", "9p", "davfs", "fuse.sshfs", "fuse.davfs", "fuse.glusterfs"),
        *("fuse.s3fs", "fuse.rclone", "fuse.cifs", "fuse.smbnetfs", "fuse.gvfsd-fuse"),
    )
)
_MEMORY = frozenset(("tmpfs", "ramfs"))
_LIVE = frozenset(("overlayroot", "/cow", "cow", "airootfs", "LiveOS_rootfs"))
"""What systems that forget everything at a restart call the overlay that they run on."""

_OCTAL = re.compile(r"\\([0-7]{3})")


class Medium(Enum):
    """What becomes of what is written to a folder."""

    LOCAL = "local"
    """It stays on this computer; also where the system does not say."""
    NETWORK = "network"
    """It goes to another computer."""
    VOLATILE = "volatile"
    """It is gone after a restart or log-off."""


class Mount(NamedTuple):
    """One line of the system's table."""

    point: str
    kind: str
    source: str
    options: str


def medium_of(path: Path) -> Medium:
    """Return what ``path``, or the nearest folder above it that exists, lies on."""
    place = Path(os.path.realpath(path))
    while not place.exists() and place != place.parent:
        place = place.parent
    if sys.platform == "win32":
        return _drive_kind(place)
    mounts = _mounts()
    mount = mount_of(place, mounts)
    return Medium.LOCAL if mount is None else medium_of_mount(mount, mounts)


def medium_of_mount(mount: Mount, mounts: list[Mount]) -> Medium:
    """Return what ``mount``, one of ``mounts``, does with what is written to it."""
    if mount.kind in _NETWORK:
        return Medium.NETWORK
    if mount.kind in _MEMORY:
        return Medium.VOLATILE
    if mount.kind == "overlay":
        upper = re.search(r"(?:^|,)upperdir=([^,]+)", mount.options)
        below = mount_of(Path(_plain(upper[1])), mounts) if upper else None
        if mount.source in _LIVE or (below is not None and below.kind in _MEMORY):
            return Medium.VOLATILE
    return Medium.LOCAL


def mount_of(path: PurePath, mounts: list[Mount]) -> Mount | None:
    """Return the mount that ``path`` lies on: the deepest, and of two in one place the later."""
    found: Mount | None = None
    for mount in mounts:
        deeper = found is None or len(mount.point) >= len(found.point)
        if deeper and path.is_relative_to(mount.point):
            found = mount
    return found


def _mounts() -> list[Mount]:
    try:
        table = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return []
    return understood(table)


def understood(table: str) -> list[Mount]:
    """Return the mounts of a table as ``/proc/self/mountinfo`` holds it."""
    mounts = []
    for line in table.splitlines():
        place, _, what = line.partition(" - ")
        fields, rest = place.split(" "), what.split(" ")
        if len(fields) >= 5 and len(rest) >= 3:
            mounts.append(Mount(_plain(fields[4]), rest[0], _plain(rest[1]), rest[2]))
    return mounts


def _plain(text: str) -> str:
    """Return ``text`` with the spaces that the table writes as octal numbers."""
    return _OCTAL.sub(lambda match: chr(int(match[1], 8)), text)


if sys.platform == "win32":
    _REMOTE, _RAM_DISK = 4, 6

    def _drive_kind(path: Path) -> Medium:
        import ctypes

        if path.anchor.startswith("\\\\"):
            return Medium.NETWORK
        kind = ctypes.windll.kernel32.GetDriveTypeW(path.anchor)
        return {_REMOTE: Medium.NETWORK, _RAM_DISK: Medium.VOLATILE}.get(kind, Medium.LOCAL)
