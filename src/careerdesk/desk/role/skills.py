"""The Skills tab: a checklist that is saved as it is ticked."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QLayout, QLineEdit, QWidget

from careerdesk.catalogue import wording
from careerdesk.catalogue.role import SkillUse
from careerdesk.catalogue.shared import Skill, SkillKind
from careerdesk.desk import theme
from careerdesk.desk.drawings import ProgressRing
from careerdesk.desk.flow import Flow
from careerdesk.desk.parts import Card, Segments, column, row
from careerdesk.desk.places import SkillPlace
from careerdesk.desk.pressables import CRUMB
from careerdesk.desk.role.near import same_skills_card
from careerdesk.desk.role.tab import NARROW, Tab
from careerdesk.desk.safe_text import tooltip
from careerdesk.student import PROOF_LIMIT, SkillState

SAVE_PAUSE_MS = 600
"""Time after which a typed note is saved at the latest, in milliseconds."""


class SkillsTab(Tab):
    """Each skill is not yet there, being learnt, or there; with a note that proves it."""

    def sections(self) -> Iterator[QWidget | QLayout]:
        self._rows: dict[str, SkillRow] = {}
        if self.role.skills:
            yield from self._checklist()
        near = same_skills_card(self)
        if near is not None:
            yield near
        if self.role.development:
            yield self._development()

    def _checklist(self) -> Iterator[QWidget]:
        self._ring = ProgressRing(self.t, self.parts.colours, self.parts.percent)
        self._counts = self.parts.text("")
        progress = self._progress()
        self._count()
        yield progress
        for kind in SkillKind:
            uses = [use for use in self.role.skills if self._skill(use).kind is kind]
            if uses:
                yield self._group(kind, uses)

    def save_typing(self) -> None:
        for skill_row in self._rows.values():
            skill_row.save_proof()

    def show_saved(self) -> None:
        for skill_row in self._rows.values():
            skill_row.forget_typing()
            skill_row.show_saved()
        if self._rows:
            self._count()

    def _skill(self, use: SkillUse) -> Skill:
        return self.shared.skills[use.skill]

    def _progress(self) -> Card:
        t = self.t
        card = self.parts.card()
        words = column(
            self.parts.heading(t.say("Your skills for this role")),
            self._counts,
            self.parts.muted(
                t.say(
                    "Saved as you tick. A skill counts for every role that uses it. "
                    "Add a note of what proves it: a project, a class, a club."
                )
            ),
            None,
        )
        line = row(self._ring, spacing=self.parts.px(18))
        line.addLayout(words, 1)
        return card.add(line)

    def _group(self, kind: SkillKind, uses: list[SkillUse]) -> Card:
        card = self.section(wording.label(kind, self.t))
        for use in uses:
            skill_row = SkillRow(self, use, self._skill(use))
            self._rows[use.skill] = skill_row
            card.add(skill_row)
        return card

    def _development(self) -> Card:
        card = self.section(self.t.say("How people keep learning in this work"))
        return card.add(self.points(self.role.development))

    def mark(self, skill: Skill, state: SkillState) -> None:
        """Save the state of a skill and show the new counts, or show what is saved."""
        student = self.context.student
        self.context.attempt(lambda: student.mark_skill(skill.id, skill.name, state))
        self._rows[skill.id].show_saved()
        self._count()

    def _count(self) -> None:
        marks = self.context.student.skill_marks()
        states = [marks[use.skill].state for use in self.role.skills if use.skill in marks]
        have, learning = states.count(SkillState.HAVE), states.count(SkillState.LEARNING)
        total = len(self.role.skills)
        self._ring.set_counts(have, learning, total)
        self._counts.setText(
            self.t.say(
                "You have {have} of {total}; you are learning {learning}.",
                have=have,
                total=total,
                learning=learning,
            )
        )


class SkillRow(QWidget):
    """One skill: its name and use, three states, and the note of proof."""

    def __init__(self, tab: SkillsTab, use: SkillUse, skill: Skill) -> None:
        super().__init__()
        self._tab = tab
        self._skill = skill
        parts, t = tab.parts, tab.t
        name = tab.words(skill.name)
        states = (
            (SkillState.NOT_YET.value, t.say("Not yet")),
            (SkillState.LEARNING.value, t.say("Learning")),
            (SkillState.HAVE.value, t.say("Have it")),
        )
        self._segments = Segments(parts, name, states, SkillState.NOT_YET.value, self._on_state)
        self._proof = QLineEdit()
        self._proof.setMaxLength(PROOF_LIMIT)
        self._proof.setPlaceholderText(t.say("What proves it? For example: a project or a class"))
        self._proof.setAccessibleName(t.say("Proof of {skill}", skill=name))
        words = column(self._head(use), parts.text(tab.words(use.text)), self._proof, spacing=3)
        line = row(spacing=parts.px(16))
        line.setContentsMargins(0, parts.px(4), 0, parts.px(4))
        line.addLayout(words, 1)
        line.addWidget(self._segments, alignment=Qt.AlignmentFlag.AlignTop)
        if tab.room < NARROW:
            line.setDirection(QBoxLayout.Direction.TopToBottom)
            line.setSpacing(parts.px(6))
        self.setLayout(line)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SAVE_PAUSE_MS)
        self._pause.timeout.connect(self.save_proof)
        self._proof.textEdited.connect(lambda _text: self._save_soon())
        self._proof.editingFinished.connect(self.save_proof)
        self.show_saved()

    def _head(self, use: SkillUse) -> QWidget:
        """Return the name of the skill and, beside it or below, what leads to its users."""
        parts, tab = self._tab.parts, self._tab
        title = parts.text(tab.words(self._skill.name), strong=True, wrap=False)
        title.setToolTip(tooltip(tab.words(self._skill.text)))
        title.setMinimumHeight(parts.target)
        head = QWidget()
        line = Flow(head, parts.px(6))
        line.addWidget(title)
        users = self._users_button(use.skill)
        if users is not None:
            users.setMinimumHeight(parts.target)
            line.addWidget(users)
        return head

    def _users_button(self, skill: str) -> QWidget | None:
        """Return what leads to every role that uses the skill; None when no other does."""
        tab = self._tab
        used = tab.context.store.skills_used.values()
        others = sum(skill in skills for skills in used) - 1
        if others < 1:
            return None
        words = tab.t.say_count(
            "Also used by {count} other role", "Also used by {count} other roles", others
        )
        button = tab.parts.button(
            words, lambda: tab.place_asked.emit(SkillPlace(skill)), face=CRUMB
        )
        button.setFont(theme.font(tab.parts.percent, scale=0.92))
        button.setAccessibleName(f"{tab.words(self._skill.name)}: {words}")
        return button

    def show_saved(self) -> None:
        """Show what the student's file holds."""
        mark = self._tab.context.student.skill_marks().get(self._skill.id)
        state = SkillState.NOT_YET if mark is None else mark.state
        self._segments.choose(state.value)
        if not self._proof.hasFocus():
            self._proof.setText("" if mark is None else mark.proof)
        self._show_proof(state is not SkillState.NOT_YET or bool(self._proof.text()))

    def forget_typing(self) -> None:
        """Show the proof that is saved, in place of what was typed and is not."""
        self._pause.stop()
        mark = self._tab.context.student.skill_marks().get(self._skill.id)
        self._proof.setText("" if mark is None else mark.proof)

    def _save_soon(self) -> None:
        # Not from the last key but from the first: whoever types on and on is saved as well.
        if not self._pause.isActive():
            self._pause.start()

    def _show_proof(self, shown: bool) -> None:
        if shown and not self._proof.styleSheet():
            self._tab.parts.dress(self._proof)
        self._proof.setVisible(shown)

    def save_proof(self) -> None:
        """Save what was typed, if it differs from what is saved."""
        self._pause.stop()
        context, skill, proof = self._tab.context, self._skill, self._proof.text()
        mark = context.student.skill_marks().get(skill.id)
        if proof != ("" if mark is None else mark.proof):
            context.attempt(lambda: context.student.set_proof(skill.id, skill.name, proof))

    def _on_state(self, key: str) -> None:
        self._tab.mark(self._skill, SkillState(key))
