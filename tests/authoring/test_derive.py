"""The facets: what roles are filtered by comes from what is written, and from nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careerdesk.authoring.content import Content
from careerdesk.authoring.derive import facets_of
from careerdesk.catalogue import Store, Text
from careerdesk.catalogue.facets import Facets
from careerdesk.catalogue.role import Condition, Pay, Role, Route, SubjectNeed
from careerdesk.catalogue.score import Score
from careerdesk.catalogue.terms import (
    Basis,
    ConditionKind,
    HoursPattern,
    Interest,
    Level,
    Need,
    PayMeasure,
    RouteKind,
    Schooling,
    ScoreKey,
    WorkPlace,
)

SOME = Text("Some", "Ada")


@pytest.fixture
def engineer(content: Content) -> Role:
    return content.roles[0]


def route(kind: RouteKind, years: float | None) -> Route:
    return Route(kind=kind, title=SOME, text=SOME, years_min=years, source="survey")


def test_a_role_that_says_nothing_has_no_facets(content: Content) -> None:
    analyst = content.roles[1]
    assert facets_of(analyst, content.shared) == Facets(role="data-analyst", field="computing")


@pytest.mark.parametrize(
    ("kinds", "written", "schooling", "years"),
    [
        ({RouteKind.WORK: None}, None, Schooling.SPM, None),
        ({RouteKind.TVET: 2.0, RouteKind.UNIVERSITY: 5.0}, None, Schooling.SKM, 2.0),
        ({RouteKind.PRE_UNIVERSITY: 5.5, RouteKind.DIPLOMA: 3.0}, None, Schooling.DIPLOMA, 3.0),
        ({RouteKind.UNIVERSITY: 5.0}, None, Schooling.DEGREE, 5.0),
        # The lower routes end on an assistant's rung.
        (
            {RouteKind.WORK: 0.5, RouteKind.DIPLOMA: 3.0, RouteKind.UNIVERSITY: 5.25},
            Schooling.DEGREE,
            Schooling.DEGREE,
            5.25,
        ),
        (
            {RouteKind.WORK: 1.0, RouteKind.UNIVERSITY: None},
            Schooling.DEGREE,
            Schooling.DEGREE,
            None,
        ),
    ],
)
def test_schooling_and_years_are_those_of_the_work_itself(
    kinds: dict[RouteKind, float | None],
    written: Schooling | None,
    schooling: Schooling,
    years: float | None,
    content: Content,
    engineer: Role,
) -> None:
    routes = tuple(route(kind, length) for kind, length in kinds.items())
    facets = facets_of(replace(engineer, routes=routes, schooling=written), content.shared)
    assert (facets.schooling, facets.shortest_years) == (schooling, years)
    assert set(facets.routes) == set(kinds)


def entry_pay(content: Content, engineer: Role, **changes: object) -> float | None:
    marked: dict[str, object] = {"entry": True, "source": "survey", **changes}
    row = replace(engineer.pay[0], **marked)  # type: ignore[arg-type]
    return facets_of(replace(engineer, pay=(row,)), content.shared).entry_pay


def test_entry_pay_is_the_marked_row_of_a_source_with_a_method(
    content: Content, engineer: Role
) -> None:
    assert facets_of(engineer, content.shared).entry_pay is None
    assert entry_pay(content, engineer) == 4000
    assert entry_pay(content, engineer, entry=False) is None
    assert entry_pay(content, engineer, source="seed") is None
    assert entry_pay(content, engineer, country="SG") is None
    assert entry_pay(content, engineer, currency="USD") is None


def test_the_top_of_a_salary_scale_is_no_entry_pay(content: Content, engineer: Role) -> None:
    row: Pay = replace(engineer.pay[0], entry=True, source="survey")
    role = replace(engineer, pay=(row, replace(row, low=9000.0, high=9000.0)))
    facets = facets_of(role, content.shared)
    assert (facets.entry_pay, facets.entry_pay_high) == (4000, 6500)
    assert (facets.entry_pay_year, facets.entry_pay_source) == ("2024", "survey")
    scale = replace(row, measure=PayMeasure.SCALE)
    assert facets_of(replace(role, pay=(scale,)), content.shared).entry_pay_high is None


def test_interest_letters_are_the_strong_ones_strongest_first(
    content: Content, engineer: Role
) -> None:
    letters = facets_of(engineer, content.shared).interests
    assert letters == (Interest.INVESTIGATIVE, Interest.CONVENTIONAL)
    weak = tuple(replace(score, value=score.value // 10) for score in engineer.interests)
    assert facets_of(replace(engineer, interests=weak), content.shared).interests == (
        Interest.INVESTIGATIVE,
    )
    equal = tuple(replace(score, value=80) for score in engineer.interests)
    assert facets_of(replace(engineer, interests=equal), content.shared).interests == (
        Interest.REALISTIC,
        Interest.INVESTIGATIVE,
        Interest.ARTISTIC,
    )


def test_demand_is_the_derived_score_alone(content: Content, engineer: Role) -> None:
    score: Score = replace(engineer.scores[0], key=ScoreKey.MALAYSIA_DEMAND, value=60)
    published = replace(score, basis=Basis.PUBLISHED, value=92)
    role = replace(engineer, scores=(published, score))
    assert facets_of(role, content.shared).demand == 60
    assert facets_of(replace(role, scores=(published,)), content.shared).demand is None


@pytest.mark.parametrize(
    ("low", "high", "place"),
    [
        (Level.NONE, Level.LOW, WorkPlace.ON_SITE),
        (Level.LOW, Level.MEDIUM, WorkPlace.PARTLY_HOME),
        (Level.MEDIUM, Level.HIGH, WorkPlace.HOME),
        (Level.HIGH, None, WorkPlace.HOME),
    ],
)
def test_place_is_the_most_that_is_usual(
    low: Level, high: Level | None, place: WorkPlace, content: Content, engineer: Role
) -> None:
    remote = Condition(kind=ConditionKind.REMOTE, text=SOME, low=low, high=high)
    facets = facets_of(replace(engineer, conditions=(remote,)), content.shared)
    assert (facets.place, facets.remote_low, facets.remote_high) == (place, low, high or low)
    assert facets.hours_min is facets.hours_pattern is None


def test_the_store_hands_out_the_facets_of_roles_that_are_not_retired(
    content: Content, store: Store
) -> None:
    shared = content.shared
    by_id = {role.id: facets_of(role, shared) for role in content.roles if not role.retired_on}
    assert store.facets == by_id
    assert list(store.facets) == [card.id for card in store.cards()]


def test_subjects_and_hours(content: Content, engineer: Role) -> None:
    hours = replace(engineer.conditions[1], pattern=HoursPattern.SHIFTS)
    biology = SubjectNeed(subject="biology", need=Need.HELPFUL, text=SOME)
    role = replace(engineer, conditions=(hours,), subjects=(*engineer.subjects, biology))
    facets = facets_of(role, content.shared)
    assert (facets.hours_min, facets.hours_max) == (40, 45)
    assert facets.hours_pattern is HoursPattern.SHIFTS
    assert [facets.need(name) for name in ("maths", "biology", "history")] == [
        Need.REQUIRED,
        Need.HELPFUL,
        None,
    ]
