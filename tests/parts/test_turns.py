"""Two pages at a time; who waits is told so."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.config import FRONT_DOOR
from dashboard.parts import turns
from dashboard.words import Words, words

VI = words("vi")


@pytest.fixture
def said(monkeypatch) -> list[str]:
    """What the waiting page says; silence lasts a moment only."""
    told: list[str] = []

    class Place:
        def info(self, text: str, icon: str) -> None:
            told.append(text)

        def empty(self) -> None:
            told.append("")

    monkeypatch.setattr(turns.st, "empty", Place)
    monkeypatch.setattr(turns, "SECONDS_IN_SILENCE", 0.05)
    return told


def test_at_most_two_pages_run_at_once(said):
    running, most, done = 0, 0, 0
    lock = threading.Lock()

    def page() -> None:
        nonlocal running, most, done
        with turns.turn(VI):
            with lock:
                running += 1
                most = max(most, running)
            time.sleep(0.02)
            with lock:
                running -= 1
                done += 1

    threads = [threading.Thread(target=page, daemon=True) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)
    assert (running, most, done) == (0, 2, 8)


def test_a_long_wait_is_said_and_unsaid(said):
    def page() -> None:
        with turns.turn(VI):
            pass

    with turns.turn(VI), turns.turn(VI):
        waiting = threading.Thread(target=page, daemon=True)
        waiting.start()
        waiting.join(timeout=0.3)
        assert waiting.is_alive() and said[-1] == "Nhiều người đang xem cùng lúc, đang chờ lượt…"
    waiting.join(timeout=10)
    assert not waiting.is_alive() and said[-1] == ""


def test_a_short_wait_is_not_said(said):
    with turns.turn(VI):
        pass
    assert said == []


def test_a_page_that_fails_gives_its_place_back(said):
    for _ in range(3):
        with pytest.raises(ValueError), turns.turn(VI):
            raise ValueError
    with turns.turn(VI), turns.turn(VI):
        assert said == []


def test_every_run_of_the_front_door_takes_a_turn(monkeypatch):
    taken = []

    @contextmanager
    def noted(words: Words) -> Iterator[None]:
        taken.append(words)
        yield

    monkeypatch.setattr(turns, "turn", noted)
    app = AppTest.from_file(str(FRONT_DOOR), default_timeout=60).run()
    assert not app.exception and taken == [VI]


def test_who_came_first_runs_first_and_who_left_the_line_not_at_all():
    line = turns.Line(2)
    places = [line.join() for _ in range(5)]

    def may_run() -> list[int]:
        return [number for number, place in enumerate(places) if place.is_set()]

    assert may_run() == [0, 1]
    line.leave(places[1])
    assert may_run() == [0, 1, 2]
    line.leave(places[3])
    line.leave(places[0])
    assert may_run() == [0, 1, 2, 4]
    line.leave(places[2])
    line.leave(places[4])
    assert line.join().is_set() and line.join().is_set() and not line.join().is_set()


def test_who_goes_away_gives_up_the_place_in_the_line(said, monkeypatch):
    class Gone(turns.st.empty):
        def info(self, text: str, icon: str) -> None:
            raise KeyError("the tab was closed")

    with turns.turn(VI), turns.turn(VI), monkeypatch.context() as gone:
        gone.setattr(turns.st, "empty", Gone)
        with pytest.raises(KeyError), turns.turn(VI):
            pass
    with turns.turn(VI), turns.turn(VI):
        assert said == []
