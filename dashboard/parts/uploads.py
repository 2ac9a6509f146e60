"""Uploaded files: checked as they would be stored, shown in words, then committed."""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import numbers, temporary
from dashboard.documents import marked
from dashboard.errors import DashboardError
from dashboard.importing.import_file import Understood, import_reading, read_file, refreshed
from dashboard.importing.model.reading import Options, SheetReading
from dashboard.importing.outcome.receipt import Receipt
from dashboard.parts import download, kind_questions, meanings, name_questions, outcome_lines
from dashboard.parts.page import Page
from dashboard.store.store import open_store
from dashboard.tables.text_columns import Columns
from dashboard.words import Words

# Of this session.
READ, CHECKED, STORED, BOX = "read_files", "checked_files", "stored_files", "upload_box"


@dataclass(frozen=True)
class Upload:
    """Files with what was said of them; complete: a row that is absent is to go."""

    files: tuple[UploadedFile, ...]
    options: Options
    complete: bool


def chosen(words: Words) -> Upload:
    """The box for files, and what may be said of them."""
    files = st.file_uploader(
        words["import.files"],
        type=["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "xml", "html"],
        accept_multiple_files=True,
        label_visibility="collapsed",
        key=f"files_{st.session_state.get(BOX, 0)}",
    )
    with st.expander(words["import.options"]):
        unit = st.text_input(words["import.unit"], help=words["import.unit_help"])
        year = st.number_input(
            words["import.year"], 2000, 2100, value=None, step=1, help=words["import.year_help"]
        )
        complete = st.checkbox(words["import.complete"], help=words["import.complete_help"])
    return Upload(tuple(files), Options(year=year, unit=unit.strip() or None), complete)


def check(upload: Upload, words: Words) -> list[Receipt]:
    """What each file would become; a file is read once for each set of options."""
    known: dict[Hashable, Receipt] = st.session_state.setdefault(CHECKED, {})
    given = (upload.options.year, upload.options.unit, upload.complete, open_store().newest)
    keys = {file.file_id: (file.file_id, *given, *_answers(file.file_id)) for file in upload.files}
    for key in [key for key in known if key not in keys.values()]:
        del known[key]
    read: dict[str, Understood] = st.session_state.setdefault(READ, {})
    for file_id in read.keys() - keys.keys():
        del read[file_id]
    new = [file for file in upload.files if keys[file.file_id] not in known]
    for file, receipt in _each(replace(upload, files=tuple(new)), False, words["import.reading"]):
        known[keys[file.file_id]] = receipt
    return [known[keys[file.file_id]] for file in upload.files]


def _answers(file_id: str) -> list[tuple[str, str]]:
    """What was answered about this file's columns and names."""
    answers = (meanings.said, kind_questions.said, name_questions.said)
    return [pair for said in answers for pair in said(file_id).items()]


def commit(upload: Upload, seen: list[Receipt], words: Words) -> None:
    """Store the files, each in its own transaction, if they would become what was seen.

    The receipts stand in the session for the page that follows; its upload box is a new one.
    """
    if list(map(_shown, check(upload, words))) != list(map(_shown, seen)):
        raise DashboardError("changed_since_shown")
    stored = [receipt for _, receipt in _each(upload, True, words["import.storing"])]
    st.session_state[STORED] = stored
    st.session_state.pop(READ, None)
    st.session_state[BOX] = st.session_state.get(BOX, 0) + 1  # a new, empty one


def just_stored() -> list[Receipt]:
    """What the last commit stored, once."""
    stored: list[Receipt] = st.session_state.pop(STORED, [])
    return stored


def _shown(receipt: Receipt) -> tuple[object, ...]:
    """What the page shows of a checked file."""
    doubts = [(sheet.doubts, sheet.guesses) for sheet in receipt.sheets]
    return receipt.as_json(), receipt.scopes, receipt.name_questions, doubts


def _each(upload: Upload, keep: bool, said: str) -> Iterator[tuple[UploadedFile, Receipt]]:
    if not upload.files:
        return
    bar = st.progress(0.0, text=said)
    for number, file in enumerate(upload.files):

        def on_stage(done: float, number: int = number, name: str = file.name) -> None:
            bar.progress((number + done) / len(upload.files), text=f"{said} {name}")

        yield file, _import(file, upload, keep, on_stage)
    bar.empty()


def _import(
    file: UploadedFile, upload: Upload, keep: bool, on_stage: Callable[[float], None]
) -> Receipt:
    on_stage(0.0)
    understood = _understood(file, upload)
    on_stage(0.6)
    return import_reading(open_store(), understood, upload.complete, keep)


def _understood(file: UploadedFile, upload: Upload) -> Understood:
    """The upload, read once for its options: answers about names and storing need no reading."""
    read: dict[str, Understood] = st.session_state.setdefault(READ, {})
    columns, kinds = meanings.said(file.file_id), kind_questions.said(file.file_id)
    options = replace(upload.options, columns=dict(columns), kinds=dict(kinds))
    before = read.get(file.file_id)
    if before and before.options == options:
        understood = refreshed(open_store(), before)
    else:
        understood = _read(file, options)
    read[file.file_id] = understood
    return understood.answered(dict(name_questions.said(file.file_id)))


def _read(file: UploadedFile, options: Options) -> Understood:
    """The upload as a file on disk, for as long as it is read."""
    with temporary.file_of(file.getvalue(), f"upload{Path(file.name).suffix}") as path:
        return read_file(open_store(), path, options, file.name)


def show(page: Page, receipt: Receipt, file: UploadedFile | None = None) -> None:
    """One file: its status, its sheets with their counts, what is in doubt, what to mend.

    file is an upload that can still be read in another way, or mended.
    """
    words = page.words
    stored = receipt.import_id is not None
    status = "stored" if stored else receipt.status
    page.section(receipt.file, words[f"import.status_{status}"])
    if receipt.sheets:
        sheets, columns = _sheets(receipt, words)
        page.table(sheets, f"sheets_{receipt.sha256}_{stored}", columns, receipt.file)
    if file:
        kind_questions.questions(file.file_id, receipt, words)
        meanings.questions(file.file_id, receipt, words)
        name_questions.questions(file.file_id, receipt, words)
    if file and receipt.all_findings():
        _marked(file, receipt, words)
    if receipt.all_findings():
        outcome_lines.findings(receipt, words)
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
    return frame, {str(name): (words[f"column.{name}"], name in figures) for name in frame}


def _changes(receipt: Receipt, key: tuple[str, int], names: tuple[str, ...]) -> dict[str, str]:
    """How the sheet's rows differ from what is stored, where any could be."""
    if not receipt.changes:
        return {}
    found = receipt.changes.get(key)
    return {name: numbers.count(getattr(found, name)) if found else "" for name in names}


def _about(sheet: SheetReading, words: Words) -> str:
    """Unit and year as the sheet itself says."""
    said = [sheet.unit, sheet.year and words.say("import.of_year", year=sheet.year)]
    said += [words["page.simulated"] if sheet.simulated else None]
    return " · ".join(part for part in said if part) or numbers.NOTHING
