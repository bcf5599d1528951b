"""The head of the role page: the way back, the names of the role, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QVBoxLayout

from careerdesk.catalogue.role import Role
from careerdesk.desk import icons
from careerdesk.desk.context import Context
from careerdesk.desk.parts import Panel, Parts, column, row
from careerdesk.desk.pressables import BESIDE, CRUMB, HEART, Button
from careerdesk.desk.safe_text import one_line, readable, unmarked
from careerdesk.desk.scrolling import MARGIN, content_width


class Header(Panel):
    """Made for one look; the next role is put into the same parts, which is quicker than new ones.

    ``shortlist`` and ``compare`` stay pressed while the role is on the list and side by side.
    """

    field_asked = Signal(object)
    """Id of the role's field, or None for the exploration as the student left it."""
    sheet_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.colours)
        self._context = context
        self._field_id = ""
        parts = Parts(context)
        t = parts.t
        self._field = parts.button("", lambda: self.field_asked.emit(self._field_id), face=CRUMB)
        self._title = parts.text("", scale=1.75, strong=True)
        self._other_title = parts.muted("", scale=1.0)
        self._tagline = parts.text("", scale=1.06)
        self._shortlist_words = t.say("Add to shortlist"), t.say("On your shortlist")
        self._compare_words = t.say("Compare"), t.say("In the comparison")
        self.shortlist = parts.button("", lambda: None, icon="heart", face=HEART)
        self.compare = parts.button("", lambda: None, icon="compare", face=BESIDE)
        widths = (
            _make_toggle(self.shortlist, self._shortlist_words),
            _make_toggle(self.compare, self._compare_words),
        )
        sheet = parts.button(t.say("Print / PDF"), self.sheet_asked.emit, icon="print")
        box = QVBoxLayout(self)
        self._parts = parts
        box.setSpacing(parts.px(4))
        box.addLayout(self._crumbs(parts))
        self._titles = column(self._title, self._other_title, spacing=0)
        self._buttons = row(self.shortlist, self.compare, sheet, None, spacing=parts.px(10))
        # Whatever is pressed, so that no button jumps from under the mouse.
        self._least_room = sum(widths) + sheet.sizeHint().width() + 2 * parts.px(10)
        self._head = row(self._titles, self._buttons, spacing=parts.px(10))
        self._head.setStretch(0, 1)
        box.addLayout(self._head)
        box.addWidget(self._tagline)

    def show_role(self, role: Role) -> None:
        """Show ``role`` instead of the one before."""
        context, language = self._context, self._context.language
        field = context.store.shared.fields[role.field]
        self._field_id = field.id
        self._field.setText(unmarked(one_line(field.name.in_language(language))))
        self._title.setText(readable(role.title.in_language(language)))
        other = role.title.en if language == "ms" else role.title.ms
        self._other_title.setText(readable(other))
        self._tagline.setText(readable(role.tagline.in_language(language)))
        self.show_marks(role)

    def show_marks(self, role: Role) -> None:
        """Show whether ``role`` is on the shortlist and in the comparison now."""
        parts, chosen = self._parts, self._context.student.has(role.id)
        name = "heart-filled" if chosen else "heart"
        self.shortlist.setIcon(icons.icon(name, parts.colours.heart, parts.px(18)))
        _press(self.shortlist, self._shortlist_words, pressed=chosen)
        _press(self.compare, self._compare_words, pressed=self._context.tray.has(role.id))
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        # It fits any width in which a button fits: see _arrange(). Qt would ask for the height of
        # its words at their narrowest.
        return QSize(0, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parts, left = self._parts, self._parts.px(MARGIN)
        right = self.width() - left - content_width(self.width(), parts)
        # The buttons end where the cards below them do.
        self.layout().setContentsMargins(left, parts.px(10), right, parts.px(6))
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons beside the title, or below it where it would have to be broken."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        wanted = title + self._least_room
        room = content_width(self.width(), self._parts) - self._head.spacing()
        direction = beside if wanted <= room else below
        if direction != self._head.direction():
            self._head.setDirection(direction)

    def _crumbs(self, parts: Parts) -> QLayout:
        t = parts.t
        explore = parts.button(t.say("Explore"), lambda: self.field_asked.emit(None), face=CRUMB)
        explore.setToolTip(t.say("Back to where you left the list"))
        arrow = parts.picture("chevron-right", size=14)
        arrow.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        return row(explore, arrow, self._field, None, spacing=4)


def _make_toggle(button: Button, words: tuple[str, str]) -> int:
    """Let ``button`` stay pressed; return its width with the longer of its ``words``."""
    button.setCheckable(True)
    widths = []
    for text in words:
        button.setText(text)
        widths.append(button.sizeHint().width())
    return max(widths)


def _press(button: Button, words: tuple[str, str], *, pressed: bool) -> None:
    button.setChecked(pressed)
    button.setText(words[pressed])
