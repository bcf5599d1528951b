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


def test_the_balance_is_weighed(written: Written) -> None:
    even = of_the_baker(written).hardship
    assert 0.3 < even < 0.6
    written.role("      en: The room is hot, and a sack of flour is heavy.", "      en: Hot.")
    assert of_the_baker(written).hardship < even


def test_the_table_has_a_heading_a_line_for_each_role_and_medians(written: Written) -> None:
    heading, row, medians = (line.split() for line in report(written.folder).splitlines())
    assert heading[0] == "role"
    assert row[0] == "baker"
    assert row[-1] == "0"
    assert medians == ["median", *row[1:]]


def test_medians_are_of_all_roles(written: Written) -> None:
    text = written.file("roles/baker.yaml").read_text(encoding="utf-8")
    shorter = text.replace("id: baker", "id: cook", 1).replace("en: Dough is alive. You", "en: You")
    written.file("roles/cook.yaml").write_text(shorter, encoding="utf-8")
    _, *rows = (line.split() for line in report(written.folder).splitlines())
    (longer, less, middle) = (int(row[1]) for row in rows)
    assert longer - less == 3
    assert middle in {(longer + less) // 2, (longer + less) // 2 + 1}


def test_without_roles_there_is_only_the_heading(written: Written) -> None:
    written.file("roles/baker.yaml").unlink()
    assert len(report(written.folder).splitlines()) == 1
