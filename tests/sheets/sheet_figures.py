"""How long a role sheet takes, and how large it is: run by hand, or by the benchmarks.

Prints one line of JSON: milliseconds of the first sheet of the process (typst and fonts
included) and the median of all others, the largest sheet in kB, and the memory in MB.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))

from sheet_reading import real_content, sheet_of


def figures() -> dict[str, float]:
    """Make every role's sheet in both languages once, and return what it took."""
    content = real_content()
    taken, sizes = [], []
    for role in content.roles:
        for language in ("en", "ms"):
            start = time.perf_counter()
            sizes.append(len(sheet_of(content, role, language)))
            taken.append(1000 * (time.perf_counter() - start))
    return {
        "first_ms": round(taken[0], 1),
        "warm_ms": round(statistics.median(taken[1:]), 1),
        "largest_kb": round(max(sizes) / 1000, 1),
        "memory_mb": round(psutil.Process().memory_info().rss / 2**20, 1),
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(figures()) + "\n")
