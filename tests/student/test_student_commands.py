"""``careerdesk student …``: a student's work without the window."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.errors import ExitCode
from careerdesk.student import StudentFile
from careerdesk.student.document_schema import json_schema
from running import careerdesk

NURSE = Text("Nurse", "Jururawat")
CANARY = "Ask Puan Siti."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a student with two sessions behind them."""
    for number in range(2):
        with StudentFile.open(tmp_path / "data") as student:
            student.add(f"role-{number}", NURSE)
            student.set_note(f"role-{number}", CANARY)
    return tmp_path / "data"


def student(data: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    done = careerdesk("student", *words, "--data-dir", data, home=data.parent)
    assert "Traceback" not in done.stderr
    return done


def roles(data: Path) -> list[str]:
    with StudentFile.open(data) as opened:
        return [item.role_id for item in opened.shortlist()]


def test_backups_are_listed_made_and_restored(data: Path) -> None:
    with StudentFile.open(data) as opened:
        opened.add("role-2", NURSE)
    made = student(data, "backup").stdout.strip()
    assert Path(made).exists()
    listed = student(data, "list").stdout.splitlines()
    assert len(listed) == 3
    assert listed[0].startswith("1\t20")
    assert listed[0].endswith("\troles 3, notes 2, skills 0, answers 0")
    rows = json.loads(student(data, "list", "--json").stdout)
    assert [row["roles"] for row in rows] == [3, 2, 1]
    done = student(data, "restore", "3")
    assert (done.returncode, done.stdout) == (0, "roles 1, notes 1, skills 0, answers 0\n")
    assert roles(data) == ["role-0"]
    assert json.loads(student(data, "list", "--json").stdout)[0]["roles"] == 1
    refused = student(data, "restore", "99")
    assert refused.returncode == ExitCode.INPUT
    assert "no backup 99" in refused.stderr


def test_a_damaged_file_is_restored_and_kept(data: Path) -> None:
    (data / "student.sqlite").write_bytes(b"\xff" * 9000)
    refused = student(data, "export", "-o", data / "x.csv")
    assert refused.returncode == ExitCode.READ_ONLY
    assert "is damaged" in refused.stderr
    assert student(data, "restore").returncode == 0
    assert roles(data) == ["role-0", "role-1"]
    assert [path.stat().st_size for path in (data / "quarantine").iterdir()] == [9000]


@pytest.mark.parametrize("form", ["careerdesk", "csv", "text"])
def test_work_is_exported(data: Path, form: str) -> None:
    out = data.parent / {"careerdesk": "a.careerdesk", "csv": "a.csv", "text": "a.txt"}[form]
    assert student(data, "export", "-o", out).returncode == 0
    by_suffix = out.read_bytes()
    assert CANARY.encode() in by_suffix
    plain = data.parent / "plain"
    assert student(data, "export", "-o", plain, "--format", form, "--lang", "en").returncode == 0
    if form != "careerdesk":
        assert plain.read_bytes() == by_suffix
    missing = student(data, "export", "-o", data / "no" / "folder.csv")
    assert missing.returncode == ExitCode.READ_ONLY


def test_work_is_carried_to_another_computer(data: Path) -> None:
    file, other = data.parent / "a.careerdesk", data.parent / "other"
    student(data, "export", "-o", file)
    with StudentFile.open(other) as opened:
        opened.add("chef", NURSE)
    shown = student(other, "import", file, "--preview")
    assert "roles added: 2" in shown.stdout.splitlines()
    assert roles(other) == ["chef"]
    assert student(other, "import", file).returncode == 0
    assert roles(other) == ["chef", "role-0", "role-1"]
    replaced = student(other, "import", file, "--replace")
    assert "roles removed: 1" in replaced.stdout.splitlines()
    assert roles(other) == ["role-0", "role-1"]
    assert len(json.loads(student(other, "list", "--json").stdout)) == 3
    file.write_bytes(b"nonsense")
    refused = student(other, "import", file)
    assert refused.returncode == ExitCode.INPUT
    assert "is not a file with work from CareerDesk" in refused.stderr


def test_erasing_has_to_be_meant_and_leaves_no_trace(data: Path) -> None:
    shutil.copy(data / "student.sqlite", data / "student-before-v2.sqlite")
    (data / "quarantine").mkdir()
    shutil.copy(data / "student.sqlite", data / "quarantine" / "student-2026-01-01-1.sqlite")
    (data / ".student.sqlite.x1y2z3").write_text(CANARY)
    asked = student(data, "erase")
    assert asked.returncode == ExitCode.USAGE
    assert "--yes" in asked.stderr
    assert roles(data) == ["role-0", "role-1"]
    assert student(data, "erase", "--yes").returncode == 0
    left = [
        path for path in data.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()
    ]
    assert left == []
    assert roles(data) == []


def test_a_damaged_file_is_erased_with_all_that_was_kept_of_it(data: Path) -> None:
    path = data / "student.sqlite"
    path.write_bytes(path.read_bytes()[:-3000] + CANARY.encode())
    assert student(data, "backup").returncode == ExitCode.READ_ONLY
    assert student(data, "erase", "--yes").returncode == 0
    left = [
        path for path in data.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()
    ]
    assert left == []
    assert roles(data) == []


def test_all_students_are_wiped_and_brought_back(data: Path) -> None:
    assert student(data, "unwipe").returncode == ExitCode.INPUT
    asked = student(data, "wipe")
    assert (asked.returncode, roles(data)) == (ExitCode.USAGE, ["role-0", "role-1"])
    done = student(data, "wipe", "--yes")
    assert (done.returncode, done.stdout) == (0, "profiles 0, and the guest\n")
    assert roles(data) == []
    assert student(data, "unwipe").returncode == 0
    assert roles(data) == ["role-0", "role-1"]


def test_a_wipe_of_nothing_does_not_stand_before_the_one_that_is_wanted_back(data: Path) -> None:
    assert student(data, "wipe", "--yes").returncode == 0
    again = student(data, "wipe", "--yes")
    assert (again.returncode, again.stdout) == (0, "profiles 0, and no guest\n")
    assert student(data, "unwipe").stdout == "profiles 0, and the guest\n"
    assert roles(data) == ["role-0", "role-1"]


def test_bringing_back_says_how_many_wipes_are_left(data: Path) -> None:
    student(data, "wipe", "--yes")
    assert roles(data) == []  # makes a guest's file, and so something to wipe
    student(data, "backup")
    student(data, "wipe", "--yes")
    assert "earlier wipes: 1" in student(data, "unwipe").stdout.splitlines()
    assert "earlier wipes" not in student(data, "unwipe").stdout


def test_the_format_is_printed(data: Path) -> None:
    assert json.loads(student(data, "schema").stdout) == json_schema()


def test_a_file_that_is_open_is_left_alone(data: Path) -> None:
    with StudentFile.open(data):
        for words in (["backup"], ["erase", "--yes"], ["restore"], ["export", "-o", "x.csv"]):
            done = student(data, *words)
            assert done.returncode == ExitCode.IN_USE, words
            assert "open in another CareerDesk" in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows guards files in another way")
def test_nothing_needs_a_home_and_nothing_is_written_elsewhere(data: Path) -> None:
    home = data.parent / "empty"
    home.mkdir()
    done = careerdesk("student", "list", "--data-dir", data, home=home)
    assert done.returncode == 0
    assert list(home.iterdir()) == []
    homeless = careerdesk("student", "list", home=Path("/nonexistent"), XDG_DATA_HOME="")
    assert homeless.returncode == ExitCode.READ_ONLY
    assert "no folder of its own" in homeless.stderr
