"""Pay on paper: Malaysian figures on one scale, those of other places in words."""

from __future__ import annotations

from collections.abc import Sequence

from careerdesk.catalogue.evidence import when
from careerdesk.catalogue.role import Pay
from careerdesk.catalogue.series import (
    by_group,
    drawn_end,
    elsewhere,
    has_reliable_malaysian_pay,
    malaysian_monthly,
    pay_scale,
)
from careerdesk.catalogue.shared import Baseline, SourceKind
from careerdesk.catalogue.terms import PayGroup
from careerdesk.catalogue.wording import label, pay_amount
from careerdesk.sheets.writing import Block, Writer, Writing


def pay_block(writing: Writing, *, sectors: bool, abroad: bool, notes: bool) -> Block:
    """Return what the sheet says about pay."""
    words = writing.translator
    found = malaysian_monthly(writing.role)
    levels = [pay for pay in found if pay.group is not PayGroup.SECTOR]
    # Sectors are left out where room is short, but never when they are all that there is.
    rows = list(found) if sectors or not levels else levels
    baselines = tuple(writing.shared.baselines.values())
    scale = pay_scale(rows, max((line.amount for line in baselines), default=None))
    return {
        "heading": words.say("Pay in Malaysia, ringgit a month"),
        "groups": [
            {
                "name": label(group, words),
                "rows": [pay_row(writing, pay, scale.top) for pay in members],
            }
            for group, members in by_group(rows).items()
        ],
        "ticks": pay_ticks(writing, scale.top) if rows else [],
        "baselines": [baseline_mark(writing, line, scale.top) for line in baselines],
        "legend": pay_legend(writing, rows),
        "warning": _warning(writing),
        "abroad": _abroad(writing, notes=notes) if abroad else None,
    }


def pay_ticks(writer: Writer, top: float, *, parts: int = 4) -> list[Block]:
    """Return the words below a scale of pay that ends at ``top``, cut into ``parts``."""
    return [
        {"at": tick / parts, "text": writer.translator.number(round(top * tick / parts))}
        for tick in range(parts + 1)
    ]


def pay_legend(writer: Writer, rows: Sequence[Pay]) -> list[list[str]]:
    """Return what hatched bars mean, if ``rows`` have any."""
    if not any(writer.is_illustrative(pay.source) for pay in rows):
        return []
    return [["published", label(SourceKind.ILLUSTRATIVE, writer.translator)]]


def pay_row(writer: Writer, pay: Pay, top: float) -> Block:
    """Return a pay figure as a bar on a scale that ends at ``top``."""
    words = writer.translator
    name = writer.text(pay.label)
    amount = words.money_range(pay.low, pay.high, pay.currency)
    stated = when(pay.year, words)
    return {
        "name": name,
        "text": amount,
        "year": stated,
        "start": pay.low / top,
        "end": drawn_end(pay) / top,
        "open": pay.high is None,
        "basis": "published" if writer.is_illustrative(pay.source) else "derived",
        "sources": [pay.source],
        "alt": f"{name}: {pay_amount(pay, words)} ({label(pay.measure, words)}; {stated})",
    }


def baseline_mark(writer: Writer, line: Baseline, top: float) -> Block:
    """Return a national figure as a line on a scale that ends at ``top``."""
    amount = writer.translator.money(line.amount, "MYR")
    text = f"{writer.text(line.name)}: {amount} ({line.year})"
    return {"at": line.amount / top, "text": text, "sources": [line.source], "alt": text}


def _warning(writing: Writing) -> str:
    """Return what to say when no Malaysian figure can be relied on."""
    if has_reliable_malaysian_pay(writing.role, writing.shared):
        return ""
    return writing.translator.say("No reliable Malaysian figure was found for this work.")


def _abroad(writing: Writing, *, notes: bool) -> Block | None:
    rows = elsewhere(writing.role)
    if not rows:
        return None
    words = writing.translator
    return {
        "heading": words.say("Elsewhere; not comparable without the cost of living"),
        "rows": [
            {
                "name": writing.text(pay.label),
                "text": f"{pay_amount(pay, words)} ({when(pay.year, words)})",
                "note": writing.text(pay.note) if notes else "",
                "sources": [pay.source],
            }
            for pay in rows
        ],
    }
