"""The small button behind every number, and the sheet of evidence that it opens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from careerdesk.catalogue.evidence import Evidence
from careerdesk.desk.parts import Panel, Parts, grid, row
from careerdesk.desk.scrolling import Content

_WIDTH = 560
_NAME = 176
"""Widths of the sheet and of what its lines are called, in pixels at the usual text size."""


def evidence_button(parts: Parts, what: str, make: Callable[[], Evidence]) -> QToolButton:
    """Return the button that opens the evidence for ``what``; it is made when first asked for."""
    name = parts.t.say("Where this comes from: {what}", what=what)
    button = parts.icon_button("info", name, lambda: EvidenceSheet(parts, make(), button).open_())
    # No higher than a line of words, so that a heading with evidence stands like one without.
    button.setFixedSize(parts.target, parts.target)
    return button


class EvidenceSheet(Panel):
    """A popup with all that is known about one figure; Escape or a click elsewhere closes it."""

    def __init__(self, parts: Parts, evidence: Evidence, anchor: QWidget) -> None:
        super().__init__(parts.colours, edge="control", parent=anchor.window())
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(evidence.title)
        self.setAccessibleDescription(evidence.as_text())
        self._anchor = anchor
        self._parts = parts
        close = parts.icon_button("close", parts.t.say("Close"), self.close, size=16)
        lines = grid(parts.px(6))
        lines.setColumnStretch(1, 1)
        for index, line in enumerate(evidence.lines):
            again = index > 0 and line.name == evidence.lines[index - 1].name
            name = parts.muted("" if again else line.name)
            name.setFixedWidth(parts.px(_NAME))
            lines.addWidget(name, index, 0, Qt.AlignmentFlag.AlignTop)
            value = parts.text(_breakable(line.value), scale=0.92)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            lines.addWidget(value, index, 1, Qt.AlignmentFlag.AlignTop)
        lines.setRowStretch(len(evidence.lines), 1)
        # Words do not touch the scroll bar.
        lines.setContentsMargins(0, 0, parts.px(8), 0)
        body = Content()
        body.setLayout(lines)
        self._body = body
        scroll = QScrollArea()
        parts.dress(scroll.verticalScrollBar())
        scroll.setAccessibleName(evidence.title)
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        layout = QVBoxLayout(self)
        margin = parts.px(14)
        layout.setContentsMargins(margin, parts.px(10), margin, margin)
        layout.addLayout(row(parts.subheading(evidence.title), close))
        layout.addWidget(scroll)
        self.setFixedWidth(parts.px(_WIDTH))

    def open_(self) -> None:
        """Show the sheet beside its button, inside the screen."""
        margins = self.layout().contentsMargins()
        inner = self.width() - margins.left() - margins.right() - 14
        wanted = self._body.layout().heightForWidth(inner) + self._parts.px(84)
        screen = self._anchor.screen() or QGuiApplication.primaryScreen()
        space = screen.availableGeometry()
        height = min(wanted, round(space.height() * 0.8))
        self.setFixedHeight(height)
        corner = self._anchor.mapToGlobal(QPoint(0, self._anchor.height() + 4))
        left = max(space.left(), min(corner.x(), space.right() - self.width()))
        top = max(space.top(), min(corner.y(), space.bottom() - height))
        self.move(left, top)
        self.show()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)


def _breakable(words: str) -> str:
    """Let long addresses break at their slashes."""
    return words.replace("/", "/\u200b") if "://" in words else words
