"""Records as the rows of the store's tables: pure, names already resolved to ids."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any

import numpy as np
import pyarrow as pa

from dashboard.folding import fold
from dashboard.importing.model.raw import CodedColumn
from dashboard.importing.model.records import (
    Activity,
    Population,
    Question,
    Respondent,
    Task,
    UnitRow,
)
from dashboard.importing.storing.task_identity import Version
from dashboard.importing.storing.unit_tree import Place
from dashboard.importing.values.result_words import result_word
from dashboard.store.appending import digest

Row = dict[str, object]

ROW_GROUP = 122_880  # rows that DuckDB packs together

# Texts that repeat go by number: DuckDB holds on to much of what it is handed until the statement
# ends, and written out a row takes three times as much.
_TEXT = pa.dictionary(pa.int32(), pa.string())
_ANSWER_TYPES: dict[str, pa.DataType] = {
    "import_id": pa.int32(),
    "unit": _TEXT,
    "year": pa.int32(),
    "form": pa.string(),
    "question": _TEXT,
    "value": pa.float64(),
    "missing": _TEXT,
}
ANSWER = pa.schema(_ANSWER_TYPES)


_OF_TASK = (
    *("component", "area", "whole_unit", "due_text", "due", "recurring", "product"),
    *("progress", "done", "result_h1", "result_year", "note", "cancelled"),
)


def task_id(unit: str, year: int, task: Task | Version, occurrence: int) -> str:
    """A task's lasting identity (docs/formats.md)."""
    return digest(unit, year, task.component or "", fold(task.text), occurrence)


def task_row(task: Task, source: Row, identity: str) -> Row:
    """A row of the table task."""
    return {
        **source,
        "row": task.row,
        "task_id": identity,
        "task": task.text,
        **{name: getattr(task, name) for name in _OF_TASK},
        "h1_said_done": result_word(task.result_h1) == "done",
        "year_said_done": result_word(task.result_year) == "done",
    }


def party_rows(import_id: int, identity: str, leads: list[str], supports: list[str]) -> list[Row]:
    """Rows of task_party: each official once a role, in the order written."""
    return [
        {
            "import_id": import_id,
            "task_id": identity,
            "role": role,
            "position": position,
            "official": official,
        }
        for role, officials in (("lead", leads), ("support", supports))
        for position, official in enumerate(dict.fromkeys(officials), start=1)
    ]


def respondents(forms: list[Respondent], source: Row, village_of: dict[str, str]) -> pa.Table:
    """Rows of the table respondent of one unit's forms."""
    count = len(forms)
    return pa.table(
        {name: _repeated(value, count) for name, value in source.items()}
        | {
            "row": [form.row for form in forms],
            "form": [form.form for form in forms],
            "village": [village_of[form.village] for form in forms],
            "sex": pa.array([form.sex for form in forms], pa.string()),
            "age": pa.array([form.age for form in forms], pa.int64()),
            "interviewed_on": pa.array([form.interviewed_on for form in forms], pa.date32()),
        }
    )


def answers(
    forms: list[Respondent], given: dict[str, CodedColumn], source: Row
) -> Iterator[pa.RecordBatch]:
    """Rows of the table answer of one unit's forms, in long form: a batch a question."""
    count = len(forms)
    number, year = (
        _repeated(pa.scalar(source[name], pa.int32()), count) for name in ("import_id", "year")
    )
    unit = _repeated_text(source["unit"], count)
    form_of = pa.array([form.form for form in forms], pa.string())
    places = np.array([form.row - 1 for form in forms], dtype=np.intp)
    for question, column in given.items():
        codes = pa.array(np.asarray(column.codes)[places])
        values = [None if isinstance(answer, str) else answer for answer in column.values]
        missing = [answer if isinstance(answer, str) else None for answer in column.values]
        answered = pa.array(values, pa.float64()).take(codes)
        reason = pa.array(missing, pa.string()).dictionary_encode().take(codes)
        asked = _repeated_text(question, count)
        own = [number, unit, year, form_of, asked, answered, reason]
        yield pa.record_batch(own, schema=ANSWER)


def _repeated_text(text: object, count: int) -> "pa.Array[Any]":
    first = np.zeros(count, np.int32)
    repeated: pa.Array[Any] = pa.DictionaryArray.from_arrays(first, pa.array([text], pa.string()))
    return repeated


def in_row_groups(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows in batches as large as DuckDB's row groups: all others it packs twice."""
    waiting: list[pa.RecordBatch] = []
    for batch in batches:
        while batch.num_rows >= (free := ROW_GROUP - sum(b.num_rows for b in waiting)):
            yield _joined([*waiting, batch.slice(0, free)])
            waiting, batch = [], batch.slice(free)
        if batch.num_rows:
            waiting.append(batch)
    if waiting:
        yield _joined(waiting)


def _joined(batches: list[pa.RecordBatch]) -> pa.RecordBatch:
    joined: pa.RecordBatch = pa.concat_batches(batches)  # type: ignore[attr-defined]  # the stubs lack it
    return joined


def _repeated(value: Any, count: int) -> "pa.Array[Any]":  # whatever Arrow has a type for
    repeated: pa.Array[Any] = pa.repeat(value, count)
    return repeated


def question_row(question: Question, row: int, source: Row) -> Row:
    """A row of the table question."""
    return {**source, "row": row, **vars(question)}


def population_row(population: Population, source: Row, village: str) -> Row:
    """A row of the table population."""
    return {**source, "row": population.row, "village": village, "adults": population.adults}


def activity_row(activity: Activity, source: Row, occurrence: int) -> Row:
    """A row of the table activity; its identity is what, when, where and by whom."""
    values = {k: v for k, v in asdict(activity).items() if k != "unit"}
    identity = digest(
        source["unit"],
        activity.held_on,
        activity.kind,
        *(fold(x) for x in (activity.channel, activity.subject, activity.area)),
        fold(activity.performer),
        occurrence,
    )
    return {**source, **values, "activity_id": identity}


def unit_row(unit: UnitRow, source: Row, unit_id: str, parent_id: str | None) -> Row:
    """A row of the table unit_row."""
    kept = ("row", "valid_from", "valid_to", "successor", "official")
    return {
        **source,
        **{name: getattr(unit, name) for name in kept},
        "unit_id": unit_id,
        "parent_id": parent_id,
    }


def unit(place: Place) -> Row:
    """A row of the table unit: a unit or village named for the first time."""
    return {name: getattr(place, name) for name in ("unit_id", "level", "name", "parent_id")}


def learned(import_id: int, parents: Mapping[str, str]) -> list[Row]:
    """Rows of unit_row that say what known units lie in, of no row of a sheet (0)."""
    return [
        {"import_id": import_id, "sheet": "", "row": 0, "unit_id": unit_id, "parent_id": parent}
        for unit_id, parent in parents.items()
    ]
