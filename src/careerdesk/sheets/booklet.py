"""The booklet: a page about each role of a shortlist, and what a student does with them.

It has a cover without a name, contents, the pages, the roles side by side, lines to write on, what
the student noted, the skills still to learn, the words to know, and the sources of all of it,
numbered once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from careerdesk.catalogue.facets import Facets
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.shared import Skill, SkillKind
from careerdesk.catalogue.terms import Interest, Period
from careerdesk.catalogue.wording import interest_letter, label
from careerdesk.errors import N_
from careerdesk.sheets import work
from careerdesk.sheets.drafts import Draft
from careerdesk.sheets.fitting import Page
from careerdesk.sheets.orders import Order
from careerdesk.sheets.summary import summary_page
from careerdesk.sheets.writing import Block, Writer, Writing, cited, printable, sources

_IN_COMMON = N_("What do these roles have in common?")
_PROMPTS = (
    N_("What matters most to me in a working life?"),
    N_("What am I still not sure about, and whom can I ask?"),
    N_("What will I do next, and by when?"),
)


def booklet(
    writer: Writer,
    roles: Sequence[Role],
    facets: dict[str, Facets],
    order: Order,
    told: Callable[[int, int], object],
) -> Draft:
    """Return the booklet of ``roles``, in their order.

    ``facets`` are those of the roles that are still offered; ``order`` says what the student wrote
    and can do; ``told`` hears how many roles of how many are written.
    """
    writings, pages = [], []
    for role in roles:
        writing = Writing(writer.edition, writer.look, role=role)
        pages.append(summary_page(writing, reserve=_reserve(writing, order)))
        writings.append(writing)
        told(len(pages), len(roles))
    table = _table(writer, roles, facets) if len(roles) > 1 else None
    frame = {
        **writer.frame(writer.translator.say("My career booklet")),
        "cover": _cover(writer, roles),
        "contents": writer.translator.say("What is in this booklet"),
        "table": table,
        "reflection": _reflection(writer, len(roles)),
        "noted": _noted(writer, roles, order),
        "skills": _skills(writer, roles, order),
        "notices": _notices(writer, roles),
    }

    def content() -> Block:
        bodies = [
            _role(writing, page, order) for writing, page in zip(writings, pages, strict=True)
        ]
        return {
            **frame,
            "roles": bodies,
            "terms": writer.terms(bodies, table),
            "sources": writer.source_list(*cited(bodies), *cited(table)),
        }

    return Draft("booklet", writer.edition.today, pages, content)


def _cover(writer: Writer, roles: Sequence[Role]) -> Block:
    words = writer.translator
    return {
        "count": words.say_count("{count} role", "{count} roles", len(roles)),
        "text": words.say(
            "Made from my shortlist in CareerDesk. No name is printed: write one only if you want "
            "to."
        ),
    }


def _role(writing: Writing, page: Page, order: Order) -> Block:
    words = writing.translator
    return {
        "head": work.head(writing),
        "setting": page.setting.as_data(),
        "why": words.say("Why I chose it"),
        "reason": printable(order.reasons.get(writing.role.id, "")),
    }


def _reserve(writing: Writing, order: Order) -> float:
    """Return the millimetres that the student's reason takes, and some for the page to hold.

    A page too many would set the whole booklet anew.
    """
    return 20.0 + len(order.reasons.get(writing.role.id, "")) * 0.03


def _table(writer: Writer, roles: Sequence[Role], facets: dict[str, Facets]) -> Block:
    say = writer.translator.say
    return {
        "heading": say("My roles side by side"),
        "columns": [
            say("Role"),
            say("Least schooling needed"),
            say("Shortest known way"),
            say("Entry pay"),
            say("How the hours fall"),
            say("Strongest interests"),
        ],
        "rows": [list(_row(writer, role, facets.get(role.id))) for role in roles],
        "legend": _letters(writer),
    }


def _row(writer: Writer, role: Role, facets: Facets | None) -> Iterator[Block]:
    """Yield what the table says about one role, a cell for each column."""
    words = writer.translator
    yield _cell(writer.text(role.title))
    if facets is None:
        yield from (_cell() for _column in range(5))
        return
    yield _cell("" if facets.schooling is None else label(facets.schooling, words))
    years = facets.shortest_years
    used = (route.source for route in role.routes if route.years_min == years)
    yield _cell() if years is None else _cell(words.years(years, years), *used)
    yield _entry_pay(writer, facets)
    yield _cell("" if facets.hours_pattern is None else label(facets.hours_pattern, words))
    letters = " ".join(interest_letter(interest, words) for interest in facets.interests)
    yield _cell(letters, *(score.source for score in role.interests[:1]))


def _entry_pay(writer: Writer, facets: Facets) -> Block:
    words = writer.translator
    if facets.entry_pay is None:
        return _cell(words.say("no figure"))
    amount = words.money_range(facets.entry_pay, facets.entry_pay_high, "MYR")
    period = label(Period.MONTH, words)
    return _cell(f"{amount} {period} ({facets.entry_pay_year})", facets.entry_pay_source)


def _letters(writer: Writer) -> str:
    """Return what the letters of the interests stand for."""
    words = writer.translator
    return ", ".join(
        f"{interest_letter(interest, words)} {label(interest, words)}" for interest in Interest
    )


def _cell(text: str = "", *used: str | None) -> Block:
    return {"text": text or "–", "sources": sources(*used)}


def _noted(writer: Writer, roles: Sequence[Role], order: Order) -> Block | None:
    """Return what the student wrote about each role, by line; None where that is nothing."""
    noted = [(role, order.notes[role.id]) for role in roles if order.notes.get(role.id)]
    if not noted:
        return None
    return {
        "heading": writer.translator.say("What I noted"),
        "roles": [
            {"title": writer.text(role.title), "lines": list(map(printable, note.splitlines()))}
            for role, note in noted
        ],
    }


def _reflection(writer: Writer, roles: int) -> Block:
    say = writer.translator.say
    prompts = (_IN_COMMON, *_PROMPTS) if roles > 1 else _PROMPTS
    return {"heading": say("Think it over"), "prompts": [say(prompt) for prompt in prompts]}


def _skills(writer: Writer, roles: Sequence[Role], order: Order) -> Block:
    """Return the skills of all roles that are still to be learnt, the most wanted first."""
    words = writer.translator
    wanted: dict[str, int] = {}
    for role in roles:
        for use in role.skills:
            wanted[use.skill] = wanted.get(use.skill, 0) + 1
    skills = [writer.shared.skills[key] for key in wanted]
    missing = [skill for skill in skills if skill.id not in order.have]
    missing.sort(key=lambda skill: -wanted[skill.id])
    had = [writer.text(skill.name) for skill in skills if skill.id in order.have]
    return {
        "heading": words.say("Skills still to learn"),
        "hint": words.say("The number says how many of my roles use the skill.")
        if len(roles) > 1
        else "",
        "groups": [
            {
                "name": label(kind, words),
                "skills": [
                    _skill(writer, skill, wanted[skill.id] if len(roles) > 1 else None, order)
                    for skill in missing
                    if skill.kind is kind
                ],
            }
            for kind in SkillKind
        ],
        "none": words.say("None: every skill of these roles is ticked."),
        "had": words.say("What I can already do: {skills}", skills=", ".join(had)) if had else "",
    }


def _skill(writer: Writer, skill: Skill, count: int | None, order: Order) -> Block:
    return {
        "name": writer.text(skill.name),
        "count": "" if count is None else writer.translator.number(count),
        "learning": writer.translator.say("learning") if skill.id in order.learning else "",
    }


def _notices(writer: Writer, roles: Sequence[Role]) -> str:
    """Return what has to be said about the booklet as a whole."""
    words = writer.translator
    lines = [
        words.say(
            "Figures show what was found, not what is sure to come. Each has a number that leads "
            "to its source; look for newer ones before you decide."
        )
    ]
    lines += writer.translation_notices(role.translation for role in roles)
    return " ".join(lines)
