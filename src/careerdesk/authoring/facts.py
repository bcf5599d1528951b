"""What a role file says beside the role: published scores, and the facts for derived ones.

A role's ``facts:`` block is written by the facts tool from the official tables. The score methods
read it; nothing else does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careerdesk.catalogue.role import WrittenRole
from careerdesk.catalogue.terms import ScoreKey


class FactName(StrEnum):
    """The numbers that the methods know."""

    MYCOL_2019_20 = "mycol_2019_20"
    MYCOL_2020_21 = "mycol_2020_21"
    MYCOL_2022_23 = "mycol_2022_23"
    MYCOL_2024_25 = "mycol_2024_25"
    GROWTH_PERCENT = "growth_percent"
    GROWTH_PERCENTILE = "growth_percentile"
    OPENINGS_THOUSANDS = "openings_thousands"
    OPENINGS_PERCENTILE = "openings_percentile"
    NEWCOMER_OPENNESS = "newcomer_openness"
    SOCIAL_ORIENTATION = "social_orientation"
    SOCIAL_ORIENTATION_PERCENTILE = "social_orientation_percentile"
    INTERPERSONAL_PERCENTILE = "interpersonal_percentile"
    EXPOSURE_BETA = "exposure_beta"
    EXPOSURE_PERCENTILE = "exposure_percentile"
    OBSERVED_EXPOSURE = "observed_exposure"
    INTEREST_R = "interest_r"
    INTEREST_I = "interest_i"
    INTEREST_A = "interest_a"
    INTEREST_S = "interest_s"
    INTEREST_E = "interest_e"
    INTEREST_C = "interest_c"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One number from an official table."""

    name: FactName
    code: str
    """The O*NET-SOC code of the role, or the MASCO unit group, that the number is about."""
    value: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All numbers that the scores of one role are worked out from."""

    taken_on: date
    """The day on which the tables were read."""
    values: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A score that a named page gives without a method."""

    key: ScoreKey
    value: int
    """0 to 100."""
    source: str
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleFile(WrittenRole):
    """All that a role file may say."""

    published: tuple[Published, ...] = ()
    facts: Facts | None = None
    """Written by the facts tool; never by hand."""
