"""A table for authors: how long, how plain and how well sourced each role is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as FilePath

from careerdesk.authoring import wording
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


def report(folder: FilePath) -> str:
    """Return a table, with a heading and a line for each role in ``folder`` that can be read."""
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
    )


_HEADINGS = ("role", "en", "ms", "grade", "ms/sentence", "long ms", "figures", "sourced", "hype")


def _as_table(reports: list[RoleReport]) -> str:
    rows = [
        (
            item.role,
            str(item.english_words),
            str(item.malay_words),
            f"{item.grade:.1f}",
            f"{item.malay_words_per_sentence:.1f}",
            f"{item.long_malay_words:.1%}",
            str(item.figures),
            str(item.sourced),
            str(item.hype),
        )
        for item in reports
    ]
    widths = [
        max(len(row[column]) for row in (_HEADINGS, *rows)) for column in range(len(_HEADINGS))
    ]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (_HEADINGS, *rows)
    )
