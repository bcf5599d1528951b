"""The two languages of the interface: sentences, numbers, money and dates.

Sentences are gettext message ids, in English; Malay comes from ``resources/locale/``. Babel's
formatting is imported on first use, because nothing on the way to the first painted list needs it.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path

from careerdesk import resources
from careerdesk.errors import CareerdeskError, DamagedInstallation, legible

LANGUAGES = ("en", "ms")
LANGUAGE_NAMES = {"en": "English", "ms": "Bahasa Malaysia"}

_LOCALES = {"en": "en_MY", "ms": "ms_MY"}
_NO_BREAK = "\u00a0"
_MONTHS_BELOW = 2
"""Years below which a length that begins with less than a year is told in months."""


class Translator:
    """Says things in one language."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"{language!r} is not a language of CareerDesk; it has en and ms")
        self.language = language
        self._locale = _LOCALES[language]
        self._messages = _messages(language)

    def say(self, message: str, **values: object) -> str:
        """Return ``message`` in this language, with ``values`` filled in."""
        translated = self._messages.gettext(message)
        return translated.format(**values) if values else translated

    def say_count(self, one: str, many: str, count: int, **values: object) -> str:
        """Return the form of the sentence for ``count``, which is filled in as ``{count}``."""
        translated = self._messages.ngettext(one, many, count)
        return translated.format(count=self.number(count), **values)

    def error(self, error: CareerdeskError) -> str:
        """Return the sentence of ``error`` in this language, and of an error among its values."""
        values = {name: self._value(name, value) for name, value in error.values.items()}
        return self.say(error.sentence).format(**values)

    def _value(self, name: str, value: object) -> str:
        """Return what an error's sentence says for the value ``name``; a reason is translated."""
        if isinstance(value, CareerdeskError):
            return self.error(value)
        return legible(self._messages.gettext(str(value)) if name == "reason" else value)

    def number(self, value: float) -> str:
        """Return ``value`` with this language's separators, with no needless decimals."""
        if value == int(value) and -1000 < value < 1000:
            return str(int(value))
        return _decimal(value, self._locale)

    def money(self, amount: float, currency: str) -> str:
        """Return ``amount`` of ``currency`` (ISO 4217): ``RM 4,521``, ``USD 112,590``."""
        symbol = "RM" if currency == "MYR" else currency
        return f"{symbol}{_NO_BREAK}{self.number(round(amount))}"

    def money_range(self, low: float, high: float | None, currency: str) -> str:
        """Return a range of pay; ``high`` is None when it is open upwards."""
        start = self.money(low, currency)
        if high is None:
            return f"{start}+"
        if high == low:
            return start
        return f"{start} – {self.number(round(high))}"

    def number_range(self, low: float | None, high: float | None) -> str:
        """Return ``3–5``, ``3`` or, without an upper end, ``3+``."""
        if low is None:
            return "" if high is None else self.number(high)
        if high is None:
            return f"{self.number(low)}+"
        if high == low:
            return self.number(low)
        return f"{self.number(low)}–{self.number(high)}"

    def years(self, low: float | None, high: float | None) -> str:
        """Return a length of time in years, or in months where years would need a fraction of one.

        Nobody says that a course takes 0.25 years.
        """
        if low is not None and low < 1 and (high is None or high < _MONTHS_BELOW):
            ends = [None if end is None else round(12 * end) for end in (low, high)]
            if ends == [1, 1]:
                return self.say("1 month")
            return self.say("{months} months", months=self.number_range(*ends))
        if low == high == 1:
            return self.say("1 year")
        return self.say("{years} years", years=self.number_range(low, high))

    def country(self, code: str) -> str:
        """Return the name of the country with the ISO 3166-1 alpha-2 ``code``."""
        from babel import Locale

        return str(Locale.parse(self._locale).territories.get(code, code))

    def date(self, day: date) -> str:
        """Return ``day`` in words: ``21 November 2026``."""
        from babel.dates import format_date

        return format_date(day, format="d MMMM y", locale=self._locale)

    def moment(self, moment: datetime) -> str:
        """Return ``moment`` by the clock of this computer: ``21 November 2026, 14:05``."""
        here = moment.astimezone()
        return f"{self.date(here.date())}, {here:%H:%M}"


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language of the locale that ``environment`` names."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name)
        if value:
            return "ms" if value.lower().startswith("ms") else "en"
    return "en"


def translator_of(environment: Mapping[str, str]) -> Translator:
    """Return who words messages there; in English where the Malay words are what is damaged."""
    try:
        return translator(language_of(environment))
    except DamagedInstallation:
        return translator("en")


@lru_cache(maxsize=4096)
def _decimal(value: float, locale: str) -> str:
    """Return ``value`` as ``locale`` writes it; kept, since Babel is slow and amounts recur."""
    from babel.numbers import format_decimal

    return format_decimal(value, format="#,##0.##", locale=locale)


@cache
def translator(language: str) -> Translator:
    """Return the one translator for ``language``."""
    return Translator(language)


@cache
def _messages(language: str) -> gettext.NullTranslations:
    """Load the messages of ``language``; English is what the message ids say."""
    if language == "en":
        return gettext.NullTranslations()
    catalogue = f"locale/{language}/LC_MESSAGES/careerdesk.mo"
    file: Path = resources.path(catalogue)
    try:
        with file.open("rb") as stream:
            return gettext.GNUTranslations(stream)
    except (OSError, ValueError, UnicodeError) as error:
        raise DamagedInstallation(part=f"resources/{catalogue}") from error
