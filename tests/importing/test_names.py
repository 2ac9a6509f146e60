import pytest

from dashboard.importing.names import Area, area, people

OFFICE = "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường"


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        (None, []),
        ("UB MTTQ xã", ["UB MTTQ xã"]),
        ("UB MTTQ xã; Các thôn", ["UB MTTQ xã", "Các thôn"]),
        ("UB MTTQ xã\nCác thôn", ["UB MTTQ xã", "Các thôn"]),
        ("- Hội Nông dân\n- Hội Phụ nữ", ["Hội Nông dân", "Hội Phụ nữ"]),
        ("1. Hội Nông dân\n2. Hội Phụ nữ", ["Hội Nông dân", "Hội Phụ nữ"]),
        ("Hội Nông dân, Hội Phụ nữ", ["Hội Nông dân", "Hội Phụ nữ"]),
        ("Hội Nông dân/Hội Phụ nữ", ["Hội Nông dân", "Hội Phụ nữ"]),
        ("Hội Nông dân và Hội Phụ nữ", ["Hội Nông dân", "Hội Phụ nữ"]),
        ("Chủ tịch UBND xã và các thôn", ["Chủ tịch UBND xã", "các thôn"]),
        ("Công an xã, Trạm Y tế; Đoàn Thanh niên", ["Công an xã", "Trạm Y tế", "Đoàn Thanh niên"]),
        ("Hội Nông dân; Hội Nông dân", ["Hội Nông dân"]),
        ("Hội Nông dân;", ["Hội Nông dân"]),
        ("VP-TK, TP-HT", ["VP-TK", "TP-HT"]),
        ("CA xã/QS xã", ["CA xã", "QS xã"]),
        ("Nguyễn Văn An, Trần Thị Bình", ["Nguyễn Văn An", "Trần Thị Bình"]),
        ("Đ/c Nguyễn Văn An", ["Đ/c Nguyễn Văn An"]),
        ("Đ/c An, đ/c Bình", ["Đ/c An", "đ/c Bình"]),
        (OFFICE, [OFFICE]),
        (f"{OFFICE} và Công an xã", [OFFICE, "Công an xã"]),
        (f"{OFFICE}, {OFFICE} xã", [OFFICE, f"{OFFICE} xã"]),
        ("Công chức Văn hóa - Xã hội", ["Công chức Văn hóa - Xã hội"]),
        ("Văn hóa - Xã hội", ["Văn hóa - Xã hội"]),
        ("Lao động - Thương binh và Xã hội", ["Lao động - Thương binh và Xã hội"]),
        ("Phòng Văn hóa, Thể thao và Du lịch", ["Phòng Văn hóa, Thể thao và Du lịch"]),
        ("Phòng Tài nguyên và Môi trường", ["Phòng Tài nguyên và Môi trường"]),
        ("Ban Tổ chức và Tổ chức cán bộ", ["Ban Tổ chức và Tổ chức cán bộ"]),
        ("Công chức Văn phòng - Thống kê, Tư pháp - Hộ tịch",
         ["Công chức Văn phòng - Thống kê", "Tư pháp - Hộ tịch"]),
    ],
)  # fmt: skip
def test_people(cell, names):
    assert list(people(cell)) == names


@pytest.mark.parametrize("cell", ["Toàn xã", "toàn xã", "Cả xã", "Các thôn", "Toan xa", "8/8 thôn"])
def test_whole_unit(cell):
    assert area(cell) == Area(cell, True)


@pytest.mark.parametrize(
    ("cell", "villages"),
    [
        ("Thôn Bắc", ["Thôn Bắc"]),
        ("Thôn Bắc; Thôn Hạ", ["Thôn Bắc", "Thôn Hạ"]),
        ("Thôn Bắc, thôn Hạ và thôn Đoài", ["Thôn Bắc", "thôn Hạ", "thôn Đoài"]),
        ("Thôn Bắc, Hạ, Đoài", ["Thôn Bắc", "Thôn Hạ", "Thôn Đoài"]),
        ("Thôn 1, 2, 3", ["Thôn 1", "Thôn 2", "Thôn 3"]),
        ("Bắc, Hạ", ["Bắc", "Hạ"]),
        ("Thôn Bắc\nThôn Hạ", ["Thôn Bắc", "Thôn Hạ"]),
        ("Thôn Bắc/Thôn Hạ", ["Thôn Bắc", "Thôn Hạ"]),
    ],
)
def test_villages(cell, villages):
    assert list(area(cell).villages) == villages and not area(cell).whole


def test_blank_area_is_the_whole_unit():
    assert area(None) == Area("", True)


def test_one_whole_unit_among_villages_wins():
    assert area("Thôn Bắc; toàn xã").whole
