"""What a role is measured by: its scores and interests, and what they are worked out from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from careerdesk.catalogue.terms import Basis, Interest, ScoreKey


@dataclass(frozen=True, slots=True, kw_only=True)
class OnetCode:
    """An occupation of O*NET that this role is measured by."""

    code: str
    """O*NET-SOC code, as in ``15-2051.00``."""
    title: str
    """The title as O*NET writes it."""
    weight: float = 1.0
    """Share of this occupation in the role; the shares of a role add to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreInput:
    """A number that went into a derived score."""

    name: str
    """Key of the input in its method."""
    value: float
    code: str | None = None
    """The O*NET-SOC code or MASCO unit group that the number is about."""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One of the seven scores on one basis."""

    key: ScoreKey
    basis: Basis
    value: int
    """0 to 100."""
    method: str | None = None
    """Id and version of the method, as in ``global_demand/1``; none when published."""
    inputs: tuple[ScoreInput, ...] = ()
    source: str
    """The main source; every input names its own."""
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestScore:
    """How strongly the work speaks to one RIASEC interest."""

    interest: Interest
    value: int
    """0 to 100."""
    source: str
