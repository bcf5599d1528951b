"""Lists of cards: a model, a delegate that paints them, and a view that wraps them into columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from careerdesk.desk import icons, theme
from careerdesk.desk.card_corner import corner, paint_corner, reach
from careerdesk.desk.card_model import AnyIndex, CardFace, CardModel, CardRole
from careerdesk.desk.card_text import CardText, smallest
from careerdesk.desk.context import Context
from careerdesk.desk.parts import Parts

BESIDE_BAR = 20
"""Pixels from the end of the last column of cards to that of a view with a scroll bar, at least."""


class CardDelegate(QStyledItemDelegate):
    """Paints a card: icon, title, second line, and up to two lines of text."""

    def __init__(self, context: Context, *, text_lines: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._text_lines = text_lines
        self.restyle()

    def restyle(self) -> None:
        """Take the fonts and lengths of the present look."""
        percent = self._context.percent
        # A tile has a name and a count; a card has a text as well, and a larger title.
        self._title_font = theme.font(
            percent, scale=1.06 if self._text_lines else 0.98, strong=True
        )
        self._second_font = theme.font(percent, scale=0.88)
        self._text_font = theme.font(percent, scale=0.94)
        self._pad = round(12 * percent / 100)
        self._gap = round(10 * percent / 100)
        self._icon = round(38 * percent / 100)

    def height(self) -> int:
        """Return the height of every card, in pixels."""
        text = QFontMetrics(self._text_font).lineSpacing() * self._text_lines
        words = (
            QFontMetrics(self._title_font).lineSpacing()
            + QFontMetrics(self._second_font).lineSpacing()
            + (text + 5 if self._text_lines else 0)
        )
        return max(words, self._icon) + 2 * self._pad + 8

    def width(self, titles: Iterable[str]) -> int:
        """Return the least width of a card on which none of ``titles`` is cut off, in pixels."""
        metrics = QFontMetrics(smallest(self._title_font))
        words = max((metrics.horizontalAdvance(title) for title in titles), default=0)
        return words + self._icon + self._gap + 2 * self._pad + 11

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: ARG002
        view = option.widget
        return view.gridSize() if isinstance(view, CardView) else QSize(300, self.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        face = index.data(CardRole)
        if not isinstance(face, CardFace):
            return
        look = self._context.colours
        frame = option.rect.adjusted(4, 4, -4, -4)
        view = self.parent()
        chosen, hovered = view.is_chosen(index), view.is_hovered(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(look.accent_soft if hovered else look.surface))
        painter.setPen(QPen(QColor(look.accent if chosen else look.border), 2 if chosen else 1))
        painter.drawRoundedRect(frame, 8, 8)
        inner = frame.adjusted(self._pad, self._pad, -self._pad, -self._pad)
        self._paint_icon(painter, face, inner.topLeft())
        left = inner.left() + self._icon + self._gap
        area = QRect(left, inner.top(), inner.right() - left, inner.height())
        spare = 0
        if view.comparable:
            place = corner(option.rect, self._context.percent)
            spare = max(inner.right() - place.left() + 4, 0)
            over = hovered and view.over_corner
            paint_corner(painter, place, look, beside=view.is_beside(face.key), hovered=over)
        self._paint_words(painter, face, area, spare)
        painter.restore()

    def _paint_icon(self, painter: QPainter, face: CardFace, corner: QPoint) -> None:
        painter.drawPixmap(corner, icons.tile(face.icon, face.colour, self._icon))
        if face.marked:
            look = self._context.colours
            heart = round(self._icon * 0.44)
            painter.drawPixmap(
                corner + QPoint((self._icon - heart) // 2, self._icon + 6),
                icons.pixmap("heart-filled", look.heart, heart),
            )

    def _paint_words(self, painter: QPainter, face: CardFace, area: QRect, spare: int) -> None:
        """Paint the words of a card; ``spare`` is the width that its corner takes."""
        look = self._context.colours
        text = CardText(painter, look)
        marks = face.marks
        beside_corner = area.adjusted(0, 0, -spare, 0)
        top = self._line_below(0, beside_corner)
        text.title(face.title, self._title_font, look.text, top, marks.title)
        second = self._line_below(QFontMetrics(self._title_font).lineSpacing(), beside_corner)
        text.line(face.second, self._second_font, look.muted, second, marks.second)
        if not self._text_lines:
            return
        under = second.top() - area.top() + QFontMetrics(self._second_font).lineSpacing() + 5
        lines = self._text_lines - bool(face.why)
        body = self._line_below(under, area)
        text.lines(face.text, self._text_font, look.text, body, lines, marks.text)
        if face.why:
            # In place of the last line of the text, so that all cards stay as high.
            lower = under + lines * QFontMetrics(self._text_font).lineSpacing()
            line = self._line_below(lower, area)
            text.line(face.why, self._second_font, look.muted, line, marks.why)

    def _line_below(self, height: int, area: QRect) -> QRect:
        """Return what is left of ``area`` below ``height``."""
        return area.adjusted(0, height, 0, 0)


class CardView(QListView):
    """Cards in as many equal columns as fit; opened by click, Enter or Space."""

    opened = Signal(str)
    """The key of the card that was opened."""
    moved_to = Signal(QRect)
    """Where the card is that the keyboard has come to; only of a view as high as its content."""
    compared = Signal(str, bool)
    """The key of a role, and whether the student wants it in the comparison."""

    def __init__(
        self,
        context: Context,
        *,
        text_lines: int,
        least_width: int,
        fits_content: bool = False,
        comparable: bool = False,
    ) -> None:
        """``comparable`` cards are roles, and can be put side by side by a corner or the key C."""
        super().__init__()
        self.comparable = comparable
        self.over_corner = False
        self._context = context
        self._least_width = least_width
        self._is_tiles = text_lines == 0
        self._widest = 0
        """Pixels that the longest name of a tile needs; roles may be too many to look at each."""
        self._fits_content = fits_content
        self._hovered = -1
        self._model = CardModel("", self)
        self._delegate = CardDelegate(context, text_lines=text_lines, parent=self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        if fits_content:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entered.connect(self._on_entered)
        self.viewportEntered.connect(lambda: self._on_entered(QModelIndex()))
        self.clicked.connect(lambda index: self.opened.emit(self._model.face(index).key))

    def set_faces(
        self, faces: Sequence[CardFace], marked: str, keys: Sequence[object] | None = None
    ) -> None:
        """Show ``faces``; ``marked`` is the word for shortlisted, ``keys`` as for the model."""
        self._model.set_faces(faces, marked, keys)
        self._measure()
        if self.comparable:
            t = self._context.t
            beside = frozenset(self._context.tray.roles())
            hint = t.say("Press C to compare this role with others.")
            self._model.set_beside(beside, t.say("In the comparison"), hint)
        self._arrange()

    def restyle(self) -> None:
        """Take the fonts, lengths and colours of the present look."""
        self._delegate.restyle()
        self._measure()
        Parts(self._context).dress(self.verticalScrollBar())
        self._arrange()

    def current_key(self) -> str | None:
        """Return the key of the card with the focus."""
        index = self.currentIndex()
        return self._model.face(index).key if index.isValid() else None

    def choose(self, key: str | None) -> None:
        """Put the focus on the card with ``key``, if it is there."""
        index = self._model.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)

    def is_chosen(self, index: AnyIndex) -> bool:
        """Return whether the card at ``index`` has the keyboard."""
        return self.hasFocus() and self.currentIndex() == index

    def is_hovered(self, index: AnyIndex) -> bool:
        """Return whether the mouse is on the card at ``index``."""
        return index.row() == self._hovered

    def is_beside(self, key: str) -> bool:
        """Return whether the role with ``key`` is compared with others."""
        return self._model.is_beside(key)

    def _compare(self, index: QModelIndex) -> None:
        key = self._model.face(index).key
        self.compared.emit(key, not self._model.is_beside(key))

    def _corner_at(self, place: QPoint) -> QModelIndex:
        """Return the index of the card whose corner is at ``place``, or an invalid one."""
        index = self.indexAt(place)
        if not (self.comparable and index.isValid()):
            return QModelIndex()
        inside = reach(self.visualRect(index), self._context.percent).contains(place)
        return index if inside else QModelIndex()

    def _measure(self) -> None:
        if self._is_tiles:
            self._widest = self._delegate.width(self._model.titles())

    def _arrange(self) -> None:
        # The view keeps room for its scroll bar whether or not it shows one, unless it has none.
        bar = 0 if self._fits_content else self.verticalScrollBar().sizeHint().width()
        width = self.contentsRect().width() - bar - 4
        least = max(round(self._least_width * self._context.percent / 100), self._widest)
        columns = max(1, width // least)
        size = QSize(max(1, width // columns), self._delegate.height())
        if size != self.gridSize():
            self.setGridSize(size)
        if self._fits_content:
            rows = -(-self._model.rowCount() // columns)
            self.setFixedHeight(max(1, rows) * size.height() + 4)

    def _on_entered(self, index: QModelIndex) -> None:
        self._hovered = index.row()
        self.viewport().update()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: N802
        super().currentChanged(current, previous)
        if self._fits_content and self.hasFocus() and current.isValid():
            self.moved_to.emit(self.visualRect(current))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._on_entered(QModelIndex())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = self._corner_at(event.position().toPoint()).isValid()
        if over != self.over_corner:
            self.over_corner = over
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self._corner_at(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self._compare(index)
        else:
            super().mouseReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._corner_at(event.pos()).isValid():
            QToolTip.showText(event.globalPos(), self._context.t.say("Compare (C)"), self)
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and index.isValid():
            self.opened.emit(self._model.face(index).key)
        elif self.comparable and event.key() == Qt.Key.Key_C and index.isValid():
            self._compare(index)
        else:
            super().keyPressEvent(event)
