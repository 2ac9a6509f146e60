"""Cells of a column of done dates: done on a day, not done, or a question."""

from datetime import date, datetime

import pytest

from dashboard.importing.values.done_dates import IN_DOUBT, done_day

FIFTEENTH = date(2023, 9, 15)


@pytest.mark.parametrize(
    "value",
    [
        datetime(2023, 9, 15, 8, 30),
        "15/9/2023",
        "Đã xong ngày 15/9",
        "15/9/2023 (BC số 12 ngày 20/9/2023)",
        "Hoàn thành 15/9/2023",
        "Hoàn thành ngày 15/9/2023 theo BC 12/BC-UBND ngày 20/9/2023",
        "HT 15/9",
        "Xong 15.9.2023",
        "Ngày 15 tháng 9 năm 2023",
        "15-Sep-23",
        "15/09/2023 08:30",
        "Chiều 15/9/2023",
        "15/9/2023 (đúng hạn)",
        "15/9/2023 - chậm 15 ngày",
        "Đã xong (15/9/2023)",
        "Đã thực hiện xong ngày 15/9/2023, báo cáo số 45/BC-UBND ngày 20/9/2023",
        "15/9/2023 tại nhà văn hóa",
        "15/9/2023 (QĐ nghiệm thu 12/QĐ-UBND)",
        "Nghiệm thu 15/9/2023",
    ],
)
def test_spellings_of_a_day_done(value):
    assert done_day(value, 2023) == FIFTEENTH


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("30/9 (hạn 15/9)", date(2023, 9, 30)),
        ("Đợt 1: 30/4/2023; đợt 2: 31/10/2023", date(2023, 10, 31)),
        ("từ 1/3 đến 5/3/2023", date(2023, 3, 5)),
        ("15/9/2023 và 20/9/2023", date(2023, 9, 20)),
    ],
)
def test_the_last_day_of_several(said, day):
    assert done_day(said, 2023) == day


@pytest.mark.parametrize(
    "said",
    [
        "Chưa",
        "Chưa xong",
        "Đang thực hiện",
        "1/1/1970",
        "0",
        0,
    ],
)
def test_not_done(said):
    assert done_day(said, 2023) is None


@pytest.mark.parametrize(
    "said",
    [
        "Dự kiến 15/9/2023",
        "Chưa xong, đã có Tờ trình số 13/TTr-UBND ngày 14/8/2023 xin dừng",
        "Đang làm (Công văn 12/UBND ngày 05/6/2023)",
        "Xin lùi đến 25/9/2023",
        "(dự kiến) 15/9/2023",
        "15/9/2023, chưa nghiệm thu",
        "Hoàn thành 80% (15/9/2023)",
        "15/9/2023 khởi công",
        "15/9/2023?",
        "Hoàn thành trước 15/9/2023",
        "Thôn A: 15/9; thôn B: 20/9",
        "Nghiệm thu ngày 15/9/2023, quyết toán ngày 30/9/2023",
        "Trước 30/9/2023",
        "Đến 30/9/2023",
        "Hạn 30/9/2023",
        "Gia hạn 30/9/2023",
        "Họp ngày 15/9/2023",
        "Sẽ xong 15/9",
        "Phấn đấu 15/9/2023",
        "Không thực hiện",
        "Hủy theo QĐ 12/QĐ-UBND ngày 5/6/2023",
        "Đã trình UBND huyện ngày 15/9/2023",
        "15/9/2023, còn thiếu hồ sơ",
        "Hẹn 15/9",
        "Tạm dừng từ 15/9/2023",
        "Khoảng 15/9/2023",
        "Xong đợt 1 ngày 15/9/2023",
        "Cơ bản xong 15/9",
    ],
)
def test_a_day_that_is_not_surely_the_one_it_was_done_is_asked_about(said):
    problem = done_day(said, 2023)
    assert (problem.code, problem.severity) == ("done_in_doubt", "warning")


@pytest.mark.parametrize(
    "said",
    [
        "Tháng 9/2023",
        "Xong 8/10 thôn",
        "Từ 1/9 đến nay",
        "Quý III",
        "đã xong",
        "BC số 12 ngày 20/9/2023",
        "Kế hoạch 15/9/2023",
        "QĐ số 12/QĐ-UBND ngày 15/9/2023",
        "Sau 15/9/2023",
        "Đã gửi công văn ngày 15/9/2023",
    ],
)
def test_what_names_no_day_done(said):
    assert done_day(said, 2023).code == "unreadable_date"


def test_a_day_that_the_calendar_lacks():
    assert done_day("31/9/2023", 2023).code == "impossible_date"


@pytest.mark.parametrize(
    "pattern", ["{} 15/9/2023", "15/9/2023 ({})", "{}, 15/9", "15/9/2023 - {}"]
)
def test_no_day_is_done_beside_a_word_of_plans_or_of_work_that_goes_on(pattern):
    words = ["Dự kiến", "chưa xong", "Đang làm", "XIN LÙI", "sẽ", "Phấn đấu", "hoãn", "du kien"]
    for word in words:
        assert not isinstance(done_day(pattern.format(word), 2023), date), word


@pytest.mark.parametrize(
    "said",
    [
        *("20/9/2023 (kế hoạch)", "20/9/2023 (KH)", "20/9/2023 - kế hoạch", "20/9/2023 kế hoạch"),
        *("20/9/2023, theo kế hoạch", "20/9/2023 (theo KH)", "20/9/2023 (hạn)"),
        *("20/9 (kế hoạch năm 2023)", "Ngày 20/9/2023 (mục tiêu)", "20/9/2023\n(kế hoạch)"),
        "Hoàn thành 20/9/2023 (kế hoạch)",
    ],
)
def test_a_day_with_the_words_of_a_plan_behind_it_is_asked_about(said):
    assert done_day(said, 2023) == IN_DOUBT


@pytest.mark.parametrize(
    "behind",
    [
        *(" (đúng kế hoạch)", " (vượt kế hoạch)", " (trước hạn)", " (Kế hoạch số 12/KH-UBND)"),
        *(", ban hành kế hoạch", " (kế hoạch: 30/9/2023)", " (hạn 30/9/2023)", " (KH 12)"),
        " (sớm hơn kế hoạch 5 ngày)",
    ],
)
def test_a_plan_that_is_compared_with_or_issued_is_no_doubt(behind):
    assert done_day(f"15/9/2023{behind}", 2023) == date(2023, 9, 15)
    assert done_day("Hoàn thành 15/9/2023 theo kế hoạch", 2023) == date(2023, 9, 15)
