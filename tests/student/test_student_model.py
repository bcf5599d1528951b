"""Random actions against a model in plain lists and dicts."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    rule,
    run_state_machine_as_test,
)

from careerdesk.catalogue.text import Text
from careerdesk.student import NOTE_LIMIT, Change, Edit, SkillState, StudentFile

IDS = st.sampled_from([f"id-{number}" for number in range(6)])
WORDS = st.text(max_size=20).map(lambda words: words.replace("\0", ""))
TITLES = st.builds(Text, WORDS, WORDS)


class StudentFileMachine(RuleBasedStateMachine):
    """What a student file must do, said in lists and dicts; any step may be a restart."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.student = StudentFile.open(Path(self.place.name))
        self.shortlist: list[dict[str, object]] = []
        self.marks: dict[str, tuple[Text, SkillState, str]] = {}
        self.preferences: dict[str, str] = {}
        self.answers: dict[str, int] = {}
        self.undo: Edit | None = None
        self.student.changed.connect(self.remember)

    def remember(self, change: Change) -> None:
        self.undo = change.undo or self.undo

    def find(self, role_id: str) -> dict[str, object] | None:
        return next((item for item in self.shortlist if item["id"] == role_id), None)

    @rule(role_id=IDS, title=TITLES)
    def add(self, role_id: str, title: Text) -> None:
        self.student.add(role_id, title)
        if item := self.find(role_id):
            item["title"] = title
        else:
            self.shortlist.append({"id": role_id, "title": title, "note": "", "why": ""})

    @rule(role_id=IDS, undo=st.booleans())
    def remove(self, role_id: str, undo: bool) -> None:
        if item := self.find(role_id):
            kept = self.student.remove(role_id)
            if undo:
                self.student.restore(kept)
            else:
                self.shortlist.remove(item)

    @rule(role_id=IDS, position=st.integers(-2, 8))
    def move(self, role_id: str, position: int) -> None:
        if item := self.find(role_id):
            self.student.move(role_id, position)
            self.shortlist.remove(item)
            self.shortlist.insert(max(position, 0), item)

    @rule(role_id=IDS, words=st.text(max_size=NOTE_LIMIT).map(lambda text: text.replace("\0", "")))
    def note(self, role_id: str, words: str) -> None:
        if item := self.find(role_id):
            self.student.set_note(role_id, words)
            self.student.set_why(role_id, words[:40])
            item |= {"note": words, "why": words[:40]}

    @rule(skill_id=IDS, name=TITLES, state=st.sampled_from(SkillState))
    def mark(self, skill_id: str, name: Text, state: SkillState) -> None:
        self.student.mark_skill(skill_id, name, state)
        self.marks[skill_id] = (name, state, self.marks.get(skill_id, (name, state, ""))[2])

    @rule(skill_id=IDS, name=TITLES, proof=WORDS)
    def prove(self, skill_id: str, name: Text, proof: str) -> None:
        self.student.set_proof(skill_id, name, proof)
        state = self.marks.get(skill_id, (name, SkillState.NOT_YET, ""))[1]
        self.marks[skill_id] = (name, state, proof)

    @rule(key=IDS, value=WORDS)
    def prefer(self, key: str, value: str) -> None:
        self.student.set_preference(key, value)
        self.preferences[key] = value

    @rule(question_id=IDS, points=st.none() | st.integers(1, 5))
    def answer(self, question_id: str, points: int | None) -> None:
        self.student.answer(question_id, points)
        if points is None:
            self.answers.pop(question_id, None)
        else:
            self.answers[question_id] = points

    @rule()
    def there_and_back(self) -> None:
        """Undo the last change and redo it; the model need not know what it was."""
        if self.undo is not None:
            before = self.student.content
            self.student.apply(self.undo)
            self.student.apply(self.undo)
            assert self.student.content == before

    @rule(undo=st.booleans())
    def erase(self, undo: bool) -> None:
        self.undo = None
        self.student.erase()
        if undo and self.undo is not None:
            self.student.apply(self.undo)
        else:
            self.shortlist, self.marks, self.preferences, self.answers = [], {}, {}, {}

    @rule()
    def restart(self) -> None:
        self.student.close()
        self.student = StudentFile.open(Path(self.place.name))
        self.student.changed.connect(self.remember)

    @invariant()
    def the_file_says_what_the_model_says(self) -> None:
        shortlist = [
            {"id": item.role_id, "title": item.title, "note": item.note, "why": item.why}
            for item in self.student.shortlist()
        ]
        assert shortlist == self.shortlist
        marks = self.student.skill_marks().items()
        assert {key: (mark.name, mark.state, mark.proof) for key, mark in marks} == self.marks
        assert {key: said.points for key, said in self.student.answers().items()} == self.answers
        for key in (f"id-{number}" for number in range(6)):
            assert self.student.preference(key, "none") == self.preferences.get(key, "none")

    def teardown(self) -> None:
        self.student.close()
        self.place.cleanup()


TestStudentFileMachine = StudentFileMachine.TestCase
TestStudentFileMachine.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None, derandomize=True
)


@pytest.mark.figures
def test_a_hundred_thousand_actions() -> None:
    """As above, with as many actions as a school's students do in a year."""
    counted = [0]

    class Counted(StudentFileMachine):
        def check_invariants(self, *arguments: Any, **named: Any) -> None:
            counted[0] += 1
            super().check_invariants(*arguments, **named)

    long = settings(
        max_examples=1100,
        stateful_step_count=100,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,),
    )
    run_state_machine_as_test(Counted, settings=long)
    sys.stdout.write(f"random actions against the model: {counted[0]:,}, no difference\n")
    assert counted[0] >= 100_000
