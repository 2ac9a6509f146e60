"""The reporting periods of data/reference/periods.csv, for the reading half."""

import csv
from datetime import date
from functools import cache

from dashboard import config


@cache
def ends() -> dict[str, date]:
    """The last day of each period, by its name (2023-H1, 2023-Y)."""
    return {row["period"]: date.fromisoformat(row["ends"]) for row in _rows()}


@cache
def plan_span(year: int) -> tuple[date, date]:
    """When work of a plan may be done: from its period's beginning to the year's last day.

    >>> plan_span(2023)
    (datetime.date(2022, 11, 1), datetime.date(2023, 12, 31))
    """
    starts = (row["starts"] for row in _rows() if row["period"] == f"{year}-Y")
    first = next(map(date.fromisoformat, starts), date(year - 1, 11, 1))
    return first, date(year, 12, 31)


@cache
def _rows() -> list[dict[str, str]]:
    with (config.REFERENCE / "periods.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))
