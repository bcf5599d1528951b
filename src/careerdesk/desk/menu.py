"""A menu with room above and below its lines, all of which can be reached on a small screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

_PAD = 4
"""Pixels above the first line and below the last."""


class Menu(QMenu):
    """Goes on in a second column where it is too long, and scrolls where that is too wide."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setContentsMargins(0, _PAD, 0, _PAD)

    def open_at(self, place: QPoint) -> None:
        """Show the menu with its corner at ``place`` of the screen, or as near as it fits."""
        if self.sizeHint().width() > self.screen().availableGeometry().width():
            self.setStyleSheet("QMenu { menu-scrollable: 1; }")
        self.popup(place)
