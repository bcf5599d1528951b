"""Pictures of how sheets are meant to look, small, and what differs from them.

The pictures are of the small catalogue made by hand. After a change that is meant, run
``python tests/sheet_pictures.py`` and look at what it wrote before it is committed.
"""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter

from careerdesk.catalogue import Store
from careerdesk.sheets import Kind, Look, Order, make_pdf
from sheet_reading import TODAY

FOLDER = Path(__file__).parent / "sheets" / "golden"
DIFFERENCES = Path(__file__).parents[1] / "build" / "sheet-differences"
RESOLUTION = 40
BLUR = 1.2
"""Pixels: what a renderer rounds another way is not a difference."""
MOST = 40
"""Most that a blurred pixel may differ, of 255; a word in another place differs by 80 and more."""

ENGINEER = "machine-learning-engineer"
SHEETS = {
    "role-en": (Order(kind=Kind.ROLE, roles=(ENGINEER,)), Look("en")),
    "role-ms-grey": (Order(kind=Kind.ROLE, roles=(ENGINEER,)), Look("ms", grey=True)),
    "summary-ms": (Order(kind=Kind.SUMMARY, roles=(ENGINEER,)), Look("ms")),
    "compare-en": (Order(kind=Kind.COMPARE, roles=(ENGINEER, "nurse")), Look("en")),
    "subject-ms": (Order(kind=Kind.SUBJECT, subject="maths"), Look("ms")),
    "parents-ms": (Order(kind=Kind.PARENTS, roles=(ENGINEER,)), Look("ms")),
    "booklet-en": (
        Order(
            kind=Kind.BOOKLET,
            roles=("nurse", ENGINEER),
            reasons={"nurse": "I like to help."},
            notes={"nurse": "Ask about nights."},
        ),
        Look("en"),
    ),
}


def picture(store: Store, name: str) -> Image.Image:
    """Return all pages of a sheet side by side."""
    order, look = SHEETS[name]
    document = pypdfium2.PdfDocument(make_pdf(store, order, look, TODAY))
    pages = []
    for page in document:
        pages.append(page.render(scale=RESOLUTION / 72).to_pil().convert("RGB"))
        page.close()
    document.close()
    whole = Image.new("RGB", (sum(page.width for page in pages), pages[0].height), "white")
    left = 0
    for page in pages:
        whole.paste(page, (left, 0))
        left += page.width
    return whole


def golden(name: str) -> Image.Image:
    """Return how a sheet is meant to look."""
    return Image.open(FOLDER / f"{name}.png").convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> Image.Image | None:
    """Return where two pictures differ by more than a renderer's rounding; None if nowhere."""
    if one.size != other.size:
        return one
    blur = ImageFilter.GaussianBlur(BLUR)
    apart = ImageChops.difference(one.filter(blur), other.filter(blur)).convert("L")
    if apart.getextrema()[1] <= MOST:
        return None
    return apart.point(lambda value: 255 if value > MOST else 0)


def show(name: str, new: Image.Image, apart: Image.Image) -> Path:
    """Write the old picture, the new one and where they differ, and return the file."""
    old = golden(name)
    whole = Image.new("RGB", (max(old.width, new.width), old.height + new.height + apart.height))
    top = 0
    for part in (old, new, apart.convert("RGB")):
        whole.paste(part, (0, top))
        top += part.height
    DIFFERENCES.mkdir(parents=True, exist_ok=True)
    file = DIFFERENCES / f"{name}.png"
    whole.save(file)
    return file


def as_png(image: Image.Image) -> bytes:
    """Return ``image`` as a small file, with few colours."""
    file = io.BytesIO()
    image.quantize(64).save(file, "PNG", optimize=True)
    return file.getvalue()


def main() -> None:
    """Write all pictures anew."""
    from tempfile import TemporaryDirectory

    import sample
    from careerdesk.authoring.build import build

    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        path = Path(folder, "catalogue.sqlite")
        build(sample.content(), path)
        with Store.open(path) as store:
            for name in SHEETS:
                (FOLDER / f"{name}.png").write_bytes(as_png(picture(store, name)))


if __name__ == "__main__":
    main()
