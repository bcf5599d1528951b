"""The role sheet says what it should, on two pages, for every role in both languages."""

from __future__ import annotations

import logging
import random
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerdesk.authoring import Content
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.terms import Translation
from careerdesk.catalogue.text import Text
from careerdesk.catalogue.wording import label
from careerdesk.i18n import translator
from careerdesk.sheets import SheetProblem
from careerdesk.sheets.make import safe_title
from careerdesk.sheets.role import role_sheet
from careerdesk.sheets.second_page import Extra, second_page
from sheet_reading import (
    Sheet,
    cited_in,
    longest_role,
    outside_the_margins,
    page_count,
    real_content,
    sheet_of,
    squeezed,
    text_of,
    titles_of,
    words_in,
    writing_of,
)

Maker = Callable[[Content, Role, str], Sheet]
ROLES = {role.id: role for role in real_content().roles}


def _chosen() -> set[str]:
    """Return the ids of the roles that stand for all where time is short."""
    by_length = sorted(ROLES, key=lambda name: len(repr(ROLES[name])))
    return {by_length[0], by_length[-1], *random.Random(4).sample(by_length, 6)}


CHOSEN = _chosen()

every_sheet = pytest.mark.parametrize(
    ("role", "language"),
    [
        pytest.param(
            role,
            language,
            id=f"{name}-{language}",
            marks=[] if name in {*CHOSEN, "longest"} else pytest.mark.figures,
        )
        for name, role in {**ROLES, "longest": longest_role(real_content())}.items()
        for language in ("en", "ms")
    ],
)
"""Every role in both languages; outside `make figures` the longest, the shortest and a sample."""


