"""Resume codes: what they are made of, and what somebody may type instead."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careerdesk.student import codes
from careerdesk.student.codes import USUAL, every_word, new_code, slow_hash, tidied
from careerdesk.student.guesses import FREE, LONGEST, Guesses

NEVER_BESIDE = [{"i", "l"}, {"i", "1"}, {"b", "d"}, {"m", "n"}, {"o", "a"}, {"u", "v"}, {"g", "q"}]


def test_no_two_letters_are_taken_for_each_other() -> None:
    letters = set(codes.CONSONANTS + codes.VOWELS)
    assert not any(pair <= letters for pair in NEVER_BESIDE)
    assert letters.isdisjoint("eo0123456789lnhdpcqvz")


def test_codes_are_three_words_that_can_be_said() -> None:
    words = set(every_word())
    assert len(words) ** 3 > 300_000_000
    assert words.isdisjoint({"babi", "mati", "raba", "jima"})
    assert words.isdisjoint({"susu", "titi", "kaka"}), "no syllable twice"
    seen = {new_code() for _ in range(300)}
    assert len(seen) == 300
    for code in seen:
        assert set(code.split("-")) <= words
        assert re.fullmatch(r"(?:[bgjkmrstw][aiu]){2}(?:-(?:[bgjkmrstw][aiu]){2}){2}", code)
        assert tidied(code) == code


@pytest.mark.parametrize(
    "typed",
    [
        "juta-rimu-sika",
        " JUTA RIMU SIKA\n",
        "jutarimusika",
        "ju ta.ri/mu_si-ka",
        "jota-remo-seka",
        "yuta lihu zica",
        "juta–rimu—sika",
    ],
)
def test_what_is_heard_or_written_otherwise_is_understood(typed: str) -> None:
    assert tidied(typed) == "juta-rimu-sika"


@pytest.mark.parametrize(
    "typed",
    ["", "juta", "juta-rimu-sik", "juta-rimu-sika-ra", "ajut-rimu-sika", "x" * 10_000, "🙂"],
)
def test_what_is_no_code_is_known_without_a_guess(typed: str) -> None:
    assert tidied(typed) is None


def test_the_hash_needs_the_salt_and_is_slow_by_its_cost() -> None:
    first = slow_hash("juta-rimu-sika", b"salt" * 4, USUAL)
    assert first != slow_hash("juta-rimu-sika", b"talc" * 4, USUAL)
    assert first == slow_hash("juta-rimu-sika", b"salt" * 4, USUAL)
    assert 128 * USUAL.n * USUAL.r >= 32 * 2**20, "bytes that each guess has to fill"


def test_wrong_codes_cost_more_and_more_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1_000_000.0]
    monkeypatch.setattr("careerdesk.student.guesses.time.time", lambda: now[0])
    guesses = Guesses(tmp_path / "guesses.json")
    waits = []
    for _ in range(14):
        guesses.count()
        waits.append(Guesses(tmp_path / "guesses.json").wait())
    assert waits[: FREE - 1] == [0.0] * (FREE - 1)
    assert waits[FREE - 1 : FREE + 3] == [2.0, 4.0, 8.0, 16.0]
    assert waits[-1] == LONGEST
    now[0] += LONGEST - 1
    assert guesses.wait() == 1.0
    now[0] += 1
    assert guesses.wait() == 0.0


def test_a_clock_set_back_makes_nobody_wait_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [4_000_000_000.0]
    monkeypatch.setattr("careerdesk.student.guesses.time.time", lambda: now[0])
    guesses = Guesses(tmp_path / "guesses.json")
    for _ in range(20):
        guesses.count()
    now[0] = 0.0
    assert guesses.wait() == LONGEST
    guesses.forget()
    assert guesses.wait() == 0.0


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b'{"wrong": 1e999, "last": 0}', b"[" * 9999]
)
def test_a_damaged_count_shuts_nobody_out(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "guesses.json").write_bytes(content)
    assert Guesses(tmp_path / "guesses.json").wait() == 0.0
