"""YAML as plain data, with the line of every key and item.

The reader follows YAML 1.2 for plain words, and reports whatever another program may read
differently. It goes by the parser's events, so that no depth of nesting and no alias can hurt it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import yaml

from careerdesk.catalogue.leaves import Path

Scalar = str | int | float | bool | date | None

_DEEPEST = 20

_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})?\.?[0-9]+([eE][-+]?[0-9]{1,2})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME_STAMP = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt]|[ \t]+)[0-9]{1,2}:.*")
_BASE_SIXTY = re.compile(r"[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?")
_ODD_NUMBER = re.compile(
    r"[-+]?(0[0-9_]+|0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+|[0-9][0-9_]*_[0-9_]*"
    r"|[0-9]{19,}|\.(inf|Inf|INF)|\.(nan|NaN|NAN))"
)
_ODD_TRUTH = re.compile(r"yes|no|on|off", re.IGNORECASE)
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NULL = {"", "~", "null", "Null", "NULL"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

_HINTS = {
    "mapping values are not allowed in this context": (
        "there is a “: ” where none can be; expected quotes around a text that holds one"
    ),
    "found character that cannot start any token": (
        "a text cannot begin with this sign, nor a line with a tab; expected quotes, or spaces"
    ),
    "did not find expected key": (
        "the indentation or a bracket is not right; expected a key of the mapping above"
    ),
    "could not find expected ':'": "a key has no colon; expected “key: value”",
}


@dataclass(slots=True)
class Document:
    """What one file says."""

    value: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    """Line of each key and item, counted from 1."""
    problems: list[tuple[int, str]] = field(default_factory=list)
    """Line and message of all that is wrong with the YAML itself."""
    cut_short: bool = False
    """Whether the reading had to stop before the end, so that parts may only seem to be missing."""

    def line(self, path: Path) -> int:
        """Return the line of ``path``, or of the nearest thing around it that is there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


@dataclass(slots=True)
class _Open:
    """A mapping or list that has not ended yet."""

    holder: dict[str, object] | list[object]
    path: Path
    key: str | None = None
    """The key that waits for its value; always None in a list."""
    key_line: int = 0
    in_braces: bool = False
    dropped: bool = False
    """The waiting key stood in the mapping before, or is none; its value is left out."""

    @property
    def wants_key(self) -> bool:
        return isinstance(self.holder, dict) and self.key is None


