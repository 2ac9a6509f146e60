"""Cells of a progress column: a share, and what is said of it."""

import pytest

from dashboard.importing.values.shares import Scale, Share, progress, scale_of

FRACTIONS, PERCENTS, NO_WHOLE = Scale(), Scale(True, True), Scale(True)


@pytest.mark.parametrize(
    ("said", "scale", "share"),
    [
        ("80%", PERCENTS, 0.8),
        ("80 %", PERCENTS, 0.8),
        ("0,8", FRACTIONS, 0.8),
        ("80", PERCENTS, 0.8),
        ("80", FRACTIONS, 0.8),
        ("100", FRACTIONS, 1.0),
        ("100", PERCENTS, 1.0),
        ("1", PERCENTS, 0.01),
        ("hoàn thành 80%", PERCENTS, 0.8),
        ("khoảng 80%", PERCENTS, 0.8),
        ("Xong", PERCENTS, 1.0),
        ("Hoàn thành", PERCENTS, 1.0),
        ("Chưa thực hiện", PERCENTS, 0.0),
        ("Chưa triển khai", PERCENTS, 0.0),
        ("100% (QĐ số 15)", PERCENTS, 1.0),
        ("100% (QĐ số 15/QĐ-UBND ngày 10/9/2023)", PERCENTS, 1.0),
        ("100% (tăng 20% so với 2022)", PERCENTS, 1.0),
        ("80% (15/9/2023)", PERCENTS, 0.8),
        ("đạt 80", PERCENTS, 0.8),
        ("Hoàn thành 80", PERCENTS, 0.8),
        ("80 (*)", PERCENTS, 0.8),
        ("80(1)", PERCENTS, 0.8),
        ("80 phần trăm", PERCENTS, 0.8),
        ("80 percent", PERCENTS, 0.8),
        ("80%/100%", PERCENTS, 0.8),
        ("0", PERCENTS, 0.0),
        ("0%", PERCENTS, 0.0),
        ("80,5%", PERCENTS, 0.805),
        ("80.5", PERCENTS, 0.805),
        ("Đạt 100% KH", PERCENTS, 1.0),
        ("đạt 100% kế hoạch năm", PERCENTS, 1.0),
        ("HT 100%", PERCENTS, 1.0),
        ("Đã xong 100%", PERCENTS, 1.0),
        ("~80%", PERCENTS, 0.8),
        ("80%+", PERCENTS, 0.8),
        ("100%.", PERCENTS, 1.0),
        ("Đạt: 80%", PERCENTS, 0.8),
        ("0,5%", PERCENTS, 0.005),
        (0.8, FRACTIONS, 0.8),
        (1, FRACTIONS, 1.0),
        (0, FRACTIONS, 0.0),
        (1, PERCENTS, 0.01),
        (0.8, Scale(divisor=1), 0.8),
        (50, Scale(divisor=100), 0.5),
        ("80\uff05", PERCENTS, 0.8),
        ("Đang thực hiện (80%)", PERCENTS, 0.8),
        ("Cơ bản hoàn thành 90%", PERCENTS, 0.9),
        ("Đạt 80% chỉ tiêu được giao", PERCENTS, 0.8),
        ("Đến 30/6 đạt 80%", PERCENTS, 0.8),
        ("KH số 45: đạt 80%", PERCENTS, 0.8),
        ("100%(*)", FRACTIONS, 1.0),
        ("Đạt khoảng 80,5 % khối lượng", FRACTIONS, 0.805),
    ],
)
def test_a_share(said, scale, share):
    assert progress(said, scale) == Share(pytest.approx(share))


