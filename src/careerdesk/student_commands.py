"""What ``careerdesk student …`` does: a student's work without the window."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from careerdesk.errors import N_, CareerdeskError, ExitCode
from careerdesk.files import reason_for
from careerdesk.student import StudentFile, default_folder


class CannotRead(CareerdeskError):
    """A file that a command was given cannot be read."""

    sentence = N_("{path} cannot be read: {reason} Nothing was changed.")


def replay(options: argparse.Namespace) -> ExitCode:
    """Do the actions of a file, and acknowledge each once it is on the disk."""
    from careerdesk.student.replay import replay as play

    with _reading(options.file) as lines, _open(options) as student:
        for number in play(student, lines):
            print(f'{{"ack": {number}}}', flush=True)
    return ExitCode.OK


def _open(options: argparse.Namespace) -> StudentFile:
    return StudentFile.open(options.data_dir or default_folder())


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    """Open the file at ``path``; ``-`` is standard input."""
    if str(path) == "-":
        yield sys.stdin.buffer
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise CannotRead(path=str(path), reason=reason_for(error)) from error
    with file:
        yield file
