"""Search: from a keystroke to rows ready, over catalogues of growing size."""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desks import milliseconds
from synthetic import Synthetic, queries, typos

from careerdesk.catalogue import Store
from careerdesk.catalogue.search import Search

ROWS = 24
"""Rows that a window shows at once, and some more."""
TYPOS = 400
LIKE_QUERIES = 60
INDEX_TABLES = "search_%"


@dataclass(frozen=True)
class Times:
    """Milliseconds."""

    p50: float
    p99: float


@dataclass(frozen=True)
class Measured:
    """The figures of one catalogue."""

    roles: int
    queries: int
    rows: Times
    """From the query to the rows that are shown, reasons included."""
    counts: Times
    """The counts of every filter, on top."""
    like: Times
    """A LIKE scan over the same texts, for a share of the queries."""
    beside_like: Times
    """Rows for just those queries."""
    slower_than_like: int
    """Of those queries, how many took longer than the scan."""
    typos: Times
    typo_recall: float
    """Share of misspelt titles whose role is among the first ten."""
    file_megabytes: float
    index_megabytes: float


def measure(count: int, folder: Path) -> Measured:
    """Build a catalogue of ``count`` roles in ``folder`` and ask it everything."""
    synthetic = Synthetic()
    roles = synthetic.roles(count)
    path = folder / f"{count}.sqlite"
    synthetic.build(roles, path)
    typed, wrong = queries(roles), typos(roles, TYPOS)
    del roles, synthetic
    gc.collect()
    with Store.open(path) as store:
        _rows(store, "warm")
        _rows(store, "wram")
        store.counts(store.find(Search("warm")))
        rows = [milliseconds(lambda q=query: _rows(store, q)) for query in typed]
        answers = [store.find(Search(query)) for query in typed[::7]]
        counts = [milliseconds(lambda f=found: store.counts(f)) for found in answers]
        some = typed[:: max(1, len(typed) // LIKE_QUERIES)]
        beside = [milliseconds(lambda q=query: _rows(store, q)) for query in some]
        scanned = _scan(path, some)
        hits, misspelt = 0, []
        for typo in wrong:
            start = time.perf_counter()
            found = _rows(store, typo.typed)
            misspelt.append((time.perf_counter() - start) * 1000)
            hits += typo.role in [row.card.id for row in found[:10]]
    return Measured(
        count,
        len(typed),
        times(rows),
        times(counts),
        times(scanned),
        times(beside),
        sum(ours > theirs for ours, theirs in zip(beside, scanned, strict=True)),
        times(misspelt),
        hits / len(wrong),
        path.stat().st_size / 2**20,
        _index_size(path),
    )


def times(taken: Sequence[float]) -> Times:
    """Return the median and the 99th percentile."""
    return Times(statistics.median(taken), statistics.quantiles(taken, n=100)[98])


def _rows(store: Store, query: str):
    return store.rows(store.find(Search(query), limit=50), 0, ROWS)


_COLUMNS = ("title", "other_titles", "search_words", "tagline")
_LIKE_ROLE = " OR ".join(
    f"role.{column}_{language} LIKE ?1" for column in _COLUMNS for language in ("en", "ms")
)
LIKE = f"""
    SELECT id, field, title_en, title_ms, tagline_en, tagline_ms FROM role WHERE {_LIKE_ROLE}
    OR field IN (SELECT id FROM field WHERE name_en LIKE ?1 OR name_ms LIKE ?1)
    OR EXISTS (SELECT 1 FROM role_skills JOIN skill ON skill.id = skill
        WHERE role_id = role.id AND (name_en LIKE ?1 OR name_ms LIKE ?1))
    OR EXISTS (SELECT 1 FROM role_day
        WHERE role_id = role.id AND (text_en LIKE ?1 OR text_ms LIKE ?1))
    OR EXISTS (SELECT 1 FROM role_responsibilities WHERE role_id = role.id
        AND (title_en LIKE ?1 OR title_ms LIKE ?1 OR text_en LIKE ?1 OR text_ms LIKE ?1))
    ORDER BY title_en LIMIT {ROWS}
"""
"""A scan over the same texts for as many rows; it ranks nothing and gives no reasons."""


def _scan(path: Path, typed: Sequence[str]) -> list[float]:
    import sqlite3

    connection = sqlite3.connect(path)
    try:
        connection.execute(LIKE, ("%warm%",)).fetchall()
        return [
            milliseconds(lambda q=query: connection.execute(LIKE, (f"%{q}%",)).fetchall())
            for query in typed
        ]
    finally:
        connection.close()


def _index_size(path: Path) -> float:
    """Return the megabytes that the search index takes: the file, less the file without it."""
    import sqlite3

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.sqlite"
        copy.write_bytes(path.read_bytes())
        connection = sqlite3.connect(copy)
        names = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE ?", (INDEX_TABLES,)
        ).fetchall()
        for (name,) in names:
            connection.execute(f"DROP TABLE {name}")
        connection.commit()
        connection.execute("VACUUM")
        connection.close()
        return (path.stat().st_size - copy.stat().st_size) / 2**20
