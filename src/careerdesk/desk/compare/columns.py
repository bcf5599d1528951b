"""How wide the columns of a comparison are, in its head and in every row below."""

from __future__ import annotations

from dataclasses import dataclass

from careerdesk.desk.scrolling import READING_WIDTH

MARGIN = 24
"""Pixels at the usual text size at either side of the page."""

CARD_MARGIN = 16

GAP = 14
"""Pixels between two columns."""

_SCROLL_BAR = 14
_NAME = 176
_LEAST_BESIDE = 165
_LEAST = 150
"""Narrowest column, in pixels at the usual text size; below it cells stand one above another."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in pixels; the names of rows stand above their cells where ``name`` is nothing."""

    name: int
    cell: int
    gap: int
    stacked: bool
    """The cells of a row stand below one another."""


def columns(width: int, percent: int, count: int) -> Columns:
    """Return the columns for ``count`` roles on a page that is ``width`` pixels wide."""

    def px(pixels: int) -> int:
        return round(pixels * percent / 100)

    inner = min(width - 2 * px(MARGIN) - _SCROLL_BAR, px(READING_WIDTH)) - 2 * px(CARD_MARGIN)
    gap = px(GAP)
    beside = (inner - px(_NAME) - gap * count) // count
    if beside >= px(_LEAST_BESIDE):
        return Columns(px(_NAME), beside, gap, stacked=False)
    above = (inner - gap * (count - 1)) // count
    if above >= px(_LEAST):
        return Columns(0, above, gap, stacked=False)
    return Columns(0, inner, gap, stacked=True)
