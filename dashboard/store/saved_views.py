"""Views of a page that people keep under a name: apart from imports, which never touch them."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode

import duckdb

from dashboard.errors import DashboardError
from dashboard.folding import tidy
from dashboard.page_list import CHOICES, PAGES
from dashboard.store import appending, numbering, small_writes, sql
from dashboard.store.store import Store

LONGEST_NAME, LONGEST_QUERY = 100, 2_000  # letters
UNIT = "xa"  # in the address


class View(NamedTuple):
    """A page's address, "" of the first; the unit's id, "" for none; what else its query says."""

    page: str
    unit: str
    query: str


class _Standing(NamedTuple):
    """A view that holds, and the record that says so."""

    view_id: int
    name: str
    page: str
    unit: str
    query: str
    record_id: int


def view_of(page: str, choices: Mapping[str, Sequence[str]]) -> View:
    """The view of an address within the program; choices: what it says, by name. DashboardError
    view_elsewhere of another page, view_unknown of a choice that no page knows, view_too_long."""
    if page not in {row.address for row in PAGES}:
        raise DashboardError("view_elsewhere", page=page)
    if unknown := sorted(choices.keys() - CHOICES):
        raise DashboardError("view_unknown", choices=", ".join(unknown))
    query = urlencode([(key, choices[key]) for key in sorted(choices) if key != UNIT], doseq=True)
    if len(query) > LONGEST_QUERY:
        raise DashboardError("view_too_long")
    return View(page, "".join(choices.get(UNIT, ())), query)


def choices_of(query: str) -> dict[str, list[str]]:
    """What a view's query says, by the names in the address."""
    return parse_qs(query)


def is_same(name: str, other: str) -> bool:
    """Names that differ in case or spaces alone would be taken for one."""
    return tidy(name).casefold() == tidy(other).casefold()


def save(store: Store, name: str, view: View, by: str = "", seen: int = 0) -> int:
    """Keep a view; the number of its record. seen: that of the view of the same name as the page
    showed it, which this one replaces; 0 for none.

    DashboardError view_unnamed, view_name_long; changed_since_shown if another holds by now.
    """
    said = _checked(name)

    def work(cursor: duckdb.DuckDBPyConnection) -> int:
        there = next((one for one in _all(cursor) if is_same(one.name, said)), None)
        if (there.record_id if there else 0) != seen:
            raise DashboardError("changed_since_shown")
        return _write(cursor, there.view_id if there else 0, said, view, by)

    return store.write_small(work, small_writes.VIEWS)


def rename(store: Store, seen: int, name: str, by: str = "") -> int:
    """Call the view of that record otherwise; the number of the new one. DashboardError
    view_name_taken if another bears the name, else as save."""
    said = _checked(name)

    def work(cursor: duckdb.DuckDBPyConnection) -> int:
        own = _one(cursor, seen)
        if any(is_same(one.name, said) for one in _all(cursor) if one != own):
            raise DashboardError("view_name_taken", name=said)
        return _write(cursor, own.view_id, said, View(own.page, own.unit, own.query), by)

    return store.write_small(work, small_writes.VIEWS)


def remove(store: Store, seen: int, by: str = "") -> None:
    """Keep the view of that record no more: what it was stays on record."""

    def work(cursor: duckdb.DuckDBPyConnection) -> None:
        own = _one(cursor, seen)
        view = View(own.page, own.unit, own.query)
        _write(cursor, own.view_id, own.name, view, by, withdrawn=True)

    store.write_small(work, small_writes.VIEWS)


def _checked(name: str) -> str:
    said = tidy(name)
    if not said:
        raise DashboardError("view_unnamed")
    if len(said) > LONGEST_NAME:
        raise DashboardError("view_name_long", most=LONGEST_NAME)
    return said


def _all(cursor: duckdb.DuckDBPyConnection) -> list[_Standing]:
    return [_Standing(*row) for row in sql.run(cursor, "views_now", "write").fetchall()]


def _one(cursor: duckdb.DuckDBPyConnection, seen: int) -> _Standing:
    for one in _all(cursor):
        if one.record_id == seen:
            return one
    raise DashboardError("changed_since_shown")


def _write(
    cursor: duckdb.DuckDBPyConnection,
    view_id: int,
    name: str,
    view: View,
    by: str,
    withdrawn: bool = False,
) -> int:
    """One record; view_id 0: of a new view, which bears its number."""
    number: int = sql.value(cursor, "next_view_record", "write")
    row: dict[str, object] = {
        "record_id": number,
        "view_id": view_id or number,
        "name": name,
        **view._asdict(),
        "withdrawn": withdrawn,
        "written_by": tidy(by),
        "written_at": numbering.moment(),
    }
    appending.append(cursor, "saved_view", appending.as_columns([row]))
    return number
