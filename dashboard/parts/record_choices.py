"""A file that says otherwise than what was typed: which is right, asked on the page once a task."""

from datetime import date

import streamlit as st

from dashboard import numbers
from dashboard.importing.model.reading import RecordQuestion
from dashboard.importing.outcome import record_words
from dashboard.importing.outcome.receipt import Receipt
from dashboard.parts.as_written import as_written
from dashboard.words import Words

RECORDS = "records"
MOST = 20  # questions at once; the others come when these are answered


def said(file_id: str) -> dict[str, str]:
    """task_id -> import or record, as answered for this file so far."""
    every: dict[str, dict[str, str]] = st.session_state.setdefault(RECORDS, {})
    return every.setdefault(file_id, {})


def questions(file_id: str, receipt: Receipt, words: Words) -> None:
    """One question a task; an answer can be changed until the file is imported."""
    for question in receipt.record_questions[:MOST]:
        names = _choices(question, receipt.file, words)
        key = f"record_{file_id}_{question.task_id}"
        st.radio(
            as_written(words.say("record.which", task=question.task)),
            list(names),
            index=None,
            format_func={key: as_written(name) for key, name in names.items()}.__getitem__,
            key=key,
            on_change=_answer,
            args=(key, file_id, question.task_id),
        )


def _choices(question: RecordQuestion, file: str, words: Words) -> dict[str, str]:
    by = record_words.who(question.written_by, words)
    day = numbers.day(date.fromisoformat(question.written_at))
    in_file, typed = (record_words.state(s, words) for s in (question.in_file, question.typed))
    return {
        "import": words.say("record.is_import", said=in_file, file=file, cell=question.cell),
        "record": words.say("record.is_record", said=typed, by=by, day=day),
    }


def _answer(key: str, file_id: str, task_id: str) -> None:
    said(file_id)[task_id] = st.session_state[key]
