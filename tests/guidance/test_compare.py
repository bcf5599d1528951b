"""Roles side by side: every section, what differs first, one scale, and every source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from careerdesk.catalogue import Store, UnknownRole
from careerdesk.catalogue.evidence import used_sources
from careerdesk.catalogue.role import Condition, Pay, Role, SkillUse
from careerdesk.catalogue.score import Score
from careerdesk.catalogue.terms import (
    Basis,
    ConditionKind,
    Interest,
    Level,
    PayGroup,
    Period,
    ScoreKey,
)
from careerdesk.catalogue.text import Text
from careerdesk.guidance.compare import Comparison, NotComparable, compare
from careerdesk.guidance.rows import Row
from careerdesk.i18n import translator

ENGINEER, ANALYST, NURSE = "machine-learning-engineer", "data-analyst", "nurse"


class Edited(Store):
    """A catalogue in which some roles have been changed."""

    changed: ClassVar[dict[str, Role]] = {}

    def role(self, role_id: str) -> Role:
        return self.changed.get(role_id) or super().role(role_id)


@pytest.fixture
def edited(catalogue_file: Path) -> Iterator[Edited]:
    """Return the small catalogue; a test may change its roles."""
    with Edited.open(catalogue_file) as store:
        store.changed = {}
        yield store


def compared(store: Store, *ids: str, language: str = "en") -> Comparison:
    return compare(store, ids, translator(language))


def rows(comparison: Comparison) -> dict[str, Row]:
    return {row.key: row for section in comparison.sections for row in section.rows}


@pytest.mark.parametrize(
    "ids", [[], [ENGINEER], [ENGINEER, ENGINEER], [ENGINEER, NURSE, ANALYST, "a", "b"]]
)
def test_fewer_than_two_more_than_four_or_the_same_twice_are_refused(
    ids: list[str], store: Store
) -> None:
    with pytest.raises(NotComparable) as refused:
        compare(store, ids, translator("en"))
    assert (", ".join(ids) or "–") in str(refused.value)


def test_an_unknown_role_is_named(store: Store) -> None:
    with pytest.raises(UnknownRole):
        compared(store, ENGINEER, "nurze")


def test_every_section_of_the_page_has_its_rows(store: Store) -> None:
    comparison = compared(store, ENGINEER, NURSE)
    assert [section.key for section in comparison.sections] == [
        *("glance", "story", "balance", "journey", "routes", "entry", "subjects", "scores"),
        *("interests", "pay", "conditions", "outlook", "skills", "certificates", "study"),
        *("reading", "about"),
    ]
    keys = [row.key for section in comparison.sections for row in section.rows]
    assert len(keys) == len(set(keys))
    assert all(row.key.startswith(f"{s.key}.") for s in comparison.sections for row in s.rows)
    assert {len(row.cells) for row in rows(comparison).values()} == {2}


def test_what_nobody_has_is_no_row(store: Store) -> None:
    found = rows(compared(store, ANALYST, NURSE))
    assert set(found) == {
        *("glance.field", "glance.pay", "story.summary", "skills.tool", "skills.human"),
        *("about.reviewed", "about.translation"),
    }


def test_rows_that_differ_come_first_in_each_section(store: Store) -> None:
    comparison = compared(store, ENGINEER, ANALYST, NURSE)
    for section in comparison.sections:
        differs = [row.differs for row in section.rows]
        assert differs == sorted(differs, reverse=True), section.key
    about = {row.key: row.differs for row in comparison.sections[-1].rows}
    assert about["about.translation"]
    assert not about["about.reviewed"]


def test_small_print_does_not_make_a_difference(edited: Edited) -> None:
    for role_id, words in ((ANALYST, "At ease."), (NURSE, "Unhurried.")):
        calm = Condition(kind=ConditionKind.STRESS, text=Text(words, words), low=Level.LOW)
        edited.changed[role_id] = replace(edited.role(role_id), conditions=(calm,))
    row = rows(compared(edited, ANALYST, NURSE))["conditions.stress"]
    assert [cell.lines for cell in row.cells] == [("Low (our reading)",)] * 2
    assert [cell.notes for cell in row.cells] == [("At ease.",), ("Unhurried.",)]
    assert not row.differs


def test_a_cell_says_what_the_page_says_and_names_its_source(store: Store) -> None:
    found = rows(compared(store, ENGINEER, NURSE))
    way = found["routes.university"].cells[0]
    assert way.lines == ("4+ years after SPM · first pay at about 21",)
    assert (way.notes, way.sources) == (("University",), ("seed",))
    assert found["routes.university"].cells[1].lines == ()
    assert found["conditions.hours"].cells[0].lines == ("40–45 hours a week",)
    score = found["scores.global_demand"].cells[0]
    assert score.lines == ("81 · Worked out from sources",)
    assert score.sources == ("survey",)


def test_of_several_ways_of_a_kind_each_line_says_which(edited: Edited) -> None:
    engineer = edited.role(ENGINEER)
    way = engineer.routes[0]
    other = replace(way, title=Text("At night", "Malam"), years_min=None, source=None)
    edited.changed[ENGINEER] = replace(engineer, routes=(way, other))
    cell = rows(compared(edited, ENGINEER, NURSE))["routes.university"].cells[0]
    assert cell.lines == (
        "University: 4+ years after SPM · first pay at about 21",
        "At night: Open, but no figure for the years",
    )
    assert cell.notes == ()


def test_the_glance_says_what_a_student_asks_first(store: Store) -> None:
    found = rows(compared(store, ENGINEER, NURSE))
    shown = {key: row.cells[0].lines for key, row in found.items() if key.startswith("glance.")}
    assert shown == {
        "glance.field": ("Computing and data",),
        "glance.schooling": ("Degree",),
        "glance.years": ("4 years after SPM",),
        "glance.pay": ("No reliable figure found",),
        "glance.place": ("Often from home",),
        "glance.interests": ("Investigative, Conventional, Enterprising",),
        "glance.official": ("MASCO 2524-11",),
    }
    assert found["glance.years"].cells[0].notes == ("first pay at about 21",)
    assert found["glance.years"].sources == ("seed",)


def test_entry_pay_is_a_figure_with_its_year_and_source(edited: Edited) -> None:
    facets = edited.facets[NURSE]
    edited.facets[NURSE] = replace(
        facets, entry_pay=2000.0, entry_pay_year="2024", entry_pay_source="survey"
    )
    cell = rows(compared(edited, NURSE, ENGINEER))["glance.pay"].cells[0]
    assert cell.lines == ("RM\N{NO-BREAK SPACE}2,000+ a month",)
    assert (cell.notes, cell.sources) == (("Official, 2024",), ("survey",))


def test_neighbours_say_how_they_differ_from_each_other(store: Store) -> None:
    found = rows(compared(store, ENGINEER, ANALYST, language="ms"))
    row = found["neighbours.data-analyst"]
    assert [cell.lines for cell in row.cells] == [("Menerangkan data.",), ()]
    assert "neighbours.machine-learning-engineer" not in found


def test_shared_skills_are_told_apart_from_the_others(edited: Edited) -> None:
    nurse = edited.role(NURSE)
    python = SkillUse(skill="python", text=Text("For charts.", "Untuk carta."))
    edited.changed[NURSE] = replace(nurse, skills=(*nurse.skills, python))
    found = rows(compared(edited, ENGINEER, ANALYST, NURSE))
    assert [cell.lines for cell in found["skills.common"].cells] == [("Python",)] * 3
    assert [cell.lines for cell in found["skills.tool"].cells] == [("Flash",), (), ()]
    assert [cell.lines for cell in found["skills.human"].cells] == [(), (), ("Listening",)]


def test_scores_are_overlaid_and_a_derived_one_goes_before_a_published_one(edited: Edited) -> None:
    nurse, as_of = edited.role(NURSE), edited.role(ENGINEER).scores[0].as_of
    scores = tuple(
        Score(key=ScoreKey.INTROVERT, basis=basis, value=value, source="seed", as_of=as_of)
        for basis, value in ((Basis.PUBLISHED, 10), (Basis.DERIVED, 90))
    )
    edited.changed[NURSE] = replace(nurse, scores=scores)
    overlay = compared(edited, ENGINEER, NURSE).scores
    assert [line.key for line in overlay.lines] == [ScoreKey.GLOBAL_DEMAND, ScoreKey.INTROVERT]
    values = [[value and value.value for value in line.values] for line in overlay.lines]
    assert values == [[81, None], [70, 90]]
    interests = compared(edited, ENGINEER, NURSE, language="ms").interests
    assert [line.key for line in interests.lines] == list(Interest)
    assert [line.name[0] for line in interests.lines] == list("RIASEK")
    assert [line.values[0] and line.values[0].value for line in interests.lines] == [
        *(20, 95, 30, 25, 40, 60)
    ]


def test_pay_shares_one_scale_with_the_baseline(edited: Edited) -> None:
    rich = Pay(
        group=PayGroup.SECTOR,
        label=Text("Private", "Swasta"),
        low=9000.0,
        high=None,
        currency="MYR",
        period=Period.MONTH,
        country="MY",
        year="2024",
        source="survey",
    )
    edited.changed[NURSE] = replace(edited.role(NURSE), pay=(rich,))
    overlay = compared(edited, ENGINEER, NURSE, ANALYST).pay
    assert [[line.pay.low for line in lines] for lines in overlay.rows] == [[4000.0], [9000.0], []]
    assert [[line.illustrative for line in lines] for lines in overlay.rows[:2]] == [
        [True],
        [False],
    ]
    assert overlay.baseline is not None
    assert overlay.baseline.amount == 4521.0
    assert overlay.top >= 9000.0 * 1.3


def test_without_any_figure_the_scale_holds_the_baseline(store: Store) -> None:
    overlay = compared(store, ANALYST, NURSE).pay
    assert overlay.rows == ((), ())
    assert overlay.top >= 4521.0


def test_every_source_of_the_roles_is_cited_once(store: Store) -> None:
    comparison = compared(store, ENGINEER, NURSE)
    cited = [source.id for source in comparison.sources]
    assert len(cited) == len(set(cited))
    shown = {source for row in rows(comparison).values() for source in row.sources}
    assert shown <= set(cited)
    assert set(cited) == {source.id for source in used_sources(store.role(ENGINEER), store.shared)}


@pytest.mark.parametrize(
    ("language", "cities"),
    [("en", "Cities: Kuala Lumpur, Penang"), ("ms", "Bandar: Kuala Lumpur, Pulau Pinang")],
)
def test_cities_bear_the_names_of_the_language(language: str, cities: str, store: Store) -> None:
    row = rows(compared(store, ENGINEER, NURSE, language=language))["outlook.MY"]
    assert row.cells[0].notes == (cities,)


@pytest.mark.parametrize("language", ["en", "ms"])
def test_heads_have_both_titles_and_the_field(language: str, store: Store) -> None:
    head = compared(store, NURSE, ENGINEER, language=language).heads[0]
    assert {head.title, head.other_title} == {"Nurse", "Jururawat"}
    assert head.title == ("Nurse" if language == "en" else "Jururawat")
    assert (head.id, head.field.id) == ("nurse", "health")
