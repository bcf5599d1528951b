"""The command line: parses, calls one command, and turns errors into a sentence and an exit code.

A command imports the rooms it needs when it runs; ``--version``, ``search``, ``show``, ``sheet``
and ``catalogue`` never load Qt. Results go to standard output, messages to standard error.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import careerdesk
from careerdesk.errors import CareerdeskError, ExitCode
from careerdesk.i18n import LANGUAGES, translator

EXIT_CODES = """\
exit codes:
  0  all went well
  1  the input is wrong: an unknown role, a fault in data/
  2  the command was called the wrong way
  3  there is no screen, or a system library for the window is missing
  4  the student file is open elsewhere
  5  a file could not be written
  6  the installation or its catalogue is damaged
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    _speak_utf8()
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return int(stop.code or 0)
    from careerdesk import commands

    try:
        return int(getattr(commands, options.command)(options))
    except CareerdeskError as error:
        commands.tell(error, options, translator(language_of(os.environ)))
        return int(error.exit_code)
    except BrokenPipeError:
        # Whoever was reading has heard enough, as in `careerdesk show … | head`.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return int(ExitCode.OK)
    except KeyboardInterrupt:
        return 130


def language_of(environment: os._Environ[str] | dict[str, str]) -> str:
    """Return the language for messages, from the locale that ``environment`` names."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name)
        if value:
            return "ms" if value.lower().startswith("ms") else "en"
    return "en"


def window_size(text: str) -> tuple[int, int]:
    """Return width and height from ``1366x768``."""
    match = re.fullmatch(r"(\d{3,4})x(\d{3,4})", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size; expected one like 1366x768")
    return int(match[1]), int(match[2])


def _speak_utf8() -> None:
    """Write Malay and quotation marks wherever the output goes, whatever the system's locale."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
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
        type=Path,
        metavar="DIR",
        help="folder of the student file, instead of the usual one",
    )
    parser.add_argument(
        "--catalogue",
        type=Path,
        metavar="FILE",
        help="catalogue to open, instead of the built-in one",
    )
    parser.set_defaults(command="desk")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_reading_commands(commands)
    _add_catalogue_commands(commands)
    _add_tour(commands)
    return parser


def _add_reading_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    search = commands.add_parser("search", help="find roles by words in either language")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--limit", type=int, default=20, metavar="N")
    search.add_argument("--json", action="store_true", help="write JSON")
    search.set_defaults(command="search")

    show = commands.add_parser("show", help="print a role as text")
    show.add_argument("role", metavar="ROLE", help="id of the role, such as data-scientist")
    show.add_argument("--lang", choices=LANGUAGES, help="language of the text")
    show.add_argument("--json", action="store_true", help="write JSON, both languages")
    show.set_defaults(command="show")

    sheet = commands.add_parser("sheet", help="write the printed sheet of a role as PDF")
    sheet.add_argument("role", metavar="ROLE", help="id of the role, such as data-scientist")
    sheet.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    sheet.add_argument("--lang", choices=LANGUAGES, help="language of the sheet")
    sheet.set_defaults(command="sheet")


def _add_catalogue_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    catalogue = commands.add_parser("catalogue", help="build, check or describe a catalogue")
    tasks = catalogue.add_subparsers(title="tasks", metavar="TASK", required=True)

    build = tasks.add_parser("build", help="make the catalogue from the text files of a folder")
    build.add_argument("data", type=Path, nargs="?", default=Path("data"), metavar="DATA")
    build.add_argument(
        "-o", "--output", type=Path, default=Path("build/catalogue.sqlite"), metavar="FILE"
    )
    build.set_defaults(command="catalogue_build")

    check = tasks.add_parser("check", help="report every fault in the text files of a folder")
    check.add_argument("data", type=Path, nargs="?", default=Path("data"), metavar="DATA")
    check.add_argument("--report", action="store_true", help="print a table of measures as well")
    check.set_defaults(command="catalogue_check")

    info = tasks.add_parser("info", help="say which catalogue is in use and what it holds")
    info.add_argument("--json", action="store_true", help="write JSON")
    info.set_defaults(command="catalogue_info")


def _add_tour(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    tour = commands.add_parser(
        "tour", help="walk through the window and save a picture per station"
    )
    tour.add_argument("--out", type=Path, required=True, metavar="DIR")
    tour.add_argument("--lang", choices=LANGUAGES, default="en")
    tour.add_argument("--theme", choices=("light", "dark", "contrast"), default="light")
    tour.add_argument("--size", type=window_size, default=(1366, 768), metavar="WxH")
    tour.add_argument(
        "--text-size", type=int, choices=(90, 100, 115, 130, 150), default=100, metavar="PERCENT"
    )
    tour.set_defaults(command="tour")
