"""The workbook and the filled task table through LibreOffice: opened, computed, saved anew. Run by
start.py test --long."""

import csv

import openpyxl
import pytest

from dashboard.documents.sheets import workbook_writer
from tests.documents.sheets.odd_books import book, heads, row, sheet, task, text
from tests.documents.sheets.test_filled_tasks import NAME, RICH, fill, line, opened
from tests.documents.sheets.test_workbook_writer import MADE, printed, whole
from tests.documents.test_office import CSV, convert, written  # noqa: F401 (a fixture)

pytestmark = pytest.mark.long


def test_the_workbook_says_the_same_when_it_is_saved_anew(convert, tmp_path):  # noqa: F811
    (path,) = convert(written(MADE, tmp_path), "xlsx")
    before = openpyxl.load_workbook(tmp_path / "mau.xlsx")
    after = openpyxl.load_workbook(path)
    assert after.sheetnames == before.sheetnames
    for own, saved in zip(before, after, strict=True):
        said = [[printed(c) for c in r] for r in own.iter_rows() if any(c.value for c in r)]
        kept = [[printed(c) for c in r] for r in saved.iter_rows() if any(c.value for c in r)]
        width = max(map(len, said))
        assert [r[:width] for r in kept] == [r[:width] for r in said], own.title
        assert len(own._charts) == len(saved._charts)


def test_the_workbook_s_texts_are_no_formulas_there_either(convert, tmp_path):  # noqa: F811
    made = whole(3)
    evil = made.parts[5].table.rows[1].cells[1]
    assert evil
    (path,) = convert(written(workbook_writer.write(made), tmp_path), "xlsx")
    cells = [c for s in openpyxl.load_workbook(path) for r in s.iter_rows() for c in r]
    assert [c.coordinate for c in cells if c.data_type == "f"] == []


def test_what_was_filled_in_is_there_and_counted_by_the_office_s_own_formulas(
    convert,  # noqa: F811
    tmp_path,
):
    rows = heads() + task(2, text("F2", "Đang thực hiện")) + task(3)
    count = '<c r="B4"><f>COUNTIF(F2:F3,"Hoàn thành")</f><v>0</v></c>'
    content = book({NAME: sheet(rows + row(4, count))})
    filled = fill(content, *(line(n, progress=1.0, result_year="Hoàn thành") for n in (2, 3)))
    (path,) = convert(written(filled.content, tmp_path), CSV)
    found = list(csv.reader(path.open(encoding="utf-8", newline="")))
    assert found[1][3:6] == ["100%", "", "Hoàn thành"] and found[1][7] == "Quá hạn"
    assert found[3][1] == "2"


def test_a_rich_workbook_opens_after_filling_in(convert, tmp_path):  # noqa: F811
    filled = fill(RICH, line(4, result_year="Chưa hoàn thành"))
    (path,) = convert(written(filled.content, tmp_path), "xlsx")
    own = opened(path.read_bytes())[NAME]
    assert (own["F4"].value, own["H4"].value) == ("Chưa hoàn thành", "Quá hạn")
    assert own.row_dimensions[4].hidden and own.data_validations.count == 1
