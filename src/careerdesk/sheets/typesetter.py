"""The one door to typst: templates and data in, a tagged PDF out."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from threading import Lock

from careerdesk import resources
from careerdesk.errors import N_, CareerdeskError, DamagedInstallation, ExitCode

FONT_FAMILY = "Noto Sans"

log = logging.getLogger(__name__)


class SheetProblem(CareerdeskError):
    """A sheet could not be typeset."""

    sentence = N_(
        "The sheet “{title}” could not be made ({detail}). Nothing was saved; "
        "please tell whoever looks after CareerDesk here."
    )
    exit_code = ExitCode.DAMAGED


@dataclass(frozen=True, slots=True)
class Typeset:
    """A sheet as it was set."""

    pdf: bytes
    pages: tuple[float, ...]
    """How many pages each of its parts took; it holds when that is at most 1."""


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

    def typeset(self, template: str, sheet: Mapping[str, object], today: date) -> Typeset:
        """Set ``sheet`` in ``template`` as PDF/UA-1; the same input gives the same bytes.

        Raises:
            SheetProblem: if the template is damaged or a character has no glyph in our fonts.
        """
        try:
            with self._lock:
                pdf, warnings = self._compiler.compile_with_warnings(
                    input=self._templates / template,
                    format="pdf",
                    sys_inputs={"sheet": json.dumps(sheet, ensure_ascii=False)},
                    pdf_standards=["ua-1"],
                    timestamp=datetime.combine(today, time(), UTC),
                )
                ends = self._compiler.query("<end>", field="value")
        except self._failure as error:
            detail = error.message.splitlines()[0][:160]
            raise SheetProblem(title=sheet["title"], detail=detail) from error
        for warning in warnings:
            log.warning("%s: %s", template, warning.message)
        if not isinstance(pdf, bytes):
            raise SheetProblem(title=sheet["title"], detail=template)
        return Typeset(pdf, _pages(json.loads(ends)))


def _pages(ends: list[dict[str, float]]) -> tuple[float, ...]:
    """Return how many pages each part took, from where its template says that it ended."""
    pages, before = [], 0.0
    for end in ends:
        pages.append(end["page"] - 1 - before + end["share"])
        before = end["page"]
    return tuple(pages)


@cache
def typesetter() -> Typesetter:
    """Return the typesetter of this process, which keeps templates and fonts in memory."""
    return Typesetter(resources.path("sheets"), resources.path("fonts"))
