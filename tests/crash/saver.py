"""Saves without end and says so after each: the process that the crash tests kill.

``python saver.py FOLDER START`` does action START, START + 1 and so on with the student file in
FOLDER, and prints the number of each one once it is on the disk. With ``--ack-early`` it prints
the number first, which is the fault that the crash test must be able to see.
"""

from __future__ import annotations

import sys
import time
from itertools import count
from pathlib import Path

from careerdesk.catalogue.text import Text
from careerdesk.student import SkillState, StudentFile

STATES = tuple(SkillState)
SLOW_DISK = 0.02


def act(student: StudentFile, number: int) -> None:
    """Do action ``number``: one save, the same in every process, that always changes something."""
    turn = number // 5
    role, skill = f"role-{turn % 12}", f"skill-{turn % 30}"
    name = Text(f"Name {number}", f"Nama {number}")
    match number % 5:
        case 0:
            student.add(role, name)
        case 1:
            student.set_note(role, f"note {number} " * 80)
        case 2:
            student.mark_skill(skill, name, STATES[turn % 3])
        case 3 if len(student.shortlist()) > 1:
            student.move(student.shortlist()[-1].role_id, 0)
        case 4 if turn % 3 == 0:
            student.remove(role)
        case _:
            student.set_proof(skill, name, f"proof {number} " * 40)


def main(folder: str, start: str, *options: str) -> None:
    """Save until killed."""
    with StudentFile.open(Path(folder)) as student:
        for number in count(int(start)):
            if "--ack-early" in options:
                sys.stdout.write(f"{number}\n")
                sys.stdout.flush()
                time.sleep(SLOW_DISK)
                act(student, number)
            else:
                act(student, number)
                sys.stdout.write(f"{number}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
