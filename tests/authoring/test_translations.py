"""The interface is whole in Bahasa Malaysia: nothing missing, nothing stale, nothing in English."""

from __future__ import annotations

import ast
import gettext
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

import careerdesk
from careerdesk.authoring.locale import collect_messages, compile_messages, update_messages

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

PACKAGE = Path(careerdesk.__file__).parent
LOCALE = Path(__file__).parents[2] / "resources" / "locale"
PO_FILE = LOCALE / "ms" / "LC_MESSAGES" / "careerdesk.po"

SAME_IN_BOTH = {
    "Diploma": "a loan word",
    "; ": "a mark between entries",
    "{name}: {amount} ({year})": "values and marks only",
    "Desktop": "Malay uses the same word for this folder",
    "Folder": "Malay has taken over the word",
    "Folder:": "Malay has taken over the word",
    "Enterprising": "the school's interest inventory uses the English name",
}
"""Messages that Malay says with the same letters, and why."""

KEPT = re.compile(
    r"CareerDesk|RIASEC|TVET|SPM|STPM|UPU|SKM|PDF|A4|Ctrl\+K|Alt\+\w+|“careerdesk .*?”"
)
"""Names, keys and commands that stand in the translation as they do in the message."""


@pytest.fixture(scope="module")
def malay() -> Catalog:
    with PO_FILE.open("rb") as file:
        return read_po(file, locale="ms", abort_invalid=True)


@pytest.fixture(scope="module")
def code() -> Catalog:
    return collect_messages(PACKAGE)


def test_nothing_is_said_inside_an_f_string() -> None:
    """Babel does not look into f-strings on Python 3.11, so such a message would stay English."""
    hidden = [
        f"{file.relative_to(PACKAGE)}:{call.lineno}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for string in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)
        if call.func.attr in {"say", "say_count"} and any(map(_is_text, call.args))
    ]
    assert hidden == []


def _is_text(argument: ast.expr) -> bool:
    return isinstance(argument, ast.Constant) and isinstance(argument.value, str)


def pairs(messages: Catalog) -> Iterator[tuple[str, str]]:
    """Yield every form of every message with the translation that stands for it."""
    for message in messages:
        if message.id:
            (translation,) = _forms(message.string)
            for form in _forms(message.id):
                yield form, translation


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ("",))


def _keys(messages: Catalog) -> set[tuple[object, str | None]]:
    return {(_forms(message.id), message.context) for message in messages if message.id}


def _fields(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(template) if name is not None)


def _shape(text: str) -> tuple[bool, str]:
    """Return whether ``text`` begins in lower case, and the mark at its end."""
    end = text.rstrip()[-1:]
    return text[:1].islower(), "" if end.isalnum() else end


def test_every_message_of_the_code_is_there_and_no_other(malay: Catalog, code: Catalog) -> None:
    assert _keys(malay) == _keys(code)
    assert not malay.obsolete


def test_every_message_is_translated_for_certain(malay: Catalog) -> None:
    unsure: list[Message] = [message for message in malay if message.fuzzy]
    assert [message.id for message in unsure] == []
    assert [english for english, translation in pairs(malay) if not translation.strip()] == []


def test_the_file_is_as_an_update_leaves_it(tmp_path: Path) -> None:
    copy = tmp_path / "ms" / "LC_MESSAGES" / PO_FILE.name
    copy.parent.mkdir(parents=True)
    shutil.copy(PO_FILE, copy)
    assert update_messages(PACKAGE, copy) == []
    assert copy.read_text(encoding="utf-8") == PO_FILE.read_text(encoding="utf-8")


def test_placeholders_are_those_of_the_message(malay: Catalog) -> None:
    wrong = {
        english: translation
        for english, translation in pairs(malay)
        if _fields(translation) != _fields(english)
    }
    assert wrong == {}


def test_nothing_is_left_in_english(malay: Catalog) -> None:
    same = {english for english, translation in pairs(malay) if english == translation}
    assert same == set(SAME_IN_BOTH)


def test_names_keys_and_commands_are_kept(malay: Catalog) -> None:
    lost = {
        english: translation
        for english, translation in pairs(malay)
        if not set(KEPT.findall(english)) <= set(KEPT.findall(translation))
    }
    assert lost == {}


def test_translations_begin_and_end_as_their_messages_do(malay: Catalog) -> None:
    """Sentences stay sentences, and what is put into another sentence stays in lower case."""
    unlike = {
        english: translation
        for english, translation in pairs(malay)
        if _shape(english) != _shape(translation)
    }
    assert unlike == {}


def test_marks_are_typographic(malay: Catalog) -> None:
    plain = [
        translation for _, translation in pairs(malay) if re.search(r"['\"]|\.\.\.", translation)
    ]
    assert plain == []


def test_malay_has_one_form_for_every_number(tmp_path: Path) -> None:
    shutil.copytree(LOCALE, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.mo"))
    compile_messages(tmp_path)
    words = gettext.translation("careerdesk", tmp_path, ["ms"])
    said = {words.ngettext("{count} role", "{count} roles", count) for count in (0, 1, 2, 11)}
    assert said == {"{count} kerjaya"}


def test_the_header_names_the_language_and_nobody() -> None:
    header = PO_FILE.read_text(encoding="utf-8").split("\n\n")[0]
    assert '"Language: ms\\n"' in header
    assert '"Plural-Forms: nplurals=1; plural=0;\\n"' in header
    assert '"Content-Type: text/plain; charset=utf-8\\n"' in header
    assert "@" not in header
    assert "fuzzy" not in header
