"""Quotation marks and apostrophes in print."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.authoring.content import Content
from careerdesk.authoring.typography import curled, with_curled
from careerdesk.catalogue.leaves import leaves, texts
from careerdesk.catalogue.text import Text
from sheet_reading import real_content


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the nurses' room isn't here", "the nurses’ room isn’t here"),
        ('She says, "Go."', "She says, “Go.”"),
        ('("full, empty") and "who says?"', "(“full, empty”) and “who says?”"),
        ("'Give rural pupils training' call", "‘Give rural pupils training’ call"),
        ("“set” already, ‘as is’", "“set” already, ‘as is’"),
        ("6' by 4\"", "6’ by 4”"),
    ],
)
def test_marks_open_and_close(typed: str, printed: str) -> None:
    assert curled(typed) == printed


@given(st.text())
def test_nothing_else_is_touched(text: str) -> None:
    once = curled(text)
    assert once.translate(str.maketrans("‘’“”", "''\"\"")) == text.translate(
        str.maketrans("‘’“”", "''\"\"")
    )
    assert curled(once) == once
    assert not {"'", '"'} & set(once)


def test_texts_and_names_are_set_and_ids_and_addresses_are_not(content: Content) -> None:
    nurse = next(role for role in content.roles if role.id == "nurse")
    source = next(iter(content.shared.sources.values()))
    source = replace(source, title="Nurses' pay", address="https://example.org/nurses'-pay")
    shared = replace(content.shared, sources={source.id: source})
    marked = replace(nurse, tagline=Text(en="Don't", ms='"Ya"'))
    printed = with_curled(replace(content, shared=shared, roles=(marked,)))

    assert printed.roles[0].tagline == Text(en="Don’t", ms="“Ya”")
    assert printed.shared.sources[source.id].title == "Nurses’ pay"
    assert printed.shared.sources[source.id].address == source.address
    assert printed.roles[0].id == "nurse"


def test_the_catalogue_is_printed_so() -> None:
    content = real_content()
    said = [text for role in content.roles for text in texts(role)]
    assert said
    assert not [text for text in said if {"'", '"'} & set(text.en + text.ms)]
    sources = content.shared.sources.values()
    names = [value for source in sources for path, value in leaves(source) if path == ("title",)]
    assert names
    assert not [name for name in names if "'" in str(name)]
