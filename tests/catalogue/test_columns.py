"""Records become columns and come back."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.catalogue import columns, shared
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.schema import SECTIONS, SHARED_TABLES
from careerdesk.catalogue.score import Score
from careerdesk.catalogue.tables import role_table, section_tables, shared_tables
from careerdesk.catalogue.text import Text
from strategies import any_record

SECTION_RECORDS = {
    name: get_args(hint)[0] for name, hint in get_type_hints(Role).items() if name in SECTIONS
}
SHARED_RECORDS = {name: getattr(shared, name.capitalize()) for name in SHARED_TABLES}
RECORDS = SECTION_RECORDS | SHARED_RECORDS


@pytest.mark.parametrize(("name", "record"), list(RECORDS.items()), ids=RECORDS)
@given(data=st.data())
def test_every_record_comes_back_as_it_was(name: str, record: type, data: st.DataObject) -> None:
    value = data.draw(any_record(record), label=name)
    row = columns.write(value)
    assert list(row) == [column.name for column in columns.columns(record)]
    with sqlite3.connect(":memory:") as connection:
        marks = ", ".join("?" * len(row))
        stored = connection.execute(f"SELECT {marks}", list(row.values())).fetchone()
    connection.close()
    assert columns.read(record, stored) == value


def test_columns_say_what_they_hold() -> None:
    found = {column.name: (column.type, column.required) for column in columns.columns(Score)}
    assert found == {
        "key": (str, True),
        "basis": (str, True),
        "value": (int, True),
        "method": (str, False),
        "inputs": (str, True),
        "source": (str, True),
        "as_of": (str, True),
    }


@pytest.mark.parametrize(
    ("column", "wrong"),
    [
        ("key", "happiness"),
        ("value", "81"),
        ("value", None),
        ("inputs", "["),
        ("inputs", "{}"),
        ("inputs", '[{"name": "growth"}]'),
        ("source", b"survey"),
        ("as_of", "yesterday"),
    ],
)
def test_a_wrong_value_makes_no_record(column: str, wrong: object) -> None:
    row: dict[str, object] = {
        "key": "introvert",
        "basis": "published",
        "value": 70,
        "method": None,
        "inputs": "[]",
        "source": "seed",
        "as_of": "2026-10-03",
    }
    assert columns.read(Score, list(row.values())).as_of == date(2026, 10, 3)
    row[column] = wrong
    with pytest.raises((ValueError, TypeError, LookupError)):
        columns.read(Score, list(row.values()))


def test_half_a_text_makes_no_record() -> None:
    (name,) = (part for part in columns.parts(shared.Subject) if part.name == "name")
    assert name.read("Biology", "Biologi") == Text("Biology", "Biologi")
    with pytest.raises(TypeError, match="one of its languages"):
        name.read("Biology", None)


def test_every_section_and_every_shared_record_has_its_table() -> None:
    sections = [
        name for name, hint in get_type_hints(Role).items() if str(hint).startswith("tuple")
    ]
    assert list(SECTIONS) == sorted(sections, key=list(SECTIONS).index)
    assert {table.record for table in section_tables()} == set(SECTION_RECORDS.values())
    kinds = {get_args(hint)[1] for hint in get_type_hints(shared.Shared).values()}
    assert {table.record for table in shared_tables()} == kinds


def test_ids_point_to_the_table_they_are_in() -> None:
    references = {table.name: table.references for table in (role_table(), *section_tables())}
    assert references["role"] == {"field": "field"}
    assert references["role_neighbours"] == {"role_id": "role", "role": "role"}
    assert references["role_certificates"] == {"role_id": "role", "certificate": "certificate"}
    assert references["role_study"] == {
        "role_id": "role",
        "institution": "institution",
        "source": "source",
    }
