"""Sheets one after the other in one process: how long, how large, how much memory.

Prints one line of JSON. With ``beside`` as its second argument, each role sheet is also set from
the same words by QTextDocument and QPdfWriter, in turns, and the ratio is that of each pair.
"""

from __future__ import annotations

import html
import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from careerdesk.catalogue import Store
from careerdesk.sheets import Kind, Look, Order, draft

TODAY = date(2026, 11, 26)
BESIDE = 40
"""Sheets that are set both ways."""


def main(catalogue: Path, *, beside: bool) -> dict[str, float]:
    """Measure, in milliseconds, kB and MB."""
    with Store.open(catalogue) as store:
        return _beside(store) if beside else _alone(store)


def _alone(store: Store) -> dict[str, float]:
    taken, sizes = [], []
    for order, look in _sheets(store):
        start = time.perf_counter()
        pdf = draft(store, order, look, TODAY).as_pdf()
        taken.append(1000 * (time.perf_counter() - start))
        sizes.append(len(pdf) / 1000)
    return {
        "first_ms": taken[0],
        "warm_ms": statistics.median(taken[1:]),
        "p90_ms": statistics.quantiles(taken[1:], n=10)[8],
        "largest_kb": max(sizes),
        "peak_mb": _peak(),
    }


def _sheets(store: Store) -> Iterator[tuple[Order, Look]]:
    for card in store.cards():
        for language in ("en", "ms"):
            yield Order(kind=Kind.ROLE, roles=(card.id,)), Look(language)


def _beside(store: Store) -> dict[str, float]:
    set_by_qt = _qt()
    pairs = []
    for number, (order, look) in enumerate(_sheets(store)):
        if number > BESIDE:
            break
        start = time.perf_counter()
        made = draft(store, order, look, TODAY)
        written = time.perf_counter()
        made.as_pdf()
        between = time.perf_counter()
        set_by_qt(as_html(made.content()))
        # What is to be said is written once, for both.
        writing = written - start
        pairs.append((between - start, writing + time.perf_counter() - between))
    warm = pairs[1:]
    return {
        "ours_ms": 1000 * statistics.median(ours for ours, _qt_s in warm),
        "qt_ms": 1000 * statistics.median(qt_s for _ours, qt_s in warm),
        "ratio": statistics.median(ours / qt_s for ours, qt_s in warm),
    }


def _qt() -> Callable[[str], bytes]:
    """Return what sets HTML as a PDF, as Qt does it."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

    from careerdesk.desk import theme

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    theme.load_fonts()

    def set_by_qt(words: str) -> bytes:
        assert application is not None
        document = QTextDocument()
        document.setDefaultFont(QFont("Noto Sans", 8))
        document.setHtml(words)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        document.print_(writer)
        return bytes(buffer.data().data())

    return set_by_qt


def as_html(content: dict[str, object]) -> str:
    """Return the words of a role sheet as headings, paragraphs and tables, bars included."""
    parts = [f"<h1>{html.escape(str(content['title']))}</h1>", *_lines(content["head"])]
    for page in ("first", "second"):
        for block in content[page]["blocks"].values():  # type: ignore[index]
            parts += _block(block)
    parts += _block(content["sources"])
    return "".join(parts)


def _block(block: object) -> Iterator[str]:
    if not isinstance(block, dict):
        return
    for name, part in block.items():
        if name in ("heading", "why", "hard"):
            yield f"<h2>{html.escape(part)}</h2>"
        elif isinstance(part, list):
            rows = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in part)
            yield f"<table width='100%' cellspacing='0' cellpadding='2'>{rows}</table>"
        elif isinstance(part, str):
            yield f"<p>{html.escape(part)}</p>"


def _cells(row: object) -> Iterator[str]:
    if isinstance(row, dict) and isinstance(row.get("end"), float):
        width = max(1, round(100 * (row["end"] - row["start"])))
        yield f"<td width='{width}%' bgcolor='#0f5c94'>&nbsp;</td>"
    elif isinstance(row, dict) and isinstance(row.get("at"), float):
        yield f"<td width='{max(1, round(100 * row['at']))}%' bgcolor='#0f5c94'>&nbsp;</td>"
    yield from (f"<td>{line}</td>" for line in _lines(row))


def _lines(part: object) -> Iterator[str]:
    """Yield the words of a part of a sheet; what is read out for a drawing is left out."""
    if isinstance(part, str):
        yield html.escape(part)
    elif isinstance(part, dict):
        for name, inner in part.items():
            if name not in ("sources", "alt", "order", "basis"):
                yield from _lines(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _lines(inner)


def _peak() -> float:
    """Return the most memory that this process has had, in MB."""
    import psutil

    memory = psutil.Process().memory_info()
    if hasattr(memory, "peak_wset"):
        return float(memory.peak_wset) / 2**20
    status = Path("/proc/self/status")
    if status.exists():
        # Linux counts the memory of the process that started this one in its ru_maxrss.
        return int(re.findall(r"^VmHWM:\s*(\d+) kB$", status.read_text(), re.MULTILINE)[0]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    figures = main(Path(sys.argv[1]), beside="beside" in sys.argv[2:])
    sys.stdout.write(json.dumps({name: round(value, 2) for name, value in figures.items()}) + "\n")
