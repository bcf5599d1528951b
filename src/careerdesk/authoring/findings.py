"""What the checks of single roles hand back, and what they are told."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from careerdesk.authoring.faults import Severity
from careerdesk.authoring.read import Draft, RoleDraft
from careerdesk.catalogue.leaves import Path
from careerdesk.catalogue.shared import Shared


class Finding(NamedTuple):
    """Something wrong at one place of a role or record."""

    path: Path
    message: str
    severity: Severity = Severity.ERROR


def warning(path: Path, message: str) -> Finding:
    """Return a finding that does not keep a catalogue from being made."""
    return Finding(path, message, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a check of one role may look up."""

    draft: Draft
    shared: Shared
    roles: dict[str, RoleDraft]
    """By the name of their file."""
    published_on: date | None
    """The day of the edition, against which ages are measured."""

    @classmethod
    def of(cls, draft: Draft) -> Surroundings:
        """Return the surroundings of every role in ``draft``."""
        return cls(
            draft=draft,
            shared=draft.shared(),
            roles={role.stem: role for role in draft.roles},
            published_on=draft.edition.published_on if draft.edition else None,
        )

    def look_up(self, kind: str, wanted: str, path: Path) -> list[Finding]:
        """Return what is wrong with a reference at ``path`` to the ``kind`` record ``wanted``."""
        known = self.draft.ids(kind)
        if wanted not in known:
            if kind != "roles" and self.draft.records[kind].document.cut_short:
                return []
            near = nearest(wanted, known)
            return [Finding(path, f"`{wanted}` is not in {self.where(kind)}; expected {near}")]
        retired = self.retired_on(kind, wanted)
        if retired is None:
            return []
        return [Finding(path, f"`{wanted}` was retired on {retired}; expected one still in use")]

    @staticmethod
    def where(kind: str) -> str:
        """Return where records of ``kind`` are written."""
        return "data/roles/" if kind == "roles" else f"{kind}.yaml"

    def retired_on(self, kind: str, wanted: str) -> date | None:
        """Return the day on which a record left the catalogue, if it has."""
        if kind == "roles":
            role = self.roles[wanted].role
            return role.retired_on if role else None
        return getattr(getattr(self.shared, kind).get(wanted), "retired_on", None)


def nearest(wanted: str, known: frozenset[str]) -> str:
    """Return words for the id that was probably meant by ``wanted``."""
    close = difflib.get_close_matches(wanted, sorted(known), n=1)
    return f"`{close[0]}`, perhaps" if close else "an id that stands there"
