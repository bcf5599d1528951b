"""The dialog that saves a sheet: the same bytes as the command, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from careerdesk import sheets
from careerdesk.desk import destination
from careerdesk.desk.context import Context
from careerdesk.desk.destination import LAST_FOLDER, places, safe_name
from careerdesk.desk.paper.dialog import SheetDialog
from careerdesk.desk.parts import Parts
from careerdesk.desk.window import MainWindow
from running import careerdesk

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
    qtbot.waitUntil(pressed.isEnabled, timeout=20_000)


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
    qtbot.waitUntil(path.exists, timeout=20_000)
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
