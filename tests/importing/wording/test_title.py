import pytest

from dashboard.importing.model.raw import RawSheet
from dashboard.importing.wording.title import Facts, facts, unit_in, year_in


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (["ỦY BAN NHÂN DÂN", "XÃ ĐỨC HỢP"], "Xã Đức Hợp"),
        (["UỶ BAN NHÂN DÂN XÃ ĐỨC HỢP"], "Xã Đức Hợp"),
        (["UBND XÃ ĐỨC HỢP"], "Xã Đức Hợp"),
        (["UBND xã Đức Hợp"], "Xã Đức Hợp"),
        (["Đơn vị: xã Đức Hợp, huyện Kim Động"], "Xã Đức Hợp"),
        (["(Kèm theo Kế hoạch của UBND xã Đức Hợp; DỮ LIỆU MÔ PHỎNG)"], "Xã Đức Hợp"),
        (["XÃ ĐỨC HỢP", "của UBND xã Đức Hợp"], "Xã Đức Hợp"),
        (["XÃ CƯ M'GAR", "của UBND xã Cư M'gar"], "Xã Cư M'gar"),
        (["UBND HUYỆN KIM ĐỘNG", "UBND XÃ ĐỨC HỢP"], "Xã Đức Hợp"),
        (["UBND XÃ ĐỨC HỢP BÁO CÁO KẾT QUẢ NĂM 2023"], "Xã Đức Hợp"),
        (["BIỂU NHIỆM VỤ XÃ ĐỨC HỢP NĂM 2023"], "Xã Đức Hợp"),
        (["UBND XÃ THÀNH CÔNG"], "Xã Thành Công"),
        (["THỊ TRẤN NĂM CĂN NĂM 2023"], "Thị trấn Năm Căn"),
        (["UBND THỊ TRẤN LƯƠNG BẰNG"], "Thị trấn Lương Bằng"),
        (["UBND PHƯỜNG 12 QUẬN 3"], "Phường 12"),
        (["UBND ĐẶC KHU PHÚ QUỐC"], "Đặc khu Phú Quốc"),
        (["UBND XÃ SỐ 01"], "Xã số 01"),
        (["UBND xã số 01"], "Xã số 01"),
        (["UBND THỊ XÃ SƠN TÂY"], "Thị xã Sơn Tây"),
        (["UBND HUYỆN KIM ĐỘNG"], "Huyện Kim Động"),
        (["UBND TỈNH HƯNG YÊN"], "Tỉnh Hưng Yên"),
        (["KINH TẾ - XÃ HỘI XÃ HỘI HOAN"], "Xã Hội Hoan"),
        (["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], None),
        (["ỦY BAN NHÂN DÂN HUYỆN (DỮ LIỆU MÔ PHỎNG)"], None),
        (["NHIỆM VỤ CỦA CÁC XÃ NĂM 2023"], None),
        (["Phát triển kinh tế - xã hội"], None),
        (["Công chức Văn hóa - Xã hội"], None),
        (["cấp xã, phường"], None),
        ([], None),
    ],
)
def test_unit(lines, unit):
    assert unit_in(lines) == unit


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        (["PAPI năm 2023"], 2023),
        (["PAPI NĂM 2023"], 2023),
        (["Ngày 19 tháng 12 năm 2022", "Kế hoạch năm 2023"], 2023),
        (["(Kèm theo Kế hoạch ngày 19/12/2022)", "Năm 2023"], 2023),
        (["Số 15/2022/KH-UBND", "Năm 2023"], 2023),
        (["Giai đoạn 2021-2025", "Bảng 2023"], 2023),
        (["bieu-nhiem-vu-2023"], 2023),
        (["Năm: 2023"], 2023),
        (["(Kèm theo Kế hoạch ngày 19/12/2022)"], None),
        (["Giai đoạn 2021 - 2025"], None),
        (["Công văn 12345"], None),
        ([], None),
    ],
)
def test_year(lines, year):
    assert year_in(lines) == year


def test_letterhead_of_two_lines_in_one_cell():
    rows = [["ỦY BAN NHÂN DÂN\nXÃ ĐỨC HỢP", "Độc lập - Tự do - Hạnh phúc"], ["Năm 2023", None]]
    assert facts(RawSheet("B", rows), 2) == Facts(2023, "Xã Đức Hợp", False)


def test_letterhead_of_two_cells():
    rows = [["ỦY BAN NHÂN DÂN"], ["XÃ ĐỨC HỢP"]]
    assert facts(RawSheet("B", rows), 2).unit == "Xã Đức Hợp"


def test_only_the_rows_above_the_headings_count():
    rows = [["DỮ LIỆU MÔ PHỎNG"], ["Xã"], ["Xã Đức Hợp, năm 2023"]]
    assert facts(RawSheet("B", rows), 1) == Facts(None, None, True)
