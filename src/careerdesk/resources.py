"""The one door to the files that travel with the program: ``resources/`` and the catalogue.

In an installed copy they lie inside the package; in a checkout they lie at its top.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from careerdesk.errors import DamagedInstallation

# Not through importlib.resources: its import alone would be a twentieth of the whole start.
_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def path(name: str) -> Path:
    """Return the path of the resource ``name``, such as ``icons/heart.svg``.

    Raises:
        ValueError: if ``name`` points outside the resources.
        DamagedInstallation: if there is no such file or folder.
    """
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or "\\" in name or ":" in name:
        raise ValueError(f"{name!r} is not the name of a resource; expected one like 'icons/x.svg'")
    for root in (_PACKAGE / "resources", _CHECKOUT / "resources"):
        candidate = root / pure
        if candidate.exists():
            return candidate
    raise DamagedInstallation(part=f"resources/{name}")


def text(name: str) -> str:
    """Return the text of the resource ``name``; raises as :func:`path` does."""
    try:
        return path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        raise DamagedInstallation(part=f"resources/{name}") from error


def catalogue_path() -> Path:
    """Return where the built-in catalogue lies, whether or not it is there."""
    packaged = _PACKAGE / "catalogue.sqlite"
    return packaged if packaged.exists() else _CHECKOUT / "build" / "catalogue.sqlite"
