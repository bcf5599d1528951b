"""What every sheet needs to put the catalogue into words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from careerdesk.catalogue.cards import CatalogueInfo
from careerdesk.catalogue.evidence import when
from careerdesk.catalogue.glossary import Glossary
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.series import is_illustrative
from careerdesk.catalogue.shared import Shared
from careerdesk.catalogue.terms import Translation
from careerdesk.catalogue.text import Language, Text
from careerdesk.catalogue.wording import label
from careerdesk.i18n import Translator, translator
from careerdesk.sheets.orders import Look

Block: TypeAlias = dict[str, Any]
"""A part of a sheet as the templates read it. ``sources`` in it are ids, which the template
shows as numbers; ``alt`` is the text equivalent of a drawing."""

UNSEEN = {"sources", "alt"}
"""Names of what is not set as text."""


_UNPRINTABLE = re.compile(
    r"[^ -~\u00a0-\u0377\u03a3-\u03e1\u03f0-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e"
    r"\u20a0-\u20bf\u2100-\u215f]+"
)
"""What Noto Sans, as it is bundled, has no shapes for: emoji and most scripts."""
_LONG = re.compile(r"\S{40}(?=\S)")
"""What no line of a sheet need hold in one piece."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What all sheets of one day rest on."""

    shared: Shared
    info: CatalogueInfo
    today: date
    glossaries: dict[str, Glossary] = field(default_factory=dict, compare=False)
    sources: dict[str, dict[str, Block]] = field(default_factory=dict, compare=False)
    """Sources in words, by language and id, as they come to be needed."""

    def glossary(self, language: str) -> Glossary:
        """Return the glossary in ``language``, made on first use."""
        if language not in self.glossaries:
            self.glossaries[language] = Glossary(self.shared.terms.values(), language)
        return self.glossaries[language]


@dataclass(frozen=True, slots=True)
class Writer:
    """Puts the records of one edition into words, for one look of paper."""

    edition: Edition
    look: Look
    translator: Translator = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "translator", translator(self.look.language))

    @property
    def language(self) -> str:
        """The language of the sheet."""
        return self.look.language

    @property
    def shared(self) -> Shared:
        """The shared records of the catalogue."""
        return self.edition.shared

    def text(self, text: Text | None) -> str:
        """Return ``text`` in the language of the sheet; empty when there is none."""
        return "" if text is None else text.in_language(self.language)

    @property
    def other_language(self) -> str:
        """The language that the sheet is not in."""
        return str(Language.EN if self.language == Language.MS else Language.MS)

    def other(self, text: Text) -> Block:
        """Return ``text`` in the other language, with its name."""
        return {"text": text.in_language(self.other_language), "language": self.other_language}

    def is_illustrative(self, source: str) -> bool:
        """Return whether ``source`` gives figures without saying how it came by them."""
        return is_illustrative(source, self.shared)

    def frame(self, title: str) -> Block:
        """Return what every sheet says and looks like, whatever it is about."""
        words, info, today = self.translator, self.edition.info, self.edition.today
        return {
            "language": self.language,
            "paper": self.look.paper.typst_name,
            "grey": self.look.grey,
            "title": title,
            "brand": "CareerDesk",
            "date": [today.year, today.month, today.day],
            "edition": words.say(
                "CareerDesk catalogue, edition {edition} of {published}. Sheet made on {today}.",
                edition=info.edition,
                published=words.date(info.published_on),
                today=words.date(today),
            ),
            "page": words.say("Page {page} of {pages}"),
            "notes": words.say("My notes and questions"),
        }

    def translation_notices(self, kinds: Iterable[Translation]) -> list[str]:
        """Return how the Malay text of roles came about: the least that is true of them all."""
        if self.language != Language.MS:
            return []
        found = set(kinds)
        return [label(kind, self.translator) for kind in Translation if kind in found][:1]

    def source_list(self, *ids: str) -> Block:
        """Return the list of the sources with ``ids``, in the order of their numbers."""
        order = list(dict.fromkeys(ids))
        return {
            "heading": self.translator.say("Where the figures come from"),
            "order": order,
            "entries": [self._source(key) for key in order],
        }

    def source_length(self, ids: Iterable[str], *, addresses: bool = True) -> int:
        """Return how many characters the list of the sources with ``ids`` shows."""
        entries = map(self._source, dict.fromkeys(ids))
        return sum(
            len(entry["title"])
            + len(entry["text"])
            + (sum(map(len, entry["address"])) if addresses else 0)
            for entry in entries
        )

    def terms(self, *parts: object, most: int | None = None) -> Block | None:
        """Return what the glossary says about the words in ``parts``, if it says anything.

        Where that is more than ``most`` entries, those of the words that come first are kept.
        """
        glossary = self.edition.glossary(self.language)
        texts = [text for part in parts for text in words_of(part)]
        used = glossary.used(texts)
        if most is not None and len(used) > most:
            first = dict.fromkeys(found.term for text in texts for found in glossary.find(text))
            kept = list(first)[:most]
            used = tuple(term for term in used if term in kept)
        if not used:
            return None
        return {
            "heading": self.translator.say("Words to know"),
            "entries": [
                {
                    "name": glossary.heading(term),
                    "text": glossary.meaning(term),
                    "sources": sources(term.source),
                }
                for term in used
            ],
        }

    def _source(self, key: str) -> Block:
        """Return a source in the words of the list at the foot of the sheet."""
        known = self.edition.sources.setdefault(self.language, {})
        if key not in known:
            source = self.shared.sources[key]
            published = when(source.published, self.translator)
            kind = label(source.kind, self.translator)
            known[key] = {
                "title": source.title,
                "text": f"{source.publisher}, {published}. {kind}.",
                "address": _pieces(source.address or ""),
            }
        return known[key]


@dataclass(frozen=True, slots=True)
class Writing(Writer):
    """A role about to be put on paper."""

    role: Role = field(kw_only=True)


def printable(typed: str) -> str:
    """Return what a student typed, on one line that can be broken everywhere it has to be.

    What our fonts cannot show is left out as […].
    """
    line = " ".join(unicodedata.normalize("NFC", typed).split())
    return _LONG.sub("\\g<0>\N{ZERO WIDTH SPACE}", _UNPRINTABLE.sub("[…]", line))


def _pieces(address: str) -> list[str]:
    """Return a web address as it is typed, in pieces after each of which a line may end."""
    bare = re.sub(r"^https?://(www\.)?", "", address).rstrip("/")
    return re.findall(r"[^/?&=_.-]*[/?&=_.-]+|[^/?&=_.-]+$", bare)


def sources(*ids: str | None) -> list[str]:
    """Return the ids that are there, each once."""
    return list(dict.fromkeys(key for key in ids if key is not None))


def cited(part: object) -> list[str]:
    """Return the ids of the sources in a part of a sheet, in the order in which it is read."""
    found: list[str] = []
    if isinstance(part, dict):
        for name, inner in part.items():
            found += inner if name == "sources" else cited(inner)
    elif isinstance(part, list):
        for inner in part:
            found += cited(inner)
    return found


def words_of(part: object) -> Iterator[str]:
    """Return the texts in a part of a sheet that its reader sees, in their order."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, dict):
        for name, inner in part.items():
            if name not in UNSEEN:
                yield from words_of(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from words_of(inner)
