"""The journey drawn to scale: one row per step on one axis of years since SPM."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from careerdesk.catalogue.series import Span, Timeline
from careerdesk.catalogue.terms import DurationKind
from careerdesk.catalogue.wording import duration
from careerdesk.desk.drawings import marks
from careerdesk.desk.drawings.canvas import (
    Drawing,
    line_height,
    put,
    put_centred,
    text_width,
    wrap,
)
from careerdesk.desk.drawings.legend import Entries, Key
from careerdesk.desk.drawings.marks import Mark
from careerdesk.desk.theme import Colours
from careerdesk.i18n import Translator

_TITLE_LINES = 4


@dataclass(frozen=True, slots=True)
class _Row:
    """One step with its words broken into lines, and where they go."""

    span: Span
    title: tuple[str, ...]
    words: str
    top: float
    bar_middle: float


@dataclass(frozen=True, slots=True)
class _Arrangement:
    """The drawing at one width."""

    rows: tuple[_Row, ...]
    words_left: float
    track_left: float
    track_right: float
    grid: tuple[tuple[float, float], ...]
    """Upper and lower ends of the lines at the ticks, which never run through words."""
    axis_top: float
    key_top: float
    height: float


class TimelineDrawing(Drawing):
    """The steps of a journey as bars on one axis of years.

    The sure part of a step is solid, what it may take longer is hatched; what has no end runs to
    an open arrow. Titles stand beside the bars, or above them where there is little width.
    """

    least_width_in_lines = 14.0

    def __init__(
        self,
        timeline: Timeline,
        translator: Translator,
        colours: Colours,
        percent: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(colours, percent, parent)
        self._timeline = timeline
        self._t = translator
        self._key = Key(self._explained(), self.small, colours)
        self._arranged: dict[int, _Arrangement] = {}
        self.say(translator.say("The journey to scale, step by step"), self._in_words())

    def height_at(self, width: int) -> float:
        return self._arrange(width).height

    def draw(self, painter: QPainter) -> None:
        placed = self._arrange(self.width())
        if not placed.rows:
            return
        self._draw_axis(painter, placed)
        for number, row in enumerate(placed.rows, start=1):
            self._draw_words(painter, placed, row, number)
            self._draw_bar(painter, placed, row)
        self._key.draw(painter, QPointF(0, placed.key_top), self.width())

    def _explained(self) -> Entries:
        """Return the marks that this journey uses, with their meaning."""
        spans = self._timeline.spans
        say = self._t.say
        shown = {
            Mark.SOLID: any(span.sure_end > span.start for span in spans),
            Mark.HATCHED: any(not span.open_end and span.end > span.sure_end for span in spans),
            Mark.ONGOING: any(span.step.duration is DurationKind.ONGOING for span in spans),
            Mark.OPEN: any(span.step.duration is DurationKind.LIFETIME for span in spans),
        }
        words = {
            Mark.SOLID: say("shortest time"),
            Mark.HATCHED: say("may take this long"),
            Mark.ONGOING: say("goes on beside the other steps"),
            Mark.OPEN: say("for the rest of a working life"),
        }
        return [(mark, words[mark]) for mark, used in shown.items() if used]

    def _in_words(self) -> str:
        """Return everything that the drawing shows, a line for each step."""
        if not self._timeline.spans:
            return self._t.say("This journey has no steps yet.")
        return "\n".join(
            self._span_in_words(number, span)
            for number, span in enumerate(self._timeline.spans, start=1)
        )

    def _span_in_words(self, number: int, span: Span) -> str:
        values = {
            "number": number,
            "title": span.step.title.in_language(self._t.language),
            "duration": duration(span.step, self._t),
            "start": self._t.number(_whole(span.start)),
        }
        if span.open_end:
            return self._t.say(
                "{number}. {title}: {duration}, from year {start} after SPM.", **values
            )
        return self._t.say(
            "{number}. {title}: {duration}, from year {start} to year {end} after SPM.",
            end=self._t.number(_whole(span.end)),
            **values,
        )

    def _arrange(self, width: int) -> _Arrangement:
        if width not in self._arranged:
            self._arranged = {width: self._arrange_anew(width)}
        return self._arranged[width]

    def _arrange_anew(self, width: int) -> _Arrangement:
        unit, small = self.unit, line_height(self.small)
        words_left = unit * 2.1
        stacked = width < unit * 22
        column = width - words_left if stacked else min(width * 0.4, unit * 19) - words_left
        track_left = words_left if stacked else words_left + column + unit * 0.8
        rows: list[_Row] = []
        top = unit * 0.2
        for span in self._timeline.spans:
            words = span.step.title.in_language(self._t.language)
            title = wrap(words, self.strong, column, _TITLE_LINES)
            high = len(title) * unit + small
            middle = top + high + unit * 0.75 if stacked else top + high / 2
            rows.append(_Row(span, title, duration(span.step, self._t), top, middle))
            top += high + unit * (1.9 if stacked else 0.75)
        key_top = top + small * 2.6 + unit * 0.5
        bottom = key_top + self._key.height_at(width) + unit * 0.1
        return _Arrangement(
            rows=tuple(rows),
            words_left=words_left,
            track_left=track_left,
            track_right=width - unit * 0.5,
            grid=(
                tuple((row.bar_middle - unit * 0.7, row.bar_middle + unit * 0.7) for row in rows)
                if stacked
                else ((0.0, top),)
            ),
            axis_top=top,
            key_top=key_top,
            height=bottom if rows else 0.0,
        )

    def _x(self, placed: _Arrangement, year: float) -> float:
        share = year / self._timeline.years
        return placed.track_left + share * (placed.track_right - placed.track_left)

    def _ticks(self, placed: _Arrangement) -> range:
        """Return the years that get a tick, as close as their numbers can stand."""
        last = int(self._timeline.years)
        room = text_width(self._t.number(last), self.small) + self.unit
        per_year = (placed.track_right - placed.track_left) / self._timeline.years
        step = next((step for step in (1, 2, 5, 10, 20) if step * per_year >= room), 50)
        return range(0, last + 1, step)

    def _draw_axis(self, painter: QPainter, placed: _Arrangement) -> None:
        small = line_height(self.small)
        below = placed.axis_top + small * 0.2
        for year in self._ticks(placed):
            x = round(self._x(placed, year)) + 0.5
            painter.setPen(QPen(self.colour("grid"), 1.0))
            for top, bottom in placed.grid:
                painter.drawLine(QLineF(x, top, x, bottom))
            painter.setPen(self.colour("muted"))
            words = self._t.number(year)
            put_centred(painter, x, below, words, self.small, self.width())
        y = round(placed.axis_top) + 0.5
        painter.setPen(QPen(self.colour("control"), 1.0))
        painter.drawLine(QLineF(placed.track_left, y, placed.track_right, y))
        painter.setPen(self.colour("muted"))
        words = self._t.say("Years since the first step")
        put(painter, placed.track_left, below + small, words, self.small)

    def _draw_words(self, painter: QPainter, placed: _Arrangement, row: _Row, number: int) -> None:
        badge = QRectF(0.5, row.top - self.unit * 0.1, self.unit * 1.5, self.unit * 1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour("accent"))
        painter.drawEllipse(badge)
        painter.setPen(self.colour("on_accent"))
        painter.setFont(self.strong)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setPen(self.colour("text"))
        for index, line in enumerate(row.title):
            put(painter, placed.words_left, row.top + index * self.unit, line, self.strong)
        painter.setPen(self.colour("muted"))
        below = row.top + len(row.title) * self.unit
        put(painter, placed.words_left, below, row.words, self.small)

    def _draw_bar(self, painter: QPainter, placed: _Arrangement, row: _Row) -> None:
        span, thick = row.span, self.unit * 0.8
        start = self._x(placed, span.start)
        end = max(self._x(placed, span.end), start + 4)
        whole = QRectF(start, row.bar_middle - thick / 2, end - start, thick)
        if span.step.duration is DurationKind.ONGOING:
            marks.dashed_band(painter, whole, self.colours)
        elif span.open_end:
            marks.fill_fading(painter, whole, self.colours)
        else:
            if span.end > span.sure_end:
                marks.fill_hatched(painter, marks.rounded(whole), self.colours)
            sure = QRectF(whole)
            sure.setRight(end if span.end == span.sure_end else self._x(placed, span.sure_end))
            marks.fill_solid(painter, marks.rounded(sure), self.colours)


def _whole(years: float) -> float:
    """Return whole years as an integer, which is written without decimals."""
    return int(years) if years == int(years) else years
