"""A watched sheet maker, for tests that compare a PDF with what went into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from careerdesk.authoring import Content
from careerdesk.authoring.build import build
from careerdesk.catalogue import Store
from careerdesk.catalogue.role import Role
from careerdesk.sheets.typesetter import Typeset, Typesetter
from careerdesk.sheets.writing import Block
from sheet_reading import Sheet, real_content, sheet_of

Maker = Callable[[Content, Role, str], Sheet]


@pytest.fixture(scope="session")
def real_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return the real catalogue, open."""
    path = tmp_path_factory.mktemp("real") / "catalogue.sqlite"
    build(real_content(), path)
    with Store.open(path) as opened:
        yield opened


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
