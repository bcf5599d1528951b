"""What is typed about the work and not about its name: *no degree*, *gaji tinggi*, *from home*.

Words of a text cannot answer that, filters can. A wish stands for filters, or for a subject that
or a word that a role should do without; what says it is then no longer looked for in texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from careerdesk.catalogue.index import Tier
from careerdesk.catalogue.lookup import Lookup, Subject
from careerdesk.catalogue.search import Filter, Kind
from careerdesk.catalogue.stems import stems
from careerdesk.catalogue.terms import (
    HoursPattern,
    Interest,
    Level,
    RouteKind,
    Schooling,
    WorkPlace,
)
from careerdesk.catalogue.words import FILLERS
from careerdesk.errors import N_


class Wish(NamedTuple):
    """What the work should be like."""

    label: str
    """Its name, to be translated."""
    filters: tuple[Filter, ...] = ()
    """Those that a role needs to pass."""
    without: tuple[Subject, ...] = ()
    """SPM subjects that should not be among those of the role."""
    unwanted: str = ""
    """A word that should not stand in the role."""
    as_title: bool = False
    """Whether it is unwanted as a title only: who is to be no doctor may well meet doctors."""


class Said(NamedTuple):
    """A wish, and the words in which it was typed."""

    typed: str
    wish: Wish


_HIGH_PAY = "3000"
"""RM a month at the start."""

_NO = "no"
_WAYS_TO_SAY_NO = """
no without never dont tanpa tak tidak tiada takde x xde xnak xsuka xmau
"""
_DISLIKES = frozenset(
    ("hate", "hates", "dislike", "dislikes", "afraid", "scared", "fear", "benci", "takut", "malas")
)
_OTHER_THAN = frozenset(("not", "bukan"))
_BEING = frozenset(("be", "become", "jadi", "menjadi"))
"""After a *no*: what follows is no work to have."""
_NEGATIONS = (_DISLIKES | _OTHER_THAN).union(_WAYS_TO_SAY_NO.split())
_LIKING = frozenset(("like", "love", "enjoy", "suka", "minat", "gemar", "pandai", "good"))
"""What makes a dislike of a *no* before it."""
_WANTING = frozenset(("want", "wanna", "nak", "nk", "mahu", "mau", "xnak", "xmau"))
"""The same, unless it is said of a title."""
_BUT = frozenset(("but", "tapi", "tp", "tetapi"))
"""What ends that to which a *no* is said."""
_STUDYING = frozenset(("belajar", "study", "studying"))
"""Where a *no* is said to this alone, long studies are not wanted."""
_DENIALS = _OTHER_THAN.union(_WAYS_TO_SAY_NO.split())
_X_RAYS = frozenset(("ray", "rays"))
_BESIDE_NEGATIONS = """
t perlu payah ambil masuk sambung belajar study studying need needed require required guna berapa
lama lagi
"""
_BESIDE_NO = frozenset(_BESIDE_NEGATIONS.split())
"""Words that may stand between *no* and what is not wanted, as fillers may."""
_AFTER_NO = frozenset(("needed", "required", "requirement", "diperlukan"))
_NOT_MINE = frozenset(
    ("sakit", "anak", "orang", "warga", "kebajikan", "jagaan", "ke", "for", "affairs")
)
"""What makes of a *home* before it one that is not the student's, such as a hospital."""
_LINKS = frozenset(("yang", "the", "very", "sangat", "paling", "so", "more", "lebih"))

_NO_DEGREE = Wish(N_("no degree needed"), (Filter(Kind.SCHOOLING, Schooling.DIPLOMA.value),))
_NO_DIPLOMA = Wish(N_("no diploma needed"), (Filter(Kind.SCHOOLING, Schooling.SKM.value),))
_SPM = Wish(N_("straight from school"), (Filter(Kind.SCHOOLING, Schooling.SPM.value),))
_PAY = Wish(N_("entry pay of RM 3,000 or more"), (Filter(Kind.PAY, _HIGH_PAY),))
_HOME = Wish(N_("work from home"), (Filter(Kind.PLACE, WorkPlace.HOME.value),))
_DEMAND = Wish(N_("high demand in Malaysia"), (Filter(Kind.DEMAND, Level.HIGH.value),))
_BY_DAY = Wish(N_("hours by day"), (Filter(Kind.HOURS, HoursPattern.DAY.value),))
_SHIFTS = Wish(N_("work in shifts"), (Filter(Kind.HOURS, HoursPattern.SHIFTS.value),))
_HANDS = Wish(
    N_("hands, tools or outdoors"),
    (Filter(Kind.INTEREST, Interest.REALISTIC.value),),
)
_TVET = Wish(N_("way in by TVET"), (Filter(Kind.ROUTE, RouteKind.TVET.value),))
_BEFORE_UNIVERSITY = Wish(
    N_("way in by STPM, matriculation or foundation"),
    (Filter(Kind.ROUTE, RouteKind.PRE_UNIVERSITY.value),),
)
_DIPLOMA = Wish(N_("way in by a diploma"), (Filter(Kind.ROUTE, RouteKind.DIPLOMA.value),))
_DEGREE = Wish(N_("way in by a degree"), (Filter(Kind.ROUTE, RouteKind.UNIVERSITY.value),))

