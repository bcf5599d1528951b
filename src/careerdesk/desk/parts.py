"""The small parts that pages are built from.

A page is built anew when language, theme or text size change, so parts take the look they are made
in and never restyle themselves. All text is plain: nothing from the catalogue or the student is
ever read as markup.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from careerdesk.desk import icons, theme
from careerdesk.desk.context import Context
from careerdesk.desk.pressables import USUAL, Button, Face, IconButton, SegmentButton
from careerdesk.desk.safe_text import one_line, readable, tooltip, unmarked
from careerdesk.desk.theme import Colours

if TYPE_CHECKING:
    from careerdesk.catalogue.glossary import Glossary

LEAST_TARGET = 24
"""Side of the smallest thing to press, in pixels, however small the text (WCAG 2.2, 2.5.8)."""


class Parts:
    """Makes small parts in the look of the moment.

    With a ``glossary``, running text explains the terms in it, each once on a card; headings do
    not.
    """

    def __init__(self, context: Context, *, glossary: Glossary | None = None) -> None:
        self.context = context
        self._glossary = glossary
        self._explained_here: set[str] = set()
        self.colours = context.colours
        self.percent = context.percent
        self.t = context.t

    def px(self, pixels: int) -> int:
        """Return a length that grows with the text size."""
        return round(pixels * self.percent / 100)

    @property
    def target(self) -> int:
        """The side of an icon to press, in pixels: what stands beside one is as high."""
        return max(LEAST_TARGET, self.px(LEAST_TARGET))

    def text(
        self,
        words: str,
        *,
        scale: float = 1.0,
        strong: bool = False,
        colour: str | None = None,
        wrap: bool = True,
    ) -> QLabel:
        """Return a label with plain text."""
        label = self._explained(words) if wrap and not strong else QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(readable(words) if wrap else one_line(words))
        label.setWordWrap(wrap)
        if scale != 1.0 or strong:
            label.setFont(theme.font(self.percent, scale=scale, strong=strong))
        if colour is not None:
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
            label.setPalette(palette)
        if wrap:
            # Changed, not made anew, which would forget that the height goes by the width.
            policy = label.sizePolicy()
            policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
            label.setSizePolicy(policy)
        return label

    def _explained(self, words: str) -> QLabel:
        """Return a label that explains those terms in ``words`` that are new on this card."""
        if self._glossary is None:
            return QLabel()
        here = self._explained_here
        found = self._glossary.find(readable(words))
        mentions = [mention for mention in found if mention.term.id not in here]
        if not mentions:
            return QLabel()
        here.update(mention.term.id for mention in mentions)
        from careerdesk.desk.explained import ExplainedLabel

        return ExplainedLabel(mentions, self._glossary, self.colours)

    def muted(self, words: str, *, scale: float = 0.92, wrap: bool = True) -> QLabel:
        """Return a label for what matters less."""
        return self.text(words, scale=scale, colour=self.colours.muted, wrap=wrap)

    def heading(self, words: str) -> QLabel:
        """Return the heading of a section."""
        return self.text(words, scale=1.2, strong=True)

    def subheading(self, words: str) -> QLabel:
        """Return a heading within a section."""
        return self.text(words, strong=True)

    def chip(self, words: str, *, colour: str | None = None, ground: str | None = None) -> QLabel:
        """Return a short mark such as a status."""
        label = self.text(words, scale=0.85, strong=True, colour=colour, wrap=False)
        label.setContentsMargins(8, 2, 8, 2)
        label.setAutoFillBackground(True)
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(ground or self.colours.sunken))
        label.setPalette(palette)
        label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return label

    def picture(self, name: str, *, colour: str | None = None, size: int = 20) -> QLabel:
        """Return an icon that decorates; it says nothing on its own."""
        label = QLabel()
        label.setPixmap(icons.pixmap(name, colour or self.colours.muted, self.px(size)))
        label.setFixedWidth(self.px(size))
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        return label

    def card(self, *, margins: int = 16, spacing: int = 8) -> Card:
        """Return an empty card to put parts into; it explains every term anew."""
        self._explained_here.clear()
        return Card(self, self.px(margins), self.px(spacing))

    def callout(self) -> Card:
        """Return an empty card that stands out within another."""
        return Card(self, self.px(12), self.px(4), ground="accent_soft", edge=None)

    def dress(self, widget: QWidget) -> None:
        """Give a widget that Qt paints, such as a field, the colours of the look."""
        widget.setStyleSheet(theme.style_sheet(self.colours))

    def button(
        self,
        words: str,
        on_click: Callable[[], object],
        *,
        icon: str | None = None,
        face: Face = USUAL,
    ) -> Button:
        """Return a push button."""
        button = Button(unmarked(one_line(words)), self.colours, self.percent, face)
        if icon is not None:
            button.setIcon(icons.icon(icon, self.colours.text, self.px(18)))
            button.setIconSize(QSize(self.px(18), self.px(18)))
        button.clicked.connect(lambda _checked=False: on_click())
        return button

    def icon_button(
        self, icon: str, name: str, on_click: Callable[[], object], *, size: int = 18
    ) -> IconButton:
        """Return a button with an icon alone; ``name`` is read out and shown on hover."""
        button = IconButton(self.colours)
        button.setIcon(icons.icon(icon, self.colours.muted, self.px(size)))
        button.setIconSize(QSize(self.px(size), self.px(size)))
        button.setAccessibleName(readable(name))
        button.setToolTip(tooltip(name))
        button.setMinimumSize(self.target, self.target)
        button.clicked.connect(lambda _checked=False: on_click())
        return button


class Panel(QFrame):
    """A coloured ground with an edge, which paints itself."""

    def __init__(
        self,
        colours: Colours,
        *,
        ground: str = "surface",
        edge: str | None = None,
        side: str = "all",
        rounded: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """``ground`` and ``edge`` name colours; ``side`` is ``all``, ``bottom`` or ``right``."""
        super().__init__(parent)
        self._colours, self._ground, self._edge = colours, ground, edge
        self._side, self._rounded = side, rounded

    def wear(self, colours: Colours) -> None:
        """Take the colours of another theme."""
        self._colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        frame = self.rect()
        edge = None if self._edge is None else QColor(getattr(self._colours, self._edge))
        ground = QColor(getattr(self._colours, self._ground))
        if self._rounded or (edge is not None and self._side == "all"):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(ground)
            painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 1))
            painter.drawRoundedRect(
                frame.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), self._rounded, self._rounded
            )
            return
        # Not by fillRect(), of which the first call brings in all that Qt knows of gradients.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRect(frame)
        if edge is not None:
            painter.setBrush(edge)
            thin = frame.adjusted(frame.width() - 1, 0, 0, 0)
            if self._side == "bottom":
                thin = frame.adjusted(0, frame.height() - 1, 0, 0)
            painter.drawRect(thin)


class Card(Panel):
    """A framed column of parts."""

    def __init__(
        self,
        parts: Parts,
        margin: int,
        spacing: int,
        *,
        ground: str = "surface",
        edge: str | None = "border",
    ) -> None:
        super().__init__(parts.colours, ground=ground, edge=edge, rounded=8)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(spacing)

    def add(self, *parts: QWidget | QLayout) -> Card:
        """Add parts below one another and return the card."""
        add_all(self.column, parts)
        return self


class Segments(QWidget):
    """A row of buttons of which exactly one is chosen."""

    def __init__(
        self,
        parts: Parts,
        name: str,
        choices: Sequence[tuple[str, str]],
        chosen: str,
        on_choice: Callable[[str], object],
    ) -> None:
        """``choices`` are (key, words); ``on_choice`` receives the key that was pressed."""
        super().__init__()
        self.setAccessibleName(name)
        self._buttons: dict[str, SegmentButton] = {}
        group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for key, words in choices:
            button = SegmentButton(unmarked(one_line(words)), parts.colours, parts.percent)
            button.setAccessibleName(f"{name}: {words}")
            button.setChecked(key == chosen)
            button.clicked.connect(lambda _checked=False, k=key: on_choice(k))
            group.addButton(button)
            line.addWidget(button)
            self._buttons[key] = button
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def focus_chosen(self) -> None:
        """Give the keyboard to the chosen one."""
        next(button for button in self._buttons.values() if button.isChecked()).setFocus()

    def choose(self, key: str) -> None:
        """Show ``key`` as the chosen one, without calling anybody."""
        self._buttons[key].setChecked(True)


WidgetT = TypeVar("WidgetT", bound=QWidget)


def replace(old: QWidget, new: WidgetT, layout: QLayout) -> WidgetT:
    """Put ``new`` where ``old`` was in ``layout``, throw ``old`` away, and return ``new``."""
    layout.replaceWidget(old, new)
    if not old.isHidden():
        # A layout shows what it is given only later, and counts it for nothing until then.
        new.show()
    discard(old)
    return new


def reveal(parent: QWidget) -> None:
    """Show the parts of ``parent`` that its layout would show, and count, only later."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    for part in parent.findChildren(QWidget, options=direct):
        if not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            part.show()


