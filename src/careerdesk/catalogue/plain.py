"""A whole role as plain text, for a terminal, a screen reader or a text file."""

from __future__ import annotations

from collections.abc import Iterator

from careerdesk.catalogue import series, wording
from careerdesk.catalogue.evidence import used_sources, when
from careerdesk.catalogue.role import Role, Route, Score
from careerdesk.catalogue.shared import Shared
from careerdesk.catalogue.text import Text
from careerdesk.i18n import Translator


def as_plain_text(role: Role, shared: Shared, translator: Translator) -> str:
    """Return everything that the page of ``role`` says, section by section."""
    return "\n".join(_Writer(role, shared, translator).lines())


class _Writer:
    def __init__(self, role: Role, shared: Shared, translator: Translator) -> None:
        self.role, self.shared, self.t = role, shared, translator

    def lines(self) -> Iterator[str]:
        role, t = self.role, self.t
        other = role.title.en if t.language == "ms" else role.title.ms
        yield f"{self.words(role.title)} · {other}"
        yield self.words(role.tagline)
        yield ""
        yield self.words(role.summary)
        for title, body in self.sections():
            rows = list(body)
            if rows:
                yield from ("", title, "-" * len(title), *rows)
        yield from ("", t.say("Edition and review"), t.date(role.reviewed_on))
        yield wording.label(role.translation, t)

    def words(self, text: Text) -> str:
        return text.in_language(self.t.language)

    def sections(self) -> Iterator[tuple[str, Iterator[str]]]:
        t = self.t
        yield t.say("The story"), (self.words(part.text) for part in self.role.story)
        yield t.say("Why people choose it, and what is hard about it"), self.balance()
        yield t.say("A day in the life"), (f"- {self.words(task.text)}" for task in self.role.day)
        yield t.say("The journey"), self.journey()
        yield t.say("Ways in, side by side"), self.routes()
        yield t.say("Academic reality check"), self.academic()
        yield t.say("Career ladder"), self.ladder()
        yield t.say("Skills"), self.skills()
        yield t.say("Scores from 0 to 100"), (self.score(score) for score in self.role.scores)
        yield t.say("Pay"), self.pay()
        yield t.say("What the work is like"), self.conditions()
        yield t.say("Certificates, licences and registration"), self.certificates()
        yield t.say("Every source of this page"), self.sources()

    def balance(self) -> Iterator[str]:
        for pair in self.role.balance:
            yield f"+ {self.words(pair.why_title)}: {self.words(pair.why)}"
            yield f"- {self.words(pair.hard_title)}: {self.words(pair.hard)}"

    def journey(self) -> Iterator[str]:
        for number, step in enumerate(self.role.journey, start=1):
            length = wording.duration(step, self.t)
            yield f"{number}. {self.words(step.title)} ({length}): {self.words(step.text)}"

    def routes(self) -> Iterator[str]:
        for route in self.role.routes:
            yield f"{wording.label(route.kind, self.t)}: {self.words(route.title)}"
            yield from self.route(route)

    def route(self, route: Route) -> Iterator[str]:
        ages = series.first_pay_age(route.years_min, route.years_max)
        if ages is not None:
            length = self.t.years(route.years_min, route.years_max)
            age = self.t.number_range(*ages)
            yield "  " + self.t.say(
                "{length} after SPM · first pay at about {age}", length=length, age=age
            )
        yield f"  {self.words(route.text)}"
        for entry in route.entry:
            yield f"  - {self.words(entry.text)}"

    def academic(self) -> Iterator[str]:
        for check in self.role.academic:
            yield f"{wording.label(check.kind, self.t)}: {self.words(check.text)}"
        for need in self.role.subjects:
            subject = self.words(self.shared.subjects[need.subject].name)
            yield f"{subject} ({wording.label(need.need, self.t)}): {self.words(need.text)}"

    def ladder(self) -> Iterator[str]:
        for number, rung in enumerate(self.role.ladder, start=1):
            yield f"{number}. {self.words(rung.title)}: {self.words(rung.text)}"

    def skills(self) -> Iterator[str]:
        for use in self.role.skills:
            yield f"[ ] {self.words(self.shared.skills[use.skill].name)}: {self.words(use.text)}"

    def score(self, score: Score) -> str:
        basis = wording.label(score.basis, self.t)
        return f"{wording.label(score.key, self.t)}: {score.value} ({basis})"

    def pay(self) -> Iterator[str]:
        for pay in self.role.pay:
            source = self.shared.sources[pay.source]
            stated = when(pay.year, self.t)
            amount = wording.pay_amount(pay, self.t)
            yield f"{self.words(pay.label)}: {amount} ({source.publisher}, {stated})"

    def conditions(self) -> Iterator[str]:
        for condition in self.role.conditions:
            level = wording.hours(condition, self.t) or wording.level_range(condition, self.t)
            head = wording.label(condition.kind, self.t)
            yield f"{head}: {level + '. ' if level else ''}{self.words(condition.text)}"

    def certificates(self) -> Iterator[str]:
        for use in self.role.certificates:
            certificate = self.shared.certificates[use.certificate]
            status = wording.label(certificate.status, self.t)
            yield f"{certificate.name}, {certificate.provider} ({status}): {self.words(use.text)}"

    def sources(self) -> Iterator[str]:
        for source in used_sources(self.role, self.shared):
            kind = wording.label(source.kind, self.t)
            yield f"- {source.title}. {source.publisher}, {when(source.published, self.t)}. {kind}."
