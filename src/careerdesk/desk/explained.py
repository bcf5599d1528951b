"""Running text in which the words of the glossary are underlined and explained on hover."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QToolTip

from careerdesk.catalogue.glossary import Glossary, Mention
from careerdesk.desk.safe_text import wrapped_tooltip
from careerdesk.desk.theme import Colours

_GAP = 2.5
"""Pixels between the letters and the dots below them."""

_LINE_END = "\u2028"
"""What ends a line within one layout."""


class ExplainedLabel(QLabel):
    """A label with a dotted line below each term, whose meaning shows on hover or press.

    A term that stands in the text several times is marked once.
    """

    def __init__(self, mentions: Sequence[Mention], glossary: Glossary, colours: Colours) -> None:
        """``mentions`` are places in the text that the label is going to have."""
        super().__init__()
        first: dict[str, Mention] = {}
        for mention in mentions:
            first.setdefault(mention.term.id, mention)
        self._mentions = tuple(first.values())
        self._glossary = glossary
        self._pen = QPen(QColor(colours.muted), 1.2, Qt.PenStyle.DotLine)
        self._spots: list[tuple[QRectF, Mention]] = []
        self._laid_out = QRect()
        self.setMouseTracking(True)
        self.setAccessibleDescription("\n".join(map(self._meaning, self._mentions)))

    def spots(self) -> list[tuple[QRectF, Mention]]:
        """Return where each term stands; one that is broken between lines has two places."""
        space = self.contentsRect()
        if space != self._laid_out:
            self._laid_out, self._spots = space, self._lay_out(space)
        return self._spots

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._pen)
        for spot, _ in self.spots():
            painter.drawLine(spot.bottomLeft(), spot.bottomRight())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._explain(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.WhatsThisCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._explain(event.position().toPoint(), event.globalPosition().toPoint())
        super().mousePressEvent(event)

    def _explain(self, place: QPoint, on_screen: QPoint) -> None:
        mention = self._at(place)
        if mention is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(on_screen, wrapped_tooltip(self._meaning(mention)), self)

    def _meaning(self, mention: Mention) -> str:
        return f"{self._glossary.heading(mention.term)}: {self._glossary.meaning(mention.term)}"

    def _at(self, place: QPoint) -> Mention | None:
        at = QPointF(place)
        return next((mention for spot, mention in self.spots() if spot.contains(at)), None)

    def _lay_out(self, space: QRect) -> list[tuple[QRectF, Mention]]:
        """Return the places of the terms; lines are broken just as QLabel breaks plain text."""
        layout = QTextLayout(self.text().replace("\n", _LINE_END), self.font(), self)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        leading = QFontMetricsF(self.font()).leading()
        height = -leading
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(space.width())
            height += leading
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        top = space.top() + max(0.0, (space.height() - height) / 2)
        return [
            (spot.translated(space.left(), top), mention)
            for mention in self._mentions
            for spot in _places(layout, mention)
        ]


def _places(layout: QTextLayout, mention: Mention) -> list[QRectF]:
    """Return where the words of ``mention`` stand in ``layout``, a place for each line."""
    places = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        start = max(mention.start, line.textStart())
        end = min(mention.end, line.textStart() + line.textLength())
        if start < end:
            (left, _), (right, _) = line.cursorToX(start), line.cursorToX(end)
            bottom = line.y() + line.ascent() + _GAP
            places.append(QRectF(left, line.y(), right - left, bottom - line.y()))
    return places
