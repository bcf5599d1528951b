"""The filters: a button with a menu for each kind, and a chip for each condition that holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.catalogue.search import ONE_VALUE, Filter, Kind, Search, Sort
from careerdesk.desk import icons
from careerdesk.desk.cards import BESIDE_BAR
from careerdesk.desk.context import Context
from careerdesk.desk.explore.labels import KINDS, SORTS, filter_label
from careerdesk.desk.flow import Flow
from careerdesk.desk.menu import Menu
from careerdesk.desk.parts import Parts, discard
from careerdesk.desk.pressables import CHIP, PLAIN, Button, MenuButton
from careerdesk.desk.safe_text import one_line, unmarked

Counts = Mapping[Filter, int]


class Filters(QWidget):
    """Emits the search that a click asks for; shows the one that the page tells it."""

    changed = Signal(object)
    """The :class:`Search` that is wanted now."""

    def __init__(self, context: Context, counts: Callable[[], Counts]) -> None:
        """``counts`` says how many roles there would be with each value, when a menu opens."""
        super().__init__()
        self._context = context
        self._counts = counts
        self._search = Search()
        self._menu: FilterMenu | None = None
        self._bar = QWidget()
        self._chips = QWidget()
        self._column = QVBoxLayout(self)
        self.rebuild()

    def rebuild(self) -> None:
        """Show everything anew, in the present look."""
        parts = Parts(self._context)
        self._column.setSpacing(parts.px(6))
        self._column.setContentsMargins(4, 0, BESIDE_BAR, 0)
        for old in (self._bar, self._chips):
            self._column.removeWidget(old)
            discard(old)
        self._bar, self._chips = QWidget(), QWidget()
        bar = Flow(self._bar, parts.px(6))
        for kind in Kind:
            bar.addWidget(self._button(parts, parts.t.say(KINDS[kind]), kind))
        bar.addWidget(self._button(parts, parts.t.say("Sort"), None))
        self._column.addWidget(self._bar)
        self._column.addWidget(self._chips)
        self._show_chips(parts)

    def show_search(self, search: Search) -> None:
        """Show the conditions of ``search``."""
        if search.filters != self._search.filters:
            self._search = search
            self._show_chips(Parts(self._context))
        self._search = search

    def refresh_counts(self) -> None:
        """Show the present counts in the menu that is open, if one is."""
        if self._menu is not None and self._menu.isVisible():
            self._menu.show_counts(self._counts(), self._search)

    def buttons(self) -> list[Button]:
        """Return the buttons of the menus and then the chips, in their order."""
        return [*self._bar.findChildren(Button), *self._chips.findChildren(Button)]

    def _button(self, parts: Parts, words: str, kind: Kind | None) -> Button:
        arrow = icons.icon("chevron-down", parts.colours.muted, parts.px(12))
        button = MenuButton(unmarked(one_line(words)), parts.colours, parts.percent, arrow)
        button.clicked.connect(lambda _checked=False: self._open(button, kind))
        return button

    def _open(self, button: Button, kind: Kind | None) -> None:
        menu = SortMenu(self._context, self) if kind is None else None
        if menu is not None:
            menu.show_sort(self._search)
            menu.wanted.connect(self._want)
            menu.open_at(button.mapToGlobal(button.rect().bottomLeft()))
            return
        assert kind is not None
        self._menu = FilterMenu(kind, self._context, self)
        self._menu.show_counts(self._counts(), self._search)
        self._menu.toggled.connect(self._toggle)
        self._menu.aboutToHide.connect(self._forget_menu)
        self._menu.open_at(button.mapToGlobal(button.rect().bottomLeft()))

    def _forget_menu(self) -> None:
        self._menu = None

    def _toggle(self, chosen: Filter) -> None:
        search = self._search
        if chosen in search.filters:
            self._want(search.without(chosen))
        else:
            self._want(search.adding(chosen.kind, chosen.value))

    def _want(self, search: Search) -> None:
        self.show_search(search)
        self.changed.emit(search)

    def _show_chips(self, parts: Parts) -> None:
        focused = [chip.hasFocus() for chip in self._chips.findChildren(Button)]
        old, self._chips = self._chips, QWidget()
        flow = Flow(self._chips, parts.px(6))
        for chosen in self._search.filters:
            flow.addWidget(self._chip(parts, chosen))
        if len(self._search.filters) > 1:
            flow.addWidget(
                parts.button(parts.t.say("Remove all filters"), self._remove_all, face=PLAIN)
            )
        self._column.replaceWidget(old, self._chips)
        self._chips.setVisible(bool(self._search.filters))
        discard(old)
        if True in focused:
            # Whoever removes chips by keyboard stays among them, and at the end goes to the bar.
            chips = self._chips.findChildren(Button) or self._bar.findChildren(Button)
            chips[min(focused.index(True), len(chips) - 1)].setFocus()

    def _chip(self, parts: Parts, chosen: Filter) -> Button:
        label = filter_label(chosen, self._context)
        chip = parts.button(label, lambda: self._toggle(chosen), icon="close", face=CHIP)
        chip.setAccessibleName(parts.t.say("Remove the filter {filter}", filter=one_line(label)))
        return chip

    def _remove_all(self) -> None:
        self._want(self._search.without(*self._search.filters))


class FilterMenu(Menu):
    """The values of one kind; it stays open, so that several can be chosen."""

    toggled = Signal(object)
    """The :class:`Filter` that was chosen or given up."""

    def __init__(self, kind: Kind, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._kind = kind
        self._context = context
        self._choices: dict[Filter, QAction] = {}

    def show_counts(self, counts: Counts, search: Search) -> None:
        """Show each value with the number of roles that there would be with it."""
        mine = {chosen: count for chosen, count in counts.items() if chosen.kind is self._kind}
        for chosen in search.filters:
            if chosen.kind is self._kind:
                mine.setdefault(chosen, 0)
        for chosen, count in self._in_order(mine):
            action = self._choices.get(chosen) or self._add(chosen)
            label = one_line(filter_label(chosen, self._context))
            action.setText(unmarked(f"{label}  ({self._context.t.number(count)})"))
            action.setChecked(chosen in search.filters)
            action.setEnabled(count > 0 or chosen in search.filters)

    def _in_order(self, counts: dict[Filter, int]) -> list[tuple[Filter, int]]:
        """Return the values in the order of the catalogue; names by name, money by amount."""
        listed = list(counts.items())
        if self._kind in (Kind.FIELD, Kind.SUBJECT):
            listed.sort(key=lambda item: filter_label(item[0], self._context).casefold())
        elif self._kind is Kind.PAY:
            listed.sort(key=lambda item: int(item[0].value))
        return listed

    def _add(self, chosen: Filter) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        action.triggered.connect(lambda _checked=False: self._on_triggered(chosen))
        self.addAction(action)
        self._choices[chosen] = action
        return action

    def _on_triggered(self, chosen: Filter) -> None:
        if self._kind in ONE_VALUE:
            for other, action in self._choices.items():
                action.setChecked(other == chosen and action.isChecked())
        self.toggled.emit(chosen)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isEnabled():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        action = self.activeAction()
        if event.key() in keys and action is not None and action.isEnabled():
            action.trigger()
        else:
            super().keyPressEvent(event)


class SortMenu(Menu):
    """The orders of the list."""

    wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def show_sort(self, search: Search) -> None:
        """Show the orders, and which one ``search`` has."""
        for sort in Sort:
            action = QAction(self._context.t.say(SORTS[sort]), self)
            action.setCheckable(True)
            action.setChecked(sort is search.sort)
            action.triggered.connect(
                lambda _checked=False, s=sort: self.wanted.emit(search._replace(sort=s))
            )
            self.addAction(action)
