"""The poster of an SPM subject: where it leads, in rings by the schooling that is needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from careerdesk.catalogue.terms import Need, Translation
from careerdesk.catalogue.wording import label
from careerdesk.guidance.subjects import Ring, SubjectRings, SubjectRole, ring_name
from careerdesk.sheets.drafts import Draft
from careerdesk.sheets.fitting import LARGE, MARGINS, Measure, Page
from careerdesk.sheets.writing import Block, Writer


def subject_poster(
    writer: Writer, rings: SubjectRings, translations: Sequence[Translation]
) -> Draft:
    """Return the poster of a subject; ``translations`` are those of the roles in its rings."""
    words = writer.translator
    name = writer.text(rings.subject.name)
    height = writer.look.paper.millimetres[1] - MARGINS
    frame = {
        **writer.frame(words.say("Where {subject} leads", subject=name)),
        "head": _head(writer, rings),
    }
    measure = Measure(height, rest=163.0, each=14.0, lengths={"rings": 17.0})
    notices = _notices(writer, translations)
    writers = [partial(poster_blocks, writer, rings, notices, why=why) for why in (True, False)]
    page = Page(writers, measure, sizes=LARGE)
    return Draft(
        "subject",
        writer.edition.today,
        (page,),
        lambda: {**frame, "only": page.setting.as_data()},
    )


def _head(writer: Writer, rings: SubjectRings) -> Block:
    words = writer.translator
    return {
        "kind": words.say("SPM subject"),
        "subject": writer.text(rings.subject.name),
        "other_title": writer.other(rings.subject.name),
        "count": words.say_count(
            "It matters for {count} role of this catalogue.",
            "It matters for {count} roles of this catalogue.",
            rings.count,
        )
        if rings.count
        else words.say("No role of this catalogue names this subject yet."),
        "how": words.say(
            "The centre is nearest to school; every ring further out asks for more years of it."
        ),
        "legend": [
            [True, label(Need.REQUIRED, words)],
            [False, label(Need.HELPFUL, words)],
        ],
    }


def poster_blocks(writer: Writer, rings: SubjectRings, notices: str, *, why: bool) -> Block:
    """Return the rings; each role has the number that stands in the drawing."""
    first = 1
    drawn = []
    for ring in rings.rings:
        drawn.append(_ring(writer, ring, first, why=why))
        first += len(ring.roles)
    alt = ". ".join(
        f"{ring['name']}: " + (", ".join(map(_told, ring["roles"])) or "–") for ring in drawn
    )
    return {"rings": drawn, "alt": alt, "notices": notices}


def _told(role: Block) -> str:
    return f"{role['number']} {role['title']} ({role['need']})"


def _ring(writer: Writer, ring: Ring, first: int, *, why: bool) -> Block:
    return {
        "name": ring_name(ring.kind, writer.translator),
        "roles": [
            _role(writer, role, number, why=why)
            for number, role in enumerate(ring.roles, start=first)
        ],
        "none": writer.translator.say("No role of this catalogue"),
    }


def _role(writer: Writer, role: SubjectRole, number: int, *, why: bool) -> Block:
    return {
        "number": number,
        "title": writer.text(role.title),
        "needed": role.need is Need.REQUIRED,
        "need": label(role.need, writer.translator),
        "text": writer.text(role.text) if why else "",
    }


def _notices(writer: Writer, translations: Sequence[Translation]) -> str:
    rings = writer.translator.say(
        "A role stands in the ring of the least schooling for the work itself. Other subjects and "
        "grades count as well: see the page of each role in CareerDesk, where the sources are."
    )
    return " ".join([rings, *writer.translation_notices(translations)])
