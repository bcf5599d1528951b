"""What a student keeps, as frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from careerdesk.catalogue.text import Text

NOTE_LIMIT = 2000
WHY_LIMIT = 500
PROOF_LIMIT = 1000
PREFERENCE_LIMIT = 2000
NAME_LIMIT = 300
"""Characters. A title or name longer than this is cut; a student's own words never are."""


class SkillState(StrEnum):
    """How far a student is with a skill."""

    NOT_YET = "not_yet"
    LEARNING = "learning"
    HAVE = "have"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortlistItem:
    """One role on the shortlist."""

    role_id: str
    position: int
    """From 0, without gaps."""
    title: Text
    """As last seen; a role that has left the catalogue is still shown by it."""
    note: str = ""
    why: str = ""
    """The student's line on why they chose it."""
    added_at: str
    """UTC, ISO 8601. For people to read: nothing is decided by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMark:
    """What a student said about one skill."""

    skill_id: str
    state: SkillState
    proof: str = ""
    """What shows that they have it, in their own words."""
    name: Text
    """As last seen; a skill that has left the catalogue is still shown by it."""
    changed_at: str
    """UTC, ISO 8601. For people to read: nothing is decided by it."""


class ChangeKind(StrEnum):
    """The parts of a student file that change on their own."""

    SHORTLIST = "shortlist"
    SKILLS = "skills"
    PREFERENCES = "preferences"


@dataclass(frozen=True, slots=True)
class Change:
    """What has just been saved: which part, and which role, skill or preference in it."""

    kind: ChangeKind
    ids: tuple[str, ...]


class Content(NamedTuple):
    """Everything in a student file at one moment."""

    shortlist: tuple[ShortlistItem, ...]
    skill_marks: Mapping[str, SkillMark]
    preferences: Mapping[str, str]
