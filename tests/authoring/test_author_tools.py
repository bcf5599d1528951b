"""The tools that authors run beside the checker."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from careerdesk.authoring import Severity
from written import Written

TOOLS = Path(__file__).parents[2] / "packaging" / "tools"


def test_published_ids_are_noted_and_stay_noted(
    written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    tool = importlib.import_module("note_shipped")
    written.file("shipped.yaml").write_text("skills: [sifting]\n")
    assert tool.main(written.folder) == 0
    text = written.file("shipped.yaml").read_text(encoding="utf-8")
    assert "roles:\n  - baker\n" in text
    assert "skills:\n  - cleanliness\n  - dough\n  - oven\n  - sifting\n" in text
    errors = [fault for fault in written.faults() if fault.severity is Severity.ERROR]
    assert ["`sifting` was published" in fault.message for fault in errors] == [True]


def test_nothing_is_noted_while_a_file_is_broken(
    written: Written, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    tool = importlib.import_module("note_shipped")
    written.role("    need: helpful", "    need: nice")
    assert tool.main(written.folder) == 1
    assert "catalogue check" in capsys.readouterr().err
    assert not written.file("shipped.yaml").exists()
