"""What the tests of the student's work in the window press and read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from careerdesk.catalogue.text import Text
from careerdesk.desk.window import MainWindow
from careerdesk.student import StudentFile, hand_over

NURSE = Text("Nurse", "Jururawat")
WELDER = Text("Welder", "Pengimpal")


def shown(widget: QWidget, kind: type[QWidget]) -> Iterable[QWidget]:
    return (part for part in widget.findChildren(kind) if part.isVisibleTo(widget))


def words_of(widget: QWidget) -> str:
    return " ".join(label.text() for label in shown(widget, QLabel))


def press(widget: QWidget, words: str) -> None:
    (button,) = (button for button in shown(widget, QPushButton) if button.text() == words)
    button.click()


def toast_words(window: MainWindow) -> str:
    return words_of(window.toast)


def hand_over_file(path: Path, *, note: str = "") -> Path:
    """Write a file with a welder and a nurse, who has ``note``."""
    with StudentFile.in_memory() as other:
        other.add("welder", WELDER)
        other.add("nurse", NURSE)
        other.set_note("nurse", note)
        hand_over.save(other.content, path)
    return path
