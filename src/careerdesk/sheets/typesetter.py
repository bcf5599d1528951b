"""The one door to typst: templates and data in, a tagged PDF or pictures of its pages out."""

from __future__ import annotations

import json
import logging
import operator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Generic, TypeVar

from careerdesk import resources
from careerdesk.errors import N_, CareerdeskError, DamagedInstallation, ExitCode

FONT_FAMILY = "Noto Sans"
STANDARDS = ["ua-1", "a-2a"]
"""For everybody to read, and to be kept: ISO 14289-1 and ISO 19005-2, level A."""

log = logging.getLogger(__name__)

Result = TypeVar("Result")


class SheetProblem(CareerdeskError):
    """A sheet could not be typeset."""

    sentence = N_(
        "The sheet “{title}” could not be made ({detail}). Nothing was saved; "
        "please tell whoever looks after CareerDesk here."
    )
    exit_code = ExitCode.DAMAGED


@dataclass(frozen=True, slots=True)
class Typeset(Generic[Result]):
    """A sheet as it was set."""

    result: Result
    holds: tuple[bool, ...]
    """For each of the pages that have to: whether all of it is on one page."""


class Typesetter:
    """A typst compiler with our templates and our fonts, and nothing of the computer's own.

    It may be used from any thread; one sheet is typeset at a time.
    """

    def __init__(self, templates: Path, fonts: Path) -> None:
        import typst

        bundled = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts]
        )
        if FONT_FAMILY not in bundled.families():
            raise DamagedInstallation(part="resources/fonts")
        self._templates = templates
        self._compiler = typst.Compiler(
            root=templates, font_paths=bundled, ignore_system_fonts=True
        )
        self._failure = typst.TypstError
        self._lock = Lock()

    def pdf(self, template: str, sheet: Mapping[str, object], today: date) -> Typeset[bytes]:
        """Set ``sheet`` in ``template`` as PDF; the same input gives the same bytes.

        Raises:
            SheetProblem: if the template is damaged or a character has no glyph in our fonts.
        """
        return self._compile(template, sheet, today, format="pdf", pdf_standards=STANDARDS)

    def pictures(
        self, template: str, sheet: Mapping[str, object], today: date, resolution: float
    ) -> Typeset[list[bytes]]:
        """Set ``sheet`` as a PNG for each page, of ``resolution`` dots per inch.

        Raises:
            SheetProblem: as :meth:`pdf` does.
        """
        made = self._compile(template, sheet, today, format="png", ppi=resolution)
        pages = made.result if isinstance(made.result, list) else [made.result]
        return Typeset(pages, made.holds)

    def _compile(
        self, template: str, sheet: Mapping[str, object], today: date, **how: Any
    ) -> Typeset[Any]:
        try:
            with self._lock:
                result, warnings = self._compiler.compile_with_warnings(
                    input=self._templates / f"{template}.typ",
                    sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)},
                    timestamp=datetime.combine(today, time(), UTC),
                    **how,
                )
                marks = json.loads(self._compiler.query("<span>", field="value"))
        except self._failure as error:
            detail = error.message.splitlines()[0][:160]
            raise SheetProblem(title=sheet["title"], detail=detail) from error
        for warning in warnings:
            log.warning("%s: %s", template, warning.message)
        # Two marks for each page, with the numbers of the pages on which it begins and ends.
        return Typeset(result, tuple(map(operator.eq, marks[::2], marks[1::2])))


@cache
def typesetter() -> Typesetter:
    """Return the typesetter of this process, which keeps templates and fonts in memory."""
    return Typesetter(resources.path("sheets"), resources.path("fonts"))
