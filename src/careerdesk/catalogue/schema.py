"""What marks a catalogue file, and what may be in it.

This stays free of the record classes, because it is read before the first painted list.
"""

from __future__ import annotations

from careerdesk.catalogue.index import SEARCH_TABLES

APPLICATION_ID = 0x43447363
"""``CDsc`` in the file's header: a catalogue of CareerDesk."""

SCHEMA = 4
"""Counts up when a program that reads the older tables could not read the new ones."""

SHARED_TABLES = (
    "source",
    "field",
    "skill",
    "certificate",
    "institution",
    "organisation",
    "support",
    "subject",
    "baseline",
    "term",
    "synonym",
)
"""One table per shared record class, in an order in which each points only backwards."""

SECTIONS = (
    "onet",
    "neighbours",
    "story",
    "balance",
    "day",
    "responsibilities",
    "journey",
    "routes",
    "academic",
    "subjects",
    "ladder",
    "pay",
    "outlook",
    "conditions",
    "skills",
    "development",
    "certificates",
    "study",
    "supports",
    "people",
    "books",
    "websites",
    "organisations",
    "notices",
    "scores",
    "interests",
)
"""The sections of a role; the table of each is called ``role_`` and its name."""

FACETS = "facets"
"""What roles are filtered and sorted by: a row per role."""

TABLES = frozenset(
    (
        "catalogue",
        "role",
        FACETS,
        *SEARCH_TABLES,
        *SHARED_TABLES,
        *(f"role_{section}" for section in SECTIONS),
    )
)
"""Every table that a catalogue has; there is nothing else in it but indexes of these."""
