"""The table that authors look at."""

from __future__ import annotations

from careerdesk.authoring import report
from careerdesk.authoring.read import read_draft
from careerdesk.authoring.report import RoleReport, measure
from written import Written


def of_the_baker(written: Written) -> RoleReport:
    role = read_draft(written.folder).roles[0].role
    assert role is not None
    return measure(role)


def test_a_role_is_counted(written: Written) -> None:
    found = of_the_baker(written)
    assert found.role == "baker"
    assert found.english_words > 300
    assert found.malay_words > 300
    assert found.grade < 5
    assert found.hype == 0
    assert found.figures == found.sourced == 9


def test_hype_and_figures_without_a_source_show(written: Written) -> None:
    written.role("en: Dough is alive.", "en: Dough is amazing and lucrative.")
    written.role("    source: example-survey        # hours need one\n", "")
    found = of_the_baker(written)
    assert found.hype == 2
    assert (found.figures, found.sourced) == (9, 8)


def test_the_table_has_a_heading_and_a_line_for_each_role(written: Written) -> None:
    heading, row = report(written.folder).splitlines()
    assert heading.split()[0] == "role"
    assert row.split()[0] == "baker"
    assert row.split()[-1] == "0"
