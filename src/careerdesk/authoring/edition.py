"""From ``data/`` to one edition of the catalogue: read, checked, scored and built."""

from __future__ import annotations

import dataclasses
from pathlib import Path as FilePath

from careerdesk.authoring.build import build
from careerdesk.authoring.check import check_draft
from careerdesk.authoring.content import Content
from careerdesk.authoring.facts import RoleFile
from careerdesk.authoring.faults import FaultsFound, is_error
from careerdesk.authoring.read import read_draft
from careerdesk.authoring.scores import interests_of, scores_of
from careerdesk.authoring.typography import with_curled
from careerdesk.catalogue.role import Role, WrittenRole
from careerdesk.files import make_folder


def read_content(folder: FilePath) -> Content:
    """Return all that the text in ``folder`` says, scored, and with the marks that print has.

    Raises:
        FaultsFound: if the checker finds an error; it holds every fault.
    """
    draft = read_draft(folder)
    faults = check_draft(draft)
    roles = [file.role for file in draft.roles if file.role is not None]
    if draft.edition is None or any(map(is_error, faults)):
        raise FaultsFound(folder.resolve().name, faults)
    content = Content(
        edition=draft.edition.edition,
        published_on=draft.edition.published_on,
        shared=draft.shared(),
        roles=tuple(sorted(map(with_scores, roles), key=lambda role: role.id)),
    )
    return with_curled(content)


def with_scores(role: RoleFile) -> Role:
    """Return ``role`` as the catalogue holds it: what was written, and what is worked out."""
    written = {field.name: getattr(role, field.name) for field in dataclasses.fields(WrittenRole)}
    return Role(**written, scores=scores_of(role), interests=interests_of(role))


def build_catalogue(folder: FilePath, path: FilePath) -> Content:
    """Build the catalogue at ``path`` from the text in ``folder``, and return what it holds.

    Raises:
        FaultsFound: if the text has errors; nothing is written.
        WriteProblem: if the file cannot be written; what stood there is unchanged.
    """
    content = read_content(folder)
    make_folder(path.parent)
    build(content, path)
    return content
