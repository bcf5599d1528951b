"""Checks of the shared records: ids, dates, references, and whether anything uses them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from careerdesk.authoring.check_words import check_texts
from careerdesk.authoring.faults import Fault
from careerdesk.authoring.findings import Finding, Surroundings, warning
from careerdesk.authoring.places import COUNTRIES
from careerdesk.authoring.schema import ID_PATTERN
from careerdesk.catalogue.glossary import Glossary, forms
from careerdesk.catalogue.leaves import sources_named, texts
from careerdesk.catalogue.methods import METHODS
from careerdesk.catalogue.shared import Certificate, CertificateStatus, Field, Institution, Source
from careerdesk.catalogue.text import Language, Text

OLDEST_STATUS = 730
"""Days between the look-up of a certificate's status and the edition."""

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+\.[^\s<>\"]+")
_PUBLISHED = re.compile(r"undated|(?=.*\d{4})[\d/–, -]+")
_DATES = ("retrieved_on", "checked_on", "retired_on")


def check_records(around: Surroundings) -> Iterator[Fault]:
    """Look at every shared record, and at the edition."""
    yield from _edition(around)
    yield from _shipped(around)
    yield from _glossary(around)
    used = _used(around) if around.draft.is_whole() else {}
    for kind, file in around.draft.records.items():
        for record_id, record in file.records.items():
            for path, message, severity in _one(record, around):
                yield file.fault((record_id, *path), message, severity)
            for path, message, severity in check_texts(record):
                yield file.fault((record_id, *path), message, severity)
            retired = getattr(record, "retired_on", None)
            if kind in used and record_id not in used[kind] and retired is None:
                message = f"no role uses `{record_id}`; expected a use, or the record retired"
                yield file.warning((record_id,), message)
        for record_id in file.ids:
            if not re.fullmatch(ID_PATTERN, record_id):
                message = f"`{record_id}` is no id; expected lower-case letters, digits and hyphens"
                yield file.fault((record_id,), message)


def _edition(around: Surroundings) -> Iterator[Fault]:
    edition, file = around.draft.edition, around.draft.edition_file
    if edition is not None and file is not None and edition.edition < 1:
        yield file.fault(("edition",), f"edition {edition.edition} cannot be; expected 1 or more")
    if file is not None and not around.draft.roles:
        yield file.fault((), "there is no role; expected at least one file in roles/")


def _shipped(around: Surroundings) -> Iterator[Fault]:
    """Find ids that were published once and are gone."""
    file = around.draft.shipped_file
    if file is None or not around.draft.is_whole():
        return
    for field in dataclasses.fields(around.draft.shipped):
        known = around.draft.ids(field.name)
        for place, shipped in enumerate(getattr(around.draft.shipped, field.name)):
            if shipped not in known:
                message = f"`{shipped}` was published and is gone from {around.where(field.name)}"
                yield file.fault((field.name, place), f"{message}; expected it with `retired_on`")


def _glossary(around: Surroundings) -> Iterator[Fault]:
    """Find terms that are written alike, and terms that nothing in the catalogue speaks of."""
    file = around.draft.records["terms"]
    for language in Language:
        first: dict[str, str] = {}
        for term in file.records.values():
            for form in forms(term, language):
                other = first.setdefault(form, term.id)
                if other != term.id:
                    message = f"“{form}” is a form of `{other}` too; expected it once"
                    yield file.fault((term.id,), message)
    if not around.draft.is_whole():
        return
    used: set[str] = set()
    for language in Language:
        glossary = Glossary(file.records.values(), language)
        said = (text.in_language(language) for text in _texts(around))
        used.update(term.id for term in glossary.used(said))
    for term_id in file.records.keys() - used:
        message = f"nothing here speaks of `{term_id}`; expected a use, or no such term"
        yield file.warning((term_id,), message)


def _texts(around: Surroundings) -> Iterator[Text]:
    """Yield what a page may say: texts of roles and shared records, and the score methods."""
    for method in METHODS.values():
        yield method.text
        yield from method.caveats
    for draft in around.draft.roles:
        if draft.role is not None and draft.role.retired_on is None:
            yield from texts(draft.role)
    for kind, file in around.draft.records.items():
        for record in file.records.values() if kind != "terms" else ():
            yield from texts(record)


def _used(around: Surroundings) -> dict[str, set[str]]:
    """Return the ids that roles and other records point to, for kinds that are only pointed to."""
    kinds = ("sources", "skills", "certificates", "institutions", "organisations", "supports")
    used: dict[str, set[str]] = {kind: set() for kind in kinds}
    keys = {kind: kind.removesuffix("s") for kind in kinds}
    records = [record for file in around.draft.records.values() for record in file.records.values()]
    roles = [role.role for role in around.draft.roles if role.role]
    for record in (*records, *roles):
        used["sources"].update(source for _, source in sources_named(record))
    for role in roles:
        for kind, key in keys.items():
            used[kind].update(getattr(use, key) for use in getattr(role, kind, ()))
        used["institutions"].update(place.institution for place in role.study)
        for route in role.routes:
            used["institutions"].update(
                item.institution for item in route.programmes if item.institution
            )
    return used


def _one(record: Any, around: Surroundings) -> Iterator[Finding]:
    """Look at one shared record of any kind."""
    for path, source in sources_named(record):
        yield from around.look_up("sources", source, path)
    yield from _dates(record, around.published_on)
    address = getattr(record, "address", None)
    if address is not None and not _ADDRESS.fullmatch(address):
        yield Finding(("address",), f"“{address}” is no web address; expected https://…, or none")
    if isinstance(record, Certificate):
        yield from _certificate(record, around.published_on)
    elif isinstance(record, Institution) and record.country not in COUNTRIES:
        message = f"`{record.country}` is no country; expected two capitals of ISO 3166-1"
        yield Finding(("country",), message)
    elif isinstance(record, Field):
        for key in ("colour", "colour_dark"):
            if not _COLOUR.fullmatch(getattr(record, key)):
                yield Finding((key,), f'`{key}` is no colour; expected one as in "#1f5fae"')
    elif isinstance(record, Source) and not _PUBLISHED.fullmatch(record.published):
        message = f"“{record.published}” names no year; expected one, or undated"
        yield Finding(("published",), message)


def _dates(record: Any, today: date | None) -> Iterator[Finding]:
    for key in _DATES:
        day = getattr(record, key, None)
        if day is not None and today is not None and day > today:
            yield Finding((key,), f"{day} is after the edition; expected {today} or earlier")


def _certificate(record: Certificate, today: date | None) -> Iterator[Finding]:
    gone = {CertificateStatus.RETIRING, CertificateStatus.RETIRED}
    if record.status in gone and record.status_note is None:
        message = f"a certificate that is {record.status.value} has no `status_note`"
        yield Finding(("status",), f"{message}; expected what a student should do instead")
    if record.status is CertificateStatus.UNCHECKED:
        yield warning(("status",), "the status was not checked; expected current or retired")
    if today is not None and (today - record.checked_on).days > OLDEST_STATUS:
        message = (
            f"the status was last checked on {record.checked_on}, over two years before the edition"
        )
        yield Finding(("checked_on",), f"{message}; expected a new look")
