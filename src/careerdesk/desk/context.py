"""What every page of the window shares: the catalogue, the student's file, and the look."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from careerdesk.desk import theme
from careerdesk.errors import CareerdeskError
from careerdesk.i18n import LANGUAGES, Translator, translator

if TYPE_CHECKING:
    from careerdesk.catalogue import Store
    from careerdesk.catalogue.glossary import Glossary
    from careerdesk.catalogue.shared import Field
    from careerdesk.desk.charts.loading import ChartLoader
    from careerdesk.desk.tray import Tray
    from careerdesk.student import Change, StudentFile


class Look(NamedTuple):
    """The choices that a student makes about the window."""

    language: str = "ms"
    theme: str = "system"
    percent: int = 100


class Context(QObject):
    """Holds what the pages share, and tells them when it changes."""

    look_changed = Signal()
    student_changed = Signal(object)
    student_replaced = Signal()
    """Another student's work is open now."""
    problem = Signal(object)
    """A :class:`CareerdeskError` that the student should read."""

    def __init__(self, store: Store, student: StudentFile, *, today: date, look: Look) -> None:
        super().__init__()
        self.store = store
        self.student = student
        self.today = today
        self.look = look
        self.t: Translator = translator(look.language)
        self.colours = theme.colours(look.theme)
        self._glossaries: dict[str, Glossary] = {}
        student.changed.connect(self._on_student_changed)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_theme_changed)

    @cached_property
    def charts(self) -> ChartLoader:
        """What brings in the chart library, made when somebody first thinks of charts."""
        from careerdesk.desk.charts.loading import ChartLoader

        return ChartLoader(parent=self)

    @property
    def glossary(self) -> Glossary:
        """The glossary in the language of the interface, made on first use."""
        language = self.look.language
        if language not in self._glossaries:
            from careerdesk.catalogue.glossary import Glossary

            self._glossaries[language] = Glossary(self.store.shared.terms.values(), language)
        return self._glossaries[language]

    @cached_property
    def tray(self) -> Tray:
        """The roles that are put side by side."""
        from careerdesk.desk.tray import Tray

        return Tray(self)

    @property
    def language(self) -> str:
        """The language of the interface: ``en`` or ``ms``."""
        return self.look.language

    @property
    def percent(self) -> int:
        """The size of text, in percent of the usual one."""
        return self.look.percent

    def field_colour(self, field: Field) -> str:
        """Return the colour of ``field`` that is legible in the present theme."""
        return field.colour if self.colours is theme.THEMES["light"] else field.colour_dark

    def change_look(self, **changes: object) -> None:
        """Change language, theme or text size, everywhere at once, and remember it."""
        look = self.look._replace(**changes)  # type: ignore[arg-type]
        if look == self.look:
            return
        self._wear(look)
        for name, value in changes.items():
            self.attempt(lambda n=name, v=value: self.student.set_preference(n, str(v)))

    def adopt(self, student: StudentFile, *, keep_look: bool = False) -> None:
        """Go on with the work of another student, in the look that they chose."""
        self.student.changed.disconnect(self._on_student_changed)
        self.student = student
        student.changed.connect(self._on_student_changed)
        look = self.look if keep_look else remembered_look(student)
        if look != self.look:
            self._wear(look)
        self.student_replaced.emit()

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do ``action`` on the student's file; show its problem if it fails.

        Returns whether it succeeded.
        """
        try:
            action()
        except CareerdeskError as error:
            self.problem.emit(error)
            return False
        return True

    def _wear(self, look: Look) -> None:
        self.look = look
        self.t = translator(look.language)
        self.colours = theme.colours(look.theme)
        self.look_changed.emit()

    def _on_student_changed(self, change: Change) -> None:
        self.student_changed.emit(change)

    def _on_system_theme_changed(self) -> None:
        if self.look.theme == "system":
            self.colours = theme.colours("system")
            self.look_changed.emit()


def remembered_look(student: StudentFile) -> Look:
    """Return the look that the student's file remembers; what it does not know is as usual."""
    usual = Look()
    language = student.preference("language", usual.language)
    theme_name = student.preference("theme", usual.theme)
    percent = student.preference("percent", str(usual.percent))
    return Look(
        language=language if language in LANGUAGES else usual.language,
        theme=theme_name if theme_name in theme.THEME_NAMES else usual.theme,
        percent=int(percent) if percent in map(str, theme.TEXT_SIZES) else usual.percent,
    )
