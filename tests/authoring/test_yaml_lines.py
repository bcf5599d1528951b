"""YAML with lines: what is read, and what is reported."""

from __future__ import annotations

from datetime import date

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from careerdesk.authoring.yaml_lines import read_document, read_plain


def test_values_have_the_line_of_their_key_or_item() -> None:
    document = read_document(b"a: 1\nb:\n  - x\n  - c: >-\n      one\n      two\n    d: 2.5\n")
    assert document.value == {"a": 1, "b": ["x", {"c": "one two", "d": 2.5}]}
    assert not document.problems
    assert document.line(("a",)) == 1
    assert document.line(("b",)) == 2
    assert document.line(("b", 1, "c")) == 4
    assert document.line(("b", 1, "d")) == 7
    assert document.line(("b", 1, "nowhere", "deep")) == 4


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("12", 12),
        ("-3", -3),
        ("2.5", 2.5),
        ("1e3", 1000.0),
        ("true", True),
        ("2026-11-21", date(2026, 11, 21)),
        ("15-2051.00", "15-2051.00"),
        ("2524-11", "2524-11"),
        ("y", "y"),
        ("~", None),
    ],
)
def test_plain_words(word: str, value: object) -> None:
    assert read_plain(word) == (value, None)


@pytest.mark.parametrize(
    ("word", "part"),
    [
        ("yes", "true, false or quotes"),
        ("NO", "true, false or quotes"),
        ("off", "true, false or quotes"),
        ("9:00", "base sixty"),
        ("012", "digits alone"),
        ("0x1F", "digits alone"),
        ("1_000", "digits alone"),
        (".inf", "digits alone"),
        ("2026-11-21 10:00:00", "a date alone"),
        ("2026-13-01", "there is no day"),
    ],
)
def test_words_that_programs_read_differently(word: str, part: str) -> None:
    value, odd = read_plain(word)
    assert value == word
    assert odd is not None
    assert part in odd
    assert read_document(f"x: {word}\n".encode()).problems == [(1, odd)]
    assert not read_document(f"x: '{word}'\n".encode()).problems


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "`a` stands here again; expected once (first on line 1)"),
        ("a: &x 1\n", 1, "anchor"),
        ("a: 1\nb: *x\n", 2, "points to another value"),
        ("a: !!python/name:os.system 1\n", 1, "the tag"),
        ("a: 1\n---\nb: 2\n", 2, "a second document"),
        ("\n? [1]\n: 2\n", 2, "a key here is not a word"),
        ("a:\n  b:\n", 2, "`b` has no value"),
        ("a: {en: one, two, ms: three}\n", 1, "`two` stands here without a value"),
        ("a: one: two\n", 1, "there is a “: ”"),
        ("a: 1\n\tb: 2\n", 2, "a tab"),
        ("a: 'x\n", 2, "this is not YAML"),
    ],
)
def test_what_is_wrong_is_said_at_its_line(text: str, line: int, part: str) -> None:
    problems = read_document(text.encode()).problems
    assert [found for found, message in problems if part in message] == [line], problems


def test_bytes_that_are_no_text() -> None:
    assert read_document(b"a: 1\nb: \xff\n").problems[0][0] == 2
    assert "U+0007" in read_document(b"a: 1\nb: \x07\n").problems[0][1]


def test_a_mark_of_byte_order_does_no_harm() -> None:
    assert read_document(b"\xef\xbb\xbfa: 1\n").value == {"a": 1}


@pytest.mark.parametrize("text", ["[" * 5_000, "{a: " * 5_000, "- " * 5_000 + "x"])
def test_deep_nesting_is_a_problem_and_not_a_crash(text: str) -> None:
    assert any("deep" in message for _, message in read_document(text.encode()).problems)


def test_aliases_do_not_multiply() -> None:
    laughs = "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(40))
    assert len(read_document(laughs.encode()).lines) < 300


@given(st.binary(max_size=200))
@example(b"&a [*a]")
@example(b"? {a: b}\n? {a: b}\n")
@example(b"{{a: b}: {c: d}, *x : y}")
def test_no_bytes_raise(content: bytes) -> None:
    read_document(content)


_TOKENS = ["a", "b", ": ", "- ", "\n", "  ", "{", "}", "[", "]", ", ", "'", '"', "&x ", "*x", "!t "]
_TOKENS += ["? ", ">-\n", "|", "#", "\t", "---\n", "no", "1:2", "~", "%", "@", "<<: "]


@given(st.lists(st.sampled_from(_TOKENS), max_size=40).map("".join))
def test_no_mixture_of_signs_raises(text: str) -> None:
    document = read_document(text.encode())
    assert all(line >= 1 for line, _ in document.problems)


_PLAIN = st.recursive(
    st.text("abc é’", min_size=1) | st.integers(-999, 999) | st.booleans() | st.dates(),
    lambda inner: st.lists(inner, min_size=1) | st.dictionaries(st.text("xyz", min_size=1), inner),
    max_leaves=12,
)


@settings(max_examples=40)
@given(st.dictionaries(st.text("xyz", min_size=1), _PLAIN))
def test_what_is_dumped_is_read_back(value: object) -> None:
    dumped = yaml.safe_dump(value, allow_unicode=True)
    document = read_document(dumped.encode())
    assert not document.problems
    assert document.value == value
