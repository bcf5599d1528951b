"""Making each page of a sheet hold, however much there is to say.

A page has a list of settings from airy to terse. It starts at the first one that is likely to hold
and goes on until one does; what a setting leaves out is left out whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from careerdesk.sheets.writing import UNSEEN, Block, Writer, cited


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes in points; the small print of the templates, 0.88 of them, has 7 at least."""

    full: tuple[float, ...]
    """Those at which a page says everything, tried first."""
    usual: float
    """That at which a page says less."""
    smallest: tuple[float, ...]
    """Those of a page that is too long even at its briefest."""


SIZES = Sizes((9.6, 9.0, 8.5, 8.0), 8.0, (7.96,))
LARGE = Sizes((10.2, 9.6, 9.0, 8.5), 8.5, (8.2, 8.0))
"""For readers who are not used to small print."""
_MEASURED = 8.0
"""Type size in points at which the lengths of blocks were measured."""

MARGINS = 23.0
"""Millimetres above and below what stands on a page, as in the templates."""

_CAUTION = 7.0
"""Millimetres of a page to keep free: most pages are estimated that well."""
_STEP = 8.0
"""Millimetres by which a page that did not hold has to become shorter."""
_DOUBT = 6.0
"""Millimetres by which a page may be guessed too long and yet hold; hardly one beyond does."""

Lengths = Mapping[str, float]
"""Millimetres of paper that a thousand characters of each block take at 8 points."""


@dataclass(frozen=True)
class Written:
    """The blocks of a page, and what has to be known of them more than once."""

    blocks: Block

    @cached_property
    def lengths(self) -> dict[str, int]:
        """How many characters each block shows."""
        return {name: characters(block) for name, block in self.blocks.items()}

    @cached_property
    def cited(self) -> tuple[str, ...]:
        """The ids of the sources of the page, in the order in which it is read."""
        return tuple(dict.fromkeys(cited(self.blocks)))


@dataclass(frozen=True)
class Setting:
    """One way to set a page."""

    written: Written
    size: float
    """Type size in points."""

    def as_data(self) -> Block:
        """Return the setting as the templates read it."""
        return {"size": self.size, "blocks": self.written.blocks}


@dataclass(frozen=True)
class Measure:
    """How much paper a page takes, near enough to try a setting first that holds.

    Only how soon such a setting is found depends on the figures; whether it holds is seen when it
    is typeset. They stay of use when a template changes a little.
    """

    height: float
    """Millimetres that there are between the margins."""
    rest: float
    """Millimetres that the head of the page takes, whatever its blocks."""
    each: float
    """Millimetres that a block takes on top of its text: its heading, and the gap before it."""
    lengths: Lengths

    def of(self, setting: Setting, more: Mapping[str, int]) -> float:
        """Return the millimetres that ``setting`` is likely to take.

        ``more`` gives the characters of what else stands on the page.
        """
        lengths = {**setting.written.lengths, **more}
        known = [name for name in self.lengths if name in lengths]
        text = sum(self.lengths[name] * lengths[name] for name in known)
        scale = setting.size / _MEASURED
        return self.rest + self.each * len(known) * scale + text / 1000 * scale**2


class Page:
    """A page that looks for the first setting that holds."""

    def __init__(
        self,
        writers: Sequence[Callable[[], Block]],
        measure: Measure,
        more: Callable[[Written], Mapping[str, int]] = lambda _written: {},
        sizes: Sizes = SIZES,
        in_turn: int = 0,
    ) -> None:
        """Choose the first setting that is likely to hold.

        ``writers`` write the blocks of the page, from the fullest to the briefest. ``more`` gives
        the characters of what else stands on the page, such as the sources that it cites. The last
        ``in_turn`` writers leave out what would be missed: the one before each of them is tried
        first where it may hold, though it is guessed to be too long.
        """
        self.measure, self._more = measure, more
        self._writers = writers
        self._written: dict[int, Written] = {}
        last = len(writers) - 1
        self._steps = [
            *((0, size) for size in sizes.full),
            *((number, sizes.usual) for number in range(1, last + 1)),
            *((last, size) for size in sizes.smallest),
        ]
        self._last_guessed = len(sizes.full) - 1 + last - in_turn
        self._step = self._first(0, measure.height - _CAUTION)

    @property
    def setting(self) -> Setting:
        """How the page is set now."""
        return self._setting(self._step)

    def go_on(self) -> bool:
        """Put a terser setting in place of one that did not hold; False when there is none."""
        before = self._step
        if before + 1 < len(self._steps):
            self._step = self._first(before + 1, self._estimate(before) - _STEP)
        return self._step > before

    def _first(self, start: int, height: float) -> int:
        """Return the first step from ``start`` that takes ``height`` at most, or the last one."""
        steps = range(start, len(self._steps))
        found = bisect_left(steps, True, key=lambda step: self._estimate(step) <= height)
        likely = steps[min(found, len(steps) - 1)]
        step = next(filter(self._may_hold, range(max(start, self._last_guessed), likely)), likely)
        number, _size = self._steps[step]
        # Many pages wait together in a booklet: none keeps what it does not show.
        self._written = {number: self._written[number]} if number in self._written else {}
        return step

    def _may_hold(self, step: int) -> bool:
        return self._estimate(step) <= self.measure.height + _DOUBT

    def _setting(self, step: int) -> Setting:
        number, size = self._steps[step]
        if number not in self._written:
            self._written[number] = Written(self._writers[number]())
        return Setting(self._written[number], size)

    def _estimate(self, step: int) -> float:
        setting = self._setting(step)
        return self.measure.of(setting, self._more(setting.written))


def source_length(writer: Writer, written: Written, ids: Sequence[str]) -> dict[str, int]:
    """Return the characters of the list of sources, by the name of how the page sets it."""
    name = "sources" if written.blocks["sources_apart"] else "sources_run_in"
    return {name: writer.source_length(ids, addresses=written.blocks["addresses"])}


def characters(value: object) -> int:
    """Return the number of characters that a part of a sheet shows."""
    if isinstance(value, str):
        return len(value)
    count = 0
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in UNSEEN:
                count += characters(part)
    elif isinstance(value, list):
        for part in value:
            count += characters(part)
    return count
