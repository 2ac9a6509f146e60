"""Tasks as they are to stand in the office's own table, and what became of filling it in."""

from dataclasses import dataclass
from datetime import date

from dashboard import numbers

FILLED = ("progress", "done", "result_h1", "result_year")  # the columns that are filled in


@dataclass(frozen=True)
class Top:
    """Whose tasks, of which plan, as of which day."""

    unit: str
    year: int
    as_of: date


@dataclass(frozen=True)
class TaskLine:
    """A task and what is to stand in its row. row: in the file, from 1; changed: those of FILLED
    in which the file says otherwise; kept: those where its own words stay; state: in words;
    task_id: by which a list of what was written names it."""

    row: int
    task: str
    state: str
    changed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    progress: float | None = None
    done: date | None = None
    result_h1: str = ""
    result_year: str = ""
    component: str = ""
    lead: str = ""
    support: str = ""
    area: str = ""
    due: str = ""
    product: str = ""
    note: str = ""
    task_id: str = ""


@dataclass(frozen=True)
class TaskTable:
    """A table of a sheet: where its headings end, a field's column ("H"), its tasks."""

    sheet: str
    heading_row: int
    columns: dict[str, str]
    lines: tuple[TaskLine, ...]


@dataclass(frozen=True)
class Left:
    """What could not be written. why: formula, locked, merged, own_words, listed (the
    cell's list lacks the word), no_column, other_row,
    again (another row of a task that was filled in), no_sheet or not_in_file; cell: "H12", "" where
    none is meant."""

    sheet: str
    cell: str
    why: str
    task: str


@dataclass(frozen=True)
class Put:
    """What we say of a task in a cell. name: one of FILLED or state; text: as it is shown."""

    sheet: str
    cell: str
    task_id: str
    name: str
    text: str


@dataclass(frozen=True)
class Patched:
    """A workbook after filling in; content is empty where it can't be changed in place."""

    content: bytes = b""
    written: int = 0
    left: tuple[Left, ...] = ()
    was_signed: bool = False
    put: tuple[Put, ...] = ()


@dataclass(frozen=True)
class Filled:
    """A file to hand out. written: cells that were changed; put: what stands in it by us; is_new:
    no place in the office's own layout could be written, so it is a workbook of ours."""

    content: bytes
    name: str
    written: int
    left: tuple[Left, ...]
    is_new: bool = False
    was_signed: bool = False
    put: tuple[Put, ...] = ()


def put(sheet: str, cell: str, name: str, *lines: TaskLine) -> list[Put]:
    """A field of tasks that we put into a cell, its text as people read it; nothing of those of
    which nothing stands there now."""
    return [
        Put(sheet, cell, line.task_id, name, _shown(value))
        for line in lines
        if (value := getattr(line, name)) not in (None, "")
    ]


def _shown(value: float | date | str) -> str:
    if isinstance(value, str):
        return value
    return numbers.day(value) if isinstance(value, date) else numbers.percent(value)
