"""The build: whole or not at all, and the same bytes every time."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import sample
from careerdesk.authoring.build import UnsoundContent, build, catalogue_bytes
from careerdesk.authoring.content import Content
from careerdesk.catalogue import Store
from careerdesk.catalogue.role import Neighbour, Role
from careerdesk.catalogue.schema import APPLICATION_ID, SCHEMA, TABLES
from careerdesk.catalogue.tables import REFERENCES
from careerdesk.catalogue.text import Text
from careerdesk.errors import WriteProblem
from strategies import any_record


@pytest.fixture
def connection(catalogue_file: Path) -> Iterator[sqlite3.Connection]:
    """Return the built file as any other program would open it."""
    with closing(sqlite3.connect(f"{catalogue_file.as_uri()}?mode=ro", uri=True)) as opened:
        yield opened


def pragma(connection: sqlite3.Connection, name: str) -> Any:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_the_file_is_marked_and_made_to_be_read(connection: sqlite3.Connection) -> None:
    assert pragma(connection, "application_id") == APPLICATION_ID
    assert pragma(connection, "user_version") == SCHEMA
    assert pragma(connection, "journal_mode") == "delete"
    assert pragma(connection, "page_size") == 4096
    assert pragma(connection, "freelist_count") == 0
    assert pragma(connection, "integrity_check") == "ok"


def test_the_tables_are_those_that_the_store_expects(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    assert {name for (name,) in rows} == TABLES
    kinds = connection.execute("SELECT DISTINCT type FROM sqlite_master ORDER BY type")
    assert kinds.fetchall() == [("index",), ("table",)]


def test_a_person_can_read_the_tables(connection: sqlite3.Connection) -> None:
    row = connection.execute(
        "SELECT label_en, label_ms, low, high, currency, period, source.title "
        "FROM role_pay JOIN source ON source.id = source WHERE country = 'MY'"
    ).fetchone()
    assert row == (
        "Starting out",
        "Permulaan",
        4000.0,
        6500.0,
        "MYR",
        "month",
        "Role page",
    )
    edition = connection.execute("SELECT * FROM catalogue").fetchall()
    assert edition == [(3, "2026-11-21", 3, 1, 2)]


BUILD_ELSEWHERE = """
import sys
sys.path.insert(0, sys.argv[1])
import sample
from pathlib import Path
from careerdesk.authoring.build import build
build(sample.content(), Path(sys.argv[2]))
"""


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("4242", "Pacific/Kiritimati")])
def test_the_same_content_gives_the_same_bytes(
    catalogue_file: Path, tmp_path: Path, seed: str, zone: str
) -> None:
    path = tmp_path / "elsewhere.sqlite"
    tests = str(Path(sample.__file__).parent)
    subprocess.run(
        [sys.executable, "-c", BUILD_ELSEWHERE, tests, str(path)],
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
    )
    assert path.read_bytes() == catalogue_file.read_bytes()


def test_the_order_of_the_roles_does_not_matter(content: Content) -> None:
    roles = list(content.roles)
    random.Random(7).shuffle(roles)
    assert catalogue_bytes(replace(content, roles=tuple(roles))) == catalogue_bytes(content)


def test_a_changed_word_changes_the_bytes(content: Content) -> None:
    changed = replace(content.roles[0], summary=Text("Other words.", "Kata lain."))
    other = replace(content, roles=(changed, *content.roles[1:]))
    assert catalogue_bytes(other) != catalogue_bytes(content)


def test_an_id_that_points_nowhere_builds_nothing(content: Content, tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    path.write_bytes(b"what stood there")
    lost = Neighbour(role="no-such-role", difference=Text("x", "x"))
    roles = (replace(content.roles[0], neighbours=(lost,)), *content.roles[1:])
    with pytest.raises(UnsoundContent, match="role_neighbours points to no role"):
        build(replace(content, roles=roles), path)
    assert path.read_bytes() == b"what stood there"
    assert list(tmp_path.iterdir()) == [path]


def test_an_id_that_is_there_twice_builds_nothing(content: Content) -> None:
    with pytest.raises(UnsoundContent, match=r"role\.id"):
        catalogue_bytes(replace(content, roles=content.roles * 2))


def test_a_folder_that_is_not_there(content: Content, tmp_path: Path) -> None:
    with pytest.raises(WriteProblem):
        build(content, tmp_path / "none" / "catalogue.sqlite")


def test_a_catalogue_without_roles(content: Content, tmp_path: Path) -> None:
    build(replace(content, roles=()), tmp_path / "empty.sqlite")
    with Store.open(tmp_path / "empty.sqlite") as store:
        assert store.cards() == ()
        assert store.search("data") == ()
        assert [count.roles for count in store.fields()] == [0, 0]


SHARED = sample.content().shared
IDS = {name: sorted(getattr(SHARED, f"{name}s")) for name in REFERENCES if name != "role"}


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(role=any_record(Role, {**IDS, "role": ["the-role"]}, id="the-role"))
def test_any_role_comes_back_as_it_was(
    content: Content, tmp_path_factory: pytest.TempPathFactory, role: Role
) -> None:
    path = tmp_path_factory.mktemp("any") / "catalogue.sqlite"
    build(replace(content, roles=(role,)), path)
    with Store.open(path) as store:
        assert store.role("the-role") == role
