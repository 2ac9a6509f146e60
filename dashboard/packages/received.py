"""The figures of a package as rows for the store, each checked: who signed them is known, but
another program, or a hand, may have written them."""

import json
import math
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, get_args

from dashboard.errors import DashboardError
from dashboard.packages.manifest import Manifest
from dashboard.packages.package_file import FIGURES, Package
from dashboard.rows import Level, Status
from dashboard.store.frozen import Figure

MOST = 500_000
_LONGEST = 40_000  # letters of a value: a cell of a workbook holds 32,767
_SCORE = ("estimate", "std_error", "ci_low", "ci_high")
_COUNTS = (
    *("assigned", "done_on_time", "done_late", "done_undated", "in_progress", "not_started"),
    *("overdue", "due_by_now", "cancelled", "components"),
)
_WHOLE = ("total", "published")
_Row = dict[str, object]
_Asked = tuple[str, str, str]  # query, params, key


class _Odd(ValueError):
    """A figure is not what it should be."""


@dataclass(frozen=True)
class Received:
    """figures: as they stand there; the others: rows of package_score, package_completion and
    package_change without their import_id."""

    figures: list[Figure]
    scores: list[_Row]
    completion: list[_Row]
    changes: list[_Row]


def received(package: Package) -> Received:
    """Raises DashboardError package_odd_figures where one of them is not of the unit or year of
    the manifest, is there twice or is no figure."""
    try:
        figures = _figures(package.files[FIGURES])
        rows: dict[_Asked, dict[str, str | None]] = defaultdict(dict)
        for query, params, key, column, value in figures:
            if column in rows[query, params, key]:
                raise _Odd
            rows[query, params, key][column] = value
        return Received(figures, *_known(rows, package.manifest))
    except (KeyError, ValueError, TypeError, RecursionError) as error:
        raise DashboardError("package_odd_figures") from error


def _figures(written: bytes) -> list[Figure]:
    lines = written.decode("utf-8").splitlines() if b"\r" not in written else []
    if not 0 < len(lines) <= MOST:
        raise _Odd
    return [_figure(json.loads(line)) for line in lines]


def _figure(said: Any) -> Figure:
    figure = Figure(*said)
    texts = [one for one in figure if one is not None]
    if not all(isinstance(one, str) and len(one) <= _LONGEST for one in texts):
        raise _Odd
    if None in figure[:4]:
        raise _Odd
    return figure


def _known(
    rows: dict[_Asked, dict[str, str | None]], about: Manifest
) -> tuple[list[_Row], list[_Row], list[_Row]]:
    """What is laid beside other communes' figures."""
    scores: list[_Row] = []
    completion: list[_Row] = []
    changes: list[_Row] = []
    for (query, params, key), row in rows.items():
        asked, of = _object(params), _object(key)
        if asked["unit"] != about.unit:
            raise _Odd
        if query == "component_scores":
            scores.append(_score(asked, of, row, about))
        elif query == "unit_completion":
            _check_period(asked, of, about)
            completion.append(_tasks(row))
        elif query == "component_change" and (of["level"], asked["basis"]) == _WHOLE:
            changes.append(_change(asked, row))
    surveys = {row["year"] for row in scores}
    if surveys != set(about.surveys) or bool(completion) is not about.has_tasks:
        raise _Odd
    if len(completion) > 1:
        raise _Odd
    return scores, completion, changes


def _object(written: str) -> dict[str, Any]:
    said = json.loads(written)
    if not isinstance(said, dict):
        raise _Odd
    return said


def _score(
    asked: dict[str, Any], of: dict[str, Any], row: dict[str, str | None], about: Manifest
) -> _Row:
    level, component, status = of["level"], of["component"], row["status"]
    is_known = level in get_args(Level) and status in get_args(Status)
    if not is_known or type(component) is not str or set(asked) != {"unit", "year"}:
        raise _Odd
    if type(asked["year"]) is not int or not about.year - 30 < asked["year"] <= about.year:
        raise _Odd
    found = {name: _number(row.get(name)) for name in _SCORE}
    counts = {name: _count(row.get(name)) for name in ("respondents", "df")}
    return {"year": asked["year"], "level": level, "component": component, "status": status,
            **found, **counts}  # fmt: skip


def _change(asked: dict[str, Any], row: dict[str, str | None]) -> _Row:
    years = {name: asked[name] for name in ("year_from", "year_to")}
    if any(type(year) is not int for year in years.values()):
        raise _Odd
    return {**years, "is_comparable": row.get("verdict") in ("up", "down", "unclear")}


def _check_period(asked: dict[str, Any], of: dict[str, Any], about: Manifest) -> None:
    said = {"year": about.year, "period": about.period, "as_of": about.as_of.isoformat()}
    if asked != {"unit": about.unit, **said} or of != {"unit_id": about.unit}:
        raise _Odd


def _tasks(row: dict[str, str | None]) -> _Row:
    longest = row.get("longest_overdue")
    days = None if longest is None else _count(longest)
    return {**{name: _count(row.get(name)) for name in _COUNTS}, "longest_overdue": days}


def _number(value: str | None) -> float | None:
    number = None if value is None else float(value)
    if number is not None and not (math.isfinite(number) and abs(number) < 1e6):
        raise _Odd
    return number


def _count(value: str | None) -> int:
    number = int(value or 0)
    if not 0 <= number < 10_000_000:
        raise _Odd
    return number
