"""On the page of imports: a batch that runs, and the receipts of the last one that is done."""

from collections.abc import Sequence

import streamlit as st

from dashboard.importing.batches import Batch, Batches, batches_of
from dashboard.importing.outcome.receipt import Receipt
from dashboard.parts import batch_line, outcome_lines, uploads
from dashboard.parts.as_written import as_written
from dashboard.parts.page import Page
from dashboard.store.store import open_store


def running(page: Page, count: int) -> None:
    """These files are on their way: nothing is left to do here."""
    words = page.words
    title = words.say("batch.running", count=count)
    page.heading(title, words["batch.running_how"], own_data=False)


def heading(page: Page) -> None:
    """What became of the last batch, for every session, until it is put away; else what the page
    is for."""
    batches = batches_of(open_store())
    if not batches.done:
        page.heading(page.words["import.title"], page.words["import.subtitle"])
        return
    batch = batches.done[0]
    if batch.receipts:
        outcome_lines.done(page, batch.receipts, is_news=not batch.is_seen)
    else:
        page.heading(page.words["import.done_nothing"])
    _seen(page, batches, batch)


def failed_before(page: Page) -> None:
    """Files of the last batch that failed, beside those that are chosen: they may be the same."""
    batches = batches_of(open_store())
    for batch in batches.done[:1]:
        if batch.failures:
            batch_line.tell(batches, batch, page.words)


def _seen(page: Page, batches: Batches, batch: Batch) -> None:
    words = page.words
    for said in batch_line.failures(batch, words):
        st.warning(as_written(said), icon=":material/warning:")
    if len(batch.names) > 1:
        page.lines([batch_line.counts(batch, words)])
    if not batch.is_samples:
        _receipts(page, batch.receipts)
    st.button(words["batch.put_away"], key="batch_put_away", on_click=batches.put_away)
    for one in batches.done:
        batch_line.seen(one)


def _receipts(page: Page, receipts: Sequence[Receipt]) -> None:
    for number, receipt in enumerate(receipts):
        uploads.show(page, receipt, f"stored_{number}")
