"""One writer; and a dead lock shuts nobody out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.student import NoPlaceToSave, StudentFile, StudentFileInUse
from careerdesk.student.lock import LockFile
from careerdesk.student.start import open_anyway

HOLD = """
import sys
from pathlib import Path
from careerdesk.student import StudentFile, StudentFileInUse
try:
    with StudentFile.open(Path(sys.argv[1])):
        print("open", flush=True)
        sys.stdin.readline()
except StudentFileInUse:
    print("in use", flush=True)
    sys.stdin.readline()
"""


def start(folder: Path) -> subprocess.Popen[str]:
    """Start a process that opens the student file until it is told to end."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def answer(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.fixture
def other(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that has the student file open."""
    with start(folder) as process:
        assert answer(process) == "open"
        yield process
        process.kill()


@pytest.fixture
def lock(folder: Path) -> LockFile:
    return LockFile(folder / "student.lock")


def write(folder: Path, content: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "student.lock").write_bytes(content)


def write_mine(folder: Path, **changes: str) -> None:
    """Write what this process writes when it opens the file, with ``changes``."""
    folder.mkdir(parents=True, exist_ok=True)
    mine = LockFile(folder / "student.lock")
    mine.take()
    holder = mine.holder()
    assert holder is not None
    write(folder, "\n".join(holder._replace(**changes)).encode())


def test_a_second_process_is_told_where_and_since_when(
    other: subprocess.Popen[str], folder: Path, lock: LockFile
) -> None:
    holder = lock.holder()
    assert holder is not None
    assert holder.pid == str(other.pid)
    opened = datetime.fromisoformat(holder.since).astimezone()
    with pytest.raises(StudentFileInUse) as caught:
        StudentFile.open(folder)
    assert caught.value.values == {"host": holder.host, "time": f"{opened:%H:%M}"}
    assert lock.holder() == holder
    other.communicate("\n")
    assert not (folder / "student.lock").exists()
    StudentFile.open(folder).close()


def test_a_second_file_in_the_same_process_is_refused_and_the_first_goes_on(folder: Path) -> None:
    with StudentFile.open(folder) as first:
        for _ in range(2):
            with pytest.raises(StudentFileInUse):
                StudentFile.open(folder)
        first.add("nurse", Text("Nurse", "Jururawat"))
        with start(folder) as process:
            assert answer(process) == "in use"
            process.communicate("\n")


@pytest.mark.parametrize("lock_file", ["gone", "a folder"])
def test_looking_twice_from_one_process_frees_no_lock(folder: Path, lock_file: str) -> None:
    with StudentFile.open(folder) as first:
        (folder / "student.lock").unlink()
        if lock_file == "a folder":
            (folder / "student.lock").mkdir()
        with pytest.raises(StudentFileInUse):
            StudentFile.open(folder)
        with start(folder) as process:
            assert answer(process) == "in use"
            process.communicate("\n")
        first.add("nurse", Text("Nurse", "Jururawat"))
    StudentFile.open(folder).close()


def test_a_killed_holder_is_succeeded_silently(
    other: subprocess.Popen[str], folder: Path, lock: LockFile
) -> None:
    other.kill()
    other.wait()
    assert lock.holder() is not None
    with StudentFile.open(folder):
        holder = lock.holder()
        assert holder is not None
        assert holder.pid == str(os.getpid())
    assert lock.holder() is None


def test_a_killed_holder_that_nobody_has_buried_is_succeeded(
    other: subprocess.Popen[str], folder: Path
) -> None:
    other.kill()
    os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)
    StudentFile.open(folder).close()


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 512, b"\xff\xfe nonsense", b"one\ntwo", b"x" * 100_000]
)
def test_a_lock_file_without_sense_shuts_nobody_out(folder: Path, content: bytes) -> None:
    write(folder, content)
    assert_opens_and_frees(folder)


@pytest.mark.parametrize(
    "changes",
    [
        {"boot": "an-earlier-start"},
        {"host": "LAB-PC-03"},
        {"host": "LAB-PC-03", "since": "yesterday"},
        {"pid": "999999999"},
        {"pid": "not a number"},
        {"began": "1"},
    ],
)
def test_a_lock_of_somebody_gone_or_far_shuts_nobody_out(
    folder: Path, changes: dict[str, str]
) -> None:
    write_mine(folder, **changes)
    assert_opens_and_frees(folder)


def assert_opens_and_frees(folder: Path) -> None:
    with StudentFile.open(folder) as student:
        student.add("nurse", Text("Nurse", "Jururawat"))
    assert not (folder / "student.lock").exists()


def test_a_lock_that_is_a_folder_shuts_nobody_out(folder: Path) -> None:
    (folder / "student.lock").mkdir(parents=True)
    with StudentFile.open(folder) as student:
        student.add("nurse", Text("Nurse", "Jururawat"))
        with start(folder) as process:
            assert answer(process) == "in use"
            process.communicate("\n")


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_lock_that_is_a_link_harms_no_other_file(folder: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"somebody's")
    folder.mkdir(parents=True)
    (folder / "student.lock").symlink_to(precious)
    with StudentFile.open(folder) as student:
        student.add("nurse", Text("Nurse", "Jururawat"))
    assert precious.read_bytes() == b"somebody's"


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="counts what Linux says is open")
def test_a_lock_that_is_a_folder_stays_open_nowhere(folder: Path) -> None:
    (folder / "student.lock").mkdir(parents=True)
    before = len(list(Path("/proc/self/fd").iterdir()))
    assert [LockFile(folder / "student.lock").holder() for _ in range(9)] == [None] * 9
    assert len(list(Path("/proc/self/fd").iterdir())) == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_a_lock_that_is_a_pipe_keeps_nobody_waiting(folder: Path) -> None:
    folder.mkdir(parents=True)
    os.mkfifo(folder / "student.lock")
    with StudentFile.open(folder) as student:
        student.add("nurse", Text("Nurse", "Jururawat"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_a_pipe_in_place_of_the_file_keeps_nobody_waiting(folder: Path) -> None:
    folder.mkdir(parents=True)
    os.mkfifo(folder / "student.sqlite")
    with open_anyway(folder) as student:
        assert isinstance(student.problem, NoPlaceToSave)
        assert "a device, not a file" in str(student.problem)


def test_a_live_process_here_is_believed_before_the_file_is_looked_at(folder: Path) -> None:
    write_mine(folder)
    with pytest.raises(StudentFileInUse):
        StudentFile.open(folder)
    assert not (folder / "student.sqlite").exists()


def test_sqlites_lock_holds_when_the_lock_file_is_gone_or_foreign(
    other: subprocess.Popen[str], folder: Path
) -> None:
    (folder / "student.lock").unlink()
    with pytest.raises(StudentFileInUse, match="another window or program"):
        StudentFile.open(folder)
    write_mine(folder, host="LAB-PC-03", since="2026-02-01T02:14:00+00:00")
    with pytest.raises(StudentFileInUse, match="LAB-PC-03 since 2026-02-01") as caught:
        StudentFile.open(folder)
    assert "{" not in str(caught.value)
    other.communicate("\n")
    assert (folder / "student.lock").exists(), "it is not ours to remove"


def test_of_many_starts_at_once_one_writes(folder: Path) -> None:
    processes = [start(folder) for _ in range(20)]
    answers = [answer(process) for process in processes]
    for process in processes:
        process.communicate("\n")
    sys.stdout.write(f"20 starts at once: {answers.count('open')} writer\n")
    assert sorted(answers) == ["in use"] * 19 + ["open"]
    with StudentFile.open(folder) as student:
        assert student.shortlist() == ()
