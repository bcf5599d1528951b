"""Where a school subject leads, as a target: the nearer to the centre, the less schooling."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from careerdesk.catalogue.terms import Need
from careerdesk.catalogue.wording import label
from careerdesk.desk import icons
from careerdesk.desk.drawings.canvas import Drawing, line_height, put, text_width, wrap
from careerdesk.desk.drawings.target_layout import Spot, Target, lay_out, words_beside
from careerdesk.desk.safe_text import wrapped_tooltip
from careerdesk.desk.theme import Colours
from careerdesk.guidance.subjects import SubjectRings, ring_name
from careerdesk.i18n import Translator

_LARGEST = 1.9
_SMALLEST = 0.6
"""Diameters of a spot, in lines of text."""

_HIGHEST = 27.0
"""Height of the largest target, in lines of text: it is seen whole on a small screen."""

_WORDS = 7.5
"""Widest words beside a spot, in lines of text."""


class TargetDrawing(Drawing):
    """The target of one subject; a role on it is opened by a click, or with arrows and Return."""

    opened = Signal(str)

    usual_width_in_lines = 30.0
    least_width_in_lines = 18.0

    def __init__(
        self,
        rings: SubjectRings,
        translator: Translator,
        colours: Colours,
        percent: int,
        *,
        dark: bool,
        parent: QWidget | None = None,
    ) -> None:
        """``dark`` takes the fields' colours for dark pages."""
        super().__init__(colours, percent, parent)
        self._rings, self._t, self._dark = rings, translator, dark
        self._current: int | None = None
        self._target = Target((1.0,), (), 0.1)
        self._words_at: tuple[QRectF | None, ...] = ()
        self._laid_out = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if rings.count else Qt.FocusPolicy.NoFocus)
        name = rings.subject.name.in_language(translator.language)
        self.say(translator.say("Where {subject} leads", subject=name), self._words())

    def height_at(self, width: int) -> float:
        return min(float(width), self.unit * _HIGHEST)

    def spots(self) -> list[tuple[str, QPointF]]:
        """Return the id of each role on the target, and its middle in pixels."""
        self._lay_out()
        return [(spot.role.id, self._middle(spot)) for spot in self._target.spots]

    def draw(self, painter: QPainter) -> None:
        self._lay_out()
        self._draw_rings(painter)
        for number, spot in enumerate(self._target.spots):
            self._draw_spot(painter, spot, chosen=number == self._current)
        self._draw_words(painter)
        self._draw_names(painter)
        if self._current is not None:
            self._draw_bubble(painter, self._target.spots[self._current])

    def _lay_out(self) -> None:
        if self._laid_out == self.width():
            return
        self._laid_out = self.width()
        radius = max(self._radius(), 1.0)
        largest, smallest = self.unit * _LARGEST / radius, self.unit * _SMALLEST / radius
        names = [(text_width(self._name(n), self.small) / 2 + 8) / radius for n in self._numbers()]
        self._target = lay_out(self._rings.rings, largest, smallest, names)
        self._words_at = words_beside(
            [self._middle(spot) for spot in self._target.spots],
            self._target.disc * radius,
            [self._size(self._title(spot)) for spot in self._target.spots],
            [self._name_place(number) for number in self._numbers()],
            QRectF(0, 0, self.width(), self.height_at(self.width())),
        )

    def _numbers(self) -> range:
        return range(len(self._rings.rings))

    def _name(self, number: int) -> str:
        ring = self._rings.rings[number]
        return f"{ring_name(ring.kind, self._t)} ({len(ring.roles)})"

    def _name_place(self, number: int) -> QRectF:
        """Return where the name of a ring stands: inside it, at its top."""
        width = text_width(self._name(number), self.small) + 12
        top = self._centre().y() - self._target.radii[number] * self._radius() + 3
        return QRectF(self._centre().x() - width / 2, top, width, line_height(self.small))

    def _title(self, spot: Spot) -> tuple[str, ...]:
        title = spot.role.title.in_language(self._t.language)
        return wrap(title, self.small, self.unit * _WORDS, 3)

    def _size(self, lines: tuple[str, ...]) -> QSizeF:
        width = max(text_width(line, self.small) for line in lines)
        return QSizeF(width, line_height(self.small) * 0.92 * len(lines))

    def _radius(self) -> float:
        return min(self.width(), self.height_at(self.width())) / 2 - 3

    def _centre(self) -> QPointF:
        return QPointF(self.width() / 2, self._radius() + 3)

    def _middle(self, spot: Spot) -> QPointF:
        return self._centre() + QPointF(spot.x, spot.y) * self._radius()

    def _draw_rings(self, painter: QPainter) -> None:
        centre, radius = self._centre(), self._radius()
        grounds = ("accent_soft", "sunken", "surface")
        painter.setPen(QPen(self.colour("control"), 1.2))
        for number in reversed(range(len(self._target.radii))):
            painter.setBrush(self.colour(grounds[number % len(grounds)]))
            size = self._target.radii[number] * radius
            painter.drawEllipse(centre, size, size)

    def _draw_names(self, painter: QPainter) -> None:
        for number in self._numbers():
            place = self._name_place(number)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour("surface"))
            painter.drawRoundedRect(place, 4, 4)
            painter.setPen(self.colour("text"))
            put(painter, place.left() + 6, place.top(), self._name(number), self.small)

    def _draw_words(self, painter: QPainter) -> None:
        """Write the titles that have room beside their discs; hover and keyboard tell the rest."""
        painter.setPen(self.colour("text"))
        for spot, place in zip(self._target.spots, self._words_at, strict=True):
            if place is None:
                continue
            left = place.left() > self._middle(spot).x()
            right = place.right() < self._middle(spot).x()
            for number, line in enumerate(self._title(spot)):
                spare = place.width() - text_width(line, self.small)
                x = place.left() + (0.0 if left else spare if right else spare / 2)
                top = place.top() + number * line_height(self.small) * 0.92
                put(painter, x, top, line, self.small)

    def _draw_spot(self, painter: QPainter, spot: Spot, *, chosen: bool) -> None:
        """Draw a disc: full where the subject is needed, an outline where it helps."""
        middle, size = self._middle(spot), self._target.disc * self._radius()
        colour = spot.role.field.colour_dark if self._dark else spot.role.field.colour
        needed = spot.role.need is Need.REQUIRED
        painter.setBrush(QColor(colour) if needed else self.colour("surface"))
        painter.setPen(QPen(QColor(colour), 2.0))
        half = size / 2 - 1
        painter.drawEllipse(middle, half, half)
        side = round(size * 0.6)
        ink = self.colours.surface if needed else colour
        picture = icons.pixmap(icons.for_field(spot.role.field.icon), ink, side)
        painter.drawPixmap(middle - QPointF(side / 2, side / 2), picture)
        if chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.colour("text"), 2.4))
            painter.drawEllipse(middle, half + 3, half + 3)

    def _draw_bubble(self, painter: QPainter, spot: Spot) -> None:
        """Write whose disc has the mouse or the keyboard beside it."""
        title = spot.role.title.in_language(self._t.language)
        lines = [
            *wrap(title, self.strong, self.unit * 13, 3),
            label(spot.role.need, self._t),
        ]
        fonts = [*([self.strong] * (len(lines) - 1)), self.small]
        width = max(text_width(line, font) for line, font in zip(lines, fonts, strict=True)) + 16
        height = sum(line_height(font) for font in fonts) + 8
        middle, size = self._middle(spot), self._target.disc * self._radius()
        left = middle.x() + size / 2 + 6
        if left + width > self.width():
            left = max(middle.x() - size / 2 - 6 - width, 0.0)
        top = min(max(middle.y() - height / 2, 0.0), self.height() - height)
        painter.setPen(QPen(self.colour("control"), 1.0))
        painter.setBrush(self.colour("surface"))
        painter.drawRoundedRect(QRectF(left, top, width, height), 5, 5)
        painter.setPen(self.colour("text"))
        y = top + 4
        for line, font in zip(lines, fonts, strict=True):
            put(painter, left + 8, y, line, font)
            y += line_height(font)

    def _at(self, place: QPointF) -> int | None:
        """Return the number of the spot below ``place``."""
        reach = max(self._target.disc * self._radius() / 2, 12.0)
        for number, spot in enumerate(self._target.spots):
            away = self._middle(spot) - place
            if math.hypot(away.x(), away.y()) <= reach:
                return number
        return None

    def _choose(self, number: int | None) -> None:
        if number != self._current:
            self._current = number
            self.update()

    def _words(self) -> str:
        """Return all that the target shows, a line for each ring."""
        language = self._t.language
        lines = []
        for ring in self._rings.rings:
            names = (
                f"{role.title.in_language(language)} ({label(role.need, self._t)})"
                for role in ring.roles
            )
            said = ", ".join(names) or self._t.say("no role")
            lines.append(f"{ring_name(ring.kind, self._t)}: {said}")
        return "\n".join(lines)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._at(QPointF(event.pos()))
            if number is None:
                QToolTip.hideText()
            else:
                words = self._target.spots[number].role.text.in_language(self._t.language)
                QToolTip.showText(event.globalPos(), wrapped_tooltip(words), self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        shape = Qt.CursorShape.ArrowCursor if number is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self._choose(number)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._choose(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        number = self._at(event.position())
        if number is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(self._target.spots[number].role.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._lay_out()
        if self._current is None and self._target.spots:
            self._choose(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._choose(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        spots = self._target.spots
        if self._current is None or not spots:
            super().keyPressEvent(event)
            return
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.opened.emit(spots[self._current].role.id)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._choose((self._current + step) % len(spots))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._choose(self._beyond(1 if key == Qt.Key.Key_Up else -1))
        else:
            super().keyPressEvent(event)

    def _beyond(self, step: int) -> int:
        """Return the nearest spot in the next ring outwards or inwards that has any."""
        assert self._current is not None
        spots = self._target.spots
        now = spots[self._current]
        rings = sorted({spot.ring for spot in spots if (spot.ring - now.ring) * step > 0})
        if not rings:
            return self._current
        wanted = rings[0] if step > 0 else rings[-1]
        near = [number for number, spot in enumerate(spots) if spot.ring == wanted]
        return min(near, key=lambda n: math.hypot(spots[n].x - now.x, spots[n].y - now.y))
