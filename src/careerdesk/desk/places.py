"""Where a student is in the window, and the way back."""

from __future__ import annotations

from dataclasses import dataclass

from careerdesk.catalogue.search import Search


@dataclass(frozen=True, slots=True)
class ExplorePlace:
    """The exploration page: what was asked for, and how far it was scrolled."""

    search: Search = Search()
    scroll: int = 0
    current: str | None = None
    """Id of the role that had the focus."""


@dataclass(frozen=True, slots=True)
class RolePlace:
    """A role page on one of its tabs."""

    role: str
    tab: str = "story"
    scroll: int = 0


@dataclass(frozen=True, slots=True)
class ShortlistPlace:
    """The shortlist page."""

    scroll: int = 0


@dataclass(frozen=True, slots=True)
class ComparePlace:
    """The comparison of the roles that the student has put side by side."""

    differences: bool = False
    """Whether only what differs is shown."""
    scroll: int = 0


@dataclass(frozen=True, slots=True)
class SubjectPlace:
    """Where a school subject leads, in rings; without a subject, all of them to choose from."""

    subject: str | None = None
    scroll: int = 0


@dataclass(frozen=True, slots=True)
class SkillPlace:
    """The roles that use a skill."""

    skill: str
    scroll: int = 0


Place = ExplorePlace | RolePlace | ShortlistPlace | ComparePlace | SubjectPlace | SkillPlace


class History:
    """The places a student has been to, and where among them they are."""

    def __init__(self, start: Place) -> None:
        self._places: list[Place] = [start]
        self._index = 0
        self._looked_at: dict[str, None] = {}

    @property
    def place(self) -> Place:
        """Where the student is."""
        return self._places[self._index]

    @property
    def can_go_back(self) -> bool:
        return self._index > 0

    @property
    def can_go_forward(self) -> bool:
        return self._index < len(self._places) - 1

    def go(self, place: Place) -> None:
        """Go to a new place; what lay ahead is forgotten."""
        self._places[self._index + 1 :] = [place]
        self._index += 1
        if isinstance(place, RolePlace):
            self._looked_at.pop(place.role, None)
            self._looked_at[place.role] = None

    def update(self, place: Place) -> None:
        """Replace the present place, for instance after scrolling."""
        self._places[self._index] = place

    def back(self) -> Place:
        """Step back and return the place there."""
        self._index = max(0, self._index - 1)
        return self.place

    def forward(self) -> Place:
        """Step forward and return the place there."""
        self._index = min(len(self._places) - 1, self._index + 1)
        return self.place

    def looked_at(self) -> tuple[str, ...]:
        """Return the ids of the roles that were opened, the latest last, forgotten ones too."""
        return tuple(self._looked_at)

    def last_exploration(self) -> ExplorePlace:
        """Return the latest exploration before the present place, or an empty one."""
        for place in reversed(self._places[: self._index + 1]):
            if isinstance(place, ExplorePlace):
                return place
        return ExplorePlace()
