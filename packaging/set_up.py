"""Makes `.venv` ready for `make run` or `make test`, with the standard library alone.

usage: python3 packaging/set_up.py run|dev
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
LOCKS = {"run": "lock.txt", "dev": "lock-dev.txt"}
TEST_PACKAGES = ["xvfb"]
"""Debian packages that the tests use besides: a screen to open the real window on."""


def main(kind: str) -> None:
    """Create the environment, install the locked packages, and see to the system libraries."""
    if sys.version_info < (3, 11):
        stop(f"CareerDesk needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    if not has_pip():
        make_venv()
    say("Installing the locked packages …")
    pip("install", "--require-hashes", "-r", str(ROOT / "packaging" / LOCKS[kind]))
    pip("install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    install_system_libraries(kind)
    unpack_support_code()
    stamps = ["run", "dev"] if kind == "dev" else ["run"]
    for name in stamps:
        (VENV / f"{name}.stamp").touch()


def has_pip() -> bool:
    """Return whether `.venv` is there and whole; a set-up that was cut off leaves less."""
    command = [str(BIN / "python"), "-m", "pip", "--version"]
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def make_venv() -> None:
    """Create `.venv`; on Debian, where venv is a package of its own, install that first."""
    say("Creating .venv …")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, check=False, capture_output=True).returncode == 0:
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not apt_install([package]) or subprocess.run(command, check=False).returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        stop(f"Python cannot make a virtual environment here. Run: sudo apt-get install {package}")


def install_system_libraries(kind: str) -> None:
    """Install the libraries that Qt needs and this system lacks, or say how to."""
    if not sys.platform.startswith("linux"):
        return
    sys.path.insert(0, str(ROOT / "src"))
    from careerdesk.desk import preflight

    needed = preflight.OFFSCREEN_LIBRARIES | preflight.SCREEN_LIBRARIES
    packages = [needed[name] for name in preflight.missing_libraries(needed)]
    if kind == "dev" and shutil.which("Xvfb") is None:
        packages += TEST_PACKAGES
    if packages and not apt_install(packages):
        say(f"The window needs system libraries. Run: sudo apt-get install {' '.join(packages)}")


def unpack_support_code() -> None:
    """Unpack Qt's Python support once, which is otherwise compiled anew at every start."""
    environment = dict(os.environ, SBK_EMBED="0")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [str(BIN / "python"), "-c", "import PySide6.QtCore"]
    subprocess.run(command, check=False, env=environment, capture_output=True)


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages where this account may; return whether it worked."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return False
    say(f"Installing {' '.join(packages)} …")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        done = subprocess.run(command, check=False, env=environment, stdout=subprocess.DEVNULL)
    return done.returncode == 0


def pip(*arguments: str) -> None:
    """Run pip inside `.venv`, quietly."""
    command = [str(BIN / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    if subprocess.run([*command, *arguments], check=False).returncode:
        stop("The packages could not be installed; is there a network connection for the set-up?")


def say(words: str) -> None:
    """Tell whoever waits what is going on."""
    print(words, file=sys.stderr, flush=True)


def stop(words: str) -> None:
    """End with one sentence."""
    raise SystemExit(words)


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in LOCKS:
        stop("usage: python3 packaging/set_up.py run|dev")
    main(sys.argv[1])
