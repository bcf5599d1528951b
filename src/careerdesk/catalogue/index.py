"""The search index: its tables, and where in a role a word can stand.

The authoring room fills these tables (:mod:`careerdesk.authoring.index`), the finder reads them.
All text in them is plain (:func:`careerdesk.catalogue.words.words`), so nothing a student types
can be an operator. A role is known by its position, its place among all English titles.

search_title      whole titles, other titles and search words, to be found by how they begin
search_term       for each word and tier, the set of roles that have it there
search_prefix     the same for beginnings that many words share, so that one letter is as quick
search_stem       for each stem, the words that it is a stem of
search_synonym    for each word or phrase, the groups of everyday words that it is in
search_filter     for each value to filter by, the set of roles that have it
search_order      roles in the orders in which they can be listed
"""

from __future__ import annotations

from enum import IntEnum

TITLES = "search_title"
TERMS = "search_term"
PREFIXES = "search_prefix"
STEMS = "search_stem"
SYNONYMS = "search_synonym"
FILTERS = "search_filter"
ORDERS = "search_order"

SEARCH_TABLES = (TITLES, TERMS, PREFIXES, STEMS, SYNONYMS, FILTERS, ORDERS)

MANY_TERMS = 16
"""A beginning that more words than this share has a row of its own in ``search_prefix``."""


class TitleKind(IntEnum):
    """What a row of ``search_title`` is."""

    TITLE = 0
    OTHER = 1
    SEARCH_WORD = 2


class Tier(IntEnum):
    """Where in a role a word stands, the most telling first."""

    TITLE = 0
    OTHER_TITLE = 1
    SEARCH_WORD = 2
    """A search word that is this word and no more."""
    SEARCH_PHRASE = 3
    TAGLINE = 4
    SKILL = 5
    FIELD = 6
    TASK = 7
    ABBREVIATION = 8
    """One in the name of a certificate, or of a body, that matters in the role: *CCNA*, *JKM*."""
    SUBJECT = 9
    """An SPM subject that the role names; the sets of these are those of the filter."""


WEIGHTS = {
    Tier.TITLE: 10.0,
    Tier.OTHER_TITLE: 7.0,
    Tier.SEARCH_WORD: 7.0,
    Tier.SEARCH_PHRASE: 5.0,
    Tier.TAGLINE: 3.5,
    Tier.SKILL: 2.5,
    Tier.FIELD: 2.0,
    Tier.TASK: 1.5,
    Tier.ABBREVIATION: 2.5,
    Tier.SUBJECT: 2.0,
}
"""How much a word counts in each place."""

ALL = ("all", "")
"""Key in ``search_filter`` of the set of all roles that are not retired."""
