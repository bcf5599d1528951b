"""The rows of a comparison, section by section, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from careerdesk.catalogue import series, wording
from careerdesk.catalogue.evidence import when
from careerdesk.catalogue.role import AcademicCheck, JourneyStep, Point, Role, Route, Rung
from careerdesk.catalogue.terms import (
    CheckKind,
    ConditionKind,
    DurationKind,
    Interest,
    PayGroup,
    Period,
    RouteKind,
    ScoreKey,
)
from careerdesk.guidance import compare_more
from careerdesk.guidance.rows import Cell, Compared, Row, Section, cell, section, sourced


def sections(about: Compared) -> Iterator[Section]:
    """Yield every section of ``about``; some may have no rows."""
    t = about.t
    yield section("glance", t.say("At a glance"), _glance(about))
    yield section("story", t.say("The story"), _story(about))
    yield section("neighbours", t.say("How they differ in a line"), _neighbours(about))
    yield section("balance", t.say("Why people choose it, and what is hard about it"), _both(about))
    yield section("journey", t.say("The journey"), _journey(about))
    yield section(
        "routes",
        t.say("Ways in, side by side"),
        about.each("routes", RouteKind, partial(_ways, about)),
    )
    needs = about.each("entry", RouteKind, partial(_needs, about), telling=False)
    yield section("entry", t.say("To get in"), needs)
    yield section("subjects", t.say("SPM subjects that matter"), _subjects(about))
    yield section(
        "scores",
        t.say("Scores from 0 to 100"),
        about.each("scores", ScoreKey, partial(_score, about)),
    )
    yield section("interests", t.say("What sort of person it suits"), _interests(about))
    yield section("pay", t.say("Pay"), about.each("pay", PayGroup, partial(_amounts, about)))
    conditions = about.each("conditions", ConditionKind, partial(_condition, about))
    yield section("conditions", t.say("What the work is like"), conditions)
    yield from compare_more.sections(about)


def _glance(about: Compared) -> Iterator[Row]:
    t = about.t
    lines = (
        ("field", t.say("Field of work"), partial(_field, about)),
        ("schooling", t.say("Least schooling needed"), partial(_facet, about, "schooling")),
        ("years", t.say("Shortest known way"), partial(_shortest, about)),
        ("pay", t.say("Entry pay"), partial(_entry_pay, about)),
        ("place", t.say("From home or on site"), partial(_facet, about, "place")),
        ("hours", t.say("How the hours fall"), partial(_facet, about, "hours_pattern")),
        ("interests", t.say("Strongest interests"), partial(_strongest, about)),
        ("official", t.say("Official title"), _official),
    )
    return about.rows("glance", lines)


def _field(about: Compared, role: Role) -> Cell:
    return cell([about.words(about.shared.fields[role.field].name)])


def _facet(about: Compared, name: str, role: Role) -> Cell:
    """Return what the facet ``name`` of ``role`` is called, where it is known."""
    facets = about.facets.get(role.id)
    value = None if facets is None else getattr(facets, name)
    return Cell() if value is None else cell([wording.label(value, about.t)])


def _shortest(about: Compared, role: Role) -> Cell:
    """Return how long the shortest way takes that ends with the schooling needed."""
    facets = about.facets.get(role.id)
    if facets is None or facets.shortest_years is None:
        return Cell()
    years = facets.shortest_years
    used = (route.source for route in role.routes if route.years_min == years)
    ages = series.first_pay_age(years, years)
    assert ages is not None
    line = about.t.say("{length} after SPM", length=about.t.years(years, years))
    age = about.t.say("first pay at about {age}", age=about.t.number_range(*ages))
    return cell([line], used, notes=[age])


def _entry_pay(about: Compared, role: Role) -> Cell:
    """Return what beginners earn, or that no figure was found: that is worth knowing, too."""
    facets = about.facets.get(role.id)
    if facets is None or facets.entry_pay is None:
        return cell([about.t.say("No reliable figure found")])
    amount = about.t.money_range(facets.entry_pay, facets.entry_pay_high, "MYR")
    line = f"{amount} {wording.label(Period.MONTH, about.t)}"
    if facets.entry_pay_source is None:
        return cell([line])
    kind = wording.label(about.shared.sources[facets.entry_pay_source].kind, about.t)
    note = f"{kind}, {when(facets.entry_pay_year or 'undated', about.t)}"
    return cell([line], [facets.entry_pay_source], notes=[note])


def _strongest(about: Compared, role: Role) -> Cell:
    strongest = sorted(role.interests, key=lambda score: -score.value)[:3]
    names = ", ".join(wording.label(score.interest, about.t) for score in strongest)
    return cell([names], (score.source for score in strongest))


def _official(role: Role) -> Cell:
    if role.masco_code is None:
        return Cell()
    return cell([f"MASCO {role.masco_code}"], notes=[role.masco_title or ""])


def _story(about: Compared) -> Iterator[Row]:
    t = about.t
    lines = (
        ("summary", t.say("In short"), lambda role: cell([about.words(role.summary)])),
        (
            "day",
            t.say("A day in the life"),
            lambda role: cell(about.words(task.text) for task in role.day),
        ),
        (
            "responsibilities",
            t.say("What you would be responsible for"),
            lambda role: _titled(about, role.responsibilities),
        ),
    )
    return about.rows("story", lines, telling=False)


def _neighbours(about: Compared) -> Iterator[Row]:
    """Yield what each role says about the other roles that are compared with it."""
    for other in about.roles:
        yield about.row(
            f"neighbours.{other.id}",
            about.t.say("Beside {role}", role=about.words(other.title)),
            partial(_difference, about, other.id),
            telling=False,
        )


def _difference(about: Compared, other: str, role: Role) -> Cell:
    found = (neighbour for neighbour in role.neighbours if neighbour.role == other)
    return cell(about.words(neighbour.difference) for neighbour in found)


def _both(about: Compared) -> Iterator[Row]:
    t = about.t
    lines = (
        (
            "why",
            t.say("Why people choose it"),
            lambda role: cell(about.words(pair.why_title) for pair in role.balance),
        ),
        (
            "hard",
            t.say("What is hard about it"),
            lambda role: sourced(role.balance, lambda pair: about.words(pair.hard_title)),
        ),
    )
    return about.rows("balance", lines, telling=False)


def _journey(about: Compared) -> Iterator[Row]:
    t = about.t
    yield about.row("journey.years", t.say("Years in all"), partial(_length, about))
    lines = (
        ("steps", t.say("Step by step"), partial(_steps, about)),
        ("ladder", t.say("Career ladder"), lambda role: _titled(about, role.ladder)),
    )
    yield from about.rows("journey", lines, telling=False)


def _length(about: Compared, role: Role) -> Cell:
    """Return how long the steps that end take together."""
    steps = [step for step in role.journey if step.duration is DurationKind.YEARS]
    if not steps or any(step.years_min is None for step in steps):
        return Cell()
    low = sum(step.years_min or 0.0 for step in steps)
    high = sum(step.years_max or step.years_min or 0.0 for step in steps)
    return cell([about.t.years(low, high)], (step.source for step in steps))


def _steps(about: Compared, role: Role) -> Cell:
    def told(step: JourneyStep) -> str:
        return f"{about.words(step.title)} ({wording.duration(step, about.t)})"

    return sourced(role.journey, told)


def _of_kind(role: Role, kind: RouteKind) -> list[Route]:
    return [route for route in role.routes if route.kind is kind]


def _ways(about: Compared, kind: RouteKind, role: Role) -> Cell:
    """Return how long each route of ``kind`` takes, or that no figure was found."""
    t, routes = about.t, _of_kind(role, kind)
    lines, notes, used = [], [], []
    for route in routes:
        ages = series.first_pay_age(route.years_min, route.years_max)
        title = about.words(route.title)
        used.append(route.source)
        if ages is None:
            line = t.say("Open, but no figure for the years")
        else:
            length = t.years(route.years_min, route.years_max)
            age = t.number_range(*ages)
            line = t.say("{length} after SPM · first pay at about {age}", length=length, age=age)
        # Of several ways of one kind, each line says which it is about.
        lines.append(line if len(routes) == 1 else f"{title}: {line}")
        notes.append(title if len(routes) == 1 else "")
    return cell(lines, used, notes=notes)


def _needs(about: Compared, kind: RouteKind, role: Role) -> Cell:
    entries = [entry for route in _of_kind(role, kind) for entry in route.entry]
    lines = dict.fromkeys(about.words(entry.text) for entry in entries)
    return cell(lines, (entry.source for entry in entries))


def _subjects(about: Compared) -> Iterator[Row]:
    used = {need.subject for role in about.roles for need in role.subjects}
    for subject in about.shared.subjects.values():
        if subject.id in used:
            yield about.row(
                f"subjects.{subject.id}",
                about.words(subject.name),
                partial(_need, about, subject.id),
            )
    yield about.row(
        "subjects.academic",
        about.t.say("Academic reality check"),
        partial(_checks, about),
        telling=False,
    )


def _need(about: Compared, subject: str, role: Role) -> Cell:
    found = [need for need in role.subjects if need.subject == subject]
    lines = (wording.label(need.need, about.t) for need in found)
    return cell(lines, notes=(about.words(need.text) for need in found))


def _checks(about: Compared, role: Role) -> Cell:
    def told(check: AcademicCheck) -> str:
        return f"{wording.label(check.kind, about.t)}: {about.words(check.text)}"

    order = list(CheckKind)
    return sourced(sorted(role.academic, key=lambda check: order.index(check.kind)), told)


def _score(about: Compared, key: ScoreKey, role: Role) -> Cell:
    found = [score for score in role.scores if score.key is key]
    used = [source for row in found for source in (row.source, *(i.source for i in row.inputs))]
    lines = (f"{row.value} · {wording.label(row.basis, about.t)}" for row in found)
    return cell(lines, used)


def _interests(about: Compared) -> Iterator[Row]:
    for interest in Interest:
        letter = wording.interest_letter(interest, about.t)
        yield about.row(
            f"interests.{interest}",
            f"{letter} · {wording.label(interest, about.t)}",
            partial(_interest, interest),
        )


def _interest(interest: Interest, role: Role) -> Cell:
    found = (score for score in role.interests if score.interest is interest)
    return sourced(found, lambda score: str(score.value))


def _amounts(about: Compared, group: PayGroup, role: Role) -> Cell:
    t = about.t
    rows = [pay for pay in role.pay if pay.group is group]
    lines = [
        f"{about.words(pay.label)}: {wording.pay_amount(pay, t)} ({when(pay.year, t)})"
        for pay in rows
    ]
    kinds = dict.fromkeys(about.shared.sources[pay.source].kind for pay in rows)
    notes = [wording.label(kind, t) for kind in kinds]
    return cell(lines, (pay.source for pay in rows), notes=notes)


def _condition(about: Compared, kind: ConditionKind, role: Role) -> Cell:
    rows = [row for row in role.conditions if row.kind is kind]
    lines, notes = [], []
    for row in rows:
        level = wording.hours(row, about.t) or wording.level_range(row, about.t)
        if row.low is not None and row.source is None:
            reading = about.t.say("our reading")
            level += f" ({reading})"
        lines.append(level or about.words(row.text))
        notes.append(about.words(row.text) if level else "")
    return cell(lines, (row.source for row in rows), notes=notes)


def _titled(about: Compared, rows: Iterable[Point | Rung]) -> Cell:
    """Return the titles of ``rows``, with their sources."""
    return sourced(rows, lambda row: about.words(row.title))
