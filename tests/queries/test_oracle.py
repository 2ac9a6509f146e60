"""Against R's survey package on one data set: estimates, errors, intervals, statuses, changes.

The workbooks are read here by a few lines of openpyxl, so no importer stands in between.
Their years 2019 and 2020 are written 2022 and 2023 in the CSV, S1.1 there is 1.1, D1 is 1.
"""

import csv
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import duckdb
import openpyxl
import pytest

from dashboard.store.store import connect
from tests.queries.rows import Form, add_unit, ask, survey

DATA = Path(__file__).parents[1] / "data"
YEARS = {2019: 2022, 2020: 2023}
MISSING = {None, 88, 99, 888, 999}
VILLAGES = [f"V{number:02}" for number in range(1, 13)]
DOMAINS: dict[str, dict[str, object]] = {
    "commune": {},
    "sex=F": {"sex": "Nữ"},
    "sex=M": {"sex": "Nam"},
    "age=60+": {"age_from": 60},
    "village=V01|V02|V03": {"villages": ["V01", "V02", "V03"]},
    "sex=F&village=V01|V02|V03": {"sex": "Nữ", "villages": ["V01", "V02", "V03"]},
    **{f"village={village}": {"villages": [village]} for village in VILLAGES},
}
LEVELS = {
    "indicator_raw": "question_raw",
    "indicator": "question",
    "subdimension": "sub_dimension",
    "dimension": "dimension",
    "total": "total",
}


def read_survey(year: int) -> tuple[dict, dict, dict]:
    """Forms by village, questions and adults of a workbook whose layout is known."""
    book = openpyxl.load_workbook(DATA / f"khao-sat-a-{year}.xlsx", read_only=True)
    asked = {
        code: (component, low, high, direction == "Nghịch")
        for code, component, _, low, high, direction, _ in _table(book["Bộ câu hỏi"], "Mã câu")
    }
    adults = {village: count for _, village, count in _table(book["Dân số thôn"], "Xã")}
    villages = defaultdict(list)
    for row in _table(book["Phiếu trả lời"], "Mã phiếu"):
        given = zip(asked, row[5:], strict=True)
        answers = {code: _answer(value, *asked[code][1:3]) for code, value in given}
        villages[row[2]].append(Form(answers, row[3], row[4]))
    return villages, asked, adults


def _table(sheet, first_heading: str) -> Iterator[tuple]:
    rows = iter(sheet.iter_rows(values_only=True))
    while next(rows)[0] != first_heading:
        pass
    return (row for row in rows if row[0] is not None)


def _answer(value: object, low: float, high: float) -> float | None:
    return None if value in MISSING and not (value and low <= value <= high) else value


@pytest.fixture(scope="module")
def surveyed(prepared) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(":memory:") as cursor:
        cursor.execute(f"attach '{prepared}' as prepared (read_only)")
        cursor.execute("attach ':memory:' as store")
        cursor.execute("copy from database prepared to store")
        cursor.execute("use store")
        add_unit(cursor, "C01")
        for year in YEARS:
            survey(cursor, *read_survey(year), unit="C01", year=year, import_id=year)
        yield cursor


Key = tuple[str, str]


def results(file: str, *parts: str) -> dict[tuple, dict[Key, dict[str, str]]]:
    """Rows of a file of R's results by these columns, then by level and component."""
    found = defaultdict(dict)
    with (DATA / file).open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            level = LEVELS[row["level"]]
            part = "PAPI" if row["id"] == "TOTAL" else row["id"].removeprefix(row["id"][0])
            name = row["id"] if level.startswith("question") else part
            found[tuple(row[part] for part in parts)][level, name] = row
    return found


ESTIMATES = results("estimates_exact.csv", "year", "domain")
STATUSES = results("status.csv", "year", "domain")
CHANGES = results("change_exact.csv", "domain", "basis")


def rows_of(cursor, name: str, **given) -> dict[Key, dict]:
    return {(row["level"], row["component"]): row for row in ask(cursor, name, **given)}


def same(found: dict, row: dict[str, str], names: dict[str, str], key: Key) -> None:
    """The figures of a row equal R's to 1e-9; what R leaves empty is empty."""
    for ours, theirs in names.items():
        wanted = float(row[theirs]) if row[theirs] else None
        if wanted is None:
            assert found[ours] is None, (key, ours)
        else:
            assert found[ours] == pytest.approx(wanted, rel=0, abs=1e-9), (key, ours)


def test_every_domain_of_the_oracle_is_compared():
    assert {domain for _, domain in ESTIMATES} == set(DOMAINS)
    assert set(CHANGES) == {(d, basis) for d in DOMAINS for basis in ("published", "common")}
    assert {len(rows) for rows in [*ESTIMATES.values(), *STATUSES.values(), *CHANGES.values()]} == {
        98
    }


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("year", YEARS)
def test_estimates_errors_intervals_and_statuses_equal_those_of_r(surveyed, year, domain):
    found = rows_of(surveyed, "component_scores", unit="C01", year=year, **DOMAINS[domain])
    figures = {"estimate": "estimate", "std_error": "se", "ci_low": "ci_low", "ci_high": "ci_high"}
    statuses = STATUSES[str(YEARS[year]), domain]
    for key, row in ESTIMATES[str(YEARS[year]), domain].items():
        same(found[key], row, figures, key)
        assert found[key]["status"] == statuses[key]["status"], key
        if row["estimate"]:
            assert (found[key]["respondents"], found[key]["df"]) == (
                int(row["n"]),
                float(row["df"]),
            ), key


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("basis", ["published", "common"])
def test_changes_equal_those_of_r(surveyed, basis, domain):
    years = {"year_from": 2019, "year_to": 2020, "basis": basis}
    found = rows_of(surveyed, "component_change", unit="C01", **years, **DOMAINS[domain])
    figures = {
        "estimate_from": "est_2022", "estimate_to": "est_2023", "change": "diff",
        "std_error": "se", "p_value": "p", "p_adjusted": "p_bh",
        "ci_low": "ci_low", "ci_high": "ci_high",
    }  # fmt: skip
    for key, row in CHANGES[domain, basis].items():
        same(found[key], row, figures, key)


def test_verdict_follows_the_adjusted_p(surveyed):
    told = set()
    for domain in ("commune", "village=V12"):
        years = {"year_from": 2019, "year_to": 2020, "basis": "common"}
        found = rows_of(surveyed, "component_change", unit="C01", **years, **DOMAINS[domain])
        for key, row in CHANGES[domain, "common"].items():
            rose = "up" if float(row["diff"]) > 0 else "down"
            verdict = rose if float(row["p_bh"]) < 0.05 else "unclear"
            assert found[key]["verdict"] == verdict, (domain, key)
            told.add(verdict)
    assert told == {"up", "down", "unclear"}
