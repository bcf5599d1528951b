"""The Sources & more tab: where to read on, and where every figure of this role comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtWidgets import QLayout, QWidget

from careerdesk.catalogue import evidence, wording
from careerdesk.catalogue.leaves import texts
from careerdesk.desk.evidence_view import evidence_button
from careerdesk.desk.parts import Card, Parts, column, row
from careerdesk.desk.role.tab import Tab


@dataclass(frozen=True, slots=True)
class _Reading:
    """Somebody or something to read on about."""

    name: str
    text: str
    source: str
    beside: str | None = None
    """What is needed to find it: an author, or an address."""


class SourcesTab(Tab):
    """People, books, sites and bodies as text; every source with its date; the disclaimer."""

    @cached_property
    def _plain(self) -> Parts:
        """Parts that explain nothing, for names and what is explained already."""
        return Parts(self.context)

    def sections(self) -> Iterator[QWidget | QLayout]:
        yield from self._side_by_side(self._people, self._books)
        yield from self._side_by_side(self._websites, self._organisations)
        terms = self._terms()
        if terms is not None:
            yield terms
        yield self._sources()
        yield self._about()

    def _side_by_side(self, *make: Callable[[], Card | None]) -> Iterator[QLayout]:
        shown = [card for card in (one() for one in make) if card is not None]
        if shown:
            yield self.columns(shown, len(shown))

    def _people(self) -> Card | None:
        items = [
            _Reading(person.name, self.words(person.text), person.source)
            for person in self.role.people
        ]
        return self._readings(self.t.say("People to read about"), items)

    def _books(self) -> Card | None:
        items = [
            _Reading(book.title, self.words(book.text), book.source, beside=book.author)
            for book in self.role.books
        ]
        return self._readings(self.t.say("Books to look for in a library"), items)

    def _websites(self) -> Card | None:
        items = [
            _Reading(site.name, self.words(site.text), site.source, beside=_typed(site.address))
            for site in self.role.websites
        ]
        return self._readings(self.t.say("Sites to visit where there is internet"), items)

    def _readings(self, title: str, readings: list[_Reading]) -> Card | None:
        if not readings:
            return None
        card = self.section(title)
        for one in readings:
            beside = [] if one.beside is None else [self._plain.muted(one.beside)]
            text = self.parts.text(one.text)
            card.add(self.entry(one.name, one.name, one.source, *beside, text))
        card.column.addStretch(1)
        return card

    def _organisations(self) -> Card | None:
        items = []
        for use in self.role.organisations:
            body = self.shared.organisations[use.organisation]
            address = None if body.address is None else _typed(body.address)
            items.append(_Reading(body.name, self.words(use.text), use.source, beside=address))
        return self._readings(self.t.say("Bodies and communities"), items)

    def _terms(self) -> Card | None:
        glossary = self.context.glossary
        terms = glossary.used(self.words(text) for text in texts(self.role))
        if not terms:
            return None
        card = self.section(
            self.t.say("Words explained"),
            lead=self.t.say("They have a dotted line where a part of this page first uses them."),
        )
        plain = self._plain
        cells = []
        for term in terms:
            cell = QWidget()
            name = plain.subheading(glossary.heading(term))
            meaning = plain.text(glossary.meaning(term))
            cell.setLayout(column(name, meaning, None, spacing=2))
            cells.append(cell)
        return card.add(self.columns(cells, 3))

    def _sources(self) -> Card:
        t = self.t
        card = self.section(t.say("Every source of this page"))
        for source in evidence.used_sources(self.role, self.shared):
            kind = wording.label(source.kind, t)
            words = f"{source.publisher} · {evidence.when(source.published, t)} · {kind}"
            button = evidence_button(
                self.parts,
                source.title,
                lambda source=source: evidence.of_source(source.title, source, t),
            )
            text = column(self._plain.text(source.title), self._plain.muted(words), spacing=0)
            line = row(spacing=self.parts.px(8))
            line.addLayout(text, 1)
            line.addWidget(button)
            holder = QWidget()
            holder.setLayout(line)
            card.add(holder)
        return card

    def _about(self) -> Card:
        t = self.t
        card = self.section(t.say("About this page"))
        for notice in self.role.notices:
            card.add(self.parts.text(self.words(notice.text)))
        info = self.context.store.info
        months = info.age_in_months(self.context.today)
        edition = (
            t.say_count(
                "Edition {edition} of {date}, {count} month old.",
                "Edition {edition} of {date}, {count} months old.",
                months,
                edition=info.edition,
                date=t.date(info.published_on),
            )
            if months
            else t.say(
                "Edition {edition} of {date}, less than a month old.",
                edition=info.edition,
                date=t.date(info.published_on),
            )
        )
        reviewed = t.say(
            "This page was last reviewed on {reviewed}.", reviewed=t.date(self.role.reviewed_on)
        )
        words = self.parts.button(
            t.say("All words explained …"), self.glossary_asked.emit, icon="book"
        )
        return card.add(
            self.parts.muted(f"{edition} {reviewed}"),
            self.parts.muted(wording.label(self.role.translation, t)),
            row(words, None),
        )


def _typed(address: str) -> str:
    """Return ``address`` as somebody types it from this page into another computer."""
    return address.removeprefix("https://").removeprefix("http://").removesuffix("/")
