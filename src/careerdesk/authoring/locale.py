"""The interface's translations: collected from the code, merged, and compiled.

:mod:`careerdesk.i18n` reads what is compiled here.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from careerdesk.files import write_whole

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "N_": None,
    "say": None,
    "say_count": (1, 2),
}
"""The calls that name a message, and which of their arguments are it."""


def collect_messages(package: Path) -> Catalog:
    """Return every message that the Python files below ``package`` name."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir

    messages = Catalog(project="CareerDesk", charset="utf-8")
    found = extract_from_dir(
        package, method_map=[("**.py", "python")], keywords=KEYWORDS, strip_comment_tags=True
    )
    for name, _line, message, _comments, context in sorted(found, key=lambda item: item[:2]):
        messages.add(message, locations=[(name, 0)], context=context)
    return messages


def update_messages(package: Path, po_file: Path) -> list[str]:
    """Bring ``po_file`` up to date with the code; return the messages it does not translate.

    Messages that the code no longer names are dropped.
    """
    from babel.messages.pofile import read_po, write_po

    with po_file.open("rb") as file:
        messages = read_po(file, locale=po_file.parent.parent.name, abort_invalid=True)
    messages.update(collect_messages(package), no_fuzzy_matching=True, update_creation_date=False)
    messages.obsolete.clear()
    content = io.BytesIO()
    write_po(
        content, messages, width=100, sort_output=True, omit_header=False, include_lineno=False
    )
    write_whole(po_file, content.getvalue())
    return [str(message.id) for message in messages if message.id and not _is_whole(message.string)]


def compile_messages(folder: Path) -> tuple[Path, ...]:
    """Compile each ``.po`` file below ``folder`` to a ``.mo`` file beside it; return those.

    Messages marked as fuzzy are left out, and so are shown in English.

    Raises:
        babel.messages.pofile.PoFileError: when a file is not a message catalogue.
        WriteProblem: when a compiled file cannot be written.
    """
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = []
    for source in sorted(folder.rglob("*.po")):
        with source.open("rb") as file:
            messages = read_po(file, locale=source.parent.parent.name, abort_invalid=True)
        content = io.BytesIO()
        write_mo(content, messages)
        target = source.with_suffix(".mo")
        write_whole(target, content.getvalue())
        compiled.append(target)
    return tuple(compiled)


def _is_whole(translation: object) -> bool:
    """Return whether a translation, or each form of it, is there."""
    forms = translation if isinstance(translation, tuple | list) else (translation,)
    return all(forms)
