"""The words for what the catalogue stores as keys, as message ids for both languages.

Screen and paper take them from here, so that one thing has one name everywhere.
"""

from __future__ import annotations

from enum import StrEnum

from careerdesk.catalogue.role import Condition, JourneyStep, Pay
from careerdesk.catalogue.shared import (
    CertificateStatus,
    InstitutionKind,
    SkillKind,
    SourceKind,
    SupportKind,
)
from careerdesk.catalogue.terms import (
    Basis,
    CheckKind,
    ConditionKind,
    DurationKind,
    HoursPattern,
    Interest,
    Level,
    Need,
    PayGroup,
    PayMeasure,
    Period,
    RouteKind,
    Schooling,
    ScoreKey,
    Translation,
    WorkPlace,
)
from careerdesk.errors import N_
from careerdesk.i18n import Translator

_LABELS: dict[type[StrEnum], dict[str, str]] = {
    SourceKind: {
        SourceKind.OFFICIAL: N_("Official"),
        SourceKind.SURVEY: N_("Survey"),
        SourceKind.PROFESSIONAL_BODY: N_("Professional body"),
        SourceKind.VENDOR: N_("Company’s own figure"),
        SourceKind.ARTICLE: N_("Article"),
        SourceKind.ILLUSTRATIVE: N_("Illustrative, method not given"),
    },
    SkillKind: {
        SkillKind.TECHNICAL: N_("Knowledge and methods"),
        SkillKind.TOOL: N_("Tools"),
        SkillKind.HUMAN: N_("Working with people"),
    },
    CertificateStatus: {
        CertificateStatus.CURRENT: N_("Offered"),
        CertificateStatus.RETIRING: N_("Being retired"),
        CertificateStatus.RETIRED: N_("No longer offered"),
        CertificateStatus.UNCHECKED: N_("Status not checked"),
    },
    InstitutionKind: {
        InstitutionKind.PUBLIC_UNIVERSITY: N_("Public university"),
        InstitutionKind.PRIVATE_UNIVERSITY: N_("Private university"),
        InstitutionKind.BRANCH_CAMPUS: N_("Branch campus of a university abroad"),
        InstitutionKind.POLYTECHNIC: N_("Polytechnic"),
        InstitutionKind.COMMUNITY_COLLEGE: N_("Community college"),
        InstitutionKind.MATRICULATION: N_("Matriculation college"),
        InstitutionKind.TVET: N_("TVET institute"),
        InstitutionKind.TEACHER_INSTITUTE: N_("Teacher education institute"),
        InstitutionKind.FORM_SIX: N_("Form Six"),
        InstitutionKind.PROFESSIONAL: N_("Professional institute"),
        InstitutionKind.ABROAD: N_("University abroad"),
    },
    SupportKind: {
        SupportKind.SCHOLARSHIP: N_("Scholarship"),
        SupportKind.LOAN: N_("Loan"),
        SupportKind.ALLOWANCE: N_("Allowance"),
    },
    Translation: {
        Translation.DRAFTED_BY_SOFTWARE: N_(
            "The Malay text was drafted by software and has not yet been read by a teacher."
        ),
        Translation.READ_BY_TEACHER: N_("The Malay text has been read by a teacher."),
    },
    RouteKind: {
        RouteKind.UNIVERSITY: N_("University"),
        RouteKind.PRE_UNIVERSITY: N_("STPM, matriculation or foundation"),
        RouteKind.DIPLOMA: N_("Diploma or polytechnic"),
        RouteKind.TVET: N_("TVET and skills certificates (SKM)"),
        RouteKind.WORK: N_("Straight to work"),
    },
    CheckKind: {
        CheckKind.UNDERGRADUATE: N_("First degree"),
        CheckKind.POSTGRADUATE: N_("Further degree"),
        CheckKind.PORTFOLIO: N_("Work to show"),
        CheckKind.MINDSET: N_("Frame of mind"),
    },
    Schooling: {
        Schooling.SPM: N_("Straight from school"),
        Schooling.SKM: N_("Skills certificate (SKM)"),
        Schooling.DIPLOMA: N_("Diploma"),
        Schooling.DEGREE: N_("Degree"),
    },
    Need: {Need.REQUIRED: N_("Needed"), Need.HELPFUL: N_("Helpful")},
    ScoreKey: {
        ScoreKey.MALAYSIA_DEMAND: N_("Demand in Malaysia"),
        ScoreKey.GLOBAL_DEMAND: N_("Global demand (United States as a stand-in)"),
        ScoreKey.FUTURE_RELEVANCE: N_("Future relevance"),
        ScoreKey.FRESH_GRADUATE: N_("Openings for fresh graduates"),
        ScoreKey.INTROVERT: N_("Suits quiet people"),
        ScoreKey.EXTROVERT: N_("Suits outgoing people"),
        ScoreKey.AI_EXPOSURE: N_("Exposure to AI"),
    },
    Basis: {
        Basis.DERIVED: N_("Worked out from sources"),
        Basis.PUBLISHED: N_("As published, method not given"),
    },
    Interest: {
        Interest.REALISTIC: N_("Realistic"),
        Interest.INVESTIGATIVE: N_("Investigative"),
        Interest.ARTISTIC: N_("Artistic"),
        Interest.SOCIAL: N_("Social"),
        Interest.ENTERPRISING: N_("Enterprising"),
        Interest.CONVENTIONAL: N_("Conventional"),
    },
    PayGroup: {
        PayGroup.LEVEL: N_("By level"),
        PayGroup.SECTOR: N_("By sector"),
        PayGroup.COUNTRY: N_("In other countries"),
        PayGroup.COMPARATOR: N_("For comparison"),
    },
    PayMeasure: {
        PayMeasure.RANGE: N_("Range"),
        PayMeasure.SCALE: N_("Salary scale, lowest to highest step"),
        PayMeasure.MEDIAN: N_("Median: half earn more, half earn less"),
        PayMeasure.MEAN: N_("Average"),
    },
    Period: {Period.MONTH: N_("a month"), Period.YEAR: N_("a year")},
    ConditionKind: {
        ConditionKind.ENVIRONMENT: N_("Place of work"),
        ConditionKind.REMOTE: N_("Working from home"),
        ConditionKind.HOURS: N_("Hours"),
        ConditionKind.LEADERSHIP: N_("Leading others"),
        ConditionKind.EMPATHY: N_("Feeling for others"),
        ConditionKind.STRESS: N_("Stress"),
    },
    HoursPattern: {
        HoursPattern.DAY: N_("Mostly by day"),
        HoursPattern.SHIFTS: N_("Shifts, also nights or weekends"),
        HoursPattern.VARIED: N_("By day, with late spells or call-outs"),
    },
    WorkPlace: {
        WorkPlace.ON_SITE: N_("At the place of work"),
        WorkPlace.PARTLY_HOME: N_("Partly from home"),
        WorkPlace.HOME: N_("Often from home"),
    },
    Level: {
        Level.NONE: N_("None"),
        Level.LOW: N_("Low"),
        Level.MEDIUM: N_("Medium"),
        Level.HIGH: N_("High"),
    },
}


