"""What each kind of sheet says beside the role sheet."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from careerdesk.catalogue import Store
from careerdesk.catalogue.series import first_level
from careerdesk.catalogue.wording import pay_amount
from careerdesk.guidance.subjects import subject_rings
from careerdesk.i18n import translator
from careerdesk.sheets import Kind, Look, NothingToPrint, Order, Paper, draft, file_name, make_pdf
from careerdesk.sheets.shortlist import booklet_order
from careerdesk.sheets.writing import printable
from careerdesk.student import StudentFile
from pdf_structure import elements
from sheet_reading import (
    TODAY,
    any_order,
    outside_the_margins,
    page_count,
    pages_of,
    squeezed,
    words_in,
)

both = pytest.mark.parametrize("language", ["en", "ms"])


def texts(store: Store, order: Order, language: str) -> list[str]:
    """Return the text of each page."""
    return pages_of(make_pdf(store, order, Look(language), TODAY))


@both
@pytest.mark.parametrize("kind", [Kind.SUMMARY, Kind.COMPARE, Kind.PARENTS])
def test_everything_that_was_written_is_on_the_page(
    kind: Kind, language: str, real_store: Store
) -> None:
    made = draft(real_store, any_order(real_store, kind), Look(language), TODAY)
    text = "".join(pages_of(made.as_pdf()))
    (page,) = made.pages
    shown = dict(page.setting.written.blocks)
    for drawn in ("scores", "interests"):
        # Of a drawing, the marks say what the words in its place say.
        if kind is Kind.COMPARE:
            shown.pop(drawn)
    missing = [word for word in words_in(shown) if squeezed(word) not in text]
    assert not [word for word in missing if word not in {"circle", "square", "triangle", "diamond"}]


@both
def test_the_letter_names_every_way_in_and_every_help(language: str, real_store: Store) -> None:
    role = real_store.role("nurse")
    (text,) = texts(real_store, Order(kind=Kind.PARENTS, roles=("nurse",)), language)

    for route in role.routes:
        assert squeezed(route.title.in_language(language)) in text
    for use in role.supports:
        assert squeezed(real_store.shared.supports[use.support].name) in text
    pay = first_level(role)
    assert pay is not None
    assert squeezed(pay_amount(pay, translator(language))) in text


@both
def test_the_letter_explains_its_terms(language: str, real_store: Store) -> None:
    (text,) = texts(real_store, Order(kind=Kind.PARENTS, roles=("electrician",)), language)
    assert squeezed(translator(language).say("Words to know")) in text


@both
def test_the_booklet_has_all_its_parts(language: str, real_store: Store) -> None:
    order = any_order(real_store, Kind.BOOKLET)
    pages = texts(real_store, order, language)
    say = translator(language).say
    cover, first, second, third, *back = pages

    assert squeezed(say("My career booklet")) in cover
    for page, role_id in zip((first, second, third), order.roles, strict=True):
        title = squeezed(real_store.role(role_id).title.in_language(language))
        assert title in page
        assert title in cover
        assert squeezed(say("Why I chose it")) in page
    assert squeezed(order.reasons["nurse"]) in first
    for part in (
        "My roles side by side",
        "Think it over",
        "Skills still to learn",
        "Words to know",
        "Where the figures come from",
    ):
        assert squeezed(say(part)) in cover
        assert any(squeezed(say(part)) in page for page in back)


def test_the_booklet_leaves_out_what_the_student_can_do(real_store: Store) -> None:
    order = any_order(real_store, Kind.BOOKLET)
    names = real_store.shared.skills
    (had,), (learnt,) = order.have, order.learning
    skills = next(
        page for page in texts(real_store, order, "en")[4:] if "Skillsstilltolearn" in page
    )
    todo, _, done = skills.partition("WhatIcanalreadydo:")

    assert squeezed(names[had].name.en) in done
    assert squeezed(names[had].name.en) not in todo
    assert f"{squeezed(names[learnt].name.en)}1·learning" in todo


def test_the_booklet_names_nobody(real_store: Store) -> None:
    order = any_order(real_store, Kind.BOOKLET)
    with pikepdf.open(io.BytesIO(make_pdf(real_store, order, Look("en"), TODAY))) as pdf:
        assert str(pdf.docinfo.Author) == "CareerDesk"
        assert str(pdf.docinfo.Title) == "My career booklet"


def test_sources_are_numbered_once_in_a_booklet(real_store: Store) -> None:
    made = draft(real_store, any_order(real_store, Kind.BOOKLET), Look("en"), TODAY)
    order = made.content()["sources"]["order"]
    assert len(order) == len(set(order))
    text = "".join(pages_of(made.as_pdf()))
    listed = text[text.rindex("Wherethefigurescomefrom") :]
    for number, source in enumerate(order, start=1):
        assert f"{number}{squeezed(real_store.shared.sources[source].title)}" in listed


@both
@pytest.mark.parametrize("subject", ["mathematics", "chemistry", "moral"])
def test_the_poster_has_every_role_of_the_subject(
    subject: str, language: str, real_store: Store
) -> None:
    order = Order(kind=Kind.SUBJECT, subject=subject)
    pdf = make_pdf(real_store, order, Look(language), TODAY)
    (text,) = pages_of(pdf)
    rings = subject_rings(real_store, subject)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        (alt,) = (
            squeezed(str(element.Alt))
            for element in elements(opened.Root.StructTreeRoot.K)
            if element.S == "/Figure"
        )
    number = 0
    for ring in rings.rings:
        for role in ring.roles:
            number += 1
            title = squeezed(role.title.in_language(language))
            assert title in text
            assert f"{number}{title}" in alt


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("kind", Kind)
def test_paper_is_as_large_as_was_asked_for(kind: Kind, paper: Paper, real_store: Store) -> None:
    pdf = make_pdf(real_store, any_order(real_store, kind), Look("ms", paper), TODAY)
    document = pypdfium2.PdfDocument(pdf)
    sizes = {tuple(round(side / 72 * 25.4, 1) for side in page.get_size()) for page in document}
    document.close()
    width, height = paper.millimetres
    assert sizes == {(height, width) if kind is Kind.COMPARE else (width, height)}


@pytest.mark.parametrize("kind", Kind)
def test_greys_are_grey(kind: Kind, real_store: Store) -> None:
    def is_coloured(grey: bool) -> bool:
        pdf = make_pdf(real_store, any_order(real_store, kind), Look("en", grey=grey), TODAY)
        document = pypdfium2.PdfDocument(pdf)
        picture = document[0].render(scale=0.6).to_pil().convert("RGB")
        document.close()
        colours = picture.getcolors(maxcolors=1 << 24)
        assert colours is not None
        return any(max(colour) - min(colour) > 2 for _count, colour in colours)

    assert is_coloured(grey=False)
    assert not is_coloured(grey=True)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("I like 🎨 and 数学!", "I like […] and […]!"),
        ("*not bold* #panic() $x$ <b> // \\ ~ @y", "*not bold* #panic() $x$ <b> // \\ ~ @y"),
        ("two\nlines\tand\r\nmore", "two lines and more"),
        ("\x00\x07bell", "[…]bell"),
        ("Café – ‘naïve’ … €5", "Café – ‘naïve’ … €5"),
    ],
)
def test_whatever_a_student_typed_can_be_printed(
    typed: str, printed: str, real_store: Store
) -> None:
    order = Order(kind=Kind.BOOKLET, roles=("nurse",), reasons={"nurse": typed})
    _cover, page, *_rest = texts(real_store, order, "en")
    assert squeezed(printed) in page


def test_our_fonts_have_every_character_that_is_printed_as_typed(real_store: Store) -> None:
    letters = [chr(code) for code in range(0x2160)]
    kept = [letter for letter in letters if printable(f"x{letter}x") == f"x{letter}x"]
    order = Order(kind=Kind.BOOKLET, roles=("nurse",), reasons={"nurse": " ".join(kept)})
    assert len(kept) > 900
    assert make_pdf(real_store, order, Look("en"), TODAY)


def test_the_longest_reason_stays_on_its_page(real_store: Store) -> None:
    order = any_order(real_store, Kind.BOOKLET)
    usual = page_count(make_pdf(real_store, order, Look("ms"), TODAY))
    wordy = replace(order, reasons=dict.fromkeys(order.roles, "kerana saya suka " * 29))
    assert page_count(make_pdf(real_store, wordy, Look("ms"), TODAY)) == usual


def test_what_a_student_noted_is_printed_line_by_line_after_the_questions(
    real_store: Store,
) -> None:
    notes = {"nurse": "Ask at the clinic.\nHow long are the nights?"}
    order = replace(any_order(real_store, Kind.BOOKLET), notes=notes)
    cover, *pages = texts(real_store, order, "en")
    (page,) = [page for page in pages if squeezed("What I noted") in page]

    assert squeezed("What I noted") in cover
    assert squeezed("Nurse Ask at the clinic.") in page
    assert squeezed("How long are the nights?") in page
    assert squeezed("Think it over") in pages[pages.index(page) - 1]
    without = texts(real_store, replace(order, notes={}), "en")
    assert not [page for page in without if squeezed("What I noted") in page]


def test_no_word_of_a_student_is_too_long_for_the_page(real_store: Store) -> None:
    order = any_order(real_store, Kind.BOOKLET)
    endless = replace(order, reasons={"nurse": "m" * 400}, notes={"nurse": "m" * 1900})
    made = make_pdf(real_store, endless, Look("en"), TODAY)
    assert "m" * 60 in "".join(pages_of(made)).replace("\N{ZERO WIDTH SPACE}", "")
    assert not [page for page in outside_the_margins(made) if page]


def test_the_booklet_of_a_shortlist_has_all_that_the_student_wrote(real_store: Store) -> None:
    with StudentFile.in_memory() as student:
        for role in ("nurse", "chef"):
            student.add(role, real_store.role(role).title)
        student.set_why("nurse", "I like to help.")
        student.set_note("chef", "Ask about nights.")
        order = booklet_order(real_store, student)
    assert order.roles == ("nurse", "chef")
    assert order.reasons == {"nurse": "I like to help."}
    assert order.notes == {"chef": "Ask about nights."}


@pytest.mark.parametrize(
    ("order", "english", "malay"),
    [
        (Order(kind=Kind.ROLE, roles=("nurse",)), "Nurse", "Jururawat"),
        (
            Order(kind=Kind.SUMMARY, roles=("nurse",)),
            "Nurse, in short",
            "Jururawat, secara ringkas",
        ),
        (
            Order(kind=Kind.PARENTS, roles=("nurse",)),
            "Nurse, for parents",
            "Jururawat, untuk ibu bapa",
        ),
        (
            Order(kind=Kind.COMPARE, roles=("nurse", "welder")),
            "Nurse, Welder",
            "Jururawat, Pengimpal",
        ),
        (
            Order(kind=Kind.BOOKLET, roles=("nurse",)),
            "My career booklet",
            "Buku kecil kerjaya saya",
        ),
        (
            Order(kind=Kind.SUBJECT, subject="physics"),
            "Where Physics leads",
            "Ke mana Fizik membawa anda",
        ),
    ],
)
def test_the_name_of_the_file_is_in_the_students_language(
    order: Order, english: str, malay: str, real_store: Store
) -> None:
    assert file_name(real_store, order, "en") == f"{english} - CareerDesk.pdf"
    assert file_name(real_store, order, "ms") == f"{malay} - CareerDesk.pdf"


@pytest.mark.parametrize("kind", Kind)
def test_an_order_about_nothing_says_so(kind: Kind, real_store: Store) -> None:
    with pytest.raises(NothingToPrint):
        make_pdf(real_store, Order(kind=kind), Look("en"), TODAY)


_CHILD = """
import hashlib, sys
from pathlib import Path
from careerdesk.catalogue import Store
from careerdesk.sheets import Kind, Look, make_pdf
from sheet_reading import TODAY, any_order
with Store.open(Path(sys.argv[1])) as store:
    for kind in Kind:
        made = make_pdf(store, any_order(store, kind), Look("ms"), TODAY)
        print(hashlib.sha256(made).hexdigest())
"""


def test_every_kind_has_the_same_bytes_in_every_process(real_store: Store) -> None:
    here = [
        hashlib.sha256(
            make_pdf(real_store, any_order(real_store, kind), Look("ms"), TODAY)
        ).hexdigest()
        for kind in Kind
    ]
    environment = {**os.environ, "PYTHONHASHSEED": "11", "TZ": "Asia/Kuala_Lumpur"}
    environment["PYTHONPATH"] = os.pathsep.join(path for path in sys.path if path)
    there = subprocess.run(
        [sys.executable, "-c", _CHILD, str(real_store.info.path)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.split() == here
