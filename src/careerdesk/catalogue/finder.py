"""Answers a search: which roles, in which order, how many.

A role is found when it has everything that was typed. The order is: the title itself, titles that
begin so, other titles that do, roles with exactly these search words, and then by how telling the
places are where the words stand. Equal ones are in the order of their English titles, so the same
search always has the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import reduce
from itertools import islice
from operator import and_, or_
from sqlite3 import Connection

from careerdesk.catalogue.asked import DOUBTFUL, MISSPELT, Unit, respell, roles_about, take_apart
from careerdesk.catalogue.bits import from_positions, has, to_bytes
from careerdesk.catalogue.cards import RoleCard
from careerdesk.catalogue.index import Tier, TitleKind
from careerdesk.catalogue.lookup import Lookup
from careerdesk.catalogue.ranking import Ranking
from careerdesk.catalogue.reasons import Reason, Reasons
from careerdesk.catalogue.search import PAY_STEPS, Filter, Kind, Search, Sort, unknown
from careerdesk.catalogue.terms import (
    HoursPattern,
    Interest,
    Level,
    RouteKind,
    Schooling,
    WorkPlace,
)
from careerdesk.catalogue.typos import spellings, titles_like
from careerdesk.catalogue.wishes import Said, Wish, is_denial
from careerdesk.catalogue.words import plain

MOST_LISTED = 500
"""Roles that are put in order; the count goes on."""

_FEW = 10
"""With fewer roles than this, the list is filled up with those that have some of the words."""
_LIKELY = 8
_POSSIBLE = 16
"""Words that a misspelt one may stand for at once."""
_TITLED = 100
"""Roles that are looked for by the beginning of a title, of each kind."""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a search, as positions of roles.

    ``listed``, then ``apart``, then ``near`` is the order of the list.
    """

    search: Search
    language: str
    listed: tuple[int, ...]
    """Roles that fit, at most :data:`MOST_LISTED`."""
    total: int
    """How many fit."""
    apart: tuple[int, ...] = ()
    """Roles that would fit but have no sourced entry pay, where one was asked for."""
    near: tuple[int, ...] = ()
    """Roles that have only some of the words, where hardly any has all."""
    nearest: tuple[str, ...] = ()
    """Titles most like what was typed, where nothing at all was found."""
    meant: Search = field(default_factory=Search, repr=False)
    """The search with the filters that its words stand for; one chosen stands before one typed."""
    said: tuple[Said, ...] = field(default=(), repr=False)
    """The wishes among the words."""
    wishes: tuple[tuple[Wish, int], ...] = field(default=(), repr=False)
    """Each wish, and the set of roles for which it holds."""
    units: tuple[Unit, ...] = field(default=(), repr=False)
    fitting: int = field(default=0, repr=False)
    """The set of roles that have all the words, before any filter."""

    @property
    def positions(self) -> tuple[int, ...]:
        """All roles of the list, in its order."""
        return self.listed + self.apart + self.near

    @property
    def respelt(self) -> dict[str, str]:
        """What was typed and is no word, with what it is taken for."""
        return {unit.typed: unit.spelt for unit in self.units if unit.spelt is not None}


