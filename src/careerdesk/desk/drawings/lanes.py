"""Numbers of several roles on one scale from 0 to 100: a lane for each role, a mark at its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from careerdesk.catalogue.terms import Basis, ScoreKey
from careerdesk.catalogue.wording import label
from careerdesk.desk.drawings import marks
from careerdesk.desk.drawings.canvas import (
    Drawing,
    line_height,
    put,
    put_centred,
    text_width,
    wrap,
)
from careerdesk.desk.theme import Colours
from careerdesk.guidance.overlays import ScoreLine, ScoreOverlay, Value
from careerdesk.i18n import Translator

ROLE_COLOURS = ("bar", "hard", "good", "heart")
"""The colours of the first to the fourth role; each has a shape of its own as well."""

_TICKS = (0, 25, 50, 75, 100)
_NARROW_IN_LINES = 26.0
_NAME_LINES = 4


def role_shape(number: int, middle: QPointF, size: float) -> QPainterPath:
    """Return the mark of the role at ``number``: a disc, a square, a triangle or a diamond."""
    half = size / 2
    path = QPainterPath()
    if number == 0:
        path.addEllipse(middle, half, half)
    elif number == 1:
        path.addRect(
            QRectF(middle.x() - half * 0.9, middle.y() - half * 0.9, half * 1.8, half * 1.8)
        )
    elif number == 2:
        corners = ((0.0, -1.1), (1.1, 0.9), (-1.1, 0.9))
        path.addPolygon(QPolygonF([middle + QPointF(x * half, y * half) for x, y in corners]))
        path.closeSubpath()
    else:
        return marks.diamond(middle, size * 1.3)
    return path


class RoleMark(Drawing):
    """The mark of one role, for the head of its column; the title beside it says whose it is."""

    def __init__(
        self, number: int, colours: Colours, percent: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(colours, percent, parent)
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def height_at(self, width: int) -> float:  # noqa: ARG002
        return self.unit

    def sizeHint(self) -> QSize:
        side = round(self.unit)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return False

    def draw(self, painter: QPainter) -> None:
        middle = QPointF(self.width() / 2, self.height() / 2)
        shape = role_shape(self._number, middle, self.unit * 0.66)
        painter.fillPath(shape, self.colour(ROLE_COLOURS[self._number]))


@dataclass(frozen=True, slots=True)
class _Row:
    """Where one line of the overlay stands: its words, and the middle of each lane."""

    line: ScoreLine
    name: tuple[str, ...]
    name_top: float
    middles: tuple[float, ...]
    note: tuple[str, ...]
    note_top: float
    bottom: float


class ScoreLanes(Drawing):
    """Scores or interests of two to four roles, overlaid."""

    def __init__(
        self,
        overlay: ScoreOverlay,
        titles: Sequence[str],
        translator: Translator,
        colours: Colours,
        percent: int,
        *,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``titles`` are those of the roles; ``note`` stands below the exposure to AI."""
        super().__init__(colours, percent, parent)
        self._overlay = overlay
        self._titles = tuple(titles)
        self._t = translator
        self._note = note
        self.say(translator.say("Numbers of all roles on one scale, from 0 to 100"), self._words())

    def height_at(self, width: int) -> float:
        rows = self._rows(width)
        bottom = rows[-1].bottom if rows else 0.0
        return bottom + line_height(self.small) * 1.5 + self._key_height(width)

    def draw(self, painter: QPainter) -> None:
        rows = self._rows(self.width())
        if not rows:
            return
        bottom = rows[-1].bottom
        self._draw_scale(painter, bottom)
        for number, row in enumerate(rows):
            self._draw_row(painter, row, first=number == 0)
        self._draw_key(painter, bottom + line_height(self.small) * 1.5)

    def _x(self, value: float, width: int) -> float:
        left = self._left(width)
        right = width - text_width("100", self.strong) - self.unit * 1.1
        return left + value / 100 * max(right - left, 1.0)

    def _left(self, width: int) -> float:
        return self._names(width) + text_width("0", self.small)

    def _names(self, width: int) -> float:
        """Return the width that the names take at the left; nothing where they stand above."""
        if width < self.unit * _NARROW_IN_LINES:
            return 0.0
        return min(width * 0.32, self.unit * 15)

    def _rows(self, width: int) -> list[_Row]:
        rows, top, lane = [], 0.0, self.unit * 0.95
        names = self._names(width)
        for line in self._overlay.lines:
            name = wrap(line.name, self.body, (names or width) - self.unit * 0.5, _NAME_LINES)
            exposed = line.key is ScoreKey.AI_EXPOSURE and bool(self._note)
            room = width - self._left(width)
            note = wrap(self._note, self.small, room, 3) if exposed else ()
            upper = top + self.unit * 0.35
            start = upper + (0.0 if names else len(name) * self.unit)
            lanes = len(line.values) * lane
            needed = max(lanes, len(name) * self.unit if names else 0.0)
            middles = tuple(
                start + (needed - lanes) / 2 + lane * (number + 0.5)
                for number in range(len(line.values))
            )
            name_top = start + (needed - len(name) * self.unit) / 2 if names else upper
            note_top = start + needed
            bottom = note_top + len(note) * line_height(self.small) + self.unit * 0.35
            rows.append(_Row(line, name, name_top, middles, note, note_top, bottom))
            top = bottom
        return rows

    def _draw_scale(self, painter: QPainter, bottom: float) -> None:
        for value in _TICKS:
            x = round(self._x(value, self.width())) + 0.5
            painter.setPen(QPen(self.colour("control" if value == 0 else "grid"), 1.0))
            painter.drawLine(QLineF(x, 0, x, bottom))
            painter.setPen(self.colour("muted"))
            put_centred(painter, x, bottom + 2, str(value), self.small, self.width())

    def _draw_row(self, painter: QPainter, row: _Row, *, first: bool) -> None:
        if not first:
            top = round(row.middles[0] - self.unit * 0.82) + 0.5
            if self._names(self.width()) == 0.0:
                top = round(row.name_top - self.unit * 0.3) + 0.5
            painter.setPen(QPen(self.colour("grid"), 1.0))
            painter.drawLine(QLineF(0, top, self.width(), top))
        painter.setPen(self.colour("text"))
        for number, words in enumerate(row.name):
            put(painter, 0, row.name_top + number * self.unit, words, self.body)
        for number, (value, middle) in enumerate(zip(row.line.values, row.middles, strict=True)):
            self._draw_lane(painter, number, value, middle)
        painter.setPen(self.colour("muted"))
        for number, words in enumerate(row.note):
            top = row.note_top + number * line_height(self.small)
            put(painter, self._left(self.width()) + 4, top, words, self.small)

    def _draw_lane(
        self, painter: QPainter, number: int, value: Value | None, middle: float
    ) -> None:
        start = self._x(0, self.width())
        if value is None:
            painter.setPen(self.colour("muted"))
            top = middle - line_height(self.small) / 2
            put(painter, start + 6, top, self._t.say("no evidence yet"), self.small)
            return
        ink = self.colour(ROLE_COLOURS[number])
        hollow = value.basis is Basis.PUBLISHED
        end = self._x(min(max(value.value, 0), 100), self.width())
        pen = QPen(ink, 2.4)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if hollow:
            pen.setDashPattern([2.0, 1.5])
        painter.setPen(pen)
        painter.drawLine(QLineF(start, middle, end, middle))
        shape = role_shape(number, QPointF(end, middle), self.unit * 0.62)
        painter.fillPath(shape, self.colour("surface") if hollow else ink)
        painter.strokePath(shape, QPen(ink, 1.8))
        painter.setPen(self.colour("text"))
        top = middle - line_height(self.strong) / 2
        put(painter, end + self.unit * 0.5, top, str(value.value), self.strong)

    def _entries(self) -> list[tuple[int | None, str]]:
        """Return what the key explains: each role's mark, and what a hollow mark means."""
        entries: list[tuple[int | None, str]] = list(enumerate(self._titles))
        if any(
            value is not None and value.basis is Basis.PUBLISHED
            for line in self._overlay.lines
            for value in line.values
        ):
            hollow = label(Basis.PUBLISHED, self._t)
            entries.append((None, self._t.say("Hollow: {meaning}", meaning=hollow)))
        return entries

    def _key_places(self, width: int) -> Iterator[tuple[int | None, tuple[str, ...], QPointF]]:
        x = y = 0.0
        for number, words in self._entries():
            indent = 0.0 if number is None else self.unit * 1.1
            lines = wrap(words, self.small, width - indent, 2)
            wide = indent + max(text_width(line, self.small) for line in lines)
            if x > 0 and x + wide > width:
                x, y = 0.0, y + self.unit * 1.1
            yield number, lines, QPointF(x, y)
            if len(lines) > 1:
                x, y = 0.0, y + self.unit * 1.1 + line_height(self.small)
            else:
                x += wide + self.unit * 1.2

    def _key_height(self, width: int) -> float:
        return max(
            (
                place.y() + self.unit * 1.1 + (len(lines) - 1) * line_height(self.small)
                for _, lines, place in self._key_places(width)
            ),
            default=0.0,
        )

    def _draw_key(self, painter: QPainter, top: float) -> None:
        for number, lines, place in self._key_places(self.width()):
            left, y = place.x(), top + place.y()
            if number is not None:
                middle = QPointF(left + self.unit * 0.4, y + line_height(self.small) / 2)
                shape = role_shape(number, middle, self.unit * 0.6)
                painter.fillPath(shape, QColor(self.colour(ROLE_COLOURS[number])))
                left += self.unit * 1.1
            painter.setPen(self.colour("text"))
            for line, words in enumerate(lines):
                put(painter, left, y + line * line_height(self.small), words, self.small)

    def _words(self) -> str:
        """Return all that the drawing shows, a line for each score."""
        return "\n".join(self._line_in_words(line) for line in self._overlay.lines)

    def _line_in_words(self, line: ScoreLine) -> str:
        parts = []
        for title, value in zip(self._titles, line.values, strict=True):
            if value is None:
                nothing = self._t.say("no evidence yet")
                parts.append(f"{title}: {nothing}")
            else:
                found = self._t.say("{value} of 100", value=value.value)
                basis = label(value.basis, self._t)
                hollow = value.basis is Basis.PUBLISHED
                parts.append(f"{title}: {found} ({basis})" if hollow else f"{title}: {found}")
        words = f"{line.name}. " + "; ".join(parts) + "."
        exposed = line.key is ScoreKey.AI_EXPOSURE and bool(self._note)
        return f"{words} {self._note}" if exposed else words
