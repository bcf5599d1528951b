"""The places of the window that a test of all of them goes to."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from careerdesk.catalogue.search import Filter, Kind, Search
from careerdesk.catalogue.text import Text
from careerdesk.desk.places import (
    ComparePlace,
    ExplorePlace,
    Place,
    RolePlace,
    ShortlistPlace,
    SkillPlace,
    SubjectPlace,
)
from careerdesk.desk.role.page import TABS
from careerdesk.desk.window import MainWindow

ENGINEER = "machine-learning-engineer"
PLACES: list[Place] = [
    ExplorePlace(),
    ExplorePlace(Search("zzqq")),
    ExplorePlace(Search("machne lerning enginer tecnology statistcs")),
    ExplorePlace(Search().adding(Kind.FIELD, "computing")),
    ExplorePlace(Search("data", (Filter(Kind.ROUTE, "university"), Filter(Kind.PAY, "1500")))),
    *(RolePlace(ENGINEER, tab) for tab in TABS),
    RolePlace("nurse", "scores"),
    ShortlistPlace(),
    ComparePlace(),
    ComparePlace(differences=True),
    SubjectPlace(),
    SubjectPlace("maths"),
    SkillPlace("python"),
]


def name_of(place: Place) -> str:
    """Return a short name for ``place``, for the name of a test."""
    values = [getattr(place, name) for name in place.__slots__]
    values = [value.as_text() if isinstance(value, Search) else value for value in values]
    return "-".join(str(part) for part in (type(place).__name__, *values) if part)


each_place = pytest.mark.parametrize("place", PLACES, ids=name_of)


def show(window: MainWindow, place: Place) -> None:
    """Go to ``place``; the shortlist holds a role and one that was retired.

    Three roles are side by side.
    """
    student = window.context.student
    student.add(ENGINEER, Text("Machine Learning Engineer", "Jurutera Pembelajaran Mesin"))
    student.add("flash-developer", Text("Flash Developer", "Pembangun Flash"))
    window.context.tray.put((ENGINEER, "nurse", "data-analyst"))
    window.context.charts.load_now()
    window.go(place)
    window.explore.answers.settle()
    if isinstance(place, RolePlace):
        window.role_page.current_tab().complete()
    elif isinstance(place, ComparePlace):
        window.pages.compare.scroll.complete()
    QApplication.processEvents()
