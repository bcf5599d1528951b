"""A table for authors: how long, how plain and how well sourced each role is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as FilePath
from statistics import median

from careerdesk.authoring import wording
from careerdesk.authoring.check_role import hardship
from careerdesk.authoring.edition import with_scores
from careerdesk.authoring.facts import RoleFile
from careerdesk.authoring.read import read_draft
from careerdesk.authoring.reading_level import read_english, read_malay, words
from careerdesk.authoring.texts import pieces
from careerdesk.catalogue.census import figures_of


@dataclass(frozen=True, slots=True)
class RoleReport:
    """What the table says of one role."""

    role: str
    english_words: int
    malay_words: int
    grade: float
    """Flesch-Kincaid over the English prose."""
    malay_words_per_sentence: float
    long_malay_words: float
    """Share of Malay words of more than five syllables."""
    figures: int
    sourced: int
    """Figures that name a source."""
    hype: int
    hardship: float
    """Share of the words in the pairs of why and hard that speak of what is hard."""


def report(folder: FilePath) -> str:
    """Return a table: a heading, a line for each role in ``folder`` that can be read, medians."""
    roles = [draft.role for draft in read_draft(folder).roles]
    return _as_table([measure(role) for role in roles if role is not None])


def measure(role: RoleFile) -> RoleReport:
    """Return what the table says of ``role``."""
    texts = [piece.text for piece in pieces(role)]
    prose = [piece.text for piece in pieces(role) if piece.is_prose]
    english = read_english(text.en for text in prose)
    malay = read_malay(text.ms for text in prose)
    figures = list(figures_of(with_scores(role)))
    return RoleReport(
        role=role.id,
        english_words=sum(len(words(text.en)) for text in texts),
        malay_words=sum(len(words(text.ms)) for text in texts),
        grade=english.grade,
        malay_words_per_sentence=malay.words_per_sentence,
        long_malay_words=malay.share_of_long_words,
        figures=len(figures),
        sourced=sum(source is not None for source in figures),
        hype=sum(
            len(wording.HYPE["en"].findall(text.en)) + len(wording.HYPE["ms"].findall(text.ms))
            for text in texts
        ),
        hardship=hardship(role),
    )


_SHOWN = {
    "english_words": ("en", "{:.0f}"),
    "malay_words": ("ms", "{:.0f}"),
    "grade": ("grade", "{:.1f}"),
    "malay_words_per_sentence": ("ms/sentence", "{:.1f}"),
    "long_malay_words": ("long ms", "{:.1%}"),
    "hardship": ("hard", "{:.0%}"),
    "figures": ("figures", "{:.0f}"),
    "sourced": ("sourced", "{:.0f}"),
    "hype": ("hype", "{:.0f}"),
}
"""What the table shows: each measure's heading, and how it is written."""


def _as_table(reports: list[RoleReport]) -> str:
    headings = ("role", *(heading for heading, _ in _SHOWN.values()))
    rows = [headings, *((item.role, *_row(item)) for item in reports)]
    if reports:
        rows.append(("median", *_medians(reports)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _row(item: RoleReport) -> list[str]:
    return [written.format(getattr(item, name)) for name, (_, written) in _SHOWN.items()]


def _medians(reports: list[RoleReport]) -> list[str]:
    return [
        written.format(median(getattr(item, name) for item in reports))
        for name, (_, written) in _SHOWN.items()
    ]


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    first, *others = (
        cell.rjust(width) if number else cell.ljust(width)
        for number, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join((first, *others)).rstrip()
