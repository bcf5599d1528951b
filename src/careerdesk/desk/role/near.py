"""Roles near the present one: cards for its tabs, with a way to put both side by side."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from careerdesk.catalogue.cards import RoleCard
from careerdesk.desk.parts import Card, column, row
from careerdesk.desk.pressables import IconButton
from careerdesk.desk.role.tab import NARROW, Tab
from careerdesk.guidance.neighbours import one_thing_apart, same_skills


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
    for apart in near:
        card.add(_line(tab, apart.card, apart.difference))
    return card


def same_skills_card(tab: Tab) -> Card | None:
    """Return the roles that use most of the same skills; None when none shares any."""
    near = same_skills(tab.context.store, tab.role.id)
    if not near:
        return None
    card = tab.section(
        tab.t.say("Roles that use the same skills"),
        lead=tab.t.say("Those that share most come first."),
    )
    for other in near:
        names = ", ".join(tab.words(skill.name) for skill in other.skills)
        words = tab.t.say_count(
            "{count} shared skill: {names}",
            "{count} shared skills: {names}",
            len(other.skills),
            names=names,
        )
        card.add(_line(tab, other.card, words))
    return card


def beside_button(tab: Tab, role_id: str, title: str) -> IconButton:
    """Return the button that puts another role beside that of ``tab``."""
    name = tab.t.say("Compare with {role}", role=title)
    return tab.parts.icon_button("compare", name, partial(tab.compared.emit, role_id))


def _line(tab: Tab, card: RoleCard, words: str) -> QWidget:
    parts = tab.parts
    title = tab.words(card.title)
    button = parts.button(title, partial(tab.role_opened.emit, card.id))
    beside = beside_button(tab, card.id, title)
    text = parts.text(words)
    holder = QWidget()
    if tab.room < NARROW:
        head = row(button, None, beside, spacing=parts.px(8))
        holder.setLayout(column(head, text, spacing=parts.px(3)))
        return holder
    button.setMinimumWidth(parts.px(210))
    line = row(button, spacing=parts.px(12))
    line.addWidget(text, 1)
    line.addWidget(beside, alignment=Qt.AlignmentFlag.AlignVCenter)
    holder.setLayout(line)
    return holder
