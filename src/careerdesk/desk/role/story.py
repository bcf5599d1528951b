"""The Story tab: what the work is, what is good and hard about it, a day, its neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QWidget

from careerdesk.catalogue.role import Balance, StoryPart
from careerdesk.catalogue.terms import StoryKind
from careerdesk.desk.parts import Card, column, grid, row
from careerdesk.desk.role.glance import glance_card
from careerdesk.desk.role.near import Near, near_lines, one_thing_card
from careerdesk.desk.role.tab import NARROW, Tab


class StoryTab(Tab):
    """The first thing a student reads."""

    def sections(self) -> Iterator[QWidget | QLayout]:
        if self.room < NARROW:
            yield self._story()
            yield glance_card(self)
        else:
            top = grid(self.parts.px(14))
            top.addWidget(self._story(), 0, 0)
            top.addWidget(glance_card(self), 0, 1, Qt.AlignmentFlag.AlignTop)
            top.setColumnStretch(0, 5)
            top.setColumnStretch(1, 2)
            yield top
        if self.role.balance:
            yield self._balance()
        if self.role.day:
            yield self._day()
        if self.role.responsibilities:
            yield self._responsibilities()
        if self.role.neighbours:
            yield self._neighbours()
        near = one_thing_card(self)
        if near is not None:
            yield near

    def _story(self) -> Card:
        card = self.section(self.t.say("The story"))
        card.add(self.parts.text(self.words(self.role.summary), scale=1.06, strong=True))
        for part in self.role.story:
            card.add(self._paragraph(part))
        return card

    def _paragraph(self, part: StoryPart) -> QWidget:
        words = self.parts.text(self.words(part.text), scale=1.03)
        if part.kind is StoryKind.PLAIN:
            return words
        title = {
            StoryKind.SCENE: self.t.say("A scene in Malaysia"),
            StoryKind.AI: self.t.say("What AI changes, and what it does not"),
        }[part.kind]
        callout = self.parts.callout()
        return callout.add(
            self.parts.text(title, scale=0.92, strong=True, colour=self.parts.colours.accent), words
        )

    def _balance(self) -> Card:
        card = self.section(self.t.say("Why people choose it, and what is hard about it"))
        table = grid(self.parts.px(10))
        table.setColumnStretch(0, 1)
        table.setColumnStretch(1, 1)
        look = self.parts.colours
        heads = (
            (self.t.say("Why people choose it"), look.good),
            (self.t.say("What is hard about it"), look.hard),
        )
        for number, (words, colour) in enumerate(heads):
            table.addWidget(self.parts.text(words, strong=True, colour=colour), 0, number)
        for number, pair in enumerate(self.role.balance, start=1):
            self._add_pair(table, number, pair)
        return card.add(table)

    def _add_pair(self, table: QGridLayout, number: int, pair: Balance) -> None:
        look = self.parts.colours
        sides = (
            (pair.why_title, pair.why, look.good, None),
            (pair.hard_title, pair.hard, look.hard, pair.source),
        )
        for side, (title, text, colour, source) in enumerate(sides):
            holder = QWidget()
            name = self.words(title)
            head = self.parts.subheading(name)
            words = column(
                self.sourced(head, name, source),
                self.parts.text(self.words(text)),
                None,
                spacing=0,
            )
            line = row(_stripe(colour), spacing=self.parts.px(10))
            line.addLayout(words, 1)
            holder.setLayout(line)
            table.addWidget(holder, number, side, Qt.AlignmentFlag.AlignTop)

    def _day(self) -> Card:
        card = self.section(self.t.say("A day in the life"))
        table = grid(self.parts.px(8))
        table.setColumnStretch(1, 1)
        for number, task in enumerate(self.role.day):
            when = self.words(task.when) if task.when is not None else f"{number + 1}."
            mark = self.parts.text(when, strong=True, colour=self.parts.colours.accent, wrap=False)
            table.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(self.parts.text(self.words(task.text)), number, 1)
        return card.add(table)

    def _responsibilities(self) -> Card:
        card = self.section(self.t.say("What you would be responsible for"))
        return card.add(self.points(self.role.responsibilities))

    def _neighbours(self) -> Card:
        card = self.section(self.t.say("How it differs from its neighbours"))
        near = [
            Near(neighbour.role, title, self.words(neighbour.difference))
            for neighbour in self.role.neighbours
            if (title := self.role_title(neighbour.role)) is not None
        ]
        return card.add(*near_lines(self, near))


def _stripe(colour: str) -> QFrame:
    """Return a thin upright bar; its place tells the sides apart, too."""
    stripe = QFrame()
    stripe.setFixedWidth(4)
    stripe.setAutoFillBackground(True)
    palette = stripe.palette()
    palette.setColor(QPalette.ColorRole.Window, QColor(colour))
    stripe.setPalette(palette)
    return stripe
