"""From an order to a sheet."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from careerdesk.catalogue.related import related_titles
from careerdesk.catalogue.store import Store
from careerdesk.i18n import translator
from careerdesk.sheets.drafts import Draft
from careerdesk.sheets.orders import Kind, Look, Order
from careerdesk.sheets.role import role_sheet
from careerdesk.sheets.writing import Edition, Writing

_NAME_LENGTH = 100
"""Longest title in a file name, so that a path on a school server stays below 260 characters."""


def make_pdf(store: Store, order: Order, look: Look, today: date) -> bytes:
    """Return the sheet as a PDF; the same catalogue, order, look and day give the same bytes.

    Raises:
        NothingToPrint: if the order lacks what its kind of sheet is about.
        UnknownRole: if the catalogue has no such role.
        CatalogueProblem: if the catalogue cannot be read.
        SheetProblem: if the sheet cannot be typeset.
    """
    return draft(store, order, look, today).as_pdf()


def make_pictures(
    store: Store, order: Order, look: Look, today: date, resolution: float
) -> list[bytes]:
    """Return the pages as PNG pictures of ``resolution`` dots per inch; raises as the PDF does."""
    return draft(store, order, look, today).as_pictures(resolution)


def draft(store: Store, order: Order, look: Look, today: date) -> Draft:
    """Return the sheet before it is typeset; raises as :func:`make_pdf` does."""
    edition = Edition(store.shared, store.info, today)
    role = store.role(order.roles[0])
    return role_sheet(Writing(edition, look, role=role), related_titles(store, role))


def file_name(store: Store, order: Order, language: str) -> str:
    """Return a name for the file of a sheet that every system takes, in ``language``."""
    card = store.card(order.roles[0])
    title = order.roles[0] if card is None else card.title.in_language(language)
    return f"{safe_title(title) or order.kind} - CareerDesk.pdf"


def safe_title(title: str) -> str:
    """Return ``title`` without what some system refuses in the name of a file."""
    safe = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]+', "-", unicodedata.normalize("NFC", title))
    return re.sub(r"\s+", " ", safe)[:_NAME_LENGTH].strip(" .-")
