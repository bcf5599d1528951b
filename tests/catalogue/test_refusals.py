"""Files that are no catalogue for this program: each is refused with a sentence of its own."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from careerdesk.catalogue import (
    CatalogueDamaged,
    CatalogueMissing,
    CatalogueProblem,
    CatalogueTooNew,
    CatalogueTooOld,
    CatalogueUnreadable,
    NotACatalogue,
    Store,
)
from careerdesk.catalogue.search import Filter, Kind, Search, Sort
from careerdesk.errors import ExitCode

FLIPPED_FILES = 300


@pytest.fixture
def copy(catalogue_file: Path, tmp_path: Path) -> Path:
    """Return a copy of the small catalogue that a test may spoil."""
    path = tmp_path / "copy.sqlite"
    path.write_bytes(catalogue_file.read_bytes())
    return path


def refused(path: Path, kind: type[CatalogueProblem]) -> str:
    with pytest.raises(kind) as caught:
        Store.open(path)
    assert type(caught.value) is kind
    assert caught.value.exit_code == ExitCode.DAMAGED
    assert str(path) in str(caught.value)
    return str(caught.value)


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def read_everything(path: Path) -> None:
    """Ask an open catalogue everything that a store can be asked."""
    with Store.open(path) as store:
        store.fields()
        cards = store.cards()
        for words in ("engineer", "d", "data robot", "enginer"):
            found = store.find(Search(words))
            store.rows(found, 0, 20)
            store.counts(found)
        store.find(Search("", (Filter(Kind.PAY, "1"),), Sort.PAY))
        assert store.shared is not None
        assert store.facets is not None
        for card in cards:
            store.role(card.id)


def test_missing(tmp_path: Path) -> None:
    assert "missing" in refused(tmp_path / "none.sqlite", CatalogueMissing)
    assert "missing" in refused(tmp_path / "none" / "none.sqlite", CatalogueMissing)


def test_a_folder(tmp_path: Path) -> None:
    assert "it is a folder" in refused(tmp_path, CatalogueUnreadable)


@pytest.fixture
def unreadable(copy: Path) -> Iterator[Path]:
    """Return a copy that nobody may read, and be an account to which that matters."""
    copy.chmod(0)
    account = os.geteuid()
    if account == 0:
        os.seteuid(65534)
    yield copy
    os.seteuid(account)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_a_file_this_account_may_not_read(unreadable: Path) -> None:
    assert "may not read" in refused(unreadable, CatalogueUnreadable)


@pytest.mark.parametrize("content", [b"hello", b"%PDF-1.7\n" + b"x" * 500, b"\x00" * 200])
def test_some_other_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other"
    path.write_bytes(content)
    assert "not a catalogue" in refused(path, NotACatalogue)


def test_some_other_database(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    change(path, "CREATE TABLE role (id TEXT)")
    assert "not a catalogue" in refused(path, NotACatalogue)


def test_a_newer_and_an_older_one(copy: Path) -> None:
    change(copy, "PRAGMA user_version = 9999")
    assert "newer" in refused(copy, CatalogueTooNew)
    change(copy, "PRAGMA user_version = 0")
    assert "older" in refused(copy, CatalogueTooOld)


@pytest.mark.parametrize("kept", [0, 1, 15, 16, 99, 100, 4096, 20_000, -4096, -1])
def test_a_shortened_one(copy: Path, kept: int) -> None:
    copy.write_bytes(copy.read_bytes()[:kept])
    assert "damaged" in refused(copy, CatalogueDamaged)


def test_one_with_more_at_its_end(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes() + b"more")
    assert "damaged" in refused(copy, CatalogueDamaged)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW extra AS SELECT 1",
        "CREATE TRIGGER extra INSERT ON role BEGIN SELECT 1; END",
        "CREATE TABLE extra (id TEXT)",
        "DROP TABLE role_pay",
        "DROP TABLE search_term",
        "DELETE FROM catalogue",
        "UPDATE catalogue SET published_on = 'soon'",
    ],
)
def test_one_with_other_things_in_it(copy: Path, statement: str) -> None:
    change(copy, statement)
    refused(copy, CatalogueDamaged)


def test_an_endless_view_in_place_of_a_table(copy: Path) -> None:
    change(
        copy,
        "DROP TABLE role_notices",
        "CREATE VIEW role_notices AS WITH RECURSIVE n(x) AS "
        "(SELECT 1 UNION ALL SELECT x FROM n) SELECT x AS role_id FROM n",
    )
    refused(copy, CatalogueDamaged)


def test_another_search_index(copy: Path) -> None:
    change(copy, "DROP TABLE search_term", "CREATE VIRTUAL TABLE search_term USING fts5(titles)")
    refused(copy, CatalogueDamaged)


@pytest.mark.parametrize(
    ("statement", "ask"),
    [
        ("UPDATE role SET title_en = CAST(x'ff41' AS TEXT)", lambda store: store.cards()),
        ("UPDATE role_pay SET period = 'fortnight'", lambda store: store.role(ENGINEER)),
        ("UPDATE role_pay SET note_ms = NULL", lambda store: store.role(ENGINEER)),
        ("UPDATE role_routes SET entry = '[{}]'", lambda store: store.role(ENGINEER)),
        ("UPDATE role_routes SET entry = '['", lambda store: store.role(ENGINEER)),
        ("UPDATE source SET retrieved_on = 'lately'", lambda store: store.shared),
        ("UPDATE search_term SET roles = x'020000'", lambda store: store.search("robot")),
        ("UPDATE search_term SET roles = x'00ffffffff'", lambda store: store.search("robot")),
        ("UPDATE search_term SET roles = x''", lambda store: store.search("robot")),
        ("UPDATE search_term SET tier = tier + 90", lambda store: store.search("robot")),
        ("UPDATE search_order SET roles = x'0000'", lambda store: store.find(Search())),
        ("DELETE FROM search_order", lambda store: store.find(Search())),
        ("DELETE FROM search_filter", lambda store: store.find(Search())),
    ],
)
def test_damage_further_in_is_told_when_it_is_met(
    copy: Path, statement: str, ask: Callable[[Store], object]
) -> None:
    change(copy, statement)
    with Store.open(copy) as store, pytest.raises(CatalogueDamaged):
        ask(store)


ENGINEER = "machine-learning-engineer"


def test_any_flipped_byte_is_refused_or_harmless(catalogue_file: Path, tmp_path: Path) -> None:
    """Nothing but the catalogue's own error ever comes out, wherever the damage is."""
    whole = catalogue_file.read_bytes()
    picks = random.Random(20261121)
    path = tmp_path / "flipped.sqlite"
    refusals = 0
    for _ in range(FLIPPED_FILES):
        spoilt = bytearray(whole)
        page = picks.randrange(0, len(whole), 4096)
        for _ in range(picks.choice((1, 1, 4, 64))):
            spoilt[page + picks.randrange(4096)] ^= picks.randrange(1, 256)
        path.write_bytes(spoilt)
        try:
            read_everything(path)
        except CatalogueProblem:
            refusals += 1
    assert 0 < refusals < FLIPPED_FILES


def test_a_folder_that_can_only_be_read(copy: Path) -> None:
    before = sorted(copy.parent.iterdir())
    copy.chmod(0o444)
    copy.parent.chmod(0o555)
    try:
        read_everything(copy)
        assert sorted(copy.parent.iterdir()) == before
    finally:
        copy.parent.chmod(0o755)


@pytest.mark.parametrize(
    "name",
    [
        "with space",
        "100%20 sure?",
        "a#b&c=d;e",
        "மலாய் 目录",
        "quote'\"s" if os.name != "nt" else "quote's",
        "x?mode=rwc" if os.name != "nt" else "x&mode=rwc",
        "-dash",
        "n" * 200,
    ],
)
def test_odd_paths(copy: Path, name: str) -> None:
    folder = copy.parent / name
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system has no such names")
    read_everything(copy.rename(folder / f"{name[:100]}.sqlite"))


def test_a_path_from_here(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy.parent)
    read_everything(Path(copy.name))
