"""Words that the checker looks for, in both languages, and how long texts may be."""

from __future__ import annotations

import re
from collections.abc import Iterable


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of ``words`` as whole words; a space fits a hyphen too."""
    parts = "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in words)
    return re.compile(rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE)


HYPE = {
    "en": _any_of(
        """amazing, astronomical, awesome, best ever, bleeding edge, brilliant minds, cutting edge,
        dream career, dream job, elite, endless opportunities, exciting career, extremely lucrative,
        fantastic, game changer, game changing, genius, groundbreaking, guarantee, guaranteed,
        guarantees, guru, hottest, immune, incredible, incredibly, jaw dropping, lucrative, massive,
        mind blowing, next level, ninja, phenomenal, recession proof, revolutionary,
        revolutionise, revolutionize, rockstar, rock star, skyrocket, skyrocketing,
        state of the art, superstar, top of the food chain, ultimate, unicorn, unlimited,
        unparalleled, unstoppable, wizard, world class""".replace("\n", " ").split(", ")
    ),
    "ms": _any_of(
        """bertaraf dunia, elit, genius, guru besar teknologi, hebat gila, jaminan kerja,
        kebal daripada, kerja idaman, kerja impian, kerjaya idaman, kerjaya impian, dijamin,
        menakjubkan, mengagumkan, luar biasa, lumayan, paling hebat, pasti berjaya, revolusioner,
        tanpa had, termaju di dunia, terhebat, terulung, terunggul, tiada had, tiada tandingan,
        tidak terhad, ulung""".replace("\n", " ").split(", ")
    ),
}

GENDERED = {
    "en": _any_of(
        """he, she, his, her, hers, him, himself, herself, he/she, s/he, boys, girls, chairman,
        chairmen, craftsman, foreman, foremen, freshman, freshmen, layman, man made, man hours,
        manpower, mankind, middleman, policeman, policemen, fireman, firemen, salesman, salesmen,
        saleswoman, businessman, businessmen, businesswoman, workman, workmen, stewardess,
        repairman, spokesman, cameraman""".replace("\n", " ").split(", ")
    ),
    "ms": _any_of(
        """budak lelaki, budak perempuan, kaum hawa, kaum adam, kaum lelaki, kaum wanita,
        seorang lelaki, seorang wanita, ahli perniagaan wanita, pramugari,
        usahawan wanita""".replace("\n", " ").split(", ")
    ),
}

LOOKALIKES = (
    (re.compile(r"<[A-Za-z/!?]"), "a “<” that looks like a tag"),
    (re.compile(r"&(#\d+|#x[0-9a-fA-F]+|[A-Za-z]+\d*);"), "an “&…;” that looks like HTML"),
    (re.compile(r"\]\("), "a link in Markdown"),
    (re.compile(r"\*\*|__|`"), "signs for bold or code"),
    (re.compile(r"^(#{1,6}|[-*+]|\d+\.)\s"), "the mark of a heading or list"),
    (re.compile(r"(?i)\bjavascript:|\bdata:text"), "an address that is a program"),
)
"""What could be taken for rich text; the catalogue is plain text everywhere."""

HIDDEN = re.compile(
    "[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff"
    "\ufff9-\uffff\ue000-\uf8ff]"
)
"""Control and formatting characters that nobody sees, and characters without a meaning."""

LENGTHS = {
    "title": 80,
    "why_title": 80,
    "hard_title": 80,
    "label": 80,
    "when": 40,
    "name": 120,
    "tagline": 120,
    "summary": 500,
    "difference": 240,
}
LONGEST_TEXT = 900
"""Characters in any text that has no limit of its own."""
LONGEST_STRING = 240
"""Characters in a name, title, code or address that is in one language only."""

FIGURE = re.compile(
    r"(?:RM|USD|SGD|US\$|S\$|€|£)\s?\d|\d\s?%|\d\s(?:per\s?cent|peratus)\b|(?i:cgpa|pngk)\D{0,20}\d"
)
"""Money, percentages and grade averages: figures that need a source."""
