"""Catalogues of any size, made of real roles with other titles, for measuring search."""

from __future__ import annotations

import random
from dataclasses import fields, replace
from pathlib import Path

from careerdesk.authoring import Content, read_content
from careerdesk.authoring.build import build
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.text import Text

ROOT = Path(__file__).parents[2]

_FIRST_EN = [
    "senior",
    "junior",
    "marine",
    "civil",
    "digital",
    "rural",
    "urban",
    "clinical",
    "forest",
    "solar",
    "court",
    "night",
]
_SECOND_EN = [
    "data",
    "nurse",
    "soil",
    "pump",
    "choir",
    "customs",
    "kitchen",
    "radio",
    "harbour",
    "bridge",
    "teacher",
    "welding",
]
_LAST_EN = [
    "engineer",
    "officer",
    "technician",
    "analyst",
    "planner",
    "designer",
    "keeper",
    "inspector",
    "maker",
]
_FIRST_MS = [
    "kanan",
    "muda",
    "marin",
    "awam",
    "digital",
    "desa",
    "bandar",
    "klinikal",
    "hutan",
    "suria",
    "mahkamah",
    "malam",
]
_SECOND_MS = [
    "data",
    "jururawat",
    "tanah",
    "pam",
    "koir",
    "kastam",
    "dapur",
    "radio",
    "pelabuhan",
    "jambatan",
    "guru",
    "kimpal",
]
_LAST_MS = [
    "jurutera",
    "pegawai",
    "juruteknik",
    "penganalisis",
    "perancang",
    "pereka",
    "penjaga",
    "pemeriksa",
]

QUERIES_PER_LANGUAGE = 20


def build_catalogue(roles: int, path: Path, seed: int = 7) -> None:
    """Build a catalogue of ``roles`` roles at ``path``."""
    chance = random.Random(seed)
    content = read_content(ROOT / "data")
    made = tuple(_role(content, chance, number) for number in range(roles))
    build(replace(content, roles=made), path)


def queries(seed: int = 7) -> list[str]:
    """Return titles in both languages, typed letter by letter."""
    chance = random.Random(seed + 1)
    typed = []
    for words in ((_FIRST_EN, _SECOND_EN, _LAST_EN), (_LAST_MS, _SECOND_MS, _FIRST_MS)):
        for _ in range(QUERIES_PER_LANGUAGE):
            title = " ".join(chance.choice(part) for part in words)
            typed += [title[:end] for end in range(1, len(title) + 1)]
    return typed


def _role(content: Content, chance: random.Random, number: int) -> Role:
    model = content.roles[number % len(content.roles)]
    en = (
        f"{chance.choice(_FIRST_EN)} {chance.choice(_SECOND_EN)} {chance.choice(_LAST_EN)} {number}"
    )
    ms = (
        f"{chance.choice(_LAST_MS)} {chance.choice(_SECOND_MS)} {chance.choice(_FIRST_MS)} {number}"
    )
    # What search does not read is left out: it would only make the file large.
    unread = {
        item.name: ()
        for item in fields(Role)
        if item.default == () and item.name not in ("skills", "day")
    }
    return replace(model, id=f"role-{number}", title=Text(en, ms), retired_on=None, **unread)
