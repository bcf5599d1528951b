"""The roles that a student has put side by side, kept in their file like the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerdesk.guidance import MOST_COMPARED

if TYPE_CHECKING:
    from careerdesk.desk.context import Context

TRAY = "compare"
"""The preference that holds the ids."""


class Tray:
    """At most four roles, in the order in which they were put there."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def roles(self) -> tuple[str, ...]:
        """Return the ids of the roles; those that have left the catalogue are not among them."""
        kept = self._context.student.preference(TRAY, "").split(",")
        cards = (self._context.store.card(role_id) for role_id in kept if role_id)
        offered = dict.fromkeys(card.id for card in cards if card is not None and not card.retired)
        return tuple(offered)[:MOST_COMPARED]

    def has(self, role_id: str) -> bool:
        """Return whether the role is in the tray."""
        return role_id in self.roles()

    @property
    def is_full(self) -> bool:
        """Whether no role can be added before one is taken out."""
        return len(self.roles()) >= MOST_COMPARED

    def put(self, roles: tuple[str, ...]) -> bool:
        """Keep ``roles`` instead of what was there; return whether they were saved."""
        student = self._context.student
        return self._context.attempt(lambda: student.set_preference(TRAY, ",".join(roles)))

    def add(self, role_id: str) -> bool:
        """Add a role at the end; return whether it is there now."""
        roles = self.roles()
        if role_id in roles:
            return True
        return not self.is_full and self.put((*roles, role_id))

    def remove(self, role_id: str) -> bool:
        """Take a role out; return whether that was saved."""
        return self.put(tuple(kept for kept in self.roles() if kept != role_id))
