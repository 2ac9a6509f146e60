"""Frames asked of one version of the store on one day, each once: treat them as read-only."""

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from dashboard.store import sql
from dashboard.store.store import Cursor


class Frames:
    """Answers of queries/read, remembered by version, day and parameters."""

    def __init__(self, cursor: Cursor, language: str, today: date):
        self._cursor = cursor
        self.language = language
        self.today = today
        # A query's default may be today: what was asked yesterday is not the answer any more.
        self._key = (version_of(cursor), today)

    def ask(self, name: str, **params: object) -> pd.DataFrame:
        """The answer of queries/read/<name>.sql; lists as tuples."""
        return _remembered(self._asked_as(name, params), lambda: _asked(self._cursor, name, params))

    def rows(self, name: str, params: dict[str, object]) -> tuple[list[str], list[tuple[Any, ...]]]:
        """The columns and rows of an answer as Python's values; ask() has it as well then: who
        freezes a state and then shows it asks once."""
        table = sql.run(self._cursor, name, **params).to_arrow_table()
        cell = _cell(self._asked_as(name, params))
        if not cell:
            cell.append(self._cursor.from_arrow(table).df())
        values = [column.to_pylist() for column in table.columns]
        return table.column_names, list(zip(*values, strict=True))

    def _asked_as(self, name: str, params: Mapping[str, object]) -> Hashable:
        """A question's key: a parameter that is not given is the same as one that is missing."""
        given = {key: value for key, value in params.items() if value is not None}
        return self._key, name, tuple(sorted(given.items()))

    def told(self, name: str, work: Callable[[], pd.DataFrame], *about: Hashable) -> pd.DataFrame:
        """What work makes of other frames, worked out once for what it is about."""
        return _remembered((self._key, "told", name, self.language, about), work)

    def components(self, year: int) -> pd.DataFrame:
        """The index tree of a year: component, parent, level, name, full_name, scale."""

        def told() -> pd.DataFrame:
            tree = self.ask("components", year=year)
            names = {f"short_{self.language}": "name", f"name_{self.language}": "full_name"}
            kept = ["component", "parent", "level", *names, "scale_low", "scale_high"]
            return tree[kept].rename(columns=names)

        return self.told("components", told, year)


def version_of(cursor: Cursor) -> str:
    """The version of the store that a cursor reads, with its file's identity: the key of caches."""
    (name,) = sql.run(cursor, "version_name", "write").fetchall()[0]
    return str(name)


def _asked(cursor: Cursor, name: str, params: dict[str, object]) -> pd.DataFrame:
    values = {k: list(v) if isinstance(v, tuple) else v for k, v in params.items()}
    return sql.run(cursor, name, **values).df()


@lru_cache(maxsize=256)
def _cell(key: Hashable) -> list[pd.DataFrame]:
    return []


def _remembered(key: Hashable, ask: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    cell = _cell(key)
    if not cell:
        cell.append(ask())
    return cell[0]


def day(value: object) -> date | None:
    """A frame's date as a date, None where it is missing."""
    moment = pd.to_datetime(value)  # type: ignore[call-overload]  # a cell may be anything
    return None if pd.isna(moment) else moment.date()
