"""What each command of the command line does."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from types import ModuleType
from typing import TYPE_CHECKING

from careerdesk import resources
from careerdesk.catalogue import Store
from careerdesk.errors import N_, CareerdeskError, ExitCode
from careerdesk.i18n import Translator, language_of, translator

if TYPE_CHECKING:
    from careerdesk.catalogue.search import Search
    from careerdesk.student import StudentFile, StudentFileInUse
    from careerdesk.student.places import Places


def desk(options: argparse.Namespace) -> ExitCode:
    """Open the window."""

    def run(store: Store, student: StudentFile) -> ExitCode:
        from careerdesk.desk import app

        return app.run(store, student)

    return open_desk(options, run)


def open_desk(
    options: argparse.Namespace, run: Callable[[Store, StudentFile], ExitCode]
) -> ExitCode:
    """Check the screen, open catalogue and student file, and hand both to ``run``.

    Everything without Qt is imported before Qt, after which each import costs more, and nothing is
    collected until the window stands (:func:`careerdesk.desk.app.run` turns that on again).
    """
    from careerdesk.desk import preflight

    gc.disable()
    preflight.check()
    with _open_store(options) as store, _open_student(options) as student:
        try:
            preflight.import_qt()
            return run(store, student)
        except ImportError as error:
            preflight.explain(error)


def tour(options: argparse.Namespace) -> ExitCode:
    """Walk through the window and save pictures."""
    from careerdesk.desk import preflight

    preflight.check()
    with _open_store(options) as store:
        try:
            from careerdesk.desk.tour import walk
        except ImportError as error:
            preflight.explain(error)
        pictures = walk(
            store,
            options.out,
            language=options.lang,
            theme=options.theme,
            size=options.size,
            percent=options.text_size,
            data_dir=options.data_dir,
        )
    for picture in pictures:
        print(picture)
    return ExitCode.OK


def search(options: argparse.Namespace) -> ExitCode:
    """Print the roles that fit words and filters, best first."""
    from dataclasses import asdict

    from careerdesk.catalogue.why import why_always

    t = _translator(options)
    limit = options.limit
    with _open_store(options) as store:
        found = store.find(_asked(options), t.language, limit)
        rows = store.rows(found, 0, limit)
    if options.json:
        _print_json(
            [
                {
                    "id": row.card.id,
                    "title": asdict(row.card.title),
                    "field": row.card.field,
                    "why": why_always(row, found, t),
                }
                for row in rows
            ]
        )
        return ExitCode.OK
    for row in rows:
        card = row.card
        print(f"{card.id}\t{card.title.en}\t{card.title.ms}\t{why_always(row, found, t)}")
    return ExitCode.OK


def _asked(options: argparse.Namespace) -> Search:
    """Return the search that the options of ``careerdesk search`` describe."""
    from careerdesk.catalogue.search import Kind, Search, Sort, member

    asked = Search(options.query, sort=member(Sort, options.sort, "sort"))
    for kind in Kind:
        for value in getattr(options, kind.value.replace("-", "_")):
            asked = asked.adding(kind, letter(value) if kind is Kind.INTEREST else value)
    return asked


def letter(value: str) -> str:
    """Return a RIASEC letter as the catalogue has it; in Malay, Conventional is K."""
    return "C" if value.upper() == "K" else value.upper()


def show(options: argparse.Namespace) -> ExitCode:
    """Print one role as text or JSON."""
    from dataclasses import asdict

    from careerdesk.catalogue.evidence import used_sources

    with _open_store(options) as store:
        role = store.role(options.role)
        if options.json:
            sources = {source.id: asdict(source) for source in used_sources(role, store.shared)}
            _print_json({"role": asdict(role), "sources": sources})
            return ExitCode.OK
        from careerdesk.catalogue.plain import as_plain_text
        from careerdesk.catalogue.related import related_titles

        titles = related_titles(store, role)
        print(as_plain_text(role, store.shared, _translator(options), titles))
    return ExitCode.OK


def sheet(options: argparse.Namespace) -> ExitCode:
    """Write a sheet for paper."""
    from datetime import date

    from careerdesk import files, sheets

    order = sheets.Order(
        kind=sheets.Kind(options.kind), roles=tuple(options.roles), subject=options.subject
    )
    language = _translator(options).language
    look = sheets.Look(language, sheets.Paper(options.paper), grey=options.grey)
    with _open_store(options) as store:
        if order.kind is sheets.Kind.BOOKLET and not order.roles:
            from careerdesk.sheets.shortlist import booklet_order

            with _open_student(options) as student:
                order = booklet_order(store, student)
                why_not = student.notice or student.warning
                if why_not is not None and not order.roles:
                    raise why_not
        pdf = sheets.make_pdf(store, order, look, date.today())
    if str(options.output) != "-":
        files.write_whole(options.output, pdf)
    elif sys.stdout is not None:
        sys.stdout.buffer.write(pdf)
    return ExitCode.OK


def catalogue_build(options: argparse.Namespace) -> ExitCode:
    """Build the catalogue; print its faults and build nothing if there are any."""
    authoring = _authoring()
    try:
        authoring.build_catalogue(options.data, options.output)
    except authoring.FaultsFound as error:
        for fault in sorted(error.faults, key=authoring.is_error):
            print(fault, file=sys.stderr)
        raise
    return ExitCode.OK


def catalogue_check(options: argparse.Namespace) -> ExitCode:
    """Print every fault, a line each."""
    authoring = _authoring()
    faults = authoring.check(options.data)
    # Errors stand last, where a long list ends on the screen.
    for fault in sorted(faults, key=authoring.is_error):
        print(fault)
    if options.report:
        print(authoring.report(options.data))
    errors = sum(map(authoring.is_error, faults))
    warnings = len(faults) - errors
    print(f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}", file=sys.stderr)
    return ExitCode.INPUT if errors else ExitCode.OK


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}" if count == 1 else f"{count} {thing}s"


def catalogue_info(options: argparse.Namespace) -> ExitCode:
    """Say which catalogue is in use and what it holds."""
    from careerdesk.catalogue.census import census

    with _open_store(options) as store:
        counts = census(store)
    if options.json:
        _print_json(counts)
    else:
        for name, count in counts.items():
            parts = count.items() if isinstance(count, dict) else ()
            shown = ", ".join(f"{part} {number}" for part, number in parts) or count
            print(f"{name.replace('_', ' ')}: {shown}")
    return ExitCode.OK


class AuthoringMissing(CareerdeskError):
    """The packages that only authors need are not installed."""

    sentence = N_(
        "Checking and building a catalogue needs the packages for authors, which are not "
        "installed here. Install them with: pip install careerdesk[authoring]"
    )
    exit_code = ExitCode.USAGE


def _authoring() -> ModuleType:
    """Return the authoring room, which not every installation can use."""
    try:
        from careerdesk import authoring
    except ModuleNotFoundError as error:
        raise AuthoringMissing from error
    return authoring


def _open_store(options: argparse.Namespace) -> Store:
    return Store.open(options.catalogue or resources.catalogue_path())


def _open_student(options: argparse.Namespace) -> StudentFile:
    """Open the student's file, or one that lives only as long as the window."""
    from careerdesk.student.places import Places, usual_places
    from careerdesk.student.problems import NoHome, StudentFileInUse
    from careerdesk.student.start import open_guest

    try:
        places = Places(options.data_dir) if options.data_dir else usual_places()
    except NoHome as error:
        from careerdesk.student import StudentFile

        return StudentFile.in_memory(error)
    try:
        return open_guest(places)
    except StudentFileInUse as problem:
        student = _ask_elsewhere(problem, places)
        if student is None:
            raise
        return student


def _ask_elsewhere(problem: StudentFileInUse, places: Places) -> StudentFile | None:
    """Let whoever sits at the screen say how to go on; None where nobody does."""
    from careerdesk.desk import preflight

    if not preflight.has_screen(os.environ):
        return None
    from careerdesk.desk.app import ask_elsewhere

    return ask_elsewhere(problem, places, translator(language_of(os.environ)))


def _translator(options: argparse.Namespace) -> Translator:
    return translator(options.lang or language_of(os.environ))


def _print_json(value: object) -> None:
    import json

    print(json.dumps(value, ensure_ascii=False, indent=2, default=str))
