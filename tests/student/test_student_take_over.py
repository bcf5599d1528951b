"""“Use it here instead”: a live holder is asked, a dead one is succeeded, nobody is shut out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.student import StudentFile, StudentFileInUse, TakenOver, take_over
from careerdesk.student.lock import LockFile
from careerdesk.student.take_over import DoesNotAnswer, Request, is_asked
from unfinished import cut_off_a_save

NURSE = Text("Nurse", "Jururawat")
HOLD = """
import sys, time
from pathlib import Path
from careerdesk.catalogue.text import Text
from careerdesk.student import SaveProblem, StudentFile
from careerdesk.student.take_over import is_asked
student = StudentFile.open(Path(sys.argv[1]))
student.add("nurse", Text("Nurse", "Jururawat"))
print("open", flush=True)
if sys.argv[2] == "polite":
    while not is_asked(student):
        time.sleep(0.02)
    student.set_note("nurse", "saved before letting go")
    student.close()
    print("let go", flush=True)
else:
    sys.stdin.readline()
    try:
        student.set_note("nurse", "too late")
        print("saved", flush=True)
    except SaveProblem as problem:
        print(type(problem).__name__, flush=True)
"""
posix_only = pytest.mark.skipif(os.name == "nt", reason="Windows replaces no file that is open")


def start(folder: Path, manner: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder), manner],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    return process


@pytest.fixture
def rude(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A holder that does not look whether it is asked."""
    with start(folder, "rude") as process:
        yield process
        process.kill()


def answer(process: subprocess.Popen[str]) -> str:
    out, _ = process.communicate("\n", timeout=30)
    return out.strip()


def pretend(folder: Path, **changes: str) -> None:
    """Let the lock file say something else about its holder."""
    holder = LockFile(folder / "student.lock").holder()
    assert holder is not None
    (folder / "student.lock").write_text("\n".join(holder._replace(**changes)))


def test_a_live_holder_is_asked_saves_and_lets_go(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(take_over, "PATIENCE", 60.0)
    with start(folder, "polite") as process:
        with pytest.raises(StudentFileInUse):
            StudentFile.open(folder)
        with take_over.take_over(folder) as student:
            assert student.shortlist()[0].note == "saved before letting go"
            assert not is_asked(student)
        assert answer(process) == "let go"


def test_a_live_holder_that_does_not_answer_keeps_the_file(
    rude: subprocess.Popen[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(take_over, "PATIENCE", 0.3)
    with pytest.raises(DoesNotAnswer, match="does not answer"):
        take_over.take_over(folder)
    assert not (folder / "student.ask").exists()
    assert answer(rude) == "saved"


@posix_only
@pytest.mark.parametrize("what", ["foreign", "zero", "gone", "nonsense"])
def test_a_file_that_nobody_here_holds_is_taken_and_the_old_holder_notices(
    rude: subprocess.Popen[str], folder: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    lock = folder / "student.lock"
    if what == "foreign":
        pretend(folder, host="LAB-PC-03")
    elif what == "gone":
        lock.unlink()
    else:
        lock.write_bytes(b"" if what == "zero" else b"\xff\0" * 300)
    monkeypatch.setattr(take_over, "PATIENCE", 0.3)
    with take_over.take_over(folder) as student:
        assert student.has("nurse")
        student.set_note("nurse", "here")
        assert answer(rude) == "TakenOver"
        student.set_why("nurse", "still here")
    with StudentFile.open(folder) as student:
        assert student.shortlist()[0].note == "here"
    aside = list((folder / "quarantine").glob("student-*.sqlite"))
    assert len(aside) == 1, "what the other one had is kept"


@posix_only
def test_a_save_that_was_cut_off_is_kept_with_the_file_it_was_in(folder: Path) -> None:
    with StudentFile.open(folder) as student:
        student.add("nurse", NURSE)
    journal = cut_off_a_save(folder / "student.sqlite")
    begun = journal.read_bytes()
    with Request(folder).take() as student:
        assert student.has("nurse")
        assert student.preference("key-0", "none") == "none"
    (aside,) = (folder / "quarantine").glob("student-*.sqlite")
    assert aside.with_name(aside.name + "-journal").read_bytes() == begun


@posix_only
def test_in_one_process_the_old_file_goes_read_only(folder: Path) -> None:
    first = StudentFile.open(folder)
    first.add("nurse", NURSE)
    pretend(folder, host="LAB-PC-03")
    assert not first.is_taken_over
    with Request(folder).take() as second:
        assert first.is_taken_over
        with pytest.raises(TakenOver, match="open in another CareerDesk now"):
            first.set_note("nurse", "lost")
        second.set_note("nurse", "kept")
    first.close()
    with StudentFile.open(folder) as student:
        assert student.shortlist()[0].note == "kept"


def test_a_window_can_ask_without_waiting(rude: subprocess.Popen[str], folder: Path) -> None:
    request = Request(folder)
    assert request.try_open() is None
    assert not request.is_over
    assert answer(rude) == "saved"
    student = request.try_open()
    assert student is not None
    with student:
        assert student.shortlist()[0].note == "too late"
        assert not is_asked(student)


def test_what_was_asked_of_somebody_gone_is_not_asked_of_us(folder: Path) -> None:
    StudentFile.open(folder).close()
    (folder / "student.ask").write_bytes(b"1")
    with StudentFile.open(folder) as student:
        assert not is_asked(student)


def test_work_in_memory_is_asked_by_nobody() -> None:
    with StudentFile.in_memory() as student:
        assert not is_asked(student)
        assert not student.is_taken_over
