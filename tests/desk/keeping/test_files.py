"""Hand-over files and earlier versions, as a student meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from careerdesk.catalogue.text import Text
from careerdesk.desk import destination
from careerdesk.desk.keeping.files import BringInDialog, ForkDialog, SaveFileDialog
from careerdesk.desk.keeping.versions import VersionsDialog
from careerdesk.desk.window import MainWindow
from careerdesk.student import StudentFile, hand_over
from keeping_parts import NURSE, WELDER, hand_over_file, press, toast_words, words_of


def roles(window: MainWindow) -> list[str]:
    return [item.role_id for item in window.context.student.shortlist()]


def brought(window: MainWindow, path: Path, qtbot: QtBot) -> BringInDialog:
    window.work.bring_in(path)
    qtbot.waitUntil(lambda: bool(window.findChildren(BringInDialog)))
    return window.findChildren(BringInDialog)[-1]


def save_dialog(window: MainWindow, folder: Path) -> SaveFileDialog:
    window.work.save_file()
    dialog = window.findChildren(SaveFileDialog)[-1]
    dialog.destination.choose_folder(folder)
    return dialog


def test_the_work_is_saved_to_a_file_and_says_where(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.context.student.add("nurse", NURSE)
    dialog = save_dialog(window, tmp_path)
    press(dialog, "Save")
    qtbot.waitUntil(lambda: dialog.message().startswith("Saved: "))
    path = tmp_path / "My CareerDesk work.careerdesk"
    assert str(path) in dialog.message()
    assert hand_over.load(path).content.shortlist[0].role_id == "nurse"


def test_a_stick_that_was_pulled_out_is_said(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.context.student.add("nurse", NURSE)
    dialog = save_dialog(window, tmp_path / "gone")
    press(dialog, "Save")
    qtbot.waitUntil(lambda: "could not be saved" in dialog.message())
    assert dialog.isVisible()
    dialog.destination.choose_folder(tmp_path)
    press(dialog, "Save")
    qtbot.waitUntil(lambda: dialog.message().startswith("Saved: "))


def test_the_look_that_a_student_chose_comes_with_their_file(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    with StudentFile.in_memory() as other:
        other.add("nurse", NURSE)
        other.set_preference("percent", "130")
        other.set_preference("theme", "nonsense")
        hand_over.save(other.content, tmp_path / "mine.careerdesk")
    press(brought(window, tmp_path / "mine.careerdesk", qtbot), "Go on like this")
    look = window.context.look
    assert (look.percent, look.language) == (130, "en"), "what it does not say stays"


def test_a_name_in_a_file_turns_no_other_words_round(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    with StudentFile.in_memory() as other:
        other.add("odd", Text("\u202eodd\n\nname\u2066", "ganjil"))
        other.add("nurse", NURSE)
        hand_over.save(other.content, tmp_path / "odd.careerdesk")
    dialog = brought(window, tmp_path / "odd.careerdesk", qtbot)
    assert "Shortlist, new: odd name, Nurse" in words_of(dialog)


def test_a_file_is_shown_before_it_changes_anything(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.context.student.add("nurse", NURSE)
    window.context.student.set_note("nurse", "Mine")
    dialog = brought(window, hand_over_file(tmp_path / "x.careerdesk", note="Theirs"), qtbot)
    assert "holds 2 roles, 1 note" in words_of(dialog)
    assert "Shortlist, new: Welder" in words_of(dialog)
    assert "Shortlist, changed: Nurse" in words_of(dialog)
    assert roles(window) == ["nurse"]
    press(dialog, "Go on like this")
    assert roles(window) == ["nurse", "welder"]
    assert window.context.student.shortlist()[0].note == "Mine\n\nTheirs"
    press(window.toast, "Undo")
    assert roles(window) == ["nurse"]
    assert window.context.student.shortlist()[0].note == "Mine"


def test_replacing_names_what_goes(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.context.student.add("data-analyst", NURSE)
    dialog = brought(window, hand_over_file(tmp_path / "x.careerdesk"), qtbot)
    dialog.choose("replace")
    assert "Shortlist, taken away: Nurse" in words_of(dialog)
    press(dialog, "Go on like this")
    assert roles(window) == ["welder", "nurse"]


def test_a_file_that_brings_nothing_new_cannot_be_brought_in(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.context.student.add("welder", WELDER)
    window.context.student.add("nurse", NURSE)
    dialog = brought(window, hand_over_file(tmp_path / "x.careerdesk"), qtbot)
    assert "Nothing here would change." in words_of(dialog)
    press(dialog, "Go on like this")
    assert dialog.isVisible()


@pytest.mark.parametrize("data", [b"", b"\0" * 4000, b'{"format": "careerdesk"', b"PK\x03\x04"])
def test_anything_else_is_refused_in_one_sentence(
    data: bytes, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "odd.careerdesk").write_bytes(data)
    window.work.bring_in(tmp_path / "odd.careerdesk")
    qtbot.waitUntil(lambda: "odd.careerdesk is not a file with work" in toast_words(window))
    assert not window.findChildren(BringInDialog)


def test_the_chooser_of_a_file_may_be_left(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    monkeypatch.setattr(destination, "ask_file", lambda *_: None)
    window.work.open_file()
    assert not window.findChildren(BringInDialog)
    path = hand_over_file(tmp_path / "x.careerdesk")
    monkeypatch.setattr(destination, "ask_file", lambda *_: path)
    window.work.open_file()
    qtbot.waitUntil(lambda: bool(window.findChildren(BringInDialog)))


def versions(window: MainWindow, qtbot: QtBot) -> VersionsDialog:
    window.work.show_versions()
    dialog = window.findChildren(VersionsDialog)[-1]
    qtbot.waitUntil(lambda: "Looking" not in words_of(dialog))
    return dialog


def test_an_earlier_version_is_brought_back_and_that_can_be_undone(
    window: MainWindow, qtbot: QtBot
) -> None:
    student = window.context.student
    assert "There is no earlier version yet." in words_of(versions(window, qtbot))
    student.add("nurse", NURSE)
    student.copy_job(backup=True).run()
    student.remove("nurse")
    dialog = versions(window, qtbot)
    assert "1 role" in words_of(dialog)
    press(dialog, "Bring back")
    assert roles(window) == ["nurse"]
    press(window.toast, "Undo")
    assert roles(window) == []


def test_work_that_moved_on_at_two_computers_is_put_together(
    window: MainWindow, tmp_path: Path
) -> None:
    from careerdesk.student.home import HomeCopy
    from careerdesk.student.reading import read_bytes

    with StudentFile.open(tmp_path / "there") as there:
        there.add("welder", WELDER)
        data = there.serialized()
    student = window.context.student
    student.add("nurse", NURSE)
    student.fork = HomeCopy(data, read_bytes(data, tmp_path))
    window.watch.notes_changed.emit()
    assert "at two computers" in words_of(window.banners)
    press(window.banners, "Look at both …")
    (dialog,) = window.findChildren(ForkDialog)
    press(dialog, "Go on like this")
    assert roles(window) == ["nurse", "welder"]
    assert student.fork is None
    assert "at two computers" not in words_of(window.banners)
