"""Making each page of a sheet hold, however much there is to say.

A page has a list of settings from airy to terse. It starts at the one that its amount of text
suggests and goes on until it holds; what a setting leaves out is left out whole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from careerdesk.sheets.writing import Block

FULL_SIZES = (9.6, 9.0, 8.5, 8.0)
"""Type sizes in points at which a page says everything, tried first."""
USUAL_SIZE = 8.0
"""Type size at which a page says less."""
SMALLEST_SIZES = (7.8, 7.6, 7.3)
"""Type sizes of a page that is too long even at its briefest."""

_CAUTION = 0.6
"""Share of an overflow to answer at once; gaps on the overflowing page make it look larger."""


@dataclass(frozen=True)
class Setting:
    """One way to set a page."""

    blocks: Block
    size: float
    """Type size in points."""

    @cached_property
    def load(self) -> float:
        """How much paper the text takes, in characters at the usual size."""
        return _length(self.blocks) * (self.size / USUAL_SIZE) ** 2

    def as_data(self) -> Block:
        """Return the setting as the templates read it."""
        return {"size": self.size, "blocks": self.blocks}


@dataclass
class Page:
    """A page that looks for the first setting that holds."""

    writers: Sequence[Callable[[], Block]]
    """Write the blocks of the page, from the fullest to the briefest."""
    capacity: float
    """Load that usually fits; only where the search starts depends on it."""
    setting: Setting = field(init=False)

    def __post_init__(self) -> None:
        fullest, briefest = self.writers[0], self.writers[-1]
        self._rest = iter(
            [
                *((fullest, size) for size in FULL_SIZES),
                *((writer, USUAL_SIZE) for writer in self.writers[1:]),
                *((briefest, size) for size in SMALLEST_SIZES),
            ]
        )
        self._seek(self.capacity)

    def holds(self, pages: float) -> bool:
        """Return whether the page is settled, given how many ``pages`` its setting took.

        If not, a terser setting is in place; a page that has none left is settled as it is.
        """
        return pages <= 1 or not self._seek(self.setting.load / (1 + _CAUTION * (pages - 1)))

    def _seek(self, load: float) -> bool:
        """Move on to the first setting of at most ``load``, or to the last; False at the end."""
        moved = False
        for write, size in self._rest:
            self.setting = Setting(write(), size)
            moved = True
            if self.setting.load <= load:
                break
        return moved


def _length(value: object) -> int:
    """Return the number of characters that a part of a sheet shows."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(_length(part) for key, part in value.items() if key not in {"sources", "alt"})
    if isinstance(value, list):
        return sum(map(_length, value))
    return 0
