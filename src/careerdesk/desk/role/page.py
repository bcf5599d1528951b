"""The page of one role: header, buttons, and tabs that are built when they are first opened."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSpacerItem,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from careerdesk.catalogue.role import Role
from careerdesk.desk.context import Context
from careerdesk.desk.parts import Panel, Parts, discard, replace
from careerdesk.desk.places import ComparePlace, RolePlace
from careerdesk.desk.pressables import Button
from careerdesk.desk.role import journey, pay, scores, skills, sources, story
from careerdesk.desk.role.header import Header
from careerdesk.desk.role.tab import Tab, arrangement, room
from careerdesk.desk.safe_text import unmarked

TABS: dict[str, type[Tab]] = {
    "story": story.StoryTab,
    "journey": journey.JourneyTab,
    "skills": skills.SkillsTab,
    "scores": scores.ScoresTab,
    "pay": pay.PayTab,
    "sources": sources.SourcesTab,
}

RESIZE_PAUSE_MS = 150
"""Pause in resizing after which the tabs are laid out anew, in milliseconds."""


class RolePage(QWidget):
    """Shows one role at a time; a tab is built when it is opened, and dropped with the role."""

    explore_asked = Signal(object)
    """Id of a field, or None for the exploration as the student left it."""
    role_opened = Signal(str)
    sheet_asked = Signal(str)
    shortlisted = Signal(str, bool)
    """Role id, and whether the student wants it on the shortlist."""
    compared = Signal(str, bool)
    """Role id, and whether the student wants it in the comparison."""
    glossary_asked = Signal()
    place_changed = Signal()
    place_asked = Signal(object)
    """A place elsewhere was chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("page")
        self._context = context
        self._role: Role | None = None
        self._header = self._make_header()
        self._bar = QTabBar()
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._stack = QStackedWidget()
        self._tabs: dict[str, Tab] = {}
        self._arrange = QTimer(self)
        self._arrange.setSingleShot(True)
        self._arrange.setInterval(RESIZE_PAUSE_MS)
        self._arrange.timeout.connect(self._arrange_anew)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._header)
        self._column.addWidget(self._bar_row())
        self._column.addWidget(self._stack, stretch=1)
        for _ in TABS:
            self._bar.addTab("")
        self._dress_bar()
        self._bar.currentChanged.connect(self._on_tab_chosen)

    def _bar_row(self) -> Panel:
        """Return the tabs on the ground of the header, in line with its text."""
        frame = self._bar_ground = Panel(self._context.colours)
        line = QHBoxLayout(frame)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._bar_margin = QSpacerItem(10, 0)
        line.addItem(self._bar_margin)
        line.addWidget(self._bar, stretch=1)
        return frame

    @property
    def shortlist_button(self) -> Button:
        """What puts the role on the shortlist, and takes it off."""
        return self._header.shortlist

    @property
    def compare_button(self) -> Button:
        """What puts the role side by side with others, and takes it away."""
        return self._header.compare

    def place(self) -> RolePlace:
        """Return the role, the tab and how far it is scrolled."""
        assert self._role is not None
        return RolePlace(self._role.id, self._tab_key(), self._tab().verticalScrollBar().value())

    def show_place(self, place: RolePlace) -> None:
        """Show the role, tab and scroll of ``place``.

        Raises:
            CareerdeskError: if the catalogue cannot give the role.
        """
        if self._role is None or self._role.id != place.role:
            self._role = self._context.store.role(place.role)
            self._drop_tabs()
            self._header.show_role(self._role)
        self._bar.blockSignals(True)
        self._bar.setCurrentIndex(list(TABS).index(place.tab))
        self._bar.blockSignals(False)
        self._show_tab(place.scroll)

    def save_typing(self) -> None:
        """Save what was typed on any tab and not yet saved."""
        for tab in self._tabs.values():
            tab.save_typing()

    def show_saved(self) -> None:
        """Show what the student's file holds, in place of what was typed and not yet saved."""
        for tab in self._tabs.values():
            tab.show_saved()
        self.refresh_marks()

    def tabs(self) -> tuple[str, ...]:
        """Return the keys of the tabs, in order."""
        return tuple(TABS)

    def open_tab(self, key: str) -> None:
        """Open the tab with ``key``, as a click on it does."""
        self._bar.setCurrentIndex(list(TABS).index(key))

    def current_tab(self) -> Tab:
        """Return the tab that is shown."""
        return self._tab()

    def take_focus(self) -> None:
        """Give the keyboard to the tabs."""
        self._bar.setFocus()

    def rebuild(self) -> None:
        """Show everything anew in the present look, at the same place."""
        self._header = replace(self._header, self._make_header(), self._column)
        self._dress_bar()
        if self._role is None:
            return
        self._header.show_role(self._role)
        bar = self._tab().verticalScrollBar()
        part = bar.value() / max(1, bar.maximum())
        self._drop_tabs()
        self._show_tab()
        self._settle()
        bar = self._tab().verticalScrollBar()
        bar.setValue(round(part * bar.maximum()))

    def refresh_marks(self) -> None:
        """Show whether the role is on the shortlist now."""
        if self._role is not None:
            self._header.show_marks(self._role)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange.start()

    def _arrange_anew(self) -> None:
        """Lay the tabs out anew if the window has become so much wider or narrower."""
        now = arrangement(room(self._stack, self._context.percent))
        if any(arrangement(tab.room) != now for tab in self._tabs.values()):
            self.rebuild()

    def _tab_key(self) -> str:
        return list(TABS)[self._bar.currentIndex()]

    def _tab(self) -> Tab:
        key = self._tab_key()
        if key not in self._tabs:
            assert self._role is not None
            self._lay_out_now()
            tab = TABS[key](self._context, self._role, self._stack)
            tab.setAccessibleName(_tab_name(key, Parts(self._context)))
            tab.role_opened.connect(self.role_opened)
            tab.glossary_asked.connect(self.glossary_asked)
            tab.place_asked.connect(self.place_asked)
            tab.compared.connect(self._on_compared_with)
            self._tabs[key] = tab
            self._stack.addWidget(tab)
        return self._tabs[key]

    def _drop_tabs(self) -> None:
        self.save_typing()
        for tab in self._tabs.values():
            self._stack.removeWidget(tab)
            discard(tab)
        self._tabs = {}

    def _show_tab(self, scroll: int = 0) -> None:
        tab = self._tab()
        self._stack.setCurrentWidget(tab)
        if scroll:
            self._settle()
            tab.verticalScrollBar().setValue(scroll)

    def _settle(self) -> None:
        """Let a fresh tab take its size at once, so that it can be scrolled to where it was."""
        self._lay_out_now()
        self._tab().complete()
        self._tab().settle()

    def _lay_out_now(self) -> None:
        for widget in (self, self._stack):
            layout = widget.layout()
            assert layout is not None
            layout.activate()

    def _on_tab_chosen(self, _index: int) -> None:
        if self._role is not None:
            self.save_typing()
            self._show_tab()
            self.place_changed.emit()

    def _make_header(self) -> Header:
        header = Header(self._context)
        header.field_asked.connect(self.explore_asked)
        header.sheet_asked.connect(self._on_sheet)
        header.shortlist.clicked.connect(self._on_heart)
        header.compare.clicked.connect(self._on_compare)
        return header

    def _dress_bar(self) -> None:
        """Give the tabs their names and colours."""
        parts = Parts(self._context)
        self._bar_ground.wear(parts.colours)
        parts.dress(self._bar)
        for index, key in enumerate(TABS):
            self._bar.setTabText(index, unmarked(_tab_name(key, parts)))
        self._bar.setAccessibleName(parts.t.say("Parts of this role"))
        self._bar_margin.changeSize(parts.px(10), 0)

    def _on_sheet(self) -> None:
        assert self._role is not None
        self.sheet_asked.emit(self._role.id)

    def _on_compare(self, checked: bool) -> None:
        assert self._role is not None
        self.compared.emit(self._role.id, checked)
        self.refresh_marks()

    def _on_compared_with(self, other: str) -> None:
        """Put this role and ``other`` side by side, and show them."""
        assert self._role is not None
        for role_id in (self._role.id, other):
            self.compared.emit(role_id, True)
        self.place_asked.emit(ComparePlace())

    def _on_heart(self, checked: bool) -> None:
        assert self._role is not None
        self.shortlisted.emit(self._role.id, checked)
        self.refresh_marks()


def _tab_name(key: str, parts: Parts) -> str:
    t = parts.t
    names = {
        "story": t.say("Story"),
        "journey": t.say("Journey"),
        "skills": t.say("Skills"),
        "scores": t.say("Scores"),
        "pay": t.say("Pay & work"),
        "sources": t.say("Sources & more"),
    }
    return names[key]
