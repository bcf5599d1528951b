"""Pay on paper: Malaysian figures on one scale, those of other places in words."""

from __future__ import annotations

from collections.abc import Sequence

from careerdesk.catalogue.evidence import when
from careerdesk.catalogue.role import Pay
from careerdesk.catalogue.series import (
    PayScale,
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
from careerdesk.sheets.writing import Block, Writing

_TICKS = 4


def pay_block(writing: Writing, *, sectors: bool, abroad: bool, notes: bool) -> Block:
    """Return what the sheet says about pay."""
    words = writing.translator
    rows = [
        pay
        for pay in malaysian_monthly(writing.role)
        if sectors or pay.group is not PayGroup.SECTOR
    ]
    baselines = tuple(writing.shared.baselines.values())
    scale = pay_scale(rows, max((line.amount for line in baselines), default=None))
    return {
        "heading": words.say("Pay in Malaysia, ringgit a month"),
        "groups": [
            {"name": label(group, words), "rows": [_row(writing, pay, scale) for pay in members]}
            for group, members in by_group(rows).items()
        ],
        "ticks": [
            {"at": tick / _TICKS, "text": words.number(round(scale.top * tick / _TICKS))}
            for tick in range(_TICKS + 1)
            if rows
        ],
        "baselines": [_baseline(writing, line, scale) for line in baselines],
        "legend": _legend(writing, rows),
        "warning": _warning(writing),
        "abroad": _abroad(writing, notes=notes) if abroad else None,
    }


def _legend(writing: Writing, rows: Sequence[Pay]) -> list[list[str]]:
    if not any(writing.is_illustrative(pay.source) for pay in rows):
        return []
    return [["published", label(SourceKind.ILLUSTRATIVE, writing.translator)]]


def _row(writing: Writing, pay: Pay, scale: PayScale) -> Block:
    words = writing.translator
    name = writing.text(pay.label)
    amount = words.money_range(pay.low, pay.high, pay.currency)
    stated = when(pay.year, words)
    return {
        "name": name,
        "text": amount,
        "year": stated,
        "start": pay.low / scale.top,
        "end": drawn_end(pay) / scale.top,
        "open": pay.high is None,
        "basis": "published" if writing.is_illustrative(pay.source) else "derived",
        "sources": [pay.source],
        "alt": f"{name}: {pay_amount(pay, words)} ({label(pay.measure, words)}; {stated})",
    }


def _baseline(writing: Writing, line: Baseline, scale: PayScale) -> Block:
    amount = writing.translator.money(line.amount, "MYR")
    text = f"{writing.text(line.name)}: {amount} ({line.year})"
    return {"at": line.amount / scale.top, "text": text, "sources": [line.source], "alt": text}


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
