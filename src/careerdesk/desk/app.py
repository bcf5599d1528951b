"""Starts Qt, shows the window, and brings in what is heavy once it is up."""

from __future__ import annotations

import gc
import sys
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from careerdesk.desk import theme
from careerdesk.desk.context import Context, Look, remembered_look
from careerdesk.desk.window import MainWindow, apply_look
from careerdesk.errors import ExitCode
from careerdesk.i18n import Translator

if TYPE_CHECKING:
    from careerdesk.catalogue import Store
    from careerdesk.student import StudentFile, StudentFileInUse
    from careerdesk.student.places import Places

WINDOW_SIZE = (1280, 720)
"""First size of the window, in pixels; a smaller screen gets a maximised one."""

QUIET_MS = 400
"""Pause after the first paint before the pages are brought in, in milliseconds."""


def start_qt() -> QApplication:
    """Return the one application object, with the bundled fonts."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        # As an argument, because setStyle() hands out a QStyle, which takes a while to wrap.
        application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("CareerDesk")
    theme.load_fonts()
    return application


def run(store: Store, student: StudentFile) -> ExitCode:
    """Show the window until it is closed."""
    application = start_qt()
    context = Context(store, student, today=date.today(), look=remembered_look(student))
    window = MainWindow(context)
    _show(window)
    QTimer.singleShot(QUIET_MS, lambda: bring_in(window))
    # What the start has made stays; from here on, garbage is collected again.
    gc.freeze()
    gc.enable()
    application.exec()
    # Another than the one that was given, where the student opened their work with a code.
    context.student.close()
    return ExitCode.OK


def bring_in(window: MainWindow) -> None:
    """Import the role page, and let the charts follow when the student pauses."""
    _watch_for_faults(window)
    window.teach_qt()
    window.role_page  # noqa: B018 - made on first use
    window.context.charts.start()
    window.work.forget_old()


def _watch_for_faults(window: MainWindow) -> None:
    """Write down from now on what goes wrong; say so if something did the last time."""
    from careerdesk.desk.uncaught import Uncaught
    from careerdesk.student.crash_log import CrashLog

    path = window.context.student.path
    log = None if path is None else CrashLog(path.parent)
    Uncaught(window, log).install()
    if log is None:
        return
    if log.last() is not None:
        window.watch.say_of_last_crash()
        log.forget()
    log.watch()
    QApplication.instance().aboutToQuit.connect(log.close)  # type: ignore[union-attr]


def ask_elsewhere(problem: StudentFileInUse, places: Places, t: Translator) -> StudentFile | None:
    """Ask what to do about work that is open elsewhere; None is to close."""
    from careerdesk.desk.keeping.elsewhere import ElsewhereDialog

    application = start_qt()
    context = _Bare(t)
    apply_look(application, context)  # type: ignore[arg-type]
    dialog = ElsewhereDialog(context, problem, places)  # type: ignore[arg-type]
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.exec()
    return dialog.student


def show_sentence(sentence: str, t: Translator) -> None:
    """Show one sentence in a small window of its own, for who started the desk by its icon."""
    from PySide6.QtWidgets import QDialog, QVBoxLayout

    from careerdesk.desk.parts import Parts, row

    application = start_qt()
    context = _Bare(t)
    apply_look(application, context)  # type: ignore[arg-type]
    parts = Parts(context)  # type: ignore[arg-type]
    dialog = QDialog()
    dialog.setWindowTitle("CareerDesk")
    dialog.setMinimumWidth(460)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(16)
    column.addWidget(parts.text(sentence))
    column.addLayout(row(None, parts.button(t.say("Close"), dialog.accept)))
    dialog.exec()


class _Bare:
    """A look without a catalogue or a student."""

    def __init__(self, t: Translator) -> None:
        self.look = Look(language=t.language)
        self.t = t
        self.percent = self.look.percent
        self.colours = theme.colours(self.look.theme)


def _show(window: MainWindow) -> None:
    space = window.screen().availableGeometry()
    window.setMinimumSize(min(960, space.width()), min(560, space.height()))
    if space.width() <= 1400 or space.height() <= 800:
        window.showMaximized()
    else:
        window.resize(*WINDOW_SIZE)
        window.show()