_PHRASES = {
    _NO_DEGREE: "no degree, no ijazah, no universiti, no university, no uni, no u",
    _NO_DIPLOMA: "no diploma",
    _SPM: """
        spm only, only spm, just spm, spm sahaja, spm saja, spm je, after spm, lepas spm,
        selepas spm, lepasan spm, spm leaver, spm leavers, guna spm, pakai spm, ada spm
    """,
    _PAY: "get rich, become rich, jadi kaya, cepat kaya, well paid, high paying, good paying",
    _HOME: """
        from home, dari rumah, wfh, work at home, kerja di rumah, kerja kat rumah, work remotely,
        remote work, remote job, remote jobs, kerja remote
    """,
    _DEMAND: """
        high demand, in demand, permintaan tinggi, senang dapat kerja, mudah dapat kerja,
        easy to get job, easy to get a job, easy to find job
    """,
    _BY_DAY: """
        office hours, regular hours, normal hours, waktu pejabat, 9 to 5, no shift, no shifts,
        no syif, no night shift, no night shifts, no shift malam, no syif malam, no malam,
        no night, no nights
    """,
    _SHIFTS: """
        shift work, work shifts, night shift, kerja shift, kerja syif, shift malam, syif malam,
        kerja shift malam, kerja syif malam
    """,
    _HANDS: """
        no desk job, no desk jobs, no desk, no office job, no office, no pejabat, no duduk pejabat,
        no duduk office
    """,
}
"""What stands for each wish, with every way to say *no* as *no*."""

_ALONE = {
    _SPM: "spm",
    _TVET: "tvet, skm, giatmara, kolej vokasional, vokasional, vocational, ilp, adtec",
    _BEFORE_UNIVERSITY: """
        stpm, form 6, tingkatan 6, matrik, matriks, matrikulasi, matriculation, asasi, foundation
    """,
    _DIPLOMA: "diploma, politeknik, polytechnic, poli",
    _DEGREE: "degree, ijazah, universiti, university, uni",
}
"""What stands for a wish only where it is all that was typed; beside other words it may be one
of a title or a text."""

_MUCH = ("high", "higher", "highest", "good", "best", "big", "top", "tinggi", "besar", "banyak")
_EARNED = ("pay", "salary", "salaries", "wage", "wages", "income", "money", "gaji", "duit")


def _listed(listed: Mapping[Wish, str]) -> Iterator[tuple[tuple[str, ...], Wish]]:
    for wish, phrases in listed.items():
        for phrase in phrases.split(","):
            yield tuple(phrase.split()), wish


def _known() -> Iterator[tuple[tuple[str, ...], Wish]]:
    yield from _listed(_PHRASES)
    for much, earned in product(_MUCH, _EARNED):
        yield (much, earned), _PAY
        yield (earned, much), _PAY


_WISHES = dict(_known())
_WHOLE = dict(_listed(_ALONE))
_LONGEST = max(map(len, _WISHES))


def take_out(lookup: Lookup, asked: Sequence[str]) -> tuple[list[Said], list[str]]:
    """Return the wishes in the words ``asked``, and the words that belong to none of them.

    What a title begins with says no wish.
    """
    if lookup.begins_a_title(" ".join(asked)):
        return [], list(asked)
    negated = any(_is_no(asked, start) for start in range(len(asked)))
    alone = tuple(word for word in asked if word not in FILLERS and word not in _BESIDE_NO)
    if alone in _WHOLE and not negated:
        return [Said(" ".join(alone), _WHOLE[alone])], []
    said: list[Said] = []
    left: list[str] = []
    start = 0
    while start < len(asked):
        if _is_denied(asked, start):
            # Who is not afraid of something may well look for it.
            start = _object(asked, start) + 1
            continue
        found = None if _follows_no(asked, start) else _at(lookup, asked, start)
        if found is None:
            if not is_denial(asked, start):
                left.append(asked[start])
            start += 1
        else:
            wish, end = found
            said.append(Said(" ".join(asked[start:end]), wish))
            start = end
    return said, left if left or said else list(asked)


