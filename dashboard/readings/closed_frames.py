"""A closing's figures in the place of the store's: a page shown as it was reported.

What stands still (the index tree, periods, names) is asked of the store; any other question that
the closing does not answer is NotReported, so that no figure of today slips in among the old.
"""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, get_args

import pandas as pd

from dashboard.errors import DashboardError
from dashboard.folding import fold, official_key
from dashboard.readings.frames import Frames
from dashboard.rows import Level
from dashboard.store import frozen
from dashboard.store.store import Cursor
from dashboard.thresholds import thresholds

# Questions about what no import of a survey or plan changes, or that only name choices.
STANDING = {
    *("closings", "closing_figures", "components", "periods", "questions", "series_breaks"),
    *("units", "villages"),
    "slide_sets",  # which slides people like to show, not what stands on them
    "decisions",  # of a meeting about a closing, which is held after it
}
# The order in which a query gives its rows, of those whose pages rely on it: column, is it falling.
_ORDER = {
    "official_completion": (("overdue", True), ("assigned", True), ("official", False)),
    "tasks": (("component", False), ("task_id", False)),
    "follow_up": (("is_overdue", True), ("days_late", True), ("due", False), ("official", False)),
    "village_scores": (("village", False), ("level", False), ("component", False)),
    "remarks": (("id", True),),
}
_WORDS = {"official", "village"}  # columns in the order of their letters
_LEVELS = {level: place for place, level in enumerate(get_args(Level))}


class Reported(NamedTuple):
    """A closing of a commune's period: as of which day, when (UTC), under which code."""

    unit: str
    year: int
    period: str
    closing: int
    as_of: date
    closed_at: pd.Timestamp
    fingerprint: str
    questions: tuple[str, ...]


class NotReported(DashboardError):
    """A closing does not hold the answer of a question."""

    def __init__(self) -> None:
        super().__init__("not_reported")


class ReportedFrames(Frames):
    """Frames of a closing, of the columns and types that the same questions have now."""

    def __init__(self, cursor: Cursor, language: str, today: date, of: Reported):
        super().__init__(cursor, language, today)
        self._of = of
        self._now = Frames(cursor, language, today)
        self._key = (*self._key, of.unit, of.period, of.closing)  # type: ignore[assignment]  # longer

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        """The answer as it was reported; raises NotReported."""
        if name in STANDING:
            return self._now.ask(name, **params)
        asked = tuple(sorted(params.items()))
        return self.told(f"reported {name}", lambda: self._answer(name, params), asked)

    def _answer(self, name: str, params: dict[str, object]) -> pd.DataFrame:
        if name not in self._of.questions:
            raise NotReported
        wanted = {key: frozen.plain(value) for key, value in params.items() if value is not None}
        usual = {"role": "lead", "by": "channel", "days": thresholds().days_ahead}
        wanted = {key: value for key, value in wanted.items() if usual.get(key) != value}
        official = wanted.pop("official", None) if name == "tasks" else None
        rows = self._figures(name, wanted)
        now = self._now.ask(name, **params)
        frame = _ordered(name, _as_now(self._beside(rows, wanted, now), now))
        return frame if official is None else _led_by(frame, str(official))

    def _figures(self, name: str, wanted: Mapping[str, object]) -> pd.DataFrame:
        """The rows of one question: a row a key, a column a figure."""
        of = self._of
        every = self._now.ask("closing_figures", unit=of.unit, period=of.period, closing=of.closing)
        own = every[every["query"] == name]
        asked = {text: json.loads(text) for text in own.params.unique()}
        same = [text for text, params in asked.items() if params == wanted]
        if not same and not self._was_empty(name, wanted, list(asked.values())):
            raise NotReported
        own = own[own.params.isin(same)]
        wide = own.pivot(index="key", columns="column", values="value")
        keys = pd.DataFrame([json.loads(key) for key in wide.index], index=wide.index)
        return pd.concat([keys, wide], axis=1).reset_index(drop=True)

    def _was_empty(
        self, name: str, wanted: Mapping[str, object], asked: list[dict[str, object]]
    ) -> bool:
        """Nothing was frozen of the question because there was nothing: it is asked as closings
        ask it, and of that survey, or of all of them, there is no figure."""
        of = self._of
        held = {"unit": of.unit, "period": of.period, "as_of": of.as_of.isoformat()}
        if any(wanted[key] != value for key, value in held.items() if key in wanted):
            return False
        over = next(part.over for part in frozen.PARTS if part.query == name)
        if over in ("period", "year"):
            names = {"unit", "year", "period", "as_of"} if over == "period" else {"unit", "year"}
            return set(wanted) == names and wanted["year"] == of.year
        if name == "component_scores":
            year = wanted.get("year")
            return set(wanted) == {"unit", "year"} and isinstance(year, int) and year <= of.year
        names = {"unit", "year_from", "year_to", "basis"}
        return name == "component_change" and set(wanted) == names and not asked

    def _beside(
        self, rows: pd.DataFrame, wanted: Mapping[str, object], now: pd.DataFrame
    ) -> pd.DataFrame:
        """With what is no figure: the row's unit as it is called now (the closing's where the row
        is gone), the year and the date asked of."""
        units = self._now.ask("units")
        name = next(iter(units[units.unit_id == self._of.unit].unit), self._of.unit)
        asked: dict[str, Any] = {k: wanted[k] for k in ("year", "as_of") if k in wanted}
        known = next((key for key in ("unit_id", "task_id") if key in rows and key in now), None)
        if known is None:
            return rows.assign(unit=name, **asked)
        own = rows[known].map(dict(zip(now[known], now["unit"], strict=True)))
        return rows.assign(unit=own.fillna(name), **asked)


