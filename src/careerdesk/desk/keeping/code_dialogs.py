"""The dialogs around a resume code: getting one, and coming back with one."""

from __future__ import annotations

import math
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from careerdesk.desk.context import Context
from careerdesk.desk.dialog import Dialog
from careerdesk.desk.parts import column
from careerdesk.desk.pressables import PRIMARY
from careerdesk.desk.worker import Worker
from careerdesk.errors import CareerdeskError
from careerdesk.student import StudentFile
from careerdesk.student.profile_card import NICKNAME_LIMIT
from careerdesk.student.profiles import Kept, Profile, Profiles

CODE_LENGTH = 60
"""Characters that can be typed as a code; real ones are much shorter."""


class KeepDialog(Dialog):
    """Offers a code, and shows it once."""

    kept = Signal(object)
    """The :class:`Kept`: the student's work is there from now on."""

    def __init__(
        self, context: Context, profiles: Profiles, student: StudentFile, parent: QWidget
    ) -> None:
        self._profiles, self._student = profiles, student
        self._profile = profiles.profile_of(student)
        super().__init__(context, context.t.say("Keep my work"), parent)
        self.nickname = QLineEdit(self._profile.nickname if self._profile else "")
        self._offer()

    def _offer(self) -> None:
        t = self.t
        self.nickname.setMaxLength(NICKNAME_LIMIT)
        self.nickname.setAccessibleName(t.say("Nickname, if you like"))
        self.parts.dress(self.nickname)
        words = (
            t.say(
                "You get a new code. The old one will open nothing any more. What you have kept "
                "stays as it is."
            )
            if self._profile is not None
            else t.say(
                "You get a code of three short words. Whoever types it on this computer opens your "
                "work again, so only you should have it. Nobody asks for your name."
            )
        )
        self.show_parts(
            self.windowTitle(),
            self.parts.text(words),
            column(
                self.parts.subheading(t.say("Nickname, if you like")),
                self.nickname,
                self.parts.muted(t.say("Shown on this screen only. Do not use your real name.")),
                spacing=4,
            ),
            buttons=[
                self.parts.button(t.say("Not now"), self.reject),
                self.parts.button(t.say("Give me a code"), self.make_code, face=PRIMARY),
            ],
        )

    def make_code(self) -> None:
        """Make the code and show it, or say why there is none."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            kept = self._profiles.keep(self._student, self.nickname.text())
        except CareerdeskError as error:
            self.say(self.t.error(error), problem=True)
            return
        finally:
            QGuiApplication.restoreOverrideCursor()
        self.kept.emit(kept)
        self._show_code(kept)

    def _show_code(self, kept: Kept) -> None:
        t = self.t
        code = self.parts.text(kept.code, scale=2.4, strong=True, wrap=False)
        code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        code.setAccessibleName(t.say("Your code: {code}", code=kept.code))
        self.show_parts(
            t.say("This is your code"),
            self.parts.callout().add(code),
            self.parts.text(
                t.say(
                    "Write it down now, in your exercise book for instance. Nobody can look it up "
                    "later, not even your teacher."
                )
            ),
            self.parts.muted(
                t.say(
                    "Next time, choose “Open my work with a code” on this computer and type it. "
                    "For another computer, save a file to a USB stick."
                )
            ),
            buttons=[self.parts.button(t.say("I have written it down"), self.accept, face=PRIMARY)],
        )
        if kept.problem is not None:
            self.say(t.error(kept.problem), problem=True)


class EraseDialog(Dialog):
    """Asks whether all that is kept under a code should go; accepted, it should."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, context.t.say("Erase my work"), parent)
        t = self.t
        self.show_parts(
            self.windowTitle(),
            self.parts.text(
                t.say(
                    "Your shortlist, notes, skills and answers are erased from this computer, with "
                    "every copy of them, and your code opens nothing any more."
                )
            ),
            self.parts.muted(
                t.say(
                    "You can undo that for a moment, and later nobody can. Files that you saved to "
                    "a USB stick stay as they are."
                )
            ),
            buttons=[
                self.parts.button(t.say("Erase everything"), self.accept),
                self.parts.button(t.say("Cancel"), self.reject, face=PRIMARY),
            ],
        )


class OpenDialog(Dialog):
    """Asks for a code and finds the work that it opens."""

    found = Signal(object)
    """The :class:`Profile` to open."""

    def __init__(
        self, context: Context, profiles: Profiles, worker: Worker, parent: QWidget
    ) -> None:
        super().__init__(context, context.t.say("Open my work"), parent)
        self._profiles, self._worker = profiles, worker
        t = self.t
        self.code = QLineEdit()
        self.code.setMaxLength(CODE_LENGTH)
        self.code.setAccessibleName(t.say("Your code"))
        self.code.setPlaceholderText("juta-rimu-sika")
        self.parts.dress(self.code)
        self._open = self.parts.button(t.say("Open"), self.try_code, face=PRIMARY)
        self._pause = QTimer(self)
        self._pause.timeout.connect(self._show_pause)
        self.show_parts(
            self.windowTitle(),
            column(
                self.parts.subheading(t.say("Your code")),
                self.code,
                self.parts.muted(t.say("Three short words. Capitals and spaces do not matter.")),
                spacing=4,
            ),
            *self._left_behind(),
            buttons=[self.parts.button(t.say("Cancel"), self.reject), self._open],
        )
        self.code.setFocus()
        self._show_pause()

    def try_code(self) -> None:
        """Look for the work that the typed code opens, beside the window."""
        typed = self.code.text()
        if not typed.strip():
            self.code.setFocus()
            return
        self._open.setEnabled(False)
        self.say(self.t.say("Looking …"))
        self._worker.run(lambda: self._profiles.find(typed), self._on_found, self._on_failed)

    def _on_found(self, profile: object) -> None:
        self.accept()
        self.found.emit(profile)

    def _on_failed(self, error: CareerdeskError) -> None:
        self.say(self.t.error(error), problem=True)
        self.code.selectAll()
        self.code.setFocus()
        self._open.setEnabled(True)
        self._show_pause()

    def _show_pause(self) -> None:
        """Keep the button shut for as long as no code may be tried."""
        seconds = math.ceil(self._profiles.wait())
        if seconds <= 0:
            self._pause.stop()
            self._open.setText(self.t.say("Open"))
            self._open.setEnabled(True)
            return
        self._open.setEnabled(False)
        self._open.setText(self.t.say_count("Wait {count} second", "Wait {count} seconds", seconds))
        self._pause.start(500)

    def _left_behind(self) -> list[QWidget]:
        """Return what opens work that guests left here without a code, the latest first."""
        left = [profile for profile in self._profiles.known() if not profile.has_code][:5]
        if not left:
            return []
        card = self.parts.card()
        card.add(self.parts.subheading(self.t.say("Left on this computer without a code")))
        for profile in left:
            card.add(self._choice(profile))
        return [card]

    def _choice(self, profile: Profile) -> QWidget:
        day = self.t.date(date.fromisoformat(profile.card.used_on))
        words = self.t.say("Work of a guest, {day}", day=day)
        return self.parts.button(words, lambda: self._on_found(profile))
