"""What the tests of the student's work in the window share."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerdesk.student import StudentFile


@pytest.fixture
def work_folder(student: StudentFile) -> Path:
    assert student.path is not None
    return student.path.parent
