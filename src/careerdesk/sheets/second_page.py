"""The second page of a role sheet: what it takes, what it pays, and what the figures rest on."""

from __future__ import annotations

from collections.abc import Callable, Set
from enum import StrEnum, auto

from careerdesk.catalogue.methods import METHODS
from careerdesk.catalogue.role import Condition, Score
from careerdesk.catalogue.shared import CertificateStatus, SkillKind
from careerdesk.catalogue.terms import Basis, ScoreKey
from careerdesk.catalogue.text import Language
from careerdesk.catalogue.wording import hours, label, level_range
from careerdesk.sheets.pay_block import pay_block
from careerdesk.sheets.writing import Block, Writing, sources


class Extra(StrEnum):
    """What may be left out where room is short, the least missed first."""

    TERMS = auto()
    ADDRESSES = auto()
    SKILL_TEXTS = auto()
    RUNG_TEXTS = auto()
    PAY_NOTES = auto()
    CERTIFICATE_TEXTS = auto()
    WHO_MAY_APPLY = auto()
    CONDITION_TEXTS = auto()
    PAY_ELSEWHERE = auto()
    STATUS_NOTES = auto()
    PAY_BY_SECTOR = auto()


DETAILS = tuple(frozenset(tuple(Extra)[left_out:]) for left_out in range(len(Extra) + 1))
"""From the fullest to the briefest."""


def second_page(writing: Writing, first: Callable[[], Block], extras: Set[Extra]) -> Block:
    """Return the blocks of the page, in the order in which they are read.

    ``first`` returns those of the page before it, whose terms are explained on this one.
    """
    blocks = {
        "skills": _skills(writing, extras),
        "ladder": _ladder(writing, extras),
        "scores": _scores(writing),
        "interests": _interests(writing),
        "conditions": _conditions(writing, extras),
        "pay": pay_block(
            writing,
            sectors=Extra.PAY_BY_SECTOR in extras,
            abroad=Extra.PAY_ELSEWHERE in extras,
            notes=Extra.PAY_NOTES in extras,
        ),
        "certificates": _certificates(writing, extras),
        "supports": _supports(writing, extras),
        "notices": _notices(writing),
        "addresses": Extra.ADDRESSES in extras,
    }
    if Extra.TERMS in extras:
        blocks["terms"] = writing.terms(first(), blocks)
    return {name: block for name, block in blocks.items() if block is not None}


def _skills(writing: Writing, extras: Set[Extra]) -> Block | None:
    say = writing.translator.say
    groups = []
    for kind in SkillKind:
        uses = [use for use in writing.role.skills if writing.shared.skills[use.skill].kind is kind]
        skills = [
            {
                "name": writing.text(writing.shared.skills[use.skill].name),
                "text": writing.text(use.text) if Extra.SKILL_TEXTS in extras else "",
            }
            for use in uses
        ]
        if skills:
            groups.append({"name": label(kind, writing.translator), "skills": skills})
    if not groups:
        return None
    return {
        "heading": say("Skills to collect"),
        "hint": say("Tick what you can already do."),
        "groups": groups,
    }


def _ladder(writing: Writing, extras: Set[Extra]) -> Block | None:
    if not writing.role.ladder:
        return None
    return {
        "heading": writing.translator.say("The ladder"),
        "rungs": [
            {
                "title": writing.text(rung.title),
                "text": writing.text(rung.text) if Extra.RUNG_TEXTS in extras else "",
                "here": rung.role == writing.role.id,
                "sources": sources(rung.source),
            }
            for rung in writing.role.ladder
        ],
    }


def _scores(writing: Writing) -> Block:
    words = writing.translator
    scores = writing.role.scores
    rows = [_score_row(writing, key) for key in ScoreKey]
    bases = [basis for basis in Basis if any(score.basis is basis for score in scores)]
    return {
        "heading": words.say("Seven scores, 0 to 100"),
        "rows": rows,
        "legend": [[str(basis), label(basis, words)] for basis in bases],
        "caveats": _caveats(writing),
    }


