"""Every role in every kind of sheet and both languages: whole, within its page, without a warning.

`make figures` makes them all, side by side on every core; here a seeded sample has to do.
"""

from __future__ import annotations

import logging
import os
import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from careerdesk.catalogue import Store
from careerdesk.errors import CareerdeskError
from careerdesk.i18n import LANGUAGES
from careerdesk.sheets import Kind, Look, Order, Paper, make_pdf
from sheet_reading import TODAY, outside_the_margins, pages_of

PAGES = {Kind.ROLE: 2, Kind.SUMMARY: 1, Kind.COMPARE: 1, Kind.SUBJECT: 1, Kind.PARENTS: 1}
MOST_BYTES = 150_000
SAMPLE = 12
IN_A_BOOKLET = 30

Wanted = tuple[Order, Look]


def every_order(store: Store) -> Iterator[Order]:
    """Yield orders that put every role into every kind of sheet, and every subject on a poster."""
    ids = [card.id for card in store.cards()]
    for role in ids:
        for kind in (Kind.ROLE, Kind.SUMMARY, Kind.PARENTS):
            yield Order(kind=kind, roles=(role,))
    for size in (2, 3, 4):
        for start in range(0, len(ids), size):
            together = ids[start : start + size]
            # The last ones are filled up with the first.
            yield Order(kind=Kind.COMPARE, roles=tuple((together + ids)[:size]))
    for start in range(0, len(ids), IN_A_BOOKLET):
        yield Order(kind=Kind.BOOKLET, roles=tuple(ids[start : start + IN_A_BOOKLET]))
    for subject in store.shared.subjects:
        yield Order(kind=Kind.SUBJECT, subject=subject)


def faults(store: Store, order: Order, look: Look) -> list[str]:
    """Return what is wrong with one sheet."""
    heard: list[logging.LogRecord] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = heard.append  # type: ignore[method-assign]
    logging.getLogger("careerdesk").addHandler(handler)
    try:
        pdf = make_pdf(store, order, look, TODAY)
    except CareerdeskError as error:
        return [str(error)]
    finally:
        logging.getLogger("careerdesk").removeHandler(handler)
    pages = pages_of(pdf)
    found = [record.getMessage() for record in heard]
    if len(pages) != PAGES.get(order.kind, len(pages)):
        found.append(f"{len(pages)} pages")
    if order.kind is not Kind.BOOKLET and len(pdf) > MOST_BYTES:
        found.append(f"{len(pdf)} bytes")
    found += [f"in the margin: {texts}" for texts in outside_the_margins(pdf) if texts]
    found += [f"page {number} is empty" for number, text in enumerate(pages, 1) if len(text) < 120]
    return [f"{order.kind} {order.roles or order.subject} {look}: {fault}" for fault in found]


def checked(catalogue: Path, wanted: list[Wanted]) -> list[str]:
    """Return what is wrong with some sheets; in a process of its own, which gives way to others."""
    if hasattr(os, "nice"):
        os.nice(5)
    with Store.open(catalogue) as store:
        return [fault for order, look in wanted for fault in faults(store, order, look)]


def test_a_sample_of_all_sheets_is_whole(real_store: Store) -> None:
    draw = random.Random(6)
    orders = list(every_order(real_store))
    sample = draw.sample(orders, SAMPLE) + [
        next(order for order in orders if order.kind is kind) for kind in Kind
    ]
    for order in sample:
        look = Look(draw.choice(LANGUAGES), draw.choice(list(Paper)), grey=draw.random() < 0.5)
        assert faults(real_store, order, look) == []


@pytest.mark.figures
def test_every_sheet_is_whole(real_store: Store) -> None:
    wanted = [
        (order, Look(language)) for order in every_order(real_store) for language in LANGUAGES
    ]
    workers = os.cpu_count() or 1
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        # In small heaps: typst's memory grows with what one process sets.
        heaps = [wanted[start : start + 40] for start in range(0, len(wanted), 40)]
        path = real_store.info.path
        done = [pool.submit(checked, path, heap) for heap in heaps]
        found = [fault for future in done for fault in future.result()]
    assert found == []
