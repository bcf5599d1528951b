"""A folder of catalogue text that a test may write in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from careerdesk.authoring import Fault, check


@dataclass(frozen=True)
class Written:
    """A ``data/`` folder that a test may write in."""

    folder: Path

    def file(self, name: str) -> Path:
        return self.folder / name

    def edit(self, name: str, old: str, new: str) -> int:
        """Replace ``old``, which has to be there once, and return its line."""
        text = self.file(name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in {name}"
        self.file(name).write_text(text.replace(old, new), encoding="utf-8")
        return text.count("\n", 0, text.index(old)) + 1

    def role(self, old: str, new: str) -> int:
        return self.edit("roles/baker.yaml", old, new)

    def faults(self) -> list[Fault]:
        return check(self.folder)

    def messages(self) -> list[str]:
        return [str(fault) for fault in self.faults()]

    def said(self, part: str) -> Fault:
        """Return the one fault whose message has ``part``."""
        found = [fault for fault in self.faults() if part in fault.message]
        assert len(found) == 1, "\n".join(self.messages())
        return found[0]
