"""The search over titles and words in both languages: its two indexes, and how they are asked.

The title index finds titles by how they begin, and so answers what a student most likely means.
The word index, FTS5's, finds every other role that has all the words somewhere. Both hold text
that :func:`words` has made plain, and every question goes the same way; nothing a student types
can be an operator.
"""

from __future__ import annotations

import re
import unicodedata
from sqlite3 import Connection

from careerdesk.catalogue.schema import SEARCH_INDEX, TITLE_INDEX

WEIGHTS = {
    "titles": 10,
    "other_titles": 6,
    "search_words": 6,
    "tagline": 3,
    "skills": 2,
    "field": 2,
}
"""The columns of the word index, and how much a hit in each counts."""

CREATE_WORD_INDEX = (
    f"CREATE VIRTUAL TABLE {SEARCH_INDEX} USING fts5({', '.join(WEIGHTS)}, content='', "
    "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
)

_LONGEST_QUERY = 200
"""Characters that are looked at; no title is as long."""

_RANKED_HITS = 500
"""Hits of the word index that are ranked; more would be slow for one letter, and tell nothing."""

_AFTER_ALL = "\U0010ffff"

_FIND_TITLES = f"""
    SELECT position FROM {TITLE_INDEX}
    WHERE other = ? AND title >= ? AND title < ? ORDER BY title LIMIT ?
"""

_FIND_WORDS = f"""
    SELECT rowid FROM (
        SELECT rowid, bm25({SEARCH_INDEX}, {", ".join(map(str, WEIGHTS.values()))}) AS score
        FROM {SEARCH_INDEX} WHERE {SEARCH_INDEX} MATCH ? LIMIT {_RANKED_HITS}
    ) ORDER BY score, rowid LIMIT ?
"""


def words(text: str) -> list[str]:
    """Return the words of ``text`` without capitals, accents and punctuation."""
    letters = unicodedata.normalize("NFKD", text)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.findall(r"[^\W_]+", plain.casefold())


def find(connection: Connection, query: str, limit: int) -> list[int]:
    """Return the positions of the roles that ``query`` finds, best first.

    The order is: the title itself, titles that begin so, other titles that do, and then by how
    well the words fit. The last word may be unfinished.
    """
    asked = words(query[:_LONGEST_QUERY])
    if not asked or limit < 1:
        return []
    start = " ".join(asked)
    found = dict.fromkeys(_by_title(connection, start, limit, other=False))
    if len(found) < limit:
        found |= dict.fromkeys(_by_title(connection, start, limit, other=True))
    if len(found) < limit:
        found |= dict.fromkeys(_anywhere(connection, asked, limit))
    return list(found)[:limit]


def _by_title(connection: Connection, start: str, limit: int, *, other: bool) -> list[int]:
    """Return roles with a title that begins with ``start``, by that title: so itself first.

    A role may be there twice, by its titles in the two languages.
    """
    rows = connection.execute(_FIND_TITLES, (other, start, start + _AFTER_ALL, 2 * limit))
    return [position for (position,) in rows]


def _anywhere(connection: Connection, asked: list[str], limit: int) -> list[int]:
    match = " ".join(f'"{word}"' for word in asked) + "*"
    return [position for (position,) in connection.execute(_FIND_WORDS, (match, limit))]
