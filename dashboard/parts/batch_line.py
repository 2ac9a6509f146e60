"""A slim line on every page: files that are being imported, what became of them, what is left of
a batch that was cut short."""

from datetime import datetime

import pandas as pd
import streamlit as st

from dashboard.importing.batches import Batch, Batches, batches_of
from dashboard.importing.journal import Left
from dashboard.page_list import page_row
from dashboard.parts.as_written import as_written
from dashboard.parts.history import ZONE
from dashboard.store.store import Cursor, open_store
from dashboard.words import Words

OWN = "import_data"  # the page that shows the receipts themselves
SECONDS_BETWEEN_LOOKS = 1.0
# Of this session: the batch that it saw running. It is told of that though another has seen it.
WATCHED = "watched_batch"


def show(page: str, words: Words) -> None:
    """What runs, and what is done and was not looked at yet; nothing where there is neither."""
    batches = batches_of(open_store())
    if batches.current:
        _under_way(batches, words)
    untold = [batch for batch in batches.done if not batch.is_seen or batch is _watched()]
    if untold and page != OWN:
        tell(batches, untold[0], words)


def left_over(cursor: Cursor, words: Words) -> None:
    """Batches that were cut short: how far they came, and which files to choose again."""
    batches = batches_of(open_store())
    for left, missing in batches.left_over(cursor):
        _left(batches, left, missing, words)


@st.fragment(run_every=SECONDS_BETWEEN_LOOKS)
def _under_way(batches: Batches, words: Words) -> None:
    """Refreshes itself without its page; at the end the page runs again, with what is new."""
    batch = batches.current
    if batch is None:
        st.rerun()
    st.session_state[WATCHED] = batch
    at, total = min(batch.at, len(batch.names) - 1), len(batch.names)
    said = words.say("batch.under_way", number=at + 1, total=total, file=batch.names[at])
    if batches.waiting:
        said += words.say("batch.waiting", count=batches.waiting)
    with st.container(key="batch_line"):
        st.progress(at / total, text=as_written(said))


def tell(batches: Batches, batch: Batch, words: Words) -> None:
    """What became of the files of a batch, with the way to their receipts."""
    said = " ".join([f"{counts(batch, words)}.", *failures(batch, words)])
    with st.container(horizontal=True, vertical_alignment="center", key="batch_done"):
        st.info(as_written(said), icon=":material/upload:")
        st.page_link(page_row(OWN).file, label=words["batch.see"], width="content")
        st.button(
            words["batch.put_away"],
            key="batch_put_away",
            type="tertiary",
            on_click=batches.put_away,
        )


def _watched() -> Batch | None:
    watched: Batch | None = st.session_state.get(WATCHED)
    return watched


def seen(batch: Batch) -> None:
    """Its receipts stand on this page: it need not be told any more."""
    batch.is_seen = True
    st.session_state.pop(WATCHED, None)


def counts(batch: Batch, words: Words) -> str:
    """ "Đã nhập 9 tệp, 1 tệp bị từ chối"."""
    numbers = {"refused": 0, "unchanged": 0, "failed": len(batch.failures)}
    for receipt in batch.receipts:
        numbers[receipt.status] = numbers.get(receipt.status, 0) + 1
    others = [
        words.say(f"batch.{name}", count=numbers[name])
        for name in ("unchanged", "refused", "failed")
        if numbers[name]
    ]
    return ", ".join([words.say("batch.imported", count=numbers.get("imported", 0)), *others])


def failures(batch: Batch, words: Words) -> list[str]:
    """Each file that could not be stored, with the reason."""
    return [
        words.say("batch.failure", file=name, why=error.sentence(words))
        for name, error in batch.failures
    ]


def _left(batches: Batches, left: Left, missing: list[str], words: Words) -> None:
    at = pd.Timestamp(datetime.fromtimestamp(left.began_at).astimezone()).tz_convert(ZONE)
    said = words.say(
        "batch.cut_short",
        at=f"{at:%d/%m/%Y %H:%M}",
        done=len(left.files) - len(missing),
        total=len(left.files),
        missing=", ".join(missing),
    )
    with st.container(key=f"batch_left_{left.path.stem}"):
        st.warning(as_written(said), icon=":material/warning:")
        with st.container(horizontal=True):
            st.page_link(page_row(OWN).file, label=words["nav.import_data"])
            st.button(
                words["batch.read"],
                key=f"forget_{left.path.stem}",
                on_click=batches.forget,
                args=(left,),
            )
