"""Take a role's numbers from the official tables and write them into its file.

    python packaging/tools/take_facts.py TABLES data/roles/nurse.yaml ...

TABLES is a folder that holds the downloads as they were published, in any subfolders: the text
files of O*NET, the workbooks of the BLS projections, ``occ_level.csv`` of GPTs-are-GPTs,
``job_exposure.csv`` of observed exposure, and ``mycol_editions.csv``. A role says by its ``onet:``
codes and its ``masco_code`` what it is measured by. The ``facts:`` block at the end of its file is
replaced, and nothing else in it changes.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import openpyxl

from careerdesk.authoring.facts import FactName
from careerdesk.authoring.yaml_lines import read_document
from careerdesk.errors import CareerdeskError
from careerdesk.files import write_whole

ONET = "onet-30-1"
PROJECTIONS = "bls-projections-2024-34"
EXPOSURE = "gpts-are-gpts"
OBSERVED = "observed-exposure"
MYCOL = "mycol-editions"

CODE = "2024 National Employment Matrix code"
GROWTH = "Employment change, percent, 2024-34"
OPENINGS = "Occupational openings, 2024-34 annual average"
EXPERIENCE = "Work experience in a related occupation"
OPENNESS = {"None": 1.0, "Less than 5 years": 0.5, "5 years or more": 0.1}

_EDITIONS = {
    FactName.MYCOL_2019_20: "in_2019_2020",
    FactName.MYCOL_2020_21: "in_2020_2021",
    FactName.MYCOL_2022_23: "in_2022_2023",
    FactName.MYCOL_2024_25: "in_2024_2025",
}
_INTERESTS = {
    "Realistic": FactName.INTEREST_R,
    "Investigative": FactName.INTEREST_I,
    "Artistic": FactName.INTEREST_A,
    "Social": FactName.INTEREST_S,
    "Enterprising": FactName.INTEREST_E,
    "Conventional": FactName.INTEREST_C,
}
_HEADER_WITHIN = 5
"""Rows at the top of a sheet among which its header stands."""
_NOTE = "  # Written by packaging/tools/take_facts.py; run it again rather than edit this."


class TableProblem(Exception):
    """A table is missing, or is not what it was."""


@dataclass(slots=True)
class Tables:
    """The numbers of all occupations: for each fact its source and its value by code."""

    values: dict[FactName, tuple[str, Mapping[str, float]]] = field(default_factory=dict)
    """By O*NET-SOC code, by six-digit SOC code or by MASCO unit group."""

    def about(self, code: str) -> Iterator[tuple[FactName, float, str]]:
        """Yield name, value and source of all that is known about an O*NET or MASCO ``code``."""
        for name, (source, values) in self.values.items():
            if name in _EDITIONS:
                continue
            value = values.get(code, values.get(code[:7]))
            if value is not None:
                yield name, value, source

    def listed(self, unit_group: str) -> Iterator[tuple[FactName, float, str]]:
        """Yield for each edition of MyCOL whether it lists ``unit_group``."""
        for name in _EDITIONS:
            source, values = self.values[name]
            yield name, values.get(unit_group, 0.0), source


def percentiles(values: Mapping[str, float]) -> dict[str, float]:
    """Return for each key the mean of the share below it and the share at or below it, in %."""
    ordered = sorted(values.values())
    first: dict[float, int] = {}
    count: dict[float, int] = defaultdict(int)
    for place, value in enumerate(ordered):
        first.setdefault(value, place)
        count[value] += 1
    return {
        key: round(100 * (first[value] + count[value] / 2) / len(ordered), 2)
        for key, value in values.items()
    }


def read_tables(folder: Path) -> Tables:
    """Read every table below ``folder``.

    Raises:
        TableProblem: when one is missing or lacks a column.
    """
    tables = Tables()
    _read_onet(folder, tables)
    _read_projections(folder, tables)
    _read_exposure(folder, tables)
    listed = _rows(_find(folder, "mycol_editions.csv"), ",")
    for name, column in _EDITIONS.items():
        tables.values[name] = (
            MYCOL,
            {_cell(row, "masco_4digit"): _value(row, column) for row in listed},
        )
    return tables


def _read_onet(folder: Path, tables: Tables) -> None:
    styles = {
        _cell(row, "O*NET-SOC Code"): _value(row, "Data Value")
        for row in _rows(_find(folder, "Work Styles.txt"), "\t")
        if (_cell(row, "Element Name"), _cell(row, "Scale ID")) == ("Social Orientation", "WI")
    }
    tables.values[FactName.SOCIAL_ORIENTATION] = (ONET, styles)
    tables.values[FactName.SOCIAL_ORIENTATION_PERCENTILE] = (ONET, percentiles(styles))
    interests: dict[str, dict[str, float]] = defaultdict(dict)
    for row in _rows(_find(folder, "Interests.txt"), "\t"):
        if _cell(row, "Scale ID") == "OI":
            code, value = _cell(row, "O*NET-SOC Code"), _value(row, "Data Value")
            interests[_cell(row, "Element Name")][code] = value
    for element, name in _INTERESTS.items():
        tables.values[name] = (ONET, interests[element])


def _read_projections(folder: Path, tables: Tables) -> None:
    wanted = (CODE, "Occupation type", GROWTH, OPENINGS, EXPERIENCE)
    items = [
        row for row in _sheet(folder, wanted) if str(row["Occupation type"]).strip() == "Line item"
    ]
    for column, value, rank in (
        (GROWTH, FactName.GROWTH_PERCENT, FactName.GROWTH_PERCENTILE),
        (OPENINGS, FactName.OPENINGS_THOUSANDS, FactName.OPENINGS_PERCENTILE),
    ):
        numbers = _numbers(items, column)
        tables.values[value] = (PROJECTIONS, numbers)
        tables.values[rank] = (PROJECTIONS, percentiles(numbers))
    asked = {str(row[CODE]): OPENNESS.get(str(row[EXPERIENCE])) for row in items}
    openness = {code: value for code, value in asked.items() if value is not None}
    tables.values[FactName.NEWCOMER_OPENNESS] = (PROJECTIONS, openness)
    skills = _sheet(folder, (CODE, "Interpersonal", "Leadership", "Writing and reading"))
    people = _numbers(skills, "Interpersonal")
    tables.values[FactName.INTERPERSONAL_PERCENTILE] = (PROJECTIONS, people)


def _read_exposure(folder: Path, tables: Tables) -> None:
    rated: dict[str, list[float]] = defaultdict(list)
    for row in _rows(_find(folder, "occ_level.csv", "gpts_are_gpts_occ_level.csv"), ","):
        rated[_cell(row, "O*NET-SOC Code")[:7]].append(_value(row, "dv_rating_beta"))
    beta = {code: sum(values) / len(values) for code, values in rated.items()}
    ranks = percentiles(beta)
    rounded = {code: round(value, 4) for code, value in beta.items()}
    tables.values[FactName.EXPOSURE_BETA] = (EXPOSURE, rounded)
    tables.values[FactName.EXPOSURE_PERCENTILE] = (EXPOSURE, ranks)
    observed = _rows(_find(folder, "job_exposure.csv", "anthropic_observed_exposure.csv"), ",")
    used = {_cell(row, "occ_code"): _value(row, "observed_exposure") for row in observed}
    tables.values[FactName.OBSERVED_EXPOSURE] = (OBSERVED, used)


def _find(folder: Path, *names: str) -> Path:
    for name in names:
        for file in sorted(folder.rglob(name)):
            return file
    raise TableProblem(f"{folder} has no {' or '.join(names)}, in no subfolder either")


def _rows(file: Path, delimiter: str) -> list[dict[str, str]]:
    """Return the rows of a delimited file; the quotes in O*NET's are part of the text."""
    with file.open(encoding="utf-8-sig", newline="") as stream:
        if delimiter == "\t":
            table = csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        else:
            table = csv.DictReader(stream, delimiter=delimiter)
        try:
            rows = list(table)
        except (UnicodeDecodeError, csv.Error) as error:
            raise TableProblem(f"{file} is no table in UTF-8 ({error})") from error
    if not rows:
        raise TableProblem(f"{file} has no rows; it may have been cut short")
    return rows


