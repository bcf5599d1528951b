"""How much work there is and what was put back, in words."""

from __future__ import annotations

import re

from careerdesk.i18n import Translator
from careerdesk.student import ChangeKind, Counts

_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the direction of all that follows them."""


def counted(counts: Counts, t: Translator) -> str:
    """Return ``counts`` as ``3 roles, 2 notes, 5 skills``; what there is none of is left out."""
    parts = [
        (counts.roles, t.say_count("{count} role", "{count} roles", counts.roles)),
        (counts.notes, t.say_count("{count} note", "{count} notes", counts.notes)),
        (counts.skills, t.say_count("{count} skill", "{count} skills", counts.skills)),
        (counts.answers, t.say_count("{count} answer", "{count} answers", counts.answers)),
    ]
    return ", ".join(words for count, words in parts if count) or t.say("nothing yet")


def one_name(name: str) -> str:
    """Return a name from anyone's file as it can stand among others: on one line, turning none."""
    return " ".join(_TURNING.sub("", name).split())


def put_back(kind: ChangeKind, t: Translator) -> str:
    """Return which part of the work is as it was before."""
    if kind is ChangeKind.SHORTLIST:
        return t.say("Your shortlist is as it was before.")
    if kind is ChangeKind.SKILLS:
        return t.say("Your skills are as they were before.")
    return t.say("Your answers are as they were before.")
