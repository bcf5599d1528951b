"""What the checker says: one fault, one place in one file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from careerdesk.errors import N_, CareerdeskError


class Severity(StrEnum):
    """Whether a catalogue can be built in spite of a fault."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong in ``data/``; sorts by file and line."""

    file: str
    """Path from the folder that holds ``data/``, with forward slashes."""
    line: int
    """Counted from 1."""
    message: str
    """What is wrong, and what is expected."""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        mark = "warning: " if self.severity is Severity.WARNING else ""
        return f"{self.file}:{self.line}: {mark}{self.message}"


def is_error(fault: Fault) -> bool:
    """Return whether ``fault`` keeps a catalogue from being made."""
    return fault.severity is Severity.ERROR


class NoData(CareerdeskError):
    """There is no folder to read the catalogue's text from."""

    sentence = N_(
        "{folder} cannot be read as the folder of a catalogue: {reason} Name the folder that holds "
        "catalogue.yaml and roles/; nothing was changed."
    )


class FaultsFound(CareerdeskError):
    """``data/`` has errors, so that no catalogue can be made from it; holds all its faults."""

    sentence = N_(
        "No catalogue was made. Errors in {folder}: {count}; the first is at {place}. "
        "“careerdesk catalogue check” lists them all, and nothing was changed."
    )

    def __init__(self, folder: str, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        errors = list(filter(is_error, self.faults))
        first = f"{errors[0].file}:{errors[0].line}" if errors else folder
        super().__init__(folder=folder, count=len(errors), place=first)
