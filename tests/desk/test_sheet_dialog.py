"""The dialog that saves a sheet: the same bytes as the command, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from careerdesk import sheets
from careerdesk.desk import destination
from careerdesk.desk.context import Context
from careerdesk.desk.destination import places, safe_name
from careerdesk.desk.paper import printing
from careerdesk.desk.paper.dialog import SheetDialog
from careerdesk.desk.paper.preview import PagePicture
from careerdesk.desk.parts import Parts
from careerdesk.desk.places import ComparePlace, ShortlistPlace, SubjectPlace
from careerdesk.desk.pressables import DropDown
from careerdesk.desk.window import MainWindow
from careerdesk.student.records import LAST_FOLDER
from running import careerdesk, python

ENGINEER = "machine-learning-engineer"
SHEET = sheets.Order(kind=sheets.Kind.ROLE, roles=(ENGINEER,))


@pytest.fixture
def window(context: Context, open_window: Callable[..., MainWindow]) -> MainWindow:
    """Return a window on this very day, as the command line has it."""
    context.today = date.today()
    return open_window(context)


@pytest.fixture
def dialog(window: MainWindow, tmp_path: Path) -> SheetDialog:
    window.open_sheet(SHEET)
    (opened,) = window.findChildren(SheetDialog)
    folder = tmp_path / "out"
    folder.mkdir()
    opened.choose_folder(folder)
    return opened


def button(dialog: SheetDialog, words: str) -> QPushButton:
    (found,) = (b for b in dialog.findChildren(QPushButton) if b.text() == words)
    return found


def name_field(dialog: SheetDialog) -> QLineEdit:
    (found,) = (f for f in dialog.findChildren(QLineEdit) if f.accessibleName() == "File name")
    return found


def save(dialog: SheetDialog, qtbot: QtBot) -> None:
    """Press the button and wait until the dialog says how it went."""
    pressed = button(dialog, "Save PDF")
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(pressed.isEnabled, timeout=60_000)


def message(dialog: SheetDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


@pytest.mark.parametrize("language", ["en", "ms"])
def test_the_same_bytes_as_the_command(
    language: str,
    dialog: SheetDialog,
    window: MainWindow,
    catalogue_file: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    words = {"en": "English", "ms": "Bahasa Malaysia"}[language]
    (segment,) = (b for b in dialog.findChildren(QToolButton) if b.text() == words)
    segment.click()
    save(dialog, qtbot)
    path = dialog.path()
    assert f"Saved: {path}" in message(dialog)
    store = window.context.store
    look = sheets.Look(language)
    made = sheets.make_pdf(store, SHEET, look, window.context.today)
    assert path.read_bytes() == made
    command = tmp_path / "command.pdf"
    done = careerdesk(
        *("--catalogue", catalogue_file, "sheet", ENGINEER, "-o", command, "--lang", language),
        home=tmp_path,
    )
    assert done.returncode == 0, done.stderr
    assert command.read_bytes() == made


def test_the_name_follows_the_language_until_it_is_changed(dialog: SheetDialog) -> None:
    english, malay = (
        next(b for b in dialog.findChildren(QToolButton) if b.text() == words)
        for words in ("English", "Bahasa Malaysia")
    )
    malay.click()
    assert dialog.path().name.startswith("Jurutera Pembelajaran Mesin")
    name_field(dialog).setText("mine")
    english.click()
    assert dialog.path().name == "mine.pdf"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("../../up", "-..-up.pdf"),
        (".hidden", "hidden.pdf"),
        ("nul.txt", "_nul.txt.pdf"),
        ("a/b\\c:d*e?f", "a-b-c-d-e-f.pdf"),
        ("  ", "Machine Learning Engineer - CareerDesk.pdf"),
        ("...", "CareerDesk.pdf"),
        ("already.PDF", "already.pdf"),
        ("tab\there", "tab-here.pdf"),
        ("‏ابجد \U0001f98a", "‏ابجد \U0001f98a.pdf"),
        ("CON", "_CON.pdf"),
    ],
)
def test_odd_names_are_made_safe(
    typed: str, kept: str, dialog: SheetDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    name_field(dialog).setText(typed)
    path = dialog.path()
    assert path == tmp_path / "out" / kept
    save(dialog, qtbot)
    assert dialog.problem() is None
    assert [found.name for found in (tmp_path / "out").iterdir()] == [path.name]


def test_no_name_leaves_its_folder() -> None:
    for name in ("..", ".", "", "/", "...", "\0", "a\nb"):
        safe = safe_name(name)
        assert safe not in ("", ".", "..")
        assert "/" not in safe
        assert "\0" not in safe


def test_a_long_name_is_shown_from_its_beginning(dialog: SheetDialog) -> None:
    assert name_field(dialog).cursorPosition() == 0
    dialog.destination.suggest(f"{'A long title, ' * 9} - CareerDesk.pdf")
    assert name_field(dialog).cursorPosition() == 0


def fails(dialog: SheetDialog, qtbot: QtBot) -> str:
    """Save, which has to fail, and return the sentence; the dialog stays of use."""
    save(dialog, qtbot)
    sentence = dialog.problem()
    assert sentence is not None
    assert sentence in message(dialog)
    assert "could not be saved" in sentence
    assert dialog.isVisible()
    return sentence


def test_a_folder_that_has_gone_is_said_and_another_helps(
    dialog: SheetDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "out").rmdir()
    assert "that folder does not exist" in fails(dialog, qtbot)
    dialog.choose_folder(tmp_path)
    save(dialog, qtbot)
    assert dialog.problem() is None
    assert dialog.path().read_bytes().startswith(b"%PDF")


def test_what_cannot_be_replaced_stays(dialog: SheetDialog, tmp_path: Path, qtbot: QtBot) -> None:
    name_field(dialog).setText("taken")
    (tmp_path / "out" / "taken.pdf").mkdir()
    (tmp_path / "out" / "taken.pdf" / "kept").write_text("OLD")
    fails(dialog, qtbot)
    assert (tmp_path / "out" / "taken.pdf" / "kept").read_text() == "OLD"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["taken.pdf"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs /proc")
def test_a_place_that_can_only_be_read_is_said(dialog: SheetDialog, qtbot: QtBot) -> None:
    dialog.choose_folder(Path("/proc"))
    fails(dialog, qtbot)


def test_a_name_too_long_is_said(dialog: SheetDialog, tmp_path: Path, qtbot: QtBot) -> None:
    name_field(dialog).setText("x" * 400)
    assert "name is too long" in fails(dialog, qtbot)
    assert list((tmp_path / "out").iterdir()) == []


def test_a_disk_that_fills_up_leaves_the_old_sheet(
    dialog: SheetDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    resource = pytest.importorskip("resource")
    name_field(dialog).setText("sheet")
    (tmp_path / "out" / "sheet.pdf").write_bytes(b"OLD")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, limits[1]))
    try:
        fails(dialog, qtbot)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (tmp_path / "out" / "sheet.pdf").read_bytes() == b"OLD"
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["sheet.pdf"]
    save(dialog, qtbot)
    assert (tmp_path / "out" / "sheet.pdf").read_bytes().startswith(b"%PDF")


def test_a_dialog_closed_too_soon_still_gives_its_sheet(
    dialog: SheetDialog, window: MainWindow, qtbot: QtBot
) -> None:
    path = dialog.path()
    button(dialog, "Save PDF").click()
    dialog.close()
    qtbot.waitUntil(path.exists, timeout=60_000)
    window.worker.finish()
    qtbot.wait(20)
    assert b"%%EOF" in path.read_bytes()[-16:]


def test_a_window_closed_too_soon_still_gives_its_sheet(
    dialog: SheetDialog, window: MainWindow
) -> None:
    path = dialog.path()
    button(dialog, "Save PDF").click()
    window.close()
    assert path.read_bytes().startswith(b"%PDF")


def test_the_folders_on_offer_are_there(dialog: SheetDialog, home: Path) -> None:
    offered = [folder for _words, folder in places(Parts(dialog.context))]
    assert offered
    assert all(folder.is_dir() for folder in offered)
    assert home in offered


def test_the_dialog_speaks_the_language_of_the_window(window: MainWindow) -> None:
    window.context.change_look(language="ms")
    window.open_sheet(SHEET)
    (dialog,) = window.findChildren(SheetDialog)
    assert dialog.path().name.startswith("Jurutera Pembelajaran Mesin")
    assert "Save PDF" not in [b.text() for b in dialog.findChildren(QPushButton)]


def test_the_folder_of_the_last_time_is_offered_first(
    dialog: SheetDialog, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    save(dialog, qtbot)
    assert window.context.student.preference(LAST_FOLDER, "") == str(tmp_path / "out")
    dialog.close()
    window.open_sheet(sheets.Order(kind=sheets.Kind.ROLE, roles=("nurse",)))
    again = window.findChildren(SheetDialog)[-1]
    assert again.path().parent == tmp_path / "out"
    again.close()
    for file in (tmp_path / "out").iterdir():
        file.unlink()
    (tmp_path / "out").rmdir()
    window.open_sheet(sheets.Order(kind=sheets.Kind.ROLE, roles=("nurse",)))
    assert window.findChildren(SheetDialog)[-1].path().parent != tmp_path / "out"


def test_a_stick_goes_before_the_folder_of_the_last_time(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, last = tmp_path / "stick", tmp_path / "last"
    for folder in (stick, last):
        folder.mkdir()
    window.context.student.set_preference(LAST_FOLDER, str(last))
    monkeypatch.setattr(destination, "removable_drives", lambda: [("STICK", stick)])
    window.open_sheet(sheets.Order(kind=sheets.Kind.ROLE, roles=("nurse",)))
    assert window.findChildren(SheetDialog)[-1].path().parent == stick


def until_shown(dialog: SheetDialog, qtbot: QtBot, pages: int) -> None:
    qtbot.waitUntil(lambda: dialog.preview.page_count() == pages, timeout=60_000)


def segment(dialog: SheetDialog, words: str) -> QToolButton:
    (found,) = (b for b in dialog.findChildren(QToolButton) if b.text() == words)
    return found


def test_the_pages_are_shown_as_they_will_be_printed(dialog: SheetDialog, qtbot: QtBot) -> None:
    until_shown(dialog, qtbot, 2)
    names = [page.accessibleName() for page in dialog.preview.findChildren(PagePicture)]
    assert names == ["Page 1 of 2", "Page 2 of 2"]
    picture = dialog.preview.findChildren(PagePicture)[0].grab().toImage()
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height() // 2)
    }
    assert len(colours) > 20


def test_another_kind_and_look_are_shown_and_saved(dialog: SheetDialog, qtbot: QtBot) -> None:
    until_shown(dialog, qtbot, 2)
    (kinds,) = (k for k in dialog.findChildren(DropDown) if k.accessibleName() == "Kind of sheet")
    kinds.setCurrentIndex(kinds.findText("Letter to parents"))
    segment(dialog, "Letter").click()
    segment(dialog, "In greys").click()
    segment(dialog, "Bahasa Malaysia").click()
    until_shown(dialog, qtbot, 1)
    assert dialog.path().name == "Jurutera Pembelajaran Mesin, untuk ibu bapa - CareerDesk.pdf"
    save(dialog, qtbot)
    order = sheets.Order(kind=sheets.Kind.PARENTS, roles=(ENGINEER,))
    look = sheets.Look("ms", sheets.Paper.LETTER, grey=True)
    context = dialog.context
    assert dialog.path().read_bytes() == sheets.make_pdf(context.store, order, look, context.today)


def test_zoom_makes_the_pages_larger_and_sharper(dialog: SheetDialog, qtbot: QtBot) -> None:
    until_shown(dialog, qtbot, 2)
    before = dialog.preview.resolution()
    segment(dialog, "200 %").click()
    assert dialog.preview.resolution() > before

    def is_sharp() -> bool:
        pages = dialog.preview.findChildren(PagePicture)
        return max(page.picture_width() for page in pages) >= 1500

    qtbot.waitUntil(is_sharp, timeout=60_000)


def test_a_computer_without_printers_says_so_and_the_pdf_still_works(
    dialog: SheetDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list))
    QTest.mouseClick(button(dialog, "Print …"), Qt.MouseButton.LeftButton)
    assert "No printer was found" in message(dialog)
    save(dialog, qtbot)
    assert dialog.problem() is None
    assert dialog.path().read_bytes().startswith(b"%PDF")


NO_PRINTING_BEFORE = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from datetime import date
from pathlib import Path
from careerdesk import sheets
from careerdesk.catalogue import Store
from careerdesk.desk.app import start_qt
from careerdesk.desk.context import Context, Look
from careerdesk.desk.window import MainWindow
from careerdesk.student import StudentFile
application = start_qt()
with Store.open(Path(sys.argv[1])) as store, StudentFile.in_memory() as student:
    window = MainWindow(Context(store, student, today=date.today(), look=Look("en")))
    window.show()
    window.open_sheet(sheets.Order(kind=sheets.Kind.ROLE, roles=("nurse",)))
    application.processEvents()
    window.close()
print("PySide6.QtPrintSupport" in sys.modules)
"""


