"""A booklet is made in a process of its own: the same bytes, stopped at once, nothing left."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import psutil
import pytest

from careerdesk.catalogue import UnknownRole
from careerdesk.catalogue.store import Store
from careerdesk.sheets import Kind, Look, Order, make_pdf
from careerdesk.sheets.press import Press, PressStopped
from sheet_reading import TODAY, any_order


def test_the_press_gives_the_same_bytes_and_says_how_far_it_is(real_store: Store) -> None:
    order, look = any_order(real_store, Kind.BOOKLET), Look("ms")
    told: list[tuple[int, int]] = []
    before = processes()
    press = Press(real_store.info.path, order, look, TODAY)
    made = press.result(lambda done, of: told.append((done, of)))

    assert made == make_pdf(real_store, order, look, TODAY)
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert processes() <= before


def processes() -> set[int]:
    """Return the ids of the presses that run below this process."""
    children = psutil.Process().children()
    return {child.pid for child in children if "spawn_main" in " ".join(child.cmdline())}


def test_pictures_are_one_for_each_page(real_store: Store) -> None:
    order = Order(kind=Kind.ROLE, roles=("nurse",))
    press = Press(real_store.info.path, order, Look("en"), TODAY, resolution=60)
    pictures = press.result(lambda _done, _of: None)

    assert len(pictures) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures if isinstance(picture, bytes))


def test_an_error_comes_back_as_what_it_is(real_store: Store) -> None:
    order = Order(kind=Kind.BOOKLET, roles=("nurse", "alchemist"))
    with pytest.raises(UnknownRole, match="alchemist"):
        Press(real_store.info.path, order, Look("en"), TODAY).result(lambda _done, _of: None)


def test_a_press_that_is_stopped_ends_at_once(real_store: Store, tmp_path: Path) -> None:
    ids = tuple(card.id for card in real_store.cards())
    press = Press(real_store.info.path, Order(kind=Kind.BOOKLET, roles=ids), Look("en"), TODAY)
    before = set(tmp_path.iterdir())

    def stop_at_the_first(done: int, _of: int) -> None:
        if done == 1:
            # Waited for: on a busy computer the process might come to its end before.
            stopper = threading.Thread(target=press.stop)
            stopper.start()
            stopper.join()

    with pytest.raises(PressStopped, match="Nothing was saved"):
        press.result(stop_at_the_first)
    assert set(tmp_path.iterdir()) == before


@pytest.mark.skipif(os.name == "nt", reason="signals are a Unix means")
def test_a_press_that_is_killed_is_one_sentence(real_store: Store) -> None:
    ids = tuple(card.id for card in real_store.cards())
    press = Press(real_store.info.path, Order(kind=Kind.BOOKLET, roles=ids), Look("en"), TODAY)

    def kill(done: int, _of: int) -> None:
        if done == 1:
            for child in psutil.Process().children():
                if "spawn_main" in " ".join(child.cmdline()):
                    child.send_signal(signal.SIGKILL)

    with pytest.raises(PressStopped):
        press.result(kill)


def test_what_a_student_wrote_stands_in_no_list_of_processes(real_store: Store) -> None:
    order = Order(kind=Kind.BOOKLET, roles=("nurse",), reasons={"nurse": "CANARY of mine"})
    press = Press(real_store.info.path, order, Look("en"), TODAY)
    commands: list[str] = []

    def list_processes(_done: int, _of: int) -> None:
        # Once it has told us something, it is past its fork, with a command line of its own.
        children = psutil.Process().children(recursive=True)
        commands.extend(" ".join(child.cmdline()) for child in children)

    press.result(list_processes)

    assert any("spawn_main" in command for command in commands)
    assert not [command for command in commands if "CANARY" in command]
