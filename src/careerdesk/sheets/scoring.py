"""Blocks of scores and interests, which several sheets share."""

from __future__ import annotations

from careerdesk.catalogue.methods import METHODS
from careerdesk.catalogue.score import Score
from careerdesk.catalogue.terms import Basis, ScoreKey
from careerdesk.catalogue.wording import interest_letter, label
from careerdesk.sheets.writing import Block, Writing, sources


def score_bars(writing: Writing) -> Block:
    """Return the seven scores, a bar for each basis, and what to mind about them."""
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


def interests(writing: Writing) -> Block | None:
    """Return the six interests, for a radar."""
    if not writing.role.interests:
        return None
    words = writing.translator
    rows = [
        {
            "name": label(score.interest, words),
            "letter": interest_letter(score.interest, words),
            "at": score.value / 100,
            "text": str(score.value),
            "sources": [score.source],
            "alt": f"{label(score.interest, words)}: "
            + words.say("{value} of 100", value=score.value),
        }
        for score in writing.role.interests
    ]
    return {"heading": words.say("Interests it speaks to"), "rows": rows}
