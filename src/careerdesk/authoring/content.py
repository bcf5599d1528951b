"""What ``data/`` holds once it has been read: one edition of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from careerdesk.catalogue.role import Role
from careerdesk.catalogue.shared import Shared


@dataclass(frozen=True, slots=True)
class Content:
    """All that one edition of the catalogue says."""

    edition: int
    """Counts up from 1 with every published catalogue."""
    published_on: date
    shared: Shared
    roles: tuple[Role, ...]
    """In the order of their ids; retired ones included."""