def _score_row(writing: Writing, key: ScoreKey) -> Block:
    words = writing.translator
    name = label(key, words)
    found = [score for score in writing.role.scores if score.key is key]
    found.sort(key=lambda score: list(Basis).index(score.basis))
    if not found:
        none = words.say("no evidence yet")
        return {"name": name, "bars": [], "none": none, "alt": f"{name}: {none}"}
    told = ", ".join(
        words.say("{value} of 100", value=score.value) + f" ({label(score.basis, words)})"
        for score in found
    )
    return {
        "name": name,
        "bars": [_bar(score) for score in found],
        "alt": f"{name}: {told}",
    }


def _bar(score: Score) -> Block:
    used = sources(score.source, *(item.source for item in score.inputs))
    return {
        "at": score.value / 100,
        "text": str(score.value),
        "basis": str(score.basis),
        "sources": used,
    }


def _caveats(writing: Writing) -> str:
    """Return what has to be said with the scores that are shown, each sentence once."""
    scores = writing.role.scores
    used = {score.method for score in scores}
    exposed = any(score.key is ScoreKey.AI_EXPOSURE for score in scores)
    methods = [
        method
        for method in METHODS.values()
        if method.id in used or (exposed and method.key is ScoreKey.AI_EXPOSURE)
    ]
    caveats = [caveat for method in methods for caveat in method.caveats]
    return " ".join(dict.fromkeys(writing.text(caveat) for caveat in caveats))


def _interests(writing: Writing) -> Block | None:
    if not writing.role.interests:
        return None
    words = writing.translator
    rows = [
        {
            "name": label(score.interest, words),
            "at": score.value / 100,
            "text": str(score.value),
            "sources": [score.source],
            "alt": f"{label(score.interest, words)}: "
            + words.say("{value} of 100", value=score.value),
        }
        for score in writing.role.interests
    ]
    return {"heading": words.say("Interests it speaks to"), "rows": rows}


def _conditions(writing: Writing, extras: Set[Extra]) -> Block | None:
    if not writing.role.conditions:
        return None
    words = writing.translator
    return {
        "heading": words.say("At work"),
        "rows": [_condition(writing, row, extras) for row in writing.role.conditions],
        "note": words.say("Lines without a number are our own reading."),
    }


def _condition(writing: Writing, row: Condition, extras: Set[Extra]) -> Block:
    value = hours(row, writing.translator) or level_range(row, writing.translator)
    wordless = not value or Extra.CONDITION_TEXTS in extras
    return {
        "name": label(row.kind, writing.translator),
        "value": value,
        "text": writing.text(row.text) if wordless else "",
        "sources": sources(row.source),
    }


def _certificates(writing: Writing, extras: Set[Extra]) -> Block | None:
    if not writing.role.certificates:
        return None
    words = writing.translator
    rows = []
    for use in writing.role.certificates:
        certificate = writing.shared.certificates[use.certificate]
        current = certificate.status is CertificateStatus.CURRENT
        text, wanted = (
            (use.text, Extra.CERTIFICATE_TEXTS)
            if current
            else (certificate.status_note, Extra.STATUS_NOTES)
        )
        rows.append(
            {
                "name": certificate.name,
                "provider": certificate.provider,
                "status": label(certificate.status, words),
                "current": current,
                "required": words.say("required by law or a board") if use.required else "",
                "text": writing.text(text) if wanted in extras else "",
                "sources": [certificate.source],
            }
        )
    return {"heading": words.say("Certificates"), "rows": rows}


def _supports(writing: Writing, extras: Set[Extra]) -> Block | None:
    if not writing.role.supports:
        return None
    words = writing.translator
    rows = []
    for use in writing.role.supports:
        support = writing.shared.supports[use.support]
        rows.append(
            {
                "name": support.name,
                "kind": label(support.kind, words),
                "text": writing.text(support.who) if Extra.WHO_MAY_APPLY in extras else "",
                "sources": [support.source],
            }
        )
    return {"heading": words.say("Help to pay for study"), "rows": rows}


def _notices(writing: Writing) -> Block:
    words = writing.translator
    lines = [writing.text(notice.text) for notice in writing.role.notices]
    if writing.language == Language.MS:
        lines.insert(0, label(writing.role.translation, words))
    lines.append(
        words.say("Text last reviewed on {date}.", date=words.date(writing.role.reviewed_on))
    )
    lines.append(words.say("CareerDesk itself says more about this role."))
    cited = sources(*(notice.source for notice in writing.role.notices))
    return {"text": " ".join(lines), "sources": cited}
