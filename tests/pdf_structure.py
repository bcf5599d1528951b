"""Checks of our own on the structure of a PDF, beside what its writer claims.

They read the file with pikepdf, whose qpdf judges whether it is a sound file at all.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise

import pikepdf

SHOWS = {"Tj", "TJ", "'", '"', "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}
"""Operators that put something on the page."""


def faults(pdf: bytes, language: str) -> list[str]:
    """Return what is wrong with the structure of ``pdf``, which is in ``language``."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        tree = list(elements(opened.Root.StructTreeRoot.K))
        return [
            *(f"qpdf: {problem}" for problem in opened.check_pdf_syntax()),
            *_claims(opened, language),
            *_headings(tree),
            *_drawings(tree),
            *_tables(tree),
            *_parents(opened),
            *_marks(opened),
            *_fonts(opened),
            *_bookmarks(opened, tree),
        ]


def elements(node: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Return the elements of the structure tree below ``node``, in reading order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from elements(node.K)


def _claims(pdf: pikepdf.Pdf, language: str) -> Iterator[str]:
    said = pdf.Root.Metadata.read_bytes()
    for claim in (
        b"<pdfuaid:part>1</pdfuaid:part>",
        b"<pdfaid:part>2</pdfaid:part>",
        b"<pdfaid:conformance>A</pdfaid:conformance>",
    ):
        if claim not in said:
            yield f"the metadata lack {claim.decode()}"
    if not bool(pdf.Root.MarkInfo.Marked):
        yield "it is not marked as tagged"
    if str(pdf.Root.Lang) != f"{language}-MY":
        yield f"its language is {pdf.Root.Lang}"
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "it has no title"
    if not bool(pdf.Root.ViewerPreferences.DisplayDocTitle):
        yield "its title is not shown"
    if not pdf.Root.get("/OutputIntents"):
        yield "nothing says what its colours mean"


def _headings(tree: list[pikepdf.Dictionary]) -> Iterator[str]:
    levels = [int(str(element.S)[2:]) for element in tree if str(element.S)[1:2] == "H"]
    if not levels or levels[0] != 1:
        yield f"the first heading is of level {levels[:1]}"
    for before, level in pairwise(levels):
        if level > before + 1:
            yield f"a heading of level {level} follows one of level {before}"


def _drawings(tree: list[pikepdf.Dictionary]) -> Iterator[str]:
    for element in tree:
        if element.S == "/Figure" and len(str(element.get("/Alt", ""))) < 10:
            yield "a drawing has no words"


def _tables(tree: list[pikepdf.Dictionary]) -> Iterator[str]:
    for element in tree:
        if element.S == "/Table":
            inside = [str(part.S) for part in elements(element.K)]
            if "/TH" not in inside:
                yield "a table has no head"


def _parents(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Check that every marked piece of a page leads to an element, and that to the root."""
    numbers = dict(_entries(pdf.Root.StructTreeRoot.ParentTree))
    root = pdf.Root.StructTreeRoot.objgen
    for number, page in enumerate(pdf.pages, start=1):
        owners = numbers.get(int(page.get("/StructParents", -1)))
        if owners is None:
            yield f"page {number} is not in the parent tree"
            continue
        ids = {mark for mark in _content_marks(page) if mark is not None}
        if ids != set(range(len(ids))) or len(owners) != len(ids):
            yield f"page {number} has marks {len(ids)} and owners {len(owners)}"
        for owner in owners:
            if not _leads_to(owner, root):
                yield f"an element of page {number} hangs nowhere"


def _entries(node: pikepdf.Dictionary) -> Iterator[tuple[int, pikepdf.Object]]:
    """Return the numbers of a number tree, with what they lead to."""
    for child in node.get("/Kids", []):
        yield from _entries(child)
    pairs = list(node.get("/Nums", []))
    yield from ((int(key), value) for key, value in zip(pairs[::2], pairs[1::2], strict=True))


def _leads_to(element: pikepdf.Object, root: tuple[int, int]) -> bool:
    seen = set()
    while isinstance(element, pikepdf.Dictionary) and element.objgen not in seen:
        if element.objgen == root:
            return True
        seen.add(element.objgen)
        element = element.get("/P")
    return False


def _content_marks(page: pikepdf.Page) -> Iterator[int | None]:
    """Return the number of each marked piece of a page; None for artifacts."""
    for instruction in pikepdf.parse_content_stream(page):
        if str(instruction.operator) == "BDC":
            details = instruction.operands[1]
            yield int(details.MCID) if "/MCID" in details else None
        elif str(instruction.operator) == "BMC":
            yield None


def _marks(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Check that nothing is shown outside the marks, where no reader would find it."""
    for number, page in enumerate(pdf.pages, start=1):
        depth = 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            depth += (operator in ("BDC", "BMC")) - (operator == "EMC")
            if operator in SHOWS and not depth:
                yield f"something on page {number} is neither tagged nor an artifact"
                break


def _fonts(pdf: pikepdf.Pdf) -> Iterator[str]:
    for font in pdf.objects:
        if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor":
            name = str(font.FontName)
            if not {"/FontFile2", "/FontFile3"} & set(font.keys()):
                yield f"{name} is not in the file"
            if name[7:8] != "+":
                yield f"{name} is there whole, not the used part alone"


def _bookmarks(pdf: pikepdf.Pdf, tree: list[pikepdf.Dictionary]) -> Iterator[str]:
    headings = sum(element.S == "/H1" for element in tree)
    with pdf.open_outline() as outline:
        if not outline.root:
            yield "it has no bookmarks"
        elif len(outline.root) > headings:
            yield f"{len(outline.root)} bookmarks lead to {headings} headings"
