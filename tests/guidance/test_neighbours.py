"""Roles near another: one thing apart, the same skills, and everybody who uses a skill."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from careerdesk.authoring.build import build
from careerdesk.authoring.content import Content
from careerdesk.catalogue import Store
from careerdesk.catalogue.role import Condition, Role, Route, SkillUse
from careerdesk.catalogue.score import InterestScore
from careerdesk.catalogue.terms import ConditionKind, HoursPattern, Interest, Level, RouteKind
from careerdesk.catalogue.text import Text
from careerdesk.guidance.neighbours import one_thing_apart, roles_of_skill, same_skills
from careerdesk.i18n import LANGUAGES, translator

WORDS = Text("Because.", "Kerana.")
LINES = {
    "schooling": {"routes": (Route(kind=RouteKind.DIPLOMA, title=WORDS, text=WORDS),)},
    "field": {"field": "computing"},
    "interest": {"interests": (InterestScore(interest=Interest.SOCIAL, value=90, source="seed"),)},
    "place": {"remote": Level.HIGH},
    "hours_pattern": {"pattern": HoursPattern.DAY},
}


def described(content: Content, role_id: str, **changes: object) -> Role:
    """Return a nurse of whom every thing that is compared is known, but for ``changes``."""
    remote = changes.pop("remote", Level.NONE)
    pattern = changes.pop("pattern", HoursPattern.SHIFTS)
    assert isinstance(remote, Level)
    assert isinstance(pattern, HoursPattern)
    nurse = next(role for role in content.roles if role.id == "nurse")
    told = replace(
        nurse,
        id=role_id,
        title=Text(role_id, role_id),
        routes=(Route(kind=RouteKind.TVET, title=WORDS, text=WORDS),),
        skills=tuple(SkillUse(skill=key, text=WORDS) for key in ("listening", "python")),
        interests=(InterestScore(interest=Interest.REALISTIC, value=80, source="seed"),),
        conditions=(
            Condition(kind=ConditionKind.REMOTE, text=WORDS, low=remote),
            Condition(kind=ConditionKind.HOURS, text=WORDS, pattern=pattern),
        ),
    )
    return replace(told, **changes)  # type: ignore[arg-type]


class Catalogues:
    """Makes catalogues of the sample and some more roles."""

    def __init__(self, content: Content, folder: Path) -> None:
        self.content = content
        self._folder = folder
        self._opened = ExitStack()

    def holding(self, *roles: Role) -> Store:
        path = self._folder / "c.sqlite"
        build(replace(self.content, roles=(*self.content.roles, *roles)), path)
        return self._opened.enter_context(Store.open(path))

    def close(self) -> None:
        self._opened.close()


@pytest.fixture
def catalogues(content: Content, tmp_path: Path) -> Iterator[Catalogues]:
    made = Catalogues(content, tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", LINES)
def test_a_role_that_differs_in_one_thing_is_found_with_its_line(
    key: str, language: str, catalogues: Catalogues
) -> None:
    content = catalogues.content
    store = catalogues.holding(
        described(content, "here"), described(content, "there", **LINES[key])
    )
    (apart,) = one_thing_apart(store, "here", translator(language))
    assert (apart.card.id, apart.key) == ("there", key)
    (back,) = one_thing_apart(store, "there", translator(language))
    assert (back.card.id, back.key) == ("here", key)
    assert back.difference != apart.difference


def test_two_differences_or_none_or_a_thing_unknown_are_not_one(catalogues: Catalogues) -> None:
    content = catalogues.content
    store = catalogues.holding(
        described(content, "here"),
        described(content, "same"),
        described(content, "two", **LINES["field"], **LINES["place"]),
        described(content, "unknown", routes=()),
        replace(described(content, "gone", **LINES["field"]), retired_on=content.published_on),
    )
    assert one_thing_apart(store, "here", translator("en")) == ()
    assert one_thing_apart(store, "unknown", translator("en")) == ()
    assert one_thing_apart(store, "gone", translator("en")) == ()


def test_another_field_is_near_only_by_shared_skills(catalogues: Catalogues) -> None:
    content = catalogues.content
    python = (SkillUse(skill="python", text=WORDS),)
    store = catalogues.holding(
        described(content, "here"),
        described(content, "far", **LINES["field"], skills=python),
        described(content, "near", **LINES["field"]),
    )
    found = one_thing_apart(store, "here", translator("en"))
    assert [apart.card.id for apart in found] == ["near"]


def test_the_most_telling_difference_and_the_closest_skills_go_first(
    catalogues: Catalogues,
) -> None:
    content = catalogues.content
    store = catalogues.holding(
        described(content, "here"),
        described(content, "hours", **LINES["hours_pattern"]),
        described(content, "schooling-far", **LINES["schooling"], skills=()),
        described(content, "schooling-near", **LINES["schooling"]),
    )
    found = one_thing_apart(store, "here", translator("en"))
    assert [apart.card.id for apart in found] == ["schooling-near", "schooling-far", "hours"]
    assert found[0].difference == "Least schooling: Diploma (here: Skills certificate (SKM))"
    assert len(one_thing_apart(store, "here", translator("en"), limit=1)) == 1


def test_shared_skills_are_named_and_counted(catalogues: Catalogues) -> None:
    content = catalogues.content
    both = tuple(SkillUse(skill=key, text=WORDS) for key in ("listening", "python"))
    store = catalogues.holding(
        described(content, "both", skills=both),
        described(content, "one", skills=both[1:]),
    )
    found = same_skills(store, "both")
    assert [(near.card.id, [skill.id for skill in near.skills]) for near in found] == [
        ("data-analyst", ["python"]),
        ("nurse", ["listening"]),
        ("one", ["python"]),
        ("machine-learning-engineer", ["python"]),
    ]
    assert [near.of for near in found] == [1, 1, 1, 2]
    assert [near.card.id for near in same_skills(store, "one")][:2] == ["data-analyst", "both"]


def test_a_skill_that_has_left_the_catalogue_is_shared_by_nobody(store: Store) -> None:
    found = same_skills(store, "machine-learning-engineer")
    assert [[skill.id for skill in near.skills] for near in found] == [["python"]]
    assert same_skills(store, "nurse") == ()
    assert same_skills(store, "nobody") == ()


def test_a_skill_leads_to_all_its_roles_by_field(catalogues: Catalogues) -> None:
    content = catalogues.content
    python = (SkillUse(skill="python", text=WORDS),)
    store = catalogues.holding(described(content, "a-nurse", skills=python))
    roles = roles_of_skill(store, "python")
    assert [(role.field.id, role.card.id) for role in roles] == [
        ("computing", "data-analyst"),
        ("computing", "machine-learning-engineer"),
        ("health", "a-nurse"),
    ]
    assert roles[0].use.text == Text("For tables.", "Untuk jadual.")
    assert roles_of_skill(store, "no-such-skill") == ()
