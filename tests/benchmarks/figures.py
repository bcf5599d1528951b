"""Prints every figure of `performance` in one run: `make figures`, or this file alone.

usage: python tests/benchmarks/figures.py [--quick]
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).parent
sys.path.append(str(HERE.parent))
ROOT = HERE.parents[1]
CATALOGUE = ROOT / "build" / "catalogue.sqlite"


def main(*, quick: bool) -> None:
    """Measure and print; nothing here fails on a slow computer."""
    _hush()
    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores")
    _start(rounds=5 if quick else 15)
    _search((1_000,) if quick else (1_000, 10_000, 100_000))
    _switch(rounds=1 if quick else 5)
    _side_by_side(rounds=1 if quick else 5)
    _sheets(rounds=3 if quick else 9)


def _hush() -> None:
    """Keep what Qt says of its screenless platform at every window out of the figures."""
    from PySide6.QtCore import qInstallMessageHandler

    def show(_kind: object, _context: object, message: str) -> None:
        if not message.startswith("This plugin does not support"):
            print(message, file=sys.stderr)

    qInstallMessageHandler(show)


def _start(rounds: int) -> None:
    import start

    bare, desk, ratio = start.measure(CATALOGUE, rounds)
    print("\nStart, process start to first painted list (medians)")
    print(f"  bare window   {bare.milliseconds:7.0f} ms  {bare.megabytes:5.0f} MB")
    print(f"  desk          {desk.milliseconds:7.0f} ms  {desk.megabytes:5.0f} MB")
    print(f"  ratio, paired {ratio:7.2f}     (budget 1.25, 75 MB)")


def _search(sizes: tuple[int, ...]) -> None:
    import keystrokes
    import search
    from synthetic import Synthetic, queries

    print("\nSearch, keystroke to rows (budget p99: 5, 8 and 16 ms; misspelt at 10,000: 30 ms)")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            found = search.measure(size, Path(folder))
            print(f"  {size:,} roles, {found.queries} queries")
            print(
                f"    rows      {_shown(found.rows)}   counts of all filters {_shown(found.counts)}"
            )
            print(
                f"    LIKE      {_shown(found.like)}   rows beside it {_shown(found.beside_like)}"
            )
            print(
                f"    slower than LIKE: {found.slower_than_like} of {search.LIKE_QUERIES} queries"
            )
            print(
                f"    misspelt  {_shown(found.typos)}   recall in ten {found.typo_recall:.1%} "
                "(budget 95 %)"
            )
            print(f"    file {found.file_megabytes:.1f} MB, index {found.index_megabytes:.1f} MB")
        size = sizes[min(1, len(sizes) - 1)]
        typed = queries(Synthetic().roles(size))[::5]
        painted, pressed = keystrokes.measure(Path(folder) / f"{size}.sqlite", typed)
        print(f"  in the desk, {size:,} roles (budget: 16.7 ms beyond rows and counts)")
        print(
            f"    keystroke to painted list {_shown(painted)}   keystroke alone {_shown(pressed)}"
        )


def _shown(times: object) -> str:
    return f"p50 {times.p50:5.2f}  p99 {times.p99:6.2f} ms"


def _switch(rounds: int) -> None:
    import role_switch

    print("\nRole switch, to the painted tab (budget p95: 16 ms)")
    for tab, (p50, p95) in role_switch.measure(CATALOGUE, rounds).items():
        print(f"  {tab:8} p50 {p50:5.1f}  p95 {p95:5.1f} ms")


def _side_by_side(rounds: int) -> None:
    import side_by_side

    print("\nPages of many roles, to the painted page")
    for page, (p50, p95) in side_by_side.measure(CATALOGUE, rounds).items():
        print(f"  {page:9} p50 {p50:5.1f}  p95 {p95:5.1f} ms")


def _sheets(rounds: int) -> None:
    import sheets

    warm, beside = sheets.warm(CATALOGUE), sheets.beside_qt(CATALOGUE)
    print("\nSheets on paper (budgets: warm 40 ms, half of Qt, cold 350 ms, 150 kB, 150 MB)")
    print(f"  role sheet    first in a process {warm['first_ms']:.0f} ms, warm ", end="")
    print(f"{warm['warm_ms']:.0f} ms (p90 {warm['p90_ms']:.0f}), largest ", end="")
    print(f"{warm['largest_kb']:.0f} kB, peak {warm['peak_mb']:.0f} MB after all roles")
    print(f"  beside Qt     {beside['ours_ms']:.0f} ms, Qt {beside['qt_ms']:.0f} ms, ", end="")
    print(f"ratio, paired {beside['ratio']:.2f}")
    print(f"  whole process {sheets.cold(CATALOGUE, rounds):.0f} ms")
    taken, peak = sheets.booklet(CATALOGUE, rounds)
    shown = "" if peak is None else f", peak {peak:.0f} MB"
    print(f"  booklet of {sheets.IN_A_BOOKLET}, whole process {taken:.0f} ms{shown} (2,000 ms)")


if __name__ == "__main__":
    main(quick="--quick" in sys.argv[1:])
