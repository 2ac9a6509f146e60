"""What stands in a column, and which fields it fits."""

from datetime import date, datetime

import pytest

from dashboard.importing.recognition.contents import EMPTY, Profile, fit, is_running, profile


@pytest.mark.parametrize(
    ("values", "of"),
    [
        (["1.1", "2.2", 8.3], "component_code"),
        (["Thuận", "Nghịch", "+"], "direction"),
        (["Nam", "Nữ", "nam"], "sex"),
        (["Thôn Đông", "Xóm 5", "TDP số 2"], "village"),
        (["Công an xã", "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường"], "office"),
        ([date(2023, 5, 3), "30/6/2023", "15-7-2023"], "date"),
        ([datetime(2023, 5, 3, 9, 30)], "timestamp"),
        (["80%", "100 %", "đạt 75%"], "percent"),
        (["Quý II/2023", "Thường xuyên", "Trước 31/5"], "due_words"),
        ([1, 2, 3, 4, 5], "running"),
        (["1.071", "1.234", 893], "large"),
        (["Có", "Không", "x"], "yes_no"),
        (["Ông/Bà có biết tổ hòa giải của thôn không?"], "long"),
        (["Tổ chức hội nghị tuyên truyền pháp luật đến toàn thể hộ dân trong thôn."], "long"),
        (["Có = 1; Không = 0", "1 = rất kém; 5 = rất tốt"], "choices"),
        (["C01", "D12", "h71a"], "code"),
        (["18-30", "Trên 60", "dưới 30 tuổi"], "age_group"),
    ],
)
def test_the_class_of_values(values, of):
    assert profile(values).shares == {of: 1.0}


def test_numbers_in_a_format_of_per_cents():
    assert profile([0.5, 0.8], percents=True).shares == {"percent": 1.0}


def test_a_running_number_may_stand_beside_an_outline():
    assert profile(["I", 1, 2, 3, "II", 4, 5]).shares == {"running": 1.0}
    assert not is_running([3.0, 1.0, 7.0], 3)
    assert not is_running([1.0, 2.0], 2)


def test_contents_speak_for_one_field_and_against_another():
    dates = profile([date(2023, 5, day) for day in (1, 9, 14)])
    assert fit("tasks", "due", dates) > 0 > fit("tasks", "progress", dates)
    assert fit("tasks", "lead", dates) < 0


def test_few_values_tell_less():
    one, many = profile(["Nam"]), profile(["Nam", "Nữ", "Nam", "Nữ"])
    assert 0 < fit("answers", "sex", one) < fit("answers", "sex", many)


def test_an_empty_column_speaks_a_little_against_every_field():
    assert profile([None, None]) == Profile()
    assert fit("tasks", "due", Profile()) == EMPTY < 0