def is_denial(asked: Sequence[str], start: int = 0) -> bool:
    """Return whether a word that only denies stands at ``start``, which no text answers."""
    return asked[start] in _DENIALS and _X_RAYS.isdisjoint(asked[start + 1 : start + 2])


def _follows_no(asked: Sequence[str], start: int) -> bool:
    """Return whether a *no* that begins no wish stands before ``start``: *tak ada spm*."""
    return bool(start) and not _is_no(asked, start) and _is_no(asked, start - 1)


def _object(asked: Sequence[str], start: int) -> int:
    """Return where that stands to which the *no* at ``start`` is said."""
    return start + 1 + (asked[start] == "don")


def _is_denied(asked: Sequence[str], start: int) -> bool:
    """Return whether a dislike follows, which the *no* at ``start`` takes back."""
    following = asked[_object(asked, start) :][:1]
    return _is_no(asked, start) and not _DISLIKES.isdisjoint(following)


def _at(lookup: Lookup, asked: Sequence[str], start: int) -> tuple[Wish, int] | None:
    """Return the wish that begins at ``start``, and where it ends: the longest there is."""
    longest = None
    ended = _end_of_clause(asked, start)
    for phrase, end in _readings(asked[:ended], start):
        wish = _WISHES.get(phrase)
        if wish is None and phrase[0] == _NO and len(phrase) > 1:
            wish = _without(lookup, " ".join(phrase[1:]), set(asked[start:end]))
        if phrase == (_NO,) and end == ended and not _STUDYING.isdisjoint(asked[start:end]):
            wish = _NO_DEGREE
        foreign = wish is _HOME and not _NOT_MINE.isdisjoint(asked[end : end + 1])
        if wish is not None and not foreign:
            longest = wish, end
    if longest is not None and asked[longest[1] : longest[1] + 1] and _is_no(asked, start):
        wish, end = longest
        return wish, end + (asked[end] in _AFTER_NO)
    return longest


def _end_of_clause(asked: Sequence[str], start: int) -> int:
    """Return where the words from ``start`` on end, or go on with a *but*."""
    buts = (place for place in range(start + 1, len(asked)) if asked[place] in _BUT)
    return next(buts, len(asked))


def _is_no(asked: Sequence[str], start: int) -> bool:
    return asked[start] in _NEGATIONS or asked[start : start + 2] == ["don", "t"]


def _readings(asked: Sequence[str], start: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield longer and longer phrases from ``start`` on, and after which word each ends.

    They are read as they stand and, with every way to say *no* as *no*, without what may come
    between that and its object.
    """
    negated = _is_no(asked, start)
    phrase = [_NO if negated else asked[start]]
    for end in range(start + 1, len(asked) + 1):
        yield tuple(phrase), end
        if end == len(asked) or len(phrase) == _LONGEST:
            return
        word = asked[end]
        between = negated and len(phrase) == 1 and (word in FILLERS or word in _BESIDE_NO)
        if not between and word not in _LINKS:
            phrase.append(word)


def _without(lookup: Lookup, phrase: str, said: set[str]) -> Wish | None:
    """Return the wish to do without ``phrase``; None where what was ``said`` is no dislike."""
    subjects = tuple(dict.fromkeys(lookup.subjects_called(phrase)))
    if subjects:
        return Wish(N_("without {subjects}"), without=subjects)
    disliked = not (_DISLIKES | _LIKING).isdisjoint(said)
    as_title = not disliked and not (_OTHER_THAN | _BEING).isdisjoint(said)
    last = Tier.OTHER_TITLE if as_title else Tier.TASK
    if phrase in _EARNED or not (disliked or as_title or not _WANTING.isdisjoint(said)):
        return None
    everyday = any(map(lookup.synonyms, (phrase, *stems(phrase))))
    if everyday or any(tier <= last for tier in lookup.term(phrase)):
        return Wish(N_("without {word}"), unwanted=phrase, as_title=as_title)
    return None
