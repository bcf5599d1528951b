"""Qt's own dialogs for a folder and a file, in the language of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from careerdesk.desk import destination
from careerdesk.desk.parts import Parts
from careerdesk.desk.window import MainWindow
from running import python

ENGLISH = {
    "Back",
    "Forward",
    "Files",
    "Sidebar",
    "List",
    "Name",
    "Size",
    "Type",
    "Places",
    "Open",
    "Save",
    "Cancel",
}


def answered(
    ask: Callable[[], Path | None], answer: Callable[[QFileDialog], object]
) -> Path | None:
    """Return what ``ask`` returns when the dialog that it opens is given ``answer``."""

    def look() -> None:
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog))
        try:
            answer(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(50, look)
    return ask()


def ask_file(parts: Parts, folder: Path, window: MainWindow) -> Path | None:
    return destination.ask_file(parts, str(folder), "CareerDesk", "*.careerdesk", window)


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_the_dialogs_speak_malay_throughout(kind: str, window: MainWindow, tmp_path: Path) -> None:
    window.context.change_look(language="ms")
    parts = Parts(window.context)
    found: set[str] = set()

    def read(dialog: QFileDialog) -> None:
        for part in dialog.findChildren(QWidget):
            found.update((part.accessibleName(), part.toolTip()))
            if isinstance(part, QLabel | QAbstractButton):
                found.add(part.text())

    if kind == "folder":
        chosen = answered(lambda: destination.ask_folder(parts, str(tmp_path), window), read)
    else:
        chosen = answered(lambda: ask_file(parts, tmp_path, window), read)
    assert chosen is None
    assert {"Folder di atas", "Batal", "Cari dalam:"} <= found
    assert not [w for w in found if w in ENGLISH or {"Go", "the", "of", "mode"} & set(w.split())]


def test_a_file_is_chosen_and_the_dialog_goes(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "mine.careerdesk").write_text("x")
    parts = Parts(window.context)

    def choose(dialog: QFileDialog) -> None:
        assert dialog.testOption(QFileDialog.Option.ReadOnly)
        dialog.findChild(QLineEdit).setText("mine.careerdesk")
        dialog.accept()

    chosen = answered(lambda: ask_file(parts, tmp_path, window), choose)
    assert chosen == tmp_path / "mine.careerdesk"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.findChildren(QFileDialog)


FOLDER_LOOKED_AT = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from careerdesk.desk import destination

app = QApplication([])
for _ in range(2):
    parent = QWidget()
    chooser = destination._new_chooser(parent, "Choose", sys.argv[1])
    sys.stdout.write(" ".join(chooser.history()))
    QTimer.singleShot(0, lambda: (chooser.setDirectory(sys.argv[2]), chooser.done(1)))
    destination._chosen(chooser)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
"""


def test_nobody_is_told_which_folders_were_looked_at(tmp_path: Path) -> None:
    start, looked_at = tmp_path / "start", tmp_path / "aminahs-stick"
    for folder in (start, looked_at):
        folder.mkdir()
    home = tmp_path / "home"
    done = python("-c", FOLDER_LOOKED_AT, start, looked_at, home=home, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 0, done.stderr
    assert looked_at.name not in done.stdout
    written = [path for path in home.rglob("*") if path.is_file()]
    assert not [path for path in written if looked_at.name.encode() in path.read_bytes()]
