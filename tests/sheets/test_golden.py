"""Sheets look as they are meant to look; where they do not, a picture shows the difference."""

from __future__ import annotations

import pytest
from PIL import Image

import sheet_pictures as golden
from careerdesk.catalogue import Store


@pytest.mark.parametrize("name", golden.SHEETS)
def test_a_sheet_looks_as_it_is_meant_to(name: str, store: Store) -> None:
    new = golden.picture(store, name)
    apart = golden.difference(golden.golden(name), new)
    if apart is not None:
        pytest.fail(f"it differs: see {golden.show(name, new, apart)}")


def test_a_word_in_another_place_is_a_difference() -> None:
    meant = golden.golden("summary-ms")
    moved = meant.copy()
    moved.paste(meant.crop((20, 20, 120, 40)), (20, 24))
    assert golden.difference(meant, moved) is not None


def test_rounding_is_no_difference() -> None:
    meant = golden.golden("summary-ms")
    rounded = Image.eval(meant, lambda value: min(255, value + 6))
    assert golden.difference(meant, rounded) is None
