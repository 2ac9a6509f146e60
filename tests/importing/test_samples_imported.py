"""The real workbooks. What is expected was counted from the sheets by hand or by openpyxl."""

from collections import Counter
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from dashboard import config
from dashboard.importing.understand import understand
from tests.importing.conftest import answers_of, every_finding, filled_rows

FIXTURES = Path(__file__).parent.parent / "data"
ALL = sorted([*config.SAMPLES.glob("*.xlsx"), *FIXTURES.glob("*.xlsx")])


@pytest.fixture(scope="module")
def reading(known):
    read = {}

    def of(name):
        if name not in read:
            path = next(path for path in ALL if path.name == name)
            read[name] = understand(path, known)
        return read[name]

    return of


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_every_filled_row_is_counted_and_none_refused(path, reading):
    sheets = openpyxl.load_workbook(path, read_only=True).worksheets
    found = {sheet.sheet: sheet for sheet in reading(path.name).sheets}
    assert list(found) == [sheet.title for sheet in sheets]
    for sheet in sheets:
        assert found[sheet.title].rows_read == filled_rows(list(sheet.values))
        assert found[sheet.title].rows_refused == 0


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.name)
def test_nothing_is_remarked_on(path, reading):
    assert every_finding(reading(path.name)) == []


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("bieu-nhiem-vu-2023.xlsx", {"tasks": 56}),
        ("bieu-nhiem-vu-2022.xlsx", {"tasks": 47}),
        ("bieu-nhiem-vu-huyen-2023.xlsx", {"tasks": 724}),
        ("bieu-nhiem-vu-huyen-2022.xlsx", {"tasks": 637}),
        ("don-vi.xlsx", {"units": 29}),
        ("truyen-thong-2023.xlsx", {"activities": 140}),
        ("khao-sat-2023.xlsx", {"answers": 254, "questions": 56, "population": 8}),
        ("khao-sat-2022.xlsx", {"answers": 282, "questions": 56, "population": 8}),
        ("khao-sat-huyen-2023.xlsx", {"answers": 1285, "questions": 56, "population": 98}),
        ("khao-sat-huyen-2022.xlsx", {"answers": 1269, "questions": 56, "population": 98}),
        ("khao-sat-a-2019.xlsx", {"answers": 298, "questions": 30, "population": 12}),
        ("khao-sat-a-2020.xlsx", {"answers": 298, "questions": 30, "population": 12}),
    ],
)
def test_records_of_each_kind(name, kinds, reading):
    assert {sheet.kind: sheet.rows_imported for sheet in reading(name).sheets} == kinds


@pytest.mark.parametrize("year", [2022, 2023])
def test_tasks_of_the_commune(year, reading):
    (sheet,) = reading(f"bieu-nhiem-vu-{year}.xlsx").sheets
    assert (sheet.year, sheet.unit, sheet.simulated) == (year, "Xã Đức Hợp", True)
    assert len({task.component for task in sheet.records}) == 28
    assert {task.unit for task in sheet.records} == {"Xã Đức Hợp"}


@pytest.mark.parametrize("year", [2022, 2023])
def test_tasks_of_the_district(year, reading):
    (sheet,) = reading(f"bieu-nhiem-vu-huyen-{year}.xlsx").sheets
    assert (sheet.year, sheet.unit) == (year, None)
    assert {task.unit for task in sheet.records} == {f"Xã số {n:02d}" for n in range(1, 18)}


def test_tasks_of_2023_as_the_sheet_has_them(reading):
    tasks = reading("bieu-nhiem-vu-2023.xlsx").sheets[0].records
    first, third = tasks[0], tasks[2]
    assert (first.row, first.component, first.recurring) == (11, "1.1", True)
    assert first.supports == ("Đài truyền thanh xã", "Các thôn")
    assert first.villages == ("Thôn Bắc", "Thôn Mới") and first.done == date(2023, 7, 7)
    assert (third.component, third.due) == ("1.2", date(2023, 6, 30))
    assert third.leads == ("Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường",)
    assert Counter(task.progress for task in tasks) == {
        1: 47, 0.5: 3, 0.6: 2, 0.3: 2, 0: 1, 0.8: 1,
    }  # fmt: skip
    assert sum(task.whole_unit for task in tasks) == 42
    assert sum(task.recurring for task in tasks) == 14
    assert sum(task.done is not None for task in tasks) == 47


def test_answers_of_2023_as_the_sheet_has_them(reading):
    sheet = reading("khao-sat-2023.xlsx").sheets[0]
    forms = sheet.records
    assert forms[0].village == "Thôn Đông" and (forms[0].sex, forms[0].age) == ("Nữ", 75)
    assert forms[0].interviewed_on == date(2023, 8, 27)
    assert Counter(form.sex for form in forms) == {"Nữ": 133, "Nam": 121}
    # C01: 68 Có, 7 CÓ, 6 x, 5 có; 133 Không, 12 không, 9 Ko; 4 KB, 3 Không biết, 2 88; 99; 3 blank
    assert Counter(answers_of(sheet, form)["C01"] for form in forms) == {
        1.0: 86, 0.0: 154, "dont_know": 9, "refused": 2, "blank": 3,
    }  # fmt: skip


def test_questions_of_2023(reading):
    rows = reading("khao-sat-2023.xlsx").sheets[1].records
    assert len({row.question.component for row in rows}) == 28
    assert rows[0].question.coding == "Có = 1; Không = 0"


@pytest.mark.parametrize("year", [2019, 2020])
def test_numeric_answers_of_the_oracle(year, reading):
    sheet = reading(f"khao-sat-a-{year}.xlsx").sheets[0]
    raw = openpyxl.load_workbook(FIXTURES / f"khao-sat-a-{year}.xlsx").worksheets[0]
    asked = {
        q.question.code: q.question for q in reading(f"khao-sat-a-{year}.xlsx").sheets[1].records
    }
    codes = [cell.value for cell in raw[3]]
    assert sheet.year == year
    for form in sheet.records:
        said = answers_of(sheet, form)
        for code, cell in zip(codes[5:], raw[form.row][5:], strict=True):
            low, high = asked[code].low, asked[code].high
            if cell.value is not None and low <= cell.value <= high:
                assert said[code] == cell.value
            else:
                assert isinstance(said[code], str)


def test_units(reading):
    rows = reading("don-vi.xlsx").sheets[0].records
    assert Counter(row.level for row in rows) == {
        "province": 1, "district": 2, "commune": 18, "village": 8,
    }  # fmt: skip
    district = next(row for row in rows if row.name == "Huyện Kim Động")
    assert (district.valid_to, district.successor) == (date(2025, 6, 30), "Tỉnh Hưng Yên")


def test_activities(reading):
    (sheet,) = reading("truyen-thong-2023.xlsx").sheets
    assert (sheet.year, sheet.unit) == (2023, None)
    assert {row.kind for row in sheet.records} == {"Truyền thông"}
    assert sheet.records[3].held_on == date(2022, 11, 11) and sheet.records[3].people == 52
