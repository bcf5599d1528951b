"""Reading ``data/``: every file as YAML with lines, and every record that has the right shape.

A record or a part of a role that is faulty is left out and reported, and the rest is read all
the same, so that one run of the checker finds every fault.
"""

from __future__ import annotations

import dataclasses
import errno
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path as FilePath
from typing import Any

from careerdesk.authoring.facts import RoleFile
from careerdesk.authoring.faults import Fault, NoData, Severity
from careerdesk.authoring.schema import SHARED_CLASSES, Edition, Shipped, validate
from careerdesk.authoring.yaml_lines import Document, read_document
from careerdesk.catalogue.leaves import Path
from careerdesk.catalogue.shared import Shared
from careerdesk.errors import N_
from careerdesk.files import reason_to_read

_NEEDED_TEXT = {"en": "-", "ms": "-"}
_STAND_INS: Mapping[str, object] = {
    "field": "-",
    "title": _NEEDED_TEXT,
    "tagline": _NEEDED_TEXT,
    "summary": _NEEDED_TEXT,
    "reviewed_on": date(2000, 1, 1),
}
"""What stands in for a faulty key that a role cannot do without; never looked at."""
_NO_FOLDER: Mapping[int | None, str] = {
    errno.ENOENT: N_("there is no such folder."),
    errno.ENOTDIR: N_("it is a file, not a folder."),
}


@dataclass(slots=True)
class FileDraft:
    """One file of ``data/`` as it was read."""

    name: str
    """Path from the folder that holds ``data/``."""
    document: Document

    def line(self, path: Path) -> int:
        """Return the line of ``path``, or of the nearest thing around it that is there."""
        return self.document.line(path)

    def fault(self, path: Path, message: str, severity: Severity = Severity.ERROR) -> Fault:
        """Return the fault ``message`` at the line of ``path``."""
        return Fault(self.name, self.line(path), message, severity)

    def faults(self, problems: list[tuple[Path, str]]) -> list[Fault]:
        """Return a fault for each path and message; those without words are known already."""
        return [self.fault(path, message) for path, message in problems if message]

    def warning(self, path: Path, message: str) -> Fault:
        """Return a fault that does not keep a catalogue from being made."""
        return self.fault(path, message, Severity.WARNING)


@dataclass(slots=True)
class RecordsDraft(FileDraft):
    """A file of shared records."""

    records: dict[str, Any] = field(default_factory=dict)
    """The records that have the right shape, by id."""
    ids: frozenset[str] = frozenset()
    """All ids, of faulty records too."""


@dataclass(slots=True)
class RoleDraft(FileDraft):
    """A file of one role."""

    stem: str
    role: RoleFile | None = None
    """What could be read; None when the file is no mapping or its YAML is broken."""
    broken: frozenset[str] = frozenset()
    """Top-level keys that are faulty and were left out or stood in for."""
    kept: dict[str, list[int]] = field(default_factory=dict)
    """For a list with faulty items, where the others stand in the file."""
    dropped: list[tuple[str, int, dict[str, object]]] = field(default_factory=list)
    """Faulty items of lists: their key, where they stand in the file, and what they say."""

    def line(self, path: Path) -> int:
        """Return the line of ``path`` of the role, which lacks the faulty items of its lists."""
        if len(path) > 1 and path[0] in self.kept and isinstance(path[1], int):
            path = (path[0], self.kept[str(path[0])][path[1]], *path[2:])
        return self.document.line(path)


@dataclass(slots=True)
class Draft:
    """All of ``data/`` as it was read, and what was wrong with its shape."""

    edition: Edition | None = None
    edition_file: FileDraft | None = None
    shipped: Shipped = field(default_factory=Shipped)
    shipped_file: FileDraft | None = None
    records: dict[str, RecordsDraft] = field(default_factory=dict)
    """Files of shared records, by the name of their kind, as in ``skills``."""
    roles: list[RoleDraft] = field(default_factory=list)
    """In the order of their file names."""
    faults: list[Fault] = field(default_factory=list)

    def shared(self) -> Shared:
        """Return the shared records that have the right shape."""
        return Shared(**{kind: self.records[kind].records for kind in SHARED_CLASSES})

    def is_whole(self) -> bool:
        """Whether every file could be read to its end, so that what is missing is not there."""
        files = (*self.records.values(), *self.roles)
        return not any(file.document.cut_short for file in files)

    def ids(self, kind: str) -> frozenset[str]:
        """Return every id of ``kind``, which is ``roles`` or a kind of shared record."""
        if kind == "roles":
            return frozenset(role.stem for role in self.roles)
        return self.records[kind].ids


def read_draft(folder: FilePath) -> Draft:
    """Read the catalogue's text in ``folder``; whatever is wrong is in the draft's faults.

    Raises:
        NoData: when there is no such folder, or this account may not look into it.
    """
    folder = folder.resolve()
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        reason = _NO_FOLDER.get(error.errno) or reason_to_read(error)
        raise NoData(folder=str(folder), reason=reason) from error
    draft = Draft()
    for kind in SHARED_CLASSES:
        draft.records[kind] = _read_records(folder, kind, draft.faults)
    _read_edition(folder, draft)
    _read_shipped(folder, draft)
    for file in sorted((folder / "roles").glob("*.yaml")):
        draft.roles.append(_read_role(folder, file.stem, draft.faults))
    draft.faults += _strangers(folder)
    return draft


def _read_file(folder: FilePath, name: str, faults: list[Fault]) -> tuple[str, Document]:
    """Return the file's name for messages, and what it says."""
    shown = f"{folder.name}/{name}"
    try:
        document = read_document((folder / name).read_bytes())
    except OSError as error:
        faults.append(Fault(shown, 1, f"this file cannot be read ({error.strerror})"))
        return shown, Document(cut_short=True)
    faults += [Fault(shown, line, message) for line, message in document.problems]
    return shown, document


