"""The frozen state that a period's documents are made of: live, or a closing's.

Whatever a document prints is one value of one row of one query that a closing of the period holds
or would hold (store/frozen.py): State.cite looks it up there, and fails where it is another.
"""

import json
from collections.abc import Callable, Hashable, ItemsView, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, lru_cache, wraps
from typing import Any, NamedTuple, TypeVar, cast

import pandas as pd

from dashboard.documents.model.numbered import Number
from dashboard.errors import DashboardError
from dashboard.readings.closed_frames import Reported
from dashboard.readings.frames import version_of
from dashboard.readings.listed import PeriodRow, UnitRow
from dashboard.readings.plan_readings import When
from dashboard.readings.readings import Readings
from dashboard.rows import rows_of
from dashboard.store import closings, frozen, sql, worked_out
from dashboard.store.frozen import About
from dashboard.store.store import Cursor
from dashboard.words import Words, words

_KEYS = {part.query: part.key for part in frozen.PARTS}
_Row = dict[str, str | None]  # column -> value
T = TypeVar("T")


@dataclass(frozen=True)
class State:
    """One unit in one period at one day. year_from: the survey compared with, year where there is
    none; ask answers of the same state; closing: its number, None for now."""

    unit: UnitRow
    about: About
    period: PeriodRow
    year_from: int
    has_survey: bool
    has_tasks: bool
    fingerprint: str
    made: datetime
    ask: Readings
    figures: tuple[frozen.Figure, ...]
    language: str
    closing: int | None
    told: dict[object, object] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def words(self) -> Words:
        """The texts of its language."""
        return words(self.language)

    @property
    def year(self) -> int:
        """The plan's year, the later of the two compared."""
        return self.about.year

    @property
    def compares(self) -> bool:
        """Whether there is an earlier survey to compare with."""
        return self.year_from < self.year and self.has_survey

    @property
    def is_commune(self) -> bool:
        """Whether the unit has villages of its own, and not communes below it."""
        return self.unit.level == "commune"

    @property
    def when(self) -> When:
        """The parameters of every question about tasks."""
        return When(period=self.about.period, as_of=self.about.as_of)

    @cached_property
    def _index(self) -> dict[str, dict[str, dict[str, _Row]]]:
        """query -> params -> key -> column -> value."""
        found: dict[str, dict[str, dict[str, _Row]]] = {}
        for figure in self.figures:
            by_key = found.setdefault(figure.query, {}).setdefault(figure.params, {})
            by_key.setdefault(figure.key, {})[figure.column] = figure.value
        return found

    def _params(self, query: str, asked: Mapping[str, object]) -> str | None:
        """The parameters by which the state asked a query, that say what is asked here."""
        wanted = {name: frozen.plain(value) for name, value in asked.items()}
        held = self._asked.get(query, {}).items()
        same = [text for text, params in held if wanted.items() <= params]
        return same[0] if len(same) == 1 else None

    @cached_property
    def _asked(self) -> dict[str, dict[str, ItemsView[str, object]]]:
        """query -> params as they are written -> the same as names with values."""
        return {
            query: {text: json.loads(text).items() for text in by_params}
            for query, by_params in self._index.items()
        }

    def cite(self, query: str, row: object, column: str, text: str, **asked: object) -> Number:
        """A value of the state as it is printed: text.

        row: a row of the query's answer, or its key columns by name; asked: parameters that tell
        apart what the state asked more than once (year, basis, ...). RuntimeError where the state
        does not hold it: no document may print it then.
        """
        found = self.find(query, row, column, text, **asked)
        if found is None:
            raise RuntimeError(f"{query}.{column} of {self._key(query, row)} is not in the state")
        return found

    def find(
        self, query: str, row: object, column: str, text: str, **asked: object
    ) -> Number | None:
        """The same, None where the state does not hold it."""
        params, key = self._params(query, asked), self._key(query, row)
        values = self._index[query][params].get(key) if params is not None else None
        if params is None or values is None or column not in values:
            return None
        return Number(text, values[column], query, params, key, column)

    @staticmethod
    def _key(query: str, row: object) -> str:
        held: Any = row if isinstance(row, Mapping) else None
        values = {
            name: frozen.plain(held[name] if held is not None else getattr(row, name))
            for name in _KEYS[query]
        }
        return frozen.as_json(values)


def once(work: Callable[[State], T]) -> Callable[[State], T]:
    """What is the same in several documents is worked out once a state; nobody may change it."""

    @wraps(work)
    def known(state: State) -> T:
        if work not in state.told:
            state.told[work] = work(state)
        return cast(T, state.told[work])

    return known


