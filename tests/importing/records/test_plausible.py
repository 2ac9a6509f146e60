"""What can be true but hardly is: kept, and told at its cell."""

from datetime import date, timedelta

import pytest

from tests.importing.conftest import QUESTIONS, every_finding, remarks

TITLE = ["NHIỆM VỤ PAPI NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"]
HEADINGS = ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tiến độ (%)", "Ngày hoàn thành"]
HEADINGS += ["6 tháng đầu năm", "Cả năm"]
SECTION = ["1.1", "Tri thức công dân"]
UNFINISHED = ("done_but_unfinished", "F4", "warning")
TOMORROW = date.today() + timedelta(days=2)


def plan(understood, *, due="30/6/2023", progress=None, done=None, h1=None, year=None):
    row = [1, "Họp thôn", "UB MTTQ xã", due, progress, done, h1, year]
    return remarks(understood([TITLE, HEADINGS, SECTION, row]))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"done": date(2022, 11, 1)}, []),
        ({"done": date(2022, 10, 31)}, [("date_outside_plan", "F4", "warning")]),
        ({"done": date(2023, 12, 31)}, []),
        ({"done": date(2024, 1, 1)}, [("date_outside_plan", "F4", "warning")]),
        ({"done": TOMORROW}, [("date_in_future", "F4", "warning")]),
        ({"due": date(2022, 10, 31)}, [("date_outside_plan", "D4", "warning")]),
        ({"due": date(2024, 6, 30)}, [("date_outside_plan", "D4", "warning")]),
        ({"due": "Thường xuyên"}, []),
        ({"progress": "100%"}, [("done_without_date", "E4", "warning")]),
        ({"progress": "100%", "year": "Hoàn thành"}, [("done_without_date", "E4", "warning")]),
        ({"progress": "100%", "year": "Hủy"}, []),
        ({"progress": "100%", "done": "31/02/2023"}, [("impossible_date", "F4", "error")]),
        ({"progress": "99%"}, []),
        ({"year": "Hoàn thành"}, []),
        ({"done": date(2023, 5, 1), "progress": "100%", "year": "Hoàn thành"}, []),
        ({"done": date(2023, 5, 1), "progress": "80%"}, [UNFINISHED]),
        (
            {"done": date(2023, 5, 1), "progress": "80%", "year": "Chưa hoàn thành"},
            [UNFINISHED],
        ),
        ({"done": date(2023, 7, 1), "year": "Chưa xong"}, [UNFINISHED]),
        ({"done": date(2023, 7, 1), "h1": "Đang thực hiện"}, []),
        ({"done": date(2023, 5, 31), "h1": "Chưa xong"}, [UNFINISHED]),
    ],
)  # fmt: skip
def test_a_task(understood, given, expected):
    assert plan(understood, **given) == expected


def test_contradiction_names_both_cells(understood):
    row = [1, "Họp", "UB MTTQ xã", "30/6/2023", "80%", "5/6/2023", None, None]
    (finding,) = every_finding(understood([TITLE, HEADINGS, SECTION, row]))
    assert (finding.value, finding.holes) == ("5/6/2023", {"other": "E4", "said": "80%"})


def test_table_without_done_dates_is_not_asked_for_them(understood):
    headings = ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tiến độ (%)"]
    rows = [[n, f"Việc {n}", "UB MTTQ xã", "30/6/2023", "100%"] for n in range(1, 30)]
    assert every_finding(understood([TITLE, headings, SECTION, *rows])) == []


def test_table_without_a_year_has_no_span(understood):
    headings = ["Xã", *HEADINGS]
    row = ["Xã An", 1, "Họp", "UB MTTQ xã", "30/6/1999", None, None, None, None]
    assert ("date_outside_plan", "E3", "warning") not in remarks(
        understood([headings, ["", *SECTION], row])
    )


def survey(understood, *people: tuple):
    """People of 2023: (age or birth, day of the interview)."""
    rows = [[n, "Thôn Đông", age, day, "Có", 3] for n, (age, day) in enumerate(people, 1)]
    answers = [
        ["PHIẾU NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"],
        ["Mã phiếu", "Thôn", "Tuổi", "Ngày phỏng vấn", "C01", "C02"],
        *rows,
    ]
    return understood({"Phiếu": answers, "Câu hỏi": QUESTIONS})


DAY = date(2023, 9, 1)


@pytest.mark.parametrize(
    ("age", "day", "expected"),
    [
        (18, DAY, []),
        (17, DAY, [("under_age", "C3", "warning")]),
        (2005, DAY, []),
        (2006, DAY, [("under_age", "C3", "warning")]),
        (40, date(2022, 12, 31), [("interview_outside_year", "D3", "warning")]),
        (40, date(2023, 1, 1), []),
        (40, TOMORROW, [("date_in_future", "D3", "warning")]),
    ],
)
def test_a_form(understood, age, day, expected):
    assert remarks(survey(understood, (age, day))) == expected


def test_survey_of_another_year_is_told_once(understood):
    people = [(40, date(2022, 9, 1))] * 11 + [(40, DAY)] * 10
    (finding,) = every_finding(survey(understood, *people))
    assert (finding.code, finding.holes) == (
        "interviews_outside_year",
        {"count": "11", "year": "2023"},
    )
    few = [(40, date(2022, 9, 1))] * 10 + [(40, DAY)] * 10
    assert len(every_finding(survey(understood, *few))) == 10


def test_an_activity(understood):
    def log(day):
        rows = [["NHẬT KÝ TRUYỀN THÔNG NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"]]
        rows += [["Ngày", "Kênh", "Nội dung", "Số người tiếp cận"], [day, "Loa", "Luật", 10]]
        return remarks(understood(rows))

    assert log(date(2023, 3, 1)) == []
    assert log(date(2021, 3, 1)) == [("date_outside_plan", "A3", "warning")]
    assert log(TOMORROW) == [("date_in_future", "A3", "warning")]
