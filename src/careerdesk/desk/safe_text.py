"""Words from a catalogue or a student, made safe to show.

Qt takes seconds to lay out a word of a hundred thousand letters, and reads a tooltip as markup
when it looks like it. No honest text is changed here.
"""

from __future__ import annotations

import re

from PySide6.QtGui import Qt

LONGEST_TEXT = 5000
"""Characters of a text in a label; no section of a role is as long."""

LONGEST_LINE = 160
"""Characters of what stands on one line: a button, a mark, a tooltip."""

_LONG_WORD = re.compile(r"\S{60}(?=\S)")
_MAY_BREAK = "\u200b"


def readable(words: str) -> str:
    """Return ``words`` cut to a length that can be laid out, with breaks in endless words."""
    return _LONG_WORD.sub(lambda part: part[0] + _MAY_BREAK, _cut(words, LONGEST_TEXT))


def one_line(words: str) -> str:
    """Return ``words`` cut to what fits on a line."""
    return _cut(words, LONGEST_LINE)


def tooltip(words: str) -> str:
    """Return ``words`` so that a tooltip shows them as they are."""
    shown = readable(words)
    if not Qt.mightBeRichText(shown):
        return shown
    from html import escape  # hardly ever needed, and not free to import

    return f"<span>{escape(shown)}</span>"


def wrapped_tooltip(words: str) -> str:
    """Return ``words`` so that a tooltip shows them as they are, on as many lines as it takes.

    Qt breaks the lines of a tooltip only where it reads markup.
    """
    from html import escape

    return f"<qt>{escape(readable(words))}</qt>"


def unmarked(words: str) -> str:
    """Return ``words`` so that Qt reads no ampersand in them as the mark of a shortcut."""
    return words.replace("&", "&&")


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"
