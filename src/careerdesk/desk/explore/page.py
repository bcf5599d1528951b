"""The exploration page: field tiles, filters, and the list of roles that fit what was asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careerdesk.catalogue.search import Filter, Kind, Search
from careerdesk.desk import icons
from careerdesk.desk.card_model import CardFace
from careerdesk.desk.cards import CardView
from careerdesk.desk.context import Context
from careerdesk.desk.explore.answers import Answer, Answers
from careerdesk.desk.explore.faces import FoundFaces, all_faces
from careerdesk.desk.explore.filters import Filters
from careerdesk.desk.explore.head import Head
from careerdesk.desk.explore.heading import heading, note, nothing_found
from careerdesk.desk.explore.home import Home
from careerdesk.desk.parts import Parts, replace
from careerdesk.desk.places import ExplorePlace

if TYPE_CHECKING:
    from careerdesk.catalogue import FieldCount, RoleCard

_MOST_AT_HOME = 500
"""Roles of a catalogue from which even the whole list is asked for beside the window."""


class ExplorePage(QWidget):
    """Shows roles; remembers what was asked for as an :class:`ExplorePlace`."""

    role_opened = Signal(str)
    search_asked = Signal(object)
    """The :class:`Search` that a field, a filter or a button of this page asks for."""

    subjects_asked = Signal()
    surprise_asked = Signal()
    glossary_asked = Signal()
    compared = Signal(str, bool)
    """Role id, and whether the student wants it in the comparison."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("page")
        self._context = context
        self._place = ExplorePlace()
        self._answer: Answer | None = None
        self._focus_wanted = False
        """Whether the student went on to the list before it was there."""
        self.answers = Answers(context.store.info.path, self)
        self.answers.answered.connect(self._on_answer)
        self.answers.failed.connect(context.problem)
        self.home = Home(context)
        self._list = CardView(context, text_lines=2, least_width=390, comparable=True)
        self._head = self._make_head(Parts(context))
        self._filters = Filters(context, self._counts)
        self._column = QVBoxLayout(self)
        for part in (self._head, self._filters):
            self._column.addWidget(part)
        for part in (self.home, self._list):
            self._column.addWidget(part, stretch=1)
        self.home.field_opened.connect(self._on_field)
        self.home.role_opened.connect(self.role_opened)
        self._list.opened.connect(self.role_opened)
        for roles in (self.home.roles, self._list):
            roles.compared.connect(self.compared)
        self._filters.changed.connect(self.search_asked)
        self._restyle(Parts(context))
        self.show_place(self._place)

    def place(self) -> ExplorePlace:
        """Return where the student is on this page."""
        scrolling = self._list if self._list.isVisibleTo(self) else self.home
        return ExplorePlace(
            search=self._place.search,
            scroll=scrolling.verticalScrollBar().value(),
            current=self.roles().current_key(),
        )

    def show_place(self, place: ExplorePlace) -> None:
        """Show what ``place`` says, scrolled to where it was.

        A search that was not answered lately is answered later; until then the list stays.
        """
        self._place = place
        self._focus_wanted = False
        self._filters.show_search(place.search)
        if self._is_home():
            self.answers.forget()
            self._answer = None
            self._show_home()
            return
        kept = self.answers.kept(place.search, self._context.language)
        if kept is None:
            self.answers.ask(place.search, self._context.language)
        else:
            self.answers.forget()
            self._on_answer(kept)

    def rebuild(self) -> None:
        """Show everything anew, in the present look."""
        self._place = self.place()
        parts = Parts(self._context)
        self._restyle(parts)
        self._head = replace(self._head, self._make_head(parts), self._column)
        self._filters.rebuild()
        if self._answer is not None and not self._is_home():
            self._show_answer(self._answer)
        self.show_place(self._place)

    def _restyle(self, parts: Parts) -> None:
        """Give what is not made anew the present look."""
        self.home.restyle()
        self._list.restyle()
        # The scroll bar stands at the edge of the window; head and filters keep clear of it.
        self._column.setContentsMargins(parts.px(20), parts.px(14), 0, 0)
        self._column.setSpacing(parts.px(8))
        self._list.setAccessibleName(parts.t.say("Roles"))

    def focus_list(self) -> None:
        """Give the keyboard to the list of roles, once it is there."""
        self._focus_wanted = self.answers.is_busy
        if self._focus_wanted:
            return
        roles = self.roles()
        roles.setFocus()
        if roles.current_key() is None:
            roles.setCurrentIndex(roles.model().index(0, 0))

    def refresh_marks(self) -> None:
        """Show which roles are on the shortlist now."""
        if self._answer is None:
            self.home.roles.set_faces(all_faces(self._context, self._title), self._marked())
        else:
            self._show_found(self._answer)

    def finish(self) -> None:
        """End the work beside the window."""
        self.answers.finish()

    def _make_head(self, parts: Parts) -> Head:
        asked = (self.subjects_asked.emit, self.surprise_asked.emit, self.glossary_asked.emit)
        return Head(parts, self._show_all, *asked)

    def _is_home(self) -> bool:
        return self._place.search.is_empty and self._context.store.info.roles <= _MOST_AT_HOME

    def roles(self) -> CardView:
        """Return the list of roles that is shown, or would be if any had been found."""
        return self.home.roles if self._answer is None else self._list

    def _show_home(self) -> None:
        self._head.show_home()
        roles = all_faces(self._context, self._title)
        self.home.show_everything(self._tiles(), roles, self._marked())
        self._switch(to_home=True)
        self._go_where_it_was()

    def _switch(self, *, to_home: bool) -> None:
        self.home.setVisible(to_home)
        self._list.setVisible(not to_home)

    def _on_answer(self, answer: Answer) -> None:
        self._answer = answer
        self._show_answer(answer)
        self._filters.refresh_counts()
        self._go_where_it_was()
        if self._focus_wanted:
            self.focus_list()

    def _show_answer(self, answer: Answer) -> None:
        found = answer.found
        said = heading(answer, self._context)
        self._head.show_found(said, note(answer, self._context))
        self._list.setAccessibleDescription(said)
        self._show_found(answer)
        if not found.positions:
            parts = Parts(self._context)
            advice = nothing_found(answer, parts, self.search_asked.emit)
            self.home.show_advice(advice, self._tiles())
        self._switch(to_home=not found.positions)

    def _show_found(self, answer: Answer) -> None:
        faces = FoundFaces(self._context, answer)
        self._list.set_faces(faces, self._marked(), keys=faces.keys)

    def _go_where_it_was(self) -> None:
        roles = self.roles()
        roles.choose(self._place.current)
        roles.doItemsLayout()
        if self._list.isVisibleTo(self):
            self._list.verticalScrollBar().setValue(self._place.scroll)
        else:
            self.home.scroll_to(self._place.scroll)

    def _show_all(self) -> None:
        self.search_asked.emit(Search())

    def _on_field(self, field: str) -> None:
        self.search_asked.emit(Search().adding(Kind.FIELD, field))

    def _counts(self) -> Mapping[Filter, int]:
        """Return how many roles there would be with each filter."""
        if self._answer is not None:
            return self._answer.counts
        store = self._context.store
        counts: dict[Filter, int] = {}
        self._context.attempt(lambda: counts.update(store.counts(store.find(Search(), limit=0))))
        return counts

    def _title(self, card: RoleCard) -> str:
        return card.title.in_language(self._context.language)

    def _marked(self) -> str:
        return self._context.t.say("On your shortlist")

    def _tiles(self) -> list[CardFace]:
        return [self._tile(counted) for counted in self._context.store.fields() if counted.roles]

    def _tile(self, counted: FieldCount) -> CardFace:
        field = counted.field
        t = self._context.t
        return CardFace(
            key=field.id,
            title=field.name.in_language(t.language),
            second=t.say_count("{count} role", "{count} roles", counted.roles),
            text="",
            icon=icons.for_field(field.icon),
            colour=self._context.field_colour(counted.field),
        )
