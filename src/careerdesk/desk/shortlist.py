"""The shortlist page: what a student keeps, in their order, with their reasons."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from careerdesk.desk.context import Context
from careerdesk.desk.parts import Card, Parts, column, row
from careerdesk.desk.places import ShortlistPlace
from careerdesk.desk.scrolling import ScrollPage
from careerdesk.guidance import LEAST_COMPARED, MOST_COMPARED
from careerdesk.student import NOTE_LIMIT, WHY_LIMIT, ShortlistItem

SAVE_PAUSE_MS = 600
"""Time after which typed words are saved at the latest, in milliseconds."""


class ShortlistPage(ScrollPage):
    """Cards that can be moved, explained and removed; everything is saved as it happens."""

    role_opened = Signal(str)
    sheet_asked = Signal(str)
    booklet_asked = Signal()
    """All of the shortlist on paper."""
    removed = Signal(object)
    """The :class:`ShortlistItem` that was taken off, so that it can be put back."""
    explore_asked = Signal()
    compare_asked = Signal(object)
    """The ids of the roles to put side by side."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("page")
        self._context = context
        self._cards: list[ItemCard] = []
        self.rebuild()

    def place(self) -> ShortlistPlace:
        """Return how far the page is scrolled."""
        return ShortlistPlace(self.verticalScrollBar().value())

    def show_place(self, place: ShortlistPlace) -> None:
        """Show the shortlist as it is now, scrolled as ``place`` says."""
        self.rebuild()
        self.verticalScrollBar().setValue(place.scroll)

    def save_typing(self) -> None:
        """Save what was typed and not yet saved."""
        for card in self._cards:
            card.save()

    def rebuild(self) -> None:
        """Show the shortlist anew, in the present look."""
        scroll = self.verticalScrollBar().value()
        self.save_typing()
        parts = Parts(self._context)
        t = parts.t
        items = self._context.student.shortlist()
        self._cards = []
        self.setAccessibleName(t.say("My shortlist"))
        column = self.start(parts)
        column.addWidget(parts.text(t.say("My shortlist"), scale=1.6, strong=True))
        if items:
            count = t.say_count(
                "{count} role, in your order.", "{count} roles, in your order.", len(items)
            )
            line = row(parts.muted(count, scale=1.0))
            line.setStretch(0, 1)
            first = self._first_roles()
            if len(first) >= LEAST_COMPARED:
                words = t.say("Compare the first {count} roles", count=len(first))
                compare = parts.button(
                    words, lambda: self.compare_asked.emit(first), icon="compare"
                )
                line.addWidget(compare)
            if first:
                booklet = parts.button(t.say("Print booklet"), self._on_booklet, icon="print")
                line.addWidget(booklet)
            column.addLayout(line)
        else:
            column.addWidget(self._empty(parts))
        for position, item in enumerate(items):
            card = ItemCard(self, self._context, item, position, len(items))
            self._cards.append(card)
            column.addWidget(card)
        self.settle()
        self.verticalScrollBar().setValue(scroll)

    def _on_booklet(self) -> None:
        self.save_typing()
        self.booklet_asked.emit()

    def show_saved(self) -> None:
        """Show what the student's file holds, in place of what was typed and not yet saved."""
        for card in self._cards:
            card.show_saved()
        self.show_changes()

    def show_changes(self) -> None:
        """Show roles that came or went; words that are being typed stay as they are."""
        ids = [item.role_id for item in self._context.student.shortlist()]
        if ids != [card.role_id for card in self._cards]:
            self.rebuild()

    def move(self, item: ShortlistItem, position: int) -> None:  # type: ignore[override]
        """Put ``item`` at ``position`` of the list and keep the focus with it."""
        self.save_typing()
        if self._context.attempt(lambda: self._context.student.move(item.role_id, position)):
            self.rebuild()
            self._cards[position].focus_move(down=position > item.position)

    def remove(self, item: ShortlistItem) -> None:
        """Take ``item`` off the list."""
        self.save_typing()
        gone: list[ShortlistItem] = []
        student = self._context.student
        if self._context.attempt(lambda: gone.append(student.remove(item.role_id))):
            self.rebuild()
            self.removed.emit(gone[0])

    def _first_roles(self) -> tuple[str, ...]:
        """Return the first roles that are still offered, as many as can be compared."""
        ids = (item.role_id for item in self._context.student.shortlist())
        cards = (self._context.store.card(role_id) for role_id in ids)
        offered = [card.id for card in cards if card is not None and not card.retired]
        return tuple(offered[:MOST_COMPARED])

    def _empty(self, parts: Parts) -> Card:
        t = parts.t
        return parts.card().add(
            parts.subheading(t.say("Nothing is on your shortlist yet.")),
            parts.text(
                t.say(
                    "Open a role and press “Add to shortlist”. You can then put your roles in "
                    "order, write why you chose each one, and print them."
                )
            ),
            row(
                parts.button(t.say("Explore roles"), self.explore_asked.emit, icon="explore"), None
            ),
        )


