"""Searches: words, filters, orders, counts, reasons; each answer checked against plain thinking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerdesk.authoring.build import build
from careerdesk.authoring.content import Content
from careerdesk.catalogue import Store, Text, Words
from careerdesk.catalogue.facets import Facets, demand_band
from careerdesk.catalogue.finder import Part
from careerdesk.catalogue.index import Tier
from careerdesk.catalogue.reasons import marks
from careerdesk.catalogue.search import (
    PAY_STEPS,
    Filter,
    Kind,
    Search,
    Sort,
    UnknownFilterValue,
)
from careerdesk.catalogue.shared import Synonym
from careerdesk.catalogue.terms import Schooling
from careerdesk.catalogue.why import why_always, why_line
from careerdesk.catalogue.words import words
from careerdesk.i18n import translator

KNOWN = {
    Kind.FIELD: ["health", "engineering", "information-technology", "skilled-trades"],
    Kind.ROUTE: ["university", "diploma", "tvet", "work"],
    Kind.SCHOOLING: [schooling.value for schooling in Schooling],
    Kind.SUBJECT: ["mathematics", "biology", "history"],
    Kind.INTEREST: list("RIASEC"),
    Kind.PAY: ["0", "1800", *PAY_STEPS],
    Kind.DEMAND: ["high", "medium", "none"],
    Kind.PLACE: ["on_site", "home"],
    Kind.HOURS: ["day", "shifts", "varied"],
}

FILTERS = st.lists(
    st.sampled_from([Filter(kind, value) for kind, values in KNOWN.items() for value in values]),
    max_size=4,
)
SEARCHES = st.builds(
    lambda words, filters, sort: _search(words, filters, sort),
    st.sampled_from(["", "data", "e", "jurutera", "repair", "hospital"]),
    FILTERS,
    st.sampled_from(list(Sort)),
)


def _search(words: str, filters: list[Filter], sort: Sort) -> Search:
    search = Search(words, sort=sort)
    for chosen in filters:
        search = search.adding(chosen.kind, chosen.value)
    return search


def fits(facets: Facets, kind: Kind, value: str) -> bool:
    """Say whether a role with ``facets`` has ``value``, without any index."""
    if kind is Kind.SCHOOLING:
        order = [schooling.value for schooling in Schooling]
        known = facets.schooling
        return known is not None and order.index(known) <= order.index(value)
    if kind is Kind.PAY:
        return facets.entry_pay is not None and facets.entry_pay >= int(value)
    having = {
        Kind.FIELD: (facets.field,),
        Kind.ROUTE: facets.routes,
        Kind.SUBJECT: (*facets.required_subjects, *facets.helpful_subjects),
        Kind.INTEREST: facets.interests,
        Kind.DEMAND: (demand_band(facets.demand),),
        Kind.PLACE: (facets.place,),
        Kind.HOURS: (facets.hours_pattern,),
    }
    return value in having[kind]


def let_through(store: Store, search: Search, without: Kind | None = None) -> set[str]:
    kinds = {chosen.kind for chosen in search.filters} - {without}
    return {
        role
        for role, facets in store.facets.items()
        if all(any(fits(facets, kind, value) for value in search.values(kind)) for kind in kinds)
    }


def listed(store: Store, search: Search, language: str = "en") -> list[str]:
    found = store.find(search, language)
    return [row.card.id for row in store.rows(found, 0, found.total)]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(search=SEARCHES)
def test_filters_let_through_what_they_say(search: Search, shipped: Store) -> None:
    found = store_ids(shipped, search)
    by_words = store_ids(shipped, search._replace(filters=()))
    assert set(found) == set(by_words) & let_through(shipped, search)
    assert len(found) == len(set(found)) == shipped.find(search).total


def store_ids(store: Store, search: Search) -> list[str]:
    return listed(store, search)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(search=SEARCHES)
def test_counts_are_what_a_click_would_find(search: Search, shipped: Store) -> None:
    counts = shipped.counts(shipped.find(search))
    words = set(store_ids(shipped, search._replace(filters=())))
    for chosen, count in counts.items():
        others = words & let_through(shipped, search, without=chosen.kind)
        facets = shipped.facets
        assert count == sum(fits(facets[role], chosen.kind, chosen.value) for role in others)
    assert {chosen.kind for chosen in counts} == set(Kind)


def test_roles_without_a_figure_are_kept_apart_and_not_dropped(shipped: Store) -> None:
    found = shipped.find(Search().adding(Kind.PAY, "2500"))
    rows = shipped.rows(found, 0, len(found.positions))
    facets = shipped.facets
    paid = [row.card.id for row in rows if row.part is Part.LISTED]
    apart = [row.card.id for row in rows if row.part is Part.APART]
    assert paid
    assert all((facets[role].entry_pay or 0) >= 2500 for role in paid)
    assert set(apart) == {role for role, facet in facets.items() if facet.entry_pay is None}
    assert [row.part for row in rows] == [Part.LISTED] * len(paid) + [Part.APART] * len(apart)
    line = why_line(rows[-1], translator("en"))
    assert line == "Entry pay: no Malaysian figure with a source"


@pytest.mark.parametrize(
    ("sort", "figure", "falling"),
    [
        (Sort.PAY, "entry_pay", True),
        (Sort.DEMAND, "demand", True),
        (Sort.SHORTEST, "shortest_years", False),
    ],
)
def test_sorting_puts_the_unknown_last(
    sort: Sort, figure: str, falling: bool, shipped: Store
) -> None:
    ids = listed(shipped, Search(sort=sort))
    values = [getattr(shipped.facets[role], figure) for role in ids]
    known = [value for value in values if value is not None]
    assert known == sorted(known, reverse=falling)
    assert values == known + [None] * (len(values) - len(known))
    assert len(ids) == len(shipped.cards())


def test_sorting_by_title_follows_the_language(shipped: Store) -> None:
    titles = {card.id: card.title for card in shipped.cards()}
    for language in ("en", "ms"):
        ids = listed(shipped, Search(sort=Sort.TITLE), language)
        names = [words(titles[role].in_language(language)) for role in ids]
        assert names == sorted(names)
        assert listed(shipped, Search(), language) == ids


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(search=SEARCHES)
def test_the_same_search_has_the_same_answer(search: Search, shipped: Store) -> None:
    with Store.open(shipped.info.path) as other:
        assert other.find(search).positions == shipped.find(search).positions


def test_the_limit_cuts_the_list_and_not_the_count(shipped: Store) -> None:
    every = shipped.find(Search("e"))
    few = shipped.find(Search("e"), limit=3)
    assert few.listed == every.listed[:3]
    assert few.total == every.total == len(every.listed) > 3
    assert shipped.find(Search("e"), limit=-1).positions == ()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.FIELD, "healht"),
        (Kind.ROUTE, "bus"),
        (Kind.SCHOOLING, "phd"),
        (Kind.SUBJECT, "latin"),
        (Kind.INTEREST, "X"),
        (Kind.PAY, "-1"),
        (Kind.PAY, "much"),
        (Kind.PAY, "9" * 5000),
        (Kind.PAY, "٣٠٠٠"),
        (Kind.PLACE, ""),
        (Kind.HOURS, "\ud800"),
    ],
)
def test_an_unknown_value_is_an_error_that_lists_the_known_ones(
    kind: Kind, value: str, shipped: Store
) -> None:
    with pytest.raises(UnknownFilterValue) as caught:
        shipped.find(Search(filters=(Filter(kind, value),)))
    assert kind.value in str(caught.value)
    assert KNOWN[kind][-1] in str(caught.value)
    assert len(str(caught.value)) < 1000


@given(search=SEARCHES, words=st.text(max_size=30))
def test_a_search_is_written_as_text_and_read_again(search: Search, words: str) -> None:
    search = search._replace(words=words)
    assert Search.from_text(search.as_text()) == search
    assert "\n" not in search.as_text()


def test_text_that_is_no_search_is_refused() -> None:
    assert Search.from_text("") == Search()
    assert Search.from_text("words=fix+cars&route=tvet&sort=pay") == Search(
        "fix cars", (Filter(Kind.ROUTE, "tvet"),), Sort.PAY
    )
    for text in ("colour=red", "sort=best"):
        with pytest.raises(UnknownFilterValue):
            Search.from_text(text)


def test_one_value_of_schooling_and_pay_holds_at_a_time() -> None:
    search = Search().adding(Kind.PAY, "1500").adding(Kind.ROUTE, "tvet").adding(Kind.PAY, "2500")
    assert search.filters == (Filter(Kind.ROUTE, "tvet"), Filter(Kind.PAY, "2500"))
    assert search.adding(Kind.ROUTE, "tvet") is search
    assert search.without(*search.filters).is_empty


@pytest.fixture(scope="module")
def everyday(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return a catalogue of two roles, and everyday words for one of them."""
    base = replace(content.roles[1], search_words=Words(), skills=())
    mechanic = replace(
        base,
        id="mechanic",
        title=Text("Automotive Technician", "Juruteknik Automotif"),
        other_titles=Words(("Car mechanic",), ("Mekanik kereta",)),
        search_words=Words(("fix cars", "engine"), ("enjin",)),
        tagline=Text("Keep vehicles on the road", "Pastikan kenderaan terus bergerak"),
    )
    teacher = replace(
        base,
        id="teacher",
        title=Text("Teacher", "Guru"),
        tagline=Text("Help others learn", "Bantu orang lain belajar"),
        search_words=Words(("school",), ("mengajar",)),
    )
    synonyms = {
        "repair": Synonym(id="repair", words=Words(("fix", "repair"), ("baiki",))),
        "car": Synonym(id="car", words=Words(("car", "motor car"), ("kereta",))),
    }
    path: Path = tmp_path_factory.mktemp("everyday") / "catalogue.sqlite"
    shared = replace(content.shared, synonyms=synonyms)
    build(replace(content, roles=(mechanic, teacher), shared=shared), path)
    with Store.open(path) as store:
        yield store


