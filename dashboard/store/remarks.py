"""What people write about a component, an official, a village or a task: apart from imports,
which never touch it. Of a subject and kind the newest record holds; earlier ones stay."""

from datetime import datetime
from typing import NamedTuple

import duckdb

from dashboard.errors import DashboardError
from dashboard.folding import tidy
from dashboard.store import appending, numbering, shown, small_writes, sql
from dashboard.store.shown import Shown
from dashboard.store.store import Store

LONGEST = 2_000  # letters


class Subject(NamedTuple):
    """What is spoken about: its kind, and its code, name or id in the store."""

    unit_id: str
    year: int
    kind: str
    key: str


class Remark(NamedTuple):
    """What is typed of a subject; seen: the number of the record that held when its cell was
    drawn, 0 for none. An empty text withdraws that one."""

    about: Subject
    kind: str
    text: str
    seen: int


def save(store: Store, typed: list[Remark], written_by: str = "") -> int:
    """Record them in one small write, all or none; how many were recorded.

    What says the same as what holds is left out. Raises DashboardError changed_since_shown if a
    subject is gone or somebody said something else of it meanwhile, and remark_too_long.
    """

    def work(cursor: duckdb.DuckDBPyConnection) -> int:
        return sum(_save(cursor, one, written_by) for one in typed)

    if not any(one.seen or tidy(one.text) for one in typed):
        return 0
    return store.write_small(work, small_writes.NOTES)


def _save(cursor: duckdb.DuckDBPyConnection, one: Remark, written_by: str) -> bool:
    about = {"subject_kind": one.about.kind, "subject": one.about.key, "kind": one.kind}
    place = {"unit": one.about.unit_id, "year": one.about.year}
    standing = sql.run(cursor, "remark_standing", "write", **place, **about).fetchall()
    ((number, said, is_there),) = standing
    if number != one.seen or not is_there:
        raise DashboardError("changed_since_shown")
    text = tidy(one.text)
    if text == said:
        return False
    write(cursor, one.about, one.kind, text, written_by, withdrawn=not text)
    return True


def add(
    store: Store, unit_id: str, year: int, about: Shown, remark: str, written_by: str = ""
) -> None:
    """Write a note on a task as it was seen, else raise DashboardError; an empty one is not
    written."""
    if not tidy(remark):
        return

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        shown.check(cursor, about)
        subject = Subject(unit_id, year, about.subject, about.key)
        write(cursor, subject, "note", remark, written_by)

    store.write_small(work, small_writes.NOTES)


def write(
    cursor: duckdb.DuckDBPyConnection,
    about: Subject,
    kind: str,
    text: str,
    written_by: str = "",
    withdrawn: bool = False,
    now: datetime | None = None,
) -> int:
    """One record, inside store.write_small(..., NOTES); its number. Raises DashboardError
    remark_too_long; remark_empty of one without text that withdraws nothing."""
    said = tidy(text)
    if not said and not withdrawn:
        raise DashboardError("remark_empty")
    if len(said) > LONGEST:
        raise DashboardError("remark_too_long", most=LONGEST)
    number = numbering.following(cursor)
    row: dict[str, object] = {
        "record_id": number,
        "unit": about.unit_id,
        "year": about.year,
        "subject_kind": about.kind,
        "subject": about.key,
        "kind": kind,
        "remark": said,
        "withdrawn": withdrawn,
        "written_by": tidy(written_by),
        "written_at": now or numbering.moment(),
    }
    appending.append(cursor, "remark", appending.as_columns([row]))
    return number
