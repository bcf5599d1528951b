"""The commands that need no window: what they print where, and what they return."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

import careerdesk as package
from careerdesk.catalogue import Store
from careerdesk.sheets import Kind, Look, Order, Paper, make_pdf
from running import careerdesk, environment, python

Done = subprocess.CompletedProcess[str]
Run = Callable[..., Done]
DATA = Path(__file__).parent.parent / "data"
ENGINEER = "machine-learning-engineer"

LOADED = """
import sys
from careerdesk.cli import main
code = main(sys.argv[1:])
heavy = ("PySide6", "shiboken6", "pyqtgraph")
print(*[name for name in heavy if name in sys.modules], file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture
def run(catalogue_file: Path, tmp_path: Path) -> Run:
    """Return a function that runs a command on the small catalogue."""

    def run_command(*arguments: str | Path, **extra: str) -> Done:
        return careerdesk("--catalogue", catalogue_file, *arguments, home=tmp_path, **extra)

    return run_command


def sentence(done: Done, code: int) -> str:
    """Return the one line on standard error of a command that failed with ``code``."""
    assert done.returncode == code, done.stderr
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("careerdesk: ")
    assert line.endswith(".")
    return line


def test_version(run: Run) -> None:
    done = run("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"careerdesk {package.__version__}\n"


def test_search_prints_a_line_for_each_role(run: Run) -> None:
    done = run("search", "jururawat")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "nurse\tNurse\tJururawat\tTitle: Jururawat\n"


def test_search_that_finds_nothing_is_no_fault(run: Run) -> None:
    done = run("search", "zzqq")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert json.loads(run("search", "zzqq", "--json").stdout) == []


def test_search_as_json(run: Run) -> None:
    done = run("search", "data", "--json")
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert found[0] == {
        "id": "data-analyst",
        "title": {"en": "Data Analyst", "ms": "Penganalisis Data"},
        "field": "computing",
        "why": "Title: Data Analyst",
    }


@pytest.mark.parametrize(("limit", "count"), [("1", 1), ("0", 0), ("999999999999999999999", 2)])
def test_search_keeps_to_its_limit(limit: str, count: int, run: Run) -> None:
    done = run("search", "data", f"--limit={limit}")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == count


def test_search_with_filters_and_orders(run: Run) -> None:
    def ids(*options: str) -> list[str]:
        done = run("search", "", *options)
        assert (done.returncode, done.stderr) == (0, "")
        return [line.partition("\t")[0] for line in done.stdout.splitlines()]

    everything = ["data-analyst", "machine-learning-engineer", "nurse"]
    assert ids() == everything
    assert ids("--field", "health") == ["nurse"]
    assert ids("--field", "health", "--field", "computing") == everything
    assert ids("--route", "university", "--subject", "maths") == ["machine-learning-engineer"]
    assert ids("--interest", "k") == ids("--interest", "C") == ["machine-learning-engineer"]
    assert ids("--max-schooling", "diploma") == []
    assert ids("--min-pay", "2000") == everything
    assert ids("--sort", "shortest")[0] == "machine-learning-engineer"
    assert ids("--hours", "shifts") == ids("--place", "on_site") == []


def test_search_says_why_in_the_language_asked_for(run: Run) -> None:
    done = run("search", "robot", "--lang", "ms", "--json")
    assert [row["why"] for row in json.loads(done.stdout)] == ["Dicari sebagai: robot"]
    done = run("search", "", "--min-pay", "2000")
    assert done.stdout.count("Entry pay: no Malaysian figure with a source") == 3


@pytest.mark.parametrize(
    ("option", "value", "known"),
    [
        ("--field", "helth", "computing, health"),
        ("--route", "bus", "university, pre_university, diploma, tvet, work"),
        ("--max-schooling", "phd", "spm, skm, diploma, degree"),
        ("--subject", "latin", "maths"),
        ("--interest", "x", "R, I, A, S, E, C"),
        ("--min-pay", "lots", "1500"),
        ("--demand", "some", "high, medium, low, none"),
        ("--place", "moon", "on_site, partly_home, home"),
        ("--hours", "short", "day, shifts, varied"),
        ("--sort", "best", "match, title, pay, demand, shortest"),
    ],
)
def test_an_unknown_filter_value_is_answered_with_the_known_ones(
    option: str, value: str, known: str, run: Run
) -> None:
    done = run("search", "data", option, value)
    assert (done.returncode, done.stdout) == (1, "")
    assert known in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "query", ["", "x" * 10_000, "🙂", '"', "' OR 1=1 --", "NEAR(a b, 3)", "-nurse", "titles:*", "^"]
)
def test_any_query_is_ordinary_input(query: str, run: Run) -> None:
    done = run("search", "--json", "--", query)
    assert (done.returncode, done.stderr) == (0, "")
    assert isinstance(json.loads(done.stdout), list)


def test_show_as_text_in_both_languages(run: Run) -> None:
    english = run("show", "nurse").stdout
    assert english.startswith("Nurse · Jururawat\n")
    assert "You care for patients." in english
    malay = run("show", "nurse", "--lang", "ms").stdout
    assert malay.startswith("Jururawat · Nurse\n")
    assert run("show", "nurse", LC_ALL="ms_MY.UTF-8").stdout == malay


def test_show_as_json_holds_every_section(run: Run) -> None:
    done = run("show", "machine-learning-engineer", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    shown = json.loads(done.stdout)
    assert shown["role"]["title"]["ms"] == "Jurutera Pembelajaran Mesin"
    assert shown["role"]["pay"][0]["low"] == 4000.0
    assert set(shown["sources"]) == {"survey", "seed"}


def test_output_is_utf8_whatever_the_locale(run: Run) -> None:
    done = run("show", "machine-learning-engineer", LC_ALL="C", PYTHONUTF8="0")
    assert "·" in done.stdout


def test_catalogue_info(run: Run) -> None:
    counts = json.loads(run("catalogue", "info", "--json").stdout)
    assert (counts["edition"], counts["roles"], counts["fields"]) == (3, 3, 2)
    lines = run("catalogue", "info").stdout.splitlines()
    assert "edition: 3" in lines
    assert "sources by kind: illustrative 1, official 1" in lines


@pytest.mark.parametrize(
    ("asked", "order", "look"),
    [
        (("nurse", "--lang", "ms"), Order(kind=Kind.ROLE, roles=("nurse",)), Look("ms")),
        (
            ("nurse", "--kind", "summary", "--lang", "en", "--grey"),
            Order(kind=Kind.SUMMARY, roles=("nurse",)),
            Look("en", grey=True),
        ),
        (
            ("nurse", "--kind", "parents", "--lang", "en", "--paper", "letter"),
            Order(kind=Kind.PARENTS, roles=("nurse",)),
            Look("en", Paper.LETTER),
        ),
        (
            ("nurse", ENGINEER, "--kind", "compare", "--lang", "ms"),
            Order(kind=Kind.COMPARE, roles=("nurse", ENGINEER)),
            Look("ms"),
        ),
        (
            ("nurse", ENGINEER, "--kind", "booklet", "--lang", "en"),
            Order(kind=Kind.BOOKLET, roles=("nurse", ENGINEER)),
            Look("en"),
        ),
        (
            ("--kind", "subject", "--subject", "maths", "--lang", "ms"),
            Order(kind=Kind.SUBJECT, subject="maths"),
            Look("ms"),
        ),
    ],
    ids=lambda value: value.kind if isinstance(value, Order) else "",
)
def test_sheet_is_what_the_sheets_room_makes(
    asked: tuple[str, ...], order: Order, look: Look, run: Run, store: Store, tmp_path: Path
) -> None:
    done = run("sheet", *asked, "-o", tmp_path / "sheet.pdf")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    made = (tmp_path / "sheet.pdf").read_bytes()
    assert made == make_pdf(store, order, look, date.today())


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--kind", "compare", "nurse"), "Two to four different roles"),
        (("--kind", "subject"), "about no subject"),
        (("--kind", "subject", "--subject", "alchemy"), "no subject “alchemy”"),
        (("--kind", "booklet"), "about no role"),
        (("nurse", ENGINEER), "“role” cannot be about all of this"),
        (("nurse", "--subject", "maths"), "cannot be about all of this: nurse, maths"),
        (("nurse", "--kind", "subject", "--subject", "maths"), "cannot be about all of this"),
        ((), "about no role"),
    ],
)
def test_a_sheet_about_nothing_is_one_sentence(
    asked: tuple[str, ...], said: str, run: Run, tmp_path: Path
) -> None:
    done = run("sheet", *asked, "-o", tmp_path / "x.pdf")
    assert said in sentence(done, done.returncode)
    assert done.returncode in (1, 2)
    assert not (tmp_path / "x.pdf").exists()


