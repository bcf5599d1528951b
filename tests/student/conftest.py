"""A folder for a student file, and one that is open in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from careerdesk.student import StudentFile


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a student file will lie; it is not there yet."""
    return tmp_path / "share" / "careerdesk"


@pytest.fixture
def student(folder: Path) -> Iterator[StudentFile]:
    """A new student file."""
    with StudentFile.open(folder) as file:
        yield file
