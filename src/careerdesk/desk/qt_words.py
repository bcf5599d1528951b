"""Qt's own words in Malay: Qt has no Malay translation of its menus and dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTranslator

from careerdesk.errors import N_
from careerdesk.i18n import Translator

_WORDS = {
    "&Undo": N_("Undo"),
    "&Redo": N_("Redo"),
    "Cu&t": N_("Cut"),
    "&Copy": N_("Copy"),
    "&Paste": N_("Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select all"),
    "&Look in:": N_("Look in:"),
    "Look in:": N_("Look in:"),
    "Files of &type:": N_("Shown:"),
    "Directory:": N_("Folder:"),
    "&Directory:": N_("Folder:"),
    "File &name:": N_("File name:"),
    "Files of type:": N_("Shown:"),
    "Back": N_("Back"),
    "Forward": N_("Forward"),
    "Go back": N_("Back"),
    "Go forward": N_("Forward"),
    "Parent Directory": N_("Folder above"),
    "Go to the parent directory": N_("Folder above"),
    "Create New Folder": N_("New folder"),
    "Create a New Folder": N_("New folder"),
    "List View": N_("List"),
    "Change to list view mode": N_("List"),
    "Detail View": N_("Details"),
    "Change to detail view mode": N_("Details"),
    "Sidebar": N_("Places"),
    "List of places and bookmarks": N_("Places"),
    "Files": N_("Files"),
    "Computer": N_("Computer"),
    "Name": N_("Name"),
    "Size": N_("Size"),
    "Type": N_("Type"),
    "Date Modified": N_("Date changed"),
    "&Choose": N_("Choose"),
    "Open": N_("Open"),
    "&Open": N_("Open"),
    "Cancel": N_("Cancel"),
    "&New Folder": N_("New folder"),
    "&Rename": N_("Rename"),
    "&Delete": N_("Delete"),
    "Show &hidden files": N_("Show hidden files"),
    "Folder": N_("Folder"),
    "Drive": N_("Drive"),
    "Directories": N_("Folders"),
    "Remove": N_("Remove"),
    # The dialog of a printer, where the system has none of its own.
    "Printer": N_("Printer"),
    "&Name:": N_("Name:"),
    "P&roperties": N_("Properties"),
    "Location:": N_("Location:"),
    "Type:": N_("Type:"),
    "Output &file:": N_("File:"),
    "Copies": N_("Copies"),
    "Options": N_("Options"),
    "Color Mode": N_("Ink"),
    "Color": N_("In colour"),
    "Grayscale": N_("In greys"),
    "Double Sided Printing": N_("Both sides of the paper"),
    "Off": N_("Off"),
    "Long side binding": N_("Turned over the long side"),
    "Short side binding": N_("Turned over the short side"),
    "Print range": N_("What to print"),
    "Print all": N_("Everything"),
    "Pages from": N_("Pages from"),
    "to": N_("to"),
    "Pages": N_("Pages"),
    "Current Page": N_("This page"),
    "Page &Set:": N_("Pages:"),
    "All Pages": N_("All pages"),
    "Odd Pages": N_("Odd pages"),
    "Even Pages": N_("Even pages"),
    "Output Settings": N_("Settings"),
    "Copies:": N_("Copies:"),
    "Collate": N_("Copy after copy"),
    "Reverse": N_("Last page first"),
    "&Print": N_("Print"),
    "Print": N_("Print"),
    "&Options >>": N_("Options"),
    "&Options <<": N_("Options"),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": N_(
        "There is no folder %1."
    ),
    "%1\nFile not found.\nPlease verify the correct file name was given.": N_(
        "There is no file %1."
    ),
    "Are you sure you want to delete '%1'?": N_("Delete “%1” for good?"),
    "'%1' is write protected.\nDo you want to delete it anyway?": N_(
        "“%1” is protected. Delete it all the same?"
    ),
    "Could not delete directory.": N_("The folder could not be deleted."),
    "&Yes": N_("Yes"),
    "&No": N_("No"),
}
"""What Qt says in English, and our words for it, wherever a student can meet it."""


class QtWords(QTranslator):
    """Answers Qt when it asks for a translation; words that are not listed stay as they are."""

    def __init__(self, translator: Translator) -> None:
        super().__init__()
        self._t = translator

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self, _context: str, words: str, _meaning: str | None = None, _count: int = -1
    ) -> str | None:
        ours = _WORDS.get(words)
        # None, not an empty string, which Qt would show as the translation.
        return None if ours is None else self._t.say(ours)


_spoken: list[QtWords] = []
"""What Qt uses now; it does not keep its translators alive itself."""


def speak(application: QCoreApplication, translator: Translator) -> None:
    """Make Qt speak the language of ``translator`` from now on."""
    for words in _spoken:
        application.removeTranslator(words)
    _spoken[:] = [QtWords(translator)]
    application.installTranslator(_spoken[0])