@pytest.mark.parametrize(
    ("typed", "role"),
    [
        ("baiki kereta", "mechanic"),
        ("membaiki kereta", "mechanic"),
        ("repairing motor cars", "mechanic"),
        ("I like to fix cars", "mechanic"),
        ("kereta baiki", "mechanic"),
        ("automotif", "mechanic"),
        ("autmotive", "mechanic"),
        ("automotvie tehnician", "mechanic"),
        ("auto tech", "mechanic"),
        ("technicianautomotive", "mechanic"),
        ("teachng", "teacher"),
        ("pengajaran", "teacher"),
        ("ajar", "teacher"),
        ("tea cher", "teacher"),
    ],
)
def test_whatever_it_is_called(typed: str, role: str, everyday: Store) -> None:
    assert [card.id for card in everyday.search(typed)][:1] == [role]


def test_another_title_that_goes_on_after_the_word_comes_after_titles_that_have_it(
    shipped: Store,
) -> None:
    for typed in ("engineer", "enginer"):
        ids = [card.id for card in shipped.search(typed)]
        assert all("engineer" in role for role in ids[:8])
        assert "geologist" in ids, "also called an engineering geologist"
    assert shipped.search("engineering geo")[0].id == "geologist"


def test_a_misspelt_word_is_taken_for_a_word_and_says_so(everyday: Store) -> None:
    assert everyday.find(Search("teachr")).respelt == {"teachr": "teacher"}
    assert everyday.find(Search("teacher")).respelt == {}
    assert everyday.find(Search("xq")).respelt == {}


