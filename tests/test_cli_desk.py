"""Starting the desk from the command line: where it opens, and the sentence where it cannot."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from careerdesk.student import StudentFile
from running import careerdesk, environment, python

FILES = {"student.sqlite", "student.sqlite-journal"}
"""What lies in a student's folder when no window is open."""

Done = subprocess.CompletedProcess[str]

DRIVER = """
import builtins
import sys
from careerdesk.desk import preflight
preflight.import_qt()
from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame
from careerdesk.cli import main
from careerdesk.desk import app, cards

show = app._show
paint = cards.CardDelegate.paint

def paint_and_leave(self, painter, option, index):
    paint(self, painter, option, index)
    if index.data(cards.CardRole).text and not seen:
        seen.append(sorted(sys.modules))
        seen.append(sorted({*vars(QtWidgets), *vars(QtGui)}))
        seen.append([builtins.__import__.__name__])
        QTimer.singleShot(0, leave)

def leave():
    banner = [frame.accessibleName() for frame in window[0].banners.findChildren(QFrame)]
    print("BANNER", *banner)
    window[0].close()

def show_and_keep(made):
    window.append(made)
    show(made)

seen, window = [], []
cards.CardDelegate.paint = paint_and_leave
app._show = show_and_keep
code = main(sys.argv[1:])
for word, names in zip(("LOADED", "TYPES", "IMPORT"), seen):
    print(word, *names)
sys.exit(code)
"""
"""Opens the real window, and closes it once its first list has been painted."""


def start(catalogue: Path, home: Path, *arguments: str | Path, **extra: str) -> Done:
    """Open the window and close it at its first painted list."""
    screen = {"QT_QPA_PLATFORM": "offscreen", **extra}
    return python("-c", DRIVER, "--catalogue", catalogue, *arguments, home=home, **screen)


def said(done: Done, word: str) -> str:
    (line,) = (line for line in done.stdout.splitlines() if line.startswith(word))
    return line.removeprefix(word).strip()


def noise_free(done: Done) -> list[str]:
    """Return what was written to standard error, without the offscreen platform's remarks."""
    return [line for line in done.stderr.splitlines() if not line.startswith("This plugin")]


def sentence(done: Done, code: int) -> str:
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    (line,) = noise_free(done)
    assert line.startswith("careerdesk: ")
    return line


def test_up_to_the_first_list_nothing_heavy_is_loaded(catalogue_file: Path, tmp_path: Path) -> None:
    done = start(catalogue_file, tmp_path)
    assert (done.returncode, noise_free(done)) == (0, [])
    loaded = set(said(done, "LOADED").split())
    assert "careerdesk.desk.explore" in loaded
    heavy = {
        *("pyqtgraph", "numpy", "sqlite_utils", "typst", "pydantic", "yaml"),
        *("babel.numbers", "babel.dates", "babel.core"),
        *("PySide6.QtNetwork", "PySide6.QtTest", "PySide6.QtPrintSupport"),
        *(
            "careerdesk.catalogue.role",
            "careerdesk.catalogue.shared",
            "careerdesk.catalogue.reader",
        ),
        *("careerdesk.desk.role.page", "careerdesk.desk.shortlist", "careerdesk.sheets"),
        *("careerdesk.catalogue.finder", "careerdesk.student.copies", "careerdesk.authoring"),
        *("secrets", "hmac", "hashlib"),
    }
    assert heavy & loaded == set()
    # A widget that Qt made is wrapped by looking through every kind of widget there is.
    types = set(said(done, "TYPES").split())
    assert "QListView" in types
    assert {"QWizard", "QDial", "QGradient"} & types == set()
    assert said(done, "IMPORT") == "__import__"


def test_a_second_start_finds_what_the_first_made(catalogue_file: Path, tmp_path: Path) -> None:
    for _ in range(2):
        done = start(catalogue_file, tmp_path)
        assert (done.returncode, noise_free(done)) == (0, [])
        assert said(done, "BANNER") == ""
    folder = tmp_path / "data" / "careerdesk"
    assert {path.name for path in folder.iterdir()} <= FILES


def test_nothing_is_written_outside_the_data_folder(catalogue_file: Path, tmp_path: Path) -> None:
    home, data = tmp_path / "home", tmp_path / "elsewhere"
    home.mkdir()
    done = start(catalogue_file, home, "--data-dir", data)
    assert done.returncode == 0
    assert {path.name for path in data.iterdir()} <= FILES
    # Fontconfig's own cache aside, which no program can turn off.
    written = {path.relative_to(home).parts[:2] for path in home.rglob("*") if path.is_file()}
    assert written <= {("cache", "fontconfig"), ("cache", "mesa_shader_cache")}