def read_document(content: bytes) -> Document:
    """Read the YAML in ``content``; whatever is wrong becomes a problem, never an exception."""
    document = Document()
    text = _decode(content, document)
    if text is None:
        document.cut_short = True
        return document
    try:
        _Builder(document).run(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        document.cut_short = True
        mark = error.problem_mark or error.context_mark
        problem = error.problem or "the YAML ends too early"
        message = _HINTS.get(problem, f"this is not YAML: {problem}; expected “key: value” lines")
        document.problems.append((_line_after(mark), message))
    except yaml.YAMLError:
        document.cut_short = True
        document.problems.append((1, "this cannot be read as YAML; expected “key: value” lines"))
    return document


def _decode(content: bytes, document: Document) -> str | None:
    """Return the text of ``content``, or note why it is none."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        document.problems.append((line, "these bytes are not UTF-8; expected UTF-8 text"))
        return None
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        code = f"U+{ord(control.group()):04X}"
        document.problems.append((line, f"the control character {code} is not text; take it out"))
        return None
    return text


class _Builder:
    """Turns the parser's events into plain data and notes the lines."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.open: list[_Open] = []
        self.skipping = 0
        """How many containers have begun inside one that is left out."""
        self.documents = 0

    def run(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            line = _line_after(event.start_mark)
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    self.problem(line, "a second document begins here; expected one to a file")
                    return
            elif self.skipping:
                self.skip(event)
            else:
                self.take(event, line)

    def problem(self, line: int, message: str) -> None:
        self.document.problems.append((line, message))

    def skip(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.CollectionStartEvent):
            self.skipping += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            self.skipping -= 1

    def take(self, event: yaml.Event, line: int) -> None:
        around = self.open[-1] if self.open else None
        if isinstance(event, yaml.CollectionEndEvent):
            self.open.pop()
            return
        if isinstance(event, yaml.NodeEvent):
            self.look_at_properties(event, line)
        if around and around.wants_key:
            self.take_key(around, event, line)
        elif isinstance(event, yaml.ScalarEvent):
            self.take_scalar(event, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            self.take_container(event, line)
        elif isinstance(event, yaml.AliasEvent):
            self.place(None, line)

    def take_key(self, around: _Open, event: yaml.Event, line: int) -> None:
        around.key_line = line
        if not isinstance(event, yaml.ScalarEvent):
            self.problem(line, "a key here is not a word; expected “key: value”")
            around.key, around.dropped = "", True
            self.skipping = int(isinstance(event, yaml.CollectionStartEvent))
            return
        key = around.key = event.value
        around.dropped = key in around.holder
        if around.dropped:
            first = self.document.lines[(*around.path, key)]
            self.problem(line, f"`{key}` stands here again; expected once (first on line {first})")

    def take_scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        value: object = event.value
        if event.implicit[0] and not event.style:
            value, odd = read_plain(event.value)
            if value is None:
                self.report_missing(line)
            elif odd:
                self.problem(line, odd)
        self.place(value, line)

    def take_container(self, event: yaml.CollectionStartEvent, line: int) -> None:
        around = self.open[-1] if self.open else None
        if around and around.dropped:
            around.key, around.dropped = None, False
            self.skipping = 1
            return
        if len(self.open) >= _DEEPEST:
            self.problem(line, f"this is nested over {_DEEPEST} deep; no part of the format is")
            self.place(None, line)
            self.skipping = 1
            return
        holder: dict[str, object] | list[object] = (
            {} if isinstance(event, yaml.MappingStartEvent) else []
        )
        path = self.place(holder, line)
        self.open.append(_Open(holder, path, in_braces=bool(event.flow_style)))

    def report_missing(self, line: int) -> None:
        around = self.open[-1] if self.open else None
        if around is None:
            return
        if around.key and around.in_braces:
            message = "stands here without a value; expected quotes around a text with a comma"
            self.problem(line, f"`{around.key}` {message}")
        else:
            name = f"`{around.key}`" if around.key else "this item"
            self.problem(line, f"{name} has no value; expected one, or the line left out")

    def look_at_properties(self, event: yaml.NodeEvent, line: int) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.problem(line, f"*{event.anchor} points to another value; expected it written out")
            return
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self.problem(line, f"the tag {tag} means nothing here; expected plain values")
        if event.anchor is not None:
            self.problem(line, f"the anchor &{event.anchor} means nothing here; take it out")

    def place(self, value: object, line: int) -> Path:
        """Put ``value`` where it belongs and return its path."""
        if not self.open:
            self.document.value = value
            return ()
        around = self.open[-1]
        if isinstance(around.holder, list):
            path: Path = (*around.path, len(around.holder))
            around.holder.append(value)
            self.document.lines[path] = line
            return path
        path = (*around.path, around.key or "")
        if not around.dropped:
            around.holder[around.key or ""] = value
            self.document.lines[path] = around.key_line
        around.key, around.dropped = None, False
        return path


def _line_after(mark: Any) -> int:
    """Return the line of a parser's ``mark``, counted from 1."""
    return int(mark.line) + 1 if mark else 1


_ODD = (
    (_ODD_TRUTH, "programs disagree on what `{word}` means; expected true, false or quotes"),
    (_BASE_SIXTY, "some programs read `{word}` as a number to base sixty; expected quotes"),
    (_ODD_NUMBER, "programs disagree on what `{word}` means; expected digits alone, or quotes"),
    (_TIME_STAMP, "`{word}` has a time of day; expected a date alone, as in 2026-11-21"),
)


def read_plain(word: str) -> tuple[Scalar, str | None]:
    """Return what a word without quotes means, and what is odd about it, if anything."""
    for pattern, odd in _ODD:
        if pattern.fullmatch(word):
            return word, odd.format(word=word)
    if _DATE.fullmatch(word):
        try:
            return date.fromisoformat(word), None
        except ValueError:
            return word, f"there is no day `{word}`; expected year-month-day, as in 2026-11-21"
    if _INT.fullmatch(word):
        return int(word), None
    if _FLOAT.fullmatch(word):
        return float(word), None
    return (None if word in _NULL else _TRUTH.get(word, word)), None
