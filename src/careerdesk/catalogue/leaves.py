"""Walking through a record: every value in it, with its place."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import cache
from typing import Any

from careerdesk.catalogue.text import Text, Words

Path = tuple[str | int, ...]
"""Where a value stands: names of fields and, counted from 0, members of tuples."""


def leaves(record: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Yield every value inside ``record``, in its order; a text or list of words is one value."""
    if isinstance(record, tuple):
        for place, member in enumerate(record):
            yield from leaves(member, (*path, place))
    elif dataclasses.is_dataclass(record) and not isinstance(record, Text | Words | type):
        for field in dataclasses.fields(record):
            yield from leaves(getattr(record, field.name), (*path, field.name))
    else:
        yield path, record


def texts(record: object) -> Iterator[Text]:
    """Yield every bilingual text inside ``record``."""
    if isinstance(record, Text):
        yield record
    elif isinstance(record, tuple):
        for member in record:
            yield from texts(member)
    else:
        kind: Any = type(record)
        for name in _names(kind):
            yield from texts(getattr(record, name))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """Return the fields of records of ``kind``; other values have none."""
    if kind is Words or not dataclasses.is_dataclass(kind):
        return ()
    return tuple(field.name for field in dataclasses.fields(kind))


def sources_named(record: object) -> Iterator[tuple[Path, str]]:
    """Yield every place inside ``record`` that names a source, with the id of the source."""
    for path, value in leaves(record):
        if path and path[-1] == "source" and isinstance(value, str):
            yield path, value
