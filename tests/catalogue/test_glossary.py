"""The glossary finds its terms in what a student reads, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.catalogue.glossary import Glossary
from careerdesk.catalogue.shared import Term
from careerdesk.catalogue.text import Text, Words


def _term(key: str, en: str, ms: str, *, forms: Words | None = None) -> Term:
    meaning = Text(f"What {en} means.", f"Maksud {ms}.")
    return Term(id=key, name=Text(en, ms), forms=forms or Words(), text=meaning)


TERMS = (
    _term("spm", "SPM", "SPM", forms=Words(ms=("Sijil Pelajaran Malaysia",))),
    _term("skm", "SKM", "SKM"),
    _term("allowance", "allowance", "elaun", forms=Words(en=("allowances",))),
    _term("degree", "bachelor's degree", "ijazah sarjana muda"),
    _term("masters", "master's degree", "sarjana"),
    _term("onet", "O*NET", "O*NET"),
)


def _found(text: str, language: str = "en") -> list[tuple[str, str]]:
    mentions = Glossary(TERMS, language).find(text)
    return [(mention.term.id, text[mention.start : mention.end]) for mention in mentions]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("After SPM you take SKM.", [("spm", "SPM"), ("skm", "SKM")]),
        ("Allowances are paid; an allowance helps.", [("allowance", "Allowances")]),
        ("O*NET, by name", [("onet", "O*NET")]),
        ("spm in small letters is no exam", []),
        ("SPMX and XSPM are other words", []),
        ("", []),
    ],
)
def test_terms_are_found_as_whole_words(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text)[: len(found)] == found
    assert bool(_found(text)) == bool(found)


def test_the_longest_form_wins() -> None:
    assert _found("Anda perlu ijazah sarjana muda, bukan sarjana.", "ms") == [
        ("degree", "ijazah sarjana muda"),
        ("masters", "sarjana"),
    ]


def test_forms_belong_to_one_language() -> None:
    text = "Sijil Pelajaran Malaysia"
    assert _found(text, "ms") == [("spm", text)]
    assert _found(text, "en") == []


def test_terms_used_come_once_and_by_name() -> None:
    glossary = Glossary(TERMS, "ms")
    used = glossary.used(["SPM dan SKM", "elaun SPM", "tiada apa-apa"])
    assert [glossary.heading(term) for term in used] == ["Elaun", "SKM", "SPM"]
    assert glossary.meaning(used[0]) == "Maksud elaun."


def test_without_terms_nothing_is_found() -> None:
    assert Glossary((), "en").find("SPM, SKM and O*NET") == ()


@given(st.text(max_size=200))
def test_mentions_lie_in_the_text_in_order(text: str) -> None:
    mentions = Glossary(TERMS, "en").find(f"{text} SPM {text}")
    places = [place for mention in mentions for place in (mention.start, mention.end)]
    assert places == sorted(places)
    assert any(mention.term.id == "spm" for mention in mentions)


def test_a_form_may_begin_with_a_sign() -> None:
    glossary = Glossary((_term("net", ".NET", ".NET"), _term("web", "net worth", "net")), "en")
    text = "Their .NET pays, net worth grows; ASP.NET and .NETs are others."
    found = [(mention.term.id, mention.start) for mention in glossary.find(text)]
    assert found == [("net", text.index(".NET")), ("web", text.index("net worth"))]
