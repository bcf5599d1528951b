"""Terms of the glossary in running text: marked where they stand, explained on hover and press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from careerdesk.catalogue.glossary import Glossary
from careerdesk.catalogue.shared import Term
from careerdesk.catalogue.text import Text
from careerdesk.desk.context import Context
from careerdesk.desk.explained import ExplainedLabel
from careerdesk.desk.parts import Parts

SPM = Term(id="spm", name=Text("SPM", "SPM"), text=Text("The exam of Form 5.", "Peperiksaan."))
ALLOWANCE = Term(id="allowance", name=Text("allowance", "elaun"), text=Text("Extra <b>.", "Wang."))


@pytest.fixture
def parts(context: Context) -> Parts:
    return Parts(context, glossary=Glossary((SPM, ALLOWANCE), "en"))


def _shown(qtbot: QtBot, parts: Parts, words: str, width: int = 400) -> ExplainedLabel:
    label = parts.text(words)
    assert isinstance(label, ExplainedLabel)
    qtbot.addWidget(label)
    label.resize(width, label.heightForWidth(width))
    with qtbot.waitExposed(label):
        label.show()
    return label


def test_only_running_text_with_a_term_is_explained(parts: Parts, context: Context) -> None:
    assert isinstance(parts.text("After SPM, what next?"), ExplainedLabel)
    assert not isinstance(parts.text("Nothing to explain."), ExplainedLabel)
    assert not isinstance(parts.subheading("After SPM"), ExplainedLabel)
    assert not isinstance(Parts(context).text("After SPM"), ExplainedLabel)


def test_the_line_is_below_the_word(qtbot: QtBot, parts: Parts) -> None:
    label = _shown(qtbot, parts, "SPM comes first, and an allowance follows SPM.", 1000)
    measure = QFontMetricsF(label.font()).horizontalAdvance
    spots = {mention.term.id: spot for spot, mention in label.spots()}
    assert spots["spm"].left() == 0
    assert spots["spm"].width() == pytest.approx(measure("SPM"), abs=1.5)
    assert spots["allowance"].left() == pytest.approx(measure("SPM comes first, and an "), abs=1.5)
    assert len(label.spots()) == 2


def test_a_term_broken_between_lines_has_two_places(qtbot: QtBot, context: Context) -> None:
    term = Term(id="two", name=Text("vocational college", "kolej"), text=Text("A.", "B."))
    parts = Parts(context, glossary=Glossary((term,), "en"))
    wide = QFontMetricsF(parts.text("x").font()).horizontalAdvance("a vocational coll")
    label = _shown(qtbot, parts, "a vocational college", round(wide))
    (first, _), (second, _) = label.spots()
    assert second.top() > first.top()
    assert second.left() == 0


def test_a_term_on_a_line_of_its_own_is_marked_there(qtbot: QtBot, parts: Parts) -> None:
    label = _shown(qtbot, parts, "One\nSPM\nThree")
    ((spot, _),) = label.spots()
    assert spot.left() == 0
    assert label.height() / 3 < spot.center().y() < 2 * label.height() / 3


def test_hover_and_press_say_what_it_means(qtbot: QtBot, parts: Parts) -> None:
    label = _shown(qtbot, parts, "Take SPM and an allowance.")
    over = {mention.term.id: spot.center().toPoint() for spot, mention in label.spots()}
    event = QHelpEvent(QEvent.Type.ToolTip, over["spm"], label.mapToGlobal(over["spm"]))
    QApplication.sendEvent(label, event)
    assert QToolTip.text() == "<qt>SPM: The exam of Form 5.</qt>"
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=over["allowance"])
    assert QToolTip.text() == "<qt>Allowance: Extra &lt;b&gt;.</qt>"
    QTest.mouseMove(label, over["spm"])
    assert label.cursor().shape() is Qt.CursorShape.WhatsThisCursor
    QTest.mouseMove(label, QPoint(1, 1))
    assert label.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_card_explains_a_term_once(parts: Parts) -> None:
    parts.card()
    assert isinstance(parts.text("After SPM"), ExplainedLabel)
    assert not isinstance(parts.text("With SPM"), ExplainedLabel)
    later = parts.text("SPM brings an allowance")
    assert later.accessibleDescription() == "Allowance: Extra <b>."
    parts.card()
    assert isinstance(parts.text("With SPM"), ExplainedLabel)


def test_a_reader_of_the_screen_hears_the_meaning(parts: Parts) -> None:
    described = parts.text("SPM, then an allowance, then SPM again").accessibleDescription()
    assert described == "SPM: The exam of Form 5.\nAllowance: Extra <b>."


def test_the_places_follow_the_width(qtbot: QtBot, parts: Parts) -> None:
    label = _shown(qtbot, parts, "One two three four five six SPM", 1000)
    ((wide, _),) = label.spots()
    label.resize(80, label.heightForWidth(80))
    ((narrow, _),) = label.spots()
    assert wide.contains(QPointF(wide.center()))
    assert narrow.top() > wide.top()


@pytest.mark.parametrize(
    "words", ["<img src=file:///etc/hostname>", "<b>bold</b>", "x" * 9000, "\u202eright to left"]
)
def test_hostile_words_beside_a_term_are_only_words(qtbot: QtBot, parts: Parts, words: str) -> None:
    label = _shown(qtbot, parts, f"SPM {words}")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.spots()
