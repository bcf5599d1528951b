"""Printing: the pages of a sheet as pictures, through the system's own dialog.

Asking for printers connects to the printing service of the computer, so nothing here is called
before somebody presses Print.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QWidget

from careerdesk.errors import N_, CareerdeskError
from careerdesk.sheets import Paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

SHARPEST = 600
"""Dots per inch of a printed page at most; a page of 600 takes some 140 MB while it is made."""
SHARPEST_OF_MANY = 300
"""The same for more than :data:`FEW` pages, which are held together."""
FEW = 2


class NoPrinter(CareerdeskError):
    """This computer has no printer."""

    sentence = N_(
        "No printer was found on this computer. You can save the sheet as a PDF and print it "
        "somewhere else."
    )


class PrintProblem(CareerdeskError):
    """A printer was chosen and did not take the pages."""

    sentence = N_(
        "The printer did not take the sheet. Please look whether it is on and has paper, or save "
        "the sheet as a PDF."
    )


def ask_printer(
    name: str, paper: Paper, *, flipped: bool, pages: int, parent: QWidget
) -> QPrinter | None:
    """Let the student choose a printer, pages and copies; None when they do not.

    Raises:
        NoPrinter: if this computer has none.
    """
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise NoPrinter
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, name, paper, flipped=flipped, pages=pages)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    return printer if accepted else None


def prepare(printer: QPrinter, name: str, paper: Paper, *, flipped: bool, pages: int) -> None:
    """Set ``printer`` up for a sheet: its paper, whole, and both sides where it has several."""
    from PySide6.QtPrintSupport import QPrinter

    size = QPageSize.PageSizeId.Letter if paper is Paper.LETTER else QPageSize.PageSizeId.A4
    way = QPageLayout.Orientation.Landscape if flipped else QPageLayout.Orientation.Portrait
    printer.setDocName(name)
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(way)
    printer.setFullPage(True)
    printer.setFromTo(1, pages)
    if pages > 1:
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)


def resolution_of(printer: QPrinter, pages: int) -> float:
    """Return the dots per inch that ``pages`` for ``printer`` should have: its own, if it may."""
    return float(min(printer.resolution(), SHARPEST if pages <= FEW else SHARPEST_OF_MANY))


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Return the numbers of the pages to print, from 0, each as often as the printer does not."""
    from PySide6.QtPrintSupport import QPrinter

    first, last = printer.fromPage(), printer.toPage()
    ranged = printer.printRange() == QPrinter.PrintRange.PageRange and first > 0
    numbers = list(range(first - 1, min(last, count))) if ranged else list(range(count))
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return numbers * copies
    return [number for number in numbers for _copy in range(copies)]


def print_pages(printer: QPrinter, pictures: Sequence[bytes]) -> None:
    """Print the chosen ones of ``pictures``, each on a page of its own.

    Raises:
        PrintProblem: if the printer does not take them.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintProblem
    try:
        for index, number in enumerate(chosen_pages(printer, len(pictures))):
            if index and not printer.newPage():
                raise PrintProblem
            _draw(painter, printer, QImage.fromData(pictures[number]))
    finally:
        painter.end()


def _draw(painter: QPainter, printer: QPrinter, image: QImage) -> None:
    """Draw a page as large as the paper that was chosen allows."""
    paper = printer.paperRect(printer.Unit.DevicePixel)
    size = image.size().toSizeF().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRectF(paper.topLeft(), size)
    target.moveCenter(paper.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, image)
