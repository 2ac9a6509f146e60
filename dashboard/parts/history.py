"""Imports made so far, and taking one back."""

import pandas as pd
import streamlit as st

from dashboard import numbers
from dashboard.importing.storing.undo import original, redo, undo
from dashboard.parts import download
from dashboard.store.shown import Shown
from dashboard.store.store import open_store
from dashboard.tables.text_columns import Columns
from dashboard.words import Words


def table(imports: pd.DataFrame, words: Words) -> tuple[pd.DataFrame, Columns]:
    """Every import, newest first; those taken back say so."""
    times = pd.to_datetime(imports.imported_at, utc=True).dt.tz_convert("Asia/Ho_Chi_Minh")
    frame = pd.DataFrame(
        {
            "file": imports.file,
            "imported_at": [f"{time:%d/%m/%Y %H:%M}" for time in times],
            "kind": [
                ", ".join(words[f"kind.{kind}"] for kind in kinds.split(", "))
                for kinds in imports.kinds.fillna("unknown")
            ],
            "rows_imported": [numbers.count(n) for n in imports.rows_imported],
            "rows_refused": [numbers.count(n) for n in imports.rows_refused],
            "note": [
                " · ".join(
                    [words["import.undone"]] * undone
                    + [words["page.simulated"]] * simulated
                    + [words["import.original_not_kept"]] * (not kept)
                )
                for undone, simulated, kept in zip(
                    imports.undone, imports.simulated, imports.original_kept, strict=True
                )
            ],
        }
    )
    figures = ("rows_imported", "rows_refused")
    return frame, {name: (words[f"column.{name}"], name in figures) for name in frame}


def take_back(imports: pd.DataFrame, shown: dict[str, Shown], words: Words) -> None:
    """Undo or redo one import, or download the file it read."""
    names = {
        row.import_id: f"{row.import_id} · {row.file}" for row in imports.itertuples(index=False)
    }
    chosen = st.selectbox(words["import.which"], list(names), format_func=names.__getitem__)
    is_undone = bool(imports.set_index("import_id").undone[chosen])
    with st.container(horizontal=True):
        change, label = (redo, "import.redo") if is_undone else (undo, "import.undo")
        if st.button(words[label], icon=":material/undo:"):
            with st.spinner(words["import.storing"]):
                change(open_store(), shown[str(chosen)])
            st.rerun()
        download.button(
            words["import.original"],
            lambda: original(open_store(), shown[str(chosen)]),
            imports.set_index("import_id").file[chosen],
            key=f"original_{chosen}",
            disabled=not imports.set_index("import_id").original_kept[chosen],
        )
