"""Wishes: what is typed about the work, and what it leaves in the list."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from careerdesk.catalogue import Store
from careerdesk.catalogue.facets import Facets, demand_band
from careerdesk.catalogue.finder import Part
from careerdesk.catalogue.search import Filter, Kind, Search, Sort
from careerdesk.catalogue.terms import HoursPattern, Level, RouteKind, Schooling, WorkPlace
from careerdesk.catalogue.why import why_line
from careerdesk.i18n import translator


def _open_below_degree(facets: Facets) -> bool:
    return facets.schooling is not None and facets.schooling is not Schooling.DEGREE


def _without_history(facets: Facets) -> bool:
    return facets.need("history") is None


WISHES: dict[str, tuple[Callable[[Facets], bool], tuple[str, ...]]] = {
    "no degree": (
        _open_below_degree,
        (
            *("no degree", "tanpa ijazah", "jobs without a degree", "kerja tak perlu degree"),
            *("tak suka belajar", "x suka belajar", "dont want to study", "not good at studying"),
            *("tak nak belajar lama", "x nak sambung belajar lagi", "malas belajar"),
        ),
    ),
    "no history": (
        _without_history,
        ("tak suka sejarah", "hate history", "I don't like history", "xsuka sejarah", "no sej"),
    ),
    "from home": (
        lambda facets: facets.place is WorkPlace.HOME,
        ("work from home", "kerja dari rumah", "wfh"),
    ),
    "in demand": (
        lambda facets: demand_band(facets.demand) is Level.HIGH,
        ("jobs in demand", "senang dapat kerja"),
    ),
    "by day": (
        lambda facets: facets.hours_pattern is HoursPattern.DAY,
        ("office hours", "tak nak kerja shift", "tak suka kerja malam"),
    ),
    "shifts": (
        lambda facets: facets.hours_pattern is HoursPattern.SHIFTS,
        ("kerja shift malam", "night shift"),
    ),
    "tvet": (lambda facets: RouteKind.TVET in facets.routes, ("tvet", "kolej vokasional")),
    "spm": (lambda facets: facets.schooling is Schooling.SPM, ("spm", "lepas spm", "spm je")),
}


@pytest.mark.parametrize("name", WISHES)
def test_a_wish_leaves_the_roles_for_which_it_holds(name: str, shipped: Store) -> None:
    holds, typed = WISHES[name]
    wanted = {role for role, facets in shipped.facets.items() if holds(facets)}
    assert 0 < len(wanted) < len(shipped.facets)
    for words in typed:
        found = shipped.find(Search(words))
        rows = shipped.rows(found, 0, found.total)
        assert {row.card.id for row in rows} == wanted, words
        assert all(why_line(row, translator("en")).startswith("Fits: ") for row in rows)


def test_a_wish_for_pay_keeps_roles_without_a_figure_apart(shipped: Store) -> None:
    found = shipped.find(Search("kerja gaji tinggi tanpa degree"))
    rows = shipped.rows(found, 0, len(found.positions))
    assert found.meant.sort is Sort.PAY
    facets = shipped.facets
    paid = [facets[row.card.id].entry_pay for row in rows if row.part is Part.LISTED]
    assert paid == sorted((pay for pay in paid if pay is not None), reverse=True)
    assert min(pay for pay in paid if pay is not None) >= 3000
    apart = [row for row in rows if row.part is Part.APART]
    assert apart
    for row in rows:
        assert _open_below_degree(facets[row.card.id])
        line = why_line(row, translator("en"))
        assert ("entry pay of RM" in line) is (row.part is Part.LISTED)


def test_a_filter_that_was_chosen_stands_before_one_that_was_typed(shipped: Store) -> None:
    search = Search("no degree").adding(Kind.SCHOOLING, "degree")
    assert shipped.find(search).total == len(shipped.cards())
    found = shipped.find(Search("gaji tinggi").adding(Kind.PAY, "1500"))
    assert found.meant.values(Kind.PAY) == ("1500",)


def test_of_two_wishes_for_schooling_the_stricter_stands(shipped: Store) -> None:
    for words in ("lepas spm tanpa degree", "tanpa degree lepas spm"):
        found = shipped.find(Search(words))
        assert found.meant.values(Kind.SCHOOLING) == ("spm",)


@pytest.mark.parametrize(
    "words",
    ["network gaji tinggi", "doktor tanpa degree gaji tinggi", "art no maths from home", "x x x"],
)
def test_no_role_is_listed_twice(words: str, shipped: Store) -> None:
    for search in (Search(words), Search(words).adding(Kind.PAY, "2000")):
        positions = shipped.find(search).positions
        assert len(positions) == len(set(positions))


def test_counts_go_by_what_was_wished(shipped: Store) -> None:
    found = shipped.find(Search("tanpa ijazah"))
    counts = shipped.counts(found)
    for chosen in (Filter(Kind.FIELD, "health"), Filter(Kind.SCHOOLING, "spm")):
        clicked = shipped.find(found.search.adding(*chosen))
        assert counts[chosen] == clicked.total > 0


def test_other_words_are_looked_for_beside_a_wish(shipped: Store) -> None:
    found = shipped.find(Search("network without degree"))
    rows = shipped.rows(found, 0, 1)
    assert [row.card.id for row in rows] == ["network-engineer"]
    assert [unit.typed for unit in found.units] == ["network"]
    assert [item.typed for item in found.said] == ["without degree"]


def test_what_is_hated_is_not_found(shipped: Store) -> None:
    bloody = {card.id for card in shipped.search("darah", 10)[:3]}
    for words in ("takut darah", "hate blood", "tak suka darah"):
        found = shipped.find(Search(words))
        assert bloody.isdisjoint(row.card.id for row in shipped.rows(found, 0, found.total))
        assert found.total > len(shipped.cards()) / 2
    for words in ("hospital bukan doktor", "hospital tapi tak nak jadi doktor", "not a doctor"):
        found = shipped.find(Search(words))
        ids = [row.card.id for row in shipped.rows(found, 0, found.total)]
        assert "doctor" not in ids
        assert "nurse" in ids


def _ids(words: str, shipped: Store) -> list[str]:
    found = shipped.find(Search(words))
    return [row.card.id for row in shipped.rows(found, 0, found.total)]


@pytest.mark.parametrize(
    "words", ["not afraid of blood", "tidak takut darah", "i don't hate blood", "tak benci darah"]
)
def test_a_dislike_that_is_taken_back_is_none(words: str, shipped: Store) -> None:
    assert not shipped.find(Search(words)).said
    assert _ids(words, shipped) == _ids("blood" if "blood" in words else "darah", shipped)


def test_what_is_not_liked_is_more_than_no_title(shipped: Store) -> None:
    assert _ids("do not like blood", shipped) == _ids("hate blood", shipped)


def test_a_wish_is_not_what_a_no_before_it_denies(shipped: Store) -> None:
    for words in ("tak ada spm", "hate wfh", "not high pay"):
        assert not shipped.find(Search(words)).said


def test_a_wish_beside_words_that_nothing_has_is_near_by(shipped: Store) -> None:
    found = shipped.find(Search("jobs in demand in malaysia"))
    assert not found.total
    wished = shipped.find(Search("jobs in demand"))
    assert found.near == wished.listed[: len(found.near)]
    assert found.near


@pytest.mark.parametrize("words", ["not sure", "bukan sahaja doktor", "people who can not hear"])
def test_what_is_no_title_is_not_left_out_as_one(words: str, shipped: Store) -> None:
    assert not shipped.find(Search(words)).said


def test_homes_of_others_are_no_work_from_home(shipped: Store) -> None:
    for words in ("kerja di rumah sakit", "kerja di rumah anak yatim", "work at home for elderly"):
        assert not shipped.find(Search(words)).said
    assert "nurse" in _ids("kerja di rumah sakit", shipped)
    assert shipped.find(Search("kerja di rumah gaji tinggi")).said


def test_a_role_that_is_named_comes_before_those_that_mention_it(shipped: Store) -> None:
    for words in ("nurse after spm", "nurse from home", "doctor high pay"):
        found = shipped.find(Search(words))
        first = shipped.rows(found, 0, 1)[0]
        assert first.card.id == words.split()[0]
        assert first.part is not Part.LISTED


def test_who_wants_to_be_something_else_is_not_shown_it_as_near(shipped: Store) -> None:
    found = shipped.find(Search("bukan vet haiwan"))
    rows = shipped.rows(found, 0, len(found.positions))
    assert rows
    assert "veterinarian" not in {row.card.id for row in rows}


def test_words_of_a_wish_in_a_title_are_words_of_a_title(shipped: Store) -> None:
    assert not shipped.find(Search("tak")).said
    assert not shipped.find(Search("x ray")).said
    assert shipped.find(Search("pensyarah tvet")).positions
    first, *_ = shipped.search("pensyarah tvet")
    assert first.id == "lecturer"


def test_wishes_in_words(shipped: Store) -> None:
    found = shipped.find(Search("tak suka sejarah"), "ms")
    (row,) = shipped.rows(found, 0, 1)
    assert why_line(row, translator("ms")) == "Sesuai: tanpa Sejarah"
    assert why_line(row, translator("en")) == "Fits: without History"


def test_subjects_and_abbreviations_are_found_and_named(shipped: Store) -> None:
    found = shipped.find(Search("sains komputer"))
    rows = shipped.rows(found, 0, found.total)
    assert {row.card.id for row in rows} >= {
        role for role, facets in shipped.facets.items() if facets.need("computer-science")
    }
    lines = {row.card.id: why_line(row, translator("en")) for row in rows}
    assert lines["software-engineer"] == "SPM subject: Computer Science"
    found = shipped.find(Search("psv"), "ms")
    assert found.total
    assert not found.respelt
    for abbreviation, role in (("ccna", "network-engineer"), ("ACCA", "auditor")):
        ids = [card.id for card in shipped.search(abbreviation)]
        assert role in ids
    found = shipped.find(Search("ccna"))
    line = why_line(shipped.rows(found, 0, 1)[0], translator("en"))
    assert line == "Certificate or body: Cisco Certified Network Associate (CCNA 200-301)"


def test_a_but_ends_what_is_not_liked(shipped: Store) -> None:
    found = shipped.find(Search("tak suka belajar tapi suka kereta"))
    assert [item.typed for item in found.said] == ["tak suka belajar"]
    assert [unit.typed for unit in found.units] == ["kereta"]
    liked = shipped.find(Search("tak pandai matematik tapi suka kucing"))
    assert [unit.typed for unit in liked.units] == ["kucing"]


def test_what_one_does_not_want_or_is_no_good_at_is_not_found(shipped: Store) -> None:
    for words, unwanted in (("tak nak darah", "nurse"), ("not good at talking", "tour-guide")):
        found = shipped.find(Search(words))
        rows = {row.card.id for row in shipped.rows(found, 0, found.total)}
        assert rows, words
        assert unwanted not in rows, words


@pytest.mark.parametrize("no", ["tak", "tidak", "x", "not", "never", "bukan"])
def test_a_no_that_is_no_wish_is_neither_corrected_nor_looked_for(no: str, shipped: Store) -> None:
    assert not shipped.find(Search(no)).respelt
    found = shipped.find(Search(f"{no} kisah kereta"))
    assert [unit.typed for unit in found.units] == ["kisah", "kereta"]
    assert [unit.typed for unit in shipped.find(Search("x ray")).units] == ["x", "ray"]


@pytest.mark.parametrize(
    "words", ["mekap", "menari", "dancing", "fesyen", "catur", "silat", "memancing", "sepak takraw"]
)
def test_a_hobby_is_not_taken_for_another_word(words: str, shipped: Store) -> None:
    assert not shipped.find(Search(words)).respelt


def test_a_misspelt_hobby_is_taken_for_it(shipped: Store) -> None:
    assert shipped.find(Search("badmintn")).respelt == {"badmintn": "badminton"}


def test_playing_says_only_that_it_is_for_fun(shipped: Store) -> None:
    for words in ("suka main bola", "play football", "bermain gitar", "tengok anime"):
        (unit,) = shipped.find(Search(words)).units
        assert not any(map(unit.matches, ("main", "play"))), words
    assert [unit.typed for unit in shipped.find(Search("suka main")).units] == ["main"]


def test_a_cat_is_no_paint(shipped: Store) -> None:
    for words in ("suka kucing", "i like cats", "pets"):
        found = shipped.find(Search(words))
        rows = [row.card.id for row in shipped.rows(found, 0, found.total)]
        assert rows[0] == "veterinarian", words
        assert "chemical-engineer" not in rows, words
        assert not any(unit.matches("mengecat") for unit in found.units), words
    assert "chemical-engineer" in [card.id for card in shipped.search("cat")]


def test_who_likes_to_help_is_not_shown_titles_of_assistants(shipped: Store) -> None:
    for words in ("suka tolong orang", "bantu orang", "help people"):
        ids = [card.id for card in shipped.search(words)]
        assert ids[0] == "social-worker", words
        assert "architect" not in ids[:8], words


def test_an_everyday_word_is_no_mistake(shipped: Store) -> None:
    for word in ("fireman", "cops"):
        assert shipped.find(Search(word)).respelt == {}
    assert shipped.find(Search("psvx")).respelt == {}
    assert shipped.search("fireman")[0].id == "firefighter"
