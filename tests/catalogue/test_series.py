"""Numbers behind the drawings: the age at first pay."""

import pytest

from careerdesk.catalogue import series


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
