"""The facts tool, on small tables of the same form as the official ones."""

from __future__ import annotations

import importlib
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest

from careerdesk.authoring import read_content
from written import Written

TOOLS = Path(__file__).parents[2] / "packaging" / "tools"
CODE = "2024 National Employment Matrix code"


@pytest.fixture(scope="module")
def tool() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(TOOLS))
        yield importlib.import_module("take_facts")


_ONET_HEADER = "O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tDate\tBy\n"
ONET_INTERESTS = f"""{_ONET_HEADER}51-3011.00\t1\tRealistic\tOI\t6.50\t11/2023\tMachine "Learning
51-3011.00\t1\tInvestigative\tOI\t2.00\t11/2023\tMachine Learning
51-3011.00\t1\tArtistic\tOI\t3.00\t11/2023\tMachine Learning
51-3011.00\t1\tSocial\tOI\t1.50\t11/2023\tMachine Learning
51-3011.00\t1\tEnterprising\tOI\t2.50\t11/2023\tMachine Learning
51-3011.00\t1\tConventional\tOI\t4.00\t11/2023\tMachine Learning
51-3011.00\t1\tFirst Interest High-Point\tIH\t1.00\t11/2023\tMachine Learning
"""
ONET_STYLES = f"""{_ONET_HEADER}51-3011.00\t1\tSocial Orientation\tWI\t-0.50\t12/2025\tExpert
51-3011.00\t1\tSocial Orientation\tDR\t9.00\t12/2025\tExpert
51-3011.00\t1\tInnovation\tWI\t2.00\t12/2025\tExpert
29-1141.00\t1\tSocial Orientation\tWI\t2.50\t12/2025\tExpert
"""
EXPOSURE = """O*NET-SOC Code,Title,dv_rating_alpha,dv_rating_beta
51-3011.00,Bakers,0,0.10
29-1141.00,Nurses,0,0.30
29-1141.01,"Nurses, acute",0,0.50
15-2051.00,Data Scientists,0,0.90
15-2051.01,Analysts,0,0.70
"""
OBSERVED = "occ_code,title,observed_exposure\n51-3011,Bakers,0.0125\n"
MYCOL = """masco_4digit,short_title,in_2019_2020,in_2020_2021,in_2022_2023,in_2024_2025
7512,Bakers,0,1,0,1
"""


def workbook(path: Path, sheets: dict[str, list[list[object]]]) -> None:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    folder = tmp_path / "tables"
    (folder / "db_30_1_text").mkdir(parents=True)
    (folder / "db_30_1_text" / "Interests.txt").write_text(ONET_INTERESTS)
    (folder / "db_30_1_text" / "Work Styles.txt").write_text(ONET_STYLES)
    (folder / "occ_level.csv").write_text(EXPOSURE)
    (folder / "job_exposure.csv").write_text(OBSERVED)
    (folder / "mycol_editions.csv").write_text(MYCOL)
    header = ["2024 National Employment Matrix title", CODE, "Occupation type"]
    header += ["Employment change, percent, 2024–34"]
    header += ["Occupational openings, 2024–34 annual average"]
    header += ["Work experience in a related occupation"]
    occupations: list[list[object]] = [
        ["Table 1.2 Occupational projections"],
        header,
        ["Total, all occupations", "00-0000", "Summary", 3.1, 18863.3, "—"],
        ["  Bakers", "51-3011", "Line item", 6.1, 34.5, "None"],
        ["  Nurses", "29-1141", "Line item", 4.9, 189.1, "Less than 5 years"],
        ["  Chefs", "35-1011", "Line item", 6.1, 24.4, "5 years or more"],
        ["  Clerks", "43-9022", "Line item", -36.1, "—", "None"],
        ["[1] A footnote", None, None],
    ]
    skills: list[list[object]] = [
        ["Table 6.5 Percentile rank of detailed occupations by skill, 2024"],
        ["Title", CODE, "Interpersonal", "Leadership", "Writing and reading"],
        ["Bakers", "51-3011", 12, 20, 5],
    ]
    index: list[list[object]] = [["contents"], ["Table 1.2"]]
    workbook(folder / "occupation.xlsx", {"Index": index, "Table 1.2": occupations})
    workbook(folder / "skills.xlsx", {"Index": index, "Table 6.5": skills})
    return folder


def test_a_percentile_is_the_mean_of_the_share_below_and_at_or_below(tool: ModuleType) -> None:
    ranks = tool.percentiles({"a": 1, "b": 2, "c": 2, "d": 5})
    assert ranks == {"a": 12.5, "b": 50, "c": 50, "d": 87.5}
    assert tool.percentiles({"only": 7}) == {"only": 50}


def facts_of(tool: ModuleType, tables: Path, code: str) -> dict[str, float]:
    return {name.value: value for name, value, _ in tool.read_tables(tables).about(code)}


def test_the_numbers_of_an_occupation(tool: ModuleType, tables: Path) -> None:
    assert facts_of(tool, tables, "51-3011.00") == {
        "social_orientation": -0.5,
        "social_orientation_percentile": 25,
        "interest_r": 6.5,
        "interest_i": 2,
        "interest_a": 3,
        "interest_s": 1.5,
        "interest_e": 2.5,
        "interest_c": 4,
        "growth_percent": 6.1,
        "growth_percentile": 75,
        "openings_thousands": 34.5,
        "openings_percentile": 50,
        "newcomer_openness": 1,
        "interpersonal_percentile": 12,
        "exposure_beta": 0.1,
        "exposure_percentile": 16.67,
        "observed_exposure": 0.0125,
    }


