"""Uploaded files: checked as they would be stored, shown in words, then imported as a batch."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace
from html import escape
from typing import NamedTuple

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.uploaded_file_manager import UploadedFile

from dashboard import numbers
from dashboard.documents import marked
from dashboard.errors import DashboardError
from dashboard.importing import together
from dashboard.importing.batches import Batch, batches_of
from dashboard.importing.import_file import Understood
from dashboard.importing.model.reading import Options, SheetReading
from dashboard.importing.outcome.receipt import Receipt
from dashboard.importing.together import Checked, Given, Tell
from dashboard.packages import package_file
from dashboard.parts import (
    download,
    kind_questions,
    meanings,
    name_questions,
    orders,
    outcome_lines,
    record_choices,
)
from dashboard.parts.page import Page, ruled
from dashboard.store.store import open_store
from dashboard.tables.text_columns import Columns
from dashboard.words import Words

# Of this session.
READ, CHECKED, BOX = "read_files", "checked_files", "upload_box"
OWN = "own_batch"
SECONDS_TO_WAIT = 1.5  # a short batch is done before the page is drawn again


@dataclass(frozen=True)
class Upload:
    """Files with what was said of them; complete: a row that is absent is to go. packages: those
    that are signed packages (package_uploads.py)."""

    files: tuple[UploadedFile, ...] = ()
    packages: tuple[UploadedFile, ...] = ()
    options: Options = Options()
    complete: bool = False


class Own(NamedTuple):
    """The batch that this session began, and the files it is of."""

    batch: Batch
    file_ids: tuple[str, ...]


class Panes:
    """The two halves of the page: on the left the box for files, on the right what they are."""

    left: DeltaGenerator
    right: DeltaGenerator
    upload: Upload

    def draw(self, words: Words) -> None:
        """Draw the box, with what may be said of its files. It is emptied once all that it held
        has become what it was seen to become."""
        _empty_when_done()
        self.left, self.right = st.columns([0.34, 0.66], gap="medium")
        with self.left:
            ruled(words["import.choose"], words["import.choose_how"])
            self.upload = _chosen(words)


def _chosen(words: Words) -> Upload:
    files = st.file_uploader(
        words["import.files"],
        type=["xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "xml", "html", "zip"],
        accept_multiple_files=True,
        label_visibility="collapsed",
        key=_box(),
    )
    with st.expander(words["import.options"]):
        unit = st.text_input(words["import.unit"], help=words["import.unit_help"])
        year = st.number_input(
            words["import.year"], 2000, 2100, value=None, step=1, help=words["import.year_help"]
        )
        complete = st.checkbox(words["import.complete"], help=words["import.complete_help"])
    options = Options(year=year, unit=unit.strip() or None)
    sheets, packages = _apart(files)
    return Upload(sheets, packages, options, complete)


def _apart(files: Iterable[UploadedFile]) -> tuple[tuple[UploadedFile, ...], ...]:
    """Spreadsheets, and signed packages."""
    told = [(file, package_file.is_package(file.getvalue())) for file in files]
    return tuple(
        tuple(file for file, is_one in told if is_one is wanted) for wanted in (False, True)
    )


def _box() -> str:
    return f"files_{st.session_state.get(BOX, 0)}"


def _empty_when_done() -> None:
    own: Own | None = st.session_state.get(OWN)
    if own is None or not own.batch.is_done:
        return
    del st.session_state[OWN]
    held: list[UploadedFile] = st.session_state.get(_box()) or []
    sheets, packages = _apart(held)
    if own.batch.is_whole and not packages and own.file_ids == _ids(Upload(sheets)):
        for kept in (READ, CHECKED):
            st.session_state.pop(kept, None)
        st.session_state[BOX] = st.session_state.get(BOX, 0) + 1


def is_under_way(upload: Upload) -> bool:
    """Are these very files being imported?"""
    own: Own | None = st.session_state.get(OWN)
    if own is None or own.file_ids != _ids(upload):
        return False
    if own.batch.is_done:  # since the box was drawn
        st.rerun()
    return True


def _ids(upload: Upload) -> tuple[str, ...]:
    return tuple(file.file_id for file in upload.files)


def check(upload: Upload, tell: Tell) -> list[Checked]:
    """What each file would become once those before it are in; read once for what was said."""
    given = (upload.options.year, upload.options.unit, upload.complete, open_store().newest)
    key = (given, *((file.file_id, *_answers(file.file_id)) for file in upload.files))
    known: dict[Hashable, list[Checked]] = st.session_state.get(CHECKED, {})
    if key not in known:
        read: dict[str, Understood] = st.session_state.get(READ, {})
        files = [_given(file, upload.options, read.get(file.file_id)) for file in upload.files]
        checked = together.check(open_store(), files, upload.complete, tell)
        known = st.session_state[CHECKED] = {key: checked}
        st.session_state[READ] = {
            file_id: one.understood for file_id, one in zip(_ids(upload), checked, strict=True)
        }
    return known[key]


def check_seen(upload: Upload, words: Words) -> list[Checked]:
    """The same with a bar while it is read."""
    bar = st.empty()

    def tell(position: int, done: float) -> None:
        said = f"{words['import.reading']} {upload.files[position].name}"
        bar.progress((position + done) / len(upload.files), text=said)

    checked = check(upload, tell)
    bar.empty()
    return checked


def _answers(file_id: str) -> list[tuple[str, str]]:
    """What was answered about this file's columns, names and records."""
    answers = (meanings.said, kind_questions.said, name_questions.said, record_choices.said)
    return [pair for said in answers for pair in said(file_id).items()]


