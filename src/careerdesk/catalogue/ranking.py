"""Puts roles in order by how telling the places are in which they have what was typed.

A word counts by its most telling place, a little more for further ones, and more the rarer it is.
Equal roles stand in the order of their positions, so the same search has the same order always.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce
from itertools import combinations, islice
from math import log
from operator import and_, or_

from careerdesk.catalogue.asked import Unit
from careerdesk.catalogue.bits import positions_of, to_bytes
from careerdesk.catalogue.index import WEIGHTS, Tier

_WEIGHED = 250
"""Roles that are weighed one against the other; more would be slow, and tell nothing."""
_BESIDES = 0.15
"""How much a word counts in further places, besides the most telling one."""

Join = Callable[[int, int], int]


class Ranking:
    """The order of roles for one search."""

    def __init__(self, units: Sequence[Unit], everyone: int) -> None:
        """``everyone`` is the set of all roles."""
        self.units = units
        self._judges = [_Judge(unit, everyone) for unit in units]

    def by_weight(self, members: int, most: int, join: Join = and_) -> list[int]:
        """Return at most ``most`` of ``members``, best first.

        Of many, only those are weighed that have every word in the most telling places; the
        others follow place by place. ``join`` says whether a place counts for a role with all
        words in it (:func:`operator.and_`) or with any (:func:`operator.or_`).
        """
        if members.bit_count() <= _WEIGHED:
            return self._weigh(positions_of(members))[:most]
        weighed: list[int] = []
        others: list[int] = []
        left = members
        for telling in self._by_place(members, join):
            if len(weighed) + len(others) >= max(most, _WEIGHED):
                break
            fresh = positions_of(telling & left)
            weighed += islice(fresh, _WEIGHED - len(weighed))
            others += islice(fresh, most)
            left &= ~telling
        return (self._weigh(weighed) + others)[:most]

    def with_some(self, allowed: int, most: int) -> list[int]:
        """Return at most ``most`` of ``allowed`` that have some of the words, most words first."""
        having = [unit.whole or unit.everywhere for unit in self.units]
        ordered: list[int] = []
        left = allowed
        for count in range(len(having), 0, -1):
            if len(ordered) >= most:
                break
            some = left & reduce(
                or_, (reduce(and_, chosen) for chosen in combinations(having, count)), 0
            )
            ordered += self.by_weight(some, most - len(ordered), or_)
            left &= ~some
        return ordered

    def _by_place(self, members: int, join: Join) -> Iterator[int]:
        """Yield larger and larger sets of ``members``, by the places of their words."""
        for tier in Tier:
            yield members & reduce(join, (unit.within(tier) for unit in self.units))
        yield members

    def _weigh(self, positions: Iterable[int]) -> list[int]:
        """Return ``positions``, the most telling first."""
        weighed = [
            (-sum([judge.weigh(position) for judge in self._judges]), position)
            for position in positions
        ]
        weighed.sort()
        return [position for _, position in weighed]


class _Judge:
    """Says how much one unit speaks for a role."""

    def __init__(self, unit: Unit, everyone: int) -> None:
        having = (unit.whole or unit.everywhere).bit_count()
        self._rare = log(1 + everyone.bit_count() / (1 + having))
        self._tiers = _by_tier(unit, everyone)

    def weigh(self, position: int) -> float:
        """Return how much the unit speaks for the role at ``position``."""
        place, bit = position >> 3, 1 << (position & 7)
        best = total = 0.0
        for hits in self._tiers:
            for weight, members in hits:
                if members[place] & bit:
                    total += weight
                    if weight > best:
                        best = weight
                    break
        return self._rare * (best + _BESIDES * (total - best))


def _by_tier(unit: Unit, everyone: int) -> list[list[tuple[float, bytes]]]:
    """Return for each tier the weights of a hit there, highest first, with the roles' bits."""
    found: dict[Tier, dict[float, int]] = {}
    for way in unit.ways:
        for tier, members in way.sets.items():
            weights = found.setdefault(Tier(tier), {})
            weight = WEIGHTS[Tier(tier)] * way.sure
            weights[weight] = weights.get(weight, 0) | members
    return [
        [(weight, to_bytes(members & everyone, everyone)) for weight, members in hits]
        for tier in sorted(found)
        for hits in [sorted(found[tier].items(), reverse=True)]
    ]
