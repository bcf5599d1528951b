"""The one window: rail, top bar, banners, pages, and the way between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from careerdesk.catalogue.search import Search
from careerdesk.desk import icons, theme
from careerdesk.desk.beside import Beside
from careerdesk.desk.context import Context
from careerdesk.desk.keeping.foot import Foot
from careerdesk.desk.keeping.watch import Watch
from careerdesk.desk.keeping.work import Work
from careerdesk.desk.notices import Banners, Toast
from careerdesk.desk.pages import Pages
from careerdesk.desk.parts import Parts
from careerdesk.desk.places import (
    ComparePlace,
    ExplorePlace,
    History,
    Place,
    RolePlace,
    ShortlistPlace,
)
from careerdesk.desk.rail import BUTTON_WIDTH, Rail
from careerdesk.desk.top_bar import TopBar
from careerdesk.desk.tray import TRAY
from careerdesk.desk.worker import Worker
from careerdesk.errors import CareerdeskError
from careerdesk.student import Change, ChangeKind

if TYPE_CHECKING:
    from careerdesk.desk.explore.page import ExplorePage
    from careerdesk.desk.role.page import RolePage
    from careerdesk.desk.shortlist import ShortlistPage
    from careerdesk.sheets import Order
    from careerdesk.student import ShortlistItem

_RAIL: dict[type[Place], str] = {ShortlistPlace: "heart", ComparePlace: "compare"}
"""The places that have a button of their own on the rail, besides exploring."""


class MainWindow(QMainWindow):
    """Shows one place at a time, and remembers the way there."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        # Before there are widgets: giving them a style sheet afterwards costs each of them twice.
        self._dress()
        self.worker = Worker(self)
        self.history = History(ExplorePlace())
        self.top_bar = TopBar(context)
        self.rail = Rail(context)
        self.foot = Foot(context, BUTTON_WIDTH)
        self.rail.add_foot(self.foot)
        self.banners = Banners()
        self.pages = Pages(context)
        self._lay_out()
        self.toast = Toast(context.colours, self, beside=self.rail)
        file = context.student.path
        self.work = Work(context, file and file.parent, self.worker, self.toast, self)
        self.beside = Beside(context, self.toast, self)
        self.watch = Watch(context, self.work, self.worker, self)
        self.watch.notes_changed.connect(self._show_notes)
        self._connect()
        self._show_person()
        self._show_notes()
        self.top_bar.search.setFocus()
        QTimer.singleShot(0, self._add_shortcuts)

    @property
    def explore(self) -> ExplorePage:
        """The exploration page."""
        return self.pages.explore

    @property
    def role_page(self) -> RolePage:
        """The role page, made on first use."""
        return self.pages.role_page

    @property
    def shortlist(self) -> ShortlistPage:
        """The shortlist page, made on first use."""
        return self.pages.shortlist

    def go(self, place: Place) -> None:
        """Leave the present place, which is remembered, and show ``place``."""
        self._remember()
        if self._show(place):
            self.history.go(place)
            self._show_history()

    def open_role(self, role_id: str) -> None:
        """Show the role with ``role_id``."""
        self.go(RolePlace(role_id))

    def open_sheet(self, order: Order) -> None:
        """Open the dialog that shows a sheet, saves it and prints it."""
        from careerdesk.desk.paper.dialog import SheetDialog

        try:
            dialog = SheetDialog(self.context, order, self.worker, self)
        except CareerdeskError as error:
            self.show_problem(error)
            return
        dialog.open()

    def go_back(self) -> None:
        """Go back to the place before, as it was left."""
        if self.history.can_go_back:
            self._remember()
            self._show(self.history.back())

    def go_forward(self) -> None:
        """Go forward again after going back."""
        if self.history.can_go_forward:
            self._remember()
            self._show(self.history.forward())

    def show_problem(self, error: CareerdeskError) -> None:
        """Show the sentence of ``error`` until the student closes it."""
        self.toast.say(Parts(self.context), self.context.t.error(error), stays=True)

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.top_bar, self.banners):
            column.addWidget(part)
        column.addWidget(self.pages, stretch=1)
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addWidget(right, stretch=1)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        context = self.context
        context.look_changed.connect(self._on_look_changed)
        context.student_changed.connect(self._on_student_changed)
        context.problem.connect(self.show_problem)
        self.top_bar.back_asked.connect(self.go_back)
        self.top_bar.forward_asked.connect(self.go_forward)
        self.top_bar.query_typed.connect(self._on_query)
        self.top_bar.results_asked.connect(self.explore.focus_list)
        self.rail.explore_asked.connect(lambda: self.go(ExplorePlace()))
        self.rail.shortlist_asked.connect(lambda: self.go(ShortlistPlace()))
        self.rail.compare_asked.connect(lambda: self.go(ComparePlace()))
        self.foot.menu_asked.connect(self._open_work_menu)
        self.foot.finish_asked.connect(self.work.finish)
        self.work.leaving.connect(self.pages.save_typing)
        self.work.stepped.connect(self.pages.show_saved)
        self.work.shortlist_asked.connect(lambda: self.go(ShortlistPlace()))
        context.student_replaced.connect(self._on_student_replaced)
        pages = self.pages
        pages.place_asked.connect(self.go)
        pages.exploration_asked.connect(lambda: self.go(self.history.last_exploration()))
        pages.place_changed.connect(self._remember)
        pages.sheet_asked.connect(self.open_sheet)
        pages.shortlisted.connect(self._on_shortlisted)
        pages.compared.connect(self._on_compared)
        pages.comparison_asked.connect(self.beside.show_these)
        pages.surprise_asked.connect(self.surprise)
        pages.glossary_asked.connect(self.open_glossary)
        self.beside.shown.connect(lambda: self.go(ComparePlace()))
        pages.removed.connect(self._offer_undo)

    def _add_shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        for keys, act in (
            ("Ctrl+K", self._focus_search),
            ("Alt+Left", self.go_back),
            ("Alt+Right", self.go_forward),
            ("Alt+1", lambda: self.go(ExplorePlace())),
            ("Alt+2", lambda: self.go(ShortlistPlace())),
            ("Alt+3", lambda: self.go(ComparePlace())),
            ("Ctrl+S", self.work.save_file),
            ("Ctrl+O", self.work.open_file),
            ("Ctrl+Z", self.work.undo),
            ("Ctrl+Shift+Z", self.work.redo),
            ("Ctrl+Y", self.work.redo),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        slash = QShortcut(QKeySequence("/"), self)
        slash.activated.connect(self._focus_search)
        self._slash = slash
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Let a slash be typed where text is typed."""
        self._slash.setEnabled(not isinstance(now, QLineEdit | QPlainTextEdit))

    def _focus_search(self) -> None:
        self.top_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.search.selectAll()

    def _remember(self) -> None:
        """Write down where on the present page the student is."""
        self.pages.save_typing()
        place = self.pages.place()
        if type(place) is type(self.history.place):
            self.history.update(place)

    def _show(self, place: Place) -> bool:
        """Show ``place`` and return whether that was possible."""
        try:
            self.pages.show_place(place)
        except CareerdeskError as error:
            self.show_problem(error)
            return False
        self.top_bar.show_query(place.search.words if isinstance(place, ExplorePlace) else "")
        self.rail.show_chosen(_RAIL.get(type(place), "explore"))
        if type(place) in _RAIL:
            self.rail.take_focus()
        else:
            self.pages.take_focus()
        self._show_history()
        return True

    def _show_history(self) -> None:
        self.top_bar.show_history(self.history.can_go_back, self.history.can_go_forward)

    def _on_query(self, query: str) -> None:
        """Search as it is typed; a whole search is one place in the history."""
        place = self.history.place
        if self.pages.currentWidget() is self.explore and isinstance(place, ExplorePlace):
            fresh = ExplorePlace(place.search._replace(words=query))
            if place.search.words:
                self.history.update(fresh)
            else:
                self._remember()
                self.history.go(fresh)
            self.explore.show_place(fresh)
            self._show_history()
        elif query:
            self.go(ExplorePlace(Search(query)))
            self.top_bar.search.setFocus()

    def _on_shortlisted(self, role_id: str, wanted: bool) -> None:
        student, t = self.context.student, self.context.t
        card = self.context.store.card(role_id)
        if card is None:
            return
        if wanted:
            if self.context.attempt(lambda: student.add(role_id, card.title)):
                words = t.say(
                    "Added to your shortlist: {role}", role=card.title.in_language(t.language)
                )
                show = (t.say("Show"), lambda: self.go(ShortlistPlace()))
                offer = self.work.take_offer()
                if offer is not None:
                    later = t.say("A code brings you back to it later.")
                    words = f"{words}. {later}"
                self.toast.say(Parts(self.context), words, action=show, other=offer)
            return
        gone: list[ShortlistItem] = []
        if self.context.attempt(lambda: gone.append(student.remove(role_id))):
            self._offer_undo(gone[0])

    def _on_compared(self, role_id: str, wanted: bool) -> None:
        here = isinstance(self.history.place, ComparePlace)
        self.beside.want(role_id, wanted, here=here)

    def open_glossary(self) -> None:
        """Open the list of all words that are explained."""
        from careerdesk.desk.glossary_dialog import GlossaryDialog

        GlossaryDialog(self.context, self).open()

    def surprise(self, seed: int | None = None) -> None:
        """Open a role by chance, and say why; without a ``seed`` nobody can tell which."""
        from secrets import randbits

        from careerdesk.guidance.surprise import surprise

        context, t = self.context, self.context.t
        drawn = surprise(
            context.store, self.history.looked_at(), randbits(32) if seed is None else seed, t
        )
        if drawn is None:
            return
        self.open_role(drawn.card.id)
        again = (t.say("Surprise me again"), self.surprise)
        self.toast.say(Parts(context), drawn.reason, action=again)

    def _offer_undo(self, item: ShortlistItem) -> None:
        t = self.context.t
        words = t.say(
            "Removed from your shortlist: {role}", role=item.title.in_language(t.language)
        )
        self.toast.say(Parts(self.context), words, action=(t.say("Undo"), self.work.undo))

    def _on_student_changed(self, change: object) -> None:
        if not isinstance(change, Change):
            return
        if change.kind is not ChangeKind.SHORTLIST and TRAY not in change.ids:
            return
        self.rail.rebuild()
        self.pages.show_changes()

    def _open_work_menu(self) -> None:
        self.work.menu().open_at(self.foot.person.mapToGlobal(self.foot.person.rect().topRight()))

    def _on_student_replaced(self) -> None:
        """Begin anew: nothing of where the last student was is left."""
        self.history = History(ExplorePlace())
        self.top_bar.show_query("")
        self.pages.forget()
        self._show(ExplorePlace())
        self._show_person()
        self.rail.rebuild()
        self._show_notes()
        self.top_bar.search.setFocus()

    def _show_person(self) -> None:
        self.foot.show_words(*self.work.person_words(), self.work.finish_words())
        self.foot.setVisible(self.work.keeps)

    def teach_qt(self) -> None:
        """Let Qt's own menus and dialogs speak the language of the window."""
        from careerdesk.desk.qt_words import speak

        application = QApplication.instance()
        assert application is not None
        speak(application, self.context.t)

    def _on_look_changed(self) -> None:
        self.teach_qt()
        self._dress()
        self._show_notes()
        self.top_bar.rebuild()
        self.rail.rebuild()
        self._show_person()
        self.pages.rebuild()

    def _dress(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_look(application, self.context)
        self.setWindowTitle("CareerDesk")
        self.setWindowIcon(icons.icon("careerdesk", self.context.colours.accent, 64))

    def _show_notes(self) -> None:
        self.banners.show_notes(Parts(self.context), self.watch.notes())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.toast.isVisible():
            self.toast.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.pages.save_typing()
        self.watch.stop()
        self.explore.finish()
        self.worker.finish()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.pages.save_typing()


def apply_look(application: QApplication, context: Context) -> None:
    """Give the whole application the fonts and colours of the look.

    They are all that most widgets need: our own paint themselves, and the few that Qt paints are
    dressed one by one (:meth:`careerdesk.desk.parts.Parts.dress`).
    """
    application.setFont(theme.font(context.percent))
    application.setPalette(theme.palette(context.colours))
    application.setPalette(theme.menu_palette(context.colours), "QMenu")
