"""Translations are compiled as gettext reads them."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest
from babel.messages.pofile import PoFileError

from careerdesk.authoring.locale import compile_messages

MESSAGES = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "Shortlist"
msgstr "Senarai pilihan"

#, fuzzy
msgid "Sheet"
msgstr "Cadar"
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "ms" / "LC_MESSAGES" / "careerdesk.po"
    path.parent.mkdir(parents=True)
    path.write_text(MESSAGES, encoding="utf-8")
    return path


def test_messages_are_compiled_beside_their_source(source: Path, tmp_path: Path) -> None:
    assert compile_messages(tmp_path) == (source.with_suffix(".mo"),)
    messages = gettext.translation("careerdesk", tmp_path, ["ms"])
    assert messages.gettext("Shortlist") == "Senarai pilihan"


def test_an_unsure_translation_is_left_out(source: Path, tmp_path: Path) -> None:
    (compiled,) = compile_messages(tmp_path)
    assert compiled.parent == source.parent
    assert gettext.translation("careerdesk", tmp_path, ["ms"]).gettext("Sheet") == "Sheet"


def test_the_same_messages_give_the_same_bytes(source: Path, tmp_path: Path) -> None:
    (compiled,) = compile_messages(tmp_path)
    before = compiled.read_bytes()
    source.touch()
    compile_messages(tmp_path)
    assert compiled.read_bytes() == before


def test_a_broken_file_is_not_compiled(source: Path, tmp_path: Path) -> None:
    source.write_text("this is no catalogue", encoding="utf-8")
    with pytest.raises(PoFileError):
        compile_messages(tmp_path)
    assert not source.with_suffix(".mo").exists()
