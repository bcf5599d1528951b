"""What stands below the filters while nothing is asked for: the fields, and every role."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from careerdesk.desk.card_model import CardFace
from careerdesk.desk.cards import CardView
from careerdesk.desk.context import Context
from careerdesk.desk.parts import Parts, replace
from careerdesk.desk.theme import BAR_WIDTH

_LIKE_CARDS = (4, 0, 8, 0)
"""Margins in pixels with which advice is as wide as the cards below it."""


class Home(QScrollArea):
    """Scrolls as a whole: tiles of the fields, and below them all roles."""

    field_opened = Signal(str)
    role_opened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._advice: QWidget = QFrame()
        self.tiles = CardView(context, text_lines=0, least_width=255, fits_content=True)
        self.roles = CardView(
            context, text_lines=2, least_width=370, fits_content=True, comparable=True
        )
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self._advice, self.tiles, self.roles):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._keep_clear())
        self.tiles.opened.connect(self.field_opened)
        self.roles.opened.connect(self.role_opened)
        for view in (self.tiles, self.roles):
            view.moved_to.connect(lambda place, v=view: self._show_place(v, place))

    def restyle(self) -> None:
        """Take the fonts, lengths and colours of the present look."""
        parts = Parts(self._context)
        self._column.setSpacing(parts.px(8))
        parts.dress(self.verticalScrollBar())
        for view in (self.tiles, self.roles):
            view.restyle()
        self.tiles.setAccessibleName(parts.t.say("Fields of work"))
        self.roles.setAccessibleName(parts.t.say("Roles"))

    def show_everything(
        self, tiles: Sequence[CardFace], roles: Sequence[CardFace], marked: str
    ) -> None:
        """Show every field and every role; ``marked`` is the word for shortlisted."""
        self.tiles.set_faces(tiles, "")
        self.roles.set_faces(roles, marked)
        self._advice.hide()
        self.roles.show()

    def show_advice(self, advice: QWidget, tiles: Sequence[CardFace]) -> None:
        """Show what to try where nothing was found, and the fields to choose from."""
        framed = QWidget()
        box = QVBoxLayout(framed)
        box.setContentsMargins(*_LIKE_CARDS)
        box.addWidget(advice)
        self._advice = replace(self._advice, framed, self._column)
        self._advice.show()
        self.tiles.set_faces(tiles, "")
        self.roles.hide()

    def scroll_to(self, value: int) -> None:
        """Scroll down by ``value`` pixels, though the content may not have been painted yet."""
        if value:
            self._lay_out_content()
        self.verticalScrollBar().setValue(value)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_clear()

    def _keep_clear(self) -> None:
        """Leave the room of the scroll bar free where there is none: all lines end alike."""
        spare = 0 if self.verticalScrollBar().maximum() else BAR_WIDTH
        self._column.setContentsMargins(0, 0, spare, 0)

    def _lay_out_content(self) -> None:
        # Qt's viewport takes a while to wrap when it is first asked for: not at the start.
        content = self.widget()
        layout = content.layout()
        layout.activate()
        content.resize(self.viewport().width(), layout.minimumSize().height())

    def _show_place(self, view: CardView, place: QRect) -> None:
        """Scroll to the card that the keyboard has come to."""
        corner = view.mapTo(self.widget(), place.center())
        self.ensureVisible(corner.x(), corner.y(), 0, place.height() // 2 + 8)
