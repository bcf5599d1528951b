"""Everything that can go wrong in words a user can act on, and the exit codes.

An error holds one sentence as a template and the values for it. It is raised low, where the
facts are known, and put into the user's language once, where it is shown
(:meth:`careerdesk.i18n.Translator.error`). ``str(error)`` is the English sentence.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the command line returns to its caller."""

    OK = 0
    INPUT = 1
    """The input is wrong: an unknown role, a fault in ``data/``."""
    USAGE = 2
    """The command was called the wrong way."""
    NO_DISPLAY = 3
    """There is no screen, or a library that the window needs is missing."""
    IN_USE = 4
    """The student file is open elsewhere."""
    READ_ONLY = 5
    """Something had to be written and could not be."""
    DAMAGED = 6
    """The installation or its catalogue is damaged or does not fit."""


def N_(template: str) -> str:  # noqa: N802 - the usual name of gettext's marker
    """Mark ``template`` for the translators and return it unchanged."""
    return template


_LONGEST = 1000
"""Characters of a value that a sentence shows; lists of what is known are shorter."""


def legible(value: object) -> str:
    """Return ``value`` as a sentence can show it: on one line, and not without end.

    What a terminal would take for a command, and what turns the direction of the text around, is
    a question mark; joiners within letters and pictures stay.
    """
    text = str(value)
    if len(text) > _LONGEST:
        text = f"{text[: _LONGEST * 3 // 4]} … {text[-_LONGEST // 4 :]}"
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() or letter in _JOINERS else "?" for letter in text)


_JOINERS = "\u200c\u200d"


class CareerdeskError(Exception):
    """Base of all errors that are worded for a user.

    A subclass gives ``sentence``, a template that says what, which, why and what to do;
    its values are the keyword arguments.
    """

    sentence: str
    exit_code = ExitCode.INPUT

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.sentence.format(**values))


class DamagedInstallation(CareerdeskError):
    """A part of the program is missing, damaged or does not fit the rest."""

    sentence = N_(
        "A part of CareerDesk is damaged ({part}). Please install it again; "
        "students' saved work is kept elsewhere and is safe."
    )
    exit_code = ExitCode.DAMAGED


class WriteProblem(CareerdeskError):
    """A file could not be written; what stood there before is unchanged."""

    sentence = N_(
        "{name} could not be saved in {folder}: {reason} "
        "Nothing was changed there; please choose another place."
    )
    exit_code = ExitCode.READ_ONLY


class OutputProblem(CareerdeskError):
    """What a command had to say could not be written out."""

    sentence = N_(
        "The answer could not be written out: {reason} Please send it somewhere else; "
        "the catalogue and students' saved work are unchanged."
    )
    exit_code = ExitCode.READ_ONLY


class NoDisplay(CareerdeskError):
    """The window cannot be shown on this computer."""

    sentence = N_(
        "CareerDesk needs a screen, and none was found. Start it from the desktop, "
        "or use its commands, such as “careerdesk search”."
    )
    exit_code = ExitCode.NO_DISPLAY


class MissingLibrary(NoDisplay):
    """A system library that Qt needs is not installed."""

    sentence = N_(
        "CareerDesk cannot open its window because this computer lacks {libraries}. "
        "An administrator can install it with: {command}"
    )
