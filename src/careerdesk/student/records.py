"""What a student keeps, as frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from careerdesk.catalogue.text import Text

NOTE_LIMIT = 2000
WHY_LIMIT = 500
PROOF_LIMIT = 1000
PREFERENCE_LIMIT = 2000
NAME_LIMIT = 300
"""Characters. A title or name longer than this is cut; a student's own words never are."""

LAST_FOLDER = "last_folder"
"""The preference that holds the folder in which the student saved last; it stays here."""

MOST_POINTS = 5
"""An answer to a question about interests is 1, not at all, to 5, very much."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a student said to one question about their interests."""

    question_id: str
    points: int
    """From 1 to ``MOST_POINTS``."""
    changed_at: str
    """UTC, ISO 8601. For people to read: nothing is decided by it."""


class ChangeKind(StrEnum):
    """The parts of a student file that change on their own."""

    SHORTLIST = "shortlist"
    SKILLS = "skills"
    ANSWERS = "answers"
    PREFERENCES = "preferences"


class Edit(NamedTuple):
    """Rows of a student file to be put back, as plain data: what undoes a change.

    A row that is None is to be taken away. Whoever keeps a stack of these, newest last, and gives
    the last one to :meth:`StudentFile.apply`, has undo; what that hands out in turn is redo.
    """

    shortlist: tuple[tuple[str, ShortlistItem | None], ...] = ()
    order: tuple[str, ...] | None = None
    """The whole order of the shortlist; None where the places of the items above say enough."""
    skills: tuple[tuple[str, SkillMark | None], ...] = ()
    answers: tuple[tuple[str, Answer | None], ...] = ()
    preferences: tuple[tuple[str, str | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What has just been saved: which part, and which role, skill, question or preference in it."""

    kind: ChangeKind
    ids: tuple[str, ...]
    undo: Edit | None = field(default=None, compare=False)
    """What takes the whole action back. An action on several parts is told part by part, and only
    the first of these changes carries it."""


class Lasting(StrEnum):
    """How long what is done now will be there."""

    KEPT = "kept"
    UNTIL_RESTART = "until_restart"
    """This computer forgets it when it is started anew, or at log-off."""
    UNTIL_CLOSED = "until_closed"
    """Nothing is on a disk at all."""


class Content(NamedTuple):
    """Everything in a student file at one moment."""

    shortlist: tuple[ShortlistItem, ...]
    skill_marks: Mapping[str, SkillMark]
    answers: Mapping[str, Answer]
    preferences: Mapping[str, str]


class Counts(NamedTuple):
    """How much of a student's own work there is; preferences are not work."""

    roles: int = 0
    notes: int = 0
    skills: int = 0
    answers: int = 0

    @classmethod
    def of(cls, content: Content) -> Counts:
        """Count what is in ``content``."""
        return cls(
            roles=len(content.shortlist),
            notes=sum(bool(item.note) + bool(item.why) for item in content.shortlist),
            skills=len(content.skill_marks),
            answers=len(content.answers),
        )

    def __bool__(self) -> bool:
        """Whether there is anything that somebody would miss."""
        return any((self.roles, self.notes, self.skills, self.answers))