def test_roles_with_some_of_the_words_come_after_those_with_all(everyday: Store) -> None:
    found = everyday.find(Search("school cars"))
    rows = everyday.rows(found, 0, 9)
    assert (found.total, [row.part for row in rows]) == (0, [Part.NEAR, Part.NEAR])
    found = everyday.find(Search("fix cars school engine"))
    assert found.total == 0
    assert [row.card.id for row in everyday.rows(found, 0, 9)] == ["mechanic", "teacher"]


def test_reasons_say_where_the_words_stand(everyday: Store) -> None:
    def reasons(typed: str, language: str = "en") -> list[tuple[Tier, str]]:
        found = everyday.find(Search(typed), language)
        (first, *_) = everyday.rows(found, 0, 1)
        return [(reason.tier, reason.text) for reason in first.reasons]

    assert reasons("automotive") == []
    assert reasons("mekanik") == [(Tier.OTHER_TITLE, "Mekanik kereta")]
    assert reasons("enjin") == [(Tier.SEARCH_WORD, "enjin")]
    assert reasons("baiki kereta")[0] == (Tier.OTHER_TITLE, "Car mechanic")
    assert reasons("bergerak") == [(Tier.TAGLINE, "Pastikan kenderaan terus bergerak")]
    assert reasons("teacher learn")[0] == (Tier.TAGLINE, "Help others learn")
    assert reasons("computing") == [(Tier.FIELD, "Computing and data")]


