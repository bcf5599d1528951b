"""A folder of catalogue text: the example that the authors' guide gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from written import Written

CHECKOUT = Path(__file__).parents[2]
_BLOCK = re.compile(r"```yaml\n# (data/\S+)\n(.*?)```", re.DOTALL)


@pytest.fixture(scope="session")
def example_files() -> dict[str, str]:
    """Return the files of the example in data/README.md by their names in data/."""
    guide = (CHECKOUT / "data" / "README.md").read_text(encoding="utf-8")
    return {name.removeprefix("data/"): text for name, text in _BLOCK.findall(guide)}


@pytest.fixture
def written(tmp_path: Path, example_files: dict[str, str]) -> Written:
    folder = tmp_path / "data"
    (folder / "roles").mkdir(parents=True)
    for name, text in example_files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Written(folder)
