"""Due dates that are months, results that are marks, stars, lists below headings."""

from datetime import date

import pytest

from dashboard.importing.model.records import QuestionRow
from tests.importing.conftest import remarks

TITLE = ["NHIỆM VỤ PAPI NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"]
PLAN = [TITLE, ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], ["1.1", "Tri thức công dân"]]


def plan(understood, *days, **more):
    rows = [[n, f"Họp thôn lần {n}", "UB MTTQ xã", day] for n, day in enumerate(days, 1)]
    reading = understood([*PLAN, *rows], **more)
    said = [one for one in remarks(reading) if one[0] == "months_of_dates"]
    return [task.due for task in reading.sheets[0].records], said


@pytest.mark.parametrize(
    ("days", "due", "said"),
    [
        ((date(2023, 2, 1), date(2023, 6, 1)), [date(2023, 2, 28), date(2023, 6, 30)], ["D4"]),
        ((date(2023, 2, 1), "Quý II"), [date(2023, 2, 1), date(2023, 6, 30)], []),
        ((date(2023, 2, 1), date(2023, 6, 2)), [date(2023, 2, 1), date(2023, 6, 2)], []),
        (("1/2/2023", "1/6/2023"), [date(2023, 2, 1), date(2023, 6, 1)], []),
        ((date(2023, 2, 1), "15/6/2023"), [date(2023, 2, 1), date(2023, 6, 15)], []),
    ],
)  # fmt: skip
def test_firsts_of_months_alone_stand_for_their_months(days, due, said, understood):
    found, told = plan(understood, *days)
    assert (found, [cell for _, cell, _ in told]) == (due, said)


@pytest.mark.parametrize("form", ["mm/yyyy", "m-yy", "mmm-yy", "dd/mm/yyyy"])
def test_a_format_without_the_day_says_that_the_month_is_meant(form, understood):
    def edit(book):
        book.active["D4"].number_format = form

    due, told = plan(understood, date(2023, 6, 1), date(2023, 7, 15), edit=edit)
    is_month = not form.startswith("d")
    assert due == [date(2023, 6, 30 if is_month else 1), date(2023, 7, 15)]
    assert bool(told) == is_month


def test_marks_below_results_are_the_results(understood):
    headings = ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Hoàn thành", "Chưa thực hiện"]
    rows = [
        ["1.1", "Tri thức công dân"],
        [1, "Họp thôn", "Công an xã", "Quý I", "x", None],
        [2, "Niêm yết", "Công an xã", "Quý I", None, "x"],
        [3, "Phát tờ gấp", "Công an xã", "Quý I", "x", "x"],
        [4, "Sửa loa", "Công an xã", "Quý I", None, None],
    ]
    reading = understood([TITLE, headings, *rows])
    assert [task.result_year for task in reading.sheets[0].records] == [
        "Hoàn thành", "Chưa thực hiện", "Hoàn thành; Chưa thực hiện", "",
    ]  # fmt: skip
    codes = [code for code, *_ in remarks(reading)]
    assert codes.count("results_marked") == codes.count("unknown_result") == 1


def test_a_table_without_due_dates_is_said_once(understood):
    headings = ["STT", "Nhiệm vụ", "Chủ trì", "Phối hợp"]
    row = ["Công an xã", "Các thôn"]
    reading = understood([TITLE, headings, PLAN[2], [1, "Họp", *row], [2, "Sửa loa", *row]])
    found = [one for one in reading.all_findings() if "without_due" in one.code]
    assert [(one.code, one.holes["count"]) for one in found] == [("tasks_without_due", "2")]


@pytest.mark.parametrize("row", [["*"], ["*", "Sửa loa thôn Hạ"]])
def test_a_star_hides_no_row_in_silence(row, understood):
    reading = understood([*PLAN, [1, "Họp", "Công an xã", "Quý I"], row])
    assert len(reading.sheets[0].records) == 1
    assert [code for code, *_ in remarks(reading)] == ["row_taken_as_note"]


def test_questions_below_headings_have_their_component(understood):
    rows = [
        ["BỘ CÂU HỎI NĂM 2023"],
        ["TT", "Mã câu", "Câu hỏi", "Thấp nhất", "Cao nhất"],
        ["1.1", "Tri thức công dân"],
        [1, "C1", "Có biết nhiệm kỳ trưởng thôn không?", 0, 1],
        ["9.9", "Nội dung lạ"],
        [2, "C2", "Có biết ai là chủ tịch xã không?", 0, 1],
    ]
    sheet = understood(rows).sheets[0]
    asked = [row.question for row in sheet.records if isinstance(row, QuestionRow)]
    assert [(one.code, one.component) for one in asked] == [("C1", "1.1")]
    assert sheet.rows_refused == 2  # no component is known below the strange heading
