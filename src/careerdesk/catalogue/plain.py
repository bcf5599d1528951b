"""A whole role as plain text, for a terminal, a screen reader or a text file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from careerdesk.catalogue import series, wording
from careerdesk.catalogue.evidence import used_sources, when
from careerdesk.catalogue.role import Point, Role, Route, Rung
from careerdesk.catalogue.shared import Shared
from careerdesk.catalogue.text import Text
from careerdesk.i18n import Translator


def as_plain_text(
    role: Role, shared: Shared, translator: Translator, titles: Mapping[str, Text]
) -> str:
    """Return everything that the page of ``role`` says, section by section.

    ``titles`` gives the titles of the roles that ``role`` names as neighbours; those it lacks are
    left out.
    """
    return "\n".join(_Writer(role, shared, translator, titles).lines())


@dataclass(frozen=True, slots=True)
class _Writer:
    role: Role
    shared: Shared
    t: Translator
    titles: Mapping[str, Text]

    def lines(self) -> Iterator[str]:
        role = self.role
        other = role.title.en if self.t.language == "ms" else role.title.ms
        yield f"{self.words(role.title)} · {other}"
        yield self.words(role.tagline)
        yield ""
        yield self.words(role.summary)
        for title, body in self.sections():
            rows = list(body)
            if rows:
                yield from ("", title, "-" * len(title), *rows)

    def sections(self) -> Iterator[tuple[str, Iterator[str]]]:
        """Yield every section, in the order of the page."""
        t, role = self.t, self.role
        yield t.say("The story"), (self.words(part.text) for part in role.story)
        yield t.say("Why people choose it, and what is hard about it"), self.balance()
        yield t.say("A day in the life"), self.day()
        yield t.say("What you would be responsible for"), self.named(role.responsibilities)
        yield t.say("How it differs from its neighbours"), self.neighbours()
        yield t.say("The journey"), self.journey()
        yield t.say("Ways in, side by side"), self.routes()
        yield t.say("Academic reality check"), self.academic()
        yield t.say("SPM subjects that matter"), self.subjects()
        yield t.say("Career ladder"), self.named(role.ladder)
        yield t.say("Certificates, licences and registration"), self.certificates()
        yield t.say("Where to study"), self.study()
        yield t.say("Paying for it"), self.supports()
        yield t.say("Skills"), self.skills()
        yield t.say("How people keep learning in this work"), self.named(role.development)
        yield t.say("Scores from 0 to 100"), self.scores()
        yield t.say("What sort of person it suits"), self.interests()
        yield t.say("Pay"), self.pay()
        yield t.say("What the work is like"), self.conditions()
        yield t.say("Outlook"), self.outlook()
        yield t.say("People to read about"), self.people()
        yield t.say("Books to look for in a library"), self.books()
        yield t.say("Sites to visit where there is internet"), self.websites()
        yield t.say("Bodies and communities"), self.organisations()
        yield t.say("Every source of this page"), self.sources()
        yield t.say("About this page"), self.about()

    def words(self, text: Text) -> str:
        return text.in_language(self.t.language)

    def remark(self, text: Text | None) -> str:
        """Return ``text`` in brackets, or nothing where there is none."""
        return "" if text is None else f" ({self.words(text)})"

    def named(self, rows: Iterable[Point | Rung]) -> Iterator[str]:
        for row in rows:
            yield f"- {self.words(row.title)}: {self.words(row.text)}"

    def balance(self) -> Iterator[str]:
        for pair in self.role.balance:
            yield f"+ {self.words(pair.why_title)}: {self.words(pair.why)}"
            yield f"- {self.words(pair.hard_title)}: {self.words(pair.hard)}"

    def day(self) -> Iterator[str]:
        for task in self.role.day:
            yield f"- {self.words(task.text)}{self.remark(task.when)}"

    def neighbours(self) -> Iterator[str]:
        for neighbour in self.role.neighbours:
            if neighbour.role in self.titles:
                title = self.words(self.titles[neighbour.role])
                yield f"- {title}: {self.words(neighbour.difference)}"

    def journey(self) -> Iterator[str]:
        for number, step in enumerate(self.role.journey, start=1):
            length = wording.duration(step, self.t)
            yield f"{number}. {self.words(step.title)} ({length}): {self.words(step.text)}"

    def routes(self) -> Iterator[str]:
        for route in self.role.routes:
            yield f"{wording.label(route.kind, self.t)}: {self.words(route.title)}"
            yield from (f"  {line}" for line in self.route(route))

    def route(self, route: Route) -> Iterator[str]:
        t = self.t
        ages = series.first_pay_age(route.years_min, route.years_max)
        if ages is not None:
            length = t.years(route.years_min, route.years_max)
            age = t.number_range(*ages)
            yield t.say("{length} after SPM · first pay at about {age}", length=length, age=age)
        yield self.words(route.text)
        if route.entry:
            yield t.say("To get in")
        yield from (f"- {self.words(entry.text)}" for entry in route.entry)
        if route.programmes:
            yield t.say("For example")
        for programme in route.programmes:
            place = self.shared.institutions.get(programme.institution or "")
            name = programme.name if place is None else f"{programme.name}, {place.name}"
            yield f"- {name}{self.remark(programme.note)}"

    def academic(self) -> Iterator[str]:
        for check in self.role.academic:
            yield f"- {wording.label(check.kind, self.t)}: {self.words(check.text)}"

    def subjects(self) -> Iterator[str]:
        for need in self.role.subjects:
            subject = self.words(self.shared.subjects[need.subject].name)
            yield f"- {subject} ({wording.label(need.need, self.t)}): {self.words(need.text)}"

    def certificates(self) -> Iterator[str]:
        for use in self.role.certificates:
            certificate = self.shared.certificates[use.certificate]
            status = wording.label(certificate.status, self.t)
            yield f"- {certificate.name}, {certificate.provider} ({status}): {self.words(use.text)}"
            if use.required:
                yield "  " + self.t.say("Required by law or a board.")
            if certificate.status_note is not None:
                yield f"  {self.words(certificate.status_note)}"

    def study(self) -> Iterator[str]:
        for place in self.role.study:
            institution = self.shared.institutions[place.institution]
            parts = (institution.name, institution.place, place.programme)
            yield f"- {', '.join(part for part in parts if part)}{self.remark(place.note)}"

    def supports(self) -> Iterator[str]:
        for use in self.role.supports:
            support = self.shared.supports[use.support]
            kind = wording.label(support.kind, self.t)
            yield f"- {support.name} ({kind}): {self.words(support.text)}"
            yield "  " + self.t.say("Who may apply: {who}", who=self.words(support.who))
            if use.text is not None:
                yield f"  {self.words(use.text)}"

    def skills(self) -> Iterator[str]:
        for use in self.role.skills:
            yield f"[ ] {self.words(self.shared.skills[use.skill].name)}: {self.words(use.text)}"

    def scores(self) -> Iterator[str]:
        for score in self.role.scores:
            basis = wording.label(score.basis, self.t)
            yield f"- {wording.label(score.key, self.t)}: {score.value} ({basis})"

    def interests(self) -> Iterator[str]:
        for score in self.role.interests:
            yield f"- {wording.label(score.interest, self.t)}: {score.value}"

    def pay(self) -> Iterator[str]:
        for pay in self.role.pay:
            source = self.shared.sources[pay.source]
            stated = when(pay.year, self.t)
            amount = wording.pay_amount(pay, self.t)
            about = f"{self.words(pay.label)}: {amount} ({source.publisher}, {stated})"
            yield f"- {about}{self.remark(pay.note)}"

    def conditions(self) -> Iterator[str]:
        for condition in self.role.conditions:
            level = wording.hours(condition, self.t) or wording.level_range(condition, self.t)
            if condition.low is not None and condition.source is None:
                reading = self.t.say("our reading")
                level += f" ({reading})"
            head = wording.label(condition.kind, self.t)
            yield f"- {head}: {level + '. ' if level else ''}{self.words(condition.text)}"

    def outlook(self) -> Iterator[str]:
        for outlook in self.role.outlook:
            yield f"- {self.t.country(outlook.country)}: {self.words(outlook.text)}"
            if cities := outlook.cities.in_language(self.t.language):
                yield "  " + self.t.say("Cities: {cities}", cities=", ".join(cities))

    def people(self) -> Iterator[str]:
        for person in self.role.people:
            yield f"- {person.name}: {self.words(person.text)}"

    def books(self) -> Iterator[str]:
        for book in self.role.books:
            yield f"- {book.title}, {book.author}: {self.words(book.text)}"

    def websites(self) -> Iterator[str]:
        for site in self.role.websites:
            yield f"- {_addressed(site.name, site.address)}: {self.words(site.text)}"

    def organisations(self) -> Iterator[str]:
        for use in self.role.organisations:
            body = self.shared.organisations[use.organisation]
            yield f"- {_addressed(body.name, body.address)}: {self.words(use.text)}"

    def sources(self) -> Iterator[str]:
        for source in used_sources(self.role, self.shared):
            kind = wording.label(source.kind, self.t)
            yield f"- {source.title}. {source.publisher}, {when(source.published, self.t)}. {kind}."

    def about(self) -> Iterator[str]:
        yield from (self.words(notice.text) for notice in self.role.notices)
        reviewed = self.t.date(self.role.reviewed_on)
        yield self.t.say("This page was last reviewed on {reviewed}.", reviewed=reviewed)
        yield wording.label(self.role.translation, self.t)


def _addressed(name: str, address: str | None) -> str:
    return name if address is None else f"{name} ({address})"
