"""The score methods, version 1: from facts about occupations to the scores of a role.

A role may stand for several O*NET occupations with weights; each score is worked out for each of
them and then weighted. A missing input means no score: nothing is guessed. What every method does
is said in words in :mod:`careerdesk.catalogue.methods`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from math import floor

from careerdesk.authoring.facts import Fact, FactName, Facts, Published, RoleFile
from careerdesk.catalogue.score import InterestScore, OnetCode, Score, ScoreInput
from careerdesk.catalogue.terms import Basis, Interest, ScoreKey

Values = Mapping[FactName, float]

MYCOL_WEIGHTS = {
    FactName.MYCOL_2019_20: 1,
    FactName.MYCOL_2020_21: 1,
    FactName.MYCOL_2022_23: 1,
    FactName.MYCOL_2024_25: 2,
}
"""The newest edition counts double."""


def malaysia_demand(values: Values) -> float | None:
    """Return the weighted share of the MyCOL editions that list the unit group, or None if none."""
    listed = sum(weight * values[name] for name, weight in MYCOL_WEIGHTS.items())
    return 100 * listed / sum(MYCOL_WEIGHTS.values()) if listed else None


def global_demand(values: Values) -> float:
    """Return the mean of the percentiles of projected growth and of annual openings."""
    return (values[FactName.GROWTH_PERCENTILE] + values[FactName.OPENINGS_PERCENTILE]) / 2


def future_relevance(values: Values) -> float:
    """Return the percentile of projected growth."""
    return values[FactName.GROWTH_PERCENTILE]


def fresh_graduate(values: Values) -> float:
    """Return the percentile of annual openings times how open they are to newcomers."""
    return values[FactName.OPENINGS_PERCENTILE] * values[FactName.NEWCOMER_OPENNESS]


def introvert(values: Values) -> float:
    """Return 100 less the percentile of Social Orientation."""
    return 100 - values[FactName.SOCIAL_ORIENTATION_PERCENTILE]


def extrovert(values: Values) -> float:
    """Return the mean of the percentiles of Social Orientation and of interpersonal skill."""
    return (
        values[FactName.SOCIAL_ORIENTATION_PERCENTILE] + values[FactName.INTERPERSONAL_PERCENTILE]
    ) / 2


def ai_exposure(values: Values) -> float:
    """Return the percentile of exposure to AI."""
    return values[FactName.EXPOSURE_PERCENTILE]


@dataclass(frozen=True, slots=True)
class _Rule:
    """How one score is worked out."""

    key: ScoreKey
    method: str
    work_out: Callable[[Values], float | None]
    needs: tuple[FactName, ...]
    """Inputs without which there is no score; the first one's source is the score's."""
    shows: tuple[FactName, ...] = ()
    """Numbers that stand beside the score and are stored with it."""


_RULES = (
    _Rule(ScoreKey.MALAYSIA_DEMAND, "malaysia_demand/1", malaysia_demand, tuple(MYCOL_WEIGHTS)),
    _Rule(
        ScoreKey.GLOBAL_DEMAND,
        "global_demand/1",
        global_demand,
        (FactName.GROWTH_PERCENTILE, FactName.OPENINGS_PERCENTILE),
        (FactName.GROWTH_PERCENT, FactName.OPENINGS_THOUSANDS),
    ),
    _Rule(
        ScoreKey.FUTURE_RELEVANCE,
        "future_relevance/1",
        future_relevance,
        (FactName.GROWTH_PERCENTILE,),
        (FactName.GROWTH_PERCENT,),
    ),
    _Rule(
        ScoreKey.FRESH_GRADUATE,
        "fresh_graduate/1",
        fresh_graduate,
        (FactName.OPENINGS_PERCENTILE, FactName.NEWCOMER_OPENNESS),
        (FactName.OPENINGS_THOUSANDS,),
    ),
    _Rule(
        ScoreKey.INTROVERT,
        "introvert/1",
        introvert,
        (FactName.SOCIAL_ORIENTATION_PERCENTILE,),
        (FactName.SOCIAL_ORIENTATION,),
    ),
    _Rule(
        ScoreKey.EXTROVERT,
        "extrovert/1",
        extrovert,
        (FactName.SOCIAL_ORIENTATION_PERCENTILE, FactName.INTERPERSONAL_PERCENTILE),
        (FactName.SOCIAL_ORIENTATION,),
    ),
    _Rule(
        ScoreKey.AI_EXPOSURE,
        "ai_exposure/1",
        ai_exposure,
        (FactName.EXPOSURE_PERCENTILE,),
        (FactName.EXPOSURE_BETA, FactName.OBSERVED_EXPOSURE),
    ),
)

_INTERESTS = {
    Interest.REALISTIC: FactName.INTEREST_R,
    Interest.INVESTIGATIVE: FactName.INTEREST_I,
    Interest.ARTISTIC: FactName.INTEREST_A,
    Interest.SOCIAL: FactName.INTEREST_S,
    Interest.ENTERPRISING: FactName.INTEREST_E,
    Interest.CONVENTIONAL: FactName.INTEREST_C,
}


def round_half_up(value: float) -> int:
    """Return the nearest whole number; a half goes up."""
    return floor(value + 0.5)


def scores_of(role: RoleFile) -> tuple[Score, ...]:
    """Return the scores of ``role``: derived ones first, then published ones, by key."""
    derived = derived_scores(role.facts, role.onet, role.masco_code) if role.facts else ()
    order = list(ScoreKey)
    both = (*derived, *published_scores(role.published))
    return tuple(sorted(both, key=lambda score: (order.index(score.key), score.basis)))


def published_scores(published: Iterable[Published]) -> tuple[Score, ...]:
    """Return scores taken over from a page that gives no method."""
    return tuple(
        Score(
            key=item.key,
            basis=Basis.PUBLISHED,
            value=item.value,
            source=item.source,
            as_of=item.as_of,
        )
        for item in published
    )


def derived_scores(
    facts: Facts, onet: tuple[OnetCode, ...], masco_code: str | None
) -> tuple[Score, ...]:
    """Return every score whose inputs are all in ``facts``."""
    by_occupation = tuple((item.code, item.weight) for item in onet)
    by_unit_group = ((masco_code[:4], 1.0),) if masco_code else ()
    found = []
    for rule in _RULES:
        groups = by_unit_group if rule.key is ScoreKey.MALAYSIA_DEMAND else by_occupation
        score = _derive(rule, facts, groups)
        if score is not None:
            found.append(score)
    return tuple(found)


def _derive(rule: _Rule, facts: Facts, groups: tuple[tuple[str, float], ...]) -> Score | None:
    """Return the score of ``rule``, weighted over ``groups`` of code and weight, or None."""
    inputs: list[Fact] = []
    total = 0.0
    for code, weight in groups:
        known = {fact.name: fact for fact in facts.values if fact.code == code}
        if any(name not in known for name in rule.needs):
            return None
        value = rule.work_out({name: fact.value for name, fact in known.items()})
        if value is None:
            return None
        total += weight * value
        inputs += [known[name] for name in (*rule.needs, *rule.shows) if name in known]
    if not groups:
        return None
    return Score(
        key=rule.key,
        basis=Basis.DERIVED,
        value=round_half_up(round(total, 6)),
        method=rule.method,
        inputs=tuple(
            ScoreInput(name=fact.name.value, value=fact.value, code=fact.code, source=fact.source)
            for fact in inputs
        ),
        source=inputs[0].source,
        as_of=facts.taken_on,
    )


def interests_of(role: RoleFile) -> tuple[InterestScore, ...]:
    """Return the six interests of ``role``, or none when an occupation lacks one.

    O*NET rates an interest from 1 to 7; here that is 0 to 100, weighted over the occupations.
    """
    if role.facts is None or not role.onet:
        return ()
    known = {(fact.code, fact.name): fact for fact in role.facts.values}
    found = []
    for interest, name in _INTERESTS.items():
        facts = [known.get((item.code, name)) for item in role.onet]
        if None in facts:
            return ()
        value = sum(
            item.weight * (fact.value - 1) / 6 * 100
            for item, fact in zip(role.onet, facts, strict=True)
            if fact is not None
        )
        source = next(fact.source for fact in facts if fact is not None)
        found.append(
            InterestScore(interest=interest, value=round_half_up(round(value, 6)), source=source)
        )
    return tuple(found)
