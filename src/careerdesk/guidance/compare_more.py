"""The later rows of a comparison: skills, certificates, places to study, and where to read on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from careerdesk.catalogue import wording
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.shared import SkillKind
from careerdesk.guidance.rows import Cell, Compared, Row, Section, cell, section


def sections(about: Compared) -> Iterator[Section]:
    """Yield the sections that follow the working conditions; some may have no rows."""
    t = about.t
    yield section("outlook", t.say("Outlook"), _outlooks(about))
    yield section("skills", t.say("Skills"), _skills(about))
    yield section(
        "certificates", t.say("Certificates, licences and registration"), _certificates(about)
    )
    yield section("study", t.say("Where to study"), _study(about))
    yield section("reading", t.say("People, books and bodies"), _reading(about))
    yield section("about", t.say("About this page"), _about(about))


def _outlooks(about: Compared) -> Iterator[Row]:
    countries = dict.fromkeys(outlook.country for role in about.roles for outlook in role.outlook)
    for country in sorted(countries, key=lambda code: code != "MY"):
        yield about.row(
            f"outlook.{country}",
            about.t.country(country),
            partial(_outlook, about, country),
            telling=False,
        )


def _outlook(about: Compared, country: str, role: Role) -> Cell:
    rows = [outlook for outlook in role.outlook if outlook.country == country]
    cities = [", ".join(row.cities.in_language(about.t.language)) for row in rows]
    notes = [about.t.say("Cities: {cities}", cities=names) for names in cities if names]
    return cell((about.words(row.text) for row in rows), (row.source for row in rows), notes=notes)


def _skills(about: Compared) -> Iterator[Row]:
    """Yield the skills that all roles use, and then the others by kind."""
    used = [{use.skill for use in role.skills} for role in about.roles]
    common = set.intersection(*used)
    shared = _names(about, common, about.roles[0])
    yield Row("skills.common", about.t.say("Used by all of them"), (shared,) * len(about.roles))
    for kind in SkillKind:
        of_kind = {key for key, skill in about.shared.skills.items() if skill.kind is kind}
        wanted = of_kind - common
        yield about.row(
            f"skills.{kind}", wording.label(kind, about.t), partial(_names, about, wanted)
        )
    yield about.row(
        "skills.development",
        about.t.say("How people keep learning in this work"),
        lambda role: cell(
            (about.words(point.title) for point in role.development),
            (point.source for point in role.development),
        ),
        telling=False,
    )


def _names(about: Compared, wanted: set[str], role: Role) -> Cell:
    used = (use.skill for use in role.skills if use.skill in wanted)
    return cell(about.words(about.shared.skills[key].name) for key in used)


def _certificates(about: Compared) -> Iterator[Row]:
    names = {
        True: ("certificates.required", about.t.say("Required by law or a board")),
        False: ("certificates.other", about.t.say("Others that count")),
    }
    for required, (key, name) in names.items():
        yield about.row(key, name, partial(_certificate, about, required))


def _certificate(about: Compared, required: bool, role: Role) -> Cell:
    kept = [
        about.shared.certificates[use.certificate]
        for use in role.certificates
        if use.required is required
    ]
    lines = (
        f"{certificate.name} ({wording.label(certificate.status, about.t)})" for certificate in kept
    )
    return cell(lines, (certificate.source for certificate in kept))


def _study(about: Compared) -> Iterator[Row]:
    t = about.t
    yield about.row("study.home", t.say("In Malaysia"), partial(_places, about, True))
    yield about.row("study.abroad", t.say("Abroad"), partial(_places, about, False))
    yield about.row("study.supports", t.say("Paying for it"), partial(_supports, about))


def _places(about: Compared, home: bool, role: Role) -> Cell:
    institutions = about.shared.institutions
    kept = [
        place for place in role.study if (institutions[place.institution].country == "MY") is home
    ]
    lines = dict.fromkeys(institutions[place.institution].name for place in kept)
    return cell(lines, (place.source for place in kept))


def _supports(about: Compared, role: Role) -> Cell:
    kept = [about.shared.supports[use.support] for use in role.supports]
    return cell((support.name for support in kept), (support.source for support in kept))


def _reading(about: Compared) -> Iterator[Row]:
    t = about.t
    yield about.row(
        "reading.people",
        t.say("People to read about"),
        lambda role: cell(
            (person.name for person in role.people), (person.source for person in role.people)
        ),
        telling=False,
    )
    yield about.row(
        "reading.books",
        t.say("Books to look for in a library"),
        lambda role: cell(
            (f"{book.title}, {book.author}" for book in role.books),
            (book.source for book in role.books),
        ),
        telling=False,
    )
    yield about.row(
        "reading.websites",
        t.say("Sites to visit where there is internet"),
        lambda role: cell(
            (site.name for site in role.websites), (site.source for site in role.websites)
        ),
        telling=False,
    )
    yield about.row(
        "reading.organisations",
        t.say("Bodies and communities"),
        lambda role: cell(
            (about.shared.organisations[use.organisation].name for use in role.organisations),
            (use.source for use in role.organisations),
        ),
        telling=False,
    )


def _about(about: Compared) -> Iterator[Row]:
    t = about.t
    yield about.row(
        "about.reviewed", t.say("Last reviewed"), lambda role: cell([t.date(role.reviewed_on)])
    )
    yield about.row(
        "about.translation",
        t.say("Translation"),
        lambda role: cell([wording.label(role.translation, t)]),
    )
    yield about.row(
        "about.notices",
        t.say("Notices"),
        lambda role: cell(
            (about.words(notice.text) for notice in role.notices),
            (notice.source for notice in role.notices),
        ),
        telling=False,
    )
