"""Every text of a record, with its place: what the checks of wording go through."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from enum import StrEnum

from careerdesk.catalogue.leaves import Path, leaves
from careerdesk.catalogue.text import Text, Words

TITLES = frozenset({"title", "why_title", "hard_title", "label", "when", "name"})
"""Keys of texts that are no sentences."""
NOTES = frozenset({"note"})
"""Keys of texts that are remarks on a figure; two roles may make the same remark."""


@dataclasses.dataclass(frozen=True, slots=True)
class Piece:
    """A text in both languages, and where it stands."""

    path: Path
    text: Text

    @property
    def key(self) -> str:
        """The key under which the text stands."""
        return str(self.path[-1])

    @property
    def is_prose(self) -> bool:
        """Whether the text is made of sentences."""
        return self.key not in TITLES


def pieces(record: object) -> Iterator[Piece]:
    """Yield every :class:`Text` in the dataclass ``record`` in the order of its fields."""
    for place, value in leaves(record):
        if isinstance(value, Text):
            yield Piece(place, value)


def strings(record: object) -> Iterator[tuple[Path, str]]:
    """Yield every string in the dataclass ``record`` that is in one language only."""
    for place, value in leaves(record):
        if isinstance(value, Words):
            for language in ("en", "ms"):
                for number, word in enumerate(getattr(value, language)):
                    yield (*place, language, number), word
        elif isinstance(value, str) and not isinstance(value, StrEnum):
            yield place, value
