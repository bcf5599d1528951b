"""Sentences, numbers, money and dates in both languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from careerdesk import i18n, resources
from careerdesk.errors import DamagedInstallation, ExitCode, WriteProblem
from careerdesk.i18n import Translator, language_of, translator


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "ms_MY.UTF-8"}, "ms"),
        ({"LANG": "ms", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en", "LC_MESSAGES": "MS_my"}, "ms"),
        ({"LANG": "ms", "LC_ALL": ""}, "ms"),
    ],
)
def test_the_language_is_that_of_the_locale(environment: dict[str, str], language: str) -> None:
    assert language_of(environment) == language


def test_there_is_no_third_language() -> None:
    with pytest.raises(ValueError, match="en and ms"):
        Translator("fr")


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (999, "999"), (1000, "1,000"), (4521.5, "4,521.5"), (0.1, "0.1"), (-12, "-12")],
)
def test_numbers_have_no_needless_decimals(value: float, shown: str) -> None:
    assert {translator(language).number(value) for language in i18n.LANGUAGES} == {shown}


def test_money_keeps_its_currency_and_never_breaks() -> None:
    t = translator("en")
    assert t.money(4520.6, "MYR") == "RM\u00a04,521"
    assert t.money_range(3500, 6000, "MYR") == "RM\u00a03,500 – 6,000"
    assert t.money_range(3500, 3500, "USD") == "USD\u00a03,500"
    assert t.money_range(3500, None, "MYR") == "RM\u00a03,500+"


@pytest.mark.parametrize(
    ("low", "high", "english", "malay"),
    [
        (1, 1, "1 year", "1 tahun"),
        (3, 5, "3–5 years", "3–5 tahun"),
        (0.5, None, "6+ months", "6+ bulan"),
        (0.25, 0.5, "3–6 months", "3–6 bulan"),
        (0.3, 1, "4–12 months", "4–12 bulan"),
        (0.75, 1.5, "9–18 months", "9–18 bulan"),
        (1 / 12, 1 / 12, "1 month", "1 bulan"),
        (0.5, 2, "0.5–2 years", "0.5–2 tahun"),
        (1, 1.5, "1–1.5 years", "1–1.5 tahun"),
        (4, 4, "4 years", "4 tahun"),
        (None, 2, "2 years", "2 tahun"),
    ],
)
def test_lengths_of_time(low: float | None, high: float | None, english: str, malay: str) -> None:
    assert translator("en").years(low, high) == english
    assert translator("ms").years(low, high) == malay


def test_dates_and_countries_are_words_of_the_language() -> None:
    assert translator("en").date(date(2026, 8, 1)) == "1 August 2026"
    assert translator("ms").date(date(2026, 8, 1)) == "1 Ogos 2026"
    assert translator("ms").country("JP") == "Jepun"
    assert translator("en").country("??") == "??"


def test_the_reason_of_an_error_is_translated_and_its_values_are_not() -> None:
    error = WriteProblem(name="{x}.pdf", folder="/the disk is full.", reason="the disk is full.")
    said = translator("ms").error(error)
    assert said.startswith("{x}.pdf tidak dapat disimpan dalam /the disk is full.: ")
    assert said.count("the disk is full.") == 1


def test_missing_words_are_a_damaged_installation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "path", lambda _: tmp_path / "none.mo")
    i18n._messages.cache_clear()
    try:
        with pytest.raises(DamagedInstallation) as caught:
            Translator("ms")
    finally:
        i18n._messages.cache_clear()
    assert caught.value.exit_code is ExitCode.DAMAGED
    assert Translator("en").say("Close") == "Close"


@pytest.mark.parametrize("name", ["/etc/passwd", "../pyproject.toml", "icons\\x.svg", "C:x"])
def test_the_door_leads_nowhere_else(name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a resource"):
        resources.path(name)


def test_a_resource_that_is_gone_or_spoilt_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    monkeypatch.setattr(resources, "_CHECKOUT", tmp_path / "none")
    (tmp_path / "resources" / "folder").mkdir(parents=True)
    (tmp_path / "resources" / "spoilt").write_bytes(b"\xff")
    for name in ("gone", "folder", "spoilt"):
        with pytest.raises(DamagedInstallation, match=f"resources/{name}"):
            resources.text(name)
