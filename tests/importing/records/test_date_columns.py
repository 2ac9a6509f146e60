"""Columns of dates turned by a program, through the sheets that have dates."""

from datetime import date

from tests.importing.conftest import QUESTIONS, every_finding, remarks

TITLE = ["NHIỆM VỤ PAPI NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"]
HEADINGS = ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Ngày hoàn thành"]
SECTION = ["1.1", "Tri thức công dân"]
# Typed 05/04, 13/04, 02/06, 25/06, 10/08, 31/08 of 2023 into an Excel set to month first.
MONTH_FIRST = [
    *(date(2023, 5, 4), "13/04/2023", date(2023, 2, 6)),
    *("25/06/2023", date(2023, 10, 8), "31/08/2023"),
]
TYPED = [date(2023, *day) for day in ((4, 5), (4, 13), (6, 2), (6, 25), (8, 10), (8, 31))]
SAID = ("dates_turned", "warning")


def told(reading):
    return [(finding.code, finding.severity) for finding in every_finding(reading)]


def test_done_dates_of_tasks_are_read_as_typed(understood):
    rows = [
        [n, f"Việc {n}", "Công an xã", "31/12/2023", day] for n, day in enumerate(MONTH_FIRST, 1)
    ]
    reading = understood([TITLE, HEADINGS, SECTION, *rows])
    assert [task.done for task in reading.sheets[0].records] == TYPED
    assert remarks(reading) == [("dates_turned", "E4", "warning")]
    (finding,) = every_finding(reading)
    assert (finding.value, finding.holes) == (
        "04/05/2023",
        {"cells": "E4, E6, E8", "other": "05/04/2023"},
    )


def test_days_of_activities_are_read_as_typed(understood):
    rows = [["NHẬT KÝ TRUYỀN THÔNG NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"]]
    rows += [["Ngày", "Kênh", "Nội dung", "Số người tiếp cận"]]
    rows += [[day, "Loa", f"Luật {n}", 10] for n, day in enumerate(MONTH_FIRST)]
    reading = understood(rows)
    assert [activity.held_on for activity in reading.sheets[0].records] == TYPED
    assert told(reading) == [SAID]


def test_days_of_interviews_are_read_as_typed(understood):
    answers = [
        ["PHIẾU NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"],
        ["Mã phiếu", "Thôn", "Tuổi", "Ngày phỏng vấn", "C01", "C02"],
        *([n, "Thôn Đông", 40, day, "Có", 3] for n, day in enumerate(MONTH_FIRST, 1)),
    ]
    reading = understood({"Phiếu": answers, "Câu hỏi": QUESTIONS})
    assert [form.interviewed_on for form in reading.sheets[0].records] == TYPED
    assert told(reading) == [SAID]


def test_a_column_of_texts_month_first_is_read_so_and_said(understood):
    days = ["04/15/2023", "06/05/2023", "08/30/2023"]
    rows = [[n, f"Việc {n}", "Công an xã", day] for n, day in enumerate(days, 1)]
    reading = understood([TITLE, HEADINGS[:4], SECTION, *rows])
    found = [task.due for task in reading.sheets[0].records]
    assert found == [date(2023, 4, 15), date(2023, 6, 5), date(2023, 8, 30)]
    assert remarks(reading) == [("dates_turned", "D4", "warning")]


def test_a_column_that_may_be_turned_is_kept_and_asked_about(understood):
    days = [date(2023, 5, 4), "13/06/2023", "25/06/2023"]
    rows = [[n, f"Việc {n}", "Công an xã", day] for n, day in enumerate(days, 1)]
    reading = understood([TITLE, HEADINGS[:4], SECTION, *rows])
    assert [task.due for task in reading.sheets[0].records][0] == date(2023, 5, 4)
    assert remarks(reading) == [("dates_in_doubt", "D4", "warning")]


def test_an_activity_that_is_only_planned_was_not_held(understood):
    rows = [["NHẬT KÝ TRUYỀN THÔNG NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"]]
    rows += [["Ngày", "Kênh", "Nội dung", "Số người tiếp cận"]]
    rows += [["Dự kiến 5/3/2023", "Loa", "Luật", 10], ["6/3/2023", "Loa", "Luật", 10]]
    reading = understood(rows)
    assert [activity.held_on for activity in reading.sheets[0].records] == [date(2023, 3, 6)]
    assert [code for code, _ in told(reading)] == ["unreadable_date", "activity_without_date"]
