"""Tasks as they are to stand in the office's own table, and what became of filling it in."""

from dataclasses import dataclass
from datetime import date

FILLED = ("progress", "done", "result_h1", "result_year")  # the columns that are filled in


@dataclass(frozen=True)
class TaskLine:
    """A task and what is to stand in its row. row: in the file, from 1; changed: those of FILLED
    in which the file says otherwise; kept: those where its own words stay; state: in words."""

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
class Patched:
    """A workbook after filling in; content is empty where it can't be changed in place."""

    content: bytes = b""
    written: int = 0
    left: tuple[Left, ...] = ()
    was_signed: bool = False


@dataclass(frozen=True)
class Filled:
    """A file to hand out. written: cells that were changed; is_new: no place in the office's own
    layout could be written, so it is a workbook of ours."""

    content: bytes
    name: str
    written: int
    left: tuple[Left, ...]
    is_new: bool = False
    was_signed: bool = False
