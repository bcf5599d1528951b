"""Catalogues of any size for measuring search: made-up roles as long as real ones.

Titles are put together from words of the real catalogue; skills, tasks, taglines and search words
are drawn from its roles. The same seed makes the same catalogue and the same queries.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

from careerdesk.authoring import Content, read_content
from careerdesk.authoring.build import build
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.text import Text, Words
from careerdesk.catalogue.words import words
from judging import judged

ROOT = Path(__file__).parents[2]
SEED = 7

_ENGLISH = """
engineer officer technician analyst planner designer keeper inspector maker operator teacher
scientist manager assistant surveyor consultant supervisor trainer coordinator specialist editor
driver guide builder adviser
"""
_MALAY = """
jurutera pegawai juruteknik penganalisis perancang pereka penjaga pemeriksa pembuat pengendali guru
saintis pengurus pembantu juruukur perunding penyelia jurulatih penyelaras pakar penyunting
pemandu pemimpin pembina penasihat
"""
_HEADS_EN = _ENGLISH.split()
_HEADS_MS = _MALAY.split()

_SHORTEST = 4
_TWO_ERRORS_FROM = 8
"""Letters of a word in which somebody gets two wrong."""
TITLES_TYPED = 30
"""Titles in each language that are typed letter by letter."""


@dataclass(frozen=True)
class Typo:
    """A title with one or two letters wrong, and the role that it belongs to."""

    typed: str
    role: str


class Synthetic:
    """What synthetic roles are made of."""

    def __init__(self, seed: int = SEED) -> None:
        self.content: Content = read_content(ROOT / "data")
        self._seed = seed
        roles = self.content.roles
        self._skills = [use for role in roles for use in role.skills]
        self._tasks = [task for role in roles for task in role.day]
        self._points = [point for role in roles for point in role.responsibilities]
        self._taglines = [role.tagline for role in roles]
        self._hidden_en = [word for role in roles for word in role.search_words.en]
        self._hidden_ms = [word for role in roles for word in role.search_words.ms]
        texts = [*self._taglines, *(task.text for task in self._tasks)]
        self._words_en = _vocabulary(text.en for text in texts)
        self._words_ms = _vocabulary(text.ms for text in texts)

    def roles(self, count: int) -> list[Role]:
        """Return ``count`` roles."""
        chance = random.Random(self._seed)
        return [self._role(chance, number) for number in range(count)]

    def build(self, roles: list[Role], path: Path) -> None:
        """Build the catalogue of ``roles`` at ``path``."""
        build(replace(self.content, roles=tuple(roles)), path)

    def _role(self, chance: random.Random, number: int) -> Role:
        model = self.content.roles[number % len(self.content.roles)]
        # What search does not read is left out: it would only make the file large.
        read = ("skills", "day", "responsibilities", "routes", "subjects", "interests")
        unread = {
            item.name: () for item in fields(Role) if item.default == () and item.name not in read
        }
        made = {
            **unread,
            "id": f"role-{number}",
            "title": Text(*self._title(chance)),
            "other_titles": Words(*zip(*(self._title(chance) for _ in range(3)), strict=True)),
            "search_words": Words(
                tuple(chance.sample(self._hidden_en, 12)), tuple(chance.sample(self._hidden_ms, 12))
            ),
            "tagline": chance.choice(self._taglines),
            "skills": tuple({use.skill: use for use in chance.sample(self._skills, 10)}.values()),
            "day": tuple(chance.sample(self._tasks, 6)),
            "responsibilities": tuple(chance.sample(self._points, 5)),
            "routes": tuple(replace(route, entry=(), programmes=()) for route in model.routes),
            "retired_on": None,
        }
        return replace(model, **made)

    def _title(self, chance: random.Random) -> tuple[str, str]:
        place = chance.randrange(len(_HEADS_EN))
        first, second = chance.sample(self._words_en, 2)
        erst, zweit = chance.sample(self._words_ms, 2)
        return f"{first} {second} {_HEADS_EN[place]}", f"{_HEADS_MS[place]} {erst} {zweit}"


def _vocabulary(texts: Iterator[str]) -> list[str]:
    return sorted({word for text in texts for word in words(text) if len(word) >= _SHORTEST})


def queries(roles: list[Role], seed: int = SEED) -> list[str]:
    """Return titles in both languages, typed letter by letter, and the whole judged set."""
    chance = random.Random(seed + 1)
    typed = []
    for role in chance.sample(roles, TITLES_TYPED):
        for title in (role.title.en, role.title.ms):
            typed += [title[:end] for end in range(1, len(title) + 1)]
    return typed + [query for listed in judged().values() for query in listed]


def typos(roles: list[Role], count: int, seed: int = SEED) -> list[Typo]:
    """Return titles with one or two letters wrong, missing or swapped, in either language."""
    chance = random.Random(seed + 2)
    found = []
    while len(found) < count:
        role = chance.choice(roles)
        title = chance.choice((role.title.en, role.title.ms))
        parts = title.split()
        places = [place for place, part in enumerate(parts) if len(part) > _SHORTEST]
        if not places:
            continue
        place = chance.choice(places)
        errors = (1, 1, 2) if len(parts[place]) >= _TWO_ERRORS_FROM else (1,)
        for _ in range(chance.choice(errors)):
            parts[place] = _spoil(parts[place], chance)
        if parts != title.split():
            found.append(Typo(" ".join(parts), role.id))
    return found


def _spoil(word: str, chance: random.Random) -> str:
    """Return ``word`` with one letter wrong, missing, or swapped with the next."""
    place = chance.randrange(len(word) - 1)
    kind = chance.choice(("wrong", "missing", "swapped"))
    if kind == "wrong":
        return word[:place] + chance.choice("abcdefghijklmnopqrstuvwxyz") + word[place + 1 :]
    if kind == "missing":
        return word[:place] + word[place + 1 :]
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
