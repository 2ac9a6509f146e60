"""The plan's tasks back in the files they came from, with the states of a day filled in."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

import pandas as pd

from dashboard import states
from dashboard.documents.sheets import filled_tasks
from dashboard.documents.sheets.task_lines import Filled, Left, TaskLine, TaskTable, Top
from dashboard.folding import capital, fold
from dashboard.importing.values.result_words import result_word
from dashboard.papers import task_sources
from dashboard.papers.task_sources import Place, Source
from dashboard.readings.readings import Readings
from dashboard.rows import rows_of
from dashboard.store.frozen import About
from dashboard.store.store import Cursor
from dashboard.words import Words, words

# What the table says is Vietnamese: it is the office's own.
_WORDS = "vi"
_NEAR = 1e-9


class Task(NamedTuple):
    """A task with its state (PlanReadings.tasks)."""

    task_id: str
    task: str
    state: str
    said_by: str
    progress: float
    done: Any
    component: Any
    lead: str
    support: str
    area: str
    due_text: str
    product: str
    note: str
    unit: str


def filled(
    cursor: Cursor, ask: Readings, about: About, language: str = "vi"
) -> list[tuple[str, Filled]]:
    """Each file that tasks of the unit's plan stand in, the one with most of them first: its name,
    and the file with their states as of the day.

    ask: answers of now or of a closing. Tasks that stand in no file (decided in a meeting) are
    told of with the first. No tasks: no files.
    """
    frame = ask.plan.tasks(about.unit, about.year, period=about.period, as_of=about.as_of)
    tasks = {task.task_id: task for task in rows_of(frame, Task)}
    if not tasks:
        return []
    unit = next(iter(tasks.values())).unit
    top = Top(unit, about.year, about.as_of)
    made, placed = [], set()
    for source in task_sources.sources(cursor, list(tasks)):
        placed |= {place.task_id for place in source.places}
        tables, lost = _tables(source, tasks, about)
        done = filled_tasks.fill(source.content, source.file, tables, top, language)
        made.append(replace(done, left=(*done.left, *lost)))
    homeless = [task for task in tasks.values() if task.task_id not in placed]
    return [(one.name, one) for one in _with_homeless(made, homeless, top, language)]


def _with_homeless(
    made: list[Filled], homeless: list[Task], top: Top, language: str
) -> list[Filled]:
    """What stands in no file is told of with the first; with no file it is one of its own."""
    if not homeless:
        return made
    if not made:
        said = words(_WORDS)
        lines = tuple(_line(t, Place(), "result_year", top.as_of, said) for t in homeless)
        tables = [TaskTable("", 0, {}, lines)]
        return [filled_tasks.fill(b"", said["filled.decided"], tables, top, language)]
    left = tuple(Left("", "", "not_in_file", task.task) for task in homeless)
    return [replace(made[0], left=(*made[0].left, *left)), *made[1:]]


def _tables(
    source: Source, tasks: dict[str, Task], about: About
) -> tuple[list[TaskTable], list[Left]]:
    """The source's tables with their lines; of places that are in none of them what is left."""
    said, tables, held = words(_WORDS), [], set()
    for table in source.tables:
        own = [place for place in source.places if table.holds(place)]
        result = _result_column(table.columns, table.labels, about.period)
        held |= {place.task_id for place in own}
        lines = (_line(tasks[p.task_id], p, result, about.as_of, said) for p in own)
        tables.append(TaskTable(table.sheet, table.heading_row, table.columns, tuple(lines)))
    lost = [place for place in source.places if place.task_id not in held]
    if not source.tables:  # no columns are known of it: all of it goes into a table of ours
        result = _result_column({}, {}, about.period)
        lines = (_line(tasks[p.task_id], p, result, about.as_of, said) for p in lost)
        return [TaskTable("", 0, {}, tuple(lines))], []
    left = [Left(place.sheet, "", "other_row", tasks[place.task_id].task) for place in lost]
    return tables, left + _again(source, tasks)


def _again(source: Source, tasks: dict[str, Task]) -> list[Left]:
    """The rows of tasks that are filled in elsewhere in the file, on the sheet of the later
    report: they stay as they are."""
    column = {table.sheet: table.columns.get("text", "A") for table in source.tables}
    return [
        Left(
            place.sheet,
            f"{place.sheet}!{column.get(place.sheet, 'A')}{place.row}",
            "again",
            tasks[place.task_id].task,
        )
        for place in source.again
    ]


def _result_column(columns: dict[str, str], labels: dict[str, str], period: str) -> str:
    """The field of the period's result: a single column that names no period is of any."""
    if not period.endswith("-H1"):
        return "result_year"
    if "result_h1" in columns or "nam" in fold(labels.get("result_year", "nam")).split():
        return "result_h1"
    return "result_year"


def _line(task: Task, place: Place, result: str, as_of: date, said: Words) -> TaskLine:
    """A task beside what its file says of it; result: the field of the period's result."""
    texts = {"result_h1": place.result_h1, "result_year": place.result_year}
    progress, done = _reached(task, place, as_of)
    changed = ["progress"] if _differs(progress, place.progress) else []
    changed += ["done"] if done != place.done else []
    wanted = _result(texts[result], task, said)
    if wanted is not None and wanted != texts[result]:
        texts[result] = wanted
        changed.append(result)
    return TaskLine(
        row=place.row,
        task=task.task,
        state=capital(states.name(task.state, said)),
        changed=tuple(changed),
        kept=(result,) if wanted is None else (),
        progress=progress,
        done=done,
        component=task.component if isinstance(task.component, str) else "",
        lead=task.lead,
        support=task.support,
        area=task.area,
        due=task.due_text,
        product=task.product,
        note=task.note,
        task_id=task.task_id,
        **texts,
    )


def _reached(task: Task, place: Place, as_of: date) -> tuple[float | None, date | None]:
    """How far the task is and when it was done: what was typed, if it was so by the day; else
    what the file says."""
    done = _day(task.done)
    if place.row and (task.said_by != "record" or (done is not None and done > as_of)):
        return place.progress, place.done
    return place.progress if pd.isna(task.progress) else float(task.progress), done


def _result(written: str, task: Task, said: Words) -> str | None:
    """What is to stand in the result's cell: what is there where it says the same; None where it
    says something of its own that is not to be overwritten."""
    word = result_word(written) if written else ""
    if task.state == states.CANCELLED:
        return written
    if task.state in states.DONE:
        if word is None:
            return None
        return written if word == "done" else said["filled.result.done"]
    if word == "" or (word in ("done", "cancelled") and task.said_by == "record"):
        return said[f"filled.result.{task.state}"]
    return written


def _differs(progress: float | None, before: float | None) -> bool:
    """Whether there is a share that is another than before."""
    return progress is not None and (before is None or abs(progress - before) > _NEAR)


def _day(value: Any) -> date | None:
    return None if pd.isna(value) else pd.Timestamp(value).date()


def names(made: list[tuple[str, Filled]]) -> Iterator[str]:
    """The names of the files, each once: two of one name get a number."""
    taken: set[str] = set()
    for name, _ in made:
        stem, dot, ending = name.rpartition(".")
        given, count = name, 1
        while given.casefold() in taken:
            count += 1
            given = f"{stem} ({count}){dot}{ending}"
        taken.add(given.casefold())
        yield given
