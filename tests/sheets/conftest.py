"""A watched sheet maker, for tests that compare a PDF with what went into it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from careerdesk.authoring import Content
from careerdesk.catalogue.role import Role
from careerdesk.sheets.typesetter import Typeset, Typesetter
from careerdesk.sheets.writing import Block
from sheet_reading import Sheet, sheet_of

Maker = Callable[[Content, Role, str], Sheet]


@pytest.fixture
def make(monkeypatch: pytest.MonkeyPatch) -> Maker:
    """Return a function that makes the sheet of a role and keeps its data."""
    seen: list[Block] = []
    original = Typesetter.pdf

    def watched(self: Typesetter, template: str, sheet: Block, today: date) -> Typeset[bytes]:
        seen.append(sheet)
        return original(self, template, sheet, today)

    monkeypatch.setattr(Typesetter, "pdf", watched)

    def make_sheet(content: Content, role: Role, language: str) -> Sheet:
        pdf = sheet_of(content, role, language)
        return Sheet(pdf, seen[-1])

    return make_sheet
