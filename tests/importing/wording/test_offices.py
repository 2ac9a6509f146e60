"""Officials and bodies by any of their spellings."""

import pytest

from dashboard.importing.wording.offices import office

SAME = [
    ["Công chức Văn phòng - Thống kê", "VP-TK", "VPTK", "VP - TK", "CC VP-TK", "vp-tk",
     "Công chức VP - TK xã", "V.P-T.K", "Đ/c công chức VP.TK", "VĂN PHÒNG - THỐNG KÊ"],
    ["Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường", "ĐC-NN-XD&MT", "ĐCNNXDMT",
     "ĐC - NN - XD và MT", "CC ĐC-NN-XD&MT xã"],
    ["Công chức Địa chính - Xây dựng", "ĐC-XD"],
    ["Công chức Tư pháp - Hộ tịch", "TP-HT", "TPHT"],
    ["Công chức Văn hóa - Xã hội", "VH-XH", "VHXH", "văn hoá - xã hội"],
    ["Công chức Tài chính - Kế toán", "TC-KT"],
    ["Lao động - Thương binh và Xã hội", "LĐ-TB&XH", "LĐTBXH", "Lao động, Thương binh và Xã hội"],
    ["Công an xã", "CA xã", "CAX", "CA", "Công an"],
    ["Chủ tịch UBND xã", "CT UBND", "Đ/c Chủ tịch UBND", "CTUBND", "Chủ tịch UBND xã Đức Hợp",
     "Đồng chí Chủ tịch Ủy ban nhân dân xã", "CT.UBND", "CT U.B.N.D"],
    ["Phó Chủ tịch UBND xã", "PCT UBND", "Đồng chí PCT UBND xã"],
    ["UB MTTQ xã", "MTTQ", "UBMTTQ", "Mặt trận Tổ quốc", "Ủy ban Mặt trận Tổ quốc Việt Nam xã"],
    ["Ban Chỉ huy Quân sự xã", "BCHQS", "Ban CHQS"],
    ["Hội Liên hiệp Phụ nữ xã", "HPN", "Hội Phụ nữ", "Hội LHPN"],
    ["Hội Nông dân xã", "HND"],
    ["Hội Cựu chiến binh xã", "CCB", "Hội CCB"],
    ["Đoàn Thanh niên xã", "ĐTN", "Đoàn TNCS Hồ Chí Minh"],
    ["Trạm Y tế xã", "TYT"],
    ["Thường trực HĐND xã", "TT HĐND"],
    ["Đài truyền thanh xã", "Đài TT"],
]  # fmt: skip


def key(name: str) -> tuple[str, ...]:
    return office(name, "Xã Đức Hợp").bare


@pytest.mark.parametrize("names", SAME, ids=lambda names: names[0])
def test_every_spelling_is_one_official(names):
    assert {key(name) for name in names} == {key(names[0])}


def test_different_officials_stay_different():
    assert len({key(names[0]) for names in SAME}) == len(SAME)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Công an xã", "Công an huyện"),
        ("Công an xã", "Trưởng Công an xã"),
        ("Chủ tịch UBND xã", "Phó Chủ tịch UBND xã"),
        ("Chủ tịch UBND xã", "Chủ tịch HĐND xã"),
        ("Hội Nông dân", "Chi hội Nông dân"),
        ("Trưởng thôn Đông", "Trưởng thôn Bắc"),
        ("cấp ủy", "CA"),
        ("Tổ ca đêm", "Tổ CA đêm"),
        ("Nguyễn Văn A", "Nguyễn Văn B"),
    ],
)
def test_other_officials(one, other):
    assert key(one) != key(other)


@pytest.mark.parametrize("name", ["Công chức", "Cán bộ xã", "Xã", "Ông"])
def test_a_name_of_such_words_alone_keeps_one(name):
    assert key(name)
