"""Hypothesis strategies for the catalogue's records."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: st.text(st.characters(codec="utf-8"), max_size=12),
    int: st.integers(-(2**63), 2**63 - 1),
    float: st.floats(allow_nan=False, allow_infinity=False),
}


def any_record(
    record: Any, ids: Mapping[str, Sequence[str]] | None = None, **fixed: object
) -> st.SearchStrategy[Any]:
    """Return a strategy for the dataclass ``record`` that draws every field, optional ones too.

    Args:
        record: the class.
        ids: names of fields that hold an id, and the ids that they may have.
        fixed: fields that have one value.
    """
    hints = get_type_hints(record)
    drawn = {name: _any_value(name, hint, ids or {}) for name, hint in hints.items()}
    drawn.update({name: st.just(value) for name, value in fixed.items()})
    return st.builds(record, **drawn)


def _any_value(name: str, hint: Any, ids: Mapping[str, Sequence[str]]) -> st.SearchStrategy[Any]:
    if type(None) in get_args(hint):
        (only,) = (arg for arg in get_args(hint) if arg is not type(None))
        return st.none() | _any_value(name, only, ids)
    if get_args(hint):
        return st.lists(_any_value("", get_args(hint)[0], ids), max_size=2).map(tuple)
    if name in ids:
        return st.sampled_from(ids[name])
    if dataclasses.is_dataclass(hint):
        return any_record(hint, ids)
    return _PLAIN[hint] if hint in _PLAIN else st.from_type(hint)
