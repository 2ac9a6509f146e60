"""Names that may be known ones mistyped, asked and answered on the page, file by file."""

import streamlit as st

from dashboard.importing.model.reading import NameQuestion
from dashboard.importing.outcome.receipt import Receipt
from dashboard.parts.as_written import as_written
from dashboard.words import Words

NAMES = "names"


def said(file_id: str) -> dict[str, str]:
    """Name as written -> the known name it is, or itself, as answered for this file so far."""
    every: dict[str, dict[str, str]] = st.session_state.setdefault(NAMES, {})
    return every.setdefault(file_id, {})


def questions(file_id: str, receipt: Receipt, words: Words) -> None:
    """One question a name: one of the known ones, or another?"""
    for question in receipt.name_questions:
        shown = question.shown or question.candidates
        known = zip(question.candidates, shown, strict=True)
        names = {name: words.say("import.is_known", name=label) for name, label in known}
        if not question.shown:  # else it is one of them
            names[question.written] = words.say("import.is_another", name=question.written)
        key = f"name_{file_id}_{question.kind}_{question.unit}_{question.written}"
        asked = words.say("import.which_name", name=question.written, unit=question.unit or "–")
        st.radio(
            as_written(asked),
            list(names),
            index=None,
            format_func={key: as_written(name) for key, name in names.items()}.__getitem__,
            key=key,
            on_change=_answer,
            args=(key, file_id, question),
        )


def _answer(key: str, file_id: str, question: NameQuestion) -> None:
    said(file_id)[question.written] = st.session_state[key]
