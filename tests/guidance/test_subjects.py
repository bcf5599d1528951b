"""Where a subject leads: rings by the least schooling for the work itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from careerdesk.authoring.build import build
from careerdesk.authoring.content import Content
from careerdesk.catalogue import Store
from careerdesk.catalogue.role import Role, Route, SubjectNeed
from careerdesk.catalogue.terms import Need, RouteKind, Schooling
from careerdesk.catalogue.text import Text
from careerdesk.guidance.subjects import RingKind, ring_name, subject_rings
from careerdesk.i18n import translator

WORDS = Text("Because.", "Kerana.")

Opens = Callable[..., Store]


@pytest.fixture
def holding(content: Content, tmp_path: Path) -> Iterator[Opens]:
    """Return a function that opens a catalogue of the sample and the roles it is given."""
    with ExitStack() as opened:

        def catalogue(*roles: Role) -> Store:
            build(replace(content, roles=(*content.roles, *roles)), tmp_path / "c.sqlite")
            return opened.enter_context(Store.open(tmp_path / "c.sqlite"))

        yield catalogue


def way(kind: RouteKind, years: float | None = None) -> Route:
    source = None if years is None else "survey"
    return Route(kind=kind, title=WORDS, text=WORDS, years_min=years, source=source)


def needing(content: Content, role_id: str, need: Need, *routes: Route) -> Role:
    nurse = next(role for role in content.roles if role.id == "nurse")
    subject = SubjectNeed(subject="biology", need=need, text=WORDS)
    return replace(nurse, id=role_id, subjects=(subject,), routes=routes)


@pytest.mark.parametrize(
    ("written", "routes", "kind"),
    [
        (None, (way(RouteKind.WORK, 0.5),), RingKind.SCHOOL),
        (None, (way(RouteKind.TVET, 2),), RingKind.SCHOOL),
        (None, (way(RouteKind.UNIVERSITY, 4), way(RouteKind.DIPLOMA, 3)), RingKind.DIPLOMA),
        (None, (way(RouteKind.PRE_UNIVERSITY, 5),), RingKind.DEGREE),
        (Schooling.DEGREE, (way(RouteKind.WORK), way(RouteKind.UNIVERSITY, 5)), RingKind.DEGREE),
    ],
)
def test_the_ring_is_the_least_schooling_for_the_work_itself(
    written: Schooling | None,
    routes: tuple[Route, ...],
    kind: RingKind,
    content: Content,
    holding: Opens,
) -> None:
    role = replace(needing(content, "a", Need.HELPFUL, *routes), schooling=written)
    rings = subject_rings(holding(role), "biology").rings
    assert [ring.kind for ring in rings if ring.roles] == [kind]


def test_each_ring_holds_its_roles_and_those_that_need_the_subject_come_first(
    content: Content, holding: Opens
) -> None:
    trade, degree = way(RouteKind.TVET, 2), way(RouteKind.UNIVERSITY, 4)
    store = holding(
        needing(content, "helped", Need.HELPFUL, trade),
        needing(content, "needing", Need.REQUIRED, trade),
        needing(content, "far", Need.REQUIRED, degree),
        needing(content, "no-way-in", Need.REQUIRED),
        replace(needing(content, "gone", Need.REQUIRED, trade), retired_on=content.published_on),
    )
    found = subject_rings(store, "biology")
    assert [ring.kind for ring in found.rings] == list(RingKind)
    assert [[role.id for role in ring.roles] for ring in found.rings] == [
        ["needing", "helped"],
        [],
        ["far"],
    ]
    assert found.count == 3
    assert found.subject.name.en == "Biology"
    assert found.rings[0].roles[0].text == WORDS
    assert found.rings[0].roles[0].field.id == "health"


def test_a_subject_of_one_role_has_one_ring_with_it(store: Store) -> None:
    rings = subject_rings(store, "maths").rings
    assert [[role.id for role in ring.roles] for ring in rings] == [
        [],
        [],
        ["machine-learning-engineer"],
    ]


def test_an_unknown_subject_is_refused(store: Store) -> None:
    with pytest.raises(LookupError):
        subject_rings(store, "alchemy")


@pytest.mark.parametrize("language", ["en", "ms"])
def test_every_ring_has_a_name_of_its_own(language: str) -> None:
    names = {ring_name(kind, translator(language)) for kind in RingKind}
    assert len(names) == len(RingKind)