def test_a_sheet_can_go_to_the_standard_output(
    catalogue_file: Path, run: Run, tmp_path: Path
) -> None:
    run("sheet", "nurse", "-o", tmp_path / "x.pdf")
    command = ("-m", "careerdesk", "--catalogue", catalogue_file, "sheet", "nurse", "-o", "-")
    done = subprocess.run(
        [sys.executable, *command],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        check=True,
    )
    assert done.stdout == (tmp_path / "x.pdf").read_bytes()
    assert not (tmp_path / "-").exists()


def test_a_booklet_of_work_that_cannot_be_read_says_why(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "student"
    data.mkdir()
    (data / "student.sqlite").write_text("no student file " * 500)
    done = run("--data-dir", data, "sheet", "--kind", "booklet", "-o", tmp_path / "x.pdf")
    assert "damaged" in sentence(done, done.returncode)
    assert done.returncode != 0
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("command", ["show", "sheet"])
def test_an_unknown_role_is_code_1_and_names_the_nearest(
    command: str, run: Run, tmp_path: Path
) -> None:
    extra = ("-o", tmp_path / "x.pdf") if command == "sheet" else ()
    line = sentence(run(command, "nurs", *extra), 1)
    assert "nurs" in line
    assert "nurse" in line
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("role", ["", "x" * 10_000, "a\nb", "../../etc/passwd", "--", "ж"])
def test_any_word_may_be_asked_for(role: str, run: Run) -> None:
    done = run("show", "--", role)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert len(done.stderr) < 1000


WRONG_WAYS = [
    ["no-such-command"],
    ["show"],
    ["sheet", "nurse"],
    ["search", "x", "--limit", "many"],
    ["show", "nurse", "--lang", "fr"],
    ["catalogue"],
    ["tour"],
    ["tour", "--out", "x", "--size", "wide"],
    ["sheet", "nurse", "-o", ""],
    ["--data-dir", ""],
    ["--no-such-option"],
    ["search", "x", "--limit", "-1"],
    ["search", "x", "--limit"],
    ["sheet", "x", "--kind", "poem", "-o", "x.pdf"],
    ["search", "x", "--m", "1"],
]


@pytest.mark.parametrize("arguments", WRONG_WAYS)
def test_the_wrong_way_is_code_2(arguments: list[str], run: Run) -> None:
    done = run(*arguments)
    line = sentence(done, 2)
    assert "--help” shows how it is called." in line
    assert len(line) < 1500


ENGLISH = ("argument", "expected", "required", "invalid", "unrecognized", "choose", "not a")


def test_the_wrong_way_is_said_in_malay_too(run: Run) -> None:
    for arguments in WRONG_WAYS:
        line = sentence(run(*arguments, LC_ALL="ms_MY.UTF-8"), 2)
        assert "--help” menunjukkan" in line
        assert not [word for word in ENGLISH if word in line], line


@pytest.mark.parametrize("value", ["\x1b[31mred", "two\nlines", "\u202efdp", "x" * 90_000])
def test_what_was_asked_for_cannot_spoil_the_sentence(value: str, run: Run) -> None:
    for arguments in (
        ["show", value],
        ["search", "a", "--limit", value],
        ["search", "a", "--sort", value],
        [value],
        ["student", "import", value],
        ["student", "replay", value],
        ["student", "export", "-o", f"{value}/x"],
        ["catalogue", "check", value],
    ):
        done = run(*arguments)
        line = sentence(done, done.returncode)
        assert line.isprintable()
        assert len(line) < 2500


def test_errors_of_the_catalogue_stand_after_its_warnings(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(DATA, data)
    accountant = data / "roles" / "accountant.yaml"
    accountant.write_text(
        accountant.read_text("utf-8").replace("\nfield: ", "\nfeild: ", 1), "utf-8"
    )
    lines = run("catalogue", "check", str(data)).stdout.splitlines()
    first = next(number for number, line in enumerate(lines) if ": warning: " not in line)
    assert first > 0
    assert not [line for line in lines[first:] if ": warning: " in line]
    assert any("feild" in line for line in lines[first:])


@pytest.mark.parametrize("place", ["missing/x.pdf", "file/x.pdf", "folder"])
def test_a_sheet_that_cannot_be_written_is_code_5(place: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    (tmp_path / "folder").mkdir()
    line = sentence(run("sheet", "nurse", "-o", tmp_path / place), 5)
    assert "could not be saved" in line
    assert (tmp_path / "file").read_text() == "in the way"
    assert list((tmp_path / "folder").iterdir()) == []


def test_a_full_disk_is_code_5_and_leaves_the_old_sheet(
    catalogue_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "nurse.pdf"
    path.write_bytes(b"OLD")
    small = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048)); "
    code = small + "from careerdesk.cli import main; sys.exit(main(sys.argv[1:]))"
    command = ("-c", code, "--catalogue", catalogue_file, "sheet", "nurse", "-o", path)
    done = python(*command, home=tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert done.returncode == 5
    assert len(done.stderr.splitlines()) == 1
    assert path.read_bytes() == b"OLD"


def test_a_tour_on_a_full_disk_is_code_5(catalogue_file: Path, tmp_path: Path) -> None:
    # Only the pictures are larger than what may be written.
    small = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536)); "
    code = small + "from careerdesk.cli import main; sys.exit(main(sys.argv[1:]))"
    command = ("-c", code, "--catalogue", catalogue_file, "tour", "--out", tmp_path / "out")
    done = python(*command, home=tmp_path, PYTHONDONTWRITEBYTECODE="1", QT_QPA_PLATFORM="offscreen")
    line = sentence(done, 5)
    assert "01-explore.png could not be saved" in line
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize("command", [["build"], ["tour"]])
def test_an_output_folder_that_cannot_be_made_is_code_5(
    command: list[str], run: Run, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    if command == ["build"]:
        done = run("catalogue", "build", DATA, "-o", tmp_path / "file" / "x" / "c.sqlite")
    else:
        done = run("tour", "--out", tmp_path / "file" / "x", QT_QPA_PLATFORM="offscreen")
    assert "file" in sentence(done, 5)


def test_missing_data_is_code_1(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for task in ("build", "check"):
        for folder in (tmp_path / "nothing", tmp_path / "file", tmp_path / ("x" * 300)):
            line = sentence(run("catalogue", task, folder), 1)
            assert str(folder) in line
            assert "cannot be read as the folder of a catalogue" in line


@pytest.fixture(params=["missing", "empty", "garbage", "cut", "newer", "other", "folder"])
def unfit(request: pytest.FixtureRequest, catalogue_file: Path, tmp_path: Path) -> Path:
    """Return a catalogue file that cannot be used."""
    path = tmp_path / "unfit.sqlite"
    whole = catalogue_file.read_bytes()
    match request.param:
        case "empty":
            path.write_bytes(b"")
        case "garbage":
            path.write_bytes(b"no catalogue at all" * 1000)
        case "cut":
            path.write_bytes(whole[: len(whole) // 3])
        case "folder":
            path.mkdir()
        case "newer":
            path.write_bytes(whole)
            with closing(sqlite3.connect(path)) as db:
                db.execute("PRAGMA user_version = 9999")
        case "other":
            with closing(sqlite3.connect(path)) as db:
                db.execute("CREATE TABLE role (id TEXT)")
    return path


@pytest.mark.parametrize(
    "command",
    [
        ["search", "nurse"],
        ["show", "nurse"],
        ["sheet", "nurse", "-o", "x.pdf"],
        ["catalogue", "info"],
        [],
    ],
    ids=["search", "show", "sheet", "info", "desk"],
)
def test_an_unfit_catalogue_is_code_6_and_is_named(
    command: list[str], unfit: Path, tmp_path: Path
) -> None:
    done = careerdesk("--catalogue", unfit, *command, home=tmp_path, QT_QPA_PLATFORM="offscreen")
    assert str(unfit) in sentence(done, 6)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["search", "data"],
        ["show", "nurse"],
        ["sheet", "nurse", "-o", "{folder}/nurse.pdf"],
        ["catalogue", "info"],
        ["catalogue", "check", str(DATA)],
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_qt_for_words_alone(arguments: list[str], catalogue_file: Path, tmp_path: Path) -> None:
    filled = [argument.format(folder=tmp_path) for argument in arguments]
    code = ("-c", LOADED, "--catalogue", catalogue_file, *filled)
    done = python(*code, home=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == ""


def test_a_reader_that_has_heard_enough_is_no_fault(catalogue_file: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "careerdesk", "--catalogue", str(catalogue_file)]
    command += ["show", "machine-learning-engineer", "--json"]
    pipe = f"{shlex.join(command)} | head -c 1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", pipe],
        env=environment(tmp_path),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"{", b"")


@pytest.mark.parametrize("buffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("command", [["--version"], ["search", "data"], ["show", "nurse"]])
def test_a_reader_that_has_gone_before_the_end_is_no_fault(
    command: list[str], buffered: str, catalogue_file: Path, tmp_path: Path
) -> None:
    outward, inward = os.pipe()
    os.close(outward)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "careerdesk", "--catalogue", str(catalogue_file), *command],
            env=environment(tmp_path, PYTHONUNBUFFERED=buffered),
            stdout=inward,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    finally:
        os.close(inward)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("buffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_an_answer_that_finds_no_room_is_code_5(
    buffered: str, catalogue_file: Path, tmp_path: Path
) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "careerdesk", "--catalogue", str(catalogue_file), "search", "d"],
            env=environment(tmp_path, PYTHONUNBUFFERED=buffered),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 5
    (line,) = done.stderr.splitlines()
    assert line.startswith("careerdesk: The answer could not be written out: the disk is full.")


def test_a_package_that_is_missing_is_a_sentence(catalogue_file: Path, tmp_path: Path) -> None:
    hide = "import sys; sys.modules['typst'] = None; "
    code = hide + "from careerdesk.cli import main; sys.exit(main(sys.argv[1:]))"
    command = ("-c", code, "--catalogue", catalogue_file, "sheet", "nurse", "-o", tmp_path / "x")
    assert "damaged (typst)" in sentence(python(*command, home=tmp_path), 6)


def test_without_malay_words_the_sentence_is_english(catalogue_file: Path, tmp_path: Path) -> None:
    hide = "from careerdesk import resources; resources._PACKAGE = resources._CHECKOUT = "
    hide += "resources.Path('/nowhere'); import sys; "
    code = hide + "from careerdesk.cli import main; sys.exit(main(sys.argv[1:]))"
    command = ("-c", code, "--catalogue", catalogue_file, "show", "nurze")
    done = python(*command, home=tmp_path, LC_ALL="ms_MY.UTF-8")
    assert "The catalogue has no role “nurze”" in sentence(done, 1)


def test_a_build_that_finds_faults_makes_no_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    done = run("catalogue", "build", tmp_path / "data", "-o", tmp_path / "out" / "c.sqlite")
    assert done.returncode == 1
    assert not (tmp_path / "out").exists()