@every_sheet
def test_every_role_fills_two_pages_and_nothing_is_cut(
    role: Role, language: str, make: Maker, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        sheet = make(real_content(), role, language)

    assert not caplog.records
    assert len(sheet.pdf) <= 150_000
    text = sheet.text
    for page in ("first", "second"):
        missing = [
            word for word in words_in(sheet.data[page]["blocks"]) if squeezed(word) not in text
        ]
        assert not missing
    assert outside_the_margins(sheet.pdf) == [[], []]


@every_sheet
def test_every_number_leads_to_a_source_that_is_listed(
    role: Role, language: str, make: Maker
) -> None:
    content = real_content()
    sheet = make(content, role, language)
    first, second = sheet.data["first"], sheet.data["second"]
    cited = list(dict.fromkeys(cited_in(first) + cited_in(second)))
    listed = sheet.text[sheet.text.index(squeezed(sheet.data["sources"]["heading"])) :]

    for number, source in enumerate(cited, start=1):
        assert f"{number}{squeezed(content.shared.sources[source].title)}" in listed
    assert len(sheet.data["sources"]["entries"]) == len(cited)


@every_sheet
def test_every_figure_has_its_number(role: Role, language: str, make: Maker) -> None:
    sheet = make(real_content(), role, language)
    first, second = sheet.data["first"]["blocks"], sheet.data["second"]["blocks"]

    figures = [cell for cell in first["glance"]["cells"] if cell["value"]]
    figures += [step for step in first["journey"]["steps"] if not step["open"]]
    figures += [card for card in first["routes"]["cards"] if card["years"]]
    figures += [entry for card in first["routes"]["cards"] for entry in card["entries"]]
    figures += [bar for row in second["scores"]["rows"] for bar in row["bars"]]
    figures += second.get("interests", {"rows": []})["rows"] + second["pay"]["baselines"]
    figures += [row for group in second["pay"]["groups"] for row in group["rows"]]
    figures += (second["pay"]["abroad"] or {"rows": []})["rows"]
    assert figures
    assert all(figure["sources"] for figure in figures)


def test_the_sheet_speaks_the_language_that_was_asked_for() -> None:
    content, role = real_content(), ROLES["machine-learning-engineer"]
    english, malay = (first_words(sheet_of(content, role, lang)) for lang in ("en", "ms"))

    assert squeezed(role.summary.en) in english
    assert squeezed(role.summary.ms) in malay
    for text in (english, malay):
        assert squeezed(role.title.en) in text
        assert squeezed(role.title.ms) in text


def test_only_the_malay_sheet_says_how_its_text_came_about() -> None:
    content = real_content()
    role = replace(ROLES["data-analyst"], translation=Translation.DRAFTED_BY_SOFTWARE)
    notice = squeezed(label(role.translation, translator("ms")))

    assert notice in all_words(sheet_of(content, role, "ms"))
    english = squeezed(label(role.translation, translator("en")))
    assert english not in all_words(sheet_of(content, role, "en"))


def test_a_certificate_that_ended_says_so_and_is_the_first_to_go() -> None:
    writing = writing_of(real_content(), ROLES["machine-learning-engineer"], "en")

    def statuses(*left_out: Extra) -> set[str]:
        blocks = second_page(writing, dict, set(Extra) - set(left_out))
        return {row["status"] for row in blocks["certificates"]["rows"]}

    assert "No longer offered" in statuses()
    assert statuses(Extra.PAST_CERTIFICATES) == {"Offered"}


def test_scores_without_evidence_say_so() -> None:
    content = real_content()
    role = replace(ROLES["data-analyst"], scores=(), interests=())
    assert all_words(sheet_of(content, role, "en")).count("noevidenceyet") == 7


def test_the_shortest_way_is_the_shortest_only_where_every_way_has_its_time() -> None:
    content = real_content()
    timed = next(role for role in ROLES.values() if all(way.years_min for way in role.routes))
    first, *others = timed.routes
    some = replace(timed, routes=(replace(first, years_min=None, years_max=None), *others))

    assert "ShortestwayfromSPM" in all_words(sheet_of(content, timed, "en"))
    words = all_words(sheet_of(content, some, "en"))
    assert "Shortestwaywithaknowntime" in words
    assert "ShortestwayfromSPM" not in words


def test_the_shortest_way_leads_to_the_work_itself() -> None:
    words = all_words(sheet_of(real_content(), ROLES["doctor"], "en"))
    assert "ShortestwayfromSPM6–8years" in words


def test_a_role_with_hardly_anything_still_makes_two_pages(content: Content) -> None:
    nurse = next(role for role in content.roles if role.id == "nurse")
    sheet = sheet_of(content, nurse, "en")

    assert page_count(sheet) == 2
    assert all_words(sheet).count("Mynotesandquestions") == 2


def test_a_role_beyond_all_measure_takes_more_pages_and_loses_nothing(make: Maker) -> None:
    content = real_content()
    words = [f"word{number}." for number in range(2000)]
    summary = " ".join(words)
    role = replace(ROLES["data-analyst"], summary=Text(summary, summary))
    sheet = make(content, role, "en")

    assert page_count(sheet.pdf) > 2
    text = sheet.text
    assert not [word for word in words if word not in text]


def test_a_character_without_a_glyph_is_a_problem_in_one_sentence() -> None:
    content = real_content()
    role = replace(ROLES["data-analyst"], tagline=Text("数 Data", "数 Data"))

    with pytest.raises(SheetProblem, match=r"“Data Analyst” could not be made \(.*数.*\)"):
        sheet_of(content, role, "en")


def test_markup_in_a_text_stays_text() -> None:
    content = real_content()
    strange = "*not bold* #panic() $x$ <b> _ ` // [link](x) @y \\ ~"
    role = replace(ROLES["data-analyst"], tagline=Text(strange, strange))

    assert squeezed(strange) in all_words(sheet_of(content, role, "en"))


def test_titles_that_are_not_known_are_left_out() -> None:
    content, role = real_content(), ROLES["data-analyst"]
    near = squeezed(content_title(role.neighbours[0].role))
    writing = writing_of(content, role, "en")
    without, with_them = role_sheet(writing, {}), role_sheet(writing, titles_of(content))
    neighbours = [
        page.pages[0].setting.written.blocks.get("neighbours", {"lines": []})["lines"]
        for page in (without, with_them)
    ]
    assert near
    assert neighbours[0] == []


def content_title(role_id: str) -> str:
    return ROLES[role_id].title.en


@given(st.text(max_size=150))
def test_a_file_name_is_safe_on_every_system(title: str) -> None:
    name = safe_title(title)

    assert name
    assert len(name) <= 100
    assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
    assert name == name.strip(" .")


def first_words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = squeezed(text_of(document[0]))
    document.close()
    return text


def all_words(pdf: bytes) -> str:
    return Sheet(pdf, {}).text


def test_a_method_of_a_later_edition_does_not_stop_the_sheet(content: Content, make: Maker) -> None:
    role = content.roles[0]
    later = tuple(
        replace(score, method="unheard-of/1") if score.method else score for score in role.scores
    )
    sheet = make(content, replace(role, scores=later), "en")
    assert len(sheet.data["second"]["blocks"]["scores"]["rows"]) == 7
