"""Things to press, which paint themselves.

A style sheet would do, but Qt then works it out anew for every widget of the application, labels
included, which makes a page twice as slow to open.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFontMetrics, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QComboBox, QPushButton, QToolButton

from careerdesk.desk.theme import Colours

_ROUND = 6
CRUMB_INSET = 5
"""Pixels between the edge of a plain button and its words."""

_PAD = 12
"""Pixels at either side of the words, whatever their size."""


class Face(NamedTuple):
    """How something to press looks, as names of :class:`Colours`; None paints nothing."""

    ground: str | None
    words: str
    edge: str | None
    hovered_ground: str | None = "accent_soft"
    chosen_ground: str | None = "accent"
    chosen_words: str = "on_accent"
    chosen_edge: str | None = "accent"


USUAL = Face(ground="surface", words="text", edge="control")
PRIMARY = Face(ground="accent", words="on_accent", edge="accent", hovered_ground="accent")
HEART = Face(
    ground="surface",
    words="text",
    edge="control",
    chosen_ground="accent_soft",
    chosen_words="heart",
    chosen_edge="heart",
)
BESIDE = Face(
    ground="surface",
    words="text",
    edge="control",
    chosen_ground="accent_soft",
    chosen_words="accent",
)
PLAIN = Face(ground=None, words="text", edge=None)
TOAST = Face(ground=None, words="surface", edge="surface", hovered_ground=None)
CRUMB = Face(ground=None, words="accent", edge=None)
CHIP = Face(ground="accent_soft", words="text", edge="accent", hovered_ground="surface")
RAIL = Face(
    ground=None,
    words="muted",
    edge=None,
    chosen_ground="accent_soft",
    chosen_words="accent",
    chosen_edge=None,
)


def paint_ground(
    button: QAbstractButton,
    painter: QPainter,
    face: Face,
    colours: Colours,
    *,
    rounded: int = _ROUND,
) -> None:
    """Paint what lies behind the words of ``button``, and its edge; a thick edge is the focus."""
    chosen = button.isChecked()
    ground = face.chosen_ground if chosen else face.ground
    edge = face.chosen_edge if chosen else face.edge
    if button.underMouse() and button.isEnabled() and not chosen:
        ground = face.hovered_ground
        edge = "accent" if edge is not None else None
    if not button.isEnabled():
        ground = "sunken" if ground == "accent" else ground
        edge = None if edge is None else "border"
    focused = button.hasFocus()
    if focused:
        edge = "accent"
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(getattr(colours, ground)) if ground else Qt.BrushStyle.NoBrush)
    width = 2 if focused else 1
    painter.setPen(QPen(QColor(getattr(colours, edge)), width) if edge else QPen(Qt.PenStyle.NoPen))
    inset = width / 2
    frame = button.rect().toRectF()
    painter.drawRoundedRect(frame.adjusted(inset, inset, -inset, -inset), rounded, rounded)
    if focused and ground == "accent":
        # On its own colour the edge would not be seen: the focus is a ring within.
        painter.setPen(QPen(QColor(colours.on_accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame.adjusted(3, 3, -3, -3), rounded / 2, rounded / 2)


def words_colour(button: QAbstractButton, face: Face, colours: Colours) -> QColor:
    """Return the colour for the words of ``button`` as it is now."""
    if not button.isEnabled():
        return QColor(colours.muted)
    return QColor(getattr(colours, face.chosen_words if button.isChecked() else face.words))


class Button(QPushButton):
    """A push button with words, and perhaps an icon before them."""

    def __init__(self, words: str, colours: Colours, percent: int, face: Face = USUAL) -> None:
        super().__init__(words)
        self.face = face
        self._colours = colours
        self._pad = 4 if face is CRUMB else _PAD
        self._rise = round((4 if face is CRUMB else 8) * percent / 100)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        shown = self.text().replace("&&", "&")
        width = metrics.horizontalAdvance(shown) + 2 * self._pad + 2
        if not self.icon().isNull():
            width += self.iconSize().width() + (self._gap() if shown else 0)
        return QSize(width, metrics.height() + 2 * self._rise)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint_ground(self, painter, self.face, self._colours)
        painter.setPen(words_colour(self, self.face, self._colours))
        painter.setFont(self.font())
        shown = self.text().replace("&&", "&")
        width = QFontMetrics(self.font()).horizontalAdvance(shown)
        icon = QSize(0, 0) if self.icon().isNull() else self.iconSize()
        gap = self._gap() if icon.width() and shown else 0
        left = max(self._pad, (self._words_width() - width - gap - icon.width()) // 2)
        if icon.width():
            place = QRect(left, (self.height() - icon.height()) // 2, icon.width(), icon.height())
            self.icon().paint(painter, place)
            left += icon.width() + gap
        room = QRect(left, 0, self.width() - left - 2, self.height())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, align | Qt.TextFlag.TextSingleLine, shown)

    def _gap(self) -> int:
        return round(self._pad * 0.4)

    def _words_width(self) -> int:
        """Return the width in the middle of which icon and words stand."""
        return self.width()


class MenuButton(Button):
    """A push button that opens a menu: a small arrow follows its words."""

    def __init__(self, words: str, colours: Colours, percent: int, arrow: QIcon) -> None:
        super().__init__(words, colours, percent)
        self._arrow = arrow
        self._side = round(12 * percent / 100)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(self._side + self._gap(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        place = QRect(0, 0, self._side, self._side)
        place.moveCenter(self.rect().center())
        place.moveRight(self.width() - self._pad)
        self._arrow.paint(QPainter(self), place)

    def _words_width(self) -> int:
        return self.width() - self._side - self._gap()


class _Tool(QToolButton):
    """A tool button that paints itself and knows when the mouse is on it."""

    def __init__(self, colours: Colours, face: Face) -> None:
        super().__init__()
        self.face = face
        self.colours = colours
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class IconButton(_Tool):
    """A button with an icon alone."""

    def __init__(self, colours: Colours, face: Face = PLAIN) -> None:
        super().__init__(colours, face)

    def sizeHint(self) -> QSize:
        return self.iconSize() + QSize(10, 10)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint_ground(self, painter, self.face, self.colours)
        place = QRect(0, 0, self.iconSize().width(), self.iconSize().height())
        place.moveCenter(self.rect().center())
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self.icon().paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)


class SegmentButton(_Tool):
    """One of a row of buttons of which exactly one is chosen."""

    def __init__(self, words: str, colours: Colours, percent: int) -> None:
        super().__init__(colours, USUAL)
        self.setText(words)
        self.setCheckable(True)
        self._rise = round(14 * percent / 100)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text().replace("&&", "&"))
        return QSize(width + 2 * _PAD, metrics.height() + self._rise)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint_ground(self, painter, self.face, self.colours, rounded=0)
        painter.setPen(words_colour(self, self.face, self.colours))
        painter.setFont(self.font())
        shown = self.text().replace("&&", "&")
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, shown)


class RailButton(_Tool):
    """A large button of the rail: an icon above its words."""

    def __init__(self, colours: Colours) -> None:
        super().__init__(colours, RAIL)
        self.setCheckable(True)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = max(self.iconSize().width(), metrics.horizontalAdvance(self.text()))
        return QSize(width + 12, self.iconSize().height() + metrics.height() + 26)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        paint_ground(self, painter, self.face, self.colours, rounded=8)
        size = self.iconSize()
        place = QRect((self.width() - size.width()) // 2, 10, size.width(), size.height())
        self.icon().paint(painter, place)
        painter.setPen(words_colour(self, self.face, self.colours))
        painter.setFont(self.font())
        below = QRect(0, place.bottom() + 5, self.width(), self.height() - place.bottom() - 8)
        painter.drawText(
            below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, self.text()
        )


class DropDown(QComboBox):
    """A list of which one entry shows; the others open below it."""

    def __init__(self, colours: Colours) -> None:
        super().__init__()
        self._colours = colours

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        entries = (self.itemText(number) for number in range(self.count()))
        widest = max((metrics.horizontalAdvance(words) for words in entries), default=0)
        return QSize(widest + 3 * _PAD + metrics.height(), round(metrics.height() * 1.8))

    def minimumSizeHint(self) -> QSize:
        return QSize(6 * _PAD, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, width = self._colours, 2 if self.hasFocus() else 1
        edge = look.accent if self.hasFocus() or self.underMouse() else look.control
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(look.surface))
        inset = width / 2
        frame = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, _ROUND, _ROUND)
        painter.setPen(QColor(look.text))
        painter.setFont(self.font())
        room = self.rect().adjusted(_PAD, 0, -_PAD - self.height() // 2, 0)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        metrics = QFontMetrics(self.font())
        shown = metrics.elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align | Qt.TextFlag.TextSingleLine, shown)
        size = self.height() * 0.13
        tip = QPointF(self.width() - _PAD - size, self.height() / 2 + size / 2)
        painter.setPen(QPen(QColor(look.muted), 1.8))
        painter.drawPolyline([tip + QPointF(-size, -size), tip, tip + QPointF(size, -size)])
