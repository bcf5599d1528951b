"""Where a number comes from, in lines that a student can read.

Every figure on screen and on paper opens this: source, publisher, year, place, period, kind,
method and inputs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerdesk.catalogue.leaves import sources_named
from careerdesk.catalogue.methods import INPUT_NAMES, METHODS
from careerdesk.catalogue.role import Pay, Role
from careerdesk.catalogue.score import Score
from careerdesk.catalogue.shared import Shared, Source
from careerdesk.catalogue.terms import Basis
from careerdesk.catalogue.wording import label, pay_amount
from careerdesk.i18n import Translator


@dataclass(frozen=True, slots=True)
class Line:
    """One fact about a figure: what it is called, and what it is."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """All there is to say about one figure."""

    title: str
    lines: tuple[Line, ...]

    def as_text(self) -> str:
        """Return the evidence as plain text, a line each."""
        return "\n".join([self.title, *(f"{line.name}: {line.value}" for line in self.lines)])


def _source_lines(source: Source, translator: Translator) -> list[Line]:
    lines = [
        Line(translator.say("Source"), source.title),
        Line(translator.say("Published by"), source.publisher),
        Line(translator.say("Date of the source"), when(source.published, translator)),
        Line(translator.say("Kind of source"), label(source.kind, translator)),
    ]
    if source.note is not None:
        lines.append(Line(translator.say("Note"), source.note.in_language(translator.language)))
    if source.address is not None:
        lines.append(Line(translator.say("Address"), source.address))
    lines.append(Line(translator.say("Read on"), translator.date(source.retrieved_on)))
    return lines


def of_source(title: str, source: Source, translator: Translator) -> Evidence:
    """Return the evidence for a statement ``title`` that rests on ``source`` alone."""
    return Evidence(title, tuple(_source_lines(source, translator)))


def of_sources(title: str, sources: Sequence[Source], translator: Translator) -> Evidence:
    """Return the evidence for ``title`` that rests on several ``sources``."""
    lines = [line for source in sources for line in _source_lines(source, translator)]
    return Evidence(title, tuple(lines))


def of_pay(pay: Pay, shared: Shared, translator: Translator) -> Evidence:
    """Return the evidence for a pay figure."""
    lines = [
        Line(translator.say("Figure"), pay_amount(pay, translator)),
        Line(translator.say("What it is"), label(pay.measure, translator)),
        Line(translator.say("Place"), translator.country(pay.country)),
        Line(translator.say("Year"), when(pay.year, translator)),
    ]
    if pay.note is not None:
        lines.append(Line(translator.say("Note"), pay.note.in_language(translator.language)))
    lines += _source_lines(shared.sources[pay.source], translator)
    return Evidence(pay.label.in_language(translator.language), tuple(lines))


def of_score(score: Score, shared: Shared, translator: Translator) -> Evidence:
    """Return the evidence for a score: its basis, method, every input, and the sources."""
    language = translator.language
    lines = [
        Line(translator.say("Score"), translator.say("{value} of 100", value=score.value)),
        Line(translator.say("Basis"), label(score.basis, translator)),
    ]
    if score.basis is Basis.DERIVED and score.method is not None:
        # A catalogue of a later edition may name a method or an input that is not known here.
        method = METHODS.get(score.method)
        if method is not None:
            lines.append(Line(translator.say("Method"), method.text.in_language(language)))
            lines += [
                Line(translator.say("Keep in mind"), caveat.in_language(language))
                for caveat in method.caveats
            ]
        lines.append(Line(translator.say("Method id"), score.method))
    for item in score.inputs:
        known = INPUT_NAMES.get(item.name)
        name = item.name if known is None else known.in_language(language)
        about = f"{name} ({item.code})" if item.code is not None else name
        lines.append(Line(about, translator.number(item.value)))
    lines.append(Line(translator.say("Worked out on"), translator.date(score.as_of)))
    used = dict.fromkeys([score.source, *(item.source for item in score.inputs)])
    for source in used:
        lines += _source_lines(shared.sources[source], translator)
    return Evidence(label(score.key, translator), tuple(lines))


def used_sources(role: Role, shared: Shared) -> tuple[Source, ...]:
    """Return every source that a page of ``role`` rests on, by title."""
    records: list[object] = [role]
    records += [shared.certificates[use.certificate] for use in role.certificates]
    records += [shared.supports[use.support] for use in role.supports]
    ids = {source for record in records for _, source in sources_named(record)}
    sources = (shared.sources[key] for key in ids)
    return tuple(sorted(sources, key=lambda source: (source.title.casefold(), source.id)))


def when(stated: str, translator: Translator) -> str:
    """Return the year or date that a source states, or that it states none."""
    return translator.say("undated") if stated == "undated" else stated
