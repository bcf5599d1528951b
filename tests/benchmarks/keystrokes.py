"""Keystrokes in the desk: from a change of the words to the painted list, offscreen."""

from __future__ import annotations

import gc
import time
from pathlib import Path

from desks import desk, tidy
from search import Times, times

from careerdesk.catalogue.search import Search


def measure(catalogue: Path, typed: list[str]) -> tuple[Times, Times]:
    """Return the times to the painted list, and the longest that the window was kept busy.

    The second are the times that a keystroke itself takes on the window's thread.
    """
    painted, pressed = [], []
    # The roles that the catalogue was made of are still here, as they never are in the desk.
    gc.freeze()
    with desk(catalogue) as window:
        for number, query in enumerate(["warm", "wram", *typed]):
            start = time.perf_counter()
            window.top_bar.search.setText(query)
            pressed_at = time.perf_counter()
            window.explore.answers.settle()
            window.explore.roles().viewport().repaint()
            end = time.perf_counter()
            tidy()
            if number > 1 and Search(query).words.strip():
                painted.append((end - start) * 1000)
                pressed.append((pressed_at - start) * 1000)
    return times(painted), times(pressed)
