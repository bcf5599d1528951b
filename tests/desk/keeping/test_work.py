"""Codes, undo, finishing: what the window does with a student's work as a whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

import sample
from careerdesk.catalogue import Store
from careerdesk.desk.context import Context, Look
from careerdesk.desk.keeping.code_dialogs import EraseDialog, KeepDialog, OpenDialog
from careerdesk.desk.places import ExplorePlace, ShortlistPlace
from careerdesk.desk.window import MainWindow
from careerdesk.student import SkillState, StudentFile, WrongCode
from careerdesk.student.profiles import Kept, Profiles
from keeping_parts import NURSE, WELDER, press, toast_words, words_of


def actions(window: MainWindow) -> dict[str, QAction]:
    menu = window.work.menu()
    return {action.text(): action for action in menu.actions() if action.text()}


def keep_with_code(window: MainWindow, qtbot: QtBot, nickname: str = "") -> str:
    window.work.keep()
    (dialog,) = window.findChildren(KeepDialog)
    dialog.nickname.setText(nickname)
    with qtbot.waitSignal(dialog.kept) as kept:
        dialog.make_code()
    assert isinstance(kept.args[0], Kept)
    dialog.accept()
    return kept.args[0].code


def open_with_code(window: MainWindow, qtbot: QtBot, code: str) -> None:
    window.work.open()
    dialog = window.findChildren(OpenDialog)[-1]
    dialog.code.setText(code)
    with qtbot.waitSignal(window.context.student_replaced, timeout=10_000):
        dialog.try_code()


def test_undo_works_from_any_page_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    window.open_role("nurse")
    window.role_page.shortlist_button.click()
    window.go(ExplorePlace())
    qtbot.wait(10)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not window.context.student.has("nurse")
    assert "as it was before" in toast_words(window)
    press(window.toast, "Do again")
    assert window.context.student.has("nurse")
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "nothing to undo" in toast_words(window)


def test_undo_of_a_note_shows_on_the_page(window: MainWindow) -> None:
    student = window.context.student
    student.add("nurse", NURSE)
    window.go(ShortlistPlace())
    (card,) = window.shortlist._cards
    card._note.setPlainText("Ask about shifts")
    window.work.undo()
    assert student.shortlist()[0].note == ""
    assert card._note.toPlainText() == ""
    window.work.redo()
    assert card._note.toPlainText() == "Ask about shifts"


def test_undo_of_a_tick_shows_on_the_skills_tab(window: MainWindow, context: Context) -> None:
    window.open_role("data-analyst")
    window.role_page.open_tab("skills")
    tab = window.role_page.current_tab()
    tab.complete()
    skill = context.store.shared.skills["python"]
    tab.mark(skill, SkillState.HAVE)
    window.work.undo()
    assert not context.student.skill_marks()
    assert tab._rows["python"]._segments._buttons["not_yet"].isChecked()


def test_a_code_is_offered_once_when_there_is_something_to_keep(window: MainWindow) -> None:
    window.open_role("nurse")
    window.role_page.shortlist_button.click()
    assert "A code brings you back to it later" in toast_words(window)
    window.open_role("data-analyst")
    window.role_page.shortlist_button.click()
    QApplication.processEvents()
    assert "A code brings you back" not in toast_words(window)


def test_a_tick_alone_offers_the_code_too(window: MainWindow, qtbot: QtBot) -> None:
    skill = window.context.store.shared.skills["python"]
    window.context.student.mark_skill("python", skill.name, SkillState.HAVE)
    qtbot.waitUntil(lambda: "A code brings you back" in toast_words(window), timeout=10_000)


def test_the_code_opens_the_work_again(window: MainWindow, qtbot: QtBot, work_folder: Path) -> None:
    window.context.student.set_preference("language", "en")
    window.context.student.add("nurse", NURSE)
    code = keep_with_code(window, qtbot, nickname="Kancil")
    assert window.foot.person.text() == "Kancil"
    assert window.context.student.has("nurse")
    assert actions(window)["Finish"].isEnabled()

    window.work.finish()
    assert not window.context.student.counts
    assert window.foot.person.text() == "Tetamu"
    assert code not in "".join(
        path.read_bytes().decode("latin-1") for path in work_folder.rglob("*") if path.is_file()
    )

    open_with_code(window, qtbot, code.upper().replace("-", " "))
    assert window.context.student.has("nurse")
    assert "Welcome back, Kancil." in toast_words(window)


def test_the_window_keeps_its_look_when_the_work_gets_a_code(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.context.student.add("nurse", NURSE)
    window.context.student.set_preference("theme", "dark")
    before = window.context.look
    qtbot.waitUntil(window.toast.isVisible)
    keep_with_code(window, qtbot)
    assert window.context.look == before
    assert not window.toast.isVisible(), "it offered the code that there is now"


def test_a_wrong_code_says_so_and_guesses_are_slowed(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careerdesk.student.guesses.time", SimpleNamespace(time=lambda: 1e9))
    window.context.student.add("nurse", NURSE)
    keep_with_code(window, qtbot)
    window.work.finish()
    window.context.change_look(language="en")
    window.work.open()
    (dialog,) = window.findChildren(OpenDialog)
    for number in range(4):
        dialog.code.setText("baga-baga-baga")
        dialog.try_code()
        qtbot.waitUntil(lambda: dialog.message() not in {"", "Looking …"}, timeout=10_000)
        if number < 2:
            assert "code" in dialog.message()
            dialog.say("")
    assert not dialog._open.isEnabled()
    assert dialog._open.text().startswith("Wait ")
    assert not window.context.student.counts


def test_the_code_of_the_work_that_is_open_changes_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.context.student.set_preference("language", "en")
    window.context.student.add("nurse", NURSE)
    code = keep_with_code(window, qtbot)
    student = window.context.student
    window.work.open()
    dialog = window.findChildren(OpenDialog)[-1]
    dialog.code.setText(code)
    with qtbot.waitSignal(dialog.found, timeout=10_000):
        dialog.try_code()
    assert window.context.student is student
    student.set_note("nurse", "goes on")
    assert "open already" in toast_words(window)
    assert words_of(window.banners) == ""


def test_a_profile_whose_cards_are_lost_is_not_cleared(
    window: MainWindow, qtbot: QtBot, work_folder: Path
) -> None:
    window.context.student.set_preference("language", "en")
    window.context.student.add("nurse", NURSE)
    keep_with_code(window, qtbot)
    for card in work_folder.rglob("profile*.json"):
        card.unlink()
    assert window.work.finish_words() == "Finish"
    window.work.finish()
    assert "cleared" not in toast_words(window)
    (kept,) = work_folder.glob("profiles/*")
    with StudentFile.open(kept) as student:
        assert student.has("nurse")


def test_no_code_is_tried_before_one_is_typed(window: MainWindow) -> None:
    window.work.open()
    (dialog,) = window.findChildren(OpenDialog)
    dialog.try_code()
    assert dialog.message() == ""


def test_finishing_clears_a_guest_and_can_be_undone_for_a_while(
    window: MainWindow, work_folder: Path
) -> None:
    context = window.context
    context.change_look(theme="dark")
    context.student.add("nurse", NURSE)
    context.student.set_note("nurse", "CANARY")
    window.go(ShortlistPlace())
    window.foot.finish.click()
    assert not context.student.counts
    assert context.look.theme != "dark"
    assert isinstance(window.history.place, ExplorePlace)
    assert not window.history.can_go_back
    files = [path for path in work_folder.rglob("*") if path.is_file()]
    assert not any(b"CANARY" in path.read_bytes() for path in files)

    press(window.toast, "Undo")
    assert context.student.shortlist()[0].note == "CANARY"
    assert context.look.theme == "dark"


def test_a_profile_is_erased_after_a_question_and_comes_back_by_undo(
    window: MainWindow, qtbot: QtBot, work_folder: Path
) -> None:
    window.context.student.set_preference("language", "en")
    window.context.student.add("nurse", NURSE)
    window.context.student.set_note("nurse", "CANARY")
    assert "Erase my work …" not in actions(window), "a guest has “Finish and clear”"
    code = keep_with_code(window, qtbot)
    for words in ("Cancel", "Erase everything"):
        actions(window)["Erase my work …"].trigger()
        press(window.findChildren(EraseDialog)[-1], words)
        assert bool(window.context.student.counts) == (words == "Cancel")
    files = [path for path in work_folder.rglob("*") if path.is_file()]
    assert not any(b"CANARY" in path.read_bytes() for path in files)
    with pytest.raises(WrongCode):
        Profiles(work_folder).find(code)
    window.toast.findChildren(QPushButton)[0].click()
    assert window.context.student.shortlist()[0].note == "CANARY"


def test_what_is_brought_back_takes_the_place_of_nobodys_work(
    window: MainWindow, qtbot: QtBot, work_folder: Path
) -> None:
    window.context.student.set_preference("language", "en")
    window.context.student.add("nurse", NURSE)
    code = keep_with_code(window, qtbot)
    window.work.finish()
    window.context.student.add("welder", WELDER)
    open_with_code(window, qtbot, code)
    window.work.erase()
    window.findChildren(EraseDialog)[-1].accept()
    press(window.toast, "Undo")
    assert [item.role_id for item in window.context.student.shortlist()] == ["nurse"]
    root = Profiles(work_folder)
    (aside,) = root.known()
    with root.open(aside) as other:
        assert [item.role_id for item in other.shortlist()] == ["welder"]


def test_erasing_a_profile_without_work_is_said_too(window: MainWindow, qtbot: QtBot) -> None:
    window.context.student.add("nurse", NURSE)
    keep_with_code(window, qtbot)
    window.context.student.remove("nurse")
    window.work.erase()
    window.findChildren(EraseDialog)[-1].accept()
    assert window.work.is_guest
    assert toast_words(window) == "Your work is erased from this computer."


def test_what_is_offered_goes_with_the_work_that_it_is_about(window: MainWindow) -> None:
    window.context.student.add("nurse", NURSE)
    window.work.finish()
    assert window.toast.isVisible()
    window.context.student.close()
    window.work.go_on_with(StudentFile.in_memory())
    assert not window.toast.isVisible()


def test_undo_does_not_reach_into_the_work_of_the_last_student(window: MainWindow) -> None:
    window.context.student.add("nurse", NURSE)
    window.work.finish()
    window.work.undo()
    assert not window.context.student.counts
    assert "Tiada apa-apa untuk dibatalkan" in toast_words(window)


def test_what_a_guest_left_can_be_put_aside_and_opened(window: MainWindow) -> None:
    window.context.change_look(percent=115)
    window.context.student.add("nurse", NURSE)
    window.work.start_afresh()
    assert not window.context.student.counts
    assert window.context.percent == 115
    window.work.open()
    (dialog,) = window.findChildren(OpenDialog)
    (left,) = (b for b in dialog.findChildren(QPushButton) if "guest" in b.text())
    left.click()
    assert window.context.student.has("nurse")


def test_typing_is_saved_before_another_student_begins(
    window: MainWindow, qtbot: QtBot, work_folder: Path
) -> None:
    window.context.student.add("nurse", NURSE)
    code = keep_with_code(window, qtbot)
    window.go(ShortlistPlace())
    window.shortlist._cards[0]._note.setPlainText("typed and not yet saved")
    window.work.finish()
    profile = Profiles(work_folder).find(code)
    with Profiles(work_folder).open(profile) as again:
        assert again.shortlist()[0].note == "typed and not yet saved"


def test_without_a_place_to_keep_there_is_no_foot(
    store: Store, open_window: Callable[..., MainWindow]
) -> None:
    with StudentFile.in_memory() as student:
        look = Look(language="en", theme="light")
        context = Context(store, student, today=sample.PUBLISHED_ON, look=look)
        window = open_window(context)
        assert not window.foot.isVisible()
        assert {"Undo", "Save my work to a file …"} <= set(actions(window))
        assert "Keep my work with a code …" not in actions(window)
        student.add("nurse", NURSE)
        QApplication.processEvents()
        assert "code" not in toast_words(window)


def test_a_dialog_is_as_high_as_its_parts(window: MainWindow) -> None:
    window.context.student.add("nurse", NURSE)
    window.work.keep()
    (dialog,) = window.findChildren(KeepDialog)
    QApplication.processEvents()
    assert dialog.height() == dialog.layout().totalHeightForWidth(dialog.width())
