"""Text in the two languages of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """The languages that every student-facing string has."""

    EN = "en"
    MS = "ms"


@dataclass(frozen=True, slots=True)
class Text:
    """One string in both languages."""

    en: str
    ms: str

    def in_language(self, language: str) -> str:
        """Return the text in ``language``, which is ``en`` or ``ms``."""
        return self.ms if language == Language.MS else self.en


@dataclass(frozen=True, slots=True)
class Words:
    """Lists of words or titles, each in its own language; they need not match one to one."""

    en: tuple[str, ...] = ()
    ms: tuple[str, ...] = ()

    def in_language(self, language: str) -> tuple[str, ...]:
        """Return the list in ``language``, which is ``en`` or ``ms``."""
        return self.ms if language == Language.MS else self.en
