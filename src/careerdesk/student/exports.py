"""A student's work for other programs: a table that a spreadsheet opens, and plain text."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Iterator

from careerdesk.errors import N_
from careerdesk.i18n import Translator
from careerdesk.student.records import Content, SkillState

STATES = {
    SkillState.NOT_YET: N_("Not yet"),
    SkillState.LEARNING: N_("Learning"),
    SkillState.HAVE: N_("Have it"),
}
_HARM = frozenset("=+-@|%\t\r\n")
_MARK = "'"
_QUOTES = frozenset("\"'`“”‘’")
_UNSEEN = frozenset("CZ")
"""Kinds of characters that show nothing: controls, marks of direction, spaces."""


def as_csv(content: Content, t: Translator) -> bytes:
    """Return ``content`` as CSV in UTF-8, with the mark that tells spreadsheets so.

    Every cell is quoted, and one that a spreadsheet could take for a formula begins with an
    apostrophe (:func:`harmless`).
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in _rows(content, t):
        writer.writerow([harmless(cell) for cell in row])
    return file.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet runs it; :func:`as_it_was` takes that back."""
    return _MARK + cell if cell.startswith(_MARK) or _may_be_run(cell) else cell


def _may_be_run(cell: str) -> bool:
    """Tell whether ``cell`` begins like a formula, once what a program may pass over is gone."""
    for char in unicodedata.normalize("NFKC", cell):
        if char in _HARM:
            return True
        if char not in _QUOTES and unicodedata.category(char)[0] not in _UNSEEN:
            return False
    return False


def as_it_was(cell: str) -> str:
    """Return what was in a cell before it was made harmless."""
    return cell.removeprefix(_MARK)


def as_text(content: Content, t: Translator) -> str:
    """Return ``content`` as plain text to read or to send."""
    lines = [t.say("My work in CareerDesk"), ""]
    if content.shortlist:
        lines.append(t.say("My shortlist"))
    for number, item in enumerate(content.shortlist, start=1):
        lines.append(f"{number}. {item.title.in_language(t.language)}")
        for label, words in ((t.say("Why I chose it"), item.why), (t.say("My note"), item.note)):
            if words:
                lines.append(f"   {label}: {_indented(words)}")
    if content.skill_marks:
        lines += ["", t.say("My skills")]
    for mark in content.skill_marks.values():
        lines.append(f"- {mark.name.in_language(t.language)}: {t.say(STATES[mark.state])}")
        if mark.proof:
            proof = t.say("What shows it")
            lines.append(f"   {proof}: {_indented(mark.proof)}")
    if content.answers:
        lines += ["", t.say("My answers about interests, from 1 to 5")]
    lines += [f"- {said.question_id}: {said.points}" for said in content.answers.values()]
    return "\n".join(lines) + "\n"


def _rows(content: Content, t: Translator) -> Iterator[list[str]]:
    yield [t.say(word) for word in _COLUMNS]
    for item in content.shortlist:
        title = item.title.in_language(t.language)
        place = str(item.position + 1)
        yield [t.say("Role"), item.role_id, title, place, item.note, item.why, item.added_at]
    for mark in content.skill_marks.values():
        name = mark.name.in_language(t.language)
        state = t.say(STATES[mark.state])
        yield [t.say("Skill"), mark.skill_id, name, state, mark.proof, "", mark.changed_at]
    for said in content.answers.values():
        yield [t.say("Answer"), said.question_id, "", str(said.points), "", "", said.changed_at]


_COLUMNS = (
    N_("Kind"),
    N_("Id"),
    N_("Name"),
    N_("Place, state or points"),
    N_("Note or proof"),
    N_("Why I chose it"),
    N_("Since"),
)


def _indented(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\n", "\n      ")