@pytest.mark.parametrize(
    ("said", "scale", "share", "code"),
    [
        ("0,8", PERCENTS, 0.8, "progress_read_as"),
        ("0.8", PERCENTS, 0.8, "progress_read_as"),
        ("8/10 thôn", PERCENTS, 0.8, "progress_read_as"),
        ("10/10 thôn", PERCENTS, 1.0, "progress_read_as"),
        ("Đạt 3/4", PERCENTS, 0.75, "progress_read_as"),
        ("80-90%", PERCENTS, 0.8, "progress_lower_end"),
        ("80% - 90%", PERCENTS, 0.8, "progress_lower_end"),
        ("50% đến 60%", PERCENTS, 0.5, "progress_lower_end"),
        ("từ 80 đến 90%", PERCENTS, 0.8, "progress_lower_end"),
        (">80%", PERCENTS, 0.8, "progress_lower_end"),
        ("trên 80%", PERCENTS, 0.8, "progress_lower_end"),
        ("2/5 việc", PERCENTS, 0.4, "progress_read_as"),
        ("90 - 100%", PERCENTS, 0.9, "progress_lower_end"),
        (0.8, PERCENTS, 0.8, "progress_read_as"),
        ("95% hộ tham gia", PERCENTS, 0.95, "progress_read_as"),
        ("Giải ngân 80%", PERCENTS, 0.8, "progress_read_as"),
        ("100% hồ sơ đúng hạn", PERCENTS, 1.0, "progress_read_as"),
        (80, Scale(divisor=1), 0.8, "progress_read_as"),
    ],
)
def test_a_share_that_is_read_and_said(said, scale, share, code):
    found = progress(said, scale)
    assert (found.value, found.problem.code) == (pytest.approx(share), code)


@pytest.mark.parametrize(
    "said",
    [
        "3/4",
        "khoảng 100%",
        "gần 100%",
        "gần 80%",
        "dưới 80%",
        "<80%",
        "Chưa",
        "tăng 20% so với 2022",
        "20% so với kế hoạch",
        "còn 20%",
        "Đã ban hành Kế hoạch số 45/KH-UBND",
        "Còn 3 thôn chưa xong",
        "Chậm 15 ngày",
        "100%?",
        "Xin lùi, đạt 80%",
        "Kế hoạch 100%",
        "80% → 90%",
        "80% (năm trước 70%)",
        "80-90",
        "Chưa được 50%",
        "Đã có Quyết định số 100/QĐ-UBND",
        "15 ngày",
        "3 thôn",
        "dự kiến 100%",
        "Phấn đấu 100%",
        "Mục tiêu 80%",
        "chưa đạt 80%",
        "Thôn A 80%, thôn B 100%",
        "15/9/2023",
        "Đang làm",
        "Quý II",
        "5 việc",
        "Còn 3/10 thôn",
        "Còn lại 2/10 thôn",
        "100/100",
        "Hoàn thành 3 nội dung",
        "Văn bản số 80",
        "80 (CV 12/UBND)",
        "6 tháng: 50%, năm: 100%",
    ],
)
def test_no_number_of_anything_else_is_a_share(said):
    found = progress(said, PERCENTS)
    assert found.value is None
    assert found.problem.code in ("unreadable_progress", "progress_in_doubt")


def test_one_among_per_cents_is_all_or_one_per_cent():
    assert progress(1, NO_WHOLE).problem.code == "progress_in_doubt"


@pytest.mark.parametrize("said", ["120%", "-5%", "150", 101, 1.2, -0.1])
def test_shares_below_nothing_and_above_the_whole(said):
    for scale in (FRACTIONS, PERCENTS):
        if (said, scale) != (1.2, PERCENTS):
            assert progress(said, scale).problem.code == "impossible_progress"


def test_blank():
    assert progress(None, PERCENTS) == Share()


@pytest.mark.parametrize(
    ("column", "percents"),
    [
        ([1, 0.5, None, "0,8"], False),
        ([1, 0, 1], False),
        ([1, 80], True),
        (["80", 1], True),
        (["đạt 80%", 0.5], False),
        (["80%", 0.5], False),
        (["Hoàn thành", 1], False),
        (["15 ngày", "Kế hoạch số 45", 0.5], False),
        ([1, 1, 0.5, 0.6, 1.8], False),
        ([1, 0, 1, 1.8], False),
        ([1, 0.5, 80, 60], True),
        ([], False),
    ],
)
def test_most_of_a_column_tells_percents_from_fractions(column, percents):
    assert scale_of(column).percents is percents


def test_a_slip_among_fractions_is_no_per_cent():
    assert progress(1.8, scale_of([1, 0.5, 0.6, 1.8])).problem.code == "impossible_progress"


def test_eighty_beside_fractions_is_eighty_per_cent():
    scale = scale_of([0.8, 0.5, 80, "100"])
    assert [progress(v, scale).value for v in (0.8, 80, "100")] == [0.8, 0.8, 1.0]
