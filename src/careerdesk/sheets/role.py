"""The role sheet: two pages about one role."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from careerdesk.catalogue.text import Text
from careerdesk.sheets import work
from careerdesk.sheets.drafts import Draft
from careerdesk.sheets.first_page import DETAILS as FIRST_DETAILS
from careerdesk.sheets.first_page import first_page
from careerdesk.sheets.fitting import MARGINS, Measure, Page, Written
from careerdesk.sheets.second_page import DETAILS as SECOND_DETAILS
from careerdesk.sheets.second_page import second_page
from careerdesk.sheets.writing import Block, Writing

_FIRST = {
    "balance": 38.7,
    "glance": 95.9,
    "journey": 52.2,
    "neighbours": 40.9,
    "routes": 20.8,
    "story": 35.8,
    "study": 34.6,
    "subjects": 38.2,
}
_SECOND = {
    "certificates": 32.3,
    "interests": 239.4,
    "ladder": 25.4,
    "notices": 26.4,
    "pay": 75.1,
    "skills": 47.5,
    "sources": 13.9,
    "supports": 64.5,
    "terms": 37.8,
}


def role_sheet(writing: Writing, titles: Mapping[str, Text]) -> Draft:
    """Return the sheet of a role.

    ``titles`` gives the titles of the roles that it names as neighbours or rungs; those it lacks
    are left out.
    """
    height = writing.look.paper.millimetres[1] - MARGINS
    frame = {**writing.frame(writing.text(writing.role.title)), "head": work.head(writing)}

    def first_blocks() -> Block:
        return first.setting.written.blocks

    def order(written: Written) -> tuple[str, ...]:
        return (*first.setting.written.cited, *written.cited)

    first = Page(
        [partial(first_page, writing, titles, less) for less in FIRST_DETAILS],
        Measure(height, rest=68.2, each=3.5, lengths=_FIRST),
    )
    second = Page(
        [partial(second_page, writing, first_blocks, less) for less in SECOND_DETAILS],
        Measure(height, rest=52.1, each=7.4, lengths=_SECOND),
        more=lambda written: {"sources": writing.source_length(order(written))},
    )

    def content() -> Block:
        return {
            **frame,
            "first": first.setting.as_data(),
            "second": second.setting.as_data(),
            "sources": writing.source_list(*order(second.setting.written)),
        }

    return Draft("role", writing.edition.today, (first, second), content)
