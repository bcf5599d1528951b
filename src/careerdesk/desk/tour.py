"""A walk through the real window that saves a picture of every station.

It is the proof that the main thread of the program works, the maker of the guides' pictures, and
what `make run` does where there is no screen. It presses what a student presses, in a student file
of its own, and fails when a station cannot be reached or shows a blank pane.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QBuffer,
    QDeadlineTimer,
    QEventLoop,
    QRect,
    Qt,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from careerdesk import sheets
from careerdesk.catalogue.search import Kind, Search
from careerdesk.desk.app import start_qt
from careerdesk.desk.context import Context, Look
from careerdesk.desk.paper.dialog import SheetDialog
from careerdesk.desk.places import ExplorePlace, SkillPlace, SubjectPlace
from careerdesk.desk.pressables import IconButton, SegmentButton
from careerdesk.desk.window import MainWindow
from careerdesk.errors import N_, CareerdeskError
from careerdesk.files import make_folder, write_whole
from careerdesk.student import SkillState, StudentFile

if TYPE_CHECKING:
    from careerdesk.catalogue import Store

ROLE = "machine-learning-engineer"
SECOND_ROLE = "data-scientist"
SUBJECT = "mathematics"

_LEAST_COLOURS = 12
"""A pane that shows anything has more colours than this, thanks to smooth letters."""

_WAIT_MS = 60_000


class TourFailed(CareerdeskError):
    """A station could not be reached, or showed nothing."""

    sentence = N_(
        "The tour stopped at “{station}”: {what}. The pictures up to there lie in {folder}."
    )


def walk(
    store: Store,
    out: Path,
    *,
    language: str,
    theme: str,
    size: tuple[int, int],
    percent: int = 100,
    data_dir: Path | None = None,
) -> list[Path]:
    """Walk through the window and return the files that were saved, in order.

    Raises:
        TourFailed: when a station cannot be reached or a pane is blank.
        CareerdeskError: when the student file, a picture or the sheet cannot be written.
    """
    make_folder(out)
    earlier = qInstallMessageHandler(_pass_on)
    try:
        return _walk(
            store, out, Look(language=language, theme=theme, percent=percent), size, data_dir
        )
    finally:
        qInstallMessageHandler(earlier)


def _pass_on(kind: QtMsgType, _where: object, message: str) -> None:
    """Print what Qt says, except what every window says on a screen that is not there."""
    if not message.startswith("This plugin does not support"):
        print(f"{kind.name}: {message}", file=sys.stderr)


def _walk(
    store: Store, out: Path, look: Look, size: tuple[int, int], data_dir: Path | None
) -> list[Path]:
    application = start_qt()
    with tempfile.TemporaryDirectory(prefix="careerdesk-tour-") as folder:
        student = StudentFile.open(data_dir or Path(folder))
        with student:
            context = Context(store, student, today=date.today(), look=look)
            window = MainWindow(context)
            window.resize(*size)
            window.show()
            tour = _Tour(application, window, out)
            try:
                tour.walk()
            finally:
                window.close()
                window.deleteLater()
                application.processEvents()
    return tour.saved


class _Tour:
    def __init__(self, application: QApplication, window: MainWindow, out: Path) -> None:
        self._application = application
        self._window = window
        self._out = out
        self.saved: list[Path] = []
        self._station = ""

    def walk(self) -> None:
        window = self._window
        self._at("explore")
        self._picture(window.explore)
        self._at("search")
        self._type_query("data")
        self._picture(window.explore)
        self._at("filters")
        self._filter()
        self._picture(window.explore)
        self._at("nothing-found")
        self._type_query("qzxqzx")
        self._picture(window.explore)
        self._type_query("")
        self._walk_role()
        self._at("skills-ticked")
        self._tick_skill()
        self._picture(window.role_page.current_tab())
        self._at("evidence")
        self._open_evidence()
        self._at("language-switched")
        self._switch_language()
        self._at("shortlist")
        self._fill_shortlist()
        self._picture(window.shortlist)
        self._at("compare")
        self._compare()
        self._at("subject")
        window.go(SubjectPlace(SUBJECT))
        self._picture(window.pages.page(SubjectPlace))
        self._at("skill")
        self._open_skill()
        self._at("sheet")
        self._save_sheet()

    def _at(self, station: str) -> None:
        self._station = station
        self._application.processEvents()

    def _fail(self, what: str) -> TourFailed:
        return TourFailed(station=self._station, what=what, folder=str(self._out))

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        """Let the window work until ``holds``, or fail saying that ``what`` did not happen."""
        deadline = QDeadlineTimer(_WAIT_MS)
        while not holds():
            if deadline.hasExpired():
                raise self._fail(what)
            self._application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)

    def _picture(self, pane: QWidget) -> None:
        """Save the whole window, and make sure that ``pane`` shows something."""
        self._application.processEvents()
        image = self._window.grab().toImage()
        ratio = image.devicePixelRatio()
        corner = pane.mapTo(self._window, pane.rect().topLeft()) * ratio
        if not pane.isVisible() or is_blank(image.copy(QRect(corner, pane.size() * ratio))):
            raise self._fail("the pane is blank")
        self._save(image)

    def _save(self, image: QImage) -> None:
        path = self._out / f"{len(self.saved) + 1:02d}-{self._station}.png"
        picture = QBuffer()
        picture.open(QBuffer.OpenModeFlag.WriteOnly)
        image.save(picture, "PNG")
        # Not by Qt, which cannot say why a file could not be written.
        write_whole(path, picture.data().data())
        self.saved.append(path)

    def _type_query(self, query: str) -> None:
        search = self._window.top_bar.search
        search.setFocus()
        search.selectAll()
        if query:
            QTest.keyClicks(search, query)
        else:
            QTest.keyClick(search, Qt.Key.Key_Escape)
        self._until(lambda: search.text() == query, "the search field took no words")
        self._window.explore.answers.settle()

    def _filter(self) -> None:
        """Ask for roles that can be reached with a diploma and suit practical people."""
        search = Search().adding(Kind.SCHOOLING, "diploma").adding(Kind.INTEREST, "R")
        self._window.go(ExplorePlace(search))
        self._window.explore.answers.settle()

    def _walk_role(self) -> None:
        window = self._window
        self._at("role-story")
        window.explore.role_opened.emit(ROLE)
        self._until(
            lambda: window.pages.currentWidget() is window.role_page, "the role stayed shut"
        )
        page = window.role_page
        window.context.charts.load_now()
        for key in page.tabs():
            self._at(f"role-{key}")
            page.open_tab(key)
            self._until(lambda k=key: page.place().tab == k, "the tab stayed shut")
            self._picture(page.current_tab())
            if self._scroll_on():
                self._picture(page.current_tab())

    def _scroll_on(self) -> bool:
        """Scroll the present tab down by a page; return whether there was more to show."""
        bar = self._window.role_page.current_tab().verticalScrollBar()
        if bar.maximum() < 80:
            return False
        bar.setValue(bar.pageStep())
        self._station += "-2"
        return True

    def _tick_skill(self) -> None:
        window, student = self._window, self._window.context.student
        window.role_page.open_tab("skills")
        tab = window.role_page.current_tab()
        tab.verticalScrollBar().setValue(0)
        words = window.context.t.say("Have it")
        buttons = [b for b in tab.findChildren(SegmentButton) if b.text() == words]
        if not buttons:
            raise self._fail("there is no skill to tick")
        for button in buttons[:2]:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        marks = student.skill_marks().values()
        if [mark.state for mark in marks] != [SkillState.HAVE] * len(buttons[:2]):
            raise self._fail("the tick was not saved")

    def _open_evidence(self) -> None:
        from careerdesk.desk.evidence_view import EvidenceSheet

        page = self._window.role_page
        page.open_tab("scores")
        words = self._window.context.t.say("Where this comes from: {what}", what="")
        buttons = [
            button
            for button in page.current_tab().findChildren(IconButton)
            if button.accessibleName().startswith(words)
        ]
        if not buttons:
            raise self._fail("no number has evidence")
        QTest.mouseClick(buttons[len(buttons) // 2], Qt.MouseButton.LeftButton)
        sheets = self._window.findChildren(EvidenceSheet)
        if not sheets or not sheets[0].isVisible():
            raise self._fail("the evidence stayed shut")
        image = sheets[0].grab().toImage()
        if is_blank(image):
            raise self._fail("the evidence is blank")
        self._save(image)
        sheets[0].close()

    def _switch_language(self) -> None:
        window = self._window
        context = window.context
        place = window.role_page.place()
        before = context.language
        context.change_look(language="ms" if before == "en" else "en")
        now = window.role_page.place()
        if (now.role, now.tab) != (place.role, place.tab):
            raise self._fail("switching the language lost the place")
        self._picture(window.role_page.current_tab())
        context.change_look(language=before)

    def _fill_shortlist(self) -> None:
        window, context = self._window, self._window.context
        for role_id in (ROLE, SECOND_ROLE):
            window.open_role(role_id)
            QTest.mouseClick(window.role_page.shortlist_button, Qt.MouseButton.LeftButton)
        window.toast.hide()
        window.rail.shortlist_asked.emit()
        if [item.role_id for item in context.student.shortlist()] != [ROLE, SECOND_ROLE]:
            raise self._fail("the shortlist was not saved")

    def _open_skill(self) -> None:
        window = self._window
        window.open_role(ROLE)
        window.role_page.open_tab("skills")
        skill = window.context.store.role(ROLE).skills[0].skill
        window.role_page.current_tab().place_asked.emit(SkillPlace(skill))
        self._picture(window.pages.page(SkillPlace))

    def _compare(self) -> None:
        window = self._window
        for role_id in (ROLE, SECOND_ROLE):
            window.open_role(role_id)
            QTest.mouseClick(window.role_page.compare_button, Qt.MouseButton.LeftButton)
        window.toast.hide()
        window.rail.compare_asked.emit()
        page = window.pages.compare
        if window.context.tray.roles() != (ROLE, SECOND_ROLE):
            raise self._fail("the roles were not put side by side")
        self._picture(page)
        page.show_only_differences(True)
        page.scroll.complete()
        page.scroll.settle()
        page.scroll.verticalScrollBar().setValue(page.scroll.verticalScrollBar().pageStep())
        self._station += "-2"
        self._picture(page)

    def _save_sheet(self) -> None:
        window = self._window
        window.open_sheet(sheets.Order(kind=sheets.Kind.ROLE, roles=(ROLE,)))
        self._application.processEvents()
        dialogs = window.findChildren(SheetDialog)
        if not dialogs:
            raise self._fail("the dialog stayed shut")
        dialog = dialogs[0]
        self._until(lambda: dialog.preview.page_count() == 2, "no preview was made")
        self._save(dialog.grab().toImage())
        dialog.choose_folder(self._out)
        path = dialog.path()
        path.unlink(missing_ok=True)
        dialog.save()
        self._until(lambda: path.exists() or dialog.problem() is not None, "no sheet was made")
        if dialog.problem() is not None:
            raise self._fail(dialog.problem() or "")
        dialog.close()
        self.saved.append(path)


def is_blank(image: QImage) -> bool:
    """Return whether ``image`` shows next to nothing."""
    colours = set()
    for y in range(0, image.height(), 3):
        for x in range(0, image.width(), 3):
            colours.add(image.pixel(x, y))
            if len(colours) > _LEAST_COLOURS:
                return False
    return True