def label(value: StrEnum, translator: Translator) -> str:
    """Return the word or sentence for a stored key, such as ``RouteKind.TVET``."""
    return translator.say(_LABELS[type(value)][value])


def interest_letter(interest: Interest, translator: Translator) -> str:
    """Return the letter of an interest; Malaysian schools write Conventional as K in Malay."""
    if translator.language == "ms" and interest is Interest.CONVENTIONAL:
        return "K"
    return interest.value


def duration(step: JourneyStep, translator: Translator) -> str:
    """Return how long a journey step takes, in words."""
    if step.duration is DurationKind.ONGOING:
        return translator.say("ongoing")
    if step.duration is DurationKind.LIFETIME:
        return translator.say("the rest of a working life")
    return translator.years(step.years_min, step.years_max)


def pay_amount(pay: Pay, translator: Translator) -> str:
    """Return a pay figure with its period: ``RM 3,500 – 6,000 a month``."""
    amount = translator.money_range(pay.low, pay.high, pay.currency)
    return f"{amount} {label(pay.period, translator)}"


def level_range(condition: Condition, translator: Translator) -> str:
    """Return the level or range of levels of a condition; empty when it has none."""
    if condition.low is None:
        return ""
    low = label(condition.low, translator)
    if condition.high is None or condition.high == condition.low:
        return low
    high = label(condition.high, translator).lower()
    return translator.say("{low} to {high}", low=low, high=high)


def hours(condition: Condition, translator: Translator) -> str:
    """Return the hours a week of a condition; empty when it has none."""
    if condition.hours_min is None:
        return ""
    return translator.say(
        "{hours} hours a week",
        hours=translator.number_range(condition.hours_min, condition.hours_max),
    )
