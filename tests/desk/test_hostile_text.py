"""Texts of a catalogue and of a student are shown as they are: never markup, never a hang."""

from __future__ import annotations

import faulthandler
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QColor, QImage, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import hostile
import sample
from careerdesk import sheets
from careerdesk.authoring.build import build
from careerdesk.catalogue import Store
from careerdesk.catalogue.search import Kind, Search
from careerdesk.catalogue.text import Text
from careerdesk.desk.context import Context, Look
from careerdesk.desk.evidence_view import EvidenceSheet
from careerdesk.desk.paper.dialog import SheetDialog
from careerdesk.desk.places import (
    ComparePlace,
    ExplorePlace,
    RolePlace,
    ShortlistPlace,
    SkillPlace,
    SubjectPlace,
)
from careerdesk.desk.role.page import TABS
from careerdesk.desk.safe_text import one_line, readable, tooltip
from careerdesk.desk.window import MainWindow
from careerdesk.student import StudentFile

CANARY = "#ff00fe"
HANGS_AFTER = 90
"""Seconds after which the run is ended, with the line at which it hung."""

TEXTS = {
    "image": '<img src="{canary}"> <img src="file://{canary}" width="90" height="90">',
    "link": '<a href="file://{canary}">press</a> <b>bold</b>',
    "escaped": "&lt;img src={canary}&gt; & &amp; &copy;",
    "tables": "<table><tr><td>" * 20,
    "style": "<style>*{{background:url({canary})}}</style><div>" * 30,
    "one word": "x" * 100_000,
    "right to left": "‮ابجد\u202e \U0001f98a\u200d\U0001f525 é́́́",
}

ENGINEER = "machine-learning-engineer"


@pytest.fixture
def watchdog() -> Iterator[None]:
    """End the whole run, and say where it stood, when the window hangs."""
    faulthandler.dump_traceback_later(HANGS_AFTER, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture
def canary(tmp_path: Path) -> Path:
    """Return a picture in a colour that the window never shows."""
    path = tmp_path / "canary.png"
    image = QImage(90, 90, QImage.Format.Format_RGB32)
    image.fill(QColor(CANARY))
    assert image.save(str(path))
    return path


@pytest.fixture(params=TEXTS)
def words(request: pytest.FixtureRequest, canary: Path) -> str:
    return TEXTS[request.param].format(canary=canary)


@pytest.fixture
def spoilt(
    words: str,
    tmp_path: Path,
    open_window: Callable[..., MainWindow],
    watchdog: None,  # noqa: ARG001
) -> Iterator[MainWindow]:
    """Return a window on a catalogue, and a student file, that say nothing but ``words``."""
    build(hostile.content(words), tmp_path / "hostile.sqlite")
    with Store.open(tmp_path / "hostile.sqlite") as store, StudentFile.in_memory() as student:
        for role in (ENGINEER, "nurse", "flash-developer", "gone"):
            student.add(role, Text(words, words))
            student.set_why(role, words[:500])
            student.set_note(role, words[:2000])
        student.set_proof("python", Text(words, words), words[:1000])
        look = Look(language="en", theme="light")
        yield open_window(Context(store, student, today=sample.PUBLISHED_ON, look=look))


def inspect(window: QWidget) -> None:
    """Make sure that nothing on ``window`` reads markup, and that no picture came in."""
    QApplication.processEvents()
    for widget in [window, *window.findChildren(QWidget)]:
        assert not isinstance(widget, QTextEdit | QTextBrowser)
        assert not Qt.mightBeRichText(widget.windowTitle())
        hint = widget.toolTip()
        escaped = hint.removeprefix("<span>").removesuffix("</span>")
        assert not Qt.mightBeRichText(hint) or ("<" not in escaped and hint != escaped)
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText or not widget.text()
            assert not widget.openExternalLinks()
        if isinstance(widget, QAbstractButton):
            assert len(widget.text()) <= 330
    assert not shows_canary(window)


def shows_canary(widget: QWidget) -> bool:
    """Return whether the picture whose colour is nowhere else is on ``widget``."""
    picture, wanted = widget.grab().toImage(), QColor(CANARY).rgb()
    return any(
        picture.pixel(x, y) == wanted
        for y in range(0, picture.height(), 10)
        for x in range(0, picture.width(), 10)
    )


@pytest.mark.parametrize("tab", TABS)
def test_a_tab_shows_any_text_as_it_is(tab: str, spoilt: MainWindow) -> None:
    spoilt.context.charts.load_now()
    spoilt.go(RolePlace(ENGINEER, tab))
    spoilt.role_page.current_tab().complete()
    inspect(spoilt)
    shown = spoilt.role_page.current_tab()
    buttons = [b for b in shown.findChildren(QAbstractButton, "plain") if b.isVisibleTo(shown)]
    for button in buttons[:3]:
        button.click()
        (sheet,) = spoilt.findChildren(EvidenceSheet)
        inspect(sheet)
        sheet.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_pages_that_lead_to_roles_show_any_text_as_it_is(spoilt: MainWindow) -> None:
    spoilt.context.tray.put((ENGINEER, "nurse", "data-analyst"))
    spoilt.go(ComparePlace())
    spoilt.pages.compare.scroll.complete()
    inspect(spoilt)
    for place in (SubjectPlace(), SubjectPlace("maths"), SkillPlace("python")):
        spoilt.go(place)
        inspect(spoilt)


def test_lists_toasts_and_dialogs_show_any_text_as_it_is(spoilt: MainWindow) -> None:
    inspect(spoilt)
    spoilt.go(ExplorePlace(Search().adding(Kind.FIELD, "computing")))
    inspect(spoilt)
    spoilt.go(ShortlistPlace())
    inspect(spoilt)
    spoilt.shortlist.remove(spoilt.context.student.shortlist()[0])
    inspect(spoilt)
    spoilt.open_role("data-analyst")
    spoilt.role_page.shortlist_button.click()
    inspect(spoilt)
    spoilt.open_sheet(sheets.Order(kind=sheets.Kind.ROLE, roles=(ENGINEER,)))
    (dialog,) = spoilt.findChildren(SheetDialog)
    inspect(dialog)
    assert dialog.path().parent == Path(dialog.destination.folder.currentData())
    dialog.close()


def test_the_canary_would_be_seen(canary: Path, qtbot: QtBot) -> None:
    label = QLabel(f'<img src="{canary}">')
    qtbot.addWidget(label)
    assert shows_canary(label)
    label.setTextFormat(Qt.TextFormat.PlainText)
    assert not shows_canary(label)


@pytest.mark.parametrize("honest", ["Pay & work", "3 < 5", "R&D", "x" * 60, "", "two\nlines"])
def test_honest_words_stay_as_they_are(honest: str) -> None:
    assert readable(honest) == honest
    assert one_line(honest) == honest
    assert tooltip(honest) == honest


def test_endless_words_get_breaks_and_an_end() -> None:
    shown = readable("x" * 100_000)
    assert len(shown) < 6000
    assert max(map(len, shown.split("\u200b"))) <= 60
    assert shown.endswith("…")
    assert len(one_line("x" * 1000)) == 160


def test_a_tooltip_that_looks_like_markup_is_escaped() -> None:
    assert tooltip("<b>x</b>") == "<span>&lt;b&gt;x&lt;/b&gt;</span>"
    assert Qt.mightBeRichText("<b>x</b>")
