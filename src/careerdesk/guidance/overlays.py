"""Scores and pay of several roles on one scale each, as plain numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from careerdesk.catalogue.role import Pay, Role
from careerdesk.catalogue.score import Score
from careerdesk.catalogue.series import is_illustrative, malaysian_monthly, pay_scale
from careerdesk.catalogue.shared import Baseline, Shared
from careerdesk.catalogue.terms import Basis, Interest, PayGroup, ScoreKey
from careerdesk.catalogue.wording import interest_letter, label
from careerdesk.i18n import Translator

BASELINE = "graduate-median"
"""Id of the national figure that pay is seen against."""


@dataclass(frozen=True, slots=True)
class Value:
    """One number of 0 to 100, and where it comes from."""

    value: int
    basis: Basis
    source: str


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One score or interest of all roles."""

    key: StrEnum
    """A :class:`ScoreKey` or an :class:`Interest`."""
    name: str
    values: tuple[Value | None, ...]
    """In the order of the roles; None where there is no evidence."""


@dataclass(frozen=True, slots=True)
class ScoreOverlay:
    """Numbers from 0 to 100, a line for each thing that is scored."""

    lines: tuple[ScoreLine, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources, each once."""
        found = (value.source for line in self.lines for value in line.values if value is not None)
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class PayLine:
    """One pay figure of a role, in ringgit a month."""

    pay: Pay
    illustrative: bool
    """Its source does not say how it was found."""


@dataclass(frozen=True, slots=True)
class PayOverlay:
    """Malaysian pay of all roles on one scale, in ringgit a month."""

    rows: tuple[tuple[PayLine, ...], ...]
    """The figures of each role, in the order of the roles; none where none was found."""
    top: float
    """RM a month at the right end of the scale, which starts at nothing."""
    baseline: Baseline | None
    """The median pay of the country's working graduates."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources, each once; that of the baseline last."""
        found = [line.pay.source for lines in self.rows for line in lines]
        if self.baseline is not None:
            found.append(self.baseline.source)
        return tuple(dict.fromkeys(found))


def scores(roles: Sequence[Role], translator: Translator) -> ScoreOverlay:
    """Return the seven scores, those that no role has left out."""
    lines = (
        ScoreLine(key, label(key, translator), tuple(_score(role, key) for role in roles))
        for key in ScoreKey
    )
    return ScoreOverlay(tuple(line for line in lines if any(line.values)))


def interests(roles: Sequence[Role], translator: Translator) -> ScoreOverlay:
    """Return the six interests; no lines when no role has them."""
    lines = (
        ScoreLine(
            interest,
            f"{interest_letter(interest, translator)} · {label(interest, translator)}",
            tuple(_interest(role, interest) for role in roles),
        )
        for interest in Interest
    )
    return ScoreOverlay(tuple(line for line in lines if any(line.values)))


def pay(roles: Sequence[Role], shared: Shared) -> PayOverlay:
    """Return the pay by level, and by sector where a role has no levels, on one scale."""
    baseline = shared.baselines.get(BASELINE)
    rows = tuple(
        tuple(PayLine(row, is_illustrative(row.source, shared)) for row in _shown(role))
        for role in roles
    )
    drawn = [line.pay for lines in rows for line in lines]
    top = pay_scale(drawn, None if baseline is None else baseline.amount).top
    return PayOverlay(rows, top, baseline)


def _shown(role: Role) -> tuple[Pay, ...]:
    """Return the Malaysian figures that say most: by level, or whatever there is."""
    rows = malaysian_monthly(role)
    levels = tuple(row for row in rows if row.group is PayGroup.LEVEL)
    return levels or rows


def _score(role: Role, key: ScoreKey) -> Value | None:
    """Return the score that was worked out, or else the published one."""
    found = sorted(
        (score for score in role.scores if score.key is key),
        key=lambda score: score.basis is Basis.PUBLISHED,
    )
    return _value(found[0]) if found else None


def _value(score: Score) -> Value:
    return Value(score.value, score.basis, score.source)


def _interest(role: Role, interest: Interest) -> Value | None:
    for score in role.interests:
        if score.interest is interest:
            return Value(score.value, Basis.DERIVED, score.source)
    return None
