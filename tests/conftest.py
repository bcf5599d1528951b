"""What the tests of several rooms share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import sample
from careerdesk.authoring.build import build
from careerdesk.authoring.content import Content
from careerdesk.catalogue import Store

# The same examples at every run, on however slow a computer; `make figures` looks for new ones.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None, print_blob=True)
settings.load_profile("fixed")


@pytest.fixture(scope="session")
def content() -> Content:
    """Return a small catalogue, made by hand, before it is built."""
    return sample.content()


@pytest.fixture(scope="session")
def catalogue_file(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the small catalogue; no test may write to it."""
    path = tmp_path_factory.mktemp("catalogue") / "catalogue.sqlite"
    build(content, path)
    return path


@pytest.fixture
def store(catalogue_file: Path) -> Iterator[Store]:
    """Return the small catalogue, open."""
    with Store.open(catalogue_file) as opened:
        yield opened
