"""What `make run` starts: the window, or without a screen the same walk through it in pictures."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from careerdesk.desk import preflight

ROOT = Path(__file__).resolve().parent.parent
OUT = Path("build") / "tour"


def main() -> int:
    """Open the desk, or walk it offscreen; return the exit code."""
    careerdesk = [sys.executable, "-m", "careerdesk"]
    if preflight.has_screen(os.environ):
        return subprocess.run(careerdesk, cwd=ROOT, check=False).returncode
    print("There is no screen here, so the window is walked through offscreen.", flush=True)
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    walked = subprocess.run(
        [*careerdesk, "tour", "--out", str(OUT)], cwd=ROOT, check=False, env=environment
    )
    if walked.returncode == 0:
        print(f"The pictures and the role sheet (PDF) lie in {OUT}/.")
    return walked.returncode


if __name__ == "__main__":
    sys.exit(main())
