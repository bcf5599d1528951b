"""The judged set: what students type, and how often the role that they mean is found for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from careerdesk.catalogue import Store

JUDGED = Path(__file__).parent / "judged.yaml"
HELD_OUT = Path(__file__).parent / "held_out.yaml"
PLACES = (1, 5, 10)


@dataclass(frozen=True)
class Judgement:
    """One query, and at which place of its list a role stands that is meant; None without any."""

    query: str
    roles: tuple[str, ...]
    """Any of these is meant."""
    place: int | None


def judged() -> dict[str, list[str]]:
    """Return the queries for each role."""
    read: dict[str, list[str]] = yaml.safe_load(JUDGED.read_text(encoding="utf-8"))
    return read


def held_out() -> dict[str, dict[str, list[str]]]:
    """Return the lists that were held out, by name: for each query, the roles that would do."""
    read: dict[str, dict[str, list[str]]] = yaml.safe_load(HELD_OUT.read_text(encoding="utf-8"))
    return read


def judge(store: Store, queries: Mapping[str, Sequence[str]]) -> list[Judgement]:
    """Ask every query of the roles that the catalogue has."""
    there = {card.id for card in store.cards()}
    return [
        _judgement(store, query, (role,))
        for role in queries
        if role in there
        for query in queries[role]
    ]


def judge_held_out(store: Store, queries: Mapping[str, Sequence[str]]) -> list[Judgement]:
    """Ask every query of a list that was held out."""
    return [_judgement(store, query, tuple(roles)) for query, roles in queries.items()]


def _judgement(store: Store, query: str, roles: tuple[str, ...]) -> Judgement:
    ids = [card.id for card in store.search(query, max(PLACES))]
    places = [ids.index(role) + 1 for role in roles if role in ids]
    return Judgement(query, roles, min(places, default=None))


def recall(judgements: Sequence[Judgement], within: int) -> float:
    """Return the share of queries with a role that is meant ``within`` so many places."""
    hits = sum(item.place is not None and item.place <= within for item in judgements)
    return hits / len(judgements)
