"""A field that finds a role by its name and hands it on."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from careerdesk.desk.context import Context
from careerdesk.desk.parts import Parts
from careerdesk.desk.safe_text import one_line

_MOST = 8
"""How many roles are offered at once."""

_QUERY_LENGTH = 200


class RolePicker(QLineEdit):
    """Offers the roles that fit what is typed; Return takes the first."""

    picked = Signal(str)

    def __init__(self, context: Context, without: tuple[str, ...]) -> None:
        """``without`` are ids of roles that are not offered."""
        super().__init__()
        self._context, self._without = context, without
        parts = Parts(context)
        t = parts.t
        parts.dress(self)
        self.setMaxLength(_QUERY_LENGTH)
        self.setPlaceholderText(t.say("Add a role: type its name"))
        self.setAccessibleName(t.say("Add a role to the comparison"))
        self.setClearButtonEnabled(True)
        self._model = QStandardItemModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.activated[QModelIndex].connect(self._on_activated)
        completer.popup().setFont(self.font())
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def offered(self) -> tuple[str, ...]:
        """Return the ids of the roles that are offered now."""
        rows = range(self._model.rowCount())
        return tuple(self._model.item(number).data(Qt.ItemDataRole.UserRole) for number in rows)

    def _offer(self, query: str) -> None:
        found = self._context.store.search(query, limit=_MOST + len(self._without))
        self._model.clear()
        language = self._context.language
        for card in [card for card in found if card.id not in self._without][:_MOST]:
            item = QStandardItem(one_line(card.title.in_language(language)))
            item.setData(card.id, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)

    def _on_activated(self, index: QModelIndex) -> None:
        self.picked.emit(index.data(Qt.ItemDataRole.UserRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            offered = self.offered()
            if self.text().strip() and offered:
                self.picked.emit(offered[0])
            return
        super().keyPressEvent(event)
