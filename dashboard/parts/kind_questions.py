"""What a sheet is, where the program is not sure: asked with its first rows and the likeliest
readings of its columns, answered by one click."""

import pandas as pd
import streamlit as st

from dashboard.importing.model.reading import Guess, SheetReading
from dashboard.importing.outcome.receipt import Receipt
from dashboard.importing.recognition.synonyms import headings
from dashboard.importing.table.columns import IGNORED
from dashboard.importing.table.locate import BY_FIELDS
from dashboard.parts.as_written import as_written
from dashboard.words import Words

KINDS = "kinds"
LONG = 30  # letters; a column with more is cut, its cells open at a click


def said(file_id: str) -> dict[str, str]:
    """Layout of a sheet -> kind, as answered for this file so far."""
    every: dict[str, dict[str, str]] = st.session_state.setdefault(KINDS, {})
    return every.setdefault(file_id, {})


def questions(file_id: str, receipt: Receipt, words: Words) -> None:
    """One question a sheet that may be several things."""
    for sheet in receipt.sheets:
        if sheet.guesses:
            with st.container(border=True):
                _question(file_id, sheet, words)


def _question(file_id: str, sheet: SheetReading, words: Words) -> None:
    asked = words.say("import.which_kind", sheet=sheet.sheet)
    st.markdown(f"**{as_written(asked)}**")
    st.caption(words["import.which_kind_how"])
    rows = _first_rows(sheet, words)
    st.dataframe(
        rows,
        hide_index=True,
        column_config={name: st.column_config.TextColumn(width="medium") for name in _long(rows)},
        alt=asked,
    )
    key = f"{file_id}_{sheet.sheet}_{sheet.part}"
    with st.container(horizontal=True):
        for guess in sheet.guesses:
            kind = words[f"kind.{guess.kind}"]
            _answer(file_id, sheet, guess.kind, words.say("import.kind_is", kind=kind), key)
        _answer(file_id, sheet, IGNORED, words["import.kind_none"], key)
    _another(file_id, sheet, words, key)


def _answer(file_id: str, sheet: SheetReading, kind: str, label: str, key: str) -> None:
    st.button(
        label,
        key=f"kind_{kind}_{key}",
        on_click=said(file_id).__setitem__,
        args=(sheet.layout, kind),
    )


def _another(file_id: str, sheet: SheetReading, words: Words, key: str) -> None:
    """Any kind that the program did not think of."""
    chosen = f"kind_other_{key}"
    names = [kind.name for kind in BY_FIELDS if kind.name not in sheet.kinds]

    def keep() -> None:
        if kind := st.session_state[chosen]:
            said(file_id)[sheet.layout] = kind

    st.selectbox(
        words["import.kind_other"],
        names,
        index=None,
        format_func=lambda name: words[f"kind.{name}"],
        placeholder=words["import.kind_other_how"],
        key=chosen,
        on_change=keep,
    )


def _first_rows(sheet: SheetReading, words: Words) -> pd.DataFrame:
    """The first rows below their headings; above them what each column would be, a row a guess."""
    shown = sheet.guesses[0].columns
    columns = [f"{column.letter} · {column.heading}" for column in shown]
    read = [[_as_read(guess, column.letter) for column in shown] for guess in sheet.guesses]
    frame = pd.DataFrame([*read, *sheet.first_rows], columns=columns)
    names = [words[f"kind.{guess.kind}"] for guess in sheet.guesses]
    names += [words["import.in_file"]] * len(sheet.first_rows)
    frame.insert(0, words["column.meaning"], names)
    return frame


def _long(rows: pd.DataFrame) -> list[str]:
    """Columns that would push the others, and what these would be, out of sight."""
    return [str(name) for name in rows if rows[name].str.len().max() > LONG]


def _as_read(guess: Guess, letter: str) -> str:
    names = headings(guess.kind)
    field = next((c.field for c in guess.columns if c.letter == letter), "")
    return f"→ {names.get(field, field)}" if field else "–"
