"""The shape of every file in ``data/``, worked out from the dataclasses of the format.

One definition serves three readers: the checker, the reader that makes records, and the JSON
Schema with which an editor helps an author.
"""

from __future__ import annotations

import dataclasses
import difflib
import json
import types
from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from pydantic import ConfigDict, TypeAdapter, ValidationError

from careerdesk.authoring.facts import RoleFile
from careerdesk.catalogue import shared
from careerdesk.catalogue.leaves import Path
from careerdesk.catalogue.text import Text, Words

ID_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
"""What an id looks like: lower-case letters, digits and hyphens."""

SHARED_CLASSES: Mapping[str, type] = {
    "sources": shared.Source,
    "skills": shared.Skill,
    "certificates": shared.Certificate,
    "institutions": shared.Institution,
    "organisations": shared.Organisation,
    "supports": shared.Support,
    "subjects": shared.Subject,
    "baselines": shared.Baseline,
    "terms": shared.Term,
    "synonyms": shared.Synonym,
    "fields": shared.Field,
}
"""File name, without ending, and the class of its records."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What ``catalogue.yaml`` says."""

    edition: int
    """Counts up from 1 with every published catalogue."""
    published_on: date


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shipped:
    """What ``shipped.yaml`` says: every id that any published edition has held."""

    roles: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    certificates: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    supports: tuple[str, ...] = ()


def validate(cls: type, value: object) -> tuple[Any, list[tuple[Path, str]]]:
    """Return ``value`` as an instance of ``cls``, or None with the path and words of each fault.

    Nothing is converted: a number in quotes is not a number, nor is a bare number a text.
    The words are empty for a key without value, which the reader of the YAML has reported.
    """
    text = json.dumps(value, default=_as_json)
    try:
        return _adapter(cls).validate_json(text, strict=True), []
    except ValidationError as error:
        problems = [_reword(cls, value, item["type"], item["loc"]) for item in error.errors()]
        return None, list(dict.fromkeys(problems))


@cache
def _adapter(cls: type) -> TypeAdapter[Any]:
    """Return the validator of ``cls``; the catalogue's own classes know nothing of it."""
    for part in _parts(cls):
        part.__pydantic_config__ = ConfigDict(  # type: ignore[attr-defined]
            extra="forbid", use_attribute_docstrings=True
        )
    return TypeAdapter(cls)


def _parts(cls: type) -> Iterator[type]:
    """Yield ``cls`` and every dataclass that it is made of."""
    yield cls
    for hint in field_types(cls).values():
        for part in (hint, *get_args(hint)):
            if _is_part(part):
                yield from _parts(part)


def _is_part(hint: Any) -> bool:
    return isinstance(hint, type) and dataclasses.is_dataclass(hint)


@cache
def field_types(cls: type) -> Mapping[str, Any]:
    """Return the fields of the dataclass ``cls`` with their types."""
    return get_type_hints(cls)


def _as_json(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not a value that the reader makes")


def _reword(cls: type, value: object, kind: str, path: Path) -> tuple[Path, str]:
    """Return one fault of the validator as its path and a sentence for an author."""
    name = ".".join(str(part) for part in path if isinstance(part, str)) or "the file"
    if kind in {"missing", "missing_argument"}:
        return path[:-1], f"`{name}` is missing; expected {describe(_type_at(cls, path))}"
    actual = _value_at(value, path)
    if actual is None:
        return path, ""
    if kind in {"unexpected_keyword_argument", "unexpected_property", "extra_forbidden"}:
        return path, f"`{name}` is not known here; expected {_nearest(cls, path)}"
    return path, f"`{name}` is {_show(actual)}; expected {describe(_type_at(cls, path))}"


def _nearest(cls: type, path: Path) -> str:
    """Return which key was probably meant by the last one of ``path``."""
    around = _type_at(cls, path[:-1])
    known = list(field_types(around)) if _is_part(around) else []
    close = difflib.get_close_matches(str(path[-1]), known, n=1)
    return f"`{close[0]}`, perhaps" if close else "one of " + ", ".join(known)


def _type_at(cls: type, path: Path) -> Any:
    """Return the type that stands at ``path`` of ``cls``, without its ``| None``."""
    found: Any = cls
    for part in path:
        if isinstance(part, int):
            found = next(iter(get_args(found)), object)
        elif _is_part(found):
            found = field_types(found).get(part, object)
        else:
            return object
        found = _without_none(found)
    return found


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in {Union, types.UnionType}:
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def _value_at(value: Any, path: Path) -> object:
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            break
    return value


_SIMPLE = {
    str: "a text (in quotes where it looks like something else)",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    date: "a date, as in 2026-11-21",
    Text: "a text in `en` and in `ms`",
    Words: "lists of words in `en` and in `ms`",
}


def describe(hint: Any) -> str:
    """Return in words what a value of the type ``hint`` looks like."""
    if isinstance(hint, type) and hint in _SIMPLE:
        return _SIMPLE[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "one of " + ", ".join(member.value for member in hint)
    if get_origin(hint) is tuple:
        return "a list"
    if dataclasses.is_dataclass(hint):
        return "a mapping with the keys " + ", ".join(field.name for field in _fields(hint))
    return "something else"


def _fields(cls: Any) -> tuple[dataclasses.Field[Any], ...]:
    return dataclasses.fields(cls)


def _show(value: object) -> str:
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f"“{value[:40]}…”" if len(value) > 40 else f"“{value}”"
    return f"the number {value}" if isinstance(value, int | float) else f"the date {value}"


def json_schemas() -> dict[str, str]:
    """Return the JSON Schema of every kind of file as text, by the schema's file name."""
    schemas = {
        "role.schema.json": _adapter(RoleFile).json_schema(),
        "catalogue.schema.json": _adapter(Edition).json_schema(),
        "shipped.schema.json": _adapter(Shipped).json_schema(),
    }
    for name, cls in SHARED_CLASSES.items():
        schemas[f"{name}.schema.json"] = _records_schema(name, cls)
    dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return {
        name: json.dumps({**dialect, **schema}, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def _records_schema(name: str, cls: type) -> dict[str, Any]:
    """Return the schema of a mapping from ids to records, whose ids stand outside."""
    record = _adapter(cls).json_schema()
    parts = record.pop("$defs", {})
    del record["properties"]["id"]
    record["required"].remove("id")
    return {
        "$defs": parts,
        "title": name,
        "type": "object",
        "propertyNames": {"pattern": f"^{ID_PATTERN}$"},
        "additionalProperties": record,
    }
