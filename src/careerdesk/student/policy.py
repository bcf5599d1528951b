"""What a school may say about how long students' work is kept on its computers."""

from __future__ import annotations

from typing import NamedTuple


class Policy(NamedTuple):
    """Days that what nobody comes back for is kept."""

    guest_days: int | None = 90
    """A guest's work since its last save; longer than the longest holidays. None: for ever."""
    profile_days: int | None = None
    """A profile with a code since it was last opened. None: until the year-end wipe."""
    undo_days: int = 14
    """How long a wipe of all students can be undone."""
    forgetful: bool = False
    """Whether the computers forget what is saved on them, in a way that they do not tell."""
