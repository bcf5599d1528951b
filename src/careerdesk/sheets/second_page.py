"""The second page of a role sheet: what it takes, what it pays, and what the figures rest on."""

from __future__ import annotations

from collections.abc import Callable, Set
from enum import StrEnum, auto

from careerdesk.catalogue.role import Condition
from careerdesk.catalogue.shared import CertificateStatus, SkillKind
from careerdesk.catalogue.wording import hours, label, level_range
from careerdesk.sheets import scoring, work
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
    SOURCES_APART = auto()
    PAY_ELSEWHERE = auto()
    STATUS_NOTES = auto()
    PAY_BY_SECTOR = auto()
    STAIRS = auto()
    PAST_CERTIFICATES = auto()
    """Those that cannot be earned any more, which role pages still praise."""
    CERTIFICATES_OF_CHOICE = auto()
    """Those that neither the law nor a board asks for."""


DETAILS = tuple(frozenset(tuple(Extra)[left_out:]) for left_out in range(len(Extra) + 1))
"""From the fullest to the briefest."""

WITHOUT_CERTIFICATES = sum(Extra.PAST_CERTIFICATES not in extras for extras in DETAILS)
"""How many of them, the last, leave out certificates."""


def second_page(writing: Writing, first: Callable[[], Block], extras: Set[Extra]) -> Block:
    """Return the blocks of the page, in the order in which they are read.

    ``first`` returns those of the page before it, whose terms are explained on this one.
    """
    blocks = {
        "skills": _skills(writing, extras),
        "ladder" if Extra.STAIRS in extras else "rungs": _ladder(writing, extras),
        "scores": scoring.score_bars(writing),
        "interests": scoring.interests(writing),
        "conditions": _conditions(writing, extras),
        "pay": pay_block(
            writing,
            sectors=Extra.PAY_BY_SECTOR in extras,
            abroad=Extra.PAY_ELSEWHERE in extras,
            notes=Extra.PAY_NOTES in extras,
        ),
        "certificates": _certificates(writing, extras),
        "supports": _supports(writing, extras),
        "notices": work.notices(writing),
        "addresses": Extra.ADDRESSES in extras,
        "sources_apart": Extra.SOURCES_APART in extras,
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
    every = Extra.CERTIFICATES_OF_CHOICE in extras
    left_out = () if Extra.PAST_CERTIFICATES in extras else (CertificateStatus.RETIRED,)
    uses = [
        use
        for use in writing.role.certificates
        if (every and writing.shared.certificates[use.certificate].status not in left_out)
        or use.required
    ]
    if not uses:
        return None
    words = writing.translator
    required = words.say("required by law or a board")
    rows = []
    for use in uses:
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
                "required": required if every and use.required else "",
                "text": writing.text(text) if wanted in extras else "",
                "sources": [certificate.source],
            }
        )
    heading = words.say("Certificates") if every else words.say("Required certificates")
    return {"heading": heading, "rows": rows}


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
