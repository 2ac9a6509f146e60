"""Cells of a result column: done, not done, cancelled, or words that say none of these."""

import pytest

from dashboard.importing.values.result_words import result_word


@pytest.mark.parametrize(
    "said",
    [
        "Hoàn thành",
        "HT",
        "Đã HT 100%",
        "Hoàn thành xuất sắc",
        "Hoàn thành trước hạn",
        "Hoàn thành tốt nhiệm vụ",
        "Hoàn thành đúng hạn",
        "Hoàn thành đúng tiến độ",
        "Hoàn thành nhiệm vụ được giao",
        "Hoàn thành ngày 15/9/2023",
        "Đã hoàn thành (BC số 12/BC-UBND ngày 20/9/2023)",
        "Hoàn thành, báo cáo số 12/BC-UBND ngày 20/9/2023",
        "Đã xong, đã gửi báo cáo",
        "Hoàn thành 10/10 thôn",
        "- Hoàn thành",
        "+ Đã hoàn thành",
        "Đã hoàn thành!",
        "Hoàn thành./.",
        "Hoàn thành 100% kế hoạch",
        "Đạt",
        "Đạt 100%",
        "Đạt yêu cầu",
        "Vượt kế hoạch",
        "Đúng hạn",
        "Đã thực hiện",
        "Đã thực hiện xong",
        "Xong",
        "Hoàn thành chậm 5 ngày",
        "Hoàn thành quá hạn",
        "Hoàn thành vượt mức kế hoạch đề ra",
        "Hoàn thành 120%",
        "Hoàn thành toàn bộ",
        "Đã hoàn thành 15/9/2023",
        "Đã hoàn thành công việc",
        "hoan thanh",
        "HOÀN THÀNH ĐÚNG HẠN",
        "đã hoàn thành đúng hạn",
        "HOÀN THÀNH",
        "Đã hoàn thành",
    ],
)
def test_done(said):
    assert result_word(said) == "done"


@pytest.mark.parametrize(
    "said",
    [
        "Hoàn thành 70%",
        "Chưa hoàn thành",
        "Không hoàn thành",
        "Đang thực hiện",
        "Cơ bản hoàn thành",
        "Hoàn thành một phần",
        "Hoàn thành 8/10 thôn",
        "Đạt 80%",
        "Vượt 20%",
        "Đúng hạn 95% hồ sơ",
        "Xong 2/3",
        "Chậm 5 ngày",
        "Đang làm",
        "Chưa",
        "80%",
        "Không hoàn thành đúng hạn",
        "Hoàn thành 80%",
    ],
)
def test_not_done(said):
    assert result_word(said) == "not_done"


@pytest.mark.parametrize(
    "said",
    [
        "Không thực hiện (dừng theo CV 12/UBND ngày 5/6/2023)",
        "Hủy",
        "Huỷ bỏ",
        "Dừng",
        "Dừng thực hiện",
        "Không thực hiện",
        "Không thực hiện do thiếu kinh phí",
        "Không thực hiện nữa",
        "Tạm dừng theo CV 12/UBND",
        "Hủy (trùng nhiệm vụ số 5)",
        "Hủy nhiệm vụ",
        "Dừng, chuyển sang năm 2024",
        "Không thực hiện năm 2023",
        "dung",
    ],
)
def test_cancelled(said):
    assert result_word(said) == "cancelled"


@pytest.mark.parametrize(
    "said",
    [
        "Hoàn thành việc rà soát hộ nghèo",
        "Hoàn thành các cơ sở dữ liệu",
        "Không thực hiện thu ngoài quy định",
        "Đã ban hành KH",
        "Hoàn thành, còn 2 thôn chưa xong",
        "Hoàn thành (trừ thôn Đông)",
        "Hoàn thành: cơ sở dữ liệu đất đai, hộ tịch",
        "Hoàn thành, nghiệm thu công trình",
        "Hoàn thành trước 30/9/2023",
        "Hoàn thành trước ngày 30/9",
        "Hoàn thành trong quý II",
        "Hoàn thành Quý II/2023",
        "Hoàn thành năm 2023",
        "Đạt chuẩn nông thôn mới",
        "Đã thực hiện 3 đợt",
        "Xong rà soát",
        "Dừng thu phí",
        "Không thực hiện được",
        "Bãi bỏ thủ tục chứng thực",
        "Chậm, đã hoàn thành 15/9",
        "Sẽ hoàn thành",
        "Dự kiến hoàn thành 30/9",
        "Đã hoàn thành bước 1",
        "Đã hoàn thành dự thảo",
        "Hoàn thành đợt 1",
        "Không",
        "Có",
        "100%",
        "Đã hoàn thành toàn bộ nội dung",
        "Hoàn thành hồ sơ, chờ phê duyệt",
        "Hoàn thành, chờ nghiệm thu",
        "Hoàn thành, không có vướng mắc",
        "Hoàn thành công tác tuyên truyền",
        "Hoàn thành mục tiêu",
        "Hoàn thành xây dựng nhà văn hóa",
        "Đúng",
        "Xem báo cáo",
        "",
    ],
)
def test_products_aims_and_what_is_taken_back_say_nothing_of_the_task(said):
    assert result_word(said) is None
