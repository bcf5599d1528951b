"""What is wanted on paper: the same order whether a button or a command gives it."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from enum import StrEnum

from careerdesk.errors import N_, CareerdeskError, ExitCode
from careerdesk.i18n import Translator


class Kind(StrEnum):
    """The sheets that there are."""

    ROLE = "role"
    """Two pages about one role."""
    SUMMARY = "summary"
    """One page about one role."""
    BOOKLET = "booklet"
    """A page about each of several roles, with a cover, a comparison and lines to write on."""
    COMPARE = "compare"
    """Two to four roles side by side, on one broad page."""
    SUBJECT = "subject"
    """A poster of where an SPM subject leads."""
    PARENTS = "parents"
    """A letter to parents about one role."""


_LABELS = {
    Kind.ROLE: N_("Role sheet, two pages"),
    Kind.SUMMARY: N_("Summary, one page"),
    Kind.BOOKLET: N_("Booklet"),
    Kind.COMPARE: N_("Comparison"),
    Kind.SUBJECT: N_("Poster of a subject"),
    Kind.PARENTS: N_("Letter to parents"),
}

ABOUT_ONE_ROLE = (Kind.ROLE, Kind.SUMMARY, Kind.PARENTS)
"""The kinds that one role is enough for."""


def kind_name(kind: Kind, translator: Translator) -> str:
    """Return what a kind of sheet is called."""
    return translator.say(_LABELS[kind])


class Paper(StrEnum):
    """Sizes of paper."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def typst_name(self) -> str:
        """What typst calls it."""
        return "us-letter" if self is Paper.LETTER else "a4"

    @property
    def millimetres(self) -> tuple[float, float]:
        """Width and height of an upright page."""
        return (215.9, 279.4) if self is Paper.LETTER else (210.0, 297.0)


@dataclass(frozen=True, slots=True)
class Look:
    """How a sheet is to look."""

    language: str
    """``en`` or ``ms``."""
    paper: Paper = Paper.A4
    grey: bool = False
    """Greys alone, for a printer without colours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a sheet is to be about."""

    kind: Kind
    roles: tuple[str, ...] = ()
    """Ids of roles, in the order in which they are to come."""
    subject: str | None = None
    """Id of an SPM subject; for a poster alone."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """Why the student chose a role, in their own words, by its id; for a booklet alone."""
    notes: Mapping[str, str] = field(default_factory=dict)
    """What else the student wrote about a role, by its id; for a booklet alone."""
    have: Set[str] = frozenset()
    """Ids of the skills that the student has; for a booklet alone."""
    learning: Set[str] = frozenset()
    """Ids of the skills that the student is learning; for a booklet alone."""


class NothingToPrint(CareerdeskError):
    """A sheet was ordered without what it should be about."""

    sentence = N_(
        "There is nothing to put on this sheet: {reason} Nothing was saved; "
        "please choose something first."
    )
    exit_code = ExitCode.USAGE


class NotOnOneSheet(CareerdeskError):
    """More was ordered than a sheet of that kind is about."""

    sentence = N_(
        "The sheet “{kind}” cannot be about all of this: {asked}. Nothing was saved; a booklet is "
        "about several roles, and a poster is about a subject."
    )
    exit_code = ExitCode.USAGE


class UnknownSubject(CareerdeskError):
    """A poster was ordered of a subject that the catalogue does not know."""

    sentence = N_(
        "There is no subject “{subject}” in this catalogue; it has {known}. Nothing was saved."
    )