class ItemCard(Card):
    """One role of the shortlist."""

    def __init__(
        self, page: ShortlistPage, context: Context, item: ShortlistItem, position: int, total: int
    ) -> None:
        parts = Parts(context)
        super().__init__(parts, parts.px(16), parts.px(8))
        self._page, self._context, self._item = page, context, item
        self._parts = parts
        self.role_id = item.role_id
        t = parts.t
        title = item.title.in_language(t.language)
        self.setAccessibleName(f"{position + 1}. {title}")
        self._card = context.store.card(item.role_id)
        self._up = parts.icon_button(
            "up", t.say("Move {role} up", role=title), lambda: page.move(item, position - 1)
        )
        self._down = parts.icon_button(
            "down", t.say("Move {role} down", role=title), lambda: page.move(item, position + 1)
        )
        self._up.setEnabled(position > 0)
        self._down.setEnabled(position < total - 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SAVE_PAUSE_MS)
        self._pause.timeout.connect(self.save)
        self.add(self._head(position, title))
        if not self._offered():
            self.add(parts.text(self._gone_words(), colour=parts.colours.warning))
        self._why = QLineEdit(item.why)
        self._why.setMaxLength(WHY_LIMIT)
        self._why.setPlaceholderText(t.say("Why I chose it, in one line"))
        self._why.setAccessibleName(t.say("Why I chose {role}", role=title))
        self._note = NoteEdit(item.note, NOTE_LIMIT, parts.px(64))
        self._note.setPlaceholderText(t.say("Notes: questions to ask, things to find out"))
        self._note.setAccessibleName(t.say("Notes on {role}", role=title))
        for field in (self._why, self._note):
            parts.dress(field)
        self._why.textEdited.connect(lambda _text: self._save_soon())
        self._why.editingFinished.connect(self.save)
        self._note.textChanged.connect(self._save_soon)
        self._note.left.connect(self.save)
        self.add(self._why, self._note)

    def _save_soon(self) -> None:
        # Not from the last key but from the first: whoever types on and on is saved as well.
        if not self._pause.isActive():
            self._pause.start()

    def save(self) -> None:
        """Save what was typed, if it differs from what is saved."""
        self._pause.stop()
        student, role_id = self._context.student, self._item.role_id
        saved = {item.role_id: item for item in student.shortlist()}.get(role_id)
        if saved is None:
            return
        why, note = self._why.text(), self._note.toPlainText()
        if why != saved.why:
            self._context.attempt(lambda: student.set_why(role_id, why))
        if note != saved.note:
            self._context.attempt(lambda: student.set_note(role_id, note))

    def show_saved(self) -> None:
        """Show the words that are saved."""
        self._pause.stop()
        for item in self._context.student.shortlist():
            if item.role_id == self.role_id:
                self._why.setText(item.why)
                self._note.show_text(item.note)

    def focus_move(self, *, down: bool) -> None:
        """Give the keyboard to the button that moves this card on."""
        button = self._down if down and self._down.isEnabled() else self._up
        (button if button.isEnabled() else self._down).setFocus()

    def _offered(self) -> bool:
        return self._card is not None and not self._card.retired

    def _gone_words(self) -> str:
        return self._parts.t.say(
            "This role is no longer in the catalogue. Your notes are kept; "
            "ask your counsellor what has taken its place."
        )

    def _head(self, position: int, title: str) -> QWidget:
        parts, t = self._parts, self._parts.t
        offered = self._offered()
        number = parts.text(
            str(position + 1), scale=1.5, strong=True, colour=parts.colours.accent, wrap=False
        )
        number.setFixedWidth(parts.px(30))
        colour = None if offered else parts.colours.muted
        words = column(parts.text(title, scale=1.15, strong=True, colour=colour), spacing=0)
        if self._card is not None:
            field = self._context.store.shared.fields[self._card.field]
            words.addWidget(parts.muted(field.name.in_language(t.language)))
        line = row(number, spacing=parts.px(8))
        line.addLayout(words, 1)
        if offered:
            role_id = self._item.role_id
            line.addWidget(
                parts.button(t.say("Open"), lambda: self._page.role_opened.emit(role_id))
            )
            sheet = parts.button(
                t.say("Print / PDF"), lambda: self._page.sheet_asked.emit(role_id), icon="print"
            )
            line.addWidget(sheet)
        line.addWidget(self._up)
        line.addWidget(self._down)
        line.addWidget(
            parts.icon_button(
                "remove",
                t.say("Remove {role} from the shortlist", role=title),
                lambda: self._page.remove(self._item),
            )
        )
        holder = QWidget()
        holder.setLayout(line)
        return holder


class NoteEdit(QPlainTextEdit):
    """A small plain-text field of limited length, in which Tab moves on."""

    left = Signal()
    """The keyboard has left the field."""

    def __init__(self, text: str, most: int, height: int) -> None:
        super().__init__(text)
        self._most = most
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)
        self.textChanged.connect(self._keep_short)

    def show_text(self, text: str) -> None:
        """Show ``text`` as if it had been there all along."""
        if text != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(text)
            self.moveCursor(self.textCursor().MoveOperation.End)
            self.blockSignals(False)

    def _keep_short(self) -> None:
        self.show_text(self.toPlainText()[: self._most])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
