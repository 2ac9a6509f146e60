"""Sets of slides that people keep under a name: which slides, in which order."""

from collections.abc import Sequence
from typing import NamedTuple

import duckdb

from dashboard.errors import DashboardError
from dashboard.folding import tidy
from dashboard.store import appending, numbering, small_writes, sql
from dashboard.store.saved_views import LONGEST_NAME, is_same
from dashboard.store.store import Store

MOST_SLIDES = 100


class SlideSet(NamedTuple):
    """A set that holds, and the record that says so."""

    set_id: int
    name: str
    slides: Sequence[str]
    record_id: int


def every(cursor: duckdb.DuckDBPyConnection) -> list[SlideSet]:
    """The sets that hold, the newest last."""
    return [SlideSet(*row) for row in sql.run(cursor, "slide_sets_now", "write").fetchall()]


def save(store: Store, name: str, slides: Sequence[str], by: str = "", seen: int = 0) -> int:
    """Keep a set; the number of its record. slides: names, in their order; seen: the record of the
    set of the same name as it was shown, which this one replaces; 0 for none.

    DashboardError slide_set_unnamed, slide_set_name_long, slide_set_empty, slide_set_doubled;
    changed_since_shown if another holds by now.
    """
    said, chosen = _checked(name), _chosen(slides)

    def work(cursor: duckdb.DuckDBPyConnection) -> int:
        there = next((one for one in every(cursor) if is_same(one.name, said)), None)
        if (there.record_id if there else 0) != seen:
            raise DashboardError("changed_since_shown")
        return _write(cursor, there.set_id if there else 0, said, chosen, by)

    return store.write_small(work, small_writes.SETS)


def withdraw(store: Store, seen: int, by: str = "") -> None:
    """Keep the set of that record no more: what it was stays on record. DashboardError
    changed_since_shown if it does not hold any more."""

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        own = next((one for one in every(cursor) if one.record_id == seen), None)
        if own is None:
            raise DashboardError("changed_since_shown")
        _write(cursor, own.set_id, own.name, own.slides, by, withdrawn=True)

    store.write_small(work, small_writes.SETS)


def _checked(name: str) -> str:
    said = tidy(name)
    if not said:
        raise DashboardError("slide_set_unnamed")
    if len(said) > LONGEST_NAME:
        raise DashboardError("slide_set_name_long", most=LONGEST_NAME)
    return said


def _chosen(slides: Sequence[str]) -> list[str]:
    chosen = list(slides)
    if not chosen:
        raise DashboardError("slide_set_empty")
    if len(set(chosen)) < len(chosen) or len(chosen) > MOST_SLIDES:
        raise DashboardError("slide_set_doubled")
    return chosen


def _write(
    cursor: duckdb.DuckDBPyConnection,
    set_id: int,
    name: str,
    slides: Sequence[str],
    by: str,
    withdrawn: bool = False,
) -> int:
    """One record; set_id 0: of a new set, which bears its number."""
    number: int = sql.value(cursor, "next_slide_set", "write")
    row: dict[str, object] = {
        "record_id": number,
        "set_id": set_id or number,
        "name": name,
        "slides": list(slides),
        "withdrawn": withdrawn,
        "written_by": tidy(by),
        "written_at": numbering.moment(),
    }
    appending.append(cursor, "slide_set", appending.as_columns([row]))
    return number