def test_printers_are_not_asked_for_before_print_is_pressed(
    catalogue_file: Path, tmp_path: Path
) -> None:
    done = python("-c", NO_PRINTING_BEFORE, catalogue_file, home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "False"


@pytest.fixture
def printer(tmp_path: Path, fonts: QApplication) -> QPrinter:  # noqa: ARG001
    """Return a printer that prints into a file."""
    made = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    printing.prepare(made, "A sheet", sheets.Paper.A4, flipped=False, pages=2)
    return made


def printed(tmp_path: Path) -> list[tuple[int, ...]]:
    """Return width and height, in points, of the pages that were printed."""
    document = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    sizes = [tuple(round(side) for side in page.get_size()) for page in document]
    document.close()
    return sizes


def two_pages(dialog: SheetDialog) -> list[bytes]:
    """Return the pictures of a sheet of two pages."""
    context = dialog.context
    return sheets.make_pictures(context.store, SHEET, sheets.Look("en"), context.today, 60)


def test_every_page_is_printed_on_its_paper(
    dialog: SheetDialog, printer: QPrinter, tmp_path: Path
) -> None:
    printing.print_pages(printer, two_pages(dialog))
    assert printed(tmp_path) == [(595, 842), (595, 842)]


def test_only_the_pages_that_were_asked_for_are_printed(
    dialog: SheetDialog, printer: QPrinter, tmp_path: Path
) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    printing.print_pages(printer, two_pages(dialog))
    assert len(printed(tmp_path)) == 1


def test_pages_come_in_the_order_that_was_asked_for(printer: QPrinter) -> None:
    printer.setFromTo(2, 4)
    assert printing.chosen_pages(printer, 6) == [0, 1, 2, 3, 4, 5]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    assert printing.chosen_pages(printer, 6) == [1, 2, 3]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert printing.chosen_pages(printer, 6) == [3, 2, 1]


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\): Returned false")
def test_a_printer_that_takes_nothing_is_one_sentence(dialog: SheetDialog, tmp_path: Path) -> None:
    refusing = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    refusing.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    refusing.setOutputFileName(str(tmp_path / "missing" / "printed.pdf"))
    with pytest.raises(printing.PrintProblem, match="did not take the sheet"):
        printing.print_pages(refusing, two_pages(dialog))


