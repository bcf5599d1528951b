"""The command line: parses, calls one command, and turns errors into a sentence and an exit code.

A command imports the rooms it needs when it runs; ``--version``, ``search``, ``show``, ``sheet``
and ``catalogue`` never load Qt. Results go to standard output, messages to standard error.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import careerdesk
from careerdesk.arguments import Parser, parse, place, whole_number, window_size
from careerdesk.errors import CareerdeskError, DamagedInstallation, ExitCode, OutputProblem
from careerdesk.files import reason_for
from careerdesk.i18n import LANGUAGES, translator_of

EXIT_CODES = """\
exit codes:
  0  all went well
  1  the input is wrong: an unknown role, a fault in data/
  2  the command was called the wrong way
  3  there is no screen, or a system library for the window is missing
  4  the student file is open elsewhere
  5  something had to be written and could not be
  6  the installation or its catalogue is damaged
"""


SEARCH_FILTERS = (
    ("field", "F", "id of a field of work, such as health"),
    ("route", "R", "way in: university, pre_university, diploma, tvet or work"),
    ("max-schooling", "L", "schooling needed at most: spm, skm, diploma or degree"),
    ("subject", "S", "id of an SPM subject that matters, such as physics"),
    ("interest", "L", "RIASEC letter: R, I, A, S, E or C (K in Malay)"),
    ("min-pay", "N", "RM a month at the start at least; roles without a figure come last"),
    ("demand", "D", "demand in Malaysia: high, medium, low or none"),
    ("place", "P", "on_site, partly_home or home"),
    ("hours", "H", "day, shifts or varied"),
)
SORTS = "order: match, title, pay, demand or shortest"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    _speak_utf8()
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever was reading has heard enough, as in `careerdesk show … | head`.
        _write_no_more()
        return int(ExitCode.OK)
    except OSError as error:
        # All else that a system can refuse is worded where it is asked for.
        _write_no_more()
        return _tell(OutputProblem(reason=reason_for(error)))
    except KeyboardInterrupt:
        return 130
    return code


def _run(arguments: Sequence[str] | None) -> int:
    """Parse ``arguments`` and run the command in them; return its exit code."""
    try:
        options = parse(_parser(), arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    except CareerdeskError as error:
        return _tell(error)
    from_icon = options.command == "desk" and not (sys.stderr and sys.stderr.isatty())
    try:
        return int(_command(options.command)(options))
    except CareerdeskError as error:
        return _tell(error, from_icon=from_icon)
    except ImportError as error:
        part = error.name or str(error)
        return _tell(DamagedInstallation(part=part), from_icon=from_icon)


def _command(name: str) -> Callable[[argparse.Namespace], ExitCode]:
    """Return what runs the command with ``name``, and import nothing that it does not need."""
    group, _, task = name.partition(".")
    if task:
        from careerdesk import student_commands

        return getattr(student_commands, task)  # type: ignore[no-any-return]
    from careerdesk import commands

    return getattr(commands, group)  # type: ignore[no-any-return]


def _tell(error: CareerdeskError, *, from_icon: bool = False) -> int:
    """Say the sentence of ``error`` where the caller can see it; return its exit code."""
    t = translator_of(os.environ)
    sentence = t.error(error)
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(f"careerdesk: {sentence}", file=sys.stderr)
    if from_icon and error.exit_code is not ExitCode.NO_DISPLAY:
        from careerdesk.desk import preflight

        if preflight.has_screen(os.environ):
            # Without Qt, standard error has to do.
            with contextlib.suppress(ImportError):
                from careerdesk.desk.app import show_sentence

                show_sentence(sentence, t)
    return int(error.exit_code)


def _write_no_more() -> None:
    """Lead standard output nowhere, so that the end of the program does not try it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _speak_utf8() -> None:
    """Write Malay and quotation marks wherever the output goes, whatever the system's locale."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _parser() -> Parser:
    parser = Parser(
        prog="careerdesk",
        description="An offline career explorer. Without a command it opens its window.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--version", action="version", version=f"careerdesk {careerdesk.__version__}"
    )
    parser.add_argument(
        "--data-dir",
        type=place,
        metavar="DIR",
        help="folder of the student file, instead of the usual one",
    )
    parser.add_argument(
        "--catalogue",
        type=place,
        metavar="FILE",
        help="catalogue to open, instead of the built-in one",
    )
    parser.set_defaults(command="desk")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_reading_commands(commands)
    _add_catalogue_commands(commands)
    _add_student_commands(commands)
    _add_tour(commands)
    return parser


def _add_reading_commands(commands: argparse._SubParsersAction[Parser]) -> None:
    _add_search(commands)

    show = _add(commands, "show", "print a role as text")
    show.add_argument("role", metavar="ROLE", help="id of the role, such as data-scientist")
    show.add_argument("--lang", choices=LANGUAGES, help="language of the text")
    show.add_argument("--json", action="store_true", help="write JSON, both languages")
    show.set_defaults(command="show")

    _add_sheet(commands)


def _add_search(commands: argparse._SubParsersAction[Parser]) -> None:
    search = commands.add_parser(
        "search",
        help="find roles by words in either language, and by filters",
        description="Find roles, best match first. A filter may be given again to widen it; "
        "different filters narrow. An unknown value is answered with the known ones.",
    )
    search.add_argument(
        "query",
        metavar="QUERY",
        help='words, or "" for every role; after -- where they begin with a dash',
    )
    search.add_argument(
        "--limit", type=whole_number, default=20, metavar="N", help="roles to print"
    )
    search.add_argument("--json", action="store_true", help="write JSON")
    search.add_argument("--lang", choices=LANGUAGES, help="language of the reasons and titles")
    for option, metavar, words in SEARCH_FILTERS:
        search.add_argument(f"--{option}", action="append", default=[], metavar=metavar, help=words)
    search.add_argument("--sort", default="match", metavar="K", help=SORTS)
    search.set_defaults(command="search")


def _add(commands: argparse._SubParsersAction[Parser], name: str, what: str) -> Parser:
    """Add the command ``name``, and say ``what`` it does in the list and in its own help."""
    return commands.add_parser(name, help=what, description=f"{what[0].upper()}{what[1:]}.")


def _add_sheet(commands: argparse._SubParsersAction[Parser]) -> None:
    sheet = commands.add_parser(
        "sheet",
        help="write a sheet for paper as PDF",
        description="Write a sheet for paper as PDF: whole, or not at all.",
    )
    sheet.add_argument(
        "roles",
        nargs="*",
        metavar="ROLE",
        help="ids of roles, such as data-scientist; a booklet without any is of the shortlist",
    )
    sheet.add_argument(
        "--kind",
        choices=("role", "summary", "booklet", "compare", "subject", "parents"),
        default="role",
        help="two pages about a role (as usual), one page about it, a booklet of roles, two to "
        "four roles side by side, a poster of an SPM subject, or a letter to parents about a role",
    )
    sheet.add_argument("--subject", metavar="ID", help="subject of the poster, such as physics")
    sheet.add_argument(
        "-o",
        "--output",
        type=place,
        required=True,
        metavar="FILE",
        help="where to write it; - for the standard output",
    )
    sheet.add_argument("--lang", choices=LANGUAGES, help="language of the sheet")
    sheet.add_argument("--paper", choices=("a4", "letter"), default="a4", help="size of the paper")
    sheet.add_argument("--grey", action="store_true", help="greys alone, for any printer")
    sheet.set_defaults(command="sheet")


def _add_data(command: Parser) -> None:
    command.add_argument(
        "data",
        type=place,
        nargs="?",
        default=Path("data"),
        metavar="DATA",
        help="folder of the text files; data where it is left out",
    )


def _add_catalogue_commands(commands: argparse._SubParsersAction[Parser]) -> None:
    catalogue = _add(commands, "catalogue", "build, check or describe a catalogue")
    tasks = catalogue.add_subparsers(title="tasks", metavar="TASK", required=True)

    build = _add(tasks, "build", "make the catalogue from the text files of a folder")
    _add_data(build)
    build.add_argument(
        "-o",
        "--output",
        type=place,
        default=Path("catalogue.sqlite"),
        metavar="FILE",
        help="where to write it; catalogue.sqlite where it is left out",
    )
    build.set_defaults(command="catalogue_build")

    check = _add(tasks, "check", "report every fault in the text files of a folder")
    _add_data(check)
    check.add_argument("--report", action="store_true", help="print a table of measures as well")
    check.set_defaults(command="catalogue_check")

    info = _add(tasks, "info", "say which catalogue is in use and what it holds")
    info.add_argument("--json", action="store_true", help="write JSON")
    info.set_defaults(command="catalogue_info")


def _add_student_commands(commands: argparse._SubParsersAction[Parser]) -> None:
    student = _add(commands, "student", "look after a student's work")
    tasks = student.add_subparsers(title="tasks", metavar="TASK", required=True)

    replay = _add(tasks, "replay", "do the actions of a file of JSON lines")
    replay.add_argument("file", type=place, metavar="FILE", help="or - for standard input")
    replay.set_defaults(command="student.replay")

    backup = _add(tasks, "backup", "make a backup now")
    backup.set_defaults(command="student.backup")

    listed = _add(tasks, "list", "list the backups, with dates and counts")
    listed.add_argument("--json", action="store_true", help="write JSON")
    listed.set_defaults(command="student.list_backups")

    restore = _add(tasks, "restore", "go on with a backup")
    restore.add_argument(
        "number",
        type=whole_number,
        nargs="?",
        default=1,
        metavar="NUMBER",
        help="number that “list” shows; the newest where it is left out",
    )
    restore.set_defaults(command="student.restore")

    export = _add(tasks, "export", "write a student's work for elsewhere")
    export.add_argument(
        "-o",
        "--output",
        type=place,
        required=True,
        metavar="FILE",
        help="where to write it; a name in .csv or .txt makes a table or a text",
    )
    export.add_argument("--format", choices=("careerdesk", "csv", "text"))
    export.add_argument("--lang", choices=LANGUAGES, help="language of a table or text")
    export.set_defaults(command="student.export")

    brought = _add(tasks, "import", "take in a hand-over file")
    brought.add_argument("file", type=place, metavar="FILE", help="a .careerdesk file")
    brought.add_argument("--replace", action="store_true", help="instead of what is here")
    brought.add_argument("--preview", action="store_true", help="only say what that would do")
    brought.set_defaults(command="student.import_file")

    erase = _add(tasks, "erase", "erase a student's work and every copy of it")
    erase.add_argument("--yes", action="store_true", help="because it cannot be undone")
    erase.set_defaults(command="student.erase")

    wipe = _add(tasks, "wipe", "take the work of all students of this account away")
    wipe.add_argument("--yes", action="store_true", help="because it is everybody's work")
    wipe.set_defaults(command="student.wipe")

    unwipe = _add(tasks, "unwipe", "bring back what the last wipe took")
    unwipe.set_defaults(command="student.unwipe")

    schema = _add(tasks, "schema", "print the format of hand-over files")
    schema.set_defaults(command="student.schema")

    for task in tasks.choices.values():
        # Here too, because the folder is what these commands are about.
        task.add_argument(
            "--data-dir",
            type=place,
            metavar="DIR",
            default=argparse.SUPPRESS,
            help="folder of the student file, instead of the usual one",
        )


def _add_tour(commands: argparse._SubParsersAction[Parser]) -> None:
    tour = _add(commands, "tour", "walk through the window and save a picture per station")
    tour.add_argument(
        "--out", type=place, required=True, metavar="DIR", help="folder of the pictures"
    )
    tour.add_argument("--lang", choices=LANGUAGES, default="en")
    tour.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    tour.add_argument("--size", type=window_size, default=(1366, 768), metavar="WxH")
    tour.add_argument(
        "--text-size", type=int, choices=(90, 100, 115, 130, 150), default=100, metavar="PERCENT"
    )
    tour.set_defaults(command="tour")
