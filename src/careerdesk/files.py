"""Files: written whole or not at all, and named as SQLite wants them."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
import time
from pathlib import Path
from urllib.parse import quote_from_bytes

from careerdesk.errors import N_, WriteProblem

_NETWORK = (
    *(errno.ETIMEDOUT, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ENETUNREACH),
    *(errno.ENOTCONN, errno.ESTALE),
)
REASONS = {
    errno.ENOSPC: N_("the disk is full."),
    errno.EDQUOT: N_("the space allowed to this account is used up."),
    errno.EACCES: N_("this account may not write there, or the file is open elsewhere."),
    errno.EPERM: N_("this account may not write there, or the file is open elsewhere."),
    errno.EROFS: N_("that place can only be read."),
    errno.ENOENT: N_("that folder does not exist."),
    errno.ENOTDIR: N_("that folder does not exist."),
    errno.EISDIR: N_("a folder of that name is in the way."),
    errno.ENXIO: N_("what stands there is a device, not a file."),
    errno.EIO: N_("the disk or USB stick does not answer."),
    **dict.fromkeys(_NETWORK, N_("the network does not answer.")),
    errno.ENODEV: N_("the disk or USB stick does not answer."),
    errno.EFBIG: N_("the file would be larger than this account is allowed."),
    errno.ENAMETOOLONG: N_("the name is too long."),
}
REASONS_TO_READ = {
    errno.ENOENT: N_("there is no such file."),
    errno.ENOTDIR: N_("there is no such file."),
    errno.EACCES: N_("this account may not read it."),
    errno.EPERM: N_("this account may not read it."),
    errno.EISDIR: N_("it is a folder."),
    errno.ENAMETOOLONG: N_("the name is too long."),
    errno.EIO: N_("the disk or USB stick does not answer."),
}
OTHER_REASON = N_("the computer refused.")

_LOST = {errno.EIO, errno.ENXIO, errno.ENODEV, errno.ENOSPC, errno.EDQUOT, *_NETWORK}
"""What a disk says that has gone, or cannot keep what it was given."""

_REPLACE_TRIES = 8
_REPLACE_PAUSE = 0.05
"""Seconds before the second try; doubled each time, about two seconds in all."""


def reason_for(error: OSError) -> str:
    """Return the translatable reason for ``error``."""
    return REASONS.get(error.errno or 0, OTHER_REASON)


def reason_to_read(error: OSError) -> str:
    """Return the translatable reason for ``error``, which came of reading a file."""
    return REASONS_TO_READ.get(error.errno or 0) or reason_for(error)


def make_folder(folder: Path) -> None:
    """Make ``folder`` and what is missing above it.

    Raises:
        WriteProblem: with the reason, when it is not there and cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _write_problem(folder, error) from error


def write_whole(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Write ``content`` to ``path`` so that it is there whole or not at all.

    The bytes go to a temporary file in the same folder, reach the disk, and take the place of
    ``path`` in one step. A file that stood there before is untouched when anything fails, and
    nothing but a file is ever replaced. ``mode`` is set where the file system knows such a thing.

    Raises:
        WriteProblem: with the reason, when any step fails.
    """
    temporary: Path | None = None
    try:
        refuse_all_but_files(path)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(OSError):
            # Until then it is for this account alone, which does no harm where it stays so.
            temporary.chmod(mode)
        _replace(temporary, path)
        temporary = None
        sync_folder(path.parent)
    except OSError as error:
        raise _write_problem(path, error) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def file_address(path: Path) -> str:
    """Return the ``file:`` address of ``path``, in the form that SQLite wants on each system.

    A drive is ``file:///C:/…`` and a network share ``file:////server/share/…``.
    """
    absolute = path.absolute().as_posix()
    rooted = absolute if absolute.startswith("/") else f"/{absolute}"
    return f"file://{quote_from_bytes(os.fsencode(rooted))}"


def _write_problem(path: Path, error: OSError) -> WriteProblem:
    name = path.name or str(path)
    return WriteProblem(name=name, folder=str(path.parent), reason=reason_for(error))


def refuse_all_but_files(path: Path) -> None:
    """Raise OSError when a folder or a device stands at ``path``.

    A rename would end it, and opening it may wait for ever.
    """
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        code = errno.EISDIR if stat.S_ISDIR(mode) else errno.ENXIO
        raise OSError(code, os.strerror(code))


def _replace(temporary: Path, path: Path) -> None:
    """Rename ``temporary`` to ``path``, patient with whoever holds it for a moment.

    On Windows a virus scanner or indexer often holds a fresh file for a second.
    """
    pause = _REPLACE_PAUSE
    for _ in range(_REPLACE_TRIES - 1):
        try:
            temporary.replace(path)
        except PermissionError:
            if os.name != "nt":
                raise
            time.sleep(pause)
            pause = min(pause * 2, 0.5)
        else:
            return
    temporary.replace(path)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` outlast a power cut, where the system allows it.

    Raises:
        OSError: when what was renamed may be lost with its disk or stick. That a system does not
            know such a thing, or does not let this account ask for it, is no error.
    """
    if os.name == "nt":
        return
    handle: int | None = None
    try:
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
    except OSError as error:
        if error.errno in _LOST:
            raise
    finally:
        if handle is not None:
            os.close(handle)