def test_paper_lies_across_for_a_comparison(printer: QPrinter) -> None:
    printing.prepare(printer, "A sheet", sheets.Paper.LETTER, flipped=True, pages=1)
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter


@pytest.mark.parametrize(
    ("own", "pages", "used"), [(300, 2, 300), (600, 2, 600), (1200, 1, 600), (600, 30, 300)]
)
def test_pages_are_as_sharp_as_the_printer(
    own: int, pages: int, used: int, printer: QPrinter
) -> None:
    printer.setResolution(own)
    assert printing.resolution_of(printer, pages) == used


@pytest.fixture
def booklet(window: MainWindow, tmp_path: Path) -> SheetDialog:
    """Return the dialog of a booklet of the shortlist, opened as a student opens it."""
    student, store = window.context.student, window.context.store
    for card in store.cards():
        student.add(card.id, card.title)
    window.go(ShortlistPlace())
    pressed = [b for b in window.findChildren(QPushButton) if b.text() == "Print booklet"]
    QTest.mouseClick(pressed[0], Qt.MouseButton.LeftButton)
    (opened,) = window.findChildren(SheetDialog)
    folder = tmp_path / "out"
    folder.mkdir()
    opened.choose_folder(folder)
    return opened


def test_a_booklet_shows_how_far_it_is_and_is_saved(booklet: SheetDialog, qtbot: QtBot) -> None:
    told: list[tuple[int, int]] = []
    booklet.maker.told.connect(lambda done, of: told.append((done, of)))
    button(booklet, "Save PDF").click()
    assert booklet.progress.isVisible()
    assert button(booklet, "Stop").isVisible()
    qtbot.waitUntil(button(booklet, "Save PDF").isEnabled, timeout=60_000)
    assert booklet.problem() is None
    assert not booklet.progress.isVisible()
    count = len(booklet.order.roles)
    assert told == [(number, count) for number in range(1, count + 1)]
    assert booklet.path().read_bytes().startswith(b"%PDF")