def _cell(row: Mapping[str, str], column: str) -> str:
    try:
        return row[column]
    except KeyError:
        raise TableProblem(f"a table has no column {column!r}; it has {', '.join(row)}") from None


def _value(row: Mapping[str, str], column: str) -> float:
    text = _cell(row, column)
    try:
        return float(text)
    except (TypeError, ValueError):
        raise TableProblem(f"{text!r} in column {column!r} of a table is no number") from None


def _sheet(folder: Path, wanted: Sequence[str]) -> list[dict[str, Any]]:
    """Return the rows of the one sheet, in any workbook, whose header has all of ``wanted``."""
    for file in sorted(folder.rglob("*.xlsx")):
        try:
            workbook = openpyxl.load_workbook(file, read_only=True, data_only=True)
        except (BadZipFile, KeyError, ValueError) as error:
            raise TableProblem(f"{file} is no workbook ({error})") from error
        try:
            for sheet in workbook.worksheets:
                rows = sheet.iter_rows(values_only=True)
                for _, row in zip(range(_HEADER_WITHIN), rows, strict=False):
                    header = [str(cell).replace("–", "-").strip() for cell in row]
                    if set(wanted) <= set(header):
                        return [dict(zip(header, cells, strict=False)) for cells in rows]
        finally:
            workbook.close()
    raise TableProblem(f"no workbook in {folder} has a sheet with the columns {', '.join(wanted)}")


