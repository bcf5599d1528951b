"""Numbers behind the drawings: the age at first pay, and the routes that it is taken from."""

from dataclasses import replace

import pytest

from careerdesk.catalogue import Store, series
from careerdesk.catalogue.terms import RouteKind, Schooling


@pytest.mark.parametrize(
    ("years", "ages"),
    [
        ((2.0, 2.0), (19, 19)),
        ((2.5, 2.5), (19, 20)),
        ((3.5, 3.5), (20, 21)),
        ((4.5, 5.5), (21, 23)),
        ((0.25, 0.5), (17, 18)),
        ((3.0, None), (20, 20)),
    ],
)
def test_half_a_year_names_both_ages(
    years: tuple[float, float | None], ages: tuple[int, int]
) -> None:
    assert series.first_pay_age(*years) == ages


def test_without_years_there_is_no_age() -> None:
    assert series.first_pay_age(None, 4.0) is None


def test_a_route_to_a_rung_below_the_work_is_no_route_to_the_work(store: Store) -> None:
    role = next(
        role for role in map(store.role, [card.id for card in store.cards()]) if role.routes
    )
    kinds = (RouteKind.DIPLOMA, RouteKind.PRE_UNIVERSITY, RouteKind.UNIVERSITY)
    routes = tuple(replace(role.routes[0], kind=kind) for kind in kinds)
    low = replace(role, routes=routes)
    high = replace(low, schooling=Schooling.DEGREE)
    assert series.routes_to_the_work(low) == routes
    assert series.routes_to_the_work(high) == routes[1:]
