"""What the journeys through the whole program share."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerdesk.authoring import build_catalogue

DATA = Path(__file__).parent.parent.parent / "data"


@pytest.fixture(scope="session")
def real_catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the catalogue of ``data/``."""
    path = tmp_path_factory.mktemp("real") / "catalogue.sqlite"
    build_catalogue(DATA, path)
    return path
