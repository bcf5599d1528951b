"""What is looked at before Qt is touched."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerdesk.desk import preflight
from careerdesk.errors import DamagedInstallation, ExitCode, MissingLibrary, NoDisplay


def refuse(*missing: str) -> object:
    def load(name: str) -> None:
        if name in missing:
            raise OSError(f"{name}: cannot open shared object file")

    return load


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Return variables that lead to a socket at which somebody listens."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "wayland-1"))
        listening.listen()
        yield {"WAYLAND_DISPLAY": "wayland-1", "XDG_RUNTIME_DIR": str(tmp_path)}


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:fontdb"])
def test_without_a_screen_offscreen_is_enough(platform: str) -> None:
    preflight.check({"QT_QPA_PLATFORM": platform})


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":9177"},
        {"DISPLAY": ":9177.0"},
        {"DISPLAY": "unix:9177"},
        {"DISPLAY": "nonsense"},
        {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"},
        {"QT_QPA_PLATFORM": "xcb"},
    ],
)
def test_no_screen_that_answers_is_said(environment: dict[str, str]) -> None:
    with pytest.raises(NoDisplay) as caught:
        preflight.check(environment)
    assert not isinstance(caught.value, MissingLibrary)
    assert caught.value.exit_code is ExitCode.NO_DISPLAY
    assert not preflight.has_screen(environment)


def test_a_screen_that_answers_is_taken(wayland: dict[str, str]) -> None:
    preflight.check(wayland)
    assert preflight.has_screen(wayland)
    assert not preflight.has_screen({**wayland, "QT_QPA_PLATFORM": "offscreen"})


def test_a_remote_screen_is_believed() -> None:
    assert preflight.has_display({"DISPLAY": "lab-server:10.0"})


def test_missing_libraries_are_found_in_order() -> None:
    names = list(preflight.SCREEN_LIBRARIES)
    load = refuse(names[3], names[0])
    assert preflight.missing_libraries(names, load=load) == [names[0], names[3]]
    assert preflight.missing_libraries(names, load=refuse()) == []
    assert preflight.missing_libraries(["libno-such-thing.so.9"]) == ["libno-such-thing.so.9"]


def test_a_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    missing = {"libno-such-thing.so.9": "libno9", "libnor-this.so.1": "libnor1"}
    monkeypatch.setattr(preflight, "SCREEN_LIBRARIES", missing)
    monkeypatch.setattr(preflight, "has_display", lambda _environment: True)
    with pytest.raises(MissingLibrary) as caught:
        preflight.check({"DISPLAY": ":0"})
    words = str(caught.value)
    assert "libno-such-thing.so.9, libnor-this.so.1" in words
    assert "sudo apt-get install libno9 libnor1" in words
    assert caught.value.exit_code is ExitCode.NO_DISPLAY


def test_an_import_that_failed_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(DamagedInstallation, match="PySide6"):
        preflight.explain(ImportError("no such module", name="PySide6"))
    monkeypatch.setattr(preflight, "OFFSCREEN_LIBRARIES", {"libno-such-thing.so.9": "libno9"})
    with pytest.raises(MissingLibrary, match="libno-such-thing"):
        preflight.explain(ImportError("libno-such-thing.so.9: cannot open", name="PySide6"))
