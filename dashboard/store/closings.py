"""Closing a reporting period: what its report draws on is frozen, and later compared with now."""

from datetime import date
from typing import NamedTuple

import duckdb

from dashboard.errors import DashboardError
from dashboard.folding import tidy
from dashboard.store import frozen, sql
from dashboard.store.appending import append
from dashboard.store.frozen import About, Figure
from dashboard.store.shown import Shown
from dashboard.store.store import Store

Cursor = duckdb.DuckDBPyConnection


class Period(NamedTuple):
    """A row of data/reference/periods.csv."""

    period: str
    year: int
    starts: date
    ends: date
    due: date


class Closed(NamedTuple):
    """A period that was closed just now: its number, date and fingerprint, how many figures."""

    about: About
    closing: int
    fingerprint: str
    figures: int


class Preview(NamedTuple):
    """What closing now would freeze; seen: to hand to close() with the click."""

    about: About
    figures: list[Figure]
    fingerprint: str
    seen: Shown


class Asked(NamedTuple):
    """A closing, and of which queries it holds the answers."""

    closing: int
    year: int
    as_of: date
    questions: list[str]
    fingerprint: str


class Difference(NamedTuple):
    """A figure that is otherwise now than it was reported; None where there is none."""

    query: str
    key: str
    column: str
    reported: str | None
    now: str | None
    params: str


def period_named(cursor: Cursor, name: str) -> Period:
    """The period; DashboardError no_such_period says which there are."""
    for period in sql.rows(Period, cursor, "period_named", "write", period=name):
        return period
    near = sql.value(cursor, "known_periods", "write", year=name.strip()[:4])
    raise DashboardError("no_such_period", period=name, known=near)


def about(unit_id: str, period: Period, as_of: date | None = None) -> About:
    """as_of: today, at the latest the period's end. DashboardError close_in_future for a day that
    has not come: what holds then is not known; as_of_too_early."""
    today = date.today()
    if as_of and as_of > today:
        raise DashboardError("close_in_future", day=f"{as_of:%d/%m/%Y}")
    if as_of and (refused := too_early(as_of, period.year, period.starts, today)):
        raise refused
    return About(unit_id, period.year, period.period, as_of or min(today, period.ends))


def too_early(as_of: date, year: int, starts: date, today: date) -> DashboardError | None:
    """What is said of a day before the first of a plan's year: no report of it is of that day. Of
    a plan that is made before its year, today may be."""
    first = min(starts, today)
    if as_of >= first:
        return None
    day, from_, to = (f"{one:%d/%m/%Y}" for one in (as_of, first, today))
    return DashboardError("as_of_too_early", day=day, year=year, first=from_, today=to)


def preview(cursor: Cursor, of: About) -> Preview:
    """DashboardError nothing_to_close where the unit has no data."""
    figures = frozen.state(cursor, of)
    if not figures or frozen.known(cursor, of.unit) is None:
        raise DashboardError("nothing_to_close", period=of.period)
    print_ = frozen.fingerprint(of, figures)
    key = f"{of.unit} {of.period} {of.as_of}"
    return Preview(of, figures, print_, Shown("period", key, f"{_newest(cursor, of)} {print_}"))


def close(
    store: Store, of: About, note: str = "", by: str = "", seen: Shown | None = None
) -> Closed:
    """Freeze a period; a period closed before gets one more closing. seen: what a page showed
    of it: if that is another now, nothing is done (DashboardError changed_since_shown)."""

    def work(cursor: Cursor) -> Closed:
        now = preview(cursor, of)
        if seen and seen != now.seen:
            raise DashboardError("changed_since_shown")
        number = _newest(cursor, of) + 1
        there = frozen.known(cursor, of.unit)
        sql.run(
            cursor,
            "add_closing",
            "write",
            **of._asdict(),
            closing=number,
            fingerprint=now.fingerprint,
            note=tidy(note),
            closed_by=tidy(by),
            simulated=bool(there and there.is_simulated),
            questions=list(frozen.QUERIES),
        )
        count = len(now.figures)
        columns = dict(zip(Figure._fields, map(list, zip(*now.figures, strict=True)), strict=True))
        same = {"unit": of.unit, "period": of.period, "closing": number}
        whole = {name: [value] * count for name, value in same.items()}
        append(cursor, "closing_figure", {**whole, "position": list(range(count)), **columns})
        return Closed(of, number, now.fingerprint, count)

    return store.write(work)


def _newest(cursor: Cursor, of: About) -> int:
    """The number of the period's last closing, 0 where there is none."""
    newest = _asked(cursor, of.unit, of.period, None)
    return newest.closing if newest else 0


def _asked(cursor: Cursor, unit: str, period: str, closing: int | None) -> Asked | None:
    asked = {"unit": unit, "period": period, "closing": closing}
    return next(iter(sql.rows(Asked, cursor, "closing_asked", "write", **asked)), None)


def differences(
    cursor: Cursor, unit: str, period: str, closing: int | None = None
) -> list[Difference]:
    """What of a closing is otherwise now, asked by the same queries at the same date.

    Queries and columns that the program did not freeze then are no difference, nor is a missing
    value in a row that was not there. unit: unit_id. Raises DashboardError no_such_closing.
    """
    reported, now = both(cursor, unit, period, closing)
    found = []
    for place in dict.fromkeys((*reported, *now)):  # as reported, then what is new
        query, params, key, column = place
        was, is_ = reported.get(place), now.get(place)
        if was != is_:
            found.append(Difference(query, key, column, was, is_, params))
    return found


Figures = dict[tuple[str, str, str, str], str | None]  # query, params, key, column -> value


def both(
    cursor: Cursor, unit: str, period: str, closing: int | None = None
) -> tuple[Figures, Figures]:
    """The figures of a closing, and the same figures now."""
    name = period_named(cursor, period).period
    chosen = _asked(cursor, unit, name, closing)
    if chosen is None:
        raise DashboardError("no_such_closing", period=name, closing=closing or 1)
    rows = sql.run(cursor, "closing_figures", unit=unit, period=name, closing=chosen.closing)
    reported = {
        (query, params, key, column): value
        for query, key, column, value, params, _ in rows.fetchall()
    }
    of = About(unit, chosen.year, name, chosen.as_of)
    columns: dict[str, set[str]] = {}
    for query, _, _, column in reported:
        columns.setdefault(query, set()).add(column)
    now = {
        figure[:4]: figure.value
        for figure in frozen.state(cursor, of, chosen.questions)
        if figure.column in columns.get(figure.query, {figure.column})
    }
    return reported, now
