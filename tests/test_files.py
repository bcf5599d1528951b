"""Writing whole or not at all, and the addresses that SQLite opens."""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest

from careerdesk import files
from careerdesk.errors import ExitCode, WriteProblem


def refused(path: Path) -> str:
    """Return why nothing can be written to ``path``; whoever is there stays alone."""
    before = sorted(path.parent.iterdir()) if path.parent.is_dir() else None
    with pytest.raises(WriteProblem) as caught:
        files.write_whole(path, b"new")
    assert caught.value.exit_code is ExitCode.READ_ONLY
    if before is not None:
        assert sorted(path.parent.iterdir()) == before
    return str(caught.value)


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a file.pdf"
    for content in (b"", b"old", b"new"):
        files.write_whole(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
@pytest.mark.parametrize("mode", [0o600, 0o644])
def test_a_file_has_the_rights_asked_for(mode: int, tmp_path: Path) -> None:
    files.write_whole(tmp_path / "x", b"", mode=mode)
    assert stat.S_IMODE((tmp_path / "x").stat().st_mode) == mode


def test_a_place_without_rights_keeps_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EOPNOTSUPP, "as some network folders do")

    monkeypatch.setattr(Path, "chmod", refuse)
    files.write_whole(tmp_path / "x", b"whole")
    assert (tmp_path / "x").read_bytes() == b"whole"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_step_that_fails_leaves_the_old_file_alone(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    assert "the disk is full" in refused(path)
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(os.name == "nt", reason="Windows syncs no folders")
@pytest.mark.parametrize(
    ("step", "code", "is_lost"),
    [
        ("fsync", errno.EIO, True),
        ("fsync", errno.ENOSPC, True),
        ("fsync", errno.EINVAL, False),
        ("open", errno.ENODEV, True),
        ("open", errno.EACCES, False),
    ],
)
def test_a_stick_that_goes_before_the_name_is_on_it_is_no_success(
    step: str, code: int, is_lost: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = getattr(os, step)

    def fail(at: Path | int, *rest: object) -> object:
        is_folder = at == tmp_path if step == "open" else stat.S_ISDIR(os.fstat(at).st_mode)
        if is_folder:
            raise OSError(code, os.strerror(code))
        return really(at, *rest)

    monkeypatch.setattr(os, step, fail)
    try:
        files.write_whole(tmp_path / "x", b"new")
    except WriteProblem:
        assert is_lost
    else:
        assert not is_lost
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_folder_stays(tmp_path: Path) -> None:
    assert "a folder of that name" in refused(tmp_path)


def test_the_top_of_a_disk_has_a_name_in_the_sentence() -> None:
    top = Path(Path.cwd().anchor)
    with pytest.raises(WriteProblem) as caught:
        files.write_whole(top, b"new")
    assert str(caught.value).startswith(f"{top} could not be saved")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
@pytest.mark.parametrize("linked", [False, True])
def test_a_device_is_never_replaced(linked: bool, tmp_path: Path) -> None:
    path = pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    if linked:
        path = tmp_path / "link"
        path.symlink_to(pipe)
    assert "a device, not a file" in refused(path)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none/x", "that folder does not exist"),
        ("file/x", "that folder does not exist"),
        ("x" * 300, "the name is too long"),
    ],
)
def test_the_reason_is_named(name: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"in the way")
    assert reason in refused(tmp_path / name)


def test_a_network_that_is_down_has_a_reason_of_its_own() -> None:
    for code in (errno.EHOSTDOWN, errno.ESTALE, errno.ETIMEDOUT):
        assert files.reason_to_read(OSError(code, "")) == "the network does not answer."


def test_a_folder_is_made_with_all_above_it(tmp_path: Path) -> None:
    for _ in range(2):
        files.make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "file").write_bytes(b"in the way")
    with pytest.raises(WriteProblem):
        files.make_folder(tmp_path / "file" / "b")


@pytest.mark.parametrize("name", ["plain", "with space", "%41?mode=rw#x", "தமிழ்", "a'b\"c"])
def test_sqlite_opens_the_address_of_any_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE here (x)")
    with closing(sqlite3.connect(f"{files.file_address(path)}?mode=ro", uri=True)) as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("here",)]
