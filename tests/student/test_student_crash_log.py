"""What is written down about a crash, and what never is."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from careerdesk.student import StudentFile, crash_log
from careerdesk.student.crash_log import SIZE_LIMIT, CrashLog

CANARY = "zahirah of 5 Amanah"


@pytest.fixture
def log(folder: Path) -> CrashLog:
    return CrashLog(folder)


def raised(error: Exception) -> Exception:
    """Return ``error`` as it is when something deep in our code has raised it."""

    def deep(note: str) -> None:
        if note:
            raise error

    try:
        deep(CANARY)
    except Exception as caught:
        return caught
    raise AssertionError


def write(log: CrashLog, error: Exception) -> None:
    error = raised(error)
    log.write(type(error), error, error.__traceback__)


def everything(folder: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in folder.rglob("*.log"))


def test_a_crash_is_written_down_mentioned_once_and_kept(log: CrashLog, folder: Path) -> None:
    assert log.last() is None
    write(log, ValueError("broken"))
    crash = CrashLog(folder).last()
    assert crash is not None
    assert crash.kind == "ValueError"
    log.forget()
    assert CrashLog(folder).last() is None
    assert "ValueError" in log.path.read_text(encoding="utf-8")
    write(log, KeyError("again"))
    again = log.last()
    assert again is not None
    assert again.kind == "KeyError"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ValueError(CANARY), "ValueError"),
        (FileNotFoundError(2, CANARY, f"/home/{CANARY}/student.sqlite"), "errno 2"),
        (sqlite3.OperationalError(CANARY), "OperationalError"),
        (type("Odd", (Exception,), {})(CANARY), "Odd"),
    ],
)
def test_no_word_of_a_student_gets_into_it(
    log: CrashLog, folder: Path, error: Exception, kind: str
) -> None:
    write(log, error)
    text = everything(folder)
    assert kind in text
    assert CANARY not in text
    assert "zahirah" not in text
    assert str(Path(__file__).parent) not in text


def test_frames_say_where_in_the_program_and_nothing_about_the_folder(
    log: CrashLog, folder: Path
) -> None:
    with StudentFile.in_memory() as student:
        try:
            student.remove(CANARY)
        except LookupError as error:
            log.write(type(error), error, error.__traceback__)
    text = everything(folder)
    assert "careerdesk/student/file.py:" in text
    assert " in remove" in text
    assert "elsewhere:" in text, "the test that called it"
    assert str(Path(crash_log.__file__).parents[3]) not in text
    assert CANARY not in text


def test_logs_are_few_and_small_and_for_this_account_alone(log: CrashLog, folder: Path) -> None:
    before = os.umask(0)
    try:
        for _ in range(9):
            write(log, ValueError("x"))
            with log.path.open("a", encoding="utf-8") as file:
                file.write("x" * SIZE_LIMIT)
        files = list((folder / "logs").iterdir())
        modes = {stat.S_IMODE(path.stat().st_mode) for path in files}
    finally:
        os.umask(before)
    assert len(files) == 4
    assert max(path.stat().st_size for path in files) < 2 * SIZE_LIMIT
    assert modes == {0o600} or os.name == "nt"


def test_a_log_that_cannot_be_written_costs_nothing(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "logs").write_bytes(b"in the way")
    log = CrashLog(folder)
    write(log, ValueError("x"))
    log.watch()
    assert log.last() is None
    log.forget()
    log.close()


ABORT = """
import ctypes, os, sys
from pathlib import Path
from careerdesk.student import StudentFile
from careerdesk.student.crash_log import CrashLog
from careerdesk.catalogue.text import Text
folder = Path(sys.argv[1])
log = CrashLog(folder)
log.watch()
with StudentFile.open(folder) as student:
    student.add("nurse", Text("Nurse", "Jururawat"))
    student.set_note("nurse", "zahirah of 5 Amanah")
    def fall():
        {fall}
    fall()
log.close()
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows words it otherwise")
@pytest.mark.parametrize(
    ("fall", "kind"), [("os.abort()", "Aborted"), ("ctypes.string_at(0)", "Segmentation fault")]
)
def test_a_crash_below_python_is_mentioned_at_the_next_start_and_the_work_is_there(
    folder: Path, fall: str, kind: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ABORT.replace("{fall}", fall), str(folder)],
        capture_output=True,
        check=False,
    )
    assert done.returncode < 0
    log = CrashLog(folder)
    crash = log.last()
    assert crash is not None
    assert crash.kind == kind
    text = everything(folder)
    assert "elsewhere:" in text
    assert "zahirah" not in text
    assert str(folder) not in text
    log.forget()
    assert CrashLog(folder).last() is None
    with StudentFile.open(folder) as student:
        assert student.shortlist()[0].note == CANARY


def test_an_ordinary_end_is_no_crash(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ABORT.replace("{fall}", "pass"), str(folder)], check=True
    )
    assert done.returncode == 0
    assert CrashLog(folder).last() is None