def _numbers(rows: Iterable[Mapping[str, Any]], column: str) -> dict[str, float]:
    """Return the numbers of ``column`` by code; a dash means that there is none."""
    return {
        str(row[CODE]).strip(): float(row[column])
        for row in rows
        if row[CODE] and isinstance(row[column], int | float)
    }


def facts_block(role: Mapping[str, Any], tables: Tables, taken_on: date) -> str:
    """Return the ``facts:`` block of ``role`` as text."""
    lines = ["facts:", _NOTE, f"  taken_on: {taken_on.isoformat()}"]
    found: list[tuple[str, FactName, float, str]] = []
    masco = role.get("masco_code")
    if isinstance(masco, str):
        group = masco[:4]
        found += [(group, *fact) for fact in tables.listed(group)]
    codes = [item.get("code") for item in role.get("onet") or [] if isinstance(item, dict)]
    for code in (code for code in codes if isinstance(code, str)):
        found += [(code, *fact) for fact in tables.about(code)]
    if not found:
        return "\n".join([*lines, "  values: []"]) + "\n"
    lines.append("  values:")
    for code, name, value, source in found:
        shown = f'"{code}"' if code.isdigit() else code
        lines.append(
            f"    - {{name: {name.value}, code: {shown}, value: {value:g}, source: {source}}}"
        )
    return "\n".join(lines) + "\n"


def with_facts(text: str, block: str) -> str:
    """Return the role file ``text`` with ``block`` in place of its ``facts:``, or at its end."""
    lines = text.splitlines(keepends=True)
    starts = [place for place, line in enumerate(lines) if line.startswith("facts:")]
    start = starts[0] if starts else len(lines)
    end = start + 1
    while end < len(lines) and lines[end][0] in " \t\r\n-":
        end += 1
    before = "".join(lines[:start])
    if before and not before.endswith("\n"):
        before += "\n"
    return before + block + "".join(lines[end:])


def without_date(block: str) -> list[str]:
    """Return the lines of a block that matter when it is asked whether anything changed."""
    return [line for line in block.split("\n") if "taken_on:" not in line]


def take(file: Path, tables: Tables, taken_on: date) -> str:
    """Write the facts of one role into its ``file`` and return a line about what was found."""
    content = file.read_bytes()
    document = read_document(content)
    role = document.value
    if document.problems or not isinstance(role, dict):
        raise TableProblem(f"{file} is not a role; run “careerdesk catalogue check”")
    line_end = "\r\n" if b"\r\n" in content else "\n"
    text = content.decode("utf-8-sig").replace("\r\n", "\n")
    block = facts_block(role, tables, taken_on)
    new = with_facts(text, block)
    count = block.count("- {name:")
    if without_date(new) == without_date(text):
        return f"{file}: {count} facts, as before"
    write_whole(file, new.replace("\n", line_end).encode())
    return f"{file}: {count} facts"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the tool; returns 1 when a table or a role is not what it should be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("tables", type=Path, metavar="TABLES")
    parser.add_argument("roles", type=Path, nargs="+", metavar="ROLE.yaml")
    parser.add_argument("--taken-on", type=date.fromisoformat, default=date.today(), metavar="DATE")
    options = parser.parse_args(arguments)
    try:
        tables = read_tables(options.tables)
        for file in options.roles:
            sys.stdout.write(take(file, tables, options.taken_on) + "\n")
    except (TableProblem, CareerdeskError, OSError) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
