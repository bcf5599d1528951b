"""Blocks about the work itself, which several sheets share."""

from __future__ import annotations

from careerdesk.catalogue.evidence import when
from careerdesk.catalogue.role import Condition, Pay, StoryPart
from careerdesk.catalogue.series import Span, first_level, routes_to_the_work, timeline
from careerdesk.catalogue.terms import ConditionKind, StoryKind
from careerdesk.catalogue.wording import duration, hours, label, pay_amount
from careerdesk.sheets.writing import Block, Writing, sources


def head(writing: Writing) -> Block:
    """Return what stands at the head of a page about a role."""
    role = writing.role
    return {
        "title": writing.text(role.title),
        "field": writing.text(writing.shared.fields[role.field].name),
        "other_title": writing.other(role.title),
        "tagline": writing.text(role.tagline),
        "summary": writing.text(role.summary),
    }


def glance(writing: Writing) -> Block:
    """Return the first pay, the shortest way and the hours."""
    return {"cells": [_entry_pay(writing), _shortest_way(writing), _hours(writing)]}


def _entry_pay(writing: Writing) -> Block:
    say = writing.translator.say
    pay = first_level(writing.role)
    if pay is None:
        note = say("No reliable Malaysian figure found")
        return {"label": say("Pay"), "value": "", "note": note}
    told = pay_in_words(writing, pay)
    return {
        "label": told["level"],
        "value": told["amount"],
        "note": f"{told['kind']}, {told['year']}",
        "sources": [pay.source],
    }


def pay_in_words(writing: Writing, pay: Pay) -> dict[str, str]:
    """Return the level, amount, kind of source and year of a pay figure."""
    return {
        "level": writing.text(pay.label),
        "amount": pay_amount(pay, writing.translator),
        "kind": label(writing.shared.sources[pay.source].kind, writing.translator),
        "year": when(pay.year, writing.translator),
    }


def _shortest_way(writing: Writing) -> Block:
    say = writing.translator.say
    ways = routes_to_the_work(writing.role)
    timed = [way for way in ways if way.years_min is not None]
    if not timed:
        return {"label": say("Shortest way from SPM"), "value": "", "note": say("No evidence yet")}
    # A way whose time nobody gives may be shorter.
    all_timed = len(timed) == len(ways)
    heading = say("Shortest way from SPM") if all_timed else say("Shortest way with a known time")
    route = min(timed, key=lambda route: (route.years_min or 0, route.years_max or 0))
    return {
        "label": heading,
        "value": writing.translator.years(route.years_min, route.years_max),
        "note": writing.text(route.title),
        "sources": sources(route.source),
    }


def _hours(writing: Writing) -> Block:
    say = writing.translator.say
    heading = say("Working hours")
    rows: list[Condition] = [
        row
        for row in writing.role.conditions
        if row.kind is ConditionKind.HOURS and row.hours_min is not None
    ]
    if not rows:
        return {"label": heading, "value": "", "note": say("No reliable figure found")}
    row = rows[0]
    note = ""
    if row.source is not None:
        note = label(writing.shared.sources[row.source].kind, writing.translator)
    return {
        "label": heading,
        "value": hours(row, writing.translator),
        "note": note,
        "sources": sources(row.source),
    }


def story(writing: Writing, paragraphs: int) -> Block | None:
    """Return that many paragraphs of the story, the most telling ones."""
    parts = writing.role.story
    if not parts:
        return None
    say = writing.translator.say
    leads = {StoryKind.SCENE: say("A scene in Malaysia."), StoryKind.AI: say("What AI changes.")}
    chosen = _most_telling(parts, paragraphs)
    return {
        "heading": say("The story") if len(chosen) == len(parts) else say("The story in brief"),
        "parts": [
            {"lead": leads.get(part.kind, ""), "text": writing.text(part.text)} for part in chosen
        ],
    }


def _most_telling(parts: tuple[StoryPart, ...], count: int) -> list[StoryPart]:
    """Return ``count`` paragraphs in their order: the scene, then AI, then the plain ones."""
    ranks = {StoryKind.SCENE: 0, StoryKind.AI: 1, StoryKind.PLAIN: 2}
    first = sorted(range(len(parts)), key=lambda index: (ranks[parts[index].kind], index))
    return [parts[index] for index in sorted(first[:count])]


def balance(writing: Writing, pairs: int) -> Block | None:
    """Return that many reasons to choose the work, each facing what is hard about it."""
    chosen = writing.role.balance[:pairs]
    if not chosen:
        return None
    say = writing.translator.say
    return {
        "why": say("Why people choose it"),
        "hard": say("What is hard about it"),
        "pairs": [
            {
                "why_title": writing.text(pair.why_title),
                "why": writing.text(pair.why),
                "hard_title": writing.text(pair.hard_title),
                "hard": writing.text(pair.hard),
                "sources": sources(pair.source),
            }
            for pair in chosen
        ],
    }


def journey(writing: Writing, texts: bool) -> Block | None:
    """Return the steps into the work, on one axis of years."""
    if not writing.role.journey:
        return None
    say = writing.translator.say
    line = timeline(writing.role.journey)
    step = max(1, round(line.years / 8))
    return {
        "heading": say("The journey, drawn to scale"),
        "axis": say("Years since the first step"),
        "legend": [
            ["sure", say("shortest usual time")],
            ["maybe", say("may take this long")],
            ["open", say("goes on")],
        ],
        "ticks": [
            {"at": tick / line.years, "text": writing.translator.number(tick)}
            for tick in range(0, int(line.years) + 1, step)
        ],
        "steps": [_step(writing, span, line.years, texts) for span in line.spans],
    }


def _step(writing: Writing, span: Span, years: float, texts: bool) -> Block:
    words = writing.translator
    if span.open_end:
        alt = words.say("Bar: from year {start}, with no end", start=words.number(span.start))
    else:
        end = words.number_range(span.sure_end, span.end)
        alt = words.say("Bar: from year {start} to year {end}").format(
            start=words.number(span.start), end=end
        )
    return {
        "title": writing.text(span.step.title),
        "duration": duration(span.step, words),
        "text": writing.text(span.step.text) if texts else "",
        "start": span.start / years,
        "sure": span.sure_end / years,
        "end": span.end / years,
        "open": span.open_end,
        "alt": alt,
        "sources": sources(span.step.source),
    }


def subjects(writing: Writing, texts: bool) -> Block | None:
    """Return the SPM subjects that matter, with or without why."""
    if not writing.role.subjects:
        return None
    return {
        "heading": writing.translator.say("SPM subjects that matter"),
        "cards": [
            {
                "name": writing.text(writing.shared.subjects[need.subject].name),
                "need": label(need.need, writing.translator),
                "required": need.need == "required",
                "text": writing.text(need.text) if texts else "",
            }
            for need in writing.role.subjects
        ],
    }


def notices(writing: Writing) -> Block:
    """Return what has to be said about the text as a whole."""
    words = writing.translator
    lines = writing.translation_notices([writing.role.translation])
    lines += [writing.text(notice.text) for notice in writing.role.notices]
    lines.append(
        words.say("Text last reviewed on {date}.", date=words.date(writing.role.reviewed_on))
    )
    lines.append(words.say("CareerDesk itself says more about this role."))
    cited = sources(*(notice.source for notice in writing.role.notices))
    return {"text": " ".join(lines), "sources": cited}
