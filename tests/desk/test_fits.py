"""Everything is large enough to press, and no word is cut off, however small the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QToolButton, QWidget

import sample
from careerdesk.catalogue import Store
from careerdesk.desk.context import Context, Look
from careerdesk.desk.parts import Parts
from careerdesk.desk.places import Place, RolePlace
from careerdesk.desk.window import MainWindow
from careerdesk.student import NoPlaceToSave, StudentFile
from visits import ENGINEER, each_place, show

LEAST_TARGET = 24
"""Side of the smallest target, in pixels (WCAG 2.2, 2.5.8)."""


@each_place
@pytest.mark.parametrize("percent", [90, 100])
def test_every_target_is_large_enough(
    percent: int,
    place: Place,
    store: Store,
    student: StudentFile,
    open_window: Callable[..., MainWindow],
) -> None:
    window = opened(open_window, store, student, "en", percent, (1280, 720))
    show(window, place)
    small = [
        f"{control.accessibleName() or control.text()}: {control.size().toTuple()}"
        for control in window.findChildren(QAbstractButton)
        if control.isVisible()
        and not control.parent().inherits("QLineEdit")
        and not control.parent().inherits("QTabBar")
        and min(control.size().toTuple()) < LEAST_TARGET
    ]
    assert small == []


def opened(
    open_window: Callable[..., MainWindow],
    store: Store,
    student: StudentFile,
    language: str,
    percent: int,
    size: tuple[int, int],
) -> MainWindow:
    look = Look(language=language, theme="light", percent=percent)
    return open_window(Context(store, student, today=sample.PUBLISHED_ON, look=look), *size)


def needed(widget: QLabel | QAbstractButton) -> QSize:
    """Return the room that the words of ``widget`` take."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return QSize(0, widget.heightForWidth(widget.width()))
    if isinstance(widget, QLabel):
        return widget.sizeHint()
    words = widget.text().replace("&&", "&")
    return QSize(QFontMetrics(widget.font()).horizontalAdvance(words), widget.sizeHint().height())


def cut_off(window: QWidget) -> list[str]:
    """Return the words on ``window`` that do not fit where they stand."""
    found = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, QLabel | QPushButton | QToolButton) or not widget.isVisible():
            continue
        if widget.visibleRegion().isEmpty() and not inside_scroll(widget):
            found.append(f"hidden by another: {widget.text() or widget.accessibleName()}")
        if not widget.text() or widget.parent().inherits("QLineEdit"):
            continue
        space, room = widget.size(), needed(widget)
        if room.width() > space.width() or room.height() > space.height() + 1:
            found.append(f"{widget.text()!r}: {room.toTuple()} in {space.toTuple()}")
        parent = widget.parentWidget()
        if parent is not None and not inside(widget):
            found.append(f"{widget.text()!r} leaves its page at the right")
    return found


def cut_off_in_the_end(window: QWidget) -> list[str]:
    """Return what does not fit once the layouts have come to rest."""
    for _ in range(500):
        found = cut_off(window)
        if not found:
            break
        QTest.qWait(20)
    return found


def inside_scroll(widget: QWidget) -> bool:
    """Return whether ``widget`` may be out of sight because its page scrolls."""
    parent = widget.parentWidget()
    while parent is not None:
        if parent.inherits("QScrollArea"):
            return True
        parent = parent.parentWidget()
    return False


def inside(widget: QWidget) -> bool:
    """Return whether ``widget`` ends within the width of the window or its scrolled page."""
    parent = widget.parentWidget()
    while parent is not None and not parent.inherits("QAbstractScrollArea"):
        right = widget.mapTo(parent, widget.rect().topRight()).x()
        if right > parent.width():
            return False
        if parent.isWindow():
            return True
        if (above := parent.parentWidget()) is not None and above.objectName() == (
            "qt_scrollarea_viewport"
        ):
            return widget.mapTo(above, widget.rect().topRight()).x() <= above.width()
        parent = above
    return True


@each_place
@pytest.mark.parametrize("percent", [100, 130, 150])
@pytest.mark.parametrize("language", ["en", "ms"])
def test_no_word_is_cut_off(
    language: str,
    percent: int,
    place: Place,
    store: Store,
    student: StudentFile,
    open_window: Callable[..., MainWindow],
) -> None:
    window = opened(open_window, store, student, language, percent, (1024, 640))
    show(window, place)
    assert window.width() <= 1024, "the window cannot be made as small as the screen"
    assert window.height() <= 640
    assert cut_off_in_the_end(window) == []


def test_a_word_that_is_cut_off_would_be_found(window: MainWindow) -> None:
    show(window, RolePlace(ENGINEER))
    (label,) = (b for b in window.role_page.findChildren(QLabel) if b.text() == "The story")
    assert cut_off_in_the_end(window) == []
    label.setFixedHeight(5)
    assert len(cut_off(window)) == 1


def test_banner_and_toast_are_not_cut_off(
    store: Store, open_window: Callable[..., MainWindow]
) -> None:
    problem = NoPlaceToSave(folder="/a/rather/long/folder" * 5, reason="the disk is full.")
    with StudentFile.in_memory(problem) as student:
        window = opened(open_window, store, student, "ms", 150, (1024, 640))
        window.show_problem(problem)
        QTest.qWait(20)
        assert cut_off(window.banners) == []
        assert cut_off(window.toast) == []
        assert window.rect().contains(window.toast.geometry())
        window.close()


@pytest.mark.parametrize("language", ["en", "ms"])
def test_a_banner_above_a_role_makes_no_window_higher(
    language: str, store: Store, open_window: Callable[..., MainWindow]
) -> None:
    problem = NoPlaceToSave(folder="/home/student/career", reason="the disk is full.")
    with StudentFile.in_memory(problem) as student:
        window = opened(open_window, store, student, language, 150, (1024, 640))
        show(window, RolePlace(ENGINEER))
        assert cut_off_in_the_end(window.role_page) == []
        assert window.banners.isVisible()
        assert window.size().toTuple() == (1024, 640)
        window.close()


def test_a_toast_that_comes_with_another_look_has_its_size(window: MainWindow) -> None:
    def said() -> QSize:
        window.toast.say(Parts(window.context), "The work is cleared from this computer.")
        return window.toast.size()

    before = said()
    window.context.change_look(percent=150)
    window.context.change_look(percent=100)
    assert said() == before
    window.context.change_look(percent=150)
    QTest.qWait(50)
    window.context.change_look(percent=100)
    assert said() == before
