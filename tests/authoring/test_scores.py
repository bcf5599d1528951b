"""The score methods, on numbers that the facts tool took from the official tables."""

from __future__ import annotations

from datetime import date

import pytest

from careerdesk.authoring.facts import Fact, FactName, Facts, Published, RoleFile
from careerdesk.authoring.scores import (
    derived_scores,
    interests_of,
    round_half_up,
    scores_of,
)
from careerdesk.catalogue.methods import INPUT_NAMES, METHODS
from careerdesk.catalogue.score import OnetCode, Score
from careerdesk.catalogue.terms import Basis, ScoreKey
from careerdesk.catalogue.text import Text

DAY = date(2026, 11, 21)
NAMES = (
    FactName.GROWTH_PERCENTILE,
    FactName.OPENINGS_PERCENTILE,
    FactName.EXPOSURE_PERCENTILE,
    FactName.NEWCOMER_OPENNESS,
    FactName.SOCIAL_ORIENTATION_PERCENTILE,
    FactName.INTERPERSONAL_PERCENTILE,
)
TAKEN = {
    "15-2051.00": (99.58, 81.91, 95.18, 1, 33.11, 8),
    "29-1141.00": (74.4, 98.02, 56.45, 1, 84.68, 97),
    "47-2111.00": (91.89, 94.05, 27.76, 1, 34.51, 48),
    "25-2031.00": (23.02, 91.89, 50.44, 1, 92.03, 84),
    "35-1011.00": (86.72, 82.51, 41.6, 0.1, 69.58, 73),
    "27-3091.00": (41.23, 59.01, 98.56, 1, 61.34, 69),
}
"""Data scientist, registered nurse, electrician, secondary teacher, chef, translator."""

RANKS = {
    "15-2051.00": (100, 82, 95),
    "29-1141.00": (74, 98, 56),
    "47-2111.00": (92, 94, 28),
    "25-2031.00": (23, 92, 50),
    "35-1011.00": (87, 83, 42),
    "27-3091.00": (41, 59, 99),
}
"""Growth, openings and exposure, as worked out by hand when the methods were agreed."""


def facts(values: dict[str, dict[FactName, float]]) -> Facts:
    taken = tuple(
        Fact(name=name, code=code, value=value, source=f"of-{name}")
        for code, numbers in values.items()
        for name, value in numbers.items()
    )
    return Facts(taken_on=DAY, values=taken)


def onet(*codes: str) -> tuple[OnetCode, ...]:
    return tuple(OnetCode(code=code, title="", weight=1 / len(codes)) for code in codes)


def scores(values: dict[str, dict[FactName, float]], masco: str | None = None) -> dict[str, Score]:
    found = derived_scores(facts(values), onet(*(code for code in values if "-" in code)), masco)
    return {score.key.value: score for score in found}


def taken(code: str) -> dict[FactName, float]:
    return dict(zip(NAMES, TAKEN[code], strict=True))


@pytest.mark.parametrize("code", TAKEN)
def test_worked_examples(code: str) -> None:
    growth, openings, _, openness, social, people = TAKEN[code]
    found = scores({code: taken(code)})
    rank_of_growth, rank_of_openings, rank_of_exposure = RANKS[code]
    assert found["future_relevance"].value == rank_of_growth
    assert found["ai_exposure"].value == rank_of_exposure
    assert round_half_up(openings) == rank_of_openings
    assert found["global_demand"].value == round_half_up((growth + openings) / 2)
    assert found["fresh_graduate"].value == round_half_up(openings * openness)
    assert found["introvert"].value == round_half_up(100 - social)
    assert found["extrovert"].value == round_half_up((social + people) / 2)


def test_a_job_that_asks_for_long_experience_is_hardly_open_to_graduates() -> None:
    assert scores({"35-1011.00": taken("35-1011.00")})["fresh_graduate"].value == 8


def mycol(*listed: int) -> dict[str, dict[FactName, float]]:
    names = [name for name in FactName if name.startswith("mycol")]
    return {"2524": dict(zip(names, map(float, listed), strict=True))}


@pytest.mark.parametrize(
    ("listed", "value"),
    [((1, 1, 1, 1), 100), ((0, 1, 0, 1), 60), ((0, 0, 0, 1), 40), ((1, 0, 0, 0), 20)],
)
def test_the_newest_edition_of_mycol_counts_double(listed: tuple[int, ...], value: int) -> None:
    score = scores(mycol(*listed), "2524-11")["malaysia_demand"]
    assert score.value == value
    assert [item.code for item in score.inputs] == ["2524"] * 4


def test_a_group_that_is_never_listed_has_no_score() -> None:
    assert scores(mycol(0, 0, 0, 0), "2524-11") == {}
    assert scores(mycol(1, 1, 1, 1), "7512-01") == {}


