"""The small records that lists are made of, ready before the first painted list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from careerdesk.catalogue.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of work: the first shelf a student sees."""

    id: str
    name: Text
    tagline: Text
    icon: str
    """File name, without ending, of an SVG in ``resources/icons/``."""
    colour: str
    """``#rrggbb`` on a light page."""
    colour_dark: str
    """``#rrggbb`` on a dark page."""


class FieldCount(NamedTuple):
    """A field and how many roles stand in it, retired ones left out."""

    field: Field
    roles: int


class RoleCard(NamedTuple):
    """What a list shows of a role."""

    id: str
    field: str
    title: Text
    tagline: Text
    retired: bool


class CatalogueInfo(NamedTuple):
    """Which catalogue this is."""

    schema: int
    edition: int
    published_on: date
    roles: int
    """Retired ones left out."""
    path: Path

    def age_in_months(self, today: date) -> int:
        """Return the whole months since publication; 0 when the clock is behind it."""
        published = self.published_on
        months = (today.year - published.year) * 12 + today.month - published.month
        return max(0, months - (today.day < published.day))
