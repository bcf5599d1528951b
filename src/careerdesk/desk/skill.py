"""The page of one skill: what it is, and every role that uses it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget

from careerdesk.catalogue import wording
from careerdesk.desk import icons
from careerdesk.desk.card_model import CardFace
from careerdesk.desk.cards import CardView
from careerdesk.desk.context import Context
from careerdesk.desk.parts import Parts, column, row
from careerdesk.desk.places import SkillPlace
from careerdesk.desk.pressables import CRUMB
from careerdesk.desk.scrolling import UnfoldingPage
from careerdesk.guidance.neighbours import SkillRole, roles_of_skill


class SkillPage(UnfoldingPage):
    """Leads from a skill to the roles that use it, each with what for."""

    role_opened = Signal(str)
    compared = Signal(str, bool)
    """Role id, and whether the student wants it in the comparison."""
    explore_asked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("page")
        self._context = context
        self._skill = ""
        self._list: CardView | None = None

    def place(self) -> SkillPlace:
        """Return the skill, and how far the page is scrolled."""
        return SkillPlace(self._skill, self.verticalScrollBar().value())

    def show_place(self, place: SkillPlace) -> None:
        """Show the skill of ``place``; one that the catalogue lacks is used by no role.

        Raises:
            CareerdeskError: if the catalogue cannot be read.
        """
        self._skill = place.skill
        self._fill()
        self.scroll_to(place.scroll)

    def rebuild(self) -> None:
        """Show everything anew, in the present look, at the same place."""
        bar = self.verticalScrollBar()
        scroll = bar.value()
        self._fill()
        self.scroll_to(scroll)

    def refresh_marks(self) -> None:
        """Show which roles are on the shortlist now."""
        if self._list is not None and self._skill:
            self._show_roles(self._list)

    def take_focus(self) -> None:
        """Give the keyboard to the list of roles."""
        if self._list is not None:
            self._list.setFocus()

    def _fill(self) -> None:
        parts = Parts(self._context)
        self.setAccessibleName(parts.t.say("A skill and its roles"))
        self.unfold(parts, self._sections(parts), self.size(), "")

    def _sections(self, parts: Parts) -> Iterator[QWidget | QLayout]:
        t = parts.t
        skill = self._context.store.shared.skills.get(self._skill)
        explore = parts.button(t.say("Explore"), self.explore_asked.emit, face=CRUMB)
        head = column(row(explore, None), spacing=parts.px(4))
        if skill is not None:
            head.addWidget(parts.text(skill.name.in_language(t.language), scale=1.6, strong=True))
            head.addWidget(parts.muted(wording.label(skill.kind, t), scale=1.0))
            head.addWidget(parts.text(skill.text.in_language(t.language), scale=1.06))
        count = len(self._roles())
        words = t.say_count("Used by {count} role", "Used by {count} roles", count)
        head.addWidget(parts.heading(words))
        yield head
        view = self._list = CardView(
            self._context, text_lines=2, least_width=370, fits_content=True, comparable=True
        )
        view.setAccessibleName(words)
        view.restyle()
        self._show_roles(view)
        view.opened.connect(self.role_opened)
        view.moved_to.connect(partial(self.bring_in, view))
        view.compared.connect(self.compared)
        yield view

    def _roles(self) -> tuple[SkillRole, ...]:
        return roles_of_skill(self._context.store, self._skill)

    def _show_roles(self, view: CardView) -> None:
        faces = [self._face(role) for role in self._roles()]
        view.set_faces(faces, self._context.t.say("On your shortlist"))

    def _face(self, role: SkillRole) -> CardFace:
        language = self._context.language
        return CardFace(
            key=role.card.id,
            title=role.card.title.in_language(language),
            second=role.field.name.in_language(language),
            text=role.use.text.in_language(language),
            icon=icons.for_field(role.field.icon),
            colour=self._context.field_colour(role.field),
            marked=self._context.student.has(role.card.id),
        )