def test_reasons_in_words(everyday: Store) -> None:
    for language, line in (("en", "Looked for as: enjin"), ("ms", "Dicari sebagai: enjin")):
        found = everyday.find(Search("enjin"), language)
        (row,) = everyday.rows(found, 0, 1)
        assert why_always(row, found, translator(language)) == line
    found = everyday.find(Search("guru"), "ms")
    (row,) = everyday.rows(found, 0, 1)
    assert why_line(row, translator("ms")) == ""
    assert why_always(row, found, translator("ms")) == "Nama kerjaya: Guru"
    found = everyday.find(Search("juruteknik"), "en")
    (row,) = everyday.rows(found, 0, 1)
    assert why_always(row, found, translator("en")) == "Title: Juruteknik Automotif"
    (row, _) = everyday.rows(everyday.find(Search()), 0, 2)
    assert why_always(row, everyday.find(Search()), translator("en")) == ""


def test_marks_are_the_words_that_were_found(everyday: Store) -> None:
    def marked(text: str, typed: str) -> list[str]:
        units = everyday.find(Search(typed)).units
        return [text[start:end] for start, end in marks(text, units)]

    assert marked("Car mechanic: to fix cars", "baiki kereta") == ["Car", "fix", "cars"]
    assert marked("Sekolah: mengajar", "pengajaran") == ["mengajar"]
    assert marked("Teacher of teachers", "teachr") == ["Teacher", "teachers"]
    assert marked("Technician", "tech") == ["Technician"]
    assert marked("Nothing of all that", "kereta") == []


def test_a_whole_word_begins_titles_and_names_but_no_word_of_a_sentence(shipped: Store) -> None:
    found = shipped.find(Search("data"))
    rows = shipped.rows(found, 0, found.total)
    assert "data-scientist" in [row.card.id for row in rows]
    for row in rows:
        assert "datang" not in why_line(row, translator("ms"))
    (unit,) = found.units
    assert unit.finished
    for sentence in (True, False):
        assert not marks("Mereka datang", found.units, in_sentence=True)
        assert marks("Ruang data", found.units, in_sentence=sentence) == ((6, 10),)
    assert marks("Database Administrator", found.units) == ((0, 8),)
    beginning = shipped.find(Search("dat")).units
    assert marks("Mereka datang", beginning, in_sentence=True) == ((7, 13),)


def test_a_stranger_smile_or_operator_is_no_error(everyday: Store) -> None:
    for typed in ('"', "NEAR(a b)", "🙂", "\ud800", "x" * 10_000, "a b " * 3000, "*", "car*"):
        found = everyday.find(Search(typed))
        assert everyday.counts(found)
        everyday.rows(found, 0, 10)
