"""What both pages of a sheet need to put a role into words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from careerdesk.catalogue.role import Role
from careerdesk.catalogue.series import is_illustrative
from careerdesk.catalogue.shared import Shared
from careerdesk.catalogue.text import Text
from careerdesk.i18n import Translator, translator

Block: TypeAlias = dict[str, Any]
"""A part of a sheet as the templates read it. ``sources`` in it are ids, which the template
shows as numbers; ``alt`` is the text equivalent of a drawing."""


@dataclass(frozen=True, slots=True)
class Writing:
    """A role about to be put on paper in one language."""

    role: Role
    shared: Shared
    language: str
    translator: Translator = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "translator", translator(self.language))

    def text(self, text: Text | None) -> str:
        """Return ``text`` in the language of the sheet; empty when there is none."""
        return "" if text is None else text.in_language(self.language)

    def is_illustrative(self, source: str) -> bool:
        """Return whether ``source`` gives figures without saying how it came by them."""
        return is_illustrative(source, self.shared)


def sources(*ids: str | None) -> list[str]:
    """Return the ids that are there, each once."""
    return list(dict.fromkeys(key for key in ids if key is not None))


def cited(part: object) -> Iterator[str]:
    """Return the ids of the sources in a part of a sheet, in the order in which it is read."""
    if isinstance(part, dict):
        for name, inner in part.items():
            yield from inner if name == "sources" else cited(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from cited(inner)