def test_several_occupations_count_by_their_weights() -> None:
    values = {"15-2051.00": taken("15-2051.00"), "35-1011.00": taken("35-1011.00")}
    weighted = (
        OnetCode(code="15-2051.00", title="", weight=0.75),
        OnetCode(code="35-1011.00", title="", weight=0.25),
    )
    found = {score.key: score for score in derived_scores(facts(values), weighted, None)}
    future = found[ScoreKey.FUTURE_RELEVANCE]
    assert future.value == round_half_up(0.75 * 99.58 + 0.25 * 86.72)
    assert [item.code for item in future.inputs] == ["15-2051.00", "35-1011.00"]
    expected = 0.75 * 81.91 * 1 + 0.25 * 82.51 * 0.1
    assert found[ScoreKey.FRESH_GRADUATE].value == round_half_up(expected)


@pytest.mark.parametrize("missing", NAMES)
def test_without_an_input_there_is_no_score(missing: FactName) -> None:
    lacking = taken("15-2051.00")
    del lacking[missing]
    found = scores({"15-2051.00": lacking, "35-1011.00": taken("35-1011.00")})
    assert all(missing not in {item.name for item in score.inputs} for score in found.values())
    assert len(found) < 6
    assert found


def test_what_stands_beside_a_score_is_kept_but_not_needed() -> None:
    values = taken("15-2051.00") | {FactName.OBSERVED_EXPOSURE: 0.4605}
    score = scores({"15-2051.00": values})["ai_exposure"]
    assert [(item.name, item.value) for item in score.inputs] == [
        ("exposure_percentile", 95.18),
        ("observed_exposure", 0.4605),
    ]
    assert score.source == "of-exposure_percentile"
    assert score.as_of == DAY


def role(**values: object) -> RoleFile:
    text = Text("x", "x")
    return RoleFile(
        id="x", field="x", title=text, tagline=text, summary=text, reviewed_on=DAY, **values
    )


def test_published_and_derived_scores_stand_side_by_side_and_derived_ones_lead() -> None:
    published = Published(key=ScoreKey.AI_EXPOSURE, value=5, source="page", as_of=DAY)
    code = "15-2051.00"
    found = scores_of(
        role(published=(published,), onet=onet(code), facts=facts({code: taken(code)}))
    )
    pair = [score for score in found if score.key is ScoreKey.AI_EXPOSURE]
    assert [(score.basis, score.value, score.method) for score in pair] == [
        (Basis.DERIVED, 95, "ai_exposure/1"),
        (Basis.PUBLISHED, 5, None),
    ]
    assert [score.key for score in found] == sorted(
        (score.key for score in found), key=list(ScoreKey).index
    )


def test_interests_are_scaled_from_one_to_seven_and_come_in_their_order() -> None:
    names = [name for name in FactName if name.startswith("interest")]
    first = dict(zip(names, (1, 7, 4, 2.5, 1.3, 6.99), strict=True))
    second = dict(zip(names, (7, 7, 4, 2.5, 1.3, 6.99), strict=True))
    values = facts({"a": first, "b": second})
    found = interests_of(role(onet=onet("a", "b"), facts=values))
    assert [(item.interest.value, item.value) for item in found] == [
        ("R", 50),
        ("I", 100),
        ("A", 50),
        ("S", 25),
        ("E", 5),
        ("C", 100),
    ]
    del second[FactName.INTEREST_C]
    assert interests_of(role(onet=onet("a", "b"), facts=facts({"a": first, "b": second}))) == ()


def test_every_method_and_input_has_words_in_both_languages() -> None:
    values = dict.fromkeys(FactName, 1.0)
    found = derived_scores(facts({"a": values, "2524": values}), onet("a"), "2524-11")
    assert {score.key for score in found} == set(ScoreKey)
    for score in found:
        assert score.method is not None
        method = METHODS[score.method]
        assert method.key is score.key
        assert {item.name for item in score.inputs} <= set(INPUT_NAMES)
        for text in (method.text, *method.caveats):
            assert text.en
            assert text.ms
            assert text.en != text.ms


def test_exposure_is_never_shown_as_jobs_lost() -> None:
    caveats = " ".join(caveat.en for caveat in METHODS["ai_exposure/1"].caveats)
    assert "No study measures jobs lost" in caveats
    assert "also grows" in caveats


@pytest.mark.parametrize(("value", "rounded"), [(0.5, 1), (1.5, 2), (2.5, 3), (2.49, 2), (0, 0)])
def test_a_half_goes_up(value: float, rounded: int) -> None:
    assert round_half_up(value) == rounded