def test_exposure_is_averaged_over_the_codes_below_six_digits(
    tool: ModuleType, tables: Path
) -> None:
    first, second = (facts_of(tool, tables, f"29-1141.0{part}") for part in (0, 1))
    assert first["exposure_beta"] == second["exposure_beta"] == 0.4
    assert first["newcomer_openness"] == 0.5
    assert "social_orientation" not in second


def test_a_dash_is_no_number(tool: ModuleType, tables: Path) -> None:
    found = facts_of(tool, tables, "43-9022.00")
    assert found["growth_percentile"] == 12.5
    assert "openings_percentile" not in found


def test_the_block_is_replaced_and_nothing_else(
    tool: ModuleType, tables: Path, written: Written
) -> None:
    file = written.file("roles/baker.yaml")
    before, _, _ = file.read_text(encoding="utf-8").partition("facts:")
    arguments = [str(tables), str(file), "--taken-on", "2026-11-20"]
    assert tool.main(arguments) == 0
    text = file.read_text(encoding="utf-8")
    assert text.startswith(before + "facts:\n  # Written by")
    assert text.count("facts:") == 1
    assert '{name: mycol_2020_21, code: "7512", value: 1, source: mycol-editions}' in text
    again = [*arguments[:3], "2026-11-21"]
    assert tool.main(again) == 0
    assert file.read_text(encoding="utf-8") == text, "a new day alone changes nothing"


def test_facts_become_scores(tool: ModuleType, tables: Path, written: Written) -> None:
    source = written.file("sources.yaml")
    record = source.read_text(encoding="utf-8").partition("example-page:")[0].partition("\n")[2]
    names = (tool.ONET, tool.PROJECTIONS, tool.EXPOSURE, tool.OBSERVED, tool.MYCOL)
    with source.open("a", encoding="utf-8") as file:
        file.write("".join(f"{name}:\n{record}" for name in names))
    assert tool.main([str(tables), str(written.file("roles/baker.yaml"))]) == 0
    (role,) = read_content(written.folder).roles
    derived = {score.key.value: score.value for score in role.scores if score.method}
    assert derived == {
        "malaysia_demand": 60,
        "global_demand": 63,
        "future_relevance": 75,
        "fresh_graduate": 50,
        "introvert": 75,
        "extrovert": 19,
        "ai_exposure": 17,
    }
    assert [item.value for item in role.interests] == [92, 17, 33, 8, 25, 50]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id: x\n", "id: x\nfacts: 1\n"),
        ("id: x", "id: x\nfacts: 1\n"),
        ("facts:\n  a: 1\n\n  b: 2\nid: x\n", "facts: 1\nid: x\n"),
        ("id: x\nfacts: {a: 1}\n# the end\n", "id: x\nfacts: 1\n# the end\n"),
    ],
)
def test_where_the_block_goes(tool: ModuleType, text: str, expected: str) -> None:
    assert tool.with_facts(text, "facts: 1\n") == expected


def test_line_ends_of_windows_stay(tool: ModuleType, tables: Path, written: Written) -> None:
    file = written.file("roles/baker.yaml")
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert tool.main([str(tables), str(file)]) == 0
    content = file.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert b"mycol_2019_20" in content


@pytest.mark.parametrize("missing", ["occupation.xlsx", "occ_level.csv", "db_30_1_text"])
def test_a_missing_table_is_said_and_changes_nothing(
    tool: ModuleType,
    tables: Path,
    written: Written,
    missing: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    gone = tables / missing
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    file = written.file("roles/baker.yaml")
    before = file.read_bytes()
    assert tool.main([str(tables), str(file)]) == 1
    assert str(tables) in capsys.readouterr().err
    assert file.read_bytes() == before


@pytest.mark.parametrize("spoilt", ["occupation.xlsx", "occ_level.csv"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"no table at all"])
def test_a_table_that_is_none_is_said_and_changes_nothing(
    tool: ModuleType,
    tables: Path,
    written: Written,
    spoilt: str,
    content: bytes,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tables / spoilt).write_bytes(content)
    file = written.file("roles/baker.yaml")
    before = file.read_bytes()
    assert tool.main([str(tables), str(file)]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert file.read_bytes() == before


def test_a_word_for_a_number_is_said(
    tool: ModuleType, tables: Path, written: Written, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tables / "occ_level.csv"
    header, *rows = table.read_text(encoding="utf-8").splitlines()
    place = header.split(",").index("dv_rating_beta")
    cells = rows[0].split(",")
    cells[place] = "n/a"
    table.write_text("\n".join([header, ",".join(cells)]), encoding="utf-8")
    assert tool.main([str(tables), str(written.file("roles/baker.yaml"))]) == 1
    assert "'n/a'" in capsys.readouterr().err


def test_a_file_that_is_no_role_is_said_and_left(
    tool: ModuleType, tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "baker.yaml"
    for text in ("", "- a list", "id: [", "id: x\nid: y\n"):
        file.write_text(text, encoding="utf-8")
        assert tool.main([str(tables), str(file)]) == 1
        assert "is not a role" in capsys.readouterr().err
        assert file.read_text(encoding="utf-8") == text
