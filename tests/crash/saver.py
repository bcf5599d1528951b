"""Actions without end, for the process that the crash tests kill.

``python saver.py FILE FOLDER`` does what ``careerdesk student replay`` does, but acknowledges each
action before it is done: the fault that the crash test must be able to see.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from careerdesk.student import SkillState, StudentFile
from careerdesk.student.replay import replay

STATES = tuple(SkillState)
SLOW_DISK = 0.02
ROLES = 12


def action(number: int) -> dict[str, object]:
    """Return action ``number``: one save, the same in every process, that always changes something
    where those before it have been done."""
    turn = number // 6
    role, skill = f"role-{turn % ROLES}", f"skill-{turn % 30}"
    name = {"en": f"Name {number}", "ms": f"Nama {number}"}
    match number % 6:
        case 0:
            return {"do": "add", "role": role, "title": name}
        case 1:
            return {"do": "note", "role": role, "text": f"note {number} " * 80}
        case 2:
            return {"do": "tick", "skill": skill, "state": STATES[turn % 3].value, "name": name}
        case 3:
            return {"do": "answer", "question": f"question-{turn % 30}", "points": 1 + turn % 4}
        case 4 if turn % 3 == 0:
            return {"do": "remove", "role": role}
        case 5 if turn % 3 and turn % ROLES:
            return {"do": "move", "role": role, "to": 0}
        case _:
            return {"do": "note", "role": "anchor", "text": f"anchor {number}"}


def lines(start: int, count: int) -> bytes:
    """Return the actions from ``start`` as JSON lines."""
    first: list[dict[str, object]] = [{"do": "add", "role": "anchor"}]
    written = first if start == 0 else [action(start - 1)]
    written += [action(number) for number in range(start, start + count - 1)]
    return b"".join(json.dumps(line).encode() + b"\n" for line in written)


def main(path: str, folder: str) -> None:
    """Acknowledge each action, and do it a moment later."""
    with StudentFile.open(Path(folder)) as student, Path(path).open("rb") as file:
        for number, line in enumerate(file, start=1):
            sys.stdout.write(f'{{"ack": {number}}}\n')
            sys.stdout.flush()
            time.sleep(SLOW_DISK)
            list(replay(student, [line]))


if __name__ == "__main__":
    main(*sys.argv[1:])
