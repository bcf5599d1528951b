"""The role sheet: two pages about one role."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from careerdesk.catalogue.text import Text
from careerdesk.sheets import work
from careerdesk.sheets.drafts import Draft
from careerdesk.sheets.first_page import DETAILS as FIRST_DETAILS
from careerdesk.sheets.first_page import WITHOUT_STUDY, first_page
from careerdesk.sheets.fitting import MARGINS, Measure, Page, Written, source_length
from careerdesk.sheets.second_page import DETAILS as SECOND_DETAILS
from careerdesk.sheets.second_page import WITHOUT_CERTIFICATES, second_page
from careerdesk.sheets.writing import Block, Writing

_FIRST = {
    "balance": 40.3,
    "glance": 122.9,
    "journey": 52.6,
    "neighbours": 40.9,
    "routes": 24.7,
    "story": 40.9,
    "study": 36.0,
    "subjects": 44.3,
}
_SECOND = {
    "certificates": 41.8,
    "conditions": 57.8,
    "interests": 89.9,
    "ladder": 30.0,
    "notices": 46.3,
    "pay": 75.2,
    "rungs": 20.0,
    "scores": 36.6,
    "skills": 38.9,
    "sources": 30.0,
    "sources_run_in": 26.4,
    "supports": 33.8,
    "terms": 33.5,
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
        Measure(height, rest=52.6, each=3.0, lengths=_FIRST),
        in_turn=WITHOUT_STUDY,
    )
    second = Page(
        [partial(second_page, writing, first_blocks, less) for less in SECOND_DETAILS],
        Measure(height, rest=37.4, each=1.1, lengths=_SECOND),
        more=lambda written: source_length(writing, written, order(written)),
        in_turn=WITHOUT_CERTIFICATES,
    )

    def content() -> Block:
        return {
            **frame,
            "first": first.setting.as_data(),
            "second": second.setting.as_data(),
            "sources": writing.source_list(*order(second.setting.written)),
        }

    return Draft("role", writing.edition.today, (first, second), content)
