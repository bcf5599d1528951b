"""The judged set: students find the role they mean, whatever they type."""

from __future__ import annotations

import sys

import pytest

from careerdesk.catalogue import Store
from judging import PLACES, judge, judged, recall

LEAST = {1: 0.80, 5: 0.95, 10: 0.98}
"""Least recall within so many places."""
ALL_ROLES = 74
"""Roles that the set has queries for; a smaller catalogue is judged by those it has."""
FEWEST_A_ROLE = 4
FEWEST = 200


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
    reached = {within: recall(judgements, within) for within in PLACES}
    roles = len({item.role for item in judgements})
    with capsys.disabled():
        shown = ", ".join(f"@{within} {share:.3f}" for within, share in reached.items())
        sys.stdout.write(f"\nsearch recall, {len(judgements)} queries, {roles} roles: {shown}\n")
    missed = [item for item in judgements if item.place is None]
    assert all(reached[within] >= least for within, least in LEAST.items()), missed
