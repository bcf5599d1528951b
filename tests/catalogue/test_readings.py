"""What is read out of whole roles: their texts, sources, figures, and the page as plain text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careerdesk.authoring.content import Content
from careerdesk.catalogue import Store, Text
from careerdesk.catalogue.census import census, figures_of
from careerdesk.catalogue.evidence import of_score, used_sources
from careerdesk.catalogue.leaves import leaves, sources_named, texts
from careerdesk.catalogue.plain import as_plain_text
from careerdesk.catalogue.related import related_titles
from careerdesk.catalogue.role import JourneyStep, Role
from careerdesk.i18n import translator


@pytest.fixture
def engineer(content: Content) -> Role:
    return content.roles[0]


def test_leaves_come_in_order_with_their_places(engineer: Role) -> None:
    found = dict(leaves(engineer))
    assert next(iter(found)) == ("id",)
    assert found["title",] == engineer.title
    assert found["pay", 0, "source"] == engineer.pay[0].source
    assert engineer.routes[0].entry[0].text in texts(engineer)


def test_every_named_source_is_found(engineer: Role) -> None:
    named = dict(sources_named(engineer))
    assert named["routes", 0, "entry", 0, "source"] == engineer.routes[0].entry[0].source
    assert all(path[-1] == "source" for path in named)


def test_a_page_rests_on_the_sources_of_its_records_too(engineer: Role, content: Content) -> None:
    shared = content.shared
    survey, seed = shared.sources.values()
    bare = Role(
        **{name: getattr(engineer, name) for name in ("id", "field", "title", "tagline")},
        summary=engineer.summary,
        reviewed_on=engineer.reviewed_on,
        certificates=engineer.certificates,
    )
    certificate = shared.certificates[bare.certificates[0].certificate]
    assert used_sources(bare, shared) == (shared.sources[certificate.source],)
    assert used_sources(engineer, shared) == tuple(
        sorted((survey, seed), key=lambda source: source.title.casefold())
    )


@pytest.mark.parametrize("language", ["en", "ms"])
def test_plain_text_says_all_that_the_page_says(
    language: str, engineer: Role, content: Content, store: Store
) -> None:
    titles = related_titles(store, engineer)
    shown = as_plain_text(engineer, content.shared, translator(language), titles)
    for text in texts(engineer):
        assert text.in_language(language) in shown
    for _, source in sources_named(engineer):
        assert content.shared.sources[source].title in shown
    assert "{" not in shown


def test_plain_text_leaves_out_empty_sections_and_unknown_neighbours(
    engineer: Role, content: Content
) -> None:
    bare = replace(engineer, story=(), pay=())
    shown = as_plain_text(bare, content.shared, translator("en"), {}).splitlines()
    assert "The story" not in shown
    assert "Pay" not in shown
    assert "How it differs from its neighbours" not in shown


def test_a_figure_is_a_number_that_wants_a_source(engineer: Role) -> None:
    figures = list(figures_of(engineer))
    assert None not in figures
    step = JourneyStep(title=Text("a", "b"), text=Text("a", "b"), years_min=2)
    words_alone = replace(step, years_min=None)
    unsourced = replace(engineer, journey=(*engineer.journey, step, words_alone))
    assert list(figures_of(unsourced)).count(None) == 1
    assert len(list(figures_of(unsourced))) == len(figures) + 1


def test_the_census_counts_what_is_there(store: Store, content: Content) -> None:
    counts = census(store)
    shown = [role for role in content.roles if role.retired_on is None]
    figures = [figure for role in shown for figure in figures_of(role)]
    assert counts["roles"] == len(shown)
    assert counts["figures"] == counts["figures_with_source"] == len(figures) > 0
    assert counts["sources"] == len(content.shared.sources)
    assert counts["sources_by_kind"] == {"illustrative": 1, "official": 1}
    words = counts["words"]
    assert isinstance(words, dict)
    certificate = content.shared.certificates["cloud-basics"].status_note
    assert certificate is not None
    roles_alone = sum(len(text.en.split()) for role in shown for text in texts(role))
    assert words["en"] >= roles_alone + len(certificate.en.split())


def test_the_evidence_of_a_score_names_every_input_and_source(
    engineer: Role, content: Content
) -> None:
    for score in engineer.scores:
        told = of_score(score, content.shared, translator("en")).as_text()
        assert f"{score.value} of 100" in told
        for item in score.inputs:
            assert content.shared.sources[item.source].title in told


def test_a_method_that_is_not_known_yet_is_named_all_the_same(
    engineer: Role, content: Content
) -> None:
    derived = next(score for score in engineer.scores if score.method is not None)
    later = replace(derived, method="global_demand/99")
    told = of_score(later, content.shared, translator("en")).as_text()
    assert "Method id: global_demand/99" in told
