"""The store's answers, on the small catalogue."""

from __future__ import annotations

import sqlite3
import threading
from datetime import date
from pathlib import Path

import pytest

from careerdesk.authoring.content import Content
from careerdesk.catalogue import CatalogueInfo, Store, Text, UnknownRole
from careerdesk.catalogue.opening import open_read_only
from careerdesk.catalogue.schema import SCHEMA
from careerdesk.errors import ExitCode
from careerdesk.i18n import translator


def test_it_says_which_catalogue_it_is(store: Store, catalogue_file: Path) -> None:
    assert store.info == CatalogueInfo(SCHEMA, 3, date(2026, 11, 21), 3, catalogue_file)


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2026, 11, 21), 0),
        (date(2026, 12, 20), 0),
        (date(2026, 12, 21), 1),
        (date(2028, 5, 20), 17),
        (date(2028, 5, 21), 18),
        (date(1980, 1, 1), 0),
    ],
)
def test_its_age_is_in_whole_months(store: Store, today: date, months: int) -> None:
    assert store.info.age_in_months(today) == months


def test_fields_come_in_their_order_with_their_roles(store: Store, content: Content) -> None:
    fields = store.fields()
    assert [(count.field.id, count.roles) for count in fields] == [("computing", 2), ("health", 1)]
    assert [count.field for count in fields] == list(content.shared.fields.values())


def test_cards_come_by_title_without_the_retired(store: Store) -> None:
    assert [card.id for card in store.cards()] == [
        "data-analyst",
        "machine-learning-engineer",
        "nurse",
    ]
    assert [card.id for card in store.cards("health")] == ["nurse"]
    assert store.cards("no-such-field") == ()


def test_a_card_holds_what_a_list_shows(store: Store) -> None:
    card = store.card("nurse")
    assert card is not None
    assert card.title == Text("Nurse", "Jururawat")
    assert card.tagline == Text("Care by day and night", "Menjaga siang dan malam")
    assert (card.field, card.retired) == ("health", False)
    with pytest.raises(AttributeError):
        card.id = "doctor"  # type: ignore[misc]


def test_a_retired_role_is_still_there_for_those_who_kept_it(store: Store) -> None:
    card = store.card("flash-developer")
    assert card is not None
    assert card.retired
    assert store.role("flash-developer").retired_on == date(2025, 1, 31)
    assert "flash-developer" not in {found.id for found in store.search("Flash Developer")}


@pytest.mark.parametrize("role_id", ["no-such-role", "", "\ud800", "a\x00b", "' OR 1=1 --"])
def test_an_unknown_card_is_none(store: Store, role_id: str) -> None:
    assert store.card(role_id) is None


def test_a_role_comes_back_as_it_was_written(store: Store, content: Content) -> None:
    for role in content.roles:
        assert store.role(role.id) == role


def test_subjects_and_skills_lead_to_their_roles(store: Store, content: Content) -> None:
    roles = {role.id: role for role in content.roles}
    engineer, analyst = roles["machine-learning-engineer"], roles["data-analyst"]
    assert store.subject_needs("maths") == {engineer.id: engineer.subjects[0]}
    uses = store.skill_uses("python")
    assert uses == {analyst.id: analyst.skills[0], engineer.id: engineer.skills[0]}
    assert list(uses) == [analyst.id, engineer.id]
    assert store.skills_used == {
        analyst.id: ("python",),
        engineer.id: ("python", "flash"),
        "nurse": ("listening",),
    }


@pytest.mark.parametrize("unknown", ["", "none", "\ud800", "' OR 1 --"])
def test_what_nobody_knows_leads_nowhere(store: Store, unknown: str) -> None:
    assert store.subject_needs(unknown) == {}
    assert store.skill_uses(unknown) == {}


def test_a_retired_role_is_not_among_those_that_use_a_skill(store: Store) -> None:
    assert "flash-developer" not in store.skill_uses("flash")


def test_shared_records_come_back_in_their_order(store: Store, content: Content) -> None:
    assert store.shared == content.shared
    assert list(store.shared.sources) == list(content.shared.sources)
    assert store.shared is store.shared


@pytest.mark.parametrize("role_id", ["nurze", "x" * 100_000, "\ud800", "\x1b[31m", ""])
def test_an_unknown_role_names_the_nearest(store: Store, role_id: str) -> None:
    with pytest.raises(UnknownRole) as caught:
        store.role(role_id)
    assert caught.value.exit_code == ExitCode.INPUT
    sentence = translator("en").error(caught.value)
    assert "nurse" in sentence
    assert len(sentence) < 300
    assert sentence.isprintable()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM role",
        "UPDATE role SET title_en = 'x'",
        "UPDATE sqlite_master SET name = 'x'",
        "CREATE TABLE extra (id)",
        "CREATE TEMP TABLE extra (id)",
        "INSERT INTO role_search (role_search) VALUES ('delete-all')",
        "ATTACH ':memory:' AS other",
        "PRAGMA query_only = OFF",
        "PRAGMA writable_schema = ON",
        "SELECT load_extension('x')",
        "VACUUM",
    ],
)
def test_the_connection_only_reads(catalogue_file: Path, statement: str) -> None:
    before = catalogue_file.read_bytes()
    connection = open_read_only(catalogue_file)
    with pytest.raises(sqlite3.DatabaseError):
        connection.execute(statement)
    connection.close()
    assert catalogue_file.read_bytes() == before


def test_a_store_belongs_to_the_thread_that_opened_it(store: Store) -> None:
    caught: list[BaseException] = []

    def ask() -> None:
        try:
            store.cards()
        except sqlite3.ProgrammingError as error:
            caught.append(error)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_a_closed_store_is_a_fault_of_the_program_not_of_the_file(catalogue_file: Path) -> None:
    store = Store.open(catalogue_file)
    store.close()
    with pytest.raises(sqlite3.ProgrammingError):
        store.cards()