def _as_now(rows: pd.DataFrame, now: pd.DataFrame) -> pd.DataFrame:
    """The rows in the columns, types and order of the same question's answer now."""
    columns = {
        name: _typed(rows[name] if name in rows else pd.Series(None, rows.index), kind)
        for name, kind in now.dtypes.items()
    }
    return pd.DataFrame(columns, index=rows.index, columns=now.columns)


def _ordered(name: str, rows: pd.DataFrame) -> pd.DataFrame:
    columns = dict(_ORDER.get(name, ()))
    if not columns:
        return rows
    return rows.sort_values(
        list(columns),
        ascending=[not is_falling for is_falling in columns.values()],
        key=_sorted_by,
        ignore_index=True,
    )


def _sorted_by(cells: pd.Series) -> pd.Series:
    if cells.name == "level":
        return cells.map(_LEVELS)
    return cells.map(fold) if cells.name in _WORDS else cells


def _led_by(tasks: pd.DataFrame, official: str) -> pd.DataFrame:
    """The tasks that an official leads, however the name is spelled."""
    own = official_key(official)
    named = [{official_key(name) for name in lead.split("; ")} for lead in tasks.lead]
    return tasks[[own in names for names in named]].reset_index(drop=True)


def _typed(texts: pd.Series, kind: Any) -> pd.Series:
    """Figures as they were written, as values of a type."""
    if pd.api.types.is_bool_dtype(kind):
        return texts.map({"true": True, "false": False})
    if pd.api.types.is_numeric_dtype(kind):
        numbers = pd.to_numeric(texts)
        if pd.api.types.is_float_dtype(kind):
            return numbers.astype(float)
        name: Any = str(kind).lower()  # "int32", or "Int32" where some are missing
        return numbers.astype(name if numbers.notna().all() else name.capitalize())
    if pd.api.types.is_datetime64_any_dtype(kind):
        return pd.to_datetime(texts).astype(kind)
    if isinstance(kind, pd.StringDtype):
        return texts.astype(kind)
    return texts.astype(object).where(texts.notna(), None)
