"""Syllables, sentences and the reading level."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.authoring.reading_level import (
    english_syllables,
    malay_syllables,
    read_english,
    read_malay,
    sentences,
    words,
)

ENGLISH = {
    1: "code build used years role roles goes does piece five asked called rain team",
    2: "science table tables settled create being reading people client quiet model business",
    3: "engineer idea video employers area created radio various Malaysia scientist API",
    4: "experience technology society mathematics information usually",
    5: "university refrigerator",
}
MALAY = {
    2: "pandai pulau guru kerja",
    3: "menguji belajar",
    4: "perisian kelayakan",
    5: "pembelajaran bertanggungjawab",
    6: "kejuruteraan pengaturcaraan",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, line in ENGLISH.items() for word in line.split()],
)
def test_english_syllables(word: str, count: int) -> None:
    assert english_syllables(word) == count


@pytest.mark.parametrize(
    ("word", "count"),
    [(word, count) for count, line in MALAY.items() for word in line.split()],
)
def test_malay_syllables(word: str, count: int) -> None:
    assert malay_syllables(word) == count


def test_sentences_end_where_they_end() -> None:
    text = "You test it, e.g. at night. It fails! Why? “Look again.” Version 3.11 is fine."
    assert sentences(text) == [
        "You test it, e.g.\u00a0at night.",
        "It fails!",
        "Why?",
        "“Look again.",
        "Version 3.11 is fine.",
    ]


def test_the_grade_of_a_known_sentence() -> None:
    reading = read_english(["The cat sat on the mat."])
    assert (reading.words, reading.sentences, reading.syllables) == (6, 1, 6)
    assert reading.grade == pytest.approx(0.39 * 6 + 11.8 - 15.59)


def test_harder_text_has_a_higher_grade() -> None:
    plain = read_english(["You look at the chart. You tell the team what it means."])
    hard = read_english(
        ["Practitioners communicate multidimensional statistical interpretations to stakeholders."]
    )
    assert plain.grade < 5 < 12 < hard.grade


def test_malay_is_measured_by_sentence_and_long_words() -> None:
    reading = read_malay(["Anda belajar. Kejuruteraan itu luas."])
    assert reading.words_per_sentence == 2.5
    assert reading.share_of_long_words == 0.2


def test_no_words_are_no_burden() -> None:
    reading = read_english(["", "123."])
    assert (reading.grade, reading.words_per_sentence, reading.share_of_long_words) == (0, 0, 0)


@given(st.text())
def test_every_word_has_a_syllable(text: str) -> None:
    assert all(english_syllables(word) > 0 and malay_syllables(word) > 0 for word in words(text))
    assert read_english([text]).syllables >= read_english([text]).words
