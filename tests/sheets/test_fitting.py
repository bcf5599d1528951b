"""How a page finds the first setting that holds."""

from __future__ import annotations

from functools import partial

from careerdesk.sheets.fitting import Measure, Page
from careerdesk.sheets.writing import Block

MEASURE = Measure(height=200.0, rest=0.0, each=0.0, lengths={"text": 100.0})


def _long(letters: int) -> Block:
    return {"text": "x" * letters}


def _lengths(page: Page) -> list[int]:
    """Return how long the settings of ``page`` are, as long as none of them holds."""
    tried = [page.setting.written.lengths["text"]]
    while page.go_on():
        tried.append(page.setting.written.lengths["text"])
    return tried


def test_a_guess_passes_over_settings_that_will_hardly_hold() -> None:
    writers = [partial(_long, letters) for letters in (9000, 8000, 7000, 1000)]
    assert Page(writers, MEASURE).setting.written.lengths == {"text": 1000}


def test_no_guess_passes_over_what_would_be_missed_and_may_hold() -> None:
    writers = [partial(_long, letters) for letters in (9000, 2050, 2040, 1000)]
    assert _lengths(Page(writers, MEASURE, in_turn=2)) == [2050, 2040, 1000, 1000]
    assert _lengths(Page(writers, MEASURE))[0] == 1000


def test_what_would_be_missed_is_passed_over_where_it_cannot_hold() -> None:
    writers = [partial(_long, letters) for letters in (9000, 8000, 7000, 1000)]
    assert _lengths(Page(writers, MEASURE, in_turn=2))[0] == 1000
