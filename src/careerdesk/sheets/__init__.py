"""Paper: what leaves the desk as PDF or through a printer, the same from window and command line.

An :class:`Order` says what a sheet is about and a :class:`Look` how it is to look. A sheet is plain
data made here and typeset by the templates in ``resources/sheets/``, which hold no words.
"""

from careerdesk.sheets.make import draft, file_name, make_pdf, make_pictures
from careerdesk.sheets.orders import (
    ABOUT_ONE_ROLE,
    Kind,
    Look,
    NothingToPrint,
    Order,
    Paper,
    kind_name,
)
from careerdesk.sheets.typesetter import SheetProblem

__all__ = [
    "ABOUT_ONE_ROLE",
    "Kind",
    "Look",
    "NothingToPrint",
    "Order",
    "Paper",
    "SheetProblem",
    "draft",
    "file_name",
    "kind_name",
    "make_pdf",
    "make_pictures",
]
