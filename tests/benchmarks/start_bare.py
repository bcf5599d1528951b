"""A bare PySide6 window: prints the moment of its first paint and its memory, then ends."""

import resource
import sys
import time

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        sys.stdout.write(f"{time.time()} {peak}\n")
        sys.stdout.flush()
        QApplication.exit(0)


application = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 720)
window.show()
application.exec()
