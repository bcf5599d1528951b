"""Writes the two lock files from pyproject.toml; run by maintainers, with `make lock`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMON = [
    "uv", "pip", "compile", "pyproject.toml", "--extra", "authoring", "--universal", "--quiet",
    "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-annotate",
    "--no-header",
]  # fmt: skip


def main() -> int:
    """Compile both files; the second keeps to the versions of the first."""
    run = [*COMMON, "--group", "build", "-o", "packaging/lock.txt"]
    dev = [*COMMON, "--group", "dev", "-c", "packaging/lock.txt", "-o", "packaging/lock-dev.txt"]
    for command in (run, dev):
        done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=False)
        if done.returncode:
            print("Locking needs uv: .venv/bin/python -m pip install uv", file=sys.stderr)
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
