"""Where damaged files are kept. CareerDesk never deletes one, unless its student erases all."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path

from careerdesk.errors import WriteProblem
from careerdesk.files import reason_for, write_whole
from careerdesk.student.folder import PRIVATE_FILE, QUARANTINE_NAME, prepare_folder

_JOURNAL = "-journal"


def keep_damaged(path: Path, working: Path) -> Path:
    """Keep the bytes of the file at ``path``, and of its journal, in ``working``'s quarantine.

    The file itself is not touched. Bytes that are there already are not kept twice. Must not be
    called while this process has the file open: reading it would free SQLite's lock.

    Returns:
        The file in quarantine.

    Raises:
        WriteProblem: when they cannot be kept, so that nothing may take the file's place.
    """
    place = working / QUARANTINE_NAME
    parts = {"": path, _JOURNAL: path.with_name(path.name + _JOURNAL)}
    try:
        found = {end: part.read_bytes() for end, part in parts.items() if part.is_file()}
        prepare_folder(place)
        kept = _kept_already(place, path.suffix, found.get("", b""), found.get(_JOURNAL, b""))
    except OSError as error:
        raise WriteProblem(name=path.name, folder=str(place), reason=reason_for(error)) from error
    if kept is None:
        kept = new_name(place, path)
        # The journal first: a file that is there is there with its journal.
        for end, data in sorted(found.items(), reverse=True):
            if data or not end:
                write_whole(kept.with_name(kept.name + end), data, mode=PRIVATE_FILE)
    return kept


def _kept_already(place: Path, suffix: str, data: bytes, journal: bytes) -> Path | None:
    """Return the file that holds these bytes; one without the journal will do when it is empty."""
    for kept in sorted(place.glob(f"*{suffix}")):
        with contextlib.suppress(OSError):
            if kept.stat().st_size == len(data) and kept.read_bytes() == data:
                beside = kept.with_name(kept.name + _JOURNAL)
                if not journal or (beside.is_file() and beside.read_bytes() == journal):
                    return kept
    return None


def new_name(place: Path, path: Path) -> Path:
    """Return a name in the quarantine ``place`` that nothing has yet."""
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    number = 1
    while True:
        name = place / f"{path.stem}-{day}-{number}{path.suffix}"
        if not name.exists() and not name.with_name(name.name + _JOURNAL).exists():
            return name
        number += 1
