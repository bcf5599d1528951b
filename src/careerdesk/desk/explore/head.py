"""The head of the page: a welcome, or what was found with the way back to all roles."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget

from careerdesk.desk import theme
from careerdesk.desk.cards import BESIDE_BAR
from careerdesk.desk.flow import Flow
from careerdesk.desk.parts import Parts, row
from careerdesk.desk.pressables import CRUMB
from careerdesk.desk.safe_text import readable, wrapped_tooltip


class Head(QFrame):
    """Two lines, whatever they say, so that the list below stays where it is while one types."""

    def __init__(
        self,
        parts: Parts,
        show_all: Callable[[], object],
        show_subjects: Callable[[], object],
        surprise: Callable[[], object],
        show_words: Callable[[], object],
    ) -> None:
        super().__init__()
        t = parts.t
        self._welcome = parts.text(t.say("Explore working lives"), scale=1.6, strong=True)
        self._hint = parts.muted(
            t.say(
                "Choose a field, or type a job, a skill or a subject above, "
                "in English or Bahasa Malaysia."
            ),
            scale=1.0,
        )
        self._subjects = parts.button(
            t.say("Start from a school subject"), show_subjects, icon="target", face=CRUMB
        )
        self._surprise = parts.button(t.say("Surprise me"), surprise, icon="surprise", face=CRUMB)
        self._words = parts.button(t.say("Words explained"), show_words, icon="book", face=CRUMB)
        self._found = parts.text("", scale=1.25, strong=True)
        _never_wider(self._found)
        self._note = _Note(parts)
        self._show_all = parts.button(t.say("Show all roles"), show_all, icon="all-roles")
        line = row(self._found)
        line.setStretch(0, 1)
        line.addWidget(self._show_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, BESIDE_BAR, 0)
        layout.setSpacing(parts.px(4))
        layout.addWidget(self._welcome)
        layout.addWidget(self._hint)
        self._links = QWidget()
        links = Flow(self._links, parts.px(16), lines=0)
        for link in (self._subjects, self._surprise, self._words):
            links.addWidget(link)
        layout.addWidget(self._links)
        layout.addLayout(line)
        layout.addWidget(self._note)

    def show_home(self) -> None:
        """Show the welcome."""
        self._switch(home=True)

    def show_found(self, words: str, note: str) -> None:
        """Show ``words`` on what was found, and below them a ``note`` on the list."""
        self._found.setText(readable(words))
        self._note.show_words(note)
        self._switch(home=False)

    def _switch(self, *, home: bool) -> None:
        for part in (self._welcome, self._hint, self._links):
            part.setVisible(home)
        for part in (self._found, self._note, self._show_all):
            part.setVisible(not home)


def _never_wider(label: QLabel) -> None:
    """Keep what is typed, which may be one long word, from making the window wider."""
    policy = label.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
    label.setSizePolicy(policy)


class _Note(QLabel):
    """A line that is cut to the width there is, and then tells the whole when pointed at."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(parts.percent, scale=0.92))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(parts.colours.muted))
        self.setPalette(palette)
        _never_wider(self)
        self._words = ""

    def show_words(self, words: str) -> None:
        """Show ``words``, or as many as have room."""
        self._words = readable(words)
        self.setAccessibleName(self._words)
        self._cut()

    def _cut(self) -> None:
        room = self.contentsRect().width()
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip("" if shown == self._words else wrapped_tooltip(self._words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()
