"""Records that many roles point to by id: sources, skills, certificates, places to study.

An id, once shipped, is never reused. A record that leaves the catalogue keeps its id and gets
``retired_on``, so that a student's ticks outlive every edit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careerdesk.catalogue.cards import Field as Field
from careerdesk.catalogue.text import Text, Words


class SourceKind(StrEnum):
    """How far a source can be trusted, strongest first."""

    OFFICIAL = "official"
    SURVEY = "survey"
    PROFESSIONAL_BODY = "professional_body"
    VENDOR = "vendor"
    ARTICLE = "article"
    ILLUSTRATIVE = "illustrative"


class SkillKind(StrEnum):
    """The three groups that the skills checklist shows."""

    TECHNICAL = "technical"
    TOOL = "tool"
    HUMAN = "human"


class CertificateStatus(StrEnum):
    """Whether a certificate can still be earned on the day it was checked."""

    CURRENT = "current"
    RETIRING = "retiring"
    RETIRED = "retired"
    UNCHECKED = "unchecked"


class InstitutionKind(StrEnum):
    """What sort of place it is, in the terms of the Malaysian system."""

    PUBLIC_UNIVERSITY = "public_university"
    PRIVATE_UNIVERSITY = "private_university"
    BRANCH_CAMPUS = "branch_campus"
    POLYTECHNIC = "polytechnic"
    COMMUNITY_COLLEGE = "community_college"
    MATRICULATION = "matriculation"
    TVET = "tvet"
    TEACHER_INSTITUTE = "teacher_institute"
    FORM_SIX = "form_six"
    PROFESSIONAL = "professional"
    ABROAD = "abroad"


class SupportKind(StrEnum):
    """Ways of paying for study."""

    SCHOLARSHIP = "scholarship"
    LOAN = "loan"
    ALLOWANCE = "allowance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a figure comes from."""

    id: str
    title: str
    """As the source itself writes it, in its own language."""
    publisher: str
    address: str | None = None
    """A web address, shown as text; none when the source has none."""
    published: str
    """Year, date or period that the source states, in digits; ``undated`` when it states none."""
    retrieved_on: date
    """The day on which we read it."""
    licence: str
    kind: SourceKind
    note: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """Something a student can have, be learning, or not have yet."""

    id: str
    kind: SkillKind
    name: Text
    text: Text
    """What it is, in one plain sentence."""
    retired_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """A certificate, licence or registration."""

    id: str
    name: str
    provider: str
    status: CertificateStatus
    checked_on: date
    """The day on which the status was looked up."""
    status_note: Text | None = None
    """What a student should do about a certificate that is not current."""
    source: str
    retired_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """A place to study."""

    id: str
    name: str
    kind: InstitutionKind
    country: str
    """ISO 3166-1 alpha-2."""
    place: str | None = None
    """Town or state."""
    short_name: str | None = None
    retired_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A professional body, regulator or community."""

    id: str
    name: str
    address: str | None = None
    retired_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """A scholarship, loan or allowance."""

    id: str
    kind: SupportKind
    name: str
    text: Text
    who: Text
    """Who may apply."""
    source: str
    retired_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A subject of the SPM examination."""

    id: str
    name: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """A national pay figure that every pay chart draws in."""

    id: str
    name: Text
    amount: float
    """RM a month."""
    year: int
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the glossary."""

    id: str
    name: Text
    forms: Words = Words()
    """Other ways in which it is written. One with a capital letter is found only as it stands."""
    text: Text
    """What it means, in a sentence or two."""
    source: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonym:
    """Everyday words and short phrases for one thing; looking for one of them finds the others."""

    id: str
    words: Words


@dataclass(frozen=True, slots=True)
class Shared:
    """All shared records of one catalogue, by id."""

    sources: Mapping[str, Source]
    skills: Mapping[str, Skill]
    certificates: Mapping[str, Certificate]
    institutions: Mapping[str, Institution]
    organisations: Mapping[str, Organisation]
    supports: Mapping[str, Support]
    subjects: Mapping[str, Subject]
    baselines: Mapping[str, Baseline]
    terms: Mapping[str, Term]
    synonyms: Mapping[str, Synonym]
    fields: Mapping[str, Field]
