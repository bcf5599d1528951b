"""The role sheet: two pages about one role."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from careerdesk.catalogue.text import Text
from careerdesk.sheets.drafts import Draft
from careerdesk.sheets.first_page import DETAILS as FIRST_DETAILS
from careerdesk.sheets.first_page import first_page
from careerdesk.sheets.fitting import MARGINS, Measure, Page
from careerdesk.sheets.second_page import DETAILS as SECOND_DETAILS
from careerdesk.sheets.second_page import second_page
from careerdesk.sheets.writing import Block, Writing

_FIRST = {
    "balance": 40.8,
    "glance": 92.5,
    "journey": 49.1,
    "neighbours": 48.9,
    "routes": 20.5,
    "story": 41.9,
    "study": 35.7,
    "subjects": 43.1,
}
_SECOND = {
    "certificates": 5.5,
    "conditions": 20.8,
    "interests": 311.2,
    "ladder": 23.6,
    "notices": 42.6,
    "pay": 56.4,
    "scores": 21.6,
    "skills": 53.8,
    "sources": 16.3,
    "supports": 65.3,
    "terms": 45.2,
}


def role_sheet(writing: Writing, titles: Mapping[str, Text]) -> Draft:
    """Return the sheet of a role.

    ``titles`` gives the titles of the roles that it names as neighbours or rungs; those it lacks
    are left out.
    """
    height = writing.look.paper.millimetres[1] - MARGINS
    frame = {**writing.frame(writing.text(writing.role.title)), "head": _head(writing)}

    def first_blocks() -> Block:
        return first.setting.blocks

    def sources(blocks: Block) -> Block:
        return {"sources": writing.source_list(first_blocks(), blocks)}

    first = Page(
        [partial(first_page, writing, titles, less) for less in FIRST_DETAILS],
        Measure(height, rest=84.4, lengths=_FIRST),
    )
    second = Page(
        [partial(second_page, writing, first_blocks, less) for less in SECOND_DETAILS],
        Measure(height, rest=70.0, lengths=_SECOND),
        more=sources,
    )

    def content() -> Block:
        pages = {"first": first.setting.as_data(), "second": second.setting.as_data()}
        return {**frame, **pages, **sources(second.setting.blocks)}

    return Draft("role", writing.edition.today, (first, second), content)


def _head(writing: Writing) -> Block:
    role = writing.role
    return {
        "field": writing.text(writing.shared.fields[role.field].name),
        "other_title": writing.other(role.title),
        "tagline": writing.text(role.tagline),
        "summary": writing.text(role.summary),
    }
