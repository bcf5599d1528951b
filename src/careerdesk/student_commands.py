"""What ``careerdesk student …`` does: a student's work without the window."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from careerdesk.errors import N_, CareerdeskError, ExitCode
from careerdesk.files import reason_to_read, write_whole
from careerdesk.i18n import language_of, translator
from careerdesk.student import Counts, DamagedStudentFile, StudentFile
from careerdesk.student.backups import Backups, Listed
from careerdesk.student.folder import PRIVATE_FILE
from careerdesk.student.places import Places, usual_places


class CannotRead(CareerdeskError):
    """A file that a command was given cannot be read."""

    sentence = N_("{path} cannot be read: {reason} Nothing was changed.")


class NoSuchBackup(CareerdeskError):
    """There is no backup with the number that was asked for."""

    sentence = N_(
        "There is no backup {number}; “careerdesk student list” shows those that there are. "
        "Nothing was changed."
    )


class NotAsked(CareerdeskError):
    """Something that cannot be undone afterwards was not asked for by its whole name."""

    sentence = N_(
        "This erases the student's work and every copy of it, and cannot be undone. "
        "To do so, add --yes; nothing was changed."
    )
    exit_code = ExitCode.USAGE


class WipeNotAsked(CareerdeskError):
    """All students were to be wiped without saying so twice."""

    sentence = N_(
        "This takes the work of all students of this account away; for 14 days, “careerdesk "
        "student unwipe” brings it back. To do so, add --yes; nothing was changed."
    )
    exit_code = ExitCode.USAGE


class NothingWiped(CareerdeskError):
    """There is no wipe that could be undone."""

    sentence = N_("There is no wipe of the last 14 days to bring back. Nothing was changed.")


def replay(options: argparse.Namespace) -> ExitCode:
    """Do the actions of a file, and acknowledge each once it is on the disk."""
    from careerdesk.student.replay import replay as play

    with _reading(options.file) as lines, _open(options) as student:
        for number in play(student, lines):
            print(f'{{"ack": {number}}}', flush=True)
    return ExitCode.OK


def backup(options: argparse.Namespace) -> ExitCode:
    """Make a backup now and say where it is."""
    with _open(options) as student:
        made = Backups(_places(options).working).write(student.serialized())
    print(made.path)
    return ExitCode.OK


def list_backups(options: argparse.Namespace) -> ExitCode:
    """Print the backups that can be restored, the newest first."""
    listed = _listed(options)
    if options.json:
        rows = [
            {
                "number": number,
                "made_at": item.backup.made_at.isoformat(),
                "file": str(item.backup.path),
                **item.counts._asdict(),
            }
            for number, item in enumerate(listed, start=1)
        ]
        print(json.dumps(rows, indent=2))
        return ExitCode.OK
    for number, item in enumerate(listed, start=1):
        print(f"{number}\t{item.backup.made_at.astimezone():%Y-%m-%d %H:%M}\t{_say(item.counts)}")
    return ExitCode.OK


def restore(options: argparse.Namespace) -> ExitCode:
    """Go on with a backup; what was there before is backed up first, or kept in quarantine."""
    from careerdesk.student.recovery import Offer, Source, recover

    listed = _listed(options)
    if not 1 <= options.number <= len(listed):
        raise NoSuchBackup(number=options.number)
    backup = listed[options.number - 1].backup
    places = _places(options)
    try:
        with _open(options) as student:
            Backups(places.working).restore(student, backup)
            counts = student.counts
    except DamagedStudentFile:
        content, revision = backup.read()
        offer = Offer(Source.BACKUP, content, revision, backup.made_at)
        with recover(places.working, offer, places.home) as student:
            counts = student.counts
    print(_say(counts))
    return ExitCode.OK


def export(options: argparse.Namespace) -> ExitCode:
    """Write a student's work as a hand-over file, a table or text."""
    from careerdesk.student import exports, hand_over

    t = translator(options.lang or language_of(os.environ))
    with _open(options) as student:
        content = student.content
    form = options.format or _FORMATS.get(options.output.suffix.lower(), "careerdesk")
    if form == "careerdesk":
        hand_over.save(content, options.output)
    elif form == "csv":
        write_whole(options.output, exports.as_csv(content, t), mode=PRIVATE_FILE)
    else:
        write_whole(options.output, exports.as_text(content, t).encode(), mode=PRIVATE_FILE)
    return ExitCode.OK


