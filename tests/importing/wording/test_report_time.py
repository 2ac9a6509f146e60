"""When a report is, as a sheet's name or a title says it."""

import pytest

from dashboard.importing.wording.report_time import is_report_title, report_of, report_of_title


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Tháng 3", "2023-03-31"),
        ("T2", "2023-02-28"),
        ("Thang06", "2023-06-30"),
        ("Thg 6-2022", "2022-06-30"),
        ("BC T6.23", "2023-06-30"),
        ("Tháng tư", "2023-04-30"),
        ("tháng năm", "2023-05-31"),
        ("6 tháng năm 2023", "2023-06-30"),
        ("Sáu tháng đầu năm", "2023-06-30"),
        ("6 tháng cuối năm", "2023-12-31"),
        ("9T", "2023-09-30"),
        ("Quý IV/2022", "2022-12-31"),
        ("Q3", "2023-09-30"),
        ("BC tuần 12", "2023-03-26"),
        ("Tuần 2 tháng 6", "2023-06-14"),
        ("30-6", "2023-06-30"),
        ("Kết quả đến ngày 31/5/2023", "2023-05-31"),
        ("từ 01/6 đến 30/6", "2023-06-30"),
        ("2023-06", "2023-06-30"),
        ("Jun 2023", "2023-06-30"),
        ("Cả năm", "2023-12-31"),
        ("Đợt II", "#02"),
        ("7", "#07"),
        ("Kế hoạch", ""),
        ("KH 2023", ""),
        ("Sheet1", ""),
        ("NV (2)", ""),
        ("Biểu số 2", ""),
        ("kiện toàn bộ máy", ""),
        ("2021-2025", ""),
        ("31/6", ""),
    ],
)
def test_what_a_name_says(written, day):
    assert report_of(written, 2023) == day


def test_of_a_title_no_document_and_no_place_and_day():
    lines = [
        "(Kèm theo Kế hoạch số 15/KH-UBND ngày 10/01/2023)",
        "Đức Hợp, ngày 5 tháng 7 năm 2023",
    ]
    assert report_of_title(lines, 2023) == ""
    assert report_of_title(["BÁO CÁO THÁNG 6", *lines], 2023) == "2023-06-30"


@pytest.mark.parametrize(
    ("line", "is_title"),
    [("Tháng 6", True), ("Báo cáo quý I", True), ("Báo cáo", False), ("Họp thôn tháng 6", False)],
)
def test_a_title_of_a_report(line, is_title):
    assert is_report_title(line) is is_title
