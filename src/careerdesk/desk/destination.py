"""Where a file is to be saved: a folder that a student may want, USB sticks first, and a name."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QDir, QSettings, QStandardPaths, QStorageInfo
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from careerdesk.desk.parts import Parts, column, row
from careerdesk.desk.pressables import DropDown
from careerdesk.student.records import LAST_FOLDER

_DEVICES = {"CON", "PRN", "AUX", "NUL"} | {
    f"{name}{number}" for name in ("COM", "LPT") for number in range(1, 10)
}
"""Names that Windows keeps for itself, whatever the ending."""


class Destination(QWidget):
    """A choice of folders and a field for the name, in one column."""

    def __init__(self, parts: Parts, name: str, suffix: str) -> None:
        """``name`` is what the file is called unless the student says otherwise."""
        super().__init__()
        self._parts, self._suffix = parts, suffix
        self._usual = name
        t = parts.t
        self.folder = DropDown(parts.colours)
        self.folder.setAccessibleName(t.say("Folder"))
        for words, folder in places(parts):
            self.folder.addItem(words, str(folder))
        self._offer_last()
        self.name = QLineEdit()
        self.name.setAccessibleName(t.say("File name"))
        parts.dress(self.name)
        self._show_name(name)
        other = parts.button(t.say("Other folder …"), self._on_other_folder)
        other.setAutoDefault(False)
        where = row(self.folder, other)
        where.setStretch(0, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(parts.px(12))
        for words, part in ((t.say("Folder"), where), (t.say("File name"), row(self.name))):
            whole.addLayout(column(parts.subheading(words), part, spacing=4))

    def path(self) -> Path:
        """Return where the file will be saved, under a name that every system takes."""
        name = self.name.text().strip() or self._usual
        ends = name.lower().endswith(self._suffix)
        stem = name[: -len(self._suffix)] if ends else name
        return Path(self.folder.currentData()) / f"{safe_name(stem)}{self._suffix}"

    def suggest(self, name: str) -> None:
        """Call the file ``name``, unless the student has typed another one."""
        if self.name.text() == self._usual:
            self._show_name(name)
        self._usual = name

    def _show_name(self, name: str) -> None:
        """Show ``name`` from its beginning, which tells files apart."""
        self.name.setText(name)
        self.name.setCursorPosition(0)

    def choose_folder(self, folder: Path) -> None:
        """Save into ``folder``, which is put first in the list."""
        self.folder.insertItem(0, QDir.toNativeSeparators(str(folder)), str(folder))
        self.folder.setCurrentIndex(0)

    def remember(self) -> None:
        """Offer the chosen folder first the next time."""
        student, chosen = self._parts.context.student, self.folder.currentData()
        self._parts.context.attempt(lambda: student.set_preference(LAST_FOLDER, chosen))

    def _offer_last(self) -> None:
        """Choose the folder of the last time, where it is still there and no stick is."""
        last = self._parts.context.student.preference(LAST_FOLDER, "")
        if not last or removable_drives() or not Path(last).is_dir():
            return
        place = self.folder.findData(last)
        if place >= 0:
            self.folder.setCurrentIndex(place)
        else:
            self.choose_folder(Path(last))

    def _on_other_folder(self) -> None:
        folder = ask_folder(self._parts, self.folder.currentData(), self)
        if folder is not None:
            self.choose_folder(folder)


def ask_folder(parts: Parts, start: str, parent: QWidget) -> Path | None:
    """Let the student choose a folder, in the words of the window; None when they do not."""
    chooser = _new_chooser(parent, parts.t.say("Choose a folder"), start)
    chooser.setFileMode(QFileDialog.FileMode.Directory)
    chooser.setOption(QFileDialog.Option.ShowDirsOnly)
    name_chooser(chooser, parts, parts.t.say("Folder:"))
    return _chosen(chooser)


def ask_file(parts: Parts, start: str, kind: str, pattern: str, parent: QWidget) -> Path | None:
    """Let the student choose a file; ``kind`` names what ``pattern``, as in ``*.pdf``, shows."""
    chooser = _new_chooser(parent, parts.t.say("Choose a file"), start, f"{kind} ({pattern})")
    chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
    # Who looks for a file has no reason to rename or delete others on the way.
    chooser.setOption(QFileDialog.Option.ReadOnly)
    name_chooser(chooser, parts, parts.t.say("File:"))
    return _chosen(chooser)


def _new_chooser(parent: QWidget, words: str, start: str, kinds: str = "") -> QFileDialog:
    """Return a chooser that writes down for nobody which folders were looked at.

    Qt would keep them in a file of the account, or in the registry, and offer them to the next
    student.
    """
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    chooser = QFileDialog(parent, words, start, kinds)
    chooser.destroyed.connect(_forget_folders)
    return chooser


def _forget_folders() -> None:
    QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")


def _chosen(chooser: QFileDialog) -> Path | None:
    """Ask, and throw ``chooser`` away, which would else watch folders as long as its parent."""
    accepted = chooser.exec()
    chosen = chooser.selectedFiles()
    chooser.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None


def name_chooser(chooser: QFileDialog, parts: Parts, file_name: str) -> None:
    """Give ``chooser`` the words of the window; Qt has none in Malay."""
    t = parts.t
    labels = {
        QFileDialog.DialogLabel.Accept: t.say("Choose"),
        QFileDialog.DialogLabel.Reject: t.say("Cancel"),
        QFileDialog.DialogLabel.LookIn: t.say("Look in:"),
        QFileDialog.DialogLabel.FileName: file_name,
        QFileDialog.DialogLabel.FileType: t.say("Shown:"),
    }
    for label, words in labels.items():
        chooser.setLabelText(label, words)


def places(parts: Parts) -> list[tuple[str, Path]]:
    """Return the folders to offer, USB sticks first: (words, folder)."""
    found = [
        (parts.t.say("USB stick or drive: {name}", name=name), folder)
        for name, folder in removable_drives()
    ]
    kinds = (
        (QStandardPaths.StandardLocation.DocumentsLocation, parts.t.say("Documents")),
        (QStandardPaths.StandardLocation.DesktopLocation, parts.t.say("Desktop")),
        (QStandardPaths.StandardLocation.HomeLocation, parts.t.say("Home folder")),
    )
    seen = set()
    for kind, words in kinds:
        folder = Path(QStandardPaths.writableLocation(kind))
        if folder.is_dir() and folder not in seen:
            found.append((f"{words} ({QDir.toNativeSeparators(str(folder))})", folder))
            seen.add(folder)
    if not found:
        home = Path(QDir.homePath())
        found.append((QDir.toNativeSeparators(str(home)), home))
    return found


def removable_drives() -> list[tuple[str, Path]]:
    """Return the drives that look like USB sticks: (name, folder)."""
    roots = ("/media/", "/run/media/", "/mnt/")
    drives = []
    for volume in QStorageInfo.mountedVolumes():
        root = Path(volume.rootPath())
        linux = str(root).startswith(roots)
        windows = root.drive not in ("", "C:") and root.parent == root
        if volume.isReady() and not volume.isReadOnly() and (linux or windows):
            drives.append((volume.displayName() or str(root), root))
    return drives


def safe_name(name: str) -> str:
    """Return ``name``, without an ending, as every system takes it for a file."""
    kept = "".join("-" if char in '<>:"/\\|?*' or ord(char) < 32 else char for char in name)
    kept = kept.strip(" .") or "CareerDesk"
    return f"_{kept}" if kept.partition(".")[0].strip().upper() in _DEVICES else kept
