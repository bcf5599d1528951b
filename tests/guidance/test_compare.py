"""Roles side by side: every section, what differs first, one scale, and every source."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careerdesk.catalogue import Store
from careerdesk.catalogue.evidence import used_sources
from careerdesk.catalogue.role import Condition, Pay, Role, Score, SkillUse
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
from careerdesk.guidance.compare import Comparison, compare
from careerdesk.guidance.rows import Row
from careerdesk.i18n import translator

ENGINEER, ANALYST, NURSE = "machine-learning-engineer", "data-analyst", "nurse"


def compared(store: Store, *roles: str | Role, language: str = "en") -> Comparison:
    whole = [store.role(role) if isinstance(role, str) else role for role in roles]
    return compare(whole, store.shared, translator(language))


def rows(comparison: Comparison) -> dict[str, Row]:
    return {row.key: row for section in comparison.sections for row in section.rows}


@pytest.mark.parametrize("ids", [[], [ENGINEER], [ENGINEER, ENGINEER], [ENGINEER, NURSE, "x"] * 2])
def test_fewer_than_two_more_than_four_or_the_same_twice_are_refused(
    ids: list[str], store: Store
) -> None:
    roles = [replace(store.role(NURSE), id=role_id) for role_id in ids]
    with pytest.raises(ValueError, match="two to four different roles"):
        compare(roles, store.shared, translator("en"))


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
        *("glance.field", "story.summary", "skills.tool", "skills.human"),
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


def test_small_print_does_not_make_a_difference(store: Store) -> None:
    def calm(role_id: str, words: str) -> Role:
        stress = Condition(kind=ConditionKind.STRESS, text=Text(words, words), low=Level.LOW)
        return replace(store.role(role_id), conditions=(stress,))

    row = rows(compared(store, calm(ANALYST, "At ease."), calm(NURSE, "Unhurried.")))[
        "conditions.stress"
    ]
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


def test_neighbours_say_how_they_differ_from_each_other(store: Store) -> None:
    found = rows(compared(store, ENGINEER, ANALYST, language="ms"))
    row = found["neighbours.data-analyst"]
    assert [cell.lines for cell in row.cells] == [("Menerangkan data.",), ()]
    assert "neighbours.machine-learning-engineer" not in found


def test_shared_skills_are_told_apart_from_the_others(store: Store) -> None:
    nurse = store.role(NURSE)
    python = SkillUse(skill="python", text=Text("For charts.", "Untuk carta."))
    nurse = replace(nurse, skills=(*nurse.skills, python))
    found = rows(compared(store, ENGINEER, ANALYST, nurse))
    assert [cell.lines for cell in found["skills.common"].cells] == [("Python",)] * 3
    assert [cell.lines for cell in found["skills.tool"].cells] == [("Flash",), (), ()]
    assert [cell.lines for cell in found["skills.human"].cells] == [(), (), ("Listening",)]


def test_scores_are_overlaid_and_a_derived_one_goes_before_a_published_one(store: Store) -> None:
    nurse, as_of = store.role(NURSE), store.role(ENGINEER).scores[0].as_of
    scores = tuple(
        Score(key=ScoreKey.INTROVERT, basis=basis, value=value, source="seed", as_of=as_of)
        for basis, value in ((Basis.PUBLISHED, 10), (Basis.DERIVED, 90))
    )
    overlay = compared(store, ENGINEER, replace(nurse, scores=scores)).scores
    assert [line.key for line in overlay.lines] == [ScoreKey.GLOBAL_DEMAND, ScoreKey.INTROVERT]
    values = [[value and value.value for value in line.values] for line in overlay.lines]
    assert values == [[81, None], [70, 90]]
    interests = compared(store, ENGINEER, NURSE, language="ms").interests
    assert [line.key for line in interests.lines] == list(Interest)
    assert [line.name[0] for line in interests.lines] == list("RIASEK")
    assert [line.values[0] and line.values[0].value for line in interests.lines] == [
        *(20, 95, 30, 25, 40, 60)
    ]


def test_pay_shares_one_scale_with_the_baseline(store: Store) -> None:
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
    nurse = replace(store.role(NURSE), pay=(rich,))
    overlay = compared(store, ENGINEER, nurse, ANALYST).pay
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


@pytest.mark.parametrize("language", ["en", "ms"])
def test_heads_have_both_titles_and_the_field(language: str, store: Store) -> None:
    head = compared(store, NURSE, ENGINEER, language=language).heads[0]
    assert {head.title, head.other_title} == {"Nurse", "Jururawat"}
    assert head.title == ("Nurse" if language == "en" else "Jururawat")
    assert (head.id, head.field.id) == ("nurse", "health")
