"""Frames asked of one version of the store on one day, each once: treat them as read-only."""

from collections.abc import Callable, Hashable
from datetime import date
from functools import lru_cache

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
        key = (self._key, name, tuple(sorted(params.items())))
        return _remembered(key, lambda: _asked(self._cursor, name, params))

    def told(self, name: str, work: Callable[[], pd.DataFrame], *about: Hashable) -> pd.DataFrame:
        """What work makes of other frames, worked out once for what it is about."""
        return _remembered((self._key, "told", name, self.language, about), work)

    def components(self, year: int) -> pd.DataFrame:
        """The index tree of a year: component, parent, level, name, full_name, scale."""
        tree = self.ask("components", year=year)
        names = {f"short_{self.language}": "name", f"name_{self.language}": "full_name"}
        kept = ["component", "parent", "level", *names, "scale_low", "scale_high"]
        return tree[kept].rename(columns=names)


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
