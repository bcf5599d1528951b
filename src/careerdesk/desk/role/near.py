"""Roles near the present one: cards for its tabs, with a way to put both side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from careerdesk.desk.parts import Card, column, row
from careerdesk.desk.pressables import IconButton
from careerdesk.desk.role.tab import NARROW, Tab
from careerdesk.guidance.neighbours import one_thing_apart, same_skills

_LEAST_BUTTON = 210
"""Least width of the button with a title, in pixels at the usual text size."""


@dataclass(frozen=True, slots=True)
class Near:
    """A role near the present one, and in words how."""

    role: str
    title: str
    words: str


def one_thing_card(tab: Tab) -> Card | None:
    """Return the roles that differ from the tab's in one thing; None when there is none.

    Neighbours that an author has written about stand on their own card and are left out.
    """
    told = {neighbour.role for neighbour in tab.role.neighbours}
    found = one_thing_apart(tab.context.store, tab.role.id, tab.t, limit=12)
    near = [apart for apart in found if apart.card.id not in told][:6]
    if not near:
        return None
    card = tab.section(
        tab.t.say("Roles that differ in one thing"),
        lead=tab.t.say("Alike in field, schooling, first interest, place and hours, but for one."),
    )
    lines = [Near(apart.card.id, tab.words(apart.card.title), apart.difference) for apart in near]
    return card.add(*near_lines(tab, lines))


def same_skills_card(tab: Tab) -> Card | None:
    """Return the roles that use most of the same skills; None when none shares any."""
    near = same_skills(tab.context.store, tab.role.id)
    if not near:
        return None
    card = tab.section(
        tab.t.say("Roles that use the same skills"),
        lead=tab.t.say("Those that share most come first."),
    )
    lines = []
    for other in near:
        names = ", ".join(tab.words(skill.name) for skill in other.skills)
        words = tab.t.say_count(
            "{count} shared skill: {names}",
            "{count} shared skills: {names}",
            len(other.skills),
            names=names,
        )
        lines.append(Near(other.card.id, tab.words(other.card.title), words))
    return card.add(*near_lines(tab, lines))


def beside_button(tab: Tab, role_id: str, title: str) -> IconButton:
    """Return the button that puts another role beside that of ``tab``."""
    name = tab.t.say("Compare with {role}", role=title)
    return tab.parts.icon_button("compare", name, partial(tab.compared.emit, role_id))


def near_lines(tab: Tab, near: Sequence[Near]) -> list[QWidget]:
    """Return a line for each of ``near``; their words begin at the same place."""
    parts = tab.parts
    buttons = [parts.button(one.title, partial(tab.role_opened.emit, one.role)) for one in near]
    widest = max((button.sizeHint().width() for button in buttons), default=0)
    for button in buttons:
        button.setMinimumWidth(max(widest, parts.px(_LEAST_BUTTON)))
    return [_line(tab, one, button) for one, button in zip(near, buttons, strict=True)]


def _line(tab: Tab, near: Near, button: QWidget) -> QWidget:
    parts = tab.parts
    beside = beside_button(tab, near.role, near.title)
    text = parts.text(near.words)
    holder = QWidget()
    if tab.room < NARROW:
        head = row(button, None, beside, spacing=parts.px(8))
        holder.setLayout(column(head, text, spacing=parts.px(3)))
        return holder
    line = row(button, spacing=parts.px(12))
    line.addWidget(text, 1)
    line.addWidget(beside, alignment=Qt.AlignmentFlag.AlignVCenter)
    holder.setLayout(line)
    return holder
