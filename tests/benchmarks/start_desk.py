"""The desk, started by `careerdesk`'s own code: prints the moment of its first painted list.

usage: start_desk.py CATALOGUE DATA_DIR
"""

import argparse
import resource
import sys
import time
from pathlib import Path

from careerdesk import commands


def run_and_stop_at_first_list(store, student):
    """Stand in for `desk.app.run`: the same start, and an end at the first painted card."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from careerdesk.desk import app, cards

    paint = cards.CardDelegate.paint
    painted = []

    def report() -> None:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        sys.stdout.write(f"{time.time()} {peak}\n")
        sys.stdout.flush()
        QApplication.exit(0)

    def paint_and_stop(self, painter, option, index) -> None:
        paint(self, painter, option, index)
        if index.data(cards.CardRole).text and not painted:
            painted.append(True)
            # Once the whole window has been painted.
            QTimer.singleShot(0, report)

    cards.CardDelegate.paint = paint_and_stop
    return app.run(store, student)


options = argparse.Namespace(
    command="desk", catalogue=Path(sys.argv[1]), data_dir=Path(sys.argv[2])
)
commands.open_desk(options, run_and_stop_at_first_list)
