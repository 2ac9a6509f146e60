"""The simulated data: loaded and removed by a button, as the page showed them."""

import streamlit as st

from dashboard.errors import DashboardError
from dashboard.importing import samples
from dashboard.importing.batches import batches_of
from dashboard.parts import orders, uploads
from dashboard.parts.orders import Done
from dashboard.parts.page import Page
from dashboard.store import shown
from dashboard.store.shown import Shown
from dashboard.store.store import open_store


def load_button(page: Page) -> None:
    """The button that loads them."""
    words, seen = page.words, page.ask.shown("samples")
    st.button(
        words["empty.samples"],
        key="load_samples",
        on_click=orders.give,
        args=(orders.once(lambda: _load(seen)), words["cli.loading_samples"]),
    )


def remove_button(page: Page) -> None:
    """What removing them means, and the button that does it."""
    words, seen = page.words, page.ask.shown("samples")[""]
    st.write(words["import.remove_why"])
    st.button(
        words["import.remove_now"],
        type="primary",
        on_click=orders.give,
        args=(
            lambda: _remove(seen),
            words["import.removing"],
            Done(words["done.samples_removed"], "compare", words["done.see_provinces"]),
        ),
    )


def _load(seen: dict[str, Shown]) -> None:
    """Begin to load the simulated data, unless somebody did meanwhile."""
    store = open_store()
    with store.read() as cursor:
        if shown.listed(cursor, "samples") != seen:
            raise DashboardError("changed_since_shown")
    batches_of(store).begin_samples().wait(uploads.SECONDS_TO_WAIT)


def _remove(seen: Shown) -> None:
    samples.remove(open_store(), seen)
    batches_of(open_store()).put_away()
