"""The rooms of the house: what may import what, and what stays out below the desk."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import careerdesk

TOP = Path(__file__).parent.parent

HEAVY = ("PySide6", "shiboken6", "pyqtgraph", "numpy")

IMPORT_ALL = """
import importlib, sys
for name in sys.argv[1].split(","):
    importlib.import_module(name)
heavy = [name for name in sys.argv[2].split(",") if name in sys.modules]
print(*heavy)
"""

START = """
import sys
from pathlib import Path
from careerdesk.catalogue import Store
with Store.open(Path(sys.argv[1])) as store:
    store.fields(), store.cards(), store.search("data")
print(*sorted(name for name in sys.modules if name.startswith("careerdesk.")))
"""


def modules_below_the_desk() -> list[str]:
    found = pkgutil.walk_packages(careerdesk.__path__, "careerdesk.", onerror=None)
    return [
        module.name
        for module in found
        if not module.name.startswith("careerdesk.desk") and not module.name.endswith("__main__")
    ]


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=False)


def test_nothing_below_the_desk_loads_qt_or_numpy() -> None:
    modules = modules_below_the_desk()
    assert {"careerdesk.cli", "careerdesk.catalogue.reader", "careerdesk.authoring.build"} <= set(
        modules
    )
    done = run(sys.executable, "-c", IMPORT_ALL, ",".join(modules), ",".join(HEAVY))
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_the_contracts_hold() -> None:
    done = run(str(Path(sysconfig.get_path("scripts"), "lint-imports")), "--no-cache")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_first_list_needs_no_record_of_a_whole_role(catalogue_file: Path) -> None:
    done = run(sys.executable, "-c", START, str(catalogue_file))
    assert done.returncode == 0, done.stderr
    loaded = set(done.stdout.split())
    assert "careerdesk.catalogue.store" in loaded
    heavy = {"role", "shared", "reader", "columns", "tables"}
    assert not {f"careerdesk.catalogue.{name}" for name in heavy} & loaded
