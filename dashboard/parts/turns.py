"""Two pages run at a time; the others wait in a line.

More at once share one processor and all end last together. First come, first served: a
semaphore would send whoever says that it waits back to the end of the line.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock

import streamlit as st

from dashboard.words import Words

AT_ONCE = 2
SECONDS_IN_SILENCE = 2.0


class Line:
    """Who runs and who waits; an Event is set when it may run."""

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._waiting: deque[Event] = deque()
        self._lock = Lock()

    def join(self) -> Event:
        """A place in the line, set at once where nobody need wait."""
        place = Event()
        with self._lock:
            if self._free:
                self._free -= 1
                place.set()
            else:
                self._waiting.append(place)
        return place

    def leave(self, place: Event) -> None:
        """Done, or gone before it was its turn; the first who waits may run."""
        with self._lock:
            if not place.is_set():
                self._waiting.remove(place)
            elif self._waiting:
                self._waiting.popleft().set()
            else:
                self._free += 1


_line = Line(AT_ONCE)


@contextmanager
def turn(words: Words) -> Iterator[None]:
    """Run a page when it is its turn; a wait of over two seconds is said."""
    place = _line.join()
    try:
        if not place.wait(SECONDS_IN_SILENCE):
            _wait(place, words)
        yield
    finally:
        _line.leave(place)


def _wait(place: Event, words: Words) -> None:
    """Each sentence anew is also where Streamlit ends the run of a tab that went away."""
    said = st.empty()
    while not place.is_set():
        said.info(words["page.waiting"], icon=":material/hourglass_empty:")
        place.wait(SECONDS_IN_SILENCE)
    said.empty()
