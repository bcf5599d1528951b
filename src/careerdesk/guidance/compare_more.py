"""The later rows of a comparison: skills, certificates, places to study, and where to read on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from careerdesk.catalogue import wording
from careerdesk.catalogue.role import Role
from careerdesk.catalogue.shared import Certificate, SkillKind
from careerdesk.guidance.rows import Cell, Compared, Row, Section, cell, section, sourced


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
        lambda role: sourced(role.development, lambda point: about.words(point.title)),
        telling=False,
    )


def _names(about: Compared, wanted: set[str], role: Role) -> Cell:
    used = (use.skill for use in role.skills if use.skill in wanted)
    return cell(about.words(about.shared.skills[key].name) for key in used)


def _certificates(about: Compared) -> Iterator[Row]:
    t = about.t
    lines = (
        ("required", t.say("Required by law or a board"), partial(_certificate, about, True)),
        ("other", t.say("Others that count"), partial(_certificate, about, False)),
    )
    return about.rows("certificates", lines)


def _certificate(about: Compared, required: bool, role: Role) -> Cell:
    def told(certificate: Certificate) -> str:
        return f"{certificate.name} ({wording.label(certificate.status, about.t)})"

    uses = (use.certificate for use in role.certificates if use.required is required)
    return sourced(map(about.shared.certificates.__getitem__, uses), told)


def _study(about: Compared) -> Iterator[Row]:
    t = about.t
    lines = (
        ("home", t.say("In Malaysia"), partial(_places, about, True)),
        ("abroad", t.say("Abroad"), partial(_places, about, False)),
        ("supports", t.say("Paying for it"), partial(_supports, about)),
    )
    return about.rows("study", lines)


def _places(about: Compared, home: bool, role: Role) -> Cell:
    institutions = about.shared.institutions
    kept = [
        place for place in role.study if (institutions[place.institution].country == "MY") is home
    ]
    lines = dict.fromkeys(institutions[place.institution].name for place in kept)
    return cell(lines, (place.source for place in kept))


def _supports(about: Compared, role: Role) -> Cell:
    kept = (about.shared.supports[use.support] for use in role.supports)
    return sourced(kept, lambda support: support.name)


def _reading(about: Compared) -> Iterator[Row]:
    t, bodies = about.t, about.shared.organisations
    lines = (
        (
            "people",
            t.say("People to read about"),
            lambda role: sourced(role.people, lambda person: person.name),
        ),
        (
            "books",
            t.say("Books to look for in a library"),
            lambda role: sourced(role.books, lambda book: f"{book.title}, {book.author}"),
        ),
        (
            "websites",
            t.say("Sites to visit where there is internet"),
            lambda role: sourced(role.websites, lambda site: site.name),
        ),
        (
            "organisations",
            t.say("Bodies and communities"),
            lambda role: sourced(role.organisations, lambda use: bodies[use.organisation].name),
        ),
    )
    return about.rows("reading", lines, telling=False)


def _about(about: Compared) -> Iterator[Row]:
    t = about.t
    lines = (
        ("reviewed", t.say("Last reviewed"), lambda role: cell([t.date(role.reviewed_on)])),
        (
            "translation",
            t.say("Translation"),
            lambda role: cell([wording.label(role.translation, t)]),
        ),
    )
    yield from about.rows("about", lines)
    yield about.row(
        "about.notices",
        t.say("Notices"),
        lambda role: sourced(role.notices, lambda notice: about.words(notice.text)),
        telling=False,
    )
