"""The search: what it finds, in which order, and that no text is too odd for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from careerdesk.authoring.build import build
from careerdesk.authoring.content import Content
from careerdesk.catalogue import Store, Text, Words

TITLES = (
    ("Accountant", "Akauntan"),
    ("Data Engineer", "Jurutera Data"),
    ("Data Scientist", "Saintis Data"),
    ("Engineer, Data Centre", "Jurutera Pusat Data"),
    ("UI/UX Designer", "Pereka UI/UX"),
    ("C++ Developer", "Pembangun C++"),
    ("Café Manager", "Pengurus Kafé"),
    ("3D Artist", "Artis 3D"),
    ("Qur'an Teacher", "Guru Al-Quran"),
    ("Not OR And NEAR", "Bukan ATAU Dan"),
)


@pytest.fixture(scope="module")
def titled(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a catalogue with awkward titles."""
    base = replace(content.roles[1], search_words=Words())
    roles = [
        replace(base, id=f"role-{number}", title=Text(en, ms), tagline=Text("", ""))
        for number, (en, ms) in enumerate(TITLES)
    ]
    other = replace(
        base,
        id="pipeline-builder",
        title=Text("Pipeline Builder", "Pembina Saluran"),
        other_titles=Words(("Data Engineer", "Data Plumber"), ()),
        tagline=Text("Engineer of data flows", "Jurutera aliran data"),
    )
    path: Path = tmp_path_factory.mktemp("titled") / "catalogue.sqlite"
    build(replace(content, roles=(*roles, other)), path)
    with Store.open(path) as store:
        yield store


def ids(store: Store, query: str, limit: int = 50) -> list[str]:
    return [card.id for card in store.search(query, limit)]


def test_titles_come_before_other_titles_before_words(titled: Store) -> None:
    assert ids(titled, "data engineer")[:3] == ["role-1", "pipeline-builder", "role-3"]


def test_a_title_that_begins_so_comes_before_one_that_contains_it(titled: Store) -> None:
    found = ids(titled, "data")
    assert found[:3] == ["role-1", "role-2", "pipeline-builder"]
    assert "role-3" in found[3:]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("jurutera pus", "role-3"),
        ("cafe", "role-6"),
        ("KAFÉ", "role-6"),
        ("ux des", "role-4"),
        ("3d", "role-7"),
        ("data plum", "pipeline-builder"),
        ("scientist dat", "role-2"),
    ],
)
def test_words_in_either_language_lead_there(titled: Store, query: str, first: str) -> None:
    assert ids(titled, query)[0] == first


@pytest.mark.parametrize(
    ("query", "first"),
    [("robot", "machine-learning-engineer"), ("mendengar", "nurse"), ("kesihatan", "nurse")],
)
def test_hidden_words_skills_and_fields_lead_there(store: Store, query: str, first: str) -> None:
    assert ids(store, query)[0] == first


@pytest.mark.parametrize("title", [title for pair in TITLES for title in pair])
def test_every_title_is_found_by_its_own_beginning(titled: Store, title: str) -> None:
    wanted = next(card.id for card in titled.cards() if title in (card.title.en, card.title.ms))
    assert ids(titled, title)[0] == wanted
    for length in range(2, len(title)):
        assert wanted in ids(titled, title[:length], 10), title[:length]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(), limit=st.integers(-1, 60))
@example(query='" OR *', limit=10)
@example(query="NEAR(a b, 3)", limit=10)
@example(query="titles : x", limit=10)
@example(query="a\x00b", limit=10)
@example(query="\ud800\udc00 \U0001f642", limit=10)
@example(query="-^*(){}[]:;,.'\\%_", limit=10)
@example(query="a " * 5_000, limit=10)
@example(query="a" * 10_000, limit=10)
@example(query="ﬁ ß İ ｄａｔａ ²", limit=10**9)
def test_any_text_is_a_question(titled: Store, query: str, limit: int) -> None:
    found = titled.search(query, limit)
    assert len(found) <= max(0, limit)
    assert len({card.id for card in found}) == len(found)


def test_nothing_is_found_by_nothing(titled: Store) -> None:
    for query in ("?!", "🙂", "zzzz", "zz yy"):
        assert titled.search(query) == ()
    for query in ("", "   "):
        assert len(titled.search(query)) == len(titled.cards())


def test_at_most_the_limit_is_found(titled: Store) -> None:
    assert len(titled.search("data", 2)) == 2
    assert titled.search("data", 0) == ()