def test_without_a_home_the_window_opens_and_says_so(catalogue_file: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    done = start(catalogue_file, gone, HOME=str(gone), XDG_DATA_HOME="")
    assert (done.returncode, noise_free(done)) == (0, [])
    assert "tiada folder sendiri" in said(done, "BANNER")
    assert not gone.exists()


def test_with_home_unset_the_window_opens(catalogue_file: Path, tmp_path: Path) -> None:
    variables = environment(tmp_path, QT_QPA_PLATFORM="offscreen")
    for name in ("HOME", "XDG_DATA_HOME", "USERPROFILE"):
        variables.pop(name)
    data = tmp_path / "kept"
    command = [sys.executable, "-c", DRIVER, "--catalogue", catalogue_file, "--data-dir", data]
    done = subprocess.run(
        command, env=variables, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, noise_free(done)) == (0, [])
    assert (data / "student.sqlite").exists()


@pytest.mark.parametrize("place", ["{tmp}/file/data", "{tmp}/file", "/proc/careerdesk"])
def test_where_nothing_can_be_saved_the_window_opens_and_says_so(
    place: str, catalogue_file: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    data = place.format(tmp=tmp_path)
    done = start(catalogue_file, tmp_path, "--data-dir", data)
    assert (done.returncode, noise_free(done)) == (0, [])
    assert f"Kerja anda tidak dapat disimpan dalam {data}" in said(done, "BANNER")
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_newer_student_file_is_left_alone(catalogue_file: Path, tmp_path: Path) -> None:
    data = tmp_path / "newer"
    StudentFile.open(data).close()
    path = data / "student.sqlite"
    with closing(sqlite3.connect(path)) as db:
        db.executescript("PRAGMA user_version = 9999; UPDATE about SET min_reader = 9999")
    before = path.read_bytes()
    done = start(catalogue_file, tmp_path, "--data-dir", data)
    assert (done.returncode, noise_free(done)) == (0, [])
    assert "CareerDesk yang lebih baharu" in said(done, "BANNER")
    assert path.read_bytes() == before


def test_a_student_file_in_use_is_code_4(catalogue_file: Path, tmp_path: Path) -> None:
    with StudentFile.open(tmp_path / "used"):
        done = careerdesk(
            *("--catalogue", catalogue_file, "--data-dir", tmp_path / "used"),
            home=tmp_path,
            QT_QPA_PLATFORM="offscreen",
        )
    assert "open in another CareerDesk" in sentence(done, 4)
    assert start(catalogue_file, tmp_path, "--data-dir", tmp_path / "used").returncode == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
@pytest.mark.parametrize(
    "screen",
    [{}, {"DISPLAY": ":9177"}, {"DISPLAY": "nonsense"}, {"WAYLAND_DISPLAY": "wayland-9"}],
    ids=["none", "dead", "nonsense", "dead wayland"],
)
@pytest.mark.parametrize("command", [[], ["tour", "--out", "."]], ids=["desk", "tour"])
def test_without_a_screen_it_is_code_3_and_no_abort(
    command: list[str], screen: dict[str, str], catalogue_file: Path, tmp_path: Path
) -> None:
    done = careerdesk("--catalogue", catalogue_file, *command, home=tmp_path, **screen)
    assert "needs a screen" in sentence(done, 3)


def test_the_sentence_is_in_the_language_of_the_computer(
    catalogue_file: Path, tmp_path: Path
) -> None:
    done = careerdesk("--catalogue", catalogue_file, home=tmp_path, LC_ALL="ms_MY.UTF-8")
    assert done.returncode == 3
    assert "needs a screen" not in done.stderr
    assert "CareerDesk" in done.stderr


BROKEN = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "{module}":
            raise ImportError("libEGL.so.1: cannot open shared object file", name=name)

sys.meta_path.insert(0, Refuse())
from careerdesk.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("command", [[], ["tour", "--out", "{folder}/out"]], ids=["desk", "tour"])
def test_without_qt_it_is_one_sentence(
    command: list[str], catalogue_file: Path, tmp_path: Path
) -> None:
    code = BROKEN.format(module="PySide6")
    filled = [part.format(folder=tmp_path) for part in command]
    done = python(
        *("-c", code, "--catalogue", catalogue_file, *filled),
        home=tmp_path,
        QT_QPA_PLATFORM="offscreen",
    )
    line = sentence(done, 6)
    assert "PySide6" in line
    assert "install it again" in line


def test_a_missing_part_is_code_6(catalogue_file: Path, tmp_path: Path) -> None:
    hide = (
        "import sys; from careerdesk import resources; "
        "resources._CHECKOUT = resources._PACKAGE = __import__('pathlib').Path('/nowhere'); "
        "from careerdesk.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    done = python(
        *("-c", hide, "--catalogue", catalogue_file),
        home=tmp_path,
        QT_QPA_PLATFORM="offscreen",
    )
    assert "resources/" in sentence(done, 6)
