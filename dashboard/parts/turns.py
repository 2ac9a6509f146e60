"""Two pages run at a time: more at once share one processor and all end last together."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

import streamlit as st

from dashboard.words import Words

AT_ONCE = 2
SECONDS_IN_SILENCE = 2.0

_places = BoundedSemaphore(AT_ONCE)


@contextmanager
def turn(words: Words) -> Iterator[None]:
    """Hold a place for the run of a page; a wait of over two seconds is said."""
    if not _places.acquire(timeout=SECONDS_IN_SILENCE):
        _wait(words)
    try:
        yield
    finally:
        _places.release()


def _wait(words: Words) -> None:
    """Each sentence anew is also where Streamlit ends the run of a tab that went away."""
    said = st.empty()
    while True:
        said.info(words["page.waiting"], icon=":material/hourglass_empty:")
        if _places.acquire(timeout=SECONDS_IN_SILENCE):
            break
    said.empty()
