"""The list of all words that are explained."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from careerdesk.desk.glossary_dialog import GlossaryDialog
from careerdesk.desk.window import MainWindow


@pytest.fixture
def dialog(window: MainWindow) -> GlossaryDialog:
    window.open_glossary()
    (opened,) = window.findChildren(GlossaryDialog)
    return opened


def test_every_term_is_there(dialog: GlossaryDialog, window: MainWindow) -> None:
    assert len(dialog.shown()) == len(window.context.store.shared.terms) > 0


def test_it_is_narrowed_by_any_way_of_writing_a_term(dialog: GlossaryDialog) -> None:
    for typed in ("spm", "SP", "pelajaran"):
        dialog.filter.setText(typed)
        assert dialog.shown() == ["SPM"]
    dialog.filter.setText("zzz")
    assert dialog.shown() == []
    assert not dialog._none.isHidden()
    dialog.filter.clear()
    assert dialog.shown()
    assert dialog._none.isHidden()


@pytest.mark.parametrize("typed", ["*", "%", '"', "a" * 5000, "\u0b95", "\ud83d"])
def test_odd_input_is_ordinary(typed: str, dialog: GlossaryDialog) -> None:
    dialog.narrow(typed)
    assert isinstance(dialog.shown(), list)


def test_it_opens_from_the_first_page_and_from_a_role(window: MainWindow) -> None:
    def press(words: str) -> None:
        (button,) = (
            button
            for button in window.pages.currentWidget().findChildren(QPushButton)
            if button.text() == words and not button.isHidden()
        )
        button.click()

    press("Words explained")
    assert len(window.findChildren(GlossaryDialog)) == 1
    window.open_role("machine-learning-engineer")
    window.role_page.open_tab("sources")
    window.role_page.current_tab().complete()
    press("All words explained …")
    assert len(window.findChildren(GlossaryDialog)) == 2
