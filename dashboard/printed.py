"""What a command answers, on the standard output: rows as CSV or JSON."""

import csv
import json
import sys
from datetime import date, datetime


def as_rows(columns: list[str], rows: list[tuple[object, ...]], form: str) -> None:
    """Full precision, ISO dates; a missing value is empty in CSV and null in JSON."""
    if form == "json":
        as_json([dict(zip(columns, map(_plain, row), strict=True)) for row in rows])
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_as_csv(value) for value in row] for row in rows)


def _as_csv(value: object) -> object:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return _plain(value)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date | datetime) else value


def as_json(value: object) -> None:
    """Any value, readable."""
    print(json.dumps(value, ensure_ascii=False, indent=1, default=str))
