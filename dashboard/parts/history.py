"""Imports made so far, and taking one back."""

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.documents import survey_copy
from dashboard.importing.storing import originals
from dashboard.importing.storing.undo import original, redo, undo
from dashboard.parts import download, orders
from dashboard.readings.listed import ImportRow
from dashboard.rows import rows_of
from dashboard.store.shown import Shown
from dashboard.store.store import open_store
from dashboard.tables.text_columns import Columns
from dashboard.words import Words

ZONE = "Asia/Ho_Chi_Minh"
FIGURES = ("rows_imported", "rows_refused")
FIELDS = ("file", "imported_at", "kind", *FIGURES, "note")


def table(imports: pd.DataFrame, words: Words) -> tuple[pd.DataFrame, Columns]:
    """Every import, newest first; those taken back say so."""
    frame = pd.DataFrame([_told(row, words) for row in rows_of(imports, ImportRow)], columns=FIELDS)
    return frame, {name: (words[f"column.{name}"], name in FIGURES) for name in FIELDS}


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
        ", ".join(words[f"kind.{kind}"] for kind in kinds),
        numbers.count(row.rows_imported),
        numbers.count(row.rows_refused),
        " · ".join(text for text, holds in notes.items() if holds),
    )


def take_back(imports: pd.DataFrame, seen: dict[str, Shown], words: Words) -> None:
    """Undo or redo one import, or download the file it read: the one that is shown as chosen."""
    rows = {row.import_id: row for row in rows_of(imports, ImportRow)}
    chosen = st.selectbox(
        words["import.which"],
        list(rows),
        format_func=lambda import_id: f"{import_id} · {rows[import_id].file}",
        key="take_back",
    )
    row, shown = rows[chosen], seen[str(chosen)]
    change, label = (redo, "import.redo") if row.undone else (undo, "import.undo")
    with st.container(horizontal=True):
        st.button(
            words[label],
            icon=":material/undo:",
            on_click=orders.give,
            args=(lambda: change(open_store(), shown), words["import.storing"]),
        )
        is_copy = not row.original_kept and "answers" in str(row.kinds)
        download.button(
            words["import.copy" if is_copy else "import.original"],
            lambda: _copy(shown) if is_copy else original(open_store(), shown),
            survey_copy.file_name(row.file) if is_copy else row.file,
            key=f"original_{chosen}",
            help=words["import.copy_help"] if is_copy else None,
            disabled=not row.original_kept and not is_copy,
        )


def _copy(shown: Shown) -> bytes:
    return survey_copy.workbook(dict(originals.copied(open_store(), shown)))
