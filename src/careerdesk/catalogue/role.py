"""What a role is: one frozen dataclass per section of its page.

These classes, with those of :mod:`careerdesk.catalogue.score`, are the one definition of the
format. The authoring room validates ``data/`` against them and makes the JSON Schema from them;
the catalogue file has one table per section class; the store hands them out again. The strings
below a field are what an author sees in an editor.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from careerdesk.catalogue.score import InterestScore, OnetCode, Score
from careerdesk.catalogue.terms import (
    CheckKind,
    ConditionKind,
    DurationKind,
    HoursPattern,
    Level,
    Need,
    PayGroup,
    PayMeasure,
    Period,
    RouteKind,
    Schooling,
    StoryKind,
    Translation,
)
from careerdesk.catalogue.text import Text, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A role that is easily taken for this one."""

    role: str
    difference: Text
    """One line: how it differs from this role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPart:
    """A short paragraph of the story."""

    kind: StoryKind = StoryKind.PLAIN
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """One reason to choose the work, facing one thing that is hard about it."""

    why_title: Text
    why: Text
    hard_title: Text
    hard: Text
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something done on a working day."""

    when: Text | None = None
    """Time of the day, where the day has an order."""
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A titled point: a responsibility, or a way to keep learning."""

    title: Text
    text: Text
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyStep:
    """A step of the way into the work, in order."""

    title: Text
    text: Text
    duration: DurationKind = DurationKind.YEARS
    years_min: float | None = None
    """Only when ``duration`` is ``years``."""
    years_max: float | None = None
    route: RouteKind | None = None
    """The route that this step belongs to; none when it belongs to all."""
    source: str | None = None
    """Needed as soon as the step has years."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry requirement."""

    text: Text
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """An example of a programme to apply for."""

    name: str
    institution: str | None = None
    note: Text | None = None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One way in, from SPM to the first pay."""

    kind: RouteKind
    title: Text
    text: Text
    years_min: float | None = None
    """Years from SPM (about age 17) to first pay in this work or on its first rung."""
    years_max: float | None = None
    source: str | None = None
    """Source of the years."""
    entry: tuple[Entry, ...] = ()
    programmes: tuple[Programme, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AcademicCheck:
    """A line of the academic reality check."""

    kind: CheckKind
    text: Text
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectNeed:
    """An SPM subject that matters for this role."""

    subject: str
    need: Need
    text: Text
    """Why it matters, in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """A rung of the career ladder, lowest first."""

    title: Text
    text: Text
    role: str | None = None
    """The role of this catalogue that stands on this rung."""
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pay:
    """A pay figure, always whole: amount, currency, period, place, year and source."""

    group: PayGroup
    label: Text
    """The level, the sector or the country."""
    low: float
    high: float | None = None
    """None when the range is open upwards; equal to ``low`` when it is one figure."""
    currency: str
    """ISO 4217."""
    period: Period
    country: str
    """ISO 3166-1 alpha-2."""
    measure: PayMeasure = PayMeasure.RANGE
    entry: bool = False
    """True for the one row that says what beginners in Malaysia earn today."""
    year: str
    """Year or years that the figure is about; ``undated`` when its source does not say."""
    source: str
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What is said about demand in one place."""

    country: str
    """ISO 3166-1 alpha-2."""
    text: Text
    cities: Words = Words()
    """Names of towns and regions, as each language writes them."""
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A row of the working conditions.

    Without a source the row is our own reading, and is marked so on screen and on paper.
    """

    kind: ConditionKind
    text: Text
    low: Level | None = None
    high: Level | None = None
    hours_min: float | None = None
    """Hours a week; needs a source."""
    hours_max: float | None = None
    pattern: HoursPattern | None = None
    """Only in the row ``hours``: how the hours of most posts fall; our reading."""
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillUse:
    """A skill that this role uses."""

    skill: str
    text: Text
    """What this role uses it for, in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateUse:
    """A certificate, licence or registration that counts in this role."""

    certificate: str
    required: bool = False
    """True when the law or a board requires it."""
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StudyPlace:
    """A place to study for this role."""

    institution: str
    programme: str | None = None
    note: Text | None = None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportUse:
    """A scholarship, loan or allowance that fits this role's routes."""

    support: str
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A real person, with what they are known for."""

    name: str
    text: Text
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A book to look for in a library."""

    title: str
    author: str
    text: Text
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Website:
    """A site to visit where there is internet; shown as text, never as a link."""

    name: str
    address: str | None = None
    text: Text
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationUse:
    """A body or community that matters in this role."""

    organisation: str
    text: Text
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A disclaimer."""

    text: Text
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRole:
    """What an author writes about a role, section by section."""

    id: str
    """Stable slug: lower-case letters, digits and hyphens. Never reused."""
    field: str
    title: Text
    other_titles: Words = Words()
    """Titles that employers also use."""
    search_words: Words = Words()
    """Hidden words that should lead here, everyday ones above all."""
    tagline: Text
    """One line, at most about 90 characters."""
    summary: Text
    """Two or three sentences."""
    masco_code: str | None = None
    """MASCO 2020 code, as in ``2524-11``."""
    masco_title: str | None = None
    """The Malay title that MASCO gives that code."""
    isco_code: str | None = None
    """ISCO-08 unit group, four digits."""
    schooling: Schooling | None = None
    """Least schooling for the work itself; only where that is more than the shortest route ends
    with, because some routes lead to a first rung below it."""
    reviewed_on: date
    translation: Translation = Translation.DRAFTED_BY_SOFTWARE
    retired_on: date | None = None
    onet: tuple[OnetCode, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    story: tuple[StoryPart, ...] = ()
    balance: tuple[Balance, ...] = ()
    day: tuple[Task, ...] = ()
    responsibilities: tuple[Point, ...] = ()
    journey: tuple[JourneyStep, ...] = ()
    routes: tuple[Route, ...] = ()
    academic: tuple[AcademicCheck, ...] = ()
    subjects: tuple[SubjectNeed, ...] = ()
    ladder: tuple[Rung, ...] = ()
    pay: tuple[Pay, ...] = ()
    outlook: tuple[Outlook, ...] = ()
    conditions: tuple[Condition, ...] = ()
    skills: tuple[SkillUse, ...] = ()
    development: tuple[Point, ...] = ()
    certificates: tuple[CertificateUse, ...] = ()
    study: tuple[StudyPlace, ...] = ()
    supports: tuple[SupportUse, ...] = ()
    people: tuple[Person, ...] = ()
    books: tuple[Book, ...] = ()
    websites: tuple[Website, ...] = ()
    organisations: tuple[OrganisationUse, ...] = ()
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(WrittenRole):
    """A role as the catalogue holds it: what was written, and what was worked out."""

    scores: tuple[Score, ...] = ()
    interests: tuple[InterestScore, ...] = ()
    """All six, in RIASEC order, or none."""
