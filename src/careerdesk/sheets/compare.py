"""The comparison: two to four roles side by side on one broad page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate
from math import ceil
from typing import Any

from careerdesk.catalogue.terms import Translation
from careerdesk.guidance.compare import Comparison, Head
from careerdesk.guidance.overlays import PayLine, ScoreLine
from careerdesk.guidance.rows import Cell, Row
from careerdesk.sheets.drafts import Draft
from careerdesk.sheets.fitting import MARGINS, Measure, Page, Setting, Written
from careerdesk.sheets.pay_block import baseline_mark, pay_legend, pay_row, pay_ticks
from careerdesk.sheets.writing import Block, Writer, sources

MARKS = ("circle", "square", "triangle", "diamond")
"""What stands for each role in the drawings; the templates know how to draw them."""

_ROWS = (
    ("glance.", True),
    ("routes.", True),
    ("subjects.", True),
    ("balance.", False),
    ("journey.years", True),
    ("conditions.", True),
    ("neighbours.", False),
)
"""The rows that are printed, by the beginning of their keys, and whether their notes are, too."""

_LEFT_TO_SCREEN = ("subjects.academic", "glance.official")


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """How much the page says."""

    addresses: bool = True
    notes: bool = True
    same: bool = True
    """Rows in which the roles do not differ."""
    left_out: tuple[str, ...] = ()
    """Beginnings of the keys of rows."""
    most_pay: int = 5
    """Pay figures of each role."""
    lines: int = 4
    """Lines of a cell."""
    taglines: bool = True


_SHORTENINGS: tuple[dict[str, Any], ...] = (
    {"addresses": False},
    {"notes": False},
    {"left_out": ("neighbours.",)},
    {"same": False},
    {"most_pay": 4},
    {"lines": 3},
    {"left_out": ("neighbours.", "balance.")},
    {"most_pay": 3},
    {"lines": 2},
    {"left_out": ("neighbours.", "balance.", "conditions.")},
    {"most_pay": 2},
    {"left_out": ("neighbours.", "balance.", "conditions.", "subjects.")},
    {"taglines": False},
    {"lines": 1},
    {"most_pay": 1},
    {"left_out": ("neighbours.", "balance.", "conditions.", "subjects.", "routes.")},
)
"""What is left out where room is short, the least missed first."""

DETAILS = tuple(
    accumulate(_SHORTENINGS, lambda detail, less: replace(detail, **less), initial=Detail())
)
"""From the fullest to the briefest."""

_LENGTHS = {"sources": 10.0}
_EM = 0.3528
"""Millimetres of a point."""


@dataclass(frozen=True)
class TableMeasure(Measure):
    """Counts the lines of the rows, which are many and short, and of the drawings below them."""

    column: float = 0.0
    """Millimetres that a column of the table is wide."""

    def of(self, setting: Setting, more: Mapping[str, int]) -> float:
        blocks, em = setting.written.blocks, setting.size * _EM
        wide = self.column / (0.52 * em)
        rows = sum(
            max(ceil((len(cell["text"]) + len(cell["note"])) / wide) for cell in row["cells"])
            for row in blocks["rows"]
        )
        bars = sum(
            max(ceil(len(bar["name"]) / 26), 1)
            for group in blocks["pay"]["groups"]
            for bar in group["rows"]
        )
        drawn = max(1.3 * bars + 5.0, 15.5)
        lines = 1.2 * rows + 0.86 * len(blocks["rows"]) + drawn
        return 0.81 * lines * em + super().of(setting, more)


def comparison_sheet(
    writer: Writer, comparison: Comparison, translations: Sequence[Translation]
) -> Draft:
    """Return the sheet of a comparison; ``translations`` are those of its roles."""
    height = writer.look.paper.millimetres[0] - MARGINS
    say = writer.translator.say
    frame = {
        **writer.frame(say("{count} roles side by side", count=len(comparison.heads))),
        "heads": [
            _head(writer, head, mark) for head, mark in zip(comparison.heads, MARKS, strict=False)
        ],
        "corner": say("Role"),
    }

    def cited(written: Written) -> dict[str, int]:
        return {"sources": writer.source_length(written.cited)}

    notices = _notices(writer, translations)
    writers = [
        partial(comparison_blocks, writer, comparison, notices, detail) for detail in DETAILS
    ]
    column = (writer.look.paper.millimetres[1] - 26.0) * 0.83 / len(comparison.heads)
    measure = TableMeasure(height, rest=47.7, each=0.0, lengths=_LENGTHS, column=column)
    page = Page(writers, measure, cited)

    def content() -> Block:
        sources = writer.source_list(*page.setting.written.cited)
        return {**frame, "only": page.setting.as_data(), "sources": sources}

    return Draft("compare", writer.edition.today, (page,), content)


def _head(writer: Writer, head: Head, mark: str) -> Block:
    return {
        "title": head.title,
        "other_title": {"text": head.other_title, "language": writer.other_language},
        "field": writer.text(head.field.name),
        "tagline": head.tagline,
        "mark": mark,
    }


def comparison_blocks(
    writer: Writer, comparison: Comparison, notices: str, detail: Detail
) -> Block:
    """Return the blocks of the page, in the order in which they are read."""
    return {
        "taglines": detail.taglines,
        "rows": [_row(row, detail) for row in _chosen(comparison, detail)],
        "scores": _scores(writer, comparison),
        "interests": _interests(writer, comparison),
        "pay": _pay(writer, comparison, detail.most_pay),
        "notices": notices,
        "addresses": detail.addresses,
    }


def _chosen(comparison: Comparison, detail: Detail) -> Iterator[Row]:
    """Yield the rows that are printed, in the order of the screen."""
    kept = tuple(start for start, _notes in _ROWS if start not in detail.left_out)
    for section in comparison.sections:
        for row in section.rows:
            wanted = row.key.startswith(kept) and not row.key.startswith(_LEFT_TO_SCREEN)
            if wanted and (detail.same or row.differs):
                yield row


def _row(row: Row, detail: Detail) -> Block:
    return {"name": row.name, "cells": [_cell(cell, detail) for cell in row.cells]}


def _cell(cell: Cell, detail: Detail) -> Block:
    return {
        "text": " · ".join(cell.lines[: detail.lines]) or "–",
        "note": " ".join(cell.notes[: detail.lines]) if detail.notes else "",
        "sources": list(cell.sources),
    }


def _scores(writer: Writer, comparison: Comparison) -> Block:
    say = writer.translator.say
    return {
        "heading": say("Seven scores, 0 to 100"),
        "rows": [_score_row(writer, comparison, line) for line in comparison.scores.lines],
        "legend": say("Hollow: as published, method not given"),
    }


def _score_row(writer: Writer, comparison: Comparison, line: ScoreLine) -> Block:
    told, points = [], []
    for head, mark, value in zip(comparison.heads, MARKS, line.values, strict=False):
        if value is None:
            told.append(f"{head.title}: " + writer.translator.say("no evidence yet"))
            continue
        told.append(f"{head.title}: {value.value}")
        points.append(
            {"at": value.value / 100, "mark": mark, "basis": value.basis, "sources": [value.source]}
        )
    used = sources(*(value.source for value in line.values if value is not None))
    return {
        "name": line.name,
        "points": points,
        "sources": used,
        "alt": f"{line.name}: {', '.join(told)}",
    }


def _interests(writer: Writer, comparison: Comparison) -> Block | None:
    lines = comparison.interests.lines
    if not lines:
        return None
    shapes = []
    for index, (head, mark) in enumerate(zip(comparison.heads, MARKS, strict=False)):
        values = [line.values[index] for line in lines]
        if all(values):
            numbers = [0 if value is None else value.value for value in values]
            told = ", ".join(
                f"{line.name} {number}" for line, number in zip(lines, numbers, strict=True)
            )
            shapes.append(
                {
                    "values": [number / 100 for number in numbers],
                    "mark": mark,
                    "alt": f"{head.title}: {', '.join(told)}",
                }
            )
    return {
        "heading": writer.translator.say("Interests it speaks to"),
        "names": [line.name for line in lines],
        "shapes": shapes,
        "sources": list(comparison.interests.sources),
    }


def _pay(writer: Writer, comparison: Comparison, most: int) -> Block:
    words, overlay = writer.translator, comparison.pay
    groups = [
        {"name": head.title, "mark": mark, "rows": _pay_rows(writer, lines[:most], overlay.top)}
        for head, mark, lines in zip(comparison.heads, MARKS, overlay.rows, strict=False)
    ]
    baselines = [] if overlay.baseline is None else [overlay.baseline]
    return {
        "heading": words.say("Pay in Malaysia, ringgit a month"),
        "groups": groups,
        "none": words.say("No reliable figure found"),
        "ticks": pay_ticks(writer, overlay.top, parts=2),
        "baselines": [baseline_mark(writer, line, overlay.top) for line in baselines],
        "legend": pay_legend(writer, [line.pay for lines in overlay.rows for line in lines[:most]]),
    }


def _pay_rows(writer: Writer, lines: Sequence[PayLine], top: float) -> list[Block]:
    return [pay_row(writer, line.pay, top) for line in lines]


def _notices(writer: Writer, translations: Sequence[Translation]) -> str:
    """Return what to mind about figures that stand side by side, and about the text."""
    care = writer.translator.say(
        "Figures from different sources and years are not quite alike. Read the sources before "
        "you take a small difference for a real one."
    )
    return " ".join([care, *writer.translation_notices(translations)])
