"""The way back and forward, against a plain list of where one has been."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careerdesk.catalogue.search import Search
from careerdesk.desk.places import (
    ComparePlace,
    ExplorePlace,
    History,
    Place,
    RolePlace,
    ShortlistPlace,
)

PLACES: st.SearchStrategy[Place] = st.one_of(
    st.builds(ExplorePlace, st.builds(Search, st.text(max_size=3)), scroll=st.integers(0, 9)),
    st.builds(RolePlace, role=st.sampled_from("ab"), tab=st.sampled_from(["story", "pay"])),
    st.builds(ShortlistPlace, scroll=st.integers(0, 9)),
    st.builds(ComparePlace, differences=st.booleans()),
)
STEPS = st.one_of(
    st.tuples(st.just("go"), PLACES),
    st.tuples(st.just("update"), PLACES),
    st.tuples(st.just("back"), st.none()),
    st.tuples(st.just("forward"), st.none()),
)


@given(PLACES, st.lists(STEPS, max_size=30))
def test_a_history_is_a_list_and_a_place_in_it(
    start: Place, steps: list[tuple[str, Place | None]]
) -> None:
    history = History(start)
    behind: list[Place] = [start]
    ahead: list[Place] = []
    opened: list[str] = []
    for step, place in steps:
        match step:
            case "go":
                history.go(place)
                behind.append(place)
                ahead.clear()
                opened += [place.role] if isinstance(place, RolePlace) else []
            case "update":
                history.update(place)
                behind[-1] = place
            case "back":
                if len(behind) > 1:
                    ahead.append(behind.pop())
                assert history.back() == behind[-1]
            case "forward":
                if ahead:
                    behind.append(ahead.pop())
                assert history.forward() == behind[-1]
        assert history.place == behind[-1]
        assert history.can_go_back == (len(behind) > 1)
        assert history.can_go_forward == bool(ahead)
        assert history.looked_at() == tuple(reversed(dict.fromkeys(reversed(opened))))
        explored = [place for place in behind if isinstance(place, ExplorePlace)]
        assert history.last_exploration() == (explored[-1] if explored else ExplorePlace())
