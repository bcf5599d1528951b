"""What is said about the student's file, and what is done for it, while the window is open."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import sample
from careerdesk.catalogue import Store
from careerdesk.desk.context import Context, Look
from careerdesk.desk.keeping import elsewhere, watch
from careerdesk.desk.keeping.elsewhere import ElsewhereDialog
from careerdesk.desk.keeping.files import SaveFileDialog
from careerdesk.desk.places import ShortlistPlace
from careerdesk.desk.window import MainWindow
from careerdesk.errors import CareerdeskError
from careerdesk.student import SaveProblem, StudentFile, StudentFileInUse
from careerdesk.student.backups import Backups
from careerdesk.student.copies import Copies, Outcome
from careerdesk.student.folder import MIRROR_NAME
from careerdesk.student.home import HomeCopy
from careerdesk.student.places import Places
from careerdesk.student.reading import Reading
from careerdesk.student.recovery import Lost
from careerdesk.student.take_over import Request
from keeping_parts import NURSE, press, words_of


def window_of(
    student: StudentFile, store: Store, open_window: Callable[..., MainWindow]
) -> MainWindow:
    look = Look(language="en", theme="light")
    return open_window(Context(store, student, today=sample.PUBLISHED_ON, look=look))


def test_copies_are_made_when_the_student_pauses(
    window: MainWindow, work_folder: Path, qtbot: QtBot
) -> None:
    window.watch._pause.setInterval(10)
    window.context.student.add("nurse", NURSE)
    qtbot.waitUntil(lambda: bool(Backups(work_folder).listed()), timeout=10_000)
    assert Backups(work_folder).listed()[0].counts.roles == 1


def test_copies_that_fail_are_said_until_they_succeed(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.watch._pause.setInterval(10)
    problem = SaveProblem(folder="the home folder", reason="full")
    with monkeypatch.context() as broken:
        broken.setattr(Copies, "write", lambda *_: Outcome(problem))
        window.context.student.add("nurse", NURSE)
        qtbot.waitUntil(lambda: "the home folder" in words_of(window.banners), timeout=10_000)
    window.context.student.remove("nurse")
    qtbot.waitUntil(lambda: "the home folder" not in words_of(window.banners), timeout=10_000)


def test_what_lies_in_one_students_home_is_not_offered_to_another(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    with StudentFile.in_memory() as other:
        copy = HomeCopy(b"", Reading(other.content, other.revision))
    monkeypatch.setattr(Copies, "write", lambda *_: Outcome(fork=copy))
    window.context.student.add("nurse", NURSE)
    window.watch._make_copies()
    first = window.context.student
    window.work.go_on_with(StudentFile.in_memory())
    first.close()
    window.worker.finish()
    qtbot.wait(50)
    assert window.context.student is not first
    assert window.context.student.fork is None


def test_a_forgetful_computer_says_so_before_anything_is_typed(
    student: StudentFile, store: Store, open_window: Callable[..., MainWindow]
) -> None:
    student.forgetful = True
    window = window_of(student, store, open_window)
    assert "This computer forgets everything" in words_of(window.banners)
    press(window.banners, "Save to a file …")
    assert window.findChildren(SaveFileDialog)


def test_a_notice_is_closed_for_good(
    student: StudentFile, store: Store, open_window: Callable[..., MainWindow]
) -> None:
    student.notice = Lost(folder="quarantine")
    window = window_of(student, store, open_window)
    assert "you start anew" in words_of(window.banners)
    window.watch.notes()[0].close()
    assert "you start anew" not in words_of(window.banners)
    window.context.change_look(theme="dark")
    assert "you start anew" not in words_of(window.banners)


def test_work_of_an_earlier_day_is_said_and_put_aside(
    student: StudentFile,
    work_folder: Path,
    store: Store,
    open_window: Callable[..., MainWindow],
) -> None:
    student.add("nurse", NURSE)
    old = time.time() - 3 * 24 * 3600
    os.utime(work_folder / "student.sqlite", (old, old))
    window = window_of(student, store, open_window)
    assert "The work of an earlier guest" in words_of(window.banners)
    press(window.banners, "Start afresh")
    assert not window.context.student.counts
    assert "The work of an earlier guest" not in words_of(window.banners)


def test_work_of_today_is_not_said(
    student: StudentFile, store: Store, open_window: Callable[..., MainWindow]
) -> None:
    student.add("nurse", NURSE)
    assert words_of(window_of(student, store, open_window).banners) == ""


def test_the_file_is_let_go_when_another_window_asks(
    window: MainWindow, work_folder: Path, qtbot: QtBot
) -> None:
    window.watch._look.setInterval(10)
    window.context.student.add("nurse", NURSE)
    request = Request(work_folder)
    found: list[StudentFile] = []

    def opened() -> bool:
        student = request.try_open()
        if student is not None:
            found.append(student)
        return student is not None

    qtbot.waitUntil(opened, timeout=10_000)
    with found[0] as there:
        assert there.has("nurse")
    assert "opened in another CareerDesk" in words_of(window.banners)
    assert not window.foot.isVisible()
    window.context.student.add("nurse", NURSE)
    assert window.context.student.has("nurse")


def test_copies_that_failed_are_tried_again_without_a_change(
    window: MainWindow, work_folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    window.watch._retry.setInterval(10)
    window.watch._pause.setInterval(10)
    problem = SaveProblem(folder="the home folder", reason="full")
    with monkeypatch.context() as broken:

        def fail(copies: Copies, _job: object) -> Outcome:
            copies.failed = True
            return Outcome(problem)

        broken.setattr(Copies, "write", fail)
        window.context.student.add("nurse", NURSE)
        qtbot.waitUntil(lambda: "the home folder" in words_of(window.banners), timeout=10_000)
    qtbot.waitUntil(lambda: words_of(window.banners) == "", timeout=10_000)
    assert (work_folder / MIRROR_NAME).exists()


def test_however_often_copies_fail_they_are_tried_again_once(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    looks: list[bool] = []
    monkeypatch.setattr(StudentFile, "copies_due", property(lambda _: bool(looks.append(True))))
    outcome = Outcome(SaveProblem(folder="the home folder", reason="full"))
    window.watch._retry.setInterval(50)
    for _ in range(20):
        window.watch._on_copied(window.context.student, outcome)
    qtbot.waitUntil(lambda: not window.watch._retry.isActive(), timeout=10_000)
    qtbot.wait(100)
    assert len(looks) == 1


def test_a_file_that_was_taken_over_is_closed_here(
    window: MainWindow, work_folder: Path, qtbot: QtBot
) -> None:
    window.watch._look.setInterval(10)
    path = work_folder / "student.sqlite"
    path.with_name("other.sqlite").write_bytes(window.context.student.serialized())
    path.with_name("other.sqlite").replace(path)
    qtbot.waitUntil(
        lambda: "opened in another CareerDesk" in words_of(window.banners), timeout=10_000
    )
    assert not window.context.student.writable


def test_what_was_typed_is_saved_before_the_file_is_let_go(
    window: MainWindow, work_folder: Path
) -> None:
    window.context.student.add("nurse", NURSE)
    window.go(ShortlistPlace())
    window.shortlist._cards[0]._note.setPlainText("typed and not yet saved")
    request = Request(work_folder)
    window.watch._let_go_if_asked()
    with request.take() as there:
        assert there.shortlist()[0].note == "typed and not yet saved"


def test_work_that_moved_on_elsewhere_is_told_when_the_copies_find_it(window: MainWindow) -> None:
    with StudentFile.in_memory() as other:
        copy = HomeCopy(b"", Reading(other.content, other.revision))
    window.watch._on_copied(window.context.student, Outcome(fork=copy))
    assert window.context.student.fork is copy
    assert "at two computers" in words_of(window.banners)


def test_the_next_student_is_looked_after_too(window: MainWindow) -> None:
    window.context.student.close()
    window.work.go_on_with(StudentFile.in_memory())
    assert not window.watch._look.isActive()
    window.work.finish()
    assert window.context.student.writable
    assert window.watch._look.isActive()


@pytest.fixture
def in_use(student: StudentFile) -> StudentFileInUse:
    assert student.path is not None
    with pytest.raises(StudentFileInUse) as refused:
        StudentFile.open(student.path.parent)
    return refused.value


@pytest.fixture
def asking(
    context: Context, in_use: StudentFileInUse, work_folder: Path, qtbot: QtBot
) -> ElsewhereDialog:
    dialog = ElsewhereDialog(context, in_use, Places(work_folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_second_start_can_go_on_here_instead(
    asking: ElsewhereDialog, student: StudentFile, qtbot: QtBot
) -> None:
    student.add("nurse", NURSE)
    press(asking, "Use it here instead")
    assert "asked to save and let go" in asking.message()
    student.close()
    qtbot.waitUntil(lambda: asking.student is not None, timeout=10_000)
    assert asking.student is not None
    with asking.student as here:
        assert here.has("nurse")
        assert here.writable


def test_one_that_does_not_answer_keeps_the_file(
    asking: ElsewhereDialog, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(Request, "is_over", property(lambda _: True))
    press(asking, "Use it here instead")
    qtbot.waitUntil(lambda: "does not answer" in asking.message(), timeout=10_000)
    assert asking.student is None
    assert asking._here.isEnabled()


def test_a_second_start_can_only_look_around(asking: ElsewhereDialog, work_folder: Path) -> None:
    press(asking, "Only look around")
    assert asking.student is not None
    assert not asking.student.writable
    assert isinstance(asking.student.problem, elsewhere.NotKept)
    assert not (work_folder / "student.ask").exists()


def test_closing_asks_for_nothing(asking: ElsewhereDialog, work_folder: Path) -> None:
    press(asking, "Use it here instead")
    press(asking, "Close")
    assert asking.student is None
    assert not (work_folder / "student.ask").exists()


def test_every_sentence_is_one_that_can_be_read(window: MainWindow) -> None:
    for problem in (watch.LetGo(), watch.LeftByGuest(), elsewhere.NotKept()):
        assert isinstance(problem, CareerdeskError)
        assert "{" not in window.context.t.error(problem)
    QApplication.processEvents()
