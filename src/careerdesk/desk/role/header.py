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
        self.shortlist = parts.button("", lambda: None, face=HEART)
        self.shortlist.setCheckable(True)
        self.shortlist.setIconSize(QSize(parts.px(18), parts.px(18)))
        self.compare = parts.button("", lambda: None, icon="compare", face=BESIDE)
        self.compare.setCheckable(True)
        sheet = parts.button(t.say("Print / PDF"), self.sheet_asked.emit, icon="print")
        box = QVBoxLayout(self)
        margin = parts.px(24)
        box.setContentsMargins(margin, parts.px(10), margin, parts.px(6))
        box.setSpacing(parts.px(4))
        box.addLayout(self._crumbs(parts))
        self._titles = column(self._title, self._other_title, spacing=0)
        self._buttons = row(self.shortlist, self.compare, sheet, None, spacing=parts.px(10))
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
        parts, t = Parts(self._context), self._context.t
        chosen = self._context.student.has(role.id)
        words = t.say("On your shortlist") if chosen else t.say("Add to shortlist")
        name = "heart-filled" if chosen else "heart"
        self.shortlist.setIcon(icons.icon(name, parts.colours.heart, parts.px(18)))
        _press(self.shortlist, words, pressed=chosen)
        beside = self._context.tray.has(role.id)
        words = t.say("In the comparison") if beside else t.say("Compare")
        _press(self.compare, words, pressed=beside)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        # It fits any width in which a button fits: see _arrange().
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the buttons beside the titles, or below them where there is no room for both."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wanted = self._titles.minimumSize().width() + self._buttons.sizeHint().width()
        margins = self.layout().contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._head.spacing()
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


def _press(button: Button, words: str, *, pressed: bool) -> None:
    button.setChecked(pressed)
    button.setText(words)
