"""Where the roles of a subject stand on its target: pure geometry, without a painter.

Lengths are shares of the target's radius, and points are seen from its middle, until
:func:`words_beside` works in pixels.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from careerdesk.guidance.subjects import Ring, SubjectRole

_SPACE = 1.16
"""Room for a disc, in its diameters."""

_LEAST_SHARE = 0.25
"""Least weight of a ring, in that of all, so that its name can be read."""

_WEIGHT = 0.75
"""Power of its number of roles with which a ring's area grows: crowded rings stand closer."""

_APART = 5
"""Pixels between the words of two spots on one line."""

_STRANGE = 10
"""Pixels between words and the side of a disc that is not theirs; their own is 4 away."""

_STEEPEST = 0.8
"""Sine of the widest angle, from the top, that is kept free for the names of the rings."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A role on the target."""

    role: SubjectRole
    ring: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Target:
    """The rings and the spots on them."""

    radii: tuple[float, ...]
    """Outer radius of each ring, from the centre outwards; the last is 1."""
    spots: tuple[Spot, ...]
    disc: float
    """Diameter of every spot."""


def lay_out(
    rings: Sequence[Ring], largest: float, smallest: float, names: Sequence[float]
) -> Target:
    """Place every role in its ring without touching another, roles of a field side by side.

    A ring with more roles has more area. ``largest`` and ``smallest`` are diameters of a
    spot; below the smallest, spots may touch. ``names`` are half the widths of the rings' names,
    which stand at the top of each.
    """
    counts = [len(ring.roles) for ring in rings]
    weights = [count**_WEIGHT for count in counts]
    least = max(sum(weights), 1.0) * _LEAST_SHARE
    weights = [max(weight, least) for weight in weights]
    radii = tuple(math.sqrt(sum(weights[: n + 1]) / sum(weights)) for n in range(len(weights)))
    disc = largest
    steps = 40
    for step in range(steps + 1):
        disc = largest - (largest - smallest) * step / steps
        if all(_circles(radii, n, count, disc, names) for n, count in enumerate(counts) if count):
            break
    spots = [spot for n, ring in enumerate(rings) for spot in _spots(radii, n, ring, disc, names)]
    return Target(radii, tuple(spots), disc)


@dataclass(frozen=True, slots=True)
class _Circle:
    """A circle of spots within a ring: its radius, the angle kept free at its top, its spots."""

    radius: float
    free: float
    count: int


def _circles(
    radii: Sequence[float], number: int, count: int, disc: float, names: Sequence[float]
) -> list[_Circle]:
    """Return the circles that hold ``count`` spots in a ring; none when they do not fit."""
    inner, outer = (radii[number - 1] if number else 0.0), radii[number]
    for rows in range(1, int((outer - inner) / (disc * _SPACE)) + 1):
        step = (outer - inner) / rows
        middles = [inner + step * (row + 0.5) for row in range(rows)]
        free = [_free(radius, names[max(number - 1, 0) : number + 1], disc) for radius in middles]
        # Whole turns, less what the names take.
        most = [
            max(int(2 * (math.pi - angle) * radius / (disc * _SPACE)), 1)
            for radius, angle in zip(middles, free, strict=True)
        ]
        if sum(most) >= count:
            shares = _shared(count, most)
            return [_Circle(*circle) for circle in zip(middles, free, shares, strict=True)]
    return []


def _free(radius: float, names: Sequence[float], disc: float) -> float:
    """Return the angle from the top at which a spot is clear of the names of the rings."""
    sine = (max(names) + disc / 2) / radius
    return math.asin(min(sine, _STEEPEST)) - disc / 2 / max(radius, disc)


def _shared(count: int, most: Sequence[int]) -> list[int]:
    """Share ``count`` spots among circles that hold ``most`` each, in proportion."""
    whole = sum(most)
    shares = [count * room // whole for room in most]
    for number in sorted(range(len(most)), key=lambda n: most[n] - shares[n], reverse=True):
        if sum(shares) < count:
            shares[number] += 1
    return shares


def _spots(
    radii: Sequence[float], number: int, ring: Ring, disc: float, names: Sequence[float]
) -> Iterator[Spot]:
    count = len(ring.roles)
    inner, outer = (radii[number - 1] if number else 0.0), radii[number]
    circles = _circles(radii, number, count, disc, names)
    roles = iter(sorted(ring.roles, key=lambda role: role.field.id))
    for circle in circles or [_Circle((inner + outer) / 2, 0.0, count)]:
        for place in range(circle.count):
            # Clockwise from the right of the name to the left of it.
            turn = 2 * (math.pi - circle.free) * (place + 0.5) / circle.count
            angle = circle.free + turn - math.pi / 2
            x, y = circle.radius * math.cos(angle), circle.radius * math.sin(angle)
            yield Spot(next(roles), number, x, y)


def words_beside(
    middles: Sequence[QPointF],
    disc: float,
    sizes: Sequence[QSizeF],
    taken: Sequence[QRectF],
    page: QRectF,
) -> tuple[QRectF | None, ...]:
    """Return where the words of each spot can stand beside it; None where there is no room.

    No words touch a disc, other words or what is ``taken``, none come near the side of another
    disc, and none leave the ``page``.
    """
    half = disc / 2
    discs = [QRectF(middle.x() - half, middle.y() - half, disc, disc) for middle in middles]
    used = [*taken]
    places: list[QRectF | None] = []
    for number, (middle, size) in enumerate(zip(middles, sizes, strict=True)):
        # Nearer to its own disc than to any other, so that nobody has to guess whose words it is.
        others = [
            other.adjusted(-_STRANGE, 0, _STRANGE, 0) if place != number else other
            for place, other in enumerate(discs)
        ]
        wide, high, gap = size.width(), size.height(), half + 4
        sides = [
            QPointF(middle.x() + gap, middle.y() - high / 2),
            QPointF(middle.x() - gap - wide, middle.y() - high / 2),
        ]
        if middle.x() < page.center().x():
            # Outwards first: there is more room, and words do not meet in the middle.
            sides.reverse()
        corners = (
            *sides,
            QPointF(middle.x() - wide / 2, middle.y() + gap - 2),
            QPointF(middle.x() - wide / 2, middle.y() - gap + 2 - high),
        )
        found = (QRectF(corner, size) for corner in corners)
        free = (
            place
            for place in found
            if page.contains(place)
            and not any(place.intersects(other) for other in [*used, *others])
        )
        place = next(free, None)
        places.append(place)
        if place is not None:
            used.append(place.adjusted(-_APART, 0, _APART, 0))
    return tuple(places)