def frozen_state(
    cursor: Cursor,
    unit: str,
    period: str | None = None,
    year: int | None = None,
    year_from: int | None = None,
    as_of: date | None = None,
    closing: int | None = None,
    language: str = "vi",
) -> State:
    """The state of a unit (id or name). period: "2023-H1", else the year's whole; year: of the
    plan, else the period's, else the last with data; closing: its number, None for now.

    Raises DashboardError: unknown_unit, no_such_period, no_such_closing, close_in_future,
    as_of_too_early, document_no_data where the unit has none of that year, document_only_packages.
    """
    ask = Readings(cursor, language)
    own = _unit(cursor, ask, unit)
    day = as_of if closing is None else None  # a closing has its own
    about = closings.about(own.unit_id, _named(cursor, own, period, year), day)
    held = _held(cursor, ask, about, closing)
    periods = rows_of(ask.periods(about.year), PeriodRow)
    return State(
        own,
        held.about,
        next(row for row in periods if row.period == about.period),
        _year_before(own, about.year, year_from),
        about.year in own.survey_years,
        about.year in own.plan_years,
        held.fingerprint,
        held.made,
        held.ask,
        held.figures,
        language,
        closing,
    )


@lru_cache(maxsize=4)
def _now(key: Hashable) -> list[tuple[tuple[frozen.Figure, ...], str]]:
    """Where the figures of a version of the store are kept, once they are known: all documents of
    a period are made of the same, and asking for them takes longer than writing these."""
    return []


class _Held(NamedTuple):
    about: About
    ask: Readings
    figures: tuple[frozen.Figure, ...]
    fingerprint: str
    made: datetime


def _held(cursor: Cursor, ask: Readings, about: About, closing: int | None) -> _Held:
    """What is frozen, now or in a closing, and who answers of it."""
    if closing is None:
        now = _now((version_of(cursor), about))
        if not now:
            worked_out.work_out(cursor)
            figures = tuple(frozen.state(cursor, about, answer=ask.rows))
            now.append((figures, frozen.fingerprint(about, figures)))
        return _Held(about, ask, *now[0], _last_change(ask, about))
    of = _reported(ask, about, closing)
    asked = {"unit": of.unit, "period": of.period, "closing": of.closing}
    rows = sql.run(cursor, "closing_figures", **asked).fetchall()
    figures = tuple(
        frozen.Figure(q, params, key, column, v) for q, key, column, v, params, _ in rows
    )
    at, asks = about._replace(as_of=of.as_of), ask.as_reported(of)
    return _Held(at, asks, figures, of.fingerprint, _second(of.closed_at))


def _named(cursor: Cursor, own: UnitRow, period: str | None, year: int | None) -> closings.Period:
    """The period asked for, if the unit has data of its year."""
    of_files = [*own.survey_years, *own.plan_years, *own.activity_years]
    if not of_files:
        raise DashboardError("document_only_packages", unit=own.unit)
    last = max(of_files)
    named = closings.period_named(cursor, period or f"{year or last}-Y")
    if year is not None and year != named.year:
        raise DashboardError("document_other_year", year=year, period=named.period)
    if named.year not in [*own.survey_years, *own.plan_years]:
        raise DashboardError("document_no_data", unit=own.unit, year=named.year)
    return named


def _unit(cursor: Cursor, ask: Readings, wanted: str) -> UnitRow:
    units = list(rows_of(ask.units(), UnitRow))
    unit_id = sql.unit_named(cursor, wanted)
    for row in units:
        if row.unit_id == unit_id:
            return row
    known = ", ".join(row.unit for row in units) or "–"
    raise DashboardError("unknown_unit", unit=wanted, known=known)


def _year_before(unit: UnitRow, year: int, wanted: int | None) -> int:
    """The survey compared with: the one wanted, else the nearest before; else the year itself."""
    earlier = [int(one) for one in unit.survey_years if one < year]
    if wanted is not None and wanted not in earlier:
        known = ", ".join(map(str, earlier)) or "–"
        raise DashboardError("document_no_survey", unit=unit.unit, year=wanted, known=known)
    return wanted or (max(earlier) if earlier else year)


def _reported(ask: Readings, about: About, closing: int) -> Reported:
    rows = ask.reporting.closings(about.unit, about.period)
    own = rows[rows.closing == closing]
    if own.empty:
        raise DashboardError("no_such_closing", period=about.period, closing=closing)
    row: Any = next(own.itertuples())
    return Reported(
        about.unit,
        about.year,
        about.period,
        closing,
        pd.Timestamp(row.as_of).date(),
        row.closed_at,
        row.fingerprint,
        tuple(row.questions),
    )


def _last_change(ask: Readings, about: About) -> datetime:
    """When the data last changed, by a file, a name joined or something typed: the same data give
    the same bytes."""
    unit, year = about.unit, about.year
    moments = (
        ask.imports().imported_at,
        ask.name_actions().acted_at,
        ask.plan.records(unit, year).written_at,
        ask.remarks.every(unit, year).written_at,
        ask.remarks.every_decision(unit, year).written_at,
    )
    newest = max((found for one in moments if pd.notna(found := one.max())), default=0)
    return _second(pd.Timestamp(newest))


def _second(moment: pd.Timestamp) -> datetime:
    """Without a zone and parts of a second: no file's own date holds these."""
    plain: datetime = moment.floor("s").tz_localize(None).to_pydatetime()
    return plain
