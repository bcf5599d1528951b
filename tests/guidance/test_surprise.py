"""The draw: the same for a seed, never twice the same role, and fond of what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from careerdesk.authoring.build import build
from careerdesk.authoring.content import Content
from careerdesk.catalogue import Store
from careerdesk.catalogue.role import Route
from careerdesk.catalogue.terms import RouteKind
from careerdesk.catalogue.text import Text
from careerdesk.guidance.surprise import surprise
from careerdesk.i18n import translator

WORDS = Text("Because.", "Kerana.")
EN = translator("en")


@pytest.fixture(scope="module")
def wide(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a catalogue with five nurses, and five builders of another field and schooling."""
    nurse = next(role for role in content.roles if role.id == "nurse")
    roles = []
    for number in range(5):
        for name, field, kind in (
            ("nurse", "health", RouteKind.DIPLOMA),
            ("builder", "computing", RouteKind.TVET),
        ):
            route = Route(kind=kind, title=WORDS, text=WORDS)
            title = Text(f"{name} {number}", f"{name} {number}")
            roles.append(
                replace(nurse, id=f"{name}-{number}", title=title, field=field, routes=(route,))
            )
    path = tmp_path_factory.mktemp("wide") / "c.sqlite"
    build(replace(content, roles=tuple(roles)), path)
    with Store.open(path) as store:
        yield store


def drawn(store: Store, looked_at: list[str], seed: int) -> str:
    found = surprise(store, looked_at, seed, EN)
    assert found is not None
    return found.card.id


def test_the_same_seed_draws_the_same_and_others_draw_others(wide: Store) -> None:
    seen = ["nurse-1", "nurse-3"]
    first = [drawn(wide, seen, seed) for seed in range(50)]
    assert first == [drawn(wide, seen, seed) for seed in range(50)]
    assert len(set(first)) > 4


def test_no_role_is_drawn_twice_while_there_is_another(wide: Store) -> None:
    seen: list[str] = []
    for seed in range(10):
        seen.append(drawn(wide, seen, seed))
    assert len(set(seen)) == 10
    again = surprise(wide, seen, 11, EN)
    assert again is not None
    assert again.card.id != seen[-1]
    assert again.reason == "You have looked at every role; here is one again."


def test_fields_and_ways_in_that_were_not_looked_at_are_favoured(wide: Store) -> None:
    def share(*seen: str) -> float:
        fields = Counter(drawn(wide, list(seen), seed).split("-")[0] for seed in range(400))
        return fields["builder"] / 400

    # Four nurses are left and five builders: without favour it would be 5 of 9.
    assert share("nurse-0") > 0.85
    assert 0.4 < share() < 0.6
    assert share("nurse-0", "nurse-1", "builder-0", "builder-1") < 0.65


@pytest.mark.parametrize(
    ("seen", "starts"),
    [
        ([], "A field and a way in that you have not looked at yet: "),
        (["flash-developer", "gone"], "A field and a way in that you have not looked at yet: "),
        ([*(f"builder-{n}" for n in range(5))], "A field and a way in that you have not looked"),
        (
            [*(f"builder-{n}" for n in range(5)), "nurse-0"],
            "A role that you have not looked at yet; its field you know.",
        ),
    ],
)
def test_it_says_why(seen: list[str], starts: str, wide: Store) -> None:
    found = surprise(wide, seen, 5, EN)
    assert found is not None
    assert found.reason.startswith(starts)


def test_a_way_in_alone_or_a_field_alone_can_be_new(store: Store) -> None:
    # Of the engineer the schooling is known; of the others it is not.
    field = surprise(store, ["data-analyst", "machine-learning-engineer"], 1, translator("ms"))
    assert field is not None
    assert field.card.id == "nurse"
    assert field.reason.endswith("Kesihatan.")
    way = surprise(store, ["data-analyst", "nurse"], 1, EN)
    assert way is not None
    assert way.reason == "A way in that you have not looked at yet: Degree."


def test_the_only_role_comes_again(content: Content, tmp_path: Path) -> None:
    nurse = next(role for role in content.roles if role.id == "nurse")
    build(replace(content, roles=(nurse,)), tmp_path / "one.sqlite")
    with Store.open(tmp_path / "one.sqlite") as store:
        assert drawn(store, ["nurse"], 3) == "nurse"


def test_an_empty_catalogue_has_no_surprise(content: Content, tmp_path: Path) -> None:
    gone = next(role for role in content.roles if role.retired_on is not None)
    build(replace(content, roles=(gone,)), tmp_path / "none.sqlite")
    with Store.open(tmp_path / "none.sqlite") as store:
        assert surprise(store, [], 3, EN) is None
