"""What the charts show, as plain data and as words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerdesk.catalogue.terms import Basis, ScoreKey
from careerdesk.catalogue.wording import label
from careerdesk.i18n import Translator


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """One of the seven scores on both bases; values are 0 to 100."""

    key: ScoreKey
    name: str
    derived: int | None = None
    published: int | None = None

    @property
    def exposure(self) -> bool:
        """Whether this is the exposure to AI, where low is good."""
        return self.key is ScoreKey.AI_EXPOSURE


def exposure_note(translator: Translator) -> str:
    """Return what must stand beside the exposure to AI."""
    return translator.say("Exposure, not jobs lost. Here a low number is good.")


def no_evidence(translator: Translator) -> str:
    """Return what stands where a score has no bar."""
    return translator.say("no evidence yet")


def scores_in_words(rows: Sequence[ScoreRow], translator: Translator) -> str:
    """Return all that a score chart shows, a line for each row."""
    return "\n".join(_row_in_words(row, translator) for row in rows)


def _row_in_words(row: ScoreRow, translator: Translator) -> str:
    found = [
        translator.say("{value} of 100", value=value) + f" ({label(basis, translator)})"
        for basis, value in ((Basis.DERIVED, row.derived), (Basis.PUBLISHED, row.published))
        if value is not None
    ]
    words = f"{row.name}: " + ("; ".join(found) or no_evidence(translator)) + "."
    return f"{words} {exposure_note(translator)}" if row.exposure else words


def interests_in_words(values: Sequence[int], names: Sequence[str], translator: Translator) -> str:
    """Return all that a radar shows, a line for each interest."""
    return "\n".join(
        f"{name}: " + translator.say("{value} of 100", value=value)
        for name, value in zip(names, values, strict=True)
    )