class Part(StrEnum):
    """The parts of the list."""

    LISTED = "listed"
    APART = "apart"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A row of the list."""

    card: RoleCard
    reasons: tuple[Reason, ...]
    """Where the words stand, if not in the title."""
    part: Part
    wishes: tuple[Wish, ...] = ()
    """What was wished of the work, and holds for this role."""


class Finder:
    """Finds roles in one open catalogue."""

    def __init__(self, connection: Connection) -> None:
        self.lookup = Lookup(connection)
        self._reasons = Reasons(connection)

    def find(self, search: Search, language: str, limit: int = MOST_LISTED) -> Found:
        """Return what ``search`` finds, with at most ``limit`` roles in each part."""
        most = max(0, min(limit, MOST_LISTED))
        self._check(search)
        units, said = self._understood(search.words)
        meant = _meant(search, said, by_match=bool(units))
        # Signs alone, such as a smile, are a question too, and nothing answers it.
        everyone = self.lookup.all_roles if units or said or not search.words.strip() else 0
        fitting = reduce(and_, (unit.everywhere for unit in units), everyone)
        fitting &= reduce(and_, map(self._lacking, (item.wish for item in said)), everyone)
        if said:
            # A nurse who works from home is not a role that mentions nurses.
            fitting &= self._called(units) or fitting
        allowed, unpaid = self._allowed(meant)
        matched = fitting & allowed
        ranking = Ranking(units, self.lookup.all_roles)
        apart = self._ordered(meant, language, ranking, fitting & unpaid, most) if unpaid else ()
        near: tuple[int, ...] = ()
        if len(units) + len(said) > 1 and units and matched.bit_count() < _FEW:
            few = min(most, _FEW - matched.bit_count())
            others = self._allowed(search)[0] & ~matched & ~(fitting & unpaid)
            undesired = (item.wish for item in said if item.wish.as_title)
            others &= reduce(and_, map(self._lacking, undesired), others)
            near = tuple(ranking.with_some(others, few))
            if not near and said and not matched:
                wished = reduce(and_, (self._holds(item.wish) for item in said))
                near = tuple(self._by_order(meant.sort, language, others & wished, few))
        return Found(
            search,
            language,
            listed=self._ordered(meant, language, ranking, matched, most),
            total=matched.bit_count(),
            apart=apart,
            near=near,
            nearest=self._nearest(search.words, language) if not matched and not near else (),
            meant=meant,
            said=tuple(said),
            wishes=tuple((item.wish, self._holds(item.wish)) for item in said),
            units=tuple(units),
            fitting=fitting,
        )

    def _nearest(self, typed: str, language: str) -> tuple[str, ...]:
        """Return the titles in ``language`` of roles with a title that looks like ``typed``."""
        likest = titles_like(plain(typed), self.lookup.plain_titles)
        positions = dict.fromkeys(position for _, position in likest)
        return tuple(self.lookup.name(position, language) for position in positions)

    def counts(self, found: Found) -> dict[Filter, int]:
        """Return, for each value to filter by, how many roles there would be with it.

        Of the filters chosen, those of the same kind do not count, because they would be widened.
        """
        counted = {}
        for kind in Kind:
            within = found.fitting & self._allowed(found.meant, without=kind)[0]
            for value in self.known(kind):
                chosen = Filter(kind, value)
                counted[chosen] = (within & self._members(chosen)).bit_count()
        return counted

    def explain(self, found: Found, position: int, card: RoleCard) -> FoundRole:
        """Return the row of a role in the list ``found``, with why it is there."""
        reasons = self._reasons.why(card.id, position, found.units, found.language)
        wishes = tuple(wish for wish, holding in found.wishes if holding >> position & 1)
        return FoundRole(card, reasons, _part(found, position), wishes)

    def _check(self, search: Search) -> None:
        """Raise UnknownFilterValue for what this catalogue cannot be filtered by."""
        for chosen in search.filters:
            known = self.known(chosen.kind)
            if chosen.kind is Kind.PAY and _RINGGIT.fullmatch(chosen.value):
                continue
            if chosen.value not in known:
                raise unknown(chosen.kind, chosen.value, known)

    def known(self, kind: Kind) -> list[str]:
        """Return the values of ``kind`` that are offered in this catalogue, in their order."""
        if kind in _CLOSED:
            return _CLOSED[kind]
        return sorted(value for name, value in self.lookup.filters if name == kind)

    def _called(self, units: Sequence[Unit]) -> int:
        """Return the roles with a title that is no more and no less than ``units``."""
        title = " ".join(unit.spelt or unit.typed for unit in units)
        kinds = (TitleKind.TITLE, TitleKind.OTHER)
        return from_positions(set().union(*(self.lookup.with_title(kind, title) for kind in kinds)))

    def _lacking(self, wish: Wish) -> int:
        """Return the roles that have nothing of what ``wish`` is to do without."""
        named = reduce(or_, map(self.lookup.naming, wish.without), 0)
        if wish.unwanted:
            named = roles_about(self.lookup, wish.unwanted, as_title=wish.as_title)
        return self.lookup.all_roles & ~named

    def _holds(self, wish: Wish) -> int:
        """Return the roles for which ``wish`` holds."""
        if not wish.filters:
            return self._lacking(wish)
        return reduce(and_, map(self._members, wish.filters))

    def _understood(self, typed: str) -> tuple[list[Unit], list[Said]]:
        units, said = take_apart(self.lookup, typed)
        for unit in units:
            if not unit.known and not is_denial([unit.typed]):
                self._respell(unit, last=unit is units[-1], alone=len(units) == 1)
        return units, said

    def _respell(self, unit: Unit, *, last: bool, alone: bool) -> None:
        """Let ``unit`` stand for what it may have been meant to be.

        Less likely words count only beside other words, which tell the right one from the wrong.
        """
        near = spellings(
            unit.typed,
            self.lookup.vocabulary,
            unfinished=last and not unit.everywhere,
            most_errors=1 if unit.everywhere else 2,
        )
        respell(self.lookup, unit, self._telling(near.likely, _LIKELY), MISSPELT)
        if not alone:
            respell(self.lookup, unit, self._telling(near.possible, _POSSIBLE), DOUBTFUL)

    def _telling(self, near: Sequence[str], most: int) -> list[str]:
        """Return the few of ``near`` words that stand in the most telling places."""

        def places(word: str) -> tuple[int, int]:
            sets = self.lookup.term(word)
            # An everyday word that stands nowhere says as much as a search word.
            best = min(sets, default=Tier.SEARCH_WORD)
            return best, -sets.get(best, 0).bit_count()

        return sorted(near, key=places)[:most]

    def _allowed(self, search: Search, without: Kind | None = None) -> tuple[int, int]:
        """Return the roles that the filters let through, and those that only lack an entry pay."""
        allowed = self.lookup.all_roles
        pay = None
        for kind in Kind:
            chosen = [Filter(kind, value) for value in search.values(kind)]
            if not chosen or kind is without:
                continue
            members = reduce(or_, map(self._members, chosen))
            if kind is Kind.PAY:
                pay = members
            else:
                allowed &= members
        if pay is None:
            return allowed, 0
        return allowed & pay, allowed & ~self._members(Filter(Kind.PAY, "0"))

    def _members(self, chosen: Filter) -> int:
        filters = self.lookup.filters
        if chosen.kind is Kind.PAY:
            least = int(chosen.value)
            return reduce(
                or_,
                (
                    members
                    for (kind, value), members in filters.items()
                    if kind == Kind.PAY and int(value) >= least
                ),
                0,
            )
        if chosen.kind is Kind.SCHOOLING:
            enough = list(Schooling)[: list(Schooling).index(Schooling(chosen.value)) + 1]
            return reduce(or_, (filters.get((Kind.SCHOOLING, value), 0) for value in enough))
        return filters.get((chosen.kind, chosen.value), 0)

    def _ordered(
        self, search: Search, language: str, ranking: Ranking, members: int, most: int
    ) -> tuple[int, ...]:
        if not members or not most:
            return ()
        if search.sort is Sort.MATCH and ranking.units:
            return tuple(islice(self._by_match(search.words, ranking, members, most), most))
        return tuple(self._by_order(search.sort, language, members, most))

    def _by_order(self, sort: Sort, language: str, members: int, most: int) -> list[int]:
        """Return ``members`` in a stored order; those without the figure follow by title."""
        by_title = f"{Sort.TITLE.value}_{language}"
        by_figure = sort not in (Sort.MATCH, Sort.TITLE)
        ordered: list[int] = []
        there = to_bytes(members)
        if by_figure:
            ordered = list(
                islice((p for p in self.lookup.order(sort.value) if has(there, p)), most)
            )
            if len(ordered) < most:
                there = to_bytes(members & ~from_positions(self.lookup.order(sort.value)))
        titled = (p for p in self.lookup.order(by_title) if has(there, p))
        return ordered + list(islice(titled, most - len(ordered)))

    def _by_match(self, typed: str, ranking: Ranking, members: int, most: int) -> Iterator[int]:
        """Yield ``members``, best match first."""
        there = to_bytes(members)
        seen: set[int] = set()
        for position in self._titled(typed, ranking, there):
            if position not in seen:
                seen.add(position)
                yield position
        rest = members & ~from_positions(seen) if seen else members
        yield from ranking.by_weight(rest, most - len(seen))

    def _titled(self, typed: str, ranking: Ranking, there: bytes) -> Iterator[int]:
        """Yield the roles that what was typed names, or begins to name."""
        asked = plain(typed)
        spelt = " ".join(unit.spelt or unit.typed for unit in ranking.units)
        named = dict.fromkeys((asked, spelt))
        # Who looks for an engineer means the titles with that word, not *engineering geologist*.
        whole = ranking.units[-1].finished
        for kind in (TitleKind.TITLE, TitleKind.OTHER):
            for title in named:
                beginning = f"{title} " if kind is TitleKind.OTHER and whole else title
                exact, begun = (
                    self.lookup.with_title(kind, title),
                    self.lookup.titles(kind, beginning),
                )
                for found in (exact, begun):
                    yield from _weighed(ranking, found, there)
        for phrase in named:
            exact = self.lookup.with_title(TitleKind.SEARCH_WORD, phrase)
            yield from _weighed(ranking, exact, there)


def _weighed(ranking: Ranking, positions: Iterable[int], there: bytes) -> list[int]:
    """Return the first of ``positions`` that are ``there``, the most telling first."""
    found = islice((position for position in positions if has(there, position)), _TITLED)
    return ranking.by_weight(from_positions(found), _TITLED)


def _meant(search: Search, said: Sequence[Said], *, by_match: bool) -> Search:
    """Return ``search`` with the filters that its words stand for, of kinds that none is chosen of.

    Where nothing else was typed, a wish for pay puts the list in its order.
    """
    wished = [chosen for item in said for chosen in item.wish.filters]
    meant = search
    # Of kinds with one value the last stands, and that is to be the strictest.
    for chosen in sorted(wished, key=_laxness, reverse=True):
        if not search.values(chosen.kind):
            meant = meant.adding(*chosen)
    paid = meant.values(Kind.PAY) != search.values(Kind.PAY)
    if paid and search.sort is Sort.MATCH and not by_match:
        return meant._replace(sort=Sort.PAY)
    return meant


def _laxness(chosen: Filter) -> int:
    """Return how much schooling a filter lets through; nothing for those of other kinds."""
    if chosen.kind is not Kind.SCHOOLING:
        return 0
    return list(Schooling).index(Schooling(chosen.value))


def _part(found: Found, position: int) -> Part:
    if position in found.listed:
        return Part.LISTED
    return Part.APART if position in found.apart else Part.NEAR


_CLOSED: dict[Kind, list[str]] = {
    Kind.ROUTE: [kind.value for kind in RouteKind],
    Kind.SCHOOLING: [schooling.value for schooling in Schooling],
    Kind.INTEREST: [interest.value for interest in Interest],
    Kind.PAY: list(PAY_STEPS),
    Kind.DEMAND: [level.value for level in reversed(Level)],
    Kind.PLACE: [place.value for place in WorkPlace],
    Kind.HOURS: [pattern.value for pattern in HoursPattern],
}
"""Kinds whose values are the same in every catalogue; of pay, any whole number will do as well."""

_RINGGIT = re.compile(r"[0-9]{1,7}")
