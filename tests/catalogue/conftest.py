"""What the tests of the catalogue share: the catalogue that is shipped, built once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from careerdesk.authoring import build_catalogue
from careerdesk.catalogue import Store

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Return the catalogue that ``data/`` makes."""
    path = tmp_path_factory.mktemp("shipped") / "catalogue.sqlite"
    build_catalogue(DATA, path)
    with Store.open(path) as store:
        yield store
