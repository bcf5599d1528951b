"""The tour through the real window on the real catalogue: every station, or a sentence."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from running import careerdesk, python

STATIONS = {
    *(
        "explore",
        "search",
        "filters",
        "nothing-found",
        "skills-ticked",
        "evidence",
        "language-switched",
    ),
    *("shortlist", "compare", "subject", "skill", "sheet"),
    *(f"role-{tab}" for tab in ("story", "journey", "skills", "scores", "pay", "sources")),
}
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def screen() -> Iterator[str]:
    """Return the name of an X screen of our own."""
    program = shutil.which("Xvfb")
    assert program is not None, "Xvfb is missing; packaging/set_up.py dev installs it"
    reader, writer = os.pipe()
    command = [
        program,
        "-displayfd",
        str(writer),
        "-screen",
        "0",
        "1400x900x24",
        "-nolisten",
        "tcp",
    ]
    with subprocess.Popen(
        command, pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        os.close(writer)
        with os.fdopen(reader) as answer:
            number = answer.readline().strip()
        yield f":{number}"
        server.terminate()


def tour(catalogue: Path, home: Path, *arguments: str, **screen: str) -> list[Path]:
    """Take the tour and return what it saved, which has to be what it printed."""
    out = home / "out"
    done = careerdesk(
        *("--catalogue", catalogue, "tour", "--out", out, *arguments),
        home=home,
        timeout=120,
        **screen,
    )
    assert done.returncode == 0, done.stderr
    saved = [Path(line) for line in done.stdout.splitlines()]
    assert sorted(saved) == sorted(out.iterdir())
    return saved


def check(saved: list[Path]) -> None:
    """Make sure that there is a picture of every station, and the sheet."""
    *pictures, sheet = saved
    names = {path.stem.partition("-")[2] for path in pictures}
    assert names >= STATIONS
    assert all(path.read_bytes().startswith(PNG) for path in pictures)
    assert sheet.suffix == ".pdf"
    assert sheet.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--lang", "en", "--theme", "light"),
        ("--lang", "ms", "--theme", "dark", "--size", "1024x640"),
    ],
    ids=["english", "malay"],
)
def test_the_tour_offscreen(
    arguments: tuple[str, ...], real_catalogue: Path, tmp_path: Path
) -> None:
    saved = tour(real_catalogue, tmp_path, *arguments, QT_QPA_PLATFORM="offscreen")
    check(saved)


def test_the_tour_on_a_screen(real_catalogue: Path, tmp_path: Path, screen: str) -> None:
    check(tour(real_catalogue, tmp_path, "--size", "1280x720", DISPLAY=screen))


def test_the_tour_leaves_nothing_in_the_student_folder(
    real_catalogue: Path, tmp_path: Path
) -> None:
    tour(real_catalogue, tmp_path, QT_QPA_PLATFORM="offscreen")
    assert not (tmp_path / "data").exists()


SPOILT = """
import sys
from careerdesk.cli import main
{spoil}
sys.exit(main(sys.argv[1:]))
"""

BLANK_TAB = """
from careerdesk.desk.role.pay import PayTab
PayTab._fill_first_screen = lambda self: None
"""
SHUT_TAB = """
from careerdesk.desk import tour
tour._WAIT_MS = 500
from careerdesk.desk.role.page import RolePage
RolePage.open_tab = lambda self, key: None
"""
LOST_TICK = """
from careerdesk.student import StudentFile
StudentFile.mark_skill = lambda self, *values: None
"""
NO_SHEET = """
from careerdesk import sheets
from careerdesk.sheets import SheetProblem
def make_pdf(*values, **named):
    raise SheetProblem(title="x", detail="nothing was made")
sheets.make_pdf = make_pdf
"""


@pytest.mark.parametrize(
    ("spoil", "station"),
    [
        (BLANK_TAB, "role-pay"),
        (SHUT_TAB, "role-journey"),
        (LOST_TICK, "skills"),
        (NO_SHEET, "sheet"),
    ],
    ids=["blank", "shut", "lost", "no sheet"],
)
def test_the_tour_stops_where_something_is_wrong(
    spoil: str, station: str, real_catalogue: Path, tmp_path: Path
) -> None:
    done = python(
        *("-c", SPOILT.format(spoil=spoil), "--catalogue", real_catalogue),
        *("tour", "--out", tmp_path / "out"),
        home=tmp_path,
        timeout=120,
        QT_QPA_PLATFORM="offscreen",
    )
    assert done.returncode == 1
    line = done.stderr.splitlines()[-1]
    assert line.startswith(f"careerdesk: The tour stopped at “{station}")
    assert "Traceback" not in done.stderr
