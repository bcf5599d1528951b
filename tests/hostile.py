"""A catalogue in which every text is meant to do harm."""

from __future__ import annotations

import dataclasses
from enum import Enum
from typing import Any

import sample
from careerdesk.authoring.content import Content
from careerdesk.catalogue.text import Text, Words

_KEYS = frozenset(
    (
        *("id", "field", "role", "skill", "source", "subject", "institution", "organisation"),
        *("certificate", "support", "method", "currency"),
    )
)
"""Strings that point somewhere; a catalogue in which they are wrong is refused."""


def content(words: str) -> Content:
    """Return the sample with every text in it, in both languages, replaced by ``words``."""
    honest = sample.content()
    return dataclasses.replace(
        honest,
        shared=_spoilt(honest.shared, words),
        roles=tuple(_spoilt(role, words) for role in honest.roles),
    )


def _spoilt(record: Any, words: str) -> Any:
    """Return ``record`` with ``words`` in place of every text in it."""
    if isinstance(record, Text):
        return Text(words, words)
    if isinstance(record, Words):
        return Words((words,), (words,))
    if isinstance(record, tuple):
        return tuple(_spoilt(member, words) for member in record)
    if isinstance(record, dict):
        return {key: _spoilt(member, words) for key, member in record.items()}
    if isinstance(record, str) and not isinstance(record, Enum):
        return words
    if not dataclasses.is_dataclass(record):
        return record
    changes = {
        item.name: _spoilt(getattr(record, item.name), words)
        for item in dataclasses.fields(record)
        if item.name not in _KEYS
    }
    return dataclasses.replace(record, **changes)  # type: ignore[type-var]