def import_file(options: argparse.Namespace) -> ExitCode:
    """Take in a hand-over file, or only show what that would do."""
    from careerdesk.student.hand_over import load
    from careerdesk.student.merging import Mode, preview

    brought = load(options.file)
    with _open(options) as student:
        mode = Mode.REPLACE if options.replace else Mode.MERGE
        seen = preview(student.content, brought.content, mode)
        for word, count in (
            ("roles added", len(seen.roles.added)),
            ("roles changed", len(seen.roles.changed)),
            ("roles removed", len(seen.roles.removed)),
            ("skills added", len(seen.skills.added)),
            ("skills changed", len(seen.skills.changed)),
            ("skills removed", len(seen.skills.removed)),
            ("answers added", seen.answers_added),
            ("answers changed", seen.answers_changed),
            ("answers removed", seen.answers_removed),
            ("notes left as they are here", len(seen.left_out)),
        ):
            print(f"{word}: {count}")
        if not options.preview:
            Backups(_places(options).working).write(student.serialized())
            student.become(seen.content)
    return ExitCode.OK


def erase(options: argparse.Namespace) -> ExitCode:
    """Erase a student's work and every copy of it."""
    if not options.yes:
        raise NotAsked
    from careerdesk.student import erasing, moving

    places = _places(options)
    try:
        student = _open(options)
    except DamagedStudentFile:
        from careerdesk.student.recovery import recover

        student = recover(places.working, None, places.home)
    with student:
        moving.settle(student, places.home)
        problem = erasing.erase(student)
    if problem is not None:
        raise problem
    return ExitCode.OK


def wipe(options: argparse.Namespace) -> ExitCode:
    """Take all students of this account away; ``unwipe`` brings them back for some days."""
    from careerdesk.student.wiping import YearEnd

    if not options.yes:
        raise WipeNotAsked
    year_end = YearEnd(_places(options))
    if year_end.is_empty():
        # A wipe of nothing would stand before the one that somebody wants back.
        print("profiles 0, and no guest")
        return ExitCode.OK
    print(f"profiles {year_end.wipe().profiles}, and the guest")
    return ExitCode.OK


def unwipe(options: argparse.Namespace) -> ExitCode:
    """Bring back what the last wipe took."""
    from careerdesk.student.wiping import YearEnd

    year_end = YearEnd(_places(options))
    wipes = year_end.all()
    if not wipes:
        raise NothingWiped
    year_end.undo(wipes[0])
    print(f"profiles {wipes[0].profiles}, and the guest")
    if len(wipes) > 1:
        print(f"earlier wipes: {len(wipes) - 1}")
    return ExitCode.OK


def schema(_options: argparse.Namespace) -> ExitCode:
    """Print the format of hand-over files as JSON Schema."""
    from careerdesk.student.document_schema import json_schema

    print(json.dumps(json_schema(), indent=2))
    return ExitCode.OK


_FORMATS = {".careerdesk": "careerdesk", ".csv": "csv", ".txt": "text"}


def _open(options: argparse.Namespace) -> StudentFile:
    places = _places(options)
    return StudentFile.open(places.working, home=places.home)


def _places(options: argparse.Namespace) -> Places:
    return Places(options.data_dir) if options.data_dir else usual_places()


def _listed(options: argparse.Namespace) -> tuple[Listed, ...]:
    return Backups(_places(options).working).listed()


def _say(counts: Counts) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts._asdict().items())


@contextlib.contextmanager
def _reading(path: Path) -> Iterator[BinaryIO]:
    """Open the file at ``path``; ``-`` is standard input."""
    if str(path) == "-":
        yield sys.stdin.buffer
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise CannotRead(path=str(path), reason=reason_to_read(error)) from error
    with file:
        yield file
