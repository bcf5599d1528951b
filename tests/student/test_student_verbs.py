"""What a student does is kept, read back and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerdesk.catalogue.text import Text
from careerdesk.errors import ExitCode
from careerdesk.student import (
    NOTE_LIMIT,
    Change,
    ChangeKind,
    Signal,
    SkillState,
    StudentFile,
    TooLong,
)

NURSE = Text("Nurse", "Jururawat")
WELDER = Text("Welder", "Jurukimpal")
CHEF = Text("Chef", "Cef")
CARE = Text("Caring for people", "Menjaga orang")


@pytest.fixture
def three(student: StudentFile) -> StudentFile:
    """A student file with three roles on the shortlist."""
    for role_id, title in (("nurse", NURSE), ("welder", WELDER), ("chef", CHEF)):
        student.add(role_id, title)
    return student


def order(student: StudentFile) -> list[str]:
    items = student.shortlist()
    assert [item.position for item in items] == list(range(len(items)))
    return [item.role_id for item in items]


def listen(student: StudentFile) -> list[Change]:
    heard: list[Change] = []
    student.changed.connect(heard.append)
    return heard


def test_everything_is_there_after_reopening(folder: Path) -> None:
    with StudentFile.open(folder) as student:
        student.add("nurse", NURSE)
        student.add("welder", WELDER)
        student.set_note("nurse", "Ask Puan Siti about the college\nin Ipoh. 🙂")
        student.set_why("nurse", "I like to help.")
        student.mark_skill("care", CARE, SkillState.LEARNING)
        student.set_proof("care", CARE, "Red Crescent since Form 2")
        student.set_preference("language", "ms")
        before = student.shortlist(), student.skill_marks()
    with StudentFile.open(folder) as student:
        assert (student.shortlist(), student.skill_marks()) == before
        assert student.preference("language", "en") == "ms"
        assert student.writable
        assert student.problem is None
        assert student.path == folder / "student.sqlite"
    nurse, welder = before[0]
    assert (nurse.title, nurse.why) == (NURSE, "I like to help.")
    assert welder.note == ""
    assert before[1]["care"].state is SkillState.LEARNING
    assert before[1]["care"].proof == "Red Crescent since Form 2"


def test_adding_twice_keeps_one_item_with_the_newer_title(three: StudentFile) -> None:
    three.set_note("nurse", "mine")
    three.add("nurse", Text("Registered nurse", "Jururawat berdaftar"))
    assert order(three) == ["nurse", "welder", "chef"]
    assert three.shortlist()[0].title.en == "Registered nurse"
    assert three.shortlist()[0].note == "mine"


def test_removing_can_be_undone_at_its_place(three: StudentFile) -> None:
    three.set_note("welder", "mine")
    before = three.shortlist()
    item = three.remove("welder")
    assert order(three) == ["nurse", "chef"]
    assert not three.has("welder")
    three.restore(item)
    assert three.shortlist() == before


def test_restoring_into_a_shorter_list_puts_the_item_last(three: StudentFile) -> None:
    chef = three.remove("chef")
    three.remove("nurse")
    three.restore(chef)
    assert order(three) == ["welder", "chef"]


@pytest.mark.parametrize(
    ("position", "expected"),
    [
        (0, ["chef", "nurse", "welder"]),
        (1, ["nurse", "chef", "welder"]),
        (99, ["nurse", "welder", "chef"]),
        (-5, ["chef", "nurse", "welder"]),
    ],
)
def test_moving(three: StudentFile, position: int, expected: list[str]) -> None:
    three.move("chef", position)
    assert order(three) == expected


def test_verbs_on_a_role_that_is_not_listed_name_what_is(three: StudentFile) -> None:
    for verb in (
        lambda: three.remove("pilot"),
        lambda: three.move("pilot", 0),
        lambda: three.set_note("pilot", ""),
        lambda: three.set_why("pilot", ""),
    ):
        with pytest.raises(LookupError, match=r"'pilot' is not on the shortlist.*'nurse'"):
            verb()


def test_a_proof_without_a_mark_is_not_yet(student: StudentFile) -> None:
    student.set_proof("care", CARE, "nothing so far")
    assert student.skill_marks()["care"].state is SkillState.NOT_YET
    student.mark_skill("care", CARE, SkillState.HAVE)
    assert student.skill_marks()["care"].proof == "nothing so far"


def test_marks_cannot_be_changed_from_outside(student: StudentFile) -> None:
    with pytest.raises(TypeError):
        student.skill_marks()["care"] = None  # type: ignore[index]


def test_every_verb_tells_what_changed_and_only_then(student: StudentFile) -> None:
    heard = listen(student)
    student.add("nurse", NURSE)
    student.set_note("nurse", "a")
    student.mark_skill("care", CARE, SkillState.HAVE)
    student.set_preference("theme", "dark")
    assert heard == [
        Change(ChangeKind.SHORTLIST, ("nurse",)),
        Change(ChangeKind.SHORTLIST, ("nurse",)),
        Change(ChangeKind.SKILLS, ("care",)),
        Change(ChangeKind.PREFERENCES, ("theme",)),
    ]
    heard.clear()
    student.add("nurse", NURSE)
    student.move("nurse", 0)
    student.set_note("nurse", "a")
    student.mark_skill("care", CARE, SkillState.HAVE)
    student.set_proof("care", CARE, "")
    student.set_preference("theme", "dark")
    assert heard == []


def test_who_hears_of_a_change_can_already_read_it(student: StudentFile) -> None:
    seen: list[bool] = []
    student.changed.connect(lambda _: seen.append(student.has("nurse")))
    student.add("nurse", NURSE)
    assert seen == [True]


def test_a_text_beyond_the_limit_is_refused_and_nothing_is_cut(three: StudentFile) -> None:
    three.set_note("nurse", "a" * NOTE_LIMIT)
    heard = listen(three)
    with pytest.raises(TooLong, match=f"{NOTE_LIMIT + 1} characters, and at most {NOTE_LIMIT}"):
        three.set_note("nurse", "b" * (NOTE_LIMIT + 1))
    assert three.shortlist()[0].note == "a" * NOTE_LIMIT
    assert heard == []


def test_characters_that_no_file_can_hold_are_replaced(three: StudentFile) -> None:
    three.set_note("nurse", "a\0b \ud83d\ude42 c\ud83d")
    assert three.shortlist()[0].note == "ab 🙂 c\ufffd"


def test_in_memory_everything_works_and_nothing_is_kept(tmp_path: Path) -> None:
    reason = TooLong(length=1, limit=0)
    with StudentFile.in_memory(reason) as student:
        student.add("nurse", NURSE)
        student.set_preference("theme", "dark")
        assert student.has("nurse")
        assert (student.path, student.writable, student.problem) == (None, False, reason)
    with StudentFile.in_memory() as student:
        assert student.shortlist() == ()
    assert list(tmp_path.iterdir()) == []


def test_a_closed_file_can_be_read_but_not_changed(three: StudentFile) -> None:
    three.close()
    assert three.has("nurse")
    with pytest.raises(ValueError, match="closed"):
        three.remove("nurse")
    assert three.has("nurse")


def test_the_errors_have_the_documented_exit_codes() -> None:
    from careerdesk.student import NewerStudentFile, SaveProblem, StudentFileInUse

    assert StudentFileInUse.exit_code == ExitCode.IN_USE
    assert SaveProblem.exit_code == ExitCode.READ_ONLY
    assert NewerStudentFile.exit_code == ExitCode.READ_ONLY


def test_a_failing_listener_keeps_nobody_from_hearing() -> None:
    signal: Signal[int] = Signal()
    heard: list[int] = []

    def fail(_: int) -> None:
        raise RuntimeError("broken listener")

    signal.connect(fail)
    signal.connect(heard.append)
    with pytest.raises(RuntimeError, match="broken listener"):
        signal.emit(1)
    signal.disconnect(fail)
    signal.disconnect(fail)
    signal.emit(2)
    assert heard == [1, 2]
