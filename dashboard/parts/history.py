"""Imports made so far, and taking one or a batch of them back."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.documents import survey_copy
from dashboard.importing.batches import batches_of
from dashboard.importing.storing import originals
from dashboard.importing.storing.undo import original, redo, redo_batch, undo, undo_batch
from dashboard.parts import download, orders
from dashboard.parts.orders import Done
from dashboard.parts.page import Page
from dashboard.readings.listed import ImportRow
from dashboard.rows import rows_of
from dashboard.store.shown import Shown
from dashboard.store.store import Store, open_store
from dashboard.tables.text_columns import Columns
from dashboard.words import Words

ZONE = "Asia/Ho_Chi_Minh"
FIGURES = ("rows_imported", "rows_refused")
# By whether it is a batch, and whether all of it is taken back.
CHANGES = {
    (False, False): undo,
    (False, True): redo,
    (True, False): undo_batch,
    (True, True): redo_batch,
}
FIELDS = ("file", "imported_at", "batch", "kind", *FIGURES, "note")


def table(imports: pd.DataFrame, words: Words) -> tuple[pd.DataFrame, Columns]:
    """Every import, newest first, the files of one act together; those taken back say so."""
    rows = _together(imports)
    frame = pd.DataFrame([_told(row, words) for row in rows], columns=FIELDS)
    return frame, {name: (words[f"column.{name}"], name in FIGURES) for name in FIELDS}


def _together(imports: pd.DataFrame) -> list[ImportRow]:
    """An import of another act that came between stands below."""
    rows = list(rows_of(imports, ImportRow))
    newest = {_act(row): row.import_id for row in reversed(rows)}
    return sorted(rows, key=lambda row: (newest[_act(row)], row.import_id), reverse=True)


def _act(row: ImportRow) -> tuple[str, int]:
    """What it was one of: its batch, else itself."""
    return ("batch", number) if (number := _batch(row)) else ("import", row.import_id)


def _batch(row: ImportRow) -> int:
    """The number of its batch, 0 of a file that came alone."""
    return 0 if pd.isna(row.batch) else int(row.batch)


def _told(row: ImportRow, words: Words) -> tuple[str, ...]:
    kinds = row.kinds.split(", ") if isinstance(row.kinds, str) else ["unknown"]
    notes = {
        words["import.undone"]: row.undone,
        words["page.simulated"]: row.simulated,
        words["import.original_not_kept"]: not row.original_kept,
    }
    at = pd.to_datetime(row.imported_at, utc=True).tz_convert(ZONE)
    return (
        row.file,
        f"{at:%d/%m/%Y %H:%M}",
        words.say("batch.number", number=_batch(row)) if _batch(row) else "",
        ", ".join(words[f"kind.{kind}"] for kind in kinds),
        numbers.count(row.rows_imported),
        numbers.count(row.rows_refused),
        " · ".join(text for text, holds in notes.items() if holds),
    )


def take_back(page: Page, imports: pd.DataFrame) -> None:
    """Undo or redo what is shown as chosen, one import or a whole batch; or download the file
    that an import read."""
    words = page.words
    acts: dict[tuple[str, int], list[ImportRow]] = {}
    for row in _together(imports):
        acts.setdefault(_act(row), []).append(row)
    choices = {}
    for (kind, number), rows in acts.items():
        if kind == "batch" and len(rows) > 1:
            label = words.say("batch.of_history", number=number, count=len(rows))
            choices[kind, str(number)] = label, rows
        for row in rows:
            choices["import", str(row.import_id)] = f"{row.import_id} · {row.file}", [row]
    chosen = st.selectbox(
        words["import.which"],
        list(choices),
        format_func=lambda choice: choices[choice][0],
        key="take_back",
    )
    subject, key = chosen
    _buttons(choices[chosen][1], page.ask.shown(subject)[key], words)


def _buttons(rows: list[ImportRow], seen: Shown, words: Words) -> None:
    """Of one import, or of several that are one batch."""
    is_batch = seen.subject == "batch"
    is_undone = all(row.undone for row in rows)
    change = CHANGES[is_batch, is_undone]
    name = "redo" if is_undone else "undo"
    with st.container(horizontal=True):
        st.button(
            words[f"batch.{name}" if is_batch else f"import.{name}"],
            icon=":material/undo:",
            on_click=orders.give,
            args=(
                lambda: _change(change, seen),
                words["import.storing"],
                _done(f"done.{name}_batch" if is_batch else f"done.{name}", rows, words),
            ),
        )
        if not is_batch:
            _original(rows[0], seen, words)


def _done(text: str, rows: list[ImportRow], words: Words) -> Done:
    """What is so now, and where to see it."""
    said = words.say(text, file=rows[0].file, count=len(rows))
    return Done(said, "overview", words.say("import.see", page=words["nav.overview"]))


def _original(row: ImportRow, seen: Shown, words: Words) -> None:
    """The file as it was read; of a survey a copy made of what is stored."""
    is_copy = not row.original_kept and "answers" in str(row.kinds)
    download.button(
        words["import.copy" if is_copy else "import.original"],
        lambda: _copy(seen) if is_copy else original(open_store(), seen),
        survey_copy.file_name(row.file) if is_copy else row.file,
        key=f"original_{seen.key}",
        help=words["import.copy_help"] if is_copy else None,
        disabled=not row.original_kept and not is_copy,
    )


def _change(change: Callable[[Store, Shown], None], seen: Shown) -> None:
    """What was said of the last imports is true no more."""
    change(open_store(), seen)
    batches_of(open_store()).put_away()


def _copy(seen: Shown) -> bytes:
    return survey_copy.workbook(dict(originals.copied(open_store(), seen)))