def discard(widget: QWidget) -> None:
    """Take ``widget`` from the screen at once, and delete it when it is safe."""
    widget.hide()
    widget.deleteLater()


def clear(layout: QLayout, *, but: QWidget | None = None) -> None:
    """Throw away everything in ``layout``, except the widget ``but``, which is only taken out."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None and widget is not but:
            discard(widget)


def clear_all(layout: QLayout) -> None:
    """Throw away everything in ``layout`` and in the layouts inside it."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            discard(widget)
        elif (inner := item.layout()) is not None:
            clear_all(inner)


def row(*parts: QWidget | QLayout | None, spacing: int = 8) -> QHBoxLayout:
    """Return parts side by side; ``None`` is a stretch."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    add_all(line, parts)
    return line


def column(*parts: QWidget | QLayout | None, spacing: int = 6) -> QVBoxLayout:
    """Return parts below one another; ``None`` is a stretch."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    add_all(made, parts)
    return made


def grid(spacing: int = 12) -> QGridLayout:
    """Return an empty grid without margins."""
    made = QGridLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    return made


def add_all(layout: QBoxLayout, parts: Sequence[QWidget | QLayout | None]) -> None:
    """Add each of ``parts`` to ``layout``; ``None`` is a stretch."""
    for part in parts:
        if part is None:
            layout.addStretch(1)
        elif isinstance(part, QWidget):
            layout.addWidget(part)
        else:
            layout.addLayout(part)