def test_a_booklet_that_is_stopped_leaves_nothing(
    booklet: SheetDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    old = booklet.path()
    old.write_bytes(b"OLD")
    button(booklet, "Save PDF").click()
    button(booklet, "Stop").click()
    qtbot.waitUntil(button(booklet, "Save PDF").isEnabled, timeout=60_000)
    assert "Nothing was saved" in message(booklet)
    assert [path.name for path in (tmp_path / "out").iterdir()] == [old.name]
    assert old.read_bytes() == b"OLD"


def test_a_booklet_whose_dialog_is_closed_is_not_made(
    booklet: SheetDialog, window: MainWindow, tmp_path: Path
) -> None:
    button(booklet, "Save PDF").click()
    booklet.close()
    window.worker.finish()
    assert list((tmp_path / "out").iterdir()) == []


def test_comparison_and_subject_open_the_dialog_with_their_kind(window: MainWindow) -> None:
    for role in (ENGINEER, "nurse"):
        window.context.tray.add(role)
    window.go(ComparePlace())
    window.pages.compare.sheet_asked.emit()
    window.go(SubjectPlace("maths"))
    window.pages.page(SubjectPlace).sheet_asked.emit("maths")
    orders = [dialog.order for dialog in window.findChildren(SheetDialog)]
    assert orders == [
        sheets.Order(kind=sheets.Kind.COMPARE, roles=(ENGINEER, "nurse")),
        sheets.Order(kind=sheets.Kind.SUBJECT, subject="maths"),
    ]


@pytest.mark.parametrize("percent", [100, 150])
def test_the_dialog_fits_the_smallest_window(
    percent: int, context: Context, open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    context.change_look(percent=percent)
    window = open_window(context, 1024, 640)
    window.open_sheet(SHEET)
    (opened,) = window.findChildren(SheetDialog)
    until_shown(opened, qtbot, 2)
    assert opened.width() <= window.width()
    assert opened.height() <= window.height()
    for pressed in opened.findChildren(QPushButton):
        if pressed.isVisible():
            assert pressed.width() >= pressed.sizeHint().width()


def test_the_dialog_of_the_printer_speaks_malay(window: MainWindow, printer: QPrinter) -> None:
    window.context.change_look(language="ms")
    chooser = QPrintDialog(printer, window)
    words = {part.text() for part in chooser.findChildren(QPushButton)}
    words |= {part.text() for part in chooser.findChildren(QLabel)}
    assert {"Cetak", "Batal", "Salinan:", "hingga"} <= words
    chooser.deleteLater()
