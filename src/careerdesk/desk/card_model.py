"""What a list of cards holds: their faces, as a model that Qt's views read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from careerdesk.desk.card_text import Marks

CardRole = Qt.ItemDataRole.UserRole

AnyIndex = QModelIndex | QPersistentModelIndex


class Marked(NamedTuple):
    """The words of a card that were looked for, in each of its lines."""

    title: Marks = ()
    second: Marks = ()
    text: Marks = ()
    why: Marks = ()


UNMARKED = Marked()


@dataclass(frozen=True, slots=True)
class CardFace:
    """What a card shows. No tuple, which Qt would take apart on the way through a model."""

    key: str
    title: str
    second: str
    """A second line: the title in the other language, or a count."""
    text: str
    icon: str
    colour: str
    marked: bool = False
    """Shortlisted."""
    why: str = ""
    """Why it is in the list, where its title does not say so."""
    marks: Marked = UNMARKED
    """The words that were looked for."""

    def spoken(self, marked: str) -> str:
        """Return the card as one line for a screen reader; ``marked`` says *shortlisted*."""
        parts = [self.title, self.second, self.why, self.text, marked if self.marked else ""]
        return ". ".join(part for part in parts if part)


class CardModel(QAbstractListModel):
    """The cards of a list."""

    def __init__(self, marked: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._faces: Sequence[CardFace] = ()
        self._keys: Sequence[object] = ()
        self._marked = marked
        self._beside: frozenset[str] = frozenset()
        self._beside_word = ""
        self._hint = ""

    def set_beside(self, keys: frozenset[str], word: str, hint: str) -> None:
        """Say of the cards with ``keys`` that they are compared, in ``word``.

        ``hint`` says of every card how it is compared by keyboard.
        """
        if (keys, word, hint) == (self._beside, self._beside_word, self._hint):
            return
        self._beside, self._beside_word, self._hint = keys, word, hint
        if self._faces:
            self.dataChanged.emit(self.index(0), self.index(len(self._faces) - 1))

    def is_beside(self, key: str) -> bool:
        """Return whether the card with ``key`` is compared with others."""
        return key in self._beside

    def set_faces(
        self, faces: Sequence[CardFace], marked: str, keys: Sequence[object] | None = None
    ) -> None:
        """Show ``faces`` instead of what was shown; ``marked`` is the word for shortlisted.

        ``keys`` tells one list from another without looking at its faces, which may be made only
        when they are shown.
        """
        self._marked = marked
        fresh = tuple(face.key for face in faces) if keys is None else tuple(keys)
        if fresh == self._keys:
            self._faces = faces
            if faces:
                self.dataChanged.emit(self.index(0), self.index(len(faces) - 1))
            return
        self.beginResetModel()
        self._faces, self._keys = faces, fresh
        self.endResetModel()

    def titles(self) -> Iterator[str]:
        """Return the titles of all cards, which makes those that have not been shown."""
        return (face.title for face in self._faces)

    def face(self, index: AnyIndex) -> CardFace:
        """Return the card at ``index``."""
        return self._faces[index.row()]

    def index_of(self, key: str | None) -> QModelIndex:
        """Return the index of the card with ``key``, or an invalid one."""
        if key is None:
            return QModelIndex()  # without looking, which would make every card
        for position, face in enumerate(self._faces):
            if face.key == key:
                return self.index(position)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._faces)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._faces):
            return None
        face = self._faces[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return face.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            spoken = face.spoken(self._marked)
            return f"{spoken}. {self._beside_word}" if face.key in self._beside else spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self._hint
        if role == CardRole:
            return face
        return None
