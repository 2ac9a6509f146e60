"""Uploaded files: checked as they would be stored, shown in words, then committed."""

import tempfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard.charts import numbers
from dashboard.importing.files import import_file
from dashboard.importing.messages import sentence
from dashboard.importing.model import Finding, Options
from dashboard.importing.receipt import Receipt
from dashboard.importing.undo import original, redo, undo
from dashboard.parts.frame import Page
from dashboard.parts.pieces import grouped_table
from dashboard.store import open_store
from dashboard.tables import Columns
from dashboard.words import Words

SEVERITIES = ("error", "warning", "info")
CHECKED = "checked_files"


def check(files: Iterable, options: Options, complete: bool, words: Words) -> list[Receipt]:
    """What each file would become; a file is read once for each set of options."""
    known: dict = st.session_state.setdefault(CHECKED, {})
    given = (options.year, options.unit, complete, open_store().version)
    keys = {file.file_id: (file.file_id, *given) for file in files}
    for key in [key for key in known if key not in keys.values()]:
        del known[key]
    new = [file for file in files if keys[file.file_id] not in known]
    for file, receipt in _each(new, options, complete, False, words["import.reading"]):
        known[keys[file.file_id]] = receipt
    return [known[keys[file.file_id]] for file in files]


def commit(files: Iterable, options: Options, complete: bool, words: Words) -> list[Receipt]:
    """Store the files, each in its own transaction."""
    stored = _each(list(files), options, complete, True, words["import.storing"])
    return [receipt for _, receipt in stored]


def _each(
    files: list, options: Options, complete: bool, keep: bool, said: str
) -> Iterator[tuple[object, Receipt]]:
    if not files:
        return
    bar = st.progress(0.0, text=said)
    for number, file in enumerate(files):
        bar.progress(number / len(files), text=f"{said} {file.name}")
        yield file, _import(file, options, complete, keep)
    bar.empty()


def _import(file, options: Options, complete: bool, keep: bool) -> Receipt:
    """The upload as a file on disk, for as long as it is read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"upload{Path(file.name).suffix}"
        path.write_bytes(file.getvalue())
        return import_file(open_store(), path, options, complete, name=file.name, keep=keep)


def headline(receipts: list[Receipt], words: Words) -> str:
    """What there is to mend, or that all is well."""
    findings = [f for receipt in receipts for f in receipt.all_findings()]
    errors = sum(f.severity == "error" for f in findings)
    if errors:
        return words.say("import.errors", count=errors)
    if all(receipt.status == "unchanged" for receipt in receipts):
        return words["import.all_unchanged"]
    return words.say("import.ready", files=len(receipts), rows=rows(receipts))


def rows(receipts: list[Receipt]) -> int:
    """Rows that would be stored."""
    return sum(
        sheet.rows_imported
        for receipt in receipts
        if receipt.status == "imported"
        for sheet in receipt.sheets
    )


def show(page: Page, receipt: Receipt) -> None:
    """One file: its status, its sheets with their counts, and what to mend."""
    words = page.words
    stored = receipt.import_id is not None
    page.section(receipt.file, words[f"import.status_{receipt.status}"])
    if receipt.sheets:
        sheets, columns = _sheets(receipt, words)
        page.table(sheets, f"sheets_{receipt.sha256}_{stored}", columns, receipt.file)
    if receipt.all_findings():
        columns = {name: (words[f"column.{name}"], False) for name in ("cell", "value", "to_mend")}
        grouped_table(_findings(receipt, words), columns)


def _sheets(receipt: Receipt, words: Words) -> tuple[pd.DataFrame, Columns]:
    counts = ("rows_read", "rows_imported", "rows_refused", "rows_recognised")
    frame = pd.DataFrame(
        [
            {
                "sheet": sheet.sheet,
                "kind": words[f"kind.{sheet.kind}"],
                "about": _about(sheet, words),
                **{name: numbers.count(getattr(sheet, name)) for name in counts},
            }
            for sheet in receipt.sheets
        ]
    )
    return frame, {name: (words[f"column.{name}"], name in counts) for name in frame}


def _about(sheet, words: Words) -> str:
    """Unit and year as the sheet itself says."""
    said = [sheet.unit, sheet.year and words.say("import.of_year", year=sheet.year)]
    said += [words["page.simulated"] if sheet.simulated else None]
    return " · ".join(part for part in said if part) or numbers.NOTHING


def _findings(receipt: Receipt, words: Words) -> list[tuple[str, str, pd.DataFrame]]:
    """Findings of one kind together, errors first: (severity and count, "", rows)."""
    ordered = sorted(receipt.all_findings(), key=lambda f: (SEVERITIES.index(f.severity), f.code))
    groups = []
    for (severity, _), found in groupby(ordered, key=lambda f: (f.severity, f.code)):
        rows = pd.DataFrame([_finding(f, words) for f in found])
        mark = f"{words[f'mark.{severity}']} {words[f'severity.{severity}']}"
        groups.append((mark, words.say("import.places", count=len(rows)), rows))
    return groups


def _finding(finding: Finding, words: Words) -> dict[str, str]:
    return {"cell": finding.cell, "value": finding.value, "to_mend": sentence(finding, words)}


def history(imports: pd.DataFrame, words: Words) -> tuple[pd.DataFrame, Columns]:
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
                    [words["import.undone"]] * undone + [words["page.simulated"]] * simulated
                )
                for undone, simulated in zip(imports.undone, imports.simulated, strict=True)
            ],
        }
    )
    figures = ("rows_imported", "rows_refused")
    return frame, {name: (words[f"column.{name}"], name in figures) for name in frame}


def take_back(imports: pd.DataFrame, words: Words) -> None:
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
                change(open_store(), int(chosen))
            st.rerun()
        st.download_button(
            words["import.original"],
            lambda: original(open_store(), int(chosen)),
            file_name=imports.set_index("import_id").file[chosen],
            icon=":material/download:",
        )
