"""How the command line takes its arguments, and says what is wrong with them in one sentence."""

from __future__ import annotations

import argparse
import gettext
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from careerdesk import resources
from careerdesk.errors import N_, CareerdeskError, DamagedInstallation, ExitCode
from careerdesk.i18n import translator_of

OF_ARGPARSE = (
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
)
"""What argparse says of arguments, for the translators."""


class WrongCall(CareerdeskError):
    """The command was called the wrong way."""

    sentence = N_("{fault}. “{command} --help” shows how it is called.")
    exit_code = ExitCode.USAGE


class Parser(argparse.ArgumentParser):
    """Raises :class:`WrongCall` where argparse would print how everything is called."""

    def error(self, message: str) -> NoReturn:
        raise WrongCall(fault=message, command=self.prog)


def parse(parser: Parser, arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return what ``arguments``, or those of the process, ask for.

    Raises:
        WrongCall: when they make no sense, worded in the language of the environment.
        SystemExit: when they asked for help or the version, which is printed.
    """
    try:
        gettext.bindtextdomain("careerdesk", str(resources.path("locale")))
        gettext.textdomain("careerdesk")
    except DamagedInstallation:
        pass  # In English, then; whatever needs more than that says so.
    return parser.parse_args(arguments)


def place(text: str) -> Path:
    """Return the path ``text``; an empty one, as an unset variable leaves it, is refused."""
    if not text:
        raise _refused(N_("the name is empty; expected a file or folder"))
    return Path(text)


def whole_number(text: str) -> int:
    """Return the number ``text``, from 0."""
    if not re.fullmatch(r"[0-9]{1,40}", text):
        raise _refused(N_("“{text}” is not a whole number, such as 20"), text=text)
    return int(text)


def window_size(text: str) -> tuple[int, int]:
    """Return width and height from ``1366x768``."""
    match = re.fullmatch(r"([0-9]{3,4})x([0-9]{3,4})", text)
    if match is None:
        raise _refused(N_("“{text}” is not a size; expected one like 1366x768"), text=text)
    return int(match[1]), int(match[2])


def _refused(fault: str, **values: object) -> argparse.ArgumentTypeError:
    return argparse.ArgumentTypeError(translator_of(os.environ).say(fault, **values))
