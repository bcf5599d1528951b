"""How a record becomes columns, and columns a record: worked out from its dataclass.

A plain value fills one column; a :class:`Text` fills two, ``x_en`` and ``x_ms``; so does a
:class:`Words`, with a JSON list in each; a tuple is one column of JSON. Enums are written as
their value, dates as ``2026-11-21``. Reading checks every value, so that a damaged file raises
``ValueError``, ``TypeError`` or ``LookupError`` and never makes a record of the wrong types.
"""

from __future__ import annotations

import dataclasses
import json
import types
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from careerdesk.catalogue.text import Text, Words

Value = str | int | float | None
"""What a column holds."""

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    name: str
    type: type[str] | type[int] | type[float] | type[bytes]
    required: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One field of a record: the columns that it fills, and the way there and back."""

    name: str
    columns: tuple[Column, ...]
    write: Callable[[Any], tuple[Value, ...]]
    read: Callable[..., Any]


@cache
def parts(record: Any) -> tuple[Part, ...]:
    """Return the parts of ``record``, a dataclass, in the order of its fields."""
    hints = get_type_hints(record)
    return tuple(_part(field.name, hints[field.name]) for field in dataclasses.fields(record))


def columns(record: Any, *, without: Sequence[str] = ()) -> tuple[Column, ...]:
    """Return the columns that ``record`` fills."""
    return tuple(
        column for part in parts(record) if part.name not in without for column in part.columns
    )


def write(value: object, *, without: Sequence[str] = ()) -> dict[str, Value]:
    """Return the columns' values of the record ``value``."""
    row: dict[str, Value] = {}
    record: Any = type(value)
    for part in parts(record):
        if part.name not in without:
            written = part.write(getattr(value, part.name))
            row.update(zip((column.name for column in part.columns), written, strict=True))
    return row


def read(record: Callable[..., R], row: Sequence[object], **others: object) -> R:
    """Return the ``record`` that ``row`` holds; ``others`` are its fields that are not there.

    ``row`` has the values in the order of :func:`columns`.
    """
    values: dict[str, object] = dict(others)
    start = 0
    for part in parts(record):
        if part.name in others:
            continue
        end = start + len(part.columns)
        values[part.name] = part.read(*row[start:end])
        start = end
    return record(**values)


def _part(name: str, hint: Any) -> Part:
    hint, optional = _without_none(hint)
    if hint is Text:
        pair = _pair(name, required=not optional)
        return Part(name, pair, _write_text, _read_optional_text if optional else _read_text)
    if hint is Words:
        return Part(name, _pair(name, required=True), _write_words, _read_words)
    if get_origin(hint) is tuple:
        column = Column(name, str, required=True)
        return Part(name, (column,), lambda value: (_dump(value),), _reader_of_json(hint))
    column = Column(name, _stored_type(hint), required=not optional)
    return Part(name, (column,), lambda value: (_plain(value),), _reader(hint, optional))


def _pair(name: str, *, required: bool) -> tuple[Column, Column]:
    return Column(f"{name}_en", str, required), Column(f"{name}_ms", str, required)


def _stored_type(hint: type) -> type[str] | type[int] | type[float]:
    if hint in (int, bool):
        return int
    return float if hint is float else str


def _write_text(value: Text | None) -> tuple[Value, ...]:
    return (None, None) if value is None else (value.en, value.ms)


def _read_text(en: object, ms: object) -> Text:
    if type(en) is str and type(ms) is str:
        return Text(en, ms)
    raise TypeError("a text lacks one of its languages")


def _read_optional_text(en: object, ms: object) -> Text | None:
    return None if en is None and ms is None else _read_text(en, ms)


def _write_words(value: Words) -> tuple[Value, ...]:
    return _dump(value.en), _dump(value.ms)


def _read_words(en: object, ms: object) -> Words:
    return Words(_read_word_list(en), _read_word_list(ms))


def _dump(value: object) -> str:
    return json.dumps(_plain(value), ensure_ascii=False, allow_nan=False)


def _plain(value: Any) -> Any:
    """Return ``value`` as columns and JSON hold it."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    if dataclasses.is_dataclass(value):
        return {
            field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)
        }
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else str(value)


def _reader_of_json(hint: Any) -> Callable[[object], Any]:
    read_list = _reader(hint, optional=False)

    def read_json(value: object) -> Any:
        return read_list(json.loads(_read_str(value)))

    return read_json


def _reader(hint: Any, optional: bool) -> Callable[[Any], Any]:
    """Return what turns a plain value back into ``hint``."""
    reader = _required_reader(hint)
    if not optional:
        return reader
    return lambda value: None if value is None else reader(value)


def _required_reader(hint: Any) -> Callable[[Any], Any]:
    if hint in _SCALARS:
        return _SCALARS[hint]
    if get_origin(hint) is tuple:
        item = _reader(*_without_none(get_args(hint)[0]))
        return lambda value: tuple(map(item, _read_list(value)))
    if dataclasses.is_dataclass(hint):
        return _reader_of_nested(hint)
    return lambda value: hint(_read_str(value))


def _reader_of_nested(record: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(record)
    readers = {name: _reader(*_without_none(hint)) for name, hint in hints.items()}
    return lambda value: record(**{name: read(value[name]) for name, read in readers.items()})


def _without_none(hint: Any) -> tuple[Any, bool]:
    """Split ``X | None`` into ``X`` and whether None was allowed."""
    if get_origin(hint) in (Union, types.UnionType):
        (only,) = (arg for arg in get_args(hint) if arg is not type(None))
        return only, True
    return hint, False


def _read_str(value: object) -> str:
    if type(value) is str:
        return value
    raise TypeError(f"a text was expected, not {type(value).__name__}")


def _read_int(value: object) -> int:
    if type(value) is int:
        return value
    raise TypeError(f"a whole number was expected, not {type(value).__name__}")


def _read_float(value: object) -> float:
    if isinstance(value, (int, float)):
        return float(value)
    raise TypeError(f"a number was expected, not {type(value).__name__}")


def _read_bool(value: object) -> bool:
    if value in (0, 1):
        return bool(value)
    raise ValueError("yes or no was expected")


def _read_date(value: object) -> date:
    return date.fromisoformat(_read_str(value))


def _read_list(value: object) -> list[Any]:
    if isinstance(value, list):
        return value
    raise TypeError(f"a list was expected, not {type(value).__name__}")


_SCALARS: dict[Any, Callable[[Any], Any]] = {
    str: _read_str,
    int: _read_int,
    float: _read_float,
    bool: _read_bool,
    date: _read_date,
}

_read_word_list = _reader_of_json(tuple[str, ...])
