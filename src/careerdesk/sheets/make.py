"""From an order to a sheet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date

from careerdesk.catalogue.related import related_titles
from careerdesk.catalogue.store import Store
from careerdesk.catalogue.terms import Translation
from careerdesk.errors import N_
from careerdesk.guidance.compare import compare
from careerdesk.guidance.subjects import subject_rings
from careerdesk.i18n import Translator, translator
from careerdesk.sheets.booklet import booklet
from careerdesk.sheets.compare import comparison_sheet
from careerdesk.sheets.drafts import Draft
from careerdesk.sheets.memory import give_back_early
from careerdesk.sheets.orders import (
    ABOUT_ONE_ROLE,
    Kind,
    Look,
    NothingToPrint,
    NotOnOneSheet,
    Order,
    UnknownSubject,
)
from careerdesk.sheets.parents import parents_letter
from careerdesk.sheets.role import role_sheet
from careerdesk.sheets.subject import subject_poster
from careerdesk.sheets.summary import summary
from careerdesk.sheets.writing import Edition, Writer, Writing

_NAME_LENGTH = 100
"""Longest title in a file name, so that a path on a school server stays below 260 characters."""


Told = Callable[[int, int], object]
"""Hears how many roles of how many are written."""


def make_pdf(
    store: Store, order: Order, look: Look, today: date, told: Told | None = None
) -> bytes:
    """Return the sheet as a PDF; the same catalogue, order, look and day give the same bytes.

    Raises:
        NothingToPrint: if the order lacks what its kind of sheet is about.
        NotOnOneSheet: if the order has more than its kind of sheet is about.
        NotComparable: if a comparison is not about two to four different roles.
        UnknownRole: if the catalogue has no such role.
        CatalogueProblem: if the catalogue cannot be read.
        SheetProblem: if the sheet cannot be typeset.
    """
    return draft(store, order, look, today, told).as_pdf()


def make_pictures(
    store: Store,
    order: Order,
    look: Look,
    today: date,
    resolution: float,
    told: Told | None = None,
) -> list[bytes]:
    """Return the pages as PNG pictures of ``resolution`` dots per inch; raises as the PDF does."""
    return draft(store, order, look, today, told).as_pictures(resolution)


def draft(store: Store, order: Order, look: Look, today: date, told: Told | None = None) -> Draft:
    """Return the sheet before it is typeset; raises as :func:`make_pdf` does."""
    _check(order)
    writer = Writer(Edition(store.shared, store.info, today), look)
    if order.kind is Kind.BOOKLET:
        return _booklet(store, order, writer, told or (lambda _done, _of: None))
    return _MAKERS[order.kind](store, order, writer)


def _check(order: Order) -> None:
    """Refuse what would be left out in silence."""
    if order.kind is Kind.SUBJECT:
        too_much = bool(order.roles)
    else:
        too_much = bool(order.subject) or (order.kind in ABOUT_ONE_ROLE and len(order.roles) > 1)
    if too_much:
        asked = ", ".join((*order.roles, *filter(None, [order.subject])))
        raise NotOnOneSheet(kind=order.kind, asked=asked)


def _about_a_role(make: Callable[[Writing], Draft]) -> Callable[[Store, Order, Writer], Draft]:
    def made(store: Store, order: Order, writer: Writer) -> Draft:
        role = store.role(_roles(order)[0])
        return make(Writing(writer.edition, writer.look, role=role))

    return made


def _role_sheet(store: Store, order: Order, writer: Writer) -> Draft:
    role = store.role(_roles(order)[0])
    writing = Writing(writer.edition, writer.look, role=role)
    return role_sheet(writing, related_titles(store, role))


def _booklet(store: Store, order: Order, writer: Writer, told: Told) -> Draft:
    roles = [store.role(role_id) for role_id in dict.fromkeys(_roles(order))]
    give_back_early()
    return booklet(writer, roles, store.facets, order, told)


def _comparison(store: Store, order: Order, writer: Writer) -> Draft:
    roles = _roles(order)
    comparison = compare(store, roles, writer.translator)
    return comparison_sheet(writer, comparison, _translations(store, roles))


def _poster(store: Store, order: Order, writer: Writer) -> Draft:
    rings = subject_rings(store, _subject(store, order))
    ids = [role.id for ring in rings.rings for role in ring.roles]
    return subject_poster(writer, rings, _translations(store, ids))


def _translations(store: Store, roles: Iterable[str]) -> list[Translation]:
    known = store.translations()
    return [known[role_id] for role_id in roles]


_MAKERS: dict[Kind, Callable[[Store, Order, Writer], Draft]] = {
    Kind.ROLE: _role_sheet,
    Kind.SUMMARY: _about_a_role(summary),
    Kind.PARENTS: _about_a_role(parents_letter),
    Kind.COMPARE: _comparison,
    Kind.SUBJECT: _poster,
}


def _roles(order: Order) -> tuple[str, ...]:
    if not order.roles:
        raise NothingToPrint(reason=N_("it is about no role."))
    return order.roles


def _subject(store: Store, order: Order) -> str:
    """Return the id of the subject of a poster, which has to be one of the catalogue."""
    if order.subject is None:
        raise NothingToPrint(reason=N_("it is about no subject."))
    if order.subject not in store.shared.subjects:
        known = ", ".join(store.shared.subjects)
        raise UnknownSubject(subject=order.subject[:60], known=known)
    return order.subject


def file_name(store: Store, order: Order, language: str) -> str:
    """Return a name for the file of a sheet that every system takes, in ``language``."""
    return f"{safe_title(_title(store, order, translator(language)))} - CareerDesk.pdf"


def _title(store: Store, order: Order, words: Translator) -> str:
    """Return what the sheet is called, as the name of its file."""
    language = words.language
    if order.kind is Kind.BOOKLET:
        return words.say("My career booklet")
    if order.kind is Kind.SUBJECT:
        subject = store.shared.subjects[_subject(store, order)].name.in_language(language)
        return words.say("Where {subject} leads", subject=subject)
    cards = (store.card(role_id) for role_id in _roles(order))
    titles = [card.title.in_language(language) for card in cards if card is not None]
    title = ", ".join(titles) or _roles(order)[0]
    if order.kind is Kind.SUMMARY:
        return words.say("{role}, in short", role=title)
    if order.kind is Kind.PARENTS:
        return words.say("{role}, for parents", role=title)
    return title


def safe_title(title: str) -> str:
    """Return ``title`` without what some system refuses in the name of a file."""
    safe = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f]+', "-", unicodedata.normalize("NFC", title))
    return re.sub(r"\s+", " ", safe)[:_NAME_LENGTH].strip(" .-") or "CareerDesk"
