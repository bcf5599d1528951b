"""The words for what roles can be filtered and sorted by."""

from __future__ import annotations

from careerdesk.catalogue.search import Filter, Kind, Sort
from careerdesk.desk.context import Context
from careerdesk.errors import N_

KINDS = {
    Kind.FIELD: N_("Field"),
    Kind.ROUTE: N_("Way in"),
    Kind.SCHOOLING: N_("Schooling"),
    Kind.SUBJECT: N_("Subject"),
    Kind.INTEREST: N_("Interest"),
    Kind.PAY: N_("Entry pay"),
    Kind.DEMAND: N_("Demand"),
    Kind.PLACE: N_("Place"),
    Kind.HOURS: N_("Hours"),
}
"""What a filter is called on its button."""

SORTS = {
    Sort.MATCH: N_("Best match first"),
    Sort.TITLE: N_("By title"),
    Sort.PAY: N_("Highest entry pay first"),
    Sort.DEMAND: N_("Highest demand in Malaysia first"),
    Sort.SHORTEST: N_("Shortest way in first"),
}


def filter_label(chosen: Filter, context: Context) -> str:
    """Return the words for one value, as menus and chips show it."""
    from careerdesk.catalogue import terms, wording

    t = context.t
    kind, value = chosen.kind, chosen.value
    if kind is Kind.FIELD:
        fields = {counted.field.id: counted.field.name for counted in context.store.fields()}
        return fields[value].in_language(t.language)
    if kind is Kind.SUBJECT:
        return context.store.shared.subjects[value].name.in_language(t.language)
    if kind is Kind.PAY:
        return t.say("{amount} a month or more", amount=t.money(int(value), "MYR"))
    if kind is Kind.INTEREST:
        interest = terms.Interest(value)
        return f"{wording.interest_letter(interest, t)} · {wording.label(interest, t)}"
    if kind is Kind.SCHOOLING:
        schooling = wording.label(terms.Schooling(value), t)
        return t.say("At most: {schooling}", schooling=schooling)
    if kind is Kind.DEMAND:
        return _demand_label(terms.Level(value), context)
    stored = {
        Kind.ROUTE: terms.RouteKind,
        Kind.PLACE: terms.WorkPlace,
        Kind.HOURS: terms.HoursPattern,
    }
    return wording.label(stored[kind](value), t)


def _demand_label(level: object, context: Context) -> str:
    from careerdesk.catalogue import terms

    t = context.t
    return {
        terms.Level.HIGH: t.say("High demand"),
        terms.Level.MEDIUM: t.say("Medium demand"),
        terms.Level.LOW: t.say("Low demand"),
        terms.Level.NONE: t.say("Not on the national list"),
    }[terms.Level(level)]
