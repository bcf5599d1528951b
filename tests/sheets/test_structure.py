"""Every kind of sheet is a sound, tagged PDF that a screen reader can follow, and can be kept."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest

from careerdesk.catalogue import Store
from careerdesk.sheets import Kind, Look, Order, make_pdf
from pdf_structure import elements, faults
from sheet_reading import TODAY, any_order

Broken = Callable[[pikepdf.Pdf], None]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", ["en", "ms"])
def test_every_kind_is_sound_and_tagged(kind: Kind, language: str, real_store: Store) -> None:
    pdf = make_pdf(real_store, any_order(real_store, kind), Look(language), TODAY)
    assert faults(pdf, language) == []


def without_a_mark(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    kept = [
        instruction
        for instruction in pikepdf.parse_content_stream(page)
        if str(instruction.operator) not in ("BDC", "BMC", "EMC")
    ]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(kept))


def without_words(pdf: pikepdf.Pdf) -> None:
    for element in elements(pdf.Root.StructTreeRoot.K):
        if element.S == "/Figure":
            del element["/Alt"]


def with_a_leap(pdf: pikepdf.Pdf) -> None:
    for element in elements(pdf.Root.StructTreeRoot.K):
        if element.S == "/H2":
            element.S = pikepdf.Name.H4


def without_parents(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree["/Nums"]


def without_a_font(pdf: pikepdf.Pdf) -> None:
    for font in pdf.objects:
        if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor":
            for name in {"/FontFile2", "/FontFile3"} & set(font.keys()):
                del font[name]


def in_another_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = "fr"


def without_bookmarks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Outlines"]


@pytest.mark.parametrize(
    "spoil",
    [
        without_a_mark,
        without_words,
        with_a_leap,
        without_parents,
        without_a_font,
        in_another_language,
        without_bookmarks,
    ],
)
def test_the_checks_find_what_is_spoilt(spoil: Broken, real_store: Store) -> None:
    order = Order(kind=Kind.ROLE, roles=("nurse",))
    spoilt = io.BytesIO()
    with pikepdf.open(io.BytesIO(make_pdf(real_store, order, Look("en"), TODAY))) as pdf:
        spoil(pdf)
        pdf.save(spoilt)
    assert faults(spoilt.getvalue(), "en")
