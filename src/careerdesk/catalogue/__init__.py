"""The catalogue: what working lives there are, as a read-only file and as records.

``Store`` opens a catalogue and answers with frozen records, never rows. What lists need is here
and light; whole roles and the shared records are in :mod:`~careerdesk.catalogue.role` and
:mod:`~careerdesk.catalogue.shared`, which cost more to import and come in with the first role.
"""

from careerdesk.catalogue.cards import CatalogueInfo, Field, FieldCount, RoleCard
from careerdesk.catalogue.errors import (
    CatalogueDamaged,
    CatalogueMissing,
    CatalogueProblem,
    CatalogueTooNew,
    CatalogueTooOld,
    CatalogueUnreadable,
    NotACatalogue,
    UnknownRole,
)
from careerdesk.catalogue.store import Store
from careerdesk.catalogue.text import Language, Text, Words

__all__ = [
    "CatalogueDamaged",
    "CatalogueInfo",
    "CatalogueMissing",
    "CatalogueProblem",
    "CatalogueTooNew",
    "CatalogueTooOld",
    "CatalogueUnreadable",
    "Field",
    "FieldCount",
    "Language",
    "NotACatalogue",
    "RoleCard",
    "Store",
    "Text",
    "UnknownRole",
    "Words",
]
