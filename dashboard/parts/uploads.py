"""Uploaded files: checked as they would be stored, shown in words, then committed."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import numbers
from dashboard.documents import marked
from dashboard.importing.import_file import import_file
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Options
from dashboard.importing.outcome.messages import sentence
from dashboard.importing.outcome.receipt import Receipt
from dashboard.parts import download, meanings, name_questions
from dashboard.parts.frame import Page
from dashboard.parts.pieces import grouped_table
from dashboard.store.store import open_store
from dashboard.tables.text_columns import Columns
from dashboard.words import Words

SEVERITIES = ("error", "warning", "info")
CHECKED = "checked_files"


def check(files: Iterable, options: Options, complete: bool, words: Words) -> list[Receipt]:
    """What each file would become; a file is read once for each set of options."""
    known: dict = st.session_state.setdefault(CHECKED, {})
    given = (options.year, options.unit, complete, open_store().version)
    keys = {file.file_id: (file.file_id, *given, *_answers(file.file_id)) for file in files}
    for key in [key for key in known if key not in keys.values()]:
        del known[key]
    new = [file for file in files if keys[file.file_id] not in known]
    for file, receipt in _each(new, options, complete, False, words["import.reading"]):
        known[keys[file.file_id]] = receipt
    return [known[keys[file.file_id]] for file in files]


def _answers(file_id: str) -> list[tuple[str, str]]:
    """What was answered about this file's columns and names."""
    return [*meanings.said(file_id).items(), *name_questions.said(file_id).items()]


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

        def on_stage(done: float, number: int = number, name: str = file.name) -> None:
            bar.progress((number + done) / len(files), text=f"{said} {name}")

        yield file, _import(file, options, complete, keep, on_stage)
    bar.empty()


def _import(
    file, options: Options, complete: bool, keep: bool, on_stage: Callable[[float], None]
) -> Receipt:
    """The upload as a file on disk, for as long as it is read."""
    answers = {"columns": meanings.said(file.file_id), "same": name_questions.said(file.file_id)}
    options = replace(options, **answers)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"upload{Path(file.name).suffix}"
        path.write_bytes(file.getvalue())
        return import_file(open_store(), path, options, complete, file.name, keep, on_stage)


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


def show(page: Page, receipt: Receipt, file: UploadedFile | None = None) -> None:
    """One file: its status, its sheets with their counts, what is in doubt, what to mend.

    file is an upload that can still be read in another way, or mended.
    """
    words = page.words
    stored = receipt.import_id is not None
    page.section(receipt.file, words[f"import.status_{receipt.status}"])
    if receipt.sheets:
        sheets, columns = _sheets(receipt, words)
        page.table(sheets, f"sheets_{receipt.sha256}_{stored}", columns, receipt.file)
    if file:
        meanings.questions(file.file_id, receipt, words)
        name_questions.questions(file.file_id, receipt, words)
    if file and receipt.all_findings():
        _marked(file, receipt, words)
    if receipt.all_findings():
        columns = {name: (words[f"column.{name}"], False) for name in ("cell", "value", "to_mend")}
        grouped_table(_findings(receipt, words), columns)
    if file:
        meanings.columns(file.file_id, receipt, words)


def _marked(file: UploadedFile, receipt: Receipt, words: Words) -> None:
    """The person's own workbook back, with the places to mend coloured and commented."""
    content = file.getvalue()
    download.button(
        words["import.marked"],
        lambda: marked.workbook(content, file.name, receipt.all_findings()),
        marked.file_name(content, file.name),
        key=f"marked_{file.file_id}",
        help=words["import.marked_help"],
    )


def _sheets(receipt: Receipt, words: Words) -> tuple[pd.DataFrame, Columns]:
    counts = ("rows_read", "rows_imported", "rows_refused", "rows_recognised")
    changes = ("new", "changed", "same", "absent")
    frame = pd.DataFrame(
        [
            {
                "sheet": sheet.sheet,
                "kind": words[f"kind.{sheet.kind}"],
                "about": _about(sheet, words),
                **{name: numbers.count(getattr(sheet, name)) for name in counts},
                **_changes(receipt, sheet.key, changes),
            }
            for sheet in receipt.sheets
        ]
    )
    figures = counts + changes
    return frame, {name: (words[f"column.{name}"], name in figures) for name in frame}


def _changes(receipt: Receipt, key: str, names: tuple[str, ...]) -> dict[str, str]:
    """How the sheet's rows differ from what is stored, where any could be."""
    if not receipt.changes:
        return {}
    found = receipt.changes.get(key)
    return {name: numbers.count(getattr(found, name)) if found else "" for name in names}


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
