"""Words and word families: what search takes for the same."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careerdesk.catalogue.stems import stems
from careerdesk.catalogue.words import plain, words, written_words

FAMILIES = (
    "ajar mengajar pengajaran pengajar ajaran",
    "jahit menjahit penjahit jahitan",
    "kimpal mengimpal pengimpal kimpalan",
    "tulis menulis penulis tulisan",
    "sapu menyapu penyapu",
    "pukul memukul",
    "rawat merawat jururawat perawatan",
    "terbang juruterbang penerbangan",
    "niaga berniaga perniagaan peniaga",
    "sihat kesihatan",
    "main bermain pemain permainan",
    "cat mengecat",
    "tolong menolong tolonglah",
    "draw drawing drawings",
    "teach teaching teacher teachers teaches",
    "nurse nurses nursing",
    "bake baker baking baked",
    "program programmer programming programs",
    "law lawyer lawyers",
    "electric electrician electrical",
    "translate translator translation",
    "study studies",
    "fix fixing fixes fixed",
    "music musician musicians",
)
STRANGERS = (
    "car care", "engine engineer", "office officer", "custom customer", "custom customers",
    "act ant", "draw drawer", "draw drawers", "tow tower", "assist assistant", "tolong penolong",
    "bantu pembantu",
    "paint painting", "kaji mengaji", "tenang berenang",
)  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES)
def test_a_family_holds_together(family: str) -> None:
    first, *others = family.split()
    for other in others:
        assert stems(first) & stems(other), other


@pytest.mark.parametrize("pair", STRANGERS)
def test_words_that_only_look_alike_are_kept_apart(pair: str) -> None:
    one, other = pair.split()
    assert not stems(one) & stems(other)


def test_families_are_kept_apart() -> None:
    firsts = [family.split()[0] for family in FAMILIES]
    for one, other in combinations(firsts, 2):
        assert not stems(one) & stems(other), (one, other)


@given(st.text(max_size=30))
def test_any_word_has_itself_as_a_stem(text: str) -> None:
    for word in words(text):
        assert word in stems(word)
        assert all(stems(word))


def test_words_are_plain() -> None:
    assert words("Café Ⅳ, UI/UX — ﬁx!") == ["cafe", "iv", "ui", "ux", "fix"]
    assert words("ABC def") == ["abc", "def"]
    assert plain("  Data   Analyst ") == "data analyst"
    assert words("🙂 ?!_") == []


def test_a_sign_is_no_part_of_the_word_before_it() -> None:
    assert words("Python™ 3㊊") == ["python", "3"]


@given(st.text(max_size=60))
@example("0\N{DEVANAGARI SIGN VIRAMA}0")
@example("a\N{COMBINING ACUTE ACCENT}\N{DEVANAGARI SIGN VIRAMA}b")
def test_written_words_are_the_words_where_they_stand(text: str) -> None:
    found = list(written_words(text))
    assert [word for _, _, forms in found for word in forms] == words(text)
    assert all(list(forms) == words(text[start:end]) for start, end, forms in found)
    ends = [place for start, end, _ in found for place in (start, end)]
    assert ends == sorted(ends)
