"""Sets of roles as whole numbers: bit *p* stands for the role at position *p*.

Python cuts, joins and counts such sets at the speed of memory, so that even a hundred thousand
roles are filtered and counted within a keystroke. In the file a set is the shorter of two forms:
the positions one after the other, or the bits themselves.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence

_POSITIONS = 0
_BITS = 1
_BYTES_OF_POSITION = 4


def pack(members: int) -> bytes:
    """Return the stored form of the set ``members``."""
    bits = to_bytes(members)
    if members.bit_count() * _BYTES_OF_POSITION <= len(bits):
        return bytes((_POSITIONS,)) + pack_order(tuple(positions_of(members)))
    return bytes((_BITS,)) + bits


def unpack(stored: bytes) -> int:
    """Return the set that :func:`pack` stored.

    Raises:
        ValueError, LookupError: when ``stored`` is nothing that it makes.
    """
    if stored[0] == _BITS:
        return int.from_bytes(stored[1:], "little")
    if stored[0] == _POSITIONS:
        return from_positions(unpack_order(stored[1:]))
    raise ValueError("a set of roles is stored in no known form")


def pack_order(positions: Sequence[int]) -> bytes:
    """Return the stored form of positions in any order."""
    return struct.pack(f"<{len(positions)}I", *positions)


def unpack_order(stored: bytes) -> tuple[int, ...]:
    """Return the positions that :func:`pack_order` stored."""
    if len(stored) % _BYTES_OF_POSITION:
        raise ValueError("an order of roles is stored in no known form")
    return struct.unpack(f"<{len(stored) // _BYTES_OF_POSITION}I", stored)


_MOST_POSITIONS = 1 << 24
"""More roles than any catalogue has; a damaged file must not ask for endless memory."""


def from_positions(positions: Iterable[int]) -> int:
    """Return the set of ``positions``."""
    listed = tuple(positions)
    largest = max(listed, default=0)
    if largest >= _MOST_POSITIONS:
        raise ValueError(f"there is no role at position {largest}")
    whole = bytearray(largest // 8 + 1)
    for position in listed:
        whole[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(whole, "little")


_BITS_OF_BYTE = tuple(tuple(bit for bit in range(8) if byte >> bit & 1) for byte in range(256))


def positions_of(members: int) -> Iterator[int]:
    """Yield the positions in the set ``members``, in rising order."""
    for place, byte in enumerate(to_bytes(members)):
        if byte:
            start = place << 3
            for bit in _BITS_OF_BYTE[byte]:
                yield start + bit


def to_bytes(members: int, room: int = 0) -> bytes:
    """Return the bits of ``members``, in which :func:`has` looks a position up.

    They are at least as many as those of ``room``, another set.
    """
    return members.to_bytes(max(members, room).bit_length() // 8 + 1, "little")


def has(members: bytes, position: int) -> bool:
    """Return whether ``position`` is in the set whose bits are ``members``."""
    place = position >> 3
    return place < len(members) and bool(members[place] >> (position & 7) & 1)
