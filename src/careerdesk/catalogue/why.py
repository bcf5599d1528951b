"""The line that says why a role is in a list, in words."""

from __future__ import annotations

from careerdesk.catalogue.finder import Found, FoundRole, Part
from careerdesk.catalogue.index import Tier
from careerdesk.catalogue.reasons import Reason, marks
from careerdesk.catalogue.wishes import Wish
from careerdesk.errors import N_
from careerdesk.i18n import Translator

_LINES = {
    Tier.OTHER_TITLE: N_("Also called: {text}"),
    Tier.SEARCH_WORD: N_("Looked for as: {text}"),
    Tier.SEARCH_PHRASE: N_("Looked for as: {text}"),
    Tier.TAGLINE: N_("In short: {text}"),
    Tier.SKILL: N_("Skill: {text}"),
    Tier.FIELD: N_("Field: {text}"),
    Tier.TASK: N_("Task: {text}"),
    Tier.ABBREVIATION: N_("Certificate or body: {text}"),
    Tier.SUBJECT: N_("SPM subject: {text}"),
}


def reason_line(reason: Reason, translator: Translator) -> str:
    """Return ``reason`` in words: ``Skill: Reading drawings``."""
    return translator.say(_LINES[reason.tier], text=reason.text)


def wish_label(wish: Wish, translator: Translator) -> str:
    """Return in words what was wished of the work."""
    names = (subject.name.in_language(translator.language) for subject in wish.without)
    return translator.say(wish.label, subjects=", ".join(names), word=wish.unwanted)


def why_line(row: FoundRole, translator: Translator) -> str:
    """Return why ``row`` is in its list; empty when its title says it all."""
    said = [reason_line(reason, translator) for reason in row.reasons]
    wishes = [wish_label(wish, translator) for wish in row.wishes]
    if wishes:
        said.append(translator.say("Fits: {text}", text=", ".join(wishes)))
    if row.part is Part.APART:
        said.append(translator.say("Entry pay: no Malaysian figure with a source"))
    return " · ".join(said)


def why_always(row: FoundRole, found: Found, translator: Translator) -> str:
    """Return the same, with words also for a title that fits; empty where nothing was typed."""
    line = why_line(row, translator)
    if line or not found.units:
        return line
    return translator.say("Title: {text}", text=_title_found(row, found, translator.language))


def _title_found(row: FoundRole, found: Found, language: str) -> str:
    """Return the title in ``language``, unless what was typed stands in the other one only."""
    title = row.card.title.in_language(language)
    for written in (title, row.card.title.en, row.card.title.ms):
        if marks(written, found.units):
            return written
    return title
