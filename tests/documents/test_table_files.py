"""Tables to take away: typed cells, headings of the page, no formula that lives."""

import csv
import io
from datetime import date, datetime

import pytest

from dashboard.documents import table_files
from dashboard.documents.table_files import TableFile
from dashboard.shown_values import Number
from tests.documents.conftest import opened, rows

EVIL = ["=1+1", "+84 912", "-5 hộ", "@SUM(A1)", "\t=1+1", "\n=1+1", "\r=1+1"]
TABLE = TableFile(
    "Danh sách nhiệm vụ",
    "Xã Đức Hợp · dữ liệu mô phỏng",
    ("Nhiệm vụ", "Hạn", "Điểm", "Tiến độ", "=Ngày trễ"),
    (
        ('Họp "thôn", xóm', date(2023, 5, 31), Number(7.3, 2, False), Number(0.84, 0, True), None),
        ("Việc", "chưa có hạn", "ẩn", None, Number(1234.0, 0, False)),
    ),
)


def test_workbook_holds_dates_as_dates_and_figures_as_numbers():
    sheet = opened(table_files.workbook(TABLE)).active
    assert [row[0] for row in rows(sheet)[:2]] == [TABLE.title, TABLE.facts]
    assert rows(sheet)[3:] == [
        [*TABLE.headings[:4], "=Ngày trễ"],
        ['Họp "thôn", xóm', datetime(2023, 5, 31), 7.3, 0.84, None],
        ["Việc", "chưa có hạn", "ẩn", None, 1234],
    ]
    formats = [sheet.cell(5, column).number_format for column in (2, 3, 4)]
    assert formats == ["dd/mm/yyyy", "#,##0.00", "#,##0%"]
    assert sheet.cell(4, 5).data_type == "s"
    assert sheet.freeze_panes == "A5" and sheet.auto_filter.ref == "A4:E6"


def test_csv_has_iso_dates_decimal_points_and_a_mark_for_excel():
    content = table_files.comma_separated(TABLE)
    assert content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))) == [
        [*TABLE.headings[:4], "'=Ngày trễ"],
        ['Họp "thôn", xóm', "2023-05-31", "7.30", "0.84", ""],
        ["Việc", "chưa có hạn", "ẩn", "", "1234"],
    ]


@pytest.mark.parametrize("text", EVIL)
def test_no_text_becomes_a_formula(text):
    table = TableFile("=1+1", "=1+1", ("=1+1",), ((text,),))
    sheet = opened(table_files.workbook(table)).active
    for row in (1, 2, 4, 5):
        assert sheet.cell(row, 1).data_type == "s", row
    said = table_files.comma_separated(table).decode("utf-8-sig")
    for line in csv.reader(io.StringIO(said, newline="")):
        assert line[0].startswith("'")


def test_a_negative_figure_stays_a_number_in_csv():
    table = TableFile("t", "", ("a",), ((Number(-0.2, 2, False),),))
    assert table_files.comma_separated(table).decode("utf-8-sig").splitlines() == ["a", "-0.20"]
