"""The closed lists of words that a role is described with.

Their members are what stands in ``data/`` and in the catalogue; what a student reads for each of
them is in :mod:`careerdesk.catalogue.wording`.
"""

from __future__ import annotations

from enum import StrEnum


class Translation(StrEnum):
    """How the Malay text of a role came about."""

    DRAFTED_BY_SOFTWARE = "drafted_by_software"
    READ_BY_TEACHER = "read_by_teacher"


class StoryKind(StrEnum):
    """What a paragraph of the story is about."""

    PLAIN = "plain"
    SCENE = "scene"
    """A scene in Malaysia."""
    AI = "ai"
    """What AI changes in this work, and what it does not."""


class RouteKind(StrEnum):
    """The ways in, as Malaysian schools speak of them."""

    UNIVERSITY = "university"
    PRE_UNIVERSITY = "pre_university"
    """STPM, matriculation or foundation, and then a degree."""
    DIPLOMA = "diploma"
    TVET = "tvet"
    WORK = "work"
    """Straight to work, academy or cadetship."""


class Schooling(StrEnum):
    """What one has to have finished before the work itself can begin, least first."""

    SPM = "spm"
    """Straight from school; training on the job or in an academy may follow."""
    SKM = "skm"
    """A skills or college certificate: SKM, DKM, DLKM and their like."""
    DIPLOMA = "diploma"
    DEGREE = "degree"
    """A degree, or a professional examination that stands for one."""


SCHOOLING_OF = {
    RouteKind.WORK: Schooling.SPM,
    RouteKind.TVET: Schooling.SKM,
    RouteKind.DIPLOMA: Schooling.DIPLOMA,
    RouteKind.PRE_UNIVERSITY: Schooling.DEGREE,
    RouteKind.UNIVERSITY: Schooling.DEGREE,
}
"""The schooling with which each way in ends."""


class DurationKind(StrEnum):
    """Whether a step of the journey has an end."""

    YEARS = "years"
    ONGOING = "ongoing"
    LIFETIME = "lifetime"


class CheckKind(StrEnum):
    """The four parts of the academic reality check."""

    UNDERGRADUATE = "undergraduate"
    POSTGRADUATE = "postgraduate"
    PORTFOLIO = "portfolio"
    MINDSET = "mindset"


class Need(StrEnum):
    """How much a school subject matters."""

    REQUIRED = "required"
    HELPFUL = "helpful"


class ScoreKey(StrEnum):
    """The seven scores, in the order in which they are shown."""

    MALAYSIA_DEMAND = "malaysia_demand"
    GLOBAL_DEMAND = "global_demand"
    FUTURE_RELEVANCE = "future_relevance"
    FRESH_GRADUATE = "fresh_graduate"
    INTROVERT = "introvert"
    EXTROVERT = "extrovert"
    AI_EXPOSURE = "ai_exposure"


class Basis(StrEnum):
    """How a score came about."""

    DERIVED = "derived"
    PUBLISHED = "published"


class Interest(StrEnum):
    """The six RIASEC interests."""

    REALISTIC = "R"
    INVESTIGATIVE = "I"
    ARTISTIC = "A"
    SOCIAL = "S"
    ENTERPRISING = "E"
    CONVENTIONAL = "C"


class PayGroup(StrEnum):
    """What a pay row is about."""

    LEVEL = "level"
    SECTOR = "sector"
    COUNTRY = "country"
    COMPARATOR = "comparator"
    """An official figure of another country, for comparison."""


class PayMeasure(StrEnum):
    """What the two ends of a pay row are."""

    RANGE = "range"
    SCALE = "scale"
    """The lowest and highest step of a salary scale."""
    MEDIAN = "median"
    MEAN = "mean"


class Period(StrEnum):
    """What a pay figure is paid for."""

    MONTH = "month"
    YEAR = "year"


class ConditionKind(StrEnum):
    """The rows of the working conditions."""

    ENVIRONMENT = "environment"
    REMOTE = "remote"
    HOURS = "hours"
    LEADERSHIP = "leadership"
    EMPATHY = "empathy"
    STRESS = "stress"


class HoursPattern(StrEnum):
    """How the working hours of most posts fall."""

    DAY = "day"
    """By day, on most weekdays."""
    SHIFTS = "shifts"
    """By rota, also at night or at weekends."""
    VARIED = "varied"
    """By day, but with late spells, call-outs or travel."""


class WorkPlace(StrEnum):
    """Whether the work can be done from home, judged by the most that is usual."""

    ON_SITE = "on_site"
    PARTLY_HOME = "partly_home"
    HOME = "home"


class Level(StrEnum):
    """A coarse level, lowest first."""

    NONE = "none"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
