"""The checker: every fault of ``data/`` at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as FilePath

from careerdesk.authoring.check_figures import check_figures
from careerdesk.authoring.check_records import check_records
from careerdesk.authoring.check_role import check_dropped, check_role
from careerdesk.authoring.check_words import check_repetition, check_wording
from careerdesk.authoring.facts import RoleFile
from careerdesk.authoring.faults import Fault
from careerdesk.authoring.findings import Finding, Surroundings
from careerdesk.authoring.read import Draft, RoleDraft, read_draft


def check(folder: FilePath) -> list[Fault]:
    """Return every fault of the catalogue's text in ``folder``, by file and line."""
    return check_draft(read_draft(folder))


def check_draft(draft: Draft) -> list[Fault]:
    """Return every fault of ``draft``, those of its reading included, by file and line."""
    around = Surroundings.of(draft)
    faults = set(draft.faults)
    faults.update(check_records(around))
    for role in draft.roles:
        faults.update(_check_one(role, around))
    faults.update(check_repetition(around))
    return sorted(faults)


def _check_one(draft: RoleDraft, around: Surroundings) -> Iterator[Fault]:
    """Yield the faults of one role, save those that only follow from a part that was left out."""
    if draft.role is None:
        return
    for path, message, severity in _findings(draft.role, around):
        if path and path[0] in draft.broken and (len(path) == 1 or path[0] not in draft.kept):
            continue
        yield draft.fault(path, message, severity)
    for key, place, item in draft.dropped:
        for path, message, severity in check_dropped(key, item, around):
            line = draft.document.line((key, place, *path))
            yield Fault(draft.name, line, message, severity)


def _findings(role: RoleFile, around: Surroundings) -> Iterator[Finding]:
    yield from check_role(role, around)
    yield from check_figures(role, around)
    yield from check_wording(role)
