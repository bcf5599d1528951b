"""The Sources & more tab: where to read on, and where every figure of this role comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QLayout, QWidget

from careerdesk.catalogue import evidence, wording
from careerdesk.catalogue.leaves import texts
from careerdesk.desk.evidence_view import evidence_button
from careerdesk.desk.parts import Card, Parts, column, row
from careerdesk.desk.role.tab import Tab


class SourcesTab(Tab):
    """People, books, sites and bodies as text; every source with its date; the disclaimer."""

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
            yield self.columns(shown)

    def _people(self) -> Card | None:
        items = [
            (person.name, self.words(person.text), person.source) for person in self.role.people
        ]
        return self._readings(self.t.say("People to read about"), items)

    def _books(self) -> Card | None:
        items = [
            (f"{book.title}, {book.author}", self.words(book.text), book.source)
            for book in self.role.books
        ]
        return self._readings(self.t.say("Books to look for in a library"), items)

    def _websites(self) -> Card | None:
        items = [
            (_named(site.name, site.address), self.words(site.text), site.source)
            for site in self.role.websites
        ]
        return self._readings(self.t.say("Sites to visit where there is internet"), items)

    def _readings(self, title: str, items: list[tuple[str, str, str]]) -> Card | None:
        if not items:
            return None
        card = self.section(title)
        for name, text, source in items:
            card.add(self.sourced(self.parts.subheading(name), name, source))
            card.add(self.parts.text(text))
        card.column.addStretch(1)
        return card

    def _organisations(self) -> Card | None:
        items = []
        for use in self.role.organisations:
            body = self.shared.organisations[use.organisation]
            items.append((_named(body.name, body.address), self.words(use.text), use.source))
        return self._readings(self.t.say("Bodies and communities"), items)

    def _terms(self) -> Card | None:
        glossary = self.context.glossary
        terms = glossary.used(self.words(text) for text in texts(self.role))
        if not terms:
            return None
        card = self.section(
            self.t.say("Words explained"),
            lead=self.t.say("They have a dotted line below them wherever they stand on this page."),
        )
        plain = Parts(self.context)
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
            text = column(self.parts.text(source.title), self.parts.muted(words), spacing=0)
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


def _named(name: str, address: str | None) -> str:
    return name if address is None else f"{name} ({address})"
