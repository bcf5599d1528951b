"""Every word of the glossary, to look one up from anywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from careerdesk.catalogue.glossary import forms
from careerdesk.catalogue.shared import Term
from careerdesk.catalogue.words import plain
from careerdesk.desk.context import Context
from careerdesk.desk.dialog import Dialog
from careerdesk.desk.parts import column
from careerdesk.desk.scrolling import Content

HEIGHT = 420
"""Pixels of the list at the usual text size."""


class GlossaryDialog(Dialog):
    """A list of terms in the order of the alphabet, and a field that narrows it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, context.t.say("Words explained"), parent)
        t, glossary = self.t, context.glossary
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(t.say("Type a word"))
        self.filter.setAccessibleName(t.say("Type a word"))
        self.filter.setClearButtonEnabled(True)
        self.parts.dress(self.filter)
        self._rows: list[tuple[str, QWidget]] = []
        body = Content()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, self.parts.px(8), 0)
        rows.setSpacing(self.parts.px(10))
        for term in sorted(context.store.shared.terms.values(), key=glossary.place_of):
            row = self._row(term)
            self._rows.append((self._looked_up(term), row))
            rows.addWidget(row)
        self._none = self.parts.muted(t.say("No word here begins like that."))
        self._none.hide()
        rows.addWidget(self._none)
        rows.addStretch(1)
        self.show_parts(
            self.windowTitle(),
            self.filter,
            self._scroll(body),
            buttons=[self.parts.button(t.say("Close"), self.reject)],
        )
        self.filter.textChanged.connect(self.narrow)
        self.filter.setFocus()

    def narrow(self, typed: str) -> None:
        """Show the terms of which a word, or another way of writing it, begins as ``typed``."""
        wanted = f" {plain(typed)}"
        found = 0
        for words, row in self._rows:
            fits = wanted in words
            row.setVisible(fits)
            found += fits
        self._none.setVisible(not found)

    def shown(self) -> list[str]:
        """Return the headings of the terms that are shown."""
        return [row.accessibleName() for _, row in self._rows if not row.isHidden()]

    def _looked_up(self, term: Term) -> str:
        """Return the words by which ``term`` is found, in both languages, each after a space."""
        both = (form for language in ("en", "ms") for form in forms(term, language))
        return " " + plain(" ".join(both))

    def _row(self, term: Term) -> QWidget:
        glossary = self.context.glossary
        row = QWidget()
        row.setAccessibleName(glossary.heading(term))
        row.setAccessibleDescription(glossary.meaning(term))
        name = self.parts.subheading(glossary.heading(term))
        row.setLayout(column(name, self.parts.text(glossary.meaning(term)), spacing=2))
        return row

    def _scroll(self, body: QWidget) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setAccessibleName(self.windowTitle())
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedHeight(self.parts.px(HEIGHT))
        self.parts.dress(scroll.verticalScrollBar())
        return scroll
