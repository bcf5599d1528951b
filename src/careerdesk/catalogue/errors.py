"""What can be wrong with a catalogue file, and with a question put to it."""

from __future__ import annotations

from careerdesk.errors import N_, CareerdeskError, DamagedInstallation, ExitCode


class CatalogueProblem(DamagedInstallation):
    """The catalogue cannot be used. Each kind has its own sentence; all name the file."""


class CatalogueMissing(CatalogueProblem):
    """There is no file."""

    sentence = N_(
        "The catalogue of roles is missing: there is no file {path}. "
        "Please install CareerDesk again; students' saved work is kept elsewhere and is safe."
    )


class CatalogueUnreadable(CatalogueProblem):
    """There is a file, and the computer does not hand it out."""

    sentence = N_(
        "The catalogue of roles {path} cannot be read: {reason} "
        "Please put that right and start CareerDesk again; nothing was changed."
    )


class CatalogueDamaged(CatalogueProblem):
    """What is in the file is not what was written."""

    sentence = N_(
        "The catalogue of roles {path} is damaged. "
        "Please install CareerDesk again; students' saved work is kept elsewhere and is safe."
    )


class NotACatalogue(CatalogueProblem):
    """It is some other file."""

    sentence = N_(
        "The file {path} is not a catalogue of CareerDesk. "
        "Please choose one that “careerdesk catalogue build” has made, or install CareerDesk again."
    )


class CatalogueTooNew(CatalogueProblem):
    """A later program made it."""

    sentence = N_(
        "The catalogue of roles {path} was made for a newer CareerDesk "
        "(format {found}; this program reads format {known}). "
        "Please install the newer program, or use the catalogue that came with this one."
    )


class CatalogueTooOld(CatalogueProblem):
    """An earlier program made it."""

    sentence = N_(
        "The catalogue of roles {path} was made for an older CareerDesk "
        "(format {found}; this program reads format {known}). "
        "Please use the catalogue that came with this program."
    )


class UnknownRole(CareerdeskError):
    """No role has that id."""

    sentence = N_("The catalogue has no role “{role}”. The nearest ids in it are: {nearest}.")
    exit_code = ExitCode.INPUT
