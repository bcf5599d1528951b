"""The page of school subjects: where each leads, as a target with rings and as a list."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QWidget

from careerdesk.catalogue import wording
from careerdesk.catalogue.terms import Need
from careerdesk.desk import icons, theme
from careerdesk.desk.card_model import CardFace
from careerdesk.desk.cards import CardView
from careerdesk.desk.context import Context
from careerdesk.desk.drawings.target import TargetDrawing
from careerdesk.desk.parts import Card, Parts, column, grid, row
from careerdesk.desk.places import SubjectPlace
from careerdesk.desk.pressables import CRUMB, CRUMB_INSET, DropDown
from careerdesk.desk.scrolling import Alongside, UnfoldingPage
from careerdesk.guidance.subjects import Ring, SubjectRings, SubjectRole, ring_name, subject_rings

RESIZE_PAUSE_MS = 150

_CHOOSER = 250
"""Widest list of subjects, in pixels at the usual text size."""

_LEAST_TILE = 320
"""Narrowest tile of a subject, in pixels at the usual text size: long names fit at full size."""

WIDE = 860
"""Least width for target and list side by side, in pixels at the usual text size."""


class SubjectPage(UnfoldingPage):
    """Shows the rings of one subject, or all subjects to choose from."""

    role_opened = Signal(str)
    subject_asked = Signal(object)
    """Id of a subject, or None for all of them."""
    sheet_asked = Signal(str)
    """Id of a subject of which a poster is wanted."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("page")
        self._context = context
        self._subject: str | None = None
        self._wide = True
        self._first: QWidget | None = None
        self._arrange = QTimer(self)
        self._arrange.setSingleShot(True)
        self._arrange.setInterval(RESIZE_PAUSE_MS)
        self._arrange.timeout.connect(self._arrange_anew)

    def place(self) -> SubjectPlace:
        """Return which subject is shown, and how far it is scrolled."""
        return SubjectPlace(self._subject, self.verticalScrollBar().value())

    def show_place(self, place: SubjectPlace) -> None:
        """Show the subject of ``place``.

        Raises:
            CareerdeskError: if the catalogue cannot be read.
        """
        known = self._context.store.shared.subjects
        self._subject = place.subject if place.subject in known else None
        self._fill()
        self.scroll_to(place.scroll)

    def rebuild(self) -> None:
        """Show everything anew, in the present look, at the same place."""
        bar = self.verticalScrollBar()
        part = bar.value() / max(1, bar.maximum())
        self._fill()
        if part:
            self.complete()
            self.settle()
            bar.setValue(round(part * bar.maximum()))

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that can be chosen."""
        if self._first is not None:
            self._first.setFocus()

    def _fill(self) -> None:
        parts = Parts(self._context)
        self.setAccessibleName(parts.t.say("School subjects"))
        self._wide = self._is_wide()
        self.unfold(parts, self._sections(parts), self.size(), "")

    def _is_wide(self) -> bool:
        return self.width() >= WIDE * self._context.percent / 100

    def _sections(self, parts: Parts) -> Iterator[QWidget | QLayout]:
        if self._subject is None:
            yield from self._choice(parts)
            return
        rings = subject_rings(self._context.store, self._subject)
        yield self._head(parts, rings)
        if not rings.count:
            yield parts.text(parts.t.say("No role of this catalogue names this subject yet."))
            return
        target = self._target(parts, rings)
        lists = [self._ring_card(parts, ring) for ring in rings.rings if ring.roles]
        if self._wide:
            both = grid(parts.px(14))
            both.addWidget(Alongside(target, self, parts.px(14)), 0, 0)
            both.addLayout(column(*lists, None, spacing=parts.px(14)), 0, 1)
            both.setColumnStretch(0, 6)
            both.setColumnStretch(1, 5)
            yield both
        else:
            yield target
            yield from lists

    def _choice(self, parts: Parts) -> Iterator[QWidget | QLayout]:
        t = parts.t
        yield column(
            parts.text(t.say("Start from a school subject"), scale=1.6, strong=True),
            parts.muted(t.say("Choose a subject to see which working lives it leads to."), scale=1),
        )
        tiles = CardView(self._context, text_lines=0, least_width=_LEAST_TILE, fits_content=True)
        tiles.setAccessibleName(t.say("School subjects"))
        tiles.restyle()
        tiles.set_faces(self._faces(), "")
        tiles.opened.connect(self.subject_asked.emit)
        tiles.moved_to.connect(partial(self.bring_in, tiles))
        self._first = tiles
        yield tiles

    def _faces(self) -> list[CardFace]:
        """Return a tile for each subject that any role names."""
        t, store = self._context.t, self._context.store
        faces = []
        for subject in store.shared.subjects.values():
            count = len(store.subject_needs(subject.id))
            if count:
                face = CardFace(
                    key=subject.id,
                    title=subject.name.in_language(t.language),
                    second=t.say_count("{count} role", "{count} roles", count),
                    text="",
                    icon="target",
                    colour=self._context.colours.accent,
                )
                faces.append(face)
        return faces

    def _head(self, parts: Parts, rings: SubjectRings) -> QWidget:
        t = parts.t
        every = parts.button(
            t.say("All subjects"), lambda: self.subject_asked.emit(None), face=CRUMB
        )
        name = rings.subject.name.in_language(t.language)
        title = parts.text(t.say("Where {subject} leads", subject=name), scale=1.6, strong=True)
        lead = parts.muted(
            t.say(
                "The nearer to the centre, the less schooling the work needs. "
                "A full disc needs this subject; for an outlined one it helps."
            ),
            scale=1.0,
        )
        chooser = self._chooser(parts)
        subject = rings.subject.id
        on_paper = parts.button(
            t.say("Print / PDF"), lambda: self.sheet_asked.emit(subject), icon="print"
        )
        if self._wide:
            line = row(title, chooser, on_paper, spacing=parts.px(10))
            line.setStretch(0, 1)
            words = column(row(every, None), line, lead, spacing=parts.px(4))
        else:
            words = column(row(every, None, chooser, on_paper), title, lead, spacing=parts.px(4))
        holder = QWidget()
        holder.setLayout(words)
        return holder

    def _chooser(self, parts: Parts) -> DropDown:
        """Return the list of subjects; choosing another shows it at once."""
        box = DropDown(parts.colours)
        box.setMaximumWidth(parts.px(_CHOOSER))
        box.setAccessibleName(parts.t.say("Subject"))
        for face in self._faces():
            box.addItem(face.title, face.key)
        box.setCurrentIndex(box.findData(self._subject))
        box.activated.connect(lambda number: self.subject_asked.emit(box.itemData(number)))
        self._first = box
        return box

    def _target(self, parts: Parts, rings: SubjectRings) -> Card:
        dark = self._context.colours is not theme.THEMES["light"]
        drawing = TargetDrawing(rings, parts.t, parts.colours, parts.percent, dark=dark)
        drawing.opened.connect(self.role_opened)
        return parts.card().add(drawing)

    def _ring_card(self, parts: Parts, ring: Ring) -> Card:
        t = parts.t
        card = parts.card(spacing=4)
        count = t.say_count("{count} role", "{count} roles", len(ring.roles))
        card.add(parts.heading(f"{ring_name(ring.kind, t)} · {count}"))
        for role in ring.roles:
            card.add(self._role(parts, role))
        return card

    def _role(self, parts: Parts, role: SubjectRole) -> QWidget:
        t = parts.t
        title = role.title.in_language(t.language)
        picture = parts.picture(
            icons.for_field(role.field.icon), colour=self._context.field_colour(role.field)
        )
        picture.setContentsMargins(0, parts.px(5), 0, 0)
        button = parts.button(title, lambda: self.role_opened.emit(role.id), face=CRUMB)
        needed = role.need is Need.REQUIRED
        chip = parts.chip(
            wording.label(role.need, t),
            colour=parts.colours.on_accent if needed else parts.colours.text,
            ground=parts.colours.accent if needed else parts.colours.sunken,
        )
        why = parts.muted(role.text.in_language(t.language))
        why.setContentsMargins(CRUMB_INSET, 0, 0, parts.px(4))
        head = row(button, chip, None, spacing=parts.px(6))
        line = row(spacing=parts.px(8))
        line.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(head, why, spacing=0), 1)
        holder = QWidget()
        holder.setLayout(line)
        return holder

    def _arrange_anew(self) -> None:
        """Lay target and list out anew once the window is so much wider or narrower."""
        if self._subject is not None and self._is_wide() != self._wide:
            self.rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange.start()
