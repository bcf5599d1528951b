"""Quotation marks and apostrophes as print has them, from those that a keyboard has."""

from __future__ import annotations

import dataclasses
import re
from typing import Any, TypeVar

from careerdesk.catalogue.text import Text, Words

_OPENS = re.compile(r"(?<![^\s(\[–—/“‘])(['\"])(?=\S)")
"""A mark with a space or nothing before it, and something after it."""
_OPENING = {"'": "‘", '"': "“"}
_CLOSING = str.maketrans("'\"", "’”")
_NAMES = frozenset(("title", "name", "publisher", "programme"))
"""Fields that hold words in one language; other strings are ids, codes and addresses."""

Record = TypeVar("Record")


def curled(text: str) -> str:
    """Return ``text`` with printed quotation marks and apostrophes."""
    return _OPENS.sub(lambda found: _OPENING[found[1]], text).translate(_CLOSING)


def with_curled(record: Record) -> Record:
    """Return ``record`` with every text and name inside it :func:`curled`."""
    curled_record: Record = _walk(record)
    return curled_record


def _walk(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_walk, value))
    if isinstance(value, dict):
        return {key: _walk(member) for key, member in value.items()}
    if isinstance(value, Text):
        return Text(curled(value.en), curled(value.ms))
    if isinstance(value, Words):
        return Words(tuple(map(curled, value.en)), tuple(map(curled, value.ms)))
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return dataclasses.replace(value, **{name: _field(name, fields[name]) for name in fields})


def _field(name: str, value: Any) -> Any:
    return curled(value) if name in _NAMES and isinstance(value, str) else _walk(value)
