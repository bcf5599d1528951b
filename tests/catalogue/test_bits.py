"""Sets of roles as whole numbers: what goes in comes out, whatever the form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.catalogue import bits

SETS = st.sets(st.integers(0, 5000), max_size=300)


@given(SETS)
def test_a_set_is_stored_and_read(members: set[int]) -> None:
    listed = sorted(members)
    whole = bits.from_positions(listed)
    assert bits.unpack(bits.pack(whole)) == whole
    assert list(bits.positions_of(whole)) == listed
    assert whole.bit_count() == len(listed)
    there = bits.to_bytes(whole)
    assert [place for place in range(5100) if bits.has(there, place)] == listed


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_an_order_is_stored_and_read(order: list[int]) -> None:
    assert list(bits.unpack_order(bits.pack_order(order))) == order


def test_the_shorter_form_is_stored() -> None:
    few, many = [10, 90_000], list(range(50_000))
    assert len(bits.pack(bits.from_positions(few))) == 1 + 2 * 4
    assert len(bits.pack(bits.from_positions(many))) == 1 + 50_000 // 8 + 1


@pytest.mark.parametrize("stored", [b"", b"\x02\x00", b"\x00abc", b"\x00\xff\xff\xff\xff"])
def test_what_is_no_set_is_refused(stored: bytes) -> None:
    with pytest.raises((ValueError, LookupError)):
        bits.unpack(stored)
