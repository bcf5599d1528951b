"""The pages of the window, one for each kind of place; each is made when it is first visited."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from careerdesk.catalogue.search import Kind, Search
from careerdesk.desk.context import Context
from careerdesk.desk.explore.page import ExplorePage
from careerdesk.desk.places import (
    ComparePlace,
    ExplorePlace,
    Place,
    RolePlace,
    ShortlistPlace,
    SkillPlace,
    SubjectPlace,
)

if TYPE_CHECKING:
    from careerdesk.desk.compare.page import ComparePage
    from careerdesk.desk.role.page import RolePage
    from careerdesk.desk.shortlist import ShortlistPage
    from careerdesk.desk.skill import SkillPage
    from careerdesk.desk.subjects import SubjectPage

Page: TypeAlias = Any
"""A widget with ``place()``, ``show_place(place)`` and ``rebuild()``; no type says both."""


class Pages(QStackedWidget):
    """Shows the page of one place; what the pages ask for comes out of here."""

    place_asked = Signal(object)
    """A :data:`Place` to go to."""
    exploration_asked = Signal()
    """Back to the exploration, as the student left it."""
    place_changed = Signal()
    """The student has moved within a page, for instance to another tab."""
    sheet_asked = Signal(object)
    """An :class:`~careerdesk.sheets.Order` of what is wanted on paper."""
    shortlisted = Signal(str, bool)
    """Role id, and whether the student wants it on the shortlist."""
    surprise_asked = Signal()
    glossary_asked = Signal()
    compared = Signal(str, bool)
    """Role id, and whether the student wants it in the comparison."""
    comparison_asked = Signal(object)
    """The ids of roles to put side by side instead of those that are."""
    removed = Signal(object)
    """The :class:`ShortlistItem` that was taken off, so that it can be put back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._made: dict[type[Place], Page] = {}
        self._makers: dict[type[Place], Callable[[], Page]] = {
            ExplorePlace: self._make_explore,
            RolePlace: self._make_role_page,
            ShortlistPlace: self._make_shortlist,
            ComparePlace: self._make_compare,
            SubjectPlace: self._make_subjects,
            SkillPlace: self._make_skill,
        }
        self.explore: ExplorePage = self.page(ExplorePlace)

    @property
    def role_page(self) -> RolePage:
        """The role page, made on first use."""
        page: RolePage = self.page(RolePlace)
        return page

    @property
    def shortlist(self) -> ShortlistPage:
        """The shortlist page, made on first use."""
        page: ShortlistPage = self.page(ShortlistPlace)
        return page

    @property
    def compare(self) -> ComparePage:
        """The comparison page, made on first use."""
        page: ComparePage = self.page(ComparePlace)
        return page

    def page(self, kind: type[Place]) -> Page:
        """Return the page of places of ``kind``, made on first use."""
        if kind not in self._made:
            page = self._made[kind] = self._makers[kind]()
            self.addWidget(page)
        return self._made[kind]

    def place(self) -> Place:
        """Return where on the present page the student is."""
        found: Place = self._current().place()
        return found

    def show_place(self, place: Place) -> None:
        """Show ``place``.

        Raises:
            CareerdeskError: when the page cannot be shown; the one before it then stays.
        """
        page = self.page(type(place))
        if page is not self.currentWidget():
            # A page that is not shown has no size of its own yet, and is laid out by its size.
            page.resize(self.size())
        page.show_place(place)
        self.setCurrentWidget(page)

    def take_focus(self) -> None:
        """Give the keyboard to the page, if it has a part that takes it."""
        page = self._current()
        if hasattr(page, "take_focus"):
            page.take_focus()

    def save_typing(self) -> None:
        """Save what was typed on any page and not yet saved."""
        for page in self._made.values():
            if hasattr(page, "save_typing"):
                page.save_typing()

    def show_changes(self) -> None:
        """Show what the student's file holds now."""
        for page in self._made.values():
            if hasattr(page, "refresh_marks"):
                page.refresh_marks()
        page = self._current()
        if hasattr(page, "show_changes"):
            page.show_changes()

    def show_saved(self) -> None:
        """Show what the student's file holds, in place of what was typed and not yet saved."""
        for page in self._made.values():
            if hasattr(page, "show_saved"):
                page.show_saved()
        self.show_changes()

    def forget(self) -> None:
        """Throw every page away but the exploration, with all that was typed on it."""
        for kind, page in list(self._made.items()):
            if page is not self.explore:
                del self._made[kind]
                self.removeWidget(page)
                page.deleteLater()
        self.setCurrentWidget(self.explore)

    def rebuild(self) -> None:
        """Show every page anew, in the present look."""
        for page in self._made.values():
            page.rebuild()

    def _current(self) -> Page:
        return self.currentWidget()

    def _make_explore(self) -> ExplorePage:
        page = ExplorePage(self._context)
        page.role_opened.connect(self._open_role)
        page.subjects_asked.connect(lambda: self.place_asked.emit(SubjectPlace()))
        page.surprise_asked.connect(self.surprise_asked)
        page.glossary_asked.connect(self.glossary_asked)
        page.compared.connect(self.compared)
        page.search_asked.connect(lambda search: self.place_asked.emit(ExplorePlace(search)))
        return page

    def _make_role_page(self) -> RolePage:
        from careerdesk.desk.role.page import RolePage

        page = RolePage(self._context)
        page.explore_asked.connect(self._on_crumb)
        page.role_opened.connect(self._open_role)
        page.sheet_asked.connect(self._ask_role_sheet)
        page.glossary_asked.connect(self.glossary_asked)
        page.shortlisted.connect(self.shortlisted)
        page.compared.connect(self.compared)
        page.place_asked.connect(self.place_asked)
        page.place_changed.connect(self.place_changed)
        return page

    def _make_shortlist(self) -> ShortlistPage:
        from careerdesk.desk.shortlist import ShortlistPage

        page = ShortlistPage(self._context)
        page.role_opened.connect(self._open_role)
        page.sheet_asked.connect(self._ask_role_sheet)
        page.booklet_asked.connect(self._ask_booklet)
        page.removed.connect(self.removed)
        page.compare_asked.connect(self.comparison_asked)
        page.explore_asked.connect(self.exploration_asked)
        return page

    def _make_compare(self) -> ComparePage:
        from careerdesk.desk.compare.page import ComparePage

        page = ComparePage(self._context)
        page.role_opened.connect(self._open_role)
        page.role_wanted.connect(self.compared)
        page.sheet_asked.connect(self._ask_comparison)
        page.explore_asked.connect(self.exploration_asked)
        page.place_changed.connect(self.place_changed)
        return page

    def _make_subjects(self) -> SubjectPage:
        from careerdesk.desk.subjects import SubjectPage

        page = SubjectPage(self._context)
        page.role_opened.connect(self._open_role)
        page.subject_asked.connect(lambda subject: self.place_asked.emit(SubjectPlace(subject)))
        page.sheet_asked.connect(self._ask_poster)
        return page

    def _make_skill(self) -> SkillPage:
        from careerdesk.desk.skill import SkillPage

        page = SkillPage(self._context)
        page.role_opened.connect(self._open_role)
        page.compared.connect(self.compared)
        page.explore_asked.connect(self.exploration_asked)
        return page

    def _ask_role_sheet(self, role_id: str) -> None:
        from careerdesk import sheets

        self.sheet_asked.emit(sheets.Order(kind=sheets.Kind.ROLE, roles=(role_id,)))

    def _ask_comparison(self) -> None:
        from careerdesk import sheets

        roles = self._context.tray.roles()
        self.sheet_asked.emit(sheets.Order(kind=sheets.Kind.COMPARE, roles=roles))

    def _ask_poster(self, subject: str) -> None:
        from careerdesk import sheets

        self.sheet_asked.emit(sheets.Order(kind=sheets.Kind.SUBJECT, subject=subject))

    def _ask_booklet(self) -> None:
        from careerdesk.sheets.shortlist import booklet_order

        self.sheet_asked.emit(booklet_order(self._context.store, self._context.student))

    def _open_role(self, role_id: str) -> None:
        self.place_asked.emit(RolePlace(role_id))

    def _on_crumb(self, field: str | None) -> None:
        if field is None:
            self.exploration_asked.emit()
        else:
            self.place_asked.emit(ExplorePlace(Search().adding(Kind.FIELD, field)))