def _given(file: UploadedFile, options: Options, before: Understood | None) -> Given:
    said = (kind_questions.said(file.file_id), meanings.said(file.file_id))
    kinds, columns = map(dict, said)
    options = replace(options, columns=columns, kinds=kinds)
    same = dict(name_questions.said(file.file_id))
    prefer = dict(record_choices.said(file.file_id))
    return Given(file.name, file.getvalue(), options, same, before, prefer)


def order(upload: Upload, seen: list[Checked], words: Words) -> Callable[[], None]:
    """What the button to import these files does, as often as it is clicked: once."""
    work = orders.once(lambda: _commit(upload, seen))
    return lambda: orders.give(work, words["import.storing"])


def _commit(upload: Upload, seen: list[Checked]) -> None:
    """Begin to import the files, if they would still become what was seen. Nothing is drawn
    here: a click that leads away would end it there."""
    now = check(upload, lambda position, done: None)
    if [one.receipt.as_shown() for one in now] != [one.receipt.as_shown() for one in seen]:
        raise DashboardError("changed_since_shown")
    batch = batches_of(open_store()).begin(now, upload.complete)
    st.session_state[OWN] = Own(batch, _ids(upload))
    batch.wait(SECONDS_TO_WAIT)


def show(page: Page, receipt: Receipt, key: str, file: UploadedFile | None = None) -> None:
    """One file: its status, its sheets with their counts, what is in doubt, what to mend.

    key: of no other that is shown beside it. file is an upload that can still be read in
    another way, or mended.
    """
    words = page.words
    status = "stored" if receipt.status == "imported" and not file else receipt.status
    page.section(receipt.file, words[f"import.status_{status}"])
    if receipt.sheets:
        sheets, columns = _sheets(receipt, words)
        page.table(sheets, f"sheets_{key}", columns, receipt.file)
        with st.expander(words["import.counts_what"]):
            st.html(counts_told(columns, words))
    if file:
        kind_questions.questions(file.file_id, receipt, words)
        meanings.questions(file.file_id, receipt, words)
        name_questions.questions(file.file_id, receipt, words)
        record_choices.questions(file.file_id, receipt, words)
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


def counts_told(columns: Columns, words: Words) -> str:
    """What each number of the table of sheets counts, as HTML, in the order of the columns."""
    told = (
        f"<dt>{escape(heading)}</dt><dd>{escape(words[f'import.count.{name}'])}</dd>"
        for name, (heading, is_figure) in columns.items()
        if is_figure
    )
    return f'<dl class="papi-terms">{"".join(told)}</dl>'


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
