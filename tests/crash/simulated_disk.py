"""A disk as it may be found after a power cut, rebuilt from what ``disk.c`` recorded.

The model is harsher than most file systems. What was written to a file since its last sync is on
the disk or not, each write by itself, and a long one may be torn at a multiple of 512 bytes. A name
that was made, changed or removed since the last sync of its folder is as it was before or as it is
now; of several such changes in one folder, the earlier ones happened first.
"""

from __future__ import annotations

import os
import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import NamedTuple

_HEAD = struct.Struct("<ciqqq")
_SECTOR = 512


class Op(NamedTuple):
    """One call that was recorded, or an acknowledgement."""

    what: str
    fd: int
    at: int
    one: bytes
    two: bytes


@dataclass(eq=False)
class File:
    """A file's bytes on the disk, and what has been done to it since they were synced."""

    kept: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Each a place and what is written there, or a size and None."""

    def sync(self) -> None:
        for at, data in self.waiting:
            _apply(self.kept, at, data)
        self.waiting.clear()

    def found(self, chance: random.Random) -> bytes:
        """Return what may be on the disk after the cut."""
        image = bytearray(self.kept)
        for at, data in self.waiting:
            luck = chance.random()
            if luck < 0.45:
                _apply(image, at, data)
            elif luck < 0.6 and data is not None and len(data) > _SECTOR:
                whole = chance.randrange(1, (len(data) + _SECTOR - 1) // _SECTOR)
                _apply(image, at, data[: whole * _SECTOR])
        return bytes(image)


@dataclass
class Folder:
    """The names in one folder."""

    kept: dict[str, File] = field(default_factory=dict)
    waiting: list[tuple[str, File | None]] = field(default_factory=list)

    def now(self) -> dict[str, File]:
        return self._after(len(self.waiting))

    def sync(self) -> None:
        self.kept = self.now()
        self.waiting.clear()

    def found(self, chance: random.Random) -> dict[str, File]:
        return self._after(chance.randint(0, len(self.waiting)))

    def _after(self, count: int) -> dict[str, File]:
        names = dict(self.kept)
        for name, file in self.waiting[:count]:
            if file is None:
                names.pop(name, None)
            else:
                names[name] = file
        return names


class Disk:
    """The disk below one folder while its recorded life is played again."""

    def __init__(self, top: Path) -> None:
        """Begin with what is below ``top``, all of it synced."""
        self.folders = {PurePosixPath(top): Folder()}
        self.open: dict[int, File | Folder] = {}
        self.acks = 0
        for path in sorted(top.rglob("*")):
            if path.is_dir():
                self.folders[PurePosixPath(path)] = Folder()
            else:
                file = File(bytearray(path.read_bytes()))
                self.folders[PurePosixPath(path.parent)].kept[path.name] = file

    def play(self, op: Op) -> None:
        """Do what was recorded."""
        path = PurePosixPath(os.fsdecode(op.one)) if op.what in "OURLM" else PurePosixPath()
        handle = self.open.get(op.fd)
        if op.what == "A":
            self.acks = op.at
        elif op.what == "O":
            self.open[op.fd] = self._opened(path, op.at)
        elif op.what == "C":
            self.open.pop(op.fd, None)
        elif op.what == "M":
            # A folder is never lost with all that is in it: that takes away our own folder only.
            self.folders.setdefault(path, Folder())
        elif op.what == "U":
            self._name(path, None)
        elif op.what in "RL":
            self._moved(op.what, path, PurePosixPath(os.fsdecode(op.two)))
        elif op.what == "S" and handle is not None:
            handle.sync()
        elif isinstance(handle, File):
            handle.waiting.append((op.at, op.one if op.what == "W" else None))

    def rebuild(self, top: Path, chance: random.Random) -> None:
        """Write to ``top`` what may be found after a power cut at this moment."""
        root = next(iter(self.folders))
        for folder, names in self.folders.items():
            place = top / folder.relative_to(root)
            place.mkdir(parents=True, exist_ok=True)
            for name, file in names.found(chance).items():
                (place / name).write_bytes(file.found(chance))

    def _opened(self, path: PurePosixPath, flags: int) -> File | Folder:
        if path in self.folders:
            return self.folders[path]
        file = self.folders[path.parent].now().get(path.name)
        if file is None:
            file = File()
            self._name(path, file)
        if flags & os.O_TRUNC:
            file.waiting.append((0, None))
        return file

    def _name(self, path: PurePosixPath, file: File | None) -> None:
        if path not in self.folders:
            self.folders[path.parent].waiting.append((path.name, file))

    def _moved(self, what: str, old: PurePosixPath, new: PurePosixPath) -> None:
        if old in self.folders:
            for path in [path for path in self.folders if path.is_relative_to(old)]:
                self.folders[new / path.relative_to(old)] = self.folders.pop(path)
            return
        file = self.folders[old.parent].now()[old.name]
        self._name(new, file)
        if what == "R":
            self._name(old, None)


def recorded(log: bytes) -> Iterator[Op]:
    """Return what ``disk.c`` wrote to its log."""
    at = 0
    while at < len(log):
        what, fd, where, first, second = _HEAD.unpack_from(log, at)
        at += _HEAD.size
        yield Op(what.decode(), fd, where, log[at : at + first], log[at + first :][:second])
        at += first + second


def _apply(image: bytearray, at: int, data: bytes | None) -> None:
    if data is None:
        if at < len(image):
            del image[at:]
        else:
            image.extend(bytes(at - len(image)))
        return
    if len(image) < at + len(data):
        image.extend(bytes(at + len(data) - len(image)))
    image[at : at + len(data)] = data
