"""Keeps the interface's translations: `compile` them, or `update` the .po files from the code.

usage: python packaging/translations.py compile|update
"""

from __future__ import annotations

import sys
from pathlib import Path

from careerdesk.authoring.locale import compile_messages, update_messages

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"


def main(task: str) -> int:
    """Do ``task``; after an update, list what still has to be translated."""
    if task == "compile":
        compile_messages(LOCALE)
        return 0
    missing = 0
    for po_file in sorted(LOCALE.rglob("*.po")):
        for message in update_messages(ROOT / "src" / "careerdesk", po_file):
            print(f"{po_file.relative_to(ROOT)}: not translated: {message}")
            missing += 1
    return 1 if missing else 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["compile"], ["update"]):
        sys.exit("usage: python packaging/translations.py compile|update")
    sys.exit(main(sys.argv[1]))
