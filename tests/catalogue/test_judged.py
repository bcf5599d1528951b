"""The judged set: students find the role they mean, whatever they type."""

from __future__ import annotations

import sys

import pytest

from careerdesk.catalogue import Store
from judging import PLACES, Judgement, held_out, judge, judge_held_out, judged, recall

LEAST = {1: 0.80, 5: 0.95, 10: 0.98}
"""Least recall within so many places."""
ALL_ROLES = 74
"""Roles that the set has queries for; a smaller catalogue is judged by those it has."""
FEWEST_A_ROLE = 4
FEWEST = 200
LEAST_HELD_OUT = {
    "plain": {1: 0.88, 5: 0.96, 10: 0.98},
    "awkward": {1: 0.64, 5: 0.81, 10: 0.85},
    "later": {1: 0.74, 5: 0.85, 10: 0.86},
}
"""The same for the lists that were held out, of which the second is the hardest."""


def test_the_set_is_large_and_has_queries_for_every_role(shipped: Store) -> None:
    queries = judged()
    assert len(queries) == ALL_ROLES
    assert sum(map(len, queries.values())) >= FEWEST
    assert all(len(listed) >= FEWEST_A_ROLE for listed in queries.values())
    everything = [query for listed in queries.values() for query in listed]
    assert len(set(everything)) == len(everything)
    roles = {card.id for card in shipped.cards()}
    assert roles <= queries.keys(), "a role of the catalogue is not judged"
    if len(roles) >= ALL_ROLES:
        assert roles == queries.keys(), "a query is left out"


def test_students_find_the_role_they_mean(
    shipped: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    judgements = judge(shipped, judged())
    roles = len({item.roles for item in judgements})
    _print_and_guard(judgements, LEAST, f"{roles} roles", capsys)


@pytest.mark.parametrize("name", LEAST_HELD_OUT)
def test_students_find_it_with_words_that_nobody_had_in_mind(
    name: str, shipped: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = held_out()[name]
    known = {query.lower() for listed in judged().values() for query in listed}
    assert known.isdisjoint(map(str.lower, queries)), "a query is in both sets"
    meant = {role for roles in queries.values() for role in roles}
    assert meant <= {card.id for card in shipped.cards()}
    judgements = judge_held_out(shipped, queries)
    _print_and_guard(judgements, LEAST_HELD_OUT[name], f"{name}, held out", capsys)


def _print_and_guard(
    judgements: list[Judgement],
    least: dict[int, float],
    of: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    reached = {within: recall(judgements, within) for within in PLACES}
    with capsys.disabled():
        shown = ", ".join(f"@{within} {share:.3f}" for within, share in reached.items())
        sys.stdout.write(f"\nsearch recall, {len(judgements)} queries, {of}: {shown}\n")
    missed = [item for item in judgements if item.place is None]
    assert all(reached[within] >= share for within, share in least.items()), missed
