"""What a file's columns mean, asked and answered on the page.

Answers live in the session, file by file, until the file is imported; the import then keeps
them for the next table with the same headings.
"""

from collections import Counter

import pandas as pd
import streamlit as st

from dashboard.importing.kinds import KINDS, UNKNOWN
from dashboard.importing.model.reading import Column, Doubt, SheetReading
from dashboard.importing.outcome.receipt import Receipt
from dashboard.importing.recognition.synonyms import headings
from dashboard.importing.table.columns import IGNORED
from dashboard.parts.as_written import as_written
from dashboard.words import Words

MEANINGS = "meanings"


def said(file_id: str) -> dict[str, str]:
    """Heading or letter -> field, as answered for this file so far."""
    every: dict[str, dict[str, str]] = st.session_state.setdefault(MEANINGS, {})
    return every.setdefault(file_id, {})


def questions(file_id: str, receipt: Receipt, words: Words) -> None:
    """Each doubt as one question, with the values of the columns it could be."""
    for sheet in receipt.sheets:
        for doubt in sheet.doubts:
            _question(file_id, sheet, doubt, words)


def columns(file_id: str, receipt: Receipt, words: Words) -> None:
    """What every column was taken for, to be changed."""
    shown = [sheet for sheet in receipt.sheets if sheet.preview]
    if not shown:
        return
    unknown = any(sheet.kind == UNKNOWN.name for sheet in shown)
    with st.expander(words["import.columns"], expanded=unknown):
        for sheet in shown:
            _editor(file_id, sheet, words)


def _question(file_id: str, sheet: SheetReading, doubt: Doubt, words: Words) -> None:
    columns = {column.letter: column for column in sheet.preview}
    names = {letter: _told(columns[letter]) for letter in doubt.columns}
    names[""] = words["import.no_column"]
    key = f"doubt_{file_id}_{sheet.sheet}_{doubt.field}"
    label = words.say(
        "import.which_column", sheet=sheet.sheet, name=headings(sheet.kind)[doubt.field]
    )
    st.radio(
        as_written(label),
        list(names),
        index=None,
        format_func=lambda letter: as_written(names[letter]),
        key=key,
        on_change=_answer,
        args=(key, file_id, sheet, doubt),
    )


def _answer(key: str, file_id: str, sheet: SheetReading, doubt: Doubt) -> None:
    letter = st.session_state[key]
    if letter:
        said(file_id)[_name(sheet, letter)] = doubt.field
    for other in doubt.columns:
        if not letter:
            said(file_id)[_name(sheet, other)] = IGNORED


def _told(column: Column) -> str:
    """A column as a person knows it: its letter, heading and first values."""
    return f"{column.letter} · {column.heading}: {' | '.join(column.samples)}"


def _name(sheet: SheetReading, letter: str) -> str:
    """What the column is called in Options.columns: its heading where only it has that."""
    counts = Counter(sheet.labels.values())
    heading = sheet.labels.get(letter) or _heading(sheet, letter)
    return heading if counts[heading] <= 1 else letter


def _heading(sheet: SheetReading, letter: str) -> str:
    return next(column.heading for column in sheet.preview if column.letter == letter)


def _editor(file_id: str, sheet: SheetReading, words: Words) -> None:
    """A table of the columns; changing a meaning reads the file again."""
    names = _names(sheet, words)
    fields = [_field(file_id, sheet, column) for column in sheet.preview]
    key = f"columns_{file_id}_{sheet.sheet}_{hash(tuple(fields))}"
    st.caption(as_written(f"{sheet.sheet} · {words[f'kind.{sheet.kind}']}"))
    st.data_editor(
        pd.DataFrame(
            {
                "letter": [column.letter for column in sheet.preview],
                "heading": [column.heading for column in sheet.preview],
                "samples": [" | ".join(column.samples) for column in sheet.preview],
                "meaning": [names.get(field, field) for field in fields],
            }
        ),
        hide_index=True,
        disabled=["letter", "heading", "samples"],
        column_config={
            **{name: words[f"column.{name}"] for name in ("letter", "heading", "samples")},
            "meaning": st.column_config.SelectboxColumn(
                words["column.meaning"], options=list(names.values()), required=True
            ),
        },
        key=key,
        on_change=_edited,
        args=(key, file_id, sheet, {text: field for field, text in names.items()}),
    )


def _edited(key: str, file_id: str, sheet: SheetReading, fields: dict[str, str]) -> None:
    """What was answered in the table: row number -> {"meaning": text}."""
    for row, said_of in st.session_state[key]["edited_rows"].items():
        name = _name(sheet, sheet.preview[int(row)].letter)
        said(file_id)[name] = fields[said_of["meaning"]] or IGNORED


def _field(file_id: str, sheet: SheetReading, column: Column) -> str:
    """What a column stands for at present."""
    answer = said(file_id).get(_name(sheet, column.letter))
    return IGNORED if answer == IGNORED else column.field


def _names(sheet: SheetReading, words: Words) -> dict[str, str]:
    """field -> what people call it; for a sheet of no known kind, those of every kind."""
    names = {"": words["import.unknown_column"], IGNORED: words["import.ignored_column"]}
    if sheet.kind != UNKNOWN.name:
        names |= headings(sheet.kind)
        return names | {c.field: c.field for c in sheet.preview if c.field not in names}
    for kind in KINDS:
        for field, heading in headings(kind.name).items():
            names.setdefault(field, f"{heading} ({words[f'kind.{kind.name}']})")
    return names
