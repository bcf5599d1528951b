"""The judged set: what students type, and how often the role that they mean is found for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from careerdesk.catalogue import Store

JUDGED = Path(__file__).parent / "judged.yaml"
PLACES = (1, 5, 10)


@dataclass(frozen=True)
class Judgement:
    """One query, and at which place of its list the role stands; None when it is not there."""

    query: str
    role: str
    place: int | None


def judged() -> dict[str, list[str]]:
    """Return the queries for each role."""
    read: dict[str, list[str]] = yaml.safe_load(JUDGED.read_text(encoding="utf-8"))
    return read


def judge(store: Store, queries: Mapping[str, Sequence[str]]) -> list[Judgement]:
    """Ask every query of the roles that the catalogue has."""
    there = {card.id for card in store.cards()}
    return [
        Judgement(query, role, _place(store, query, role))
        for role in queries
        if role in there
        for query in queries[role]
    ]


def _place(store: Store, query: str, role: str) -> int | None:
    ids = [card.id for card in store.search(query, max(PLACES))]
    return ids.index(role) + 1 if role in ids else None


def recall(judgements: Sequence[Judgement], within: int) -> float:
    """Return the share of queries whose role stands ``within`` so many places."""
    hits = sum(item.place is not None and item.place <= within for item in judgements)
    return hits / len(judgements)
