"""The cards of a list of roles, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, overload

from careerdesk.desk import icons
from careerdesk.desk.card_model import CardFace, Marked
from careerdesk.desk.context import Context
from careerdesk.errors import CareerdeskError

if TYPE_CHECKING:
    from careerdesk.catalogue import RoleCard
    from careerdesk.catalogue.finder import Found, FoundRole
    from careerdesk.desk.explore.answers import Answer

_AT_ONCE = 24
"""Rows that are read together when one of them is first shown."""


class FaceMaker:
    """Makes the card of a role, in the present look."""

    def __init__(self, context: Context) -> None:
        self._context = context
        fields = {counted.field.id: counted.field for counted in context.store.fields()}
        self._icons = {
            key: (icons.for_field(field.icon), context.field_colour(field))
            for key, field in fields.items()
        }
        self._shortlisted = {item.role_id for item in context.student.shortlist()}

    def of_card(self, card: RoleCard) -> CardFace:
        """Return the card of a role that nothing was typed for."""
        icon, colour = self._icons[card.field]
        language = self._context.language
        return CardFace(
            key=card.id,
            title=card.title.in_language(language),
            second=card.title.ms if language == "en" else card.title.en,
            text=card.tagline.in_language(language),
            icon=icon,
            colour=colour,
            marked=card.id in self._shortlisted,
        )

    def of_row(self, row: FoundRole, found: Found) -> CardFace:
        """Return the card of a role that was found, with what was found in it."""
        from dataclasses import replace

        from careerdesk.catalogue.reasons import marks, shortened
        from careerdesk.catalogue.why import why_line

        face = self.of_card(row.card)
        # What stands on the card anyhow need not be said again.
        unsaid = tuple(reason for reason in row.reasons if reason.text != face.text)
        row = replace(row, reasons=tuple(shortened(reason, found.units) for reason in unsaid))
        why = why_line(row, self._context.t)
        units = found.units
        return replace(
            face,
            why=why,
            marks=Marked(
                title=marks(face.title, units),
                second=marks(face.second, units),
                text=marks(face.text, units, in_sentence=True),
                why=marks(why, units),
            ),
        )


class FoundFaces(Sequence[CardFace]):
    """The cards of an answer; rows further down are read when they are scrolled to."""

    def __init__(self, context: Context, answer: Answer) -> None:
        self._context = context
        self._found = answer.found
        self._length = len(answer.found.positions)
        self._rows: dict[int, FoundRole] = dict(enumerate(answer.rows))
        self._made: dict[int, CardFace] = {}
        self._maker = FaceMaker(context)

    @property
    def keys(self) -> tuple[object, ...]:
        """What tells the cards of one list from those of another, without making any."""
        return self._found.positions

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> CardFace: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[CardFace]: ...
    def __getitem__(self, index: int | slice) -> CardFace | Sequence[CardFace]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(self._length))]
        if not 0 <= index < self._length:
            raise IndexError(index)
        if index not in self._made:
            self._made[index] = self._make(index)
        return self._made[index]

    def _make(self, index: int) -> CardFace:
        if index not in self._rows:
            self._read(index)
        row = self._rows.get(index)
        return EMPTY if row is None else self._maker.of_row(row, self._found)

    def _read(self, index: int) -> None:
        start = index - index % _AT_ONCE
        try:
            rows = self._context.store.rows(self._found, start, start + _AT_ONCE)
        except CareerdeskError as error:
            # Qt is painting: the student is told, and the card stays empty.
            self._context.problem.emit(error)
            return
        self._rows.update(enumerate(rows, start=start))


EMPTY = CardFace(key="", title="", second="", text="", icon="explore", colour="#808080")
"""The card of a role that the file no longer hands out."""


def all_faces(context: Context, title: Callable[[RoleCard], str]) -> list[CardFace]:
    """Return the cards of every role, by title in the language of the window."""
    maker = FaceMaker(context)
    cards = sorted(context.store.cards(), key=lambda card: title(card).casefold())
    return [maker.of_card(card) for card in cards]
