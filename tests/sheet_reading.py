"""Sheets of the real catalogue, and what a reader of the PDF finds in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache
from pathlib import Path

import pypdfium2

from careerdesk.authoring import Content, read_content
from careerdesk.catalogue import CatalogueInfo, Store
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.text import Text
from careerdesk.sheets import Kind, Look, Order
from careerdesk.sheets.role import role_sheet
from careerdesk.sheets.writing import Block, Edition, Writing

TODAY = date(2026, 11, 21)
DATA = Path(__file__).parents[1] / "data"


@cache
def real_content() -> Content:
    """Return what ``data/`` says."""
    return read_content(DATA)


def longest_role(content: Content) -> Role:
    """Return a role of which every section is the longest that any role has."""
    sections = {
        field.name: max((getattr(role, field.name) for role in content.roles), key=_length)
        for field in fields(Role)
        if isinstance(getattr(content.roles[0], field.name), tuple)
    }
    longest = max(content.roles, key=lambda role: len(role.title.ms))
    return replace(longest, **sections)


def _length(section: tuple[object, ...]) -> int:
    return len(repr(section))


@dataclass(frozen=True)
class Sheet:
    """A sheet, and the data that it was set from in the end."""

    pdf: bytes
    data: Block

    @property
    def text(self) -> str:
        """All its text without any white space."""
        document = pypdfium2.PdfDocument(self.pdf)
        try:
            return squeezed("".join(text_of(page) for page in document))
        finally:
            document.close()


def text_of(page: pypdfium2.PdfPage) -> str:
    """Return the text of a page, and close it."""
    words = page.get_textpage()
    text = words.get_text_range()
    words.close()
    page.close()
    return text


def squeezed(text: str) -> str:
    """Return ``text`` without what may differ where a line ends: white space and hyphens."""
    return re.sub(r"[-\s\u2060\ufffe\u0002]", "", text)


def words_in(value: object, key: str = "") -> Iterator[str]:
    """Return every string in a part of a sheet that its reader sees."""
    if isinstance(value, str):
        yield value
    elif key == "legend":
        yield from (meaning for _kind, meaning in value)
    elif isinstance(value, dict):
        hidden = {"sources", "alt", "basis"} | ({"no_years"} if value.get("years") else set())
        for name, part in value.items():
            if name not in hidden:
                yield from words_in(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from words_in(part)


def cited_in(value: object) -> list[str]:
    """Return the ids of the sources in a part of a sheet, in reading order, each once."""
    found: list[str] = []
    if isinstance(value, dict):
        for name, part in value.items():
            found += part if name == "sources" else cited_in(part)
    elif isinstance(value, list):
        for part in value:
            found += cited_in(part)
    return list(dict.fromkeys(found))


def sheet_of(content: Content, role: Role, language: str) -> bytes:
    """Return the sheet of ``role`` as it is made for a student."""
    return role_sheet(writing_of(content, role, language), titles_of(content)).as_pdf()


def writing_of(content: Content, role: Role, language: str) -> Writing:
    """Return ``role``, about to be put on paper."""
    edition = Edition(content.shared, info_of(content), TODAY)
    return Writing(edition, Look(language), role=role)


def info_of(content: Content) -> CatalogueInfo:
    """Return the catalogue info that a store would give for ``content``."""
    return CatalogueInfo(
        schema=1,
        edition=content.edition,
        published_on=content.published_on,
        roles=len(content.roles),
        path=Path("catalogue.sqlite"),
    )


def titles_of(content: Content) -> dict[str, Text]:
    """Return the titles of all roles by id."""
    return {role.id: role.title for role in content.roles}


def any_order(store: Store, kind: Kind) -> Order:
    """Return an order of one sheet of ``kind``, from the real catalogue."""
    roles = {Kind.BOOKLET: 3, Kind.COMPARE: 4, Kind.SUBJECT: 0}.get(kind, 1)
    ids = ("nurse", "machine-learning-engineer", "welder", "lawyer")[:roles]
    subject = "mathematics" if kind is Kind.SUBJECT else None
    reasons = dict.fromkeys(ids[:1], "I like to see what I have made.")
    skills = store.role("nurse").skills
    return Order(
        kind=kind,
        roles=ids,
        subject=subject,
        reasons=reasons,
        notes=dict.fromkeys(ids[-1:], "Ask about nights.\nWhat does it cost?"),
        have=frozenset({skills[0].skill}),
        learning=frozenset({skills[1].skill}),
    )


def page_count(pdf: bytes) -> int:
    """Return how many pages ``pdf`` has."""
    document = pypdfium2.PdfDocument(pdf)
    count = len(document)
    document.close()
    return count


def pages_of(pdf: bytes) -> list[str]:
    """Return the text of each page, without white space."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [squeezed(text_of(page)) for page in document]
    finally:
        document.close()


def outside_the_margins(pdf: bytes) -> list[list[str]]:
    """Return for each page the texts that reach into its margins."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for page in document:
        words = page.get_textpage()
        boxes = [words.get_rect(index) for index in range(words.count_rects())]
        width, height = page.get_size()
        found.append(
            [
                words.get_text_bounded(*box)
                for box in boxes
                if box[0] < 34 or box[1] < 10 or box[2] > width - 34 or box[3] > height - 10
            ]
        )
        words.close()
        page.close()
    document.close()
    return found
