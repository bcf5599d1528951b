"""What a typographer looks for: print that can be read, columns alike, nothing said twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from careerdesk.catalogue import Store
from careerdesk.catalogue.terms import Translation
from careerdesk.catalogue.wording import label
from careerdesk.i18n import LANGUAGES, translator
from careerdesk.sheets import Kind, Look, Order, Paper, draft, make_pdf
from careerdesk.sheets.writing import Edition, Writer
from sheet_reading import TODAY, any_order, page_count, pages_of, squeezed

LEAST = 6.99
"""Points of the smallest print, as near as a PDF gives them."""
NUMBER = 5.8
"""Points of the numbers that lead to sources."""
LONGEST = "machine-learning-engineer"
both = pytest.mark.parametrize("language", LANGUAGES)


def print_sizes(pdf: bytes) -> Iterator[tuple[float, str]]:
    """Yield the size and the character of all that is printed."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        words = page.get_textpage()
        for index in range(words.count_chars()):
            character = chr(pdfium.FPDFText_GetUnicode(words, index))
            if not character.isspace() and not pdfium.FPDFText_IsGenerated(words, index):
                yield round(pdfium.FPDFText_GetFontSize(words, index), 2), character
        words.close()
        page.close()
    document.close()


@both
@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("paper", list(Paper))
def test_nothing_but_numbers_of_sources_is_smaller_than_seven_points(
    kind: Kind, paper: Paper, language: str, real_store: Store
) -> None:
    order = any_order(real_store, kind)
    if len(order.roles) == 1:
        order = replace(order, roles=(LONGEST,))
    pdf = make_pdf(real_store, order, Look(language, paper), TODAY)
    small = {(size, character) for size, character in print_sizes(pdf) if size < LEAST}
    assert {size for size, _character in small} <= {NUMBER}
    assert {character for _size, character in small} <= set("0123456789,")


def number_columns(pdf: bytes, page: int) -> list[int]:
    """Return where, in points, the columns of sources on a page of a booklet begin."""
    document = pypdfium2.PdfDocument(pdf)
    opened = document[page]
    words = opened.get_textpage()
    height = opened.get_height()
    found: Counter[int] = Counter()
    for index in range(words.count_rects()):
        left, bottom, right, top = words.get_rect(index)
        if height - top > 40 and words.get_text_bounded(left, bottom, right, top).strip().isdigit():
            found[round(left)] += 1
    words.close()
    opened.close()
    document.close()
    return [left for left, numbers in found.items() if numbers > 2]


@both
def test_the_sources_of_a_long_booklet_end_in_columns_alike(
    language: str, real_store: Store
) -> None:
    ids = tuple(card.id for card in real_store.cards())[:30]
    pdf = make_pdf(real_store, Order(kind=Kind.BOOKLET, roles=ids), Look(language), TODAY)
    assert len(number_columns(pdf, page_count(pdf) - 1)) == 3


@both
def test_a_booklet_of_one_role_compares_nothing(language: str, real_store: Store) -> None:
    say = translator(language).say
    order = Order(kind=Kind.BOOKLET, roles=("nurse",))
    text = "".join(pages_of(make_pdf(real_store, order, Look(language), TODAY)))
    assert squeezed(say("Think it over")) in text
    for words in (
        "My roles side by side",
        "What do these roles have in common?",
        "The number says how many of my roles use the skill.",
    ):
        assert squeezed(say(words)) not in text


def test_a_role_named_twice_has_one_page(real_store: Store) -> None:
    once, twice = (
        make_pdf(real_store, Order(kind=Kind.BOOKLET, roles=roles), Look("en"), TODAY)
        for roles in (("nurse", "welder"), ("nurse", "welder", "nurse"))
    )
    assert once == twice


def test_the_letters_of_interests_are_explained(real_store: Store) -> None:
    order = any_order(real_store, Kind.BOOKLET)
    text = "".join(pages_of(make_pdf(real_store, order, Look("ms"), TODAY)))
    assert squeezed("R Realistik, I Investigatif") in text
    assert squeezed("K Konvensional") in text


@pytest.mark.parametrize("kind", [Kind.COMPARE, Kind.SUBJECT, Kind.BOOKLET])
def test_sheets_of_several_roles_say_how_their_malay_came_about(
    kind: Kind, real_store: Store
) -> None:
    order = any_order(real_store, kind)
    kinds = set(real_store.translations().values())
    for language, expected in (("en", False), ("ms", True)):
        text = "".join(pages_of(make_pdf(real_store, order, Look(language), TODAY)))
        notices = [squeezed(label(found, translator(language))) for found in kinds]
        assert any(notice in text for notice in notices) is expected


def test_one_text_that_no_teacher_has_read_is_enough_to_say_so(real_store: Store) -> None:
    writer = Writer(Edition(real_store.shared, real_store.info, TODAY), Look("ms"))
    unread = label(Translation.DRAFTED_BY_SOFTWARE, writer.translator)
    assert writer.translation_notices(reversed(Translation)) == [unread]
    assert writer.translation_notices([]) == []


@both
def test_a_subject_that_no_role_names_says_so(language: str, real_store: Store) -> None:
    made = draft(
        real_store, Order(kind=Kind.SUBJECT, subject="invention"), Look(language), TODAY
    ).content()
    assert made["only"]["blocks"]["rings"] != []
    assert all(ring["roles"] == [] for ring in made["only"]["blocks"]["rings"])
    say = translator(language).say
    assert made["head"]["count"] == say("No role of this catalogue names this subject yet.")
