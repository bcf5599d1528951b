"""Pages that lead to roles: from a school subject, from a skill, and from roles near by."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from careerdesk.desk.card_model import CardFace
from careerdesk.desk.cards import CardView
from careerdesk.desk.drawings.target import TargetDrawing
from careerdesk.desk.places import (
    ComparePlace,
    ExplorePlace,
    RolePlace,
    SkillPlace,
    SubjectPlace,
)
from careerdesk.desk.pressables import IconButton
from careerdesk.desk.role.near import Near, near_lines
from careerdesk.desk.scrolling import Alongside
from careerdesk.desk.window import MainWindow

ENGINEER, ANALYST = "machine-learning-engineer", "data-analyst"


def words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part)]


def press(part: QWidget, name: str) -> None:
    (found,) = (
        button
        for kind in (QPushButton, IconButton)
        for button in part.findChildren(kind)
        if name in (button.text(), button.accessibleName()) and button.isVisibleTo(part)
    )
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def tab(window: MainWindow, role_id: str, key: str) -> QWidget:
    window.go(RolePlace(role_id, key))
    shown = window.role_page.current_tab()
    shown.complete()
    return shown


def test_every_subject_that_a_role_names_can_be_chosen(window: MainWindow) -> None:
    window.go(SubjectPlace())
    page = window.pages.currentWidget()
    (tiles,) = page.findChildren(CardView)
    assert [tiles.model().index(n, 0).data() for n in range(tiles.model().rowCount())] == [
        "Mathematics"
    ]
    tiles.setFocus()
    QTest.keyClick(tiles, Qt.Key.Key_Down)
    QTest.keyClick(tiles, Qt.Key.Key_Return)
    assert window.history.place == SubjectPlace("maths")
    assert "Where Mathematics leads" in words(page)


def test_the_list_says_what_the_target_shows(window: MainWindow) -> None:
    window.go(SubjectPlace("maths"))
    page = window.pages.currentWidget()
    (target,) = page.findChildren(TargetDrawing)
    assert [role_id for role_id, _ in target.spots()] == [ENGINEER]
    assert {"With a degree · 1 role", "Needed", "Models are sums."} <= set(words(page))
    press(page, "Machine Learning Engineer")
    assert window.history.place == RolePlace(ENGINEER)
    window.go_back()
    target = page.findChildren(TargetDrawing)[-1]
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_Return)
    assert window.history.place == RolePlace(ENGINEER)


def test_a_subject_without_roles_says_so(window: MainWindow) -> None:
    window.go(SubjectPlace("biology"))
    assert "No role of this catalogue names this subject yet." in words(
        window.pages.currentWidget()
    )


def test_an_unknown_subject_shows_them_all(window: MainWindow) -> None:
    window.go(SubjectPlace("alchemy"))
    assert "Start from a school subject" in words(window.pages.currentWidget())
    assert window.pages.place() == SubjectPlace()


def test_the_subjects_of_a_role_lead_to_their_rings(window: MainWindow) -> None:
    press(tab(window, ENGINEER, "journey"), "Mathematics")
    assert window.history.place == SubjectPlace("maths")
    (box,) = window.pages.currentWidget().findChildren(QComboBox)
    assert box.currentData() == "maths"
    press(window.pages.currentWidget(), "All subjects")
    assert window.history.place == SubjectPlace()


def test_a_skill_leads_to_all_its_roles(window: MainWindow) -> None:
    press(tab(window, ENGINEER, "skills"), "Python: Also used by 1 other role")
    assert window.history.place == SkillPlace("python")
    page = window.pages.currentWidget()
    assert {"Python", "A programming language.", "Used by 2 roles"} <= set(words(page))
    (view,) = page.findChildren(CardView)
    view.choose(ANALYST)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.history.place == RolePlace(ANALYST)


def test_a_skill_that_is_gone_is_used_by_none(window: MainWindow) -> None:
    window.go(SkillPlace("no-such-skill"))
    assert "Used by 0 roles" in words(window.pages.currentWidget())


@pytest.mark.parametrize("place", [SubjectPlace("maths"), SubjectPlace(), SkillPlace("python")])
def test_the_pages_change_their_look_in_place(
    place: SubjectPlace | SkillPlace, window: MainWindow
) -> None:
    window.go(ExplorePlace())
    window.go(place)
    before = words(window.pages.currentWidget())
    window.context.change_look(language="ms", theme="dark", percent=130)
    assert window.pages.place() == place
    assert words(window.pages.currentWidget()) != before
    window.go_back()
    window.go_forward()
    assert window.pages.place() == place


def test_roles_that_share_skills_stand_on_the_skills_tab(window: MainWindow) -> None:
    shown = tab(window, ENGINEER, "skills")
    assert {"Roles that use the same skills", "1 shared skill: Python"} <= set(words(shown))
    press(shown, "Data Analyst")
    assert window.history.place == RolePlace(ANALYST)


def test_the_words_about_near_roles_begin_at_the_same_place(window: MainWindow) -> None:
    near = [
        Near(ANALYST, "Data Analyst", "first words"),
        Near("nurse", "A Role with a Very Long Title Indeed", "second words"),
    ]
    lines = near_lines(tab(window, ENGINEER, "story"), near)
    lefts = set()
    for line in lines:
        line.resize(900, 40)
        line.layout().activate()
        lefts |= {label.x() for label in line.findChildren(QLabel)}
    assert len(lefts) == 1


def test_a_neighbour_is_put_beside_the_role(window: MainWindow) -> None:
    press(tab(window, ENGINEER, "story"), "Compare with Data Analyst")
    assert window.context.tray.roles() == (ENGINEER, ANALYST)
    assert window.history.place == ComparePlace()


def test_a_card_lists_roles_that_differ_in_one_thing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart = one_apart(window)
    monkeypatch.setattr("careerdesk.desk.role.near.one_thing_apart", apart)
    shown = tab(window, ENGINEER, "story")
    assert {"Roles that differ in one thing", "Hours: shifts (here: day)"} <= set(words(shown))
    press(shown, "Nurse")
    assert window.history.place == RolePlace("nurse")


def one_apart(window: MainWindow) -> Callable[..., object]:
    """Return a stand-in that finds the nurse, and the neighbour that is told of elsewhere."""
    from careerdesk.guidance.neighbours import OneThing

    cards = [window.context.store.card(role_id) for role_id in (ANALYST, "nurse")]
    found = [
        OneThing(card, "hours_pattern", "Hours: shifts (here: day)")
        for card in cards
        if card is not None
    ]
    return lambda *_values, **_named: tuple(found)


def test_a_surprise_opens_a_role_and_says_why(window: MainWindow) -> None:
    press(window.explore, "Surprise me")
    place = window.history.place
    assert isinstance(place, RolePlace)
    assert window.toast.isVisible()
    assert "not looked at yet" in window.toast.accessibleName()
    press(window.toast, "Surprise me again")
    press(window.toast, "Surprise me again")
    assert set(window.history.looked_at()) == {card.id for card in window.context.store.cards()}
    window.go_back()
    window.go_back()
    assert window.history.place == place


def test_a_seed_decides_the_surprise(window: MainWindow) -> None:
    window.surprise(seed=7)
    first = window.history.looked_at()
    window.history = type(window.history)(ExplorePlace())
    window.surprise(seed=7)
    assert window.history.looked_at() == first


def test_the_first_page_leads_to_the_subjects(window: MainWindow) -> None:
    press(window.explore, "Start from a school subject")
    assert window.history.place == SubjectPlace()


def test_the_page_follows_the_keyboard_down_its_list(window: MainWindow) -> None:
    window.context.change_look(percent=150)
    window.resize(1024, 640)
    window.go(SkillPlace("python"))
    page = window.pages.currentWidget()
    (view,) = page.findChildren(CardView)
    view.set_faces([face(number) for number in range(20)], "")
    page.settle()
    view.choose("0")
    view.setFocus()
    for _ in range(19):
        QTest.keyClick(view, Qt.Key.Key_Down)
    shown = view.visualRect(view.currentIndex())
    assert view.current_key() == "19"
    seen = page.viewport().rect().translated(-view.mapTo(page.viewport(), QPoint(0, 0)))
    assert seen.contains(shown)
    assert page.place().scroll > 0


def face(number: int) -> CardFace:
    return CardFace(str(number), f"Role {number}", "", "", "explore", "#336699")


def test_a_part_stays_in_sight_beside_a_longer_one(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    part, page, long = Fixed(), QScrollArea(), QWidget()
    page.resize(600, 400)
    page.setWidgetResizable(True)
    long.setMinimumHeight(2000)
    beside = Alongside(part, page, 10)
    QHBoxLayout(long).addWidget(beside)
    long.layout().setContentsMargins(0, 50, 0, 50)
    page.setWidget(long)
    qtbot.addWidget(page)
    page.show()
    QApplication.processEvents()
    assert part.y() == 0
    page.verticalScrollBar().setValue(700)
    assert part.mapTo(page.viewport(), QPoint()).y() == 10
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    assert part.geometry().bottom() <= beside.height()
    monkeypatch.setattr(Fixed, "HEIGHT", 500)
    page.verticalScrollBar().setValue(600)
    assert part.y() == 0, "a part higher than the window must be seen whole, by scrolling"


def test_a_part_that_was_thrown_away_no_longer_follows(qtbot: QtBot) -> None:
    page, long = QScrollArea(), QWidget()
    long.setMinimumHeight(2000)
    beside = Alongside(Fixed(), page, 10)
    QHBoxLayout(long).addWidget(beside)
    page.setWidget(long)
    qtbot.addWidget(page)
    page.show()
    QApplication.processEvents()
    before = beside.findChild(Fixed).geometry()
    gone = page.takeWidget()
    other = QWidget()
    other.setMinimumHeight(2000)
    page.setWidget(other)
    other.show()
    # Qt would warn that the part has nothing to do with the page, and a warning fails the test.
    page.verticalScrollBar().setValue(700)
    assert page.verticalScrollBar().value() == 700
    assert beside.findChild(Fixed).geometry() == before
    gone.deleteLater()


class Fixed(QWidget):
    """A part of one height, whatever its width."""

    HEIGHT = 200

    def heightForWidth(self, width: int) -> int:  # noqa: ARG002
        return self.HEIGHT
