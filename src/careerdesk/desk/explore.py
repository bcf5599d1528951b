"""The exploration page: field tiles, and the list of roles that fit what was typed or chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from careerdesk.desk import icons
from careerdesk.desk.cards import CardFace, CardView
from careerdesk.desk.context import Context
from careerdesk.desk.parts import Card, Parts, replace, row
from careerdesk.desk.places import ExplorePlace
from careerdesk.desk.pressables import CRUMB
from careerdesk.desk.safe_text import readable

if TYPE_CHECKING:
    from careerdesk.catalogue import FieldCount, RoleCard


class ExplorePage(QWidget):
    """Shows roles; remembers what was typed and chosen as an :class:`ExplorePlace`."""

    role_opened = Signal(str)
    field_chosen = Signal(object)
    """Id of a field, or None for all fields."""
    query_cleared = Signal()
    subjects_asked = Signal()
    surprise_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("page")
        self._context = context
        self._place = ExplorePlace()
        self._tiles = CardView(context, text_lines=0, least_width=270, fits_content=True)
        self._list = CardView(context, text_lines=2, least_width=390)
        self._head = self._make_head(Parts(context))
        self._empty = QFrame()
        self._column = QVBoxLayout(self)
        for part in (self._head, self._tiles, self._empty):
            self._column.addWidget(part)
        self._column.addWidget(self._list, stretch=1)
        self._tiles.opened.connect(self.field_chosen.emit)
        self._list.opened.connect(self.role_opened)
        self.rebuild()

    def place(self) -> ExplorePlace:
        """Return where the student is on this page."""
        return ExplorePlace(
            query=self._place.query,
            field=self._place.field,
            scroll=self._list.verticalScrollBar().value(),
            current=self._list.current_key(),
        )

    def show_place(self, place: ExplorePlace) -> None:
        """Show what ``place`` says, scrolled to where it was."""
        self._place = place
        self._fill()
        self._list.choose(place.current)
        self._list.doItemsLayout()
        self._list.verticalScrollBar().setValue(place.scroll)

    def rebuild(self) -> None:
        """Show everything anew, in the present look."""
        scroll = self._list.verticalScrollBar().value()
        for view in (self._tiles, self._list):
            view.restyle()
        parts = Parts(self._context)
        self._column.setContentsMargins(parts.px(20), parts.px(14), parts.px(20), 0)
        self._column.setSpacing(parts.px(8))
        self._head = replace(self._head, self._make_head(parts), self._column)
        self._empty = replace(self._empty, self._nothing_found(parts), self._column)
        self._list.setAccessibleName(parts.t.say("Roles"))
        self._tiles.setAccessibleName(parts.t.say("Fields of work"))
        self._fill()
        self._list.doItemsLayout()
        self._list.verticalScrollBar().setValue(scroll)

    def focus_list(self) -> None:
        """Give the keyboard to the list of roles."""
        self._list.setFocus()
        if self._list.current_key() is None:
            self._list.setCurrentIndex(self._list.model().index(0, 0))

    def refresh_marks(self) -> None:
        """Show which roles are on the shortlist now."""
        self._list.set_faces(self._faces(self._found()), self._context.t.say("On your shortlist"))

    def _make_head(self, parts: Parts) -> Head:
        return Head(
            parts, self.query_cleared.emit, self.subjects_asked.emit, self.surprise_asked.emit
        )

    def _found(self) -> tuple[RoleCard, ...]:
        store = self._context.store
        query = self._place.query.strip()
        if not query:
            cards = store.cards(self._place.field)
            return tuple(sorted(cards, key=lambda card: self._title(card).casefold()))
        cards = store.search(query, limit=200)
        if self._place.field is None:
            return cards
        return tuple(card for card in cards if card.field == self._place.field)

    def _title(self, card: RoleCard) -> str:
        return card.title.in_language(self._context.language)

    def _fill(self) -> None:
        found = self._found()
        home = not self._place.query.strip() and self._place.field is None
        t = self._context.t
        self._head.show_home() if home else self._head.show_found(self._heading(len(found)))
        self._tiles.setVisible(home)
        if home:
            fields = self._context.store.fields()
            self._tiles.set_faces([self._tile(counted) for counted in fields if counted.roles], "")
        self._list.set_faces(self._faces(found), t.say("On your shortlist"))
        self._empty.setVisible(not found)

    def _heading(self, count: int) -> str:
        t = self._context.t
        query = self._place.query.strip()
        if not query:
            name = self._field_name(self._place.field)
            return t.say_count("{field}: {count} role", "{field}: {count} roles", count, field=name)
        shown = query if len(query) <= 60 else f"{query[:60]}…"
        return t.say_count(
            "{count} role for “{query}”", "{count} roles for “{query}”", count, query=shown
        )

    def _nothing_found(self, parts: Parts) -> Card:
        t = parts.t
        again = parts.button(t.say("Show all roles"), self.query_cleared.emit, icon="all-roles")
        return parts.card().add(
            parts.subheading(t.say("No role fits these words yet.")),
            parts.text(
                t.say(
                    "Try a shorter word, the name of a skill or a subject, or the same word in "
                    "the other language. Check the spelling, too."
                )
            ),
            row(again, None),
        )

    def _field_name(self, field_id: str | None) -> str:
        for counted in self._context.store.fields():
            if counted.field.id == field_id:
                return counted.field.name.in_language(self._context.language)
        return ""

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

    def _faces(self, cards: tuple[RoleCard, ...]) -> list[CardFace]:
        language = self._context.language
        fields = {counted.field.id: counted for counted in self._context.store.fields()}
        student = self._context.student
        marked = {item.role_id for item in student.shortlist()}
        faces = []
        for card in cards:
            counted = fields[card.field]
            faces.append(
                CardFace(
                    key=card.id,
                    title=card.title.in_language(language),
                    second=card.title.ms if language == "en" else card.title.en,
                    text=card.tagline.in_language(language),
                    icon=icons.for_field(counted.field.icon),
                    colour=self._context.field_colour(counted.field),
                    marked=card.id in marked,
                )
            )
        return faces


class Head(QFrame):
    """The head of the page: a welcome, or what was found with the way back to all roles."""

    def __init__(
        self,
        parts: Parts,
        show_all: Callable[[], object],
        show_subjects: Callable[[], object],
        surprise: Callable[[], object],
    ) -> None:
        super().__init__()
        t = parts.t
        self._welcome = parts.text(t.say("Explore working lives"), scale=1.6, strong=True)
        self._hint = parts.muted(
            t.say(
                "Choose a field, or type a job, a skill or a subject above, "
                "in English or Bahasa Malaysia."
            ),
            scale=1.0,
        )
        self._subjects = parts.button(
            t.say("Start from a school subject"), show_subjects, icon="target", face=CRUMB
        )
        self._surprise = parts.button(t.say("Surprise me"), surprise, icon="surprise", face=CRUMB)
        self._found = parts.text("", scale=1.25, strong=True)
        self._show_all = parts.button(t.say("Show all roles"), show_all, icon="all-roles")
        line = row(self._found)
        line.setStretch(0, 1)
        line.addWidget(self._show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(parts.px(4), 0, parts.px(4), 0)
        layout.setSpacing(parts.px(4))
        layout.addWidget(self._welcome)
        layout.addWidget(self._hint)
        layout.addLayout(row(self._subjects, self._surprise, None, spacing=parts.px(16)))
        layout.addLayout(line)

    def show_home(self) -> None:
        """Show the welcome."""
        self._switch(home=True)

    def show_found(self, words: str) -> None:
        """Show ``words`` on what was found."""
        self._found.setText(readable(words))
        self._switch(home=False)

    def _switch(self, *, home: bool) -> None:
        for part in (self._welcome, self._hint, self._subjects, self._surprise):
            part.setVisible(home)
        for part in (self._found, self._show_all):
            part.setVisible(not home)
