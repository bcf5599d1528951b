"""The Journey tab: the way in, drawn to scale, and everything a way in asks for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget

from careerdesk.catalogue import series, wording
from careerdesk.catalogue.role import CertificateUse, Route, StudyPlace
from careerdesk.catalogue.shared import CertificateStatus
from careerdesk.catalogue.terms import Need
from careerdesk.desk.drawings import TimelineDrawing
from careerdesk.desk.parts import Card, column, grid, row
from careerdesk.desk.places import SubjectPlace
from careerdesk.desk.pressables import CRUMB, CRUMB_INSET
from careerdesk.desk.role.tab import Tab
from careerdesk.desk.safe_text import tooltip

_APART = 12
"""Pixels between the entries of a list, at the usual text size: more than within one."""


class JourneyTab(Tab):
    """From SPM to the top of the ladder."""

    def sections(self) -> Iterator[QWidget | QLayout]:
        if self.role.journey:
            yield self._timeline()
        if self.role.routes:
            yield self._routes()
        checks = [card for card in (self._academic(), self._subjects()) if card is not None]
        if checks:
            yield self.columns(checks)
        if self.role.ladder:
            yield self._ladder()
        if self.role.certificates:
            yield self._certificates()
        if self.role.study:
            yield self._study()
        if self.role.supports:
            yield self._supports()

    def _timeline(self) -> Card:
        t = self.t
        card = self.section(
            t.say("The journey"),
            lead=t.say(
                "Drawn to scale. A hatched part shows the extra time that some people take; "
                "an arrow means that it goes on."
            ),
            spacing=_APART,
        )
        drawn = series.timeline(self.role.journey)
        card.add(TimelineDrawing(drawn, t, self.parts.colours, self.parts.percent))
        for number, step in enumerate(self.role.journey, start=1):
            title = self.words(step.title)
            length = wording.duration(step, t)
            head, text = f"{number}. {title} · {length}", self.parts.text(self.words(step.text))
            card.add(self.entry(head, f"{title}, {length}", step.source, text))
        return card

    def _routes(self) -> Card:
        t = self.t
        card = self.section(
            t.say("Ways in, side by side"),
            lead=t.say(
                "Entry rules change every year: check UPU or the body named before applying."
            ),
        )
        routes = len(self.role.routes)
        count = 2 if routes in (2, 4) else min(3, routes)
        return card.add(self.columns([self._route(route) for route in self.role.routes], count))

    def _route(self, route: Route) -> Card:
        t = self.t
        card = self.parts.card(margins=12, spacing=6)
        kind = wording.label(route.kind, t)
        card.add(self.parts.text(kind, scale=0.88, strong=True, colour=self.parts.colours.accent))
        title = self.words(route.title)
        card.add(self.parts.subheading(title))
        ages = series.first_pay_age(route.years_min, route.years_max)
        if ages is not None:
            length = t.years(route.years_min, route.years_max)
            age = t.number_range(*ages)
            words = t.say("{length} after SPM · first pay at about {age}", length=length, age=age)
            card.add(self.sourced(self.parts.text(words, scale=0.94), words, route.source))
        card.add(self.parts.text(self.words(route.text), scale=0.94))
        if route.entry:
            card.add(self.parts.text(t.say("To get in"), scale=0.94, strong=True))
        for entry in route.entry:
            words = self.words(entry.text)
            card.add(self.sourced(self.parts.text(f"• {words}", scale=0.94), words, entry.source))
        if route.programmes:
            card.add(self.parts.text(t.say("For example"), scale=0.94, strong=True))
        for programme in route.programmes:
            place = self.shared.institutions.get(programme.institution or "")
            name = programme.name if place is None else f"{programme.name}, {place.name}"
            note = "" if programme.note is None else f" ({self.words(programme.note)})"
            label = self.parts.text(f"• {name}{note}", scale=0.94)
            card.add(self.sourced(label, name, programme.source))
        card.column.addStretch(1)
        return card

    def _academic(self) -> Card | None:
        if not self.role.academic:
            return None
        card = self.section(self.t.say("Academic reality check"))
        for check in self.role.academic:
            title = wording.label(check.kind, self.t)
            text = self.parts.text(self.words(check.text))
            card.add(self.entry(title, title, check.source, text))
        card.column.addStretch(1)
        return card

    def _subjects(self) -> Card | None:
        if not self.role.subjects:
            return None
        t = self.t
        card = self.section(t.say("SPM subjects that matter"))
        look = self.parts.colours
        for need in self.role.subjects:
            subject = self.words(self.shared.subjects[need.subject].name)
            required = need.need is Need.REQUIRED
            chip = self.parts.chip(
                wording.label(need.need, t),
                colour=look.on_accent if required else look.text,
                ground=look.accent if required else look.sunken,
            )
            button = self.parts.button(
                subject, partial(self.place_asked.emit, SubjectPlace(need.subject)), face=CRUMB
            )
            button.setToolTip(tooltip(t.say("Where {subject} leads", subject=subject)))
            why = self.parts.text(self.words(need.text))
            why.setContentsMargins(CRUMB_INSET, 0, 0, 0)
            card.add(column(row(button, chip, None), why, spacing=0))
        card.column.addStretch(1)
        return card

    def _ladder(self) -> Card:
        card = self.section(self.t.say("Career ladder"), lead=self.t.say("From the first rung up."))
        rungs = grid(self.parts.px(8))
        rungs.setColumnStretch(2, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        for number, rung in enumerate(self.role.ladder):
            title = self.words(rung.title)
            mark = self.parts.chip(str(number + 1), colour=self.parts.colours.accent)
            rungs.addWidget(mark, number, 0, middle)
            name: QWidget = self.parts.subheading(title)
            if rung.role is not None and rung.role != self.role.id and self.role_title(rung.role):
                name = self.parts.button(title, lambda role=rung.role: self.role_opened.emit(role))
            name.setMinimumWidth(self.parts.px(230))
            rungs.addWidget(name, number, 1, middle)
            text = self.parts.text(self.words(rung.text))
            rungs.addWidget(self.sourced(text, title, rung.source, middle), number, 2)
        return card.add(rungs)

    def _certificates(self) -> Card:
        card = self.section(self.t.say("Certificates, licences and registration"), spacing=_APART)
        for use in self.role.certificates:
            card.add(self._certificate(use))
        return card

    def _certificate(self, use: CertificateUse) -> QWidget:
        t, look = self.t, self.parts.colours
        certificate = self.shared.certificates[use.certificate]
        gone = certificate.status in (CertificateStatus.RETIRED, CertificateStatus.RETIRING)
        status = self.parts.chip(
            wording.label(certificate.status, t),
            colour=look.warning if gone else look.text,
            ground=look.warning_page if gone else look.sunken,
        )
        head = row(self.parts.subheading(certificate.name), status, spacing=self.parts.px(8))
        head.setStretch(0, 1)
        source = self.shared.sources[certificate.source]
        checked = t.say("checked on {date}", date=t.date(certificate.checked_on))
        button = self.source_button(f"{certificate.name} ({checked})", source.id)
        if button is not None:
            head.addWidget(button)
        words = column(head, self.parts.muted(f"{certificate.provider} · {checked}"), spacing=2)
        if use.required:
            words.addWidget(self.parts.text(t.say("Required by law or a board."), strong=True))
        words.addWidget(self.parts.text(self.words(use.text)))
        if certificate.status_note is not None:
            note = self.words(certificate.status_note)
            words.addWidget(self.parts.text(note, colour=look.warning if gone else None))
        holder = QWidget()
        holder.setLayout(words)
        return holder

    def _study(self) -> Card:
        card = self.section(self.t.say("Where to study"))
        home: list[QWidget] = []
        abroad: list[QWidget] = []
        for place in self.role.study:
            where = home if self.shared.institutions[place.institution].country == "MY" else abroad
            where.append(self._place(place))
        for title, places in ((self.t.say("In Malaysia"), home), (self.t.say("Abroad"), abroad)):
            if places:
                card.add(self.parts.subheading(title))
                card.add(self.columns(places))
        return card

    def _place(self, place: StudyPlace) -> QWidget:
        institution = self.shared.institutions[place.institution]
        kind = wording.label(institution.kind, self.t)
        lines = [kind if institution.place is None else f"{kind} · {institution.place}"]
        if place.programme is not None:
            lines.append(place.programme)
        if place.note is not None:
            lines.append(self.words(place.note))
        words = self.parts.muted("\n".join(lines))
        return self.entry(institution.name, institution.name, place.source, words)

    def _supports(self) -> Card:
        card = self.section(
            self.t.say("Paying for it"),
            lead=self.t.say("Amounts and dates change every year; ask your counsellor."),
            spacing=_APART,
        )
        for use in self.role.supports:
            support = self.shared.supports[use.support]
            head = f"{support.name} · {wording.label(support.kind, self.t)}"
            who = self.t.say("Who may apply: {who}", who=self.words(support.who))
            words = [self.parts.text(self.words(support.text)), self.parts.muted(who)]
            if use.text is not None:
                words.append(self.parts.text(self.words(use.text)))
            card.add(self.entry(head, support.name, support.source, *words))
        return card
