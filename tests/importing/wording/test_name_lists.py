import pytest

from dashboard.importing.wording.name_lists import Area, area, people

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
        ("1.VP-TK\n2.CA xã", ["VP-TK", "CA xã"]),
        ("(1) VP-TK\n(2) CA xã", ["VP-TK", "CA xã"]),
        ("Đ/c Chủ tịch UBND", ["Đ/c Chủ tịch UBND"]),
        ("Đồng chí PCT UBND xã", ["Đồng chí PCT UBND xã"]),
        ("VH-XH + Đài TT", ["VH-XH", "Đài TT"]),
        ("VP-TK,TP-HT,ĐC-XD", ["VP-TK", "TP-HT", "ĐC-XD"]),
        ("HPN, HND, CCB, ĐTN", ["HPN", "HND", "CCB", "ĐTN"]),
        ("ĐC-NN-XD&MT", ["ĐC-NN-XD&MT"]),
        ("ĐC-NN-XD & MT, CA xã", ["ĐC-NN-XD & MT", "CA xã"]),
        ("LĐ-TB&XH và VP-TK", ["LĐ-TB&XH", "VP-TK"]),
        ("Công chức VP-TK và TP-HT", ["Công chức VP-TK", "TP-HT"]),
        ("Lao động, Thương binh và Xã hội", ["Lao động, Thương binh và Xã hội"]),
        ("Mặt trận Tổ quốc và các đoàn thể", ["Mặt trận Tổ quốc và các đoàn thể"]),
        ("UBMTTQ và các đoàn thể, CA xã", ["UBMTTQ và các đoàn thể", "CA xã"]),
        ("Ban Chỉ huy Quân sự, Hội Cựu chiến binh", ["Ban Chỉ huy Quân sự", "Hội Cựu chiến binh"]),
        ("Các ngành, đoàn thể, các thôn", ["Các ngành, đoàn thể", "các thôn"]),
        ("Các ban, ngành, đoàn thể và các thôn", ["Các ban, ngành, đoàn thể", "các thôn"]),
        ("Văn phòng HĐND và UBND", ["Văn phòng HĐND và UBND"]),
        ("Cán bộ, công chức xã", ["Cán bộ, công chức xã"]),
        ("Trưởng thôn Đông, Bắc", ["Trưởng thôn Đông", "Trưởng thôn Bắc"]),
        ("Trưởng thôn: Đông, Bắc", ["Trưởng thôn Đông", "Trưởng thôn Bắc"]),
        ("Công an xã (cùng MTTQ, Hội Nông dân), VP-TK",
         ["Công an xã (cùng MTTQ, Hội Nông dân)", "VP-TK"]),
        ("Trưởng thôn 1, 2 và 3", ["Trưởng thôn 1", "Trưởng thôn 2", "Trưởng thôn 3"]),
        ("Thôn Đông, Bắc và Công an xã", ["Thôn Đông", "Thôn Bắc", "Công an xã"]),
        ("Công chức Văn phòng - Thống kê, Tư pháp - Hộ tịch",
         ["Công chức Văn phòng - Thống kê", "Tư pháp - Hộ tịch"]),
    ],
)  # fmt: skip
def test_people(cell, names):
    assert list(people(cell)) == names


@pytest.mark.parametrize(
    "cell", ["Toàn xã", "toàn xã", "Cả xã", "Các thôn", "Toan xa", "8/8 thôn", "Toàn xã (8 thôn)"]
)
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
        ("T.Bắc, Hạ", ["T.Bắc", "T. Hạ"]),
        ("Tổ dân phố 1, 2", ["Tổ dân phố 1", "Tổ dân phố 2"]),
        ("1. Thôn Bắc\n2. Thôn Hạ", ["Thôn Bắc", "Thôn Hạ"]),
        ("Thôn: Bắc, Hạ", ["Thôn Bắc", "Thôn Hạ"]),
        ("Các thôn: Bắc, Hạ", ["Thôn Bắc", "Thôn Hạ"]),
        ("Thôn Bắc và Thôn Hạ.", ["Thôn Bắc", "Thôn Hạ"]),
        ("3 thôn (Bắc, Hạ, Đoài)", ["Thôn Bắc", "Thôn Hạ", "Thôn Đoài"]),
        ("Các thôn (thôn Bắc và thôn Hạ)", ["thôn Bắc", "thôn Hạ"]),
        ("Thôn Bắc (xóm 1, xóm 2); Thôn Hạ", ["Thôn Bắc", "Thôn Hạ"]),
        ("Thôn Bắc (cũ)", ["Thôn Bắc (cũ)"]),
    ],
)
def test_villages(cell, villages):
    assert list(area(cell).villages) == villages and not area(cell).whole


def test_blank_area_is_the_whole_unit():
    assert area(None) == Area("", True)


def test_one_whole_unit_among_villages_wins():
    assert area("Thôn Bắc; toàn xã").whole