def _read_edition(folder: FilePath, draft: Draft) -> None:
    name, document = _read_file(folder, "catalogue.yaml", draft.faults)
    draft.edition_file = FileDraft(name, document)
    if document.cut_short:
        return
    if document.value is None:
        message = "this file is empty; expected `edition` and `published_on`"
        draft.faults.append(draft.edition_file.fault((), message))
        return
    draft.edition, problems = validate(Edition, document.value)
    draft.faults += draft.edition_file.faults(problems)


def _read_shipped(folder: FilePath, draft: Draft) -> None:
    """Read the list of published ids, which is not there before the first edition."""
    if not (folder / "shipped.yaml").exists():
        return
    name, document = _read_file(folder, "shipped.yaml", draft.faults)
    draft.shipped_file = FileDraft(name, document)
    if not document.cut_short:
        shipped, problems = validate(Shipped, document.value)
        draft.shipped = shipped or Shipped()
        draft.faults += draft.shipped_file.faults(problems)


def _read_records(folder: FilePath, kind: str, faults: list[Fault]) -> RecordsDraft:
    """Read a file of shared records; a file that is not there has none."""
    if not (folder / f"{kind}.yaml").exists():
        return RecordsDraft(f"{folder.name}/{kind}.yaml", Document())
    name, document = _read_file(folder, f"{kind}.yaml", faults)
    draft = RecordsDraft(name, document)
    if document.value is None:
        return draft
    if not isinstance(document.value, dict):
        document.cut_short = True
        faults.append(draft.fault((), "this is not a mapping; expected an id before each record"))
        return draft
    draft.ids = frozenset(document.value)
    for record_id, value in document.value.items():
        if not isinstance(value, dict):
            if value is not None:
                faults.append(draft.fault((record_id,), f"`{record_id}` is not a mapping of keys"))
            continue
        if "id" in value:
            faults.append(
                draft.fault((record_id, "id"), "`id` stands before the record; expected it once")
            )
        record, problems = validate(SHARED_CLASSES[kind], {**value, "id": record_id})
        faults += draft.faults([((record_id, *path), message) for path, message in problems])
        if record is not None:
            draft.records[record_id] = record
    return draft


def _read_role(folder: FilePath, stem: str, faults: list[Fault]) -> RoleDraft:
    name, document = _read_file(folder, f"roles/{stem}.yaml", faults)
    draft = RoleDraft(name, document, stem=stem)
    value = document.value
    if document.cut_short or not isinstance(value, dict):
        if not document.problems:
            faults.append(draft.fault((), "this is not a role; expected keys such as `id`"))
        return draft
    draft.role, problems = validate(RoleFile, value)
    faults += draft.faults(problems)
    if draft.role is None:
        _read_rest(draft, value)
        if isinstance(value.get("id"), str) and value["id"] != stem:
            message = f"`{value['id']}` is not the file's name; expected the two to be alike"
            faults.append(draft.fault(("id",), message))
    return draft


def _read_rest(draft: RoleDraft, value: dict[str, object]) -> None:
    """Read what is sound in a role that has faults: drop faulty items, then faulty keys."""
    known = {item.name for item in dataclasses.fields(RoleFile)}
    rest = {key: part for key, part in value.items() if key in known and part is not None}
    rest["id"] = draft.stem
    broken: set[str] = {"id"} if value.get("id") != draft.stem else set()
    for key, stand_in in _STAND_INS.items():
        if key not in rest:
            rest[key] = stand_in
            broken.add(key)
    for _ in range(2):
        role, problems = _validate_paths(rest)
        if role is not None:
            draft.role = role
            break
        _drop(rest, problems, draft, broken)
    draft.broken = frozenset(broken)


def _validate_paths(rest: dict[str, object]) -> tuple[RoleFile | None, set[Path]]:
    role, problems = validate(RoleFile, rest)
    return role, {path[:2] for path, _ in problems}


def _drop(rest: dict[str, object], problems: set[Path], draft: RoleDraft, broken: set[str]) -> None:
    by_key: dict[str, set[int] | None] = {}
    for path in problems:
        key = str(path[0])
        if len(path) > 1 and isinstance(path[1], int) and isinstance(rest.get(key), list):
            if (items := by_key.setdefault(key, set())) is not None:
                items.add(path[1])
        else:
            by_key[key] = None
    for key, items in by_key.items():
        broken.add(key)
        part = rest[key]
        if items is None or not isinstance(part, list):
            del rest[key]
            if key in _STAND_INS:
                rest[key] = _STAND_INS[key]
            continue
        draft.kept[key] = [place for place in range(len(part)) if place not in items]
        draft.dropped += [(key, at, part[at]) for at in sorted(items) if isinstance(part[at], dict)]
        rest[key] = [part[place] for place in draft.kept[key]]


def _strangers(folder: FilePath) -> list[Fault]:
    """Return a fault for every YAML file that is none of the catalogue's."""
    expected = {"catalogue.yaml", "shipped.yaml", *(f"{kind}.yaml" for kind in SHARED_CLASSES)}
    faults = []
    for file in sorted(folder.rglob("*")):
        name = file.relative_to(folder).as_posix()
        if file.suffix in {".yaml", ".yml"} and name not in expected:
            if file.parent == folder / "roles" and file.suffix == ".yaml":
                continue
            message = "this file is none of the catalogue's; expected roles/<id>.yaml or one of "
            faults.append(Fault(f"{folder.name}/{name}", 1, message + ", ".join(sorted(expected))))
    return faults
