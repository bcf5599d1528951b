"""The role sheet: two A4 pages about one role."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import partial

from careerdesk.catalogue.cards import CatalogueInfo
from careerdesk.catalogue.evidence import when
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.shared import Shared, Source
from careerdesk.catalogue.text import Language, Text
from careerdesk.catalogue.wording import label
from careerdesk.i18n import Translator
from careerdesk.sheets.first_page import DETAILS as FIRST_DETAILS
from careerdesk.sheets.first_page import first_page
from careerdesk.sheets.fitting import Page
from careerdesk.sheets.second_page import DETAILS as SECOND_DETAILS
from careerdesk.sheets.second_page import second_page
from careerdesk.sheets.typesetter import typesetter
from careerdesk.sheets.writing import Block, Writing, cited

_NAME_LENGTH = 100
"""Longest title in a file name, so that a path on a school server stays below 260 characters."""


def role_sheet(
    role: Role,
    shared: Shared,
    info: CatalogueInfo,
    language: str,
    today: date,
    *,
    titles: Mapping[str, Text],
) -> bytes:
    """Return the sheet of ``role`` in ``language`` (``en`` or ``ms``) as a PDF.

    ``titles`` gives the titles of the roles that ``role`` names as neighbours or rungs; those it
    lacks are left out. The same arguments give the same bytes.

    Raises:
        SheetProblem: if the sheet cannot be typeset.
    """
    writing = Writing(role, shared, language)
    pages = (
        Page([partial(first_page, writing, titles, less) for less in FIRST_DETAILS], capacity=4900),
        Page([partial(second_page, writing, less) for less in SECOND_DETAILS], capacity=3250),
    )
    frame = _frame(writing, info, today)
    while True:
        first, second = (page.setting.as_data() for page in pages)
        content = {"first": first, "second": second, "sources": _sources(writing, first, second)}
        typeset = typesetter().typeset("role.typ", {**frame, **content}, today)
        settled = [page.holds(taken) for page, taken in zip(pages, typeset.pages, strict=True)]
        if all(settled):
            return typeset.pdf


def file_name(role: Role, language: str) -> str:
    """Return a name for the file of the sheet that every system takes, in ``language``."""
    title = unicodedata.normalize("NFC", role.title.in_language(language))
    safe = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]+', "-", title)
    safe = re.sub(r"\s+", " ", safe)[:_NAME_LENGTH].strip(" .-")
    return f"{safe or role.id} - CareerDesk.pdf"


def _frame(writing: Writing, info: CatalogueInfo, today: date) -> Block:
    """Return what the sheet says whatever its pages hold."""
    words = writing.translator
    return {
        "language": writing.language,
        "title": writing.text(writing.role.title),
        "date": [today.year, today.month, today.day],
        "head": _head(writing),
        "foot": _foot(info, today, words),
        "notes": words.say("My notes and questions"),
    }


def _head(writing: Writing) -> Block:
    role = writing.role
    other = Language.EN if writing.language == Language.MS else Language.MS
    return {
        "field": writing.text(writing.shared.fields[role.field].name),
        "brand": "CareerDesk",
        "other_title": {"text": role.title.in_language(other), "language": str(other)},
        "tagline": writing.text(role.tagline),
        "summary": writing.text(role.summary),
    }


def _foot(info: CatalogueInfo, today: date, words: Translator) -> Block:
    return {
        "edition": words.say(
            "CareerDesk catalogue, edition {edition} of {published}. Sheet made on {today}.",
            edition=info.edition,
            published=words.date(info.published_on),
            today=words.date(today),
        ),
        "page": words.say("Page {page} of {pages}"),
    }


def _sources(writing: Writing, *pages: Block) -> Block:
    """Return the list of the sources that ``pages`` cite, in the order of their numbers."""
    words = writing.translator
    order = list(dict.fromkeys(key for page in pages for key in cited(page)))
    return {
        "heading": words.say("Where the figures come from"),
        "order": order,
        "entries": [_source(writing.shared.sources[key], words) for key in order],
    }


def _source(source: Source, words: Translator) -> Block:
    """Return a source in the words of the list at the foot of the sheet."""
    published = when(source.published, words)
    address = (source.address or "").removeprefix("https://").removeprefix("http://")
    return {
        "title": source.title,
        "text": f"{source.publisher}, {published}. {label(source.kind, words)}.",
        "address": address.removeprefix("www.").rstrip("/"),
    }
