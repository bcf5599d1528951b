"""Note in ``data/shipped.yaml`` every id that the edition about to be published holds.

Ids noted before stay; the checker then misses any that has gone from ``data/``.
"""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

from careerdesk.authoring.read import Draft, read_draft
from careerdesk.authoring.schema import Shipped
from careerdesk.files import write_whole

DATA = Path(__file__).parents[2] / "data"
_NOTE = "# Every id that was ever published; made by packaging/tools/note_shipped.py.\n"


def shipped_after(draft: Draft) -> str:
    """Return the text of ``shipped.yaml`` once ``draft`` has been published."""
    lines = [_NOTE]
    for field in dataclasses.fields(Shipped):
        ids = {*getattr(draft.shipped, field.name), *draft.ids(field.name)}
        lines += [f"{field.name}:\n", *(f"  - {item}\n" for item in sorted(ids))] if ids else []
    return "".join(lines)


def main(folder: Path = DATA) -> int:
    """Write the file, unless a file of the folder cannot be read; returns the exit status."""
    draft = read_draft(folder)
    if draft.faults:
        sys.stderr.write("There are faults; run “careerdesk catalogue check” first.\n")
        return 1
    write_whole(folder / "shipped.yaml", shipped_after(draft).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
