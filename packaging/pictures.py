"""Makes the pictures of the guides by walking through the real window; run with `make pictures`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "packaging" / "pictures"

WANTED = {
    ("en", "light"): {
        "explore": "explore",
        "role-journey": "journey",
        "search": "search",
        "compare-2": "compare",
        "subject": "subject",
    },
    ("ms", "dark"): {"role-story": "story-malay-dark"},
}
"""Stations of the tour to keep, by language and theme, and the names to keep them under."""


def main() -> None:
    """Walk the tour for each look, and keep the pictures that the guides show."""
    PICTURES.mkdir(exist_ok=True)
    for (language, theme), stations in WANTED.items():
        with tempfile.TemporaryDirectory() as folder:
            walk(Path(folder), language, theme)
            for station, name in stations.items():
                [picture] = Path(folder).glob(f"[0-9][0-9]-{station}.png")
                shutil.copyfile(picture, PICTURES / f"{name}.png")


def walk(folder: Path, language: str, theme: str) -> None:
    """Walk through the window offscreen in one look."""
    command = [sys.executable, "-m", "careerdesk", "tour", "--out", str(folder)]
    command += ["--lang", language, "--theme", theme]
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    subprocess.run(command, cwd=ROOT, check=True, env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
