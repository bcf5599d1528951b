"""What a second start asks, when the work is open in another CareerDesk."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from careerdesk.desk.context import Context
from careerdesk.desk.dialog import Dialog
from careerdesk.desk.pressables import PRIMARY
from careerdesk.errors import N_, CareerdeskError
from careerdesk.student import StudentFile, StudentFileInUse
from careerdesk.student.places import Places
from careerdesk.student.take_over import Request

ASK_AGAIN_MS = 100


class NotKept(CareerdeskError):
    """The student chose to look around while their work is open elsewhere."""

    sentence = N_(
        "Your work is open in another CareerDesk. You can use everything here, but what you keep "
        "will be gone when you close this window."
    )


class ElsewhereDialog(Dialog):
    """Offers to go on here instead, or to look around without keeping anything."""

    def __init__(
        self,
        context: Context,
        problem: StudentFileInUse,
        places: Places,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, "CareerDesk", parent)
        self.student: StudentFile | None = None
        """What to go on with; None when the student wants to close."""
        self._places = places
        self._request: Request | None = None
        self._again = QTimer(self)
        self._again.setInterval(ASK_AGAIN_MS)
        self._again.timeout.connect(self._try)
        t = self.t
        self._here = self.parts.button(t.say("Use it here instead"), self.ask, face=PRIMARY)
        self.show_parts(
            t.say("Your work is open already"),
            self.parts.text(t.error(problem)),
            buttons=[
                self.parts.button(t.say("Close"), self.reject),
                self.parts.button(t.say("Only look around"), self.look_around),
                self._here,
            ],
        )

    def ask(self) -> None:
        """Ask the other CareerDesk to let go, and go on here once it has."""
        self._here.setEnabled(False)
        self.say(self.t.say("The other window is asked to save and let go …"))
        self._request = Request(self._places.working, self._places.home)
        self._again.start()

    def look_around(self) -> None:
        """Go on with nothing kept."""
        self._stop()
        self.student = StudentFile.in_memory(NotKept())
        self.accept()

    def reject(self) -> None:
        self._stop()
        super().reject()

    def _try(self) -> None:
        assert self._request is not None
        try:
            self.student = self._request.try_open()
            if self.student is None and self._request.is_over:
                self.student = self._request.take()
        except CareerdeskError as error:
            self._stop()
            self._here.setEnabled(True)
            self.say(self.t.error(error), problem=True)
            return
        if self.student is not None:
            self._stop()
            self.accept()

    def _stop(self) -> None:
        self._again.stop()
        if self._request is not None:
            self._request.withdraw()
            self._request = None
