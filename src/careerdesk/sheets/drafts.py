"""A sheet on its way to paper: its template, its pages, and the data that they make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from careerdesk.sheets.fitting import Page
from careerdesk.sheets.typesetter import Typeset, typesetter
from careerdesk.sheets.writing import Block

Made = TypeVar("Made")


@dataclass(frozen=True)
class Draft:
    """A sheet of which some pages still look for a setting that holds."""

    template: str
    """Name of the template, without its ending."""
    today: date
    pages: Sequence[Page]
    """Those that have to hold, in their order; each tells its template where it ends."""
    content: Callable[[], Block]
    """Returns all that the template needs, with the pages as they are set now."""

    def as_pdf(self) -> bytes:
        """Return the sheet as a PDF; the same sheet gives the same bytes.

        Raises:
            SheetProblem: if it cannot be typeset.
        """
        return self._settled(lambda data: typesetter().pdf(self.template, data, self.today))

    def as_pictures(self, resolution: float) -> list[bytes]:
        """Return the pages as PNG pictures of ``resolution`` dots per inch.

        Raises:
            SheetProblem: if it cannot be typeset.
        """
        return self._settled(
            lambda data: typesetter().pictures(self.template, data, self.today, resolution)
        )

    def _settled(self, typeset: Callable[[Block], Typeset[Made]]) -> Made:
        """Typeset until every page holds, or has nothing left to leave out."""
        while True:
            done = typeset(self.content())
            crowded = [
                page for page, holds in zip(self.pages, done.holds, strict=True) if not holds
            ]
            if sum(page.go_on() for page in crowded) == 0:
                return done.result
