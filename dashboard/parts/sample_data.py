"""The simulated data: loaded and removed by a button, as the page showed them."""

import streamlit as st

from dashboard.errors import DashboardError
from dashboard.importing import samples
from dashboard.importing.outcome.receipt import Receipt
from dashboard.parts import orders
from dashboard.parts.page import Page
from dashboard.store import shown
from dashboard.store.shown import Shown
from dashboard.store.store import open_store
from dashboard.words import Words


def load_button(page: Page) -> None:
    """The button that loads them."""
    words, seen = page.words, page.ask.shown("samples")
    st.button(
        words["empty.samples"],
        key="load_samples",
        on_click=orders.give,
        args=(lambda: _load(seen, words),),
    )


def remove_button(page: Page) -> None:
    """What removing them means, and the button that does it."""
    words, seen = page.words, page.ask.shown("samples")[""]
    st.write(words["import.remove_why"])
    st.button(
        words["import.remove_now"],
        type="primary",
        on_click=orders.give,
        args=(lambda: samples.remove(open_store(), seen), words["import.removing"]),
    )


def _load(seen: dict[str, Shown], words: Words) -> None:
    """Load the simulated data with a progress bar, unless somebody did meanwhile."""
    store = open_store()
    with store.read() as cursor:
        if shown.listed(cursor, "samples") != seen:
            raise DashboardError("changed_since_shown")
    bar = st.progress(0.0, text=words["cli.loading_samples"])
    done: list[Receipt] = []

    def tell(receipt: Receipt) -> None:
        done.append(receipt)
        bar.progress(len(done) / len(samples.FILES), text=receipt.file)

    samples.load(store, tell)
    bar.empty()
