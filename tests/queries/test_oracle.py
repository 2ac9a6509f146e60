"""Against R's survey package on one data set: the estimates of estimates_exact.csv.

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

from dashboard.store import connect
from tests.queries.rows import Form, add_unit, scored, survey

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


@pytest.fixture(scope="module")
def expected() -> dict[tuple[int, str], dict[tuple[str, str], dict[str, str]]]:
    found = defaultdict(dict)
    with (DATA / "estimates_exact.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            component = "PAPI" if row["id"] == "TOTAL" else row["id"].removeprefix(row["id"][0])
            level = LEVELS[row["level"]]
            name = row["id"] if level.startswith("question") else component
            found[int(row["year"]), row["domain"]][level, name] = row
    return found


def test_every_domain_of_the_oracle_is_compared(expected):
    assert {domain for _, domain in expected} == set(DOMAINS)
    assert {len(rows) for rows in expected.values()} == {98}


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("year", YEARS)
def test_estimates_respondents_and_df_equal_those_of_r(surveyed, expected, year, domain):
    found = {
        (row["level"], row["component"]): row
        for row in scored(surveyed, "C01", year, **DOMAINS[domain]).values()
    }
    for key, row in expected[YEARS[year], domain].items():
        if row["estimate"] == "":
            assert (found[key]["estimate"], found[key]["status"]) == (None, "missing"), key
            continue
        assert found[key]["estimate"] == pytest.approx(float(row["estimate"]), rel=0, abs=1e-9), key
        assert found[key]["respondents"] == int(row["n"]), key
        assert found[key]["df"] == float(row["df"]), key
