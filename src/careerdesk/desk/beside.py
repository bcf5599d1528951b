"""Putting roles side by side from anywhere in the window, and saying so."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from careerdesk.desk.context import Context
from careerdesk.desk.notices import Toast
from careerdesk.desk.parts import Parts


class Beside(QObject):
    """Changes the tray as a student asks, with a way to see it or to take the change back."""

    shown = Signal()
    """The student wants to see the comparison."""

    def __init__(self, context: Context, toast: Toast, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._toast = context, toast

    def want(self, role_id: str, wanted: bool, *, here: bool) -> None:
        """Add a role or take it out; ``here`` says that the comparison is on the screen."""
        card = self._context.store.card(role_id)
        if card is None:
            return
        title = card.title.in_language(self._context.language)
        if wanted:
            self._add(role_id, title, here=here)
        else:
            self._remove(role_id, title)

    def show_these(self, roles: tuple[str, ...]) -> None:
        """Put ``roles`` side by side instead of those that are, and show them."""
        tray, t = self._context.tray, self._context.t
        before = tray.roles()
        if not tray.put(roles):
            return
        self.shown.emit()
        if before and before != roles:
            words = t.say("The comparison shows other roles now.")
            undo = (t.say("Undo"), lambda: tray.put(before))
            self._toast.say(Parts(self._context), words, action=undo)

    def _add(self, role_id: str, title: str, *, here: bool) -> None:
        tray, t = self._context.tray, self._context.t
        show = None if here else (t.say("Show"), self.shown.emit)
        if tray.is_full and not tray.has(role_id):
            words = t.say("Four roles are side by side already; take one out first.")
            self._toast.say(Parts(self._context), words, action=show)
        elif tray.add(role_id) and not here:
            words = t.say("Added to the comparison: {role}", role=title)
            self._toast.say(Parts(self._context), words, action=show)

    def _remove(self, role_id: str, title: str) -> None:
        tray, t = self._context.tray, self._context.t
        before = tray.roles()
        if tray.remove(role_id):
            words = t.say("Taken out of the comparison: {role}", role=title)
            undo = (t.say("Undo"), lambda: tray.put(before))
            self._toast.say(Parts(self._context), words, action=undo)
