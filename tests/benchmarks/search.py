"""Search: from a keystroke to rows, over catalogues of growing size."""

from __future__ import annotations

import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from synthetic import build_catalogue, queries

from careerdesk.catalogue import Store


@dataclass(frozen=True)
class Search:
    """Milliseconds per keystroke, and the size of the file."""

    p50: float
    p99: float
    like_p50: float
    megabytes: float


def measure(roles: int) -> Search:
    """Type the fixed queries into a catalogue of ``roles`` roles, and beside it scan with LIKE."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "catalogue.sqlite"
        build_catalogue(roles, path)
        with Store.open(path) as store:
            typed = queries()
            store.search("warm")
            found = [_milliseconds(lambda q=query: store.search(q, limit=50)) for query in typed]
        scanned = _scan(path, typed[:: max(1, len(typed) // 60)])
        return Search(
            statistics.median(found),
            statistics.quantiles(found, n=100)[98],
            statistics.median(scanned),
            path.stat().st_size / 2**20,
        )


def _scan(path: Path, typed: list[str]) -> list[float]:
    import sqlite3

    sql = (
        "SELECT id FROM role WHERE title_en LIKE ?1 OR title_ms LIKE ?1 OR tagline_en LIKE ?1 "
        "OR tagline_ms LIKE ?1 ORDER BY title_en LIMIT 50"
    )
    connection = sqlite3.connect(path)
    try:
        return [
            _milliseconds(lambda q=query: connection.execute(sql, (f"%{q}%",)).fetchall())
            for query in typed
        ]
    finally:
        connection.close()


def _milliseconds(action) -> float:
    start = time.perf_counter()
    action()
    return (time.perf_counter() - start) * 1000
