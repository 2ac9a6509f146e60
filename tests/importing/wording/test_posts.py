"""Parts of posts: one, in question, or nothing to each other."""

import pytest

from dashboard.importing.storing.official_names import Officials
from dashboard.importing.wording.name_lists import people
from dashboard.importing.wording.offices import office
from dashboard.importing.wording.posts import Relation, post, relation

LAND = "Công chức Địa chính - Nông nghiệp - Xây dựng và Môi trường"

NESTED = [
    ("Địa chính", LAND),
    ("ĐC-XD", "CC ĐC-NN-XD&MT"),
    ("cán bộ địa chính xã", "ĐCXD"),
    ("Văn phòng", "VP-TK"),
    ("Thống kê", "Văn phòng thống kê"),
    ("VP UBND", "VP HĐND-UBND"),
    ("Tư pháp", "TP-HT"),
    ("Kế toán", "TC-KT"),
    ("Kế toán - Tài chính", "TC-KT"),
    ("Văn hóa", "VHXH"),
    ("LĐTBXH", "Văn hoá - Xã hội (LĐTBXH)"),
    ("Chủ tịch", "Chủ tịch UBND xã"),
    ("PCT", "Phó CT UBND"),
    ("Bí thư", "Bí thư Đảng ủy"),
]
MAYBE = [
    ("ĐC-XD", "ĐC-NN-MT"),
    ("VP-TK", "VP HĐND và UBND"),
    ("Tài chính", "Kế toán"),
    ("VH-XH", "Phòng VH-XH"),
    ("Công an", "Trưởng CA"),
    ("BCH QS", "CHT QS"),
    ("MTTQ", "Chủ tịch UBMTTQ"),
    ("PCT UBND", "PCT UBND xã phụ trách kinh tế"),
    ("Địa chính", "Địa chính (đ/c Hùng)"),
    ("Chủ tịch", "Chủ tịch HĐND"),
]
NONE = [
    ("Chủ tịch UBND", "Phó Chủ tịch UBND"),
    ("Chủ tịch", "Phó Chủ tịch UBND"),
    ("Chủ tịch HĐND", "Chủ tịch UBND"),
    ("PCT UBND phụ trách kinh tế", "PCT UBND phụ trách văn hóa"),
    ("UBND xã", "HĐND và UBND xã"),
    ("UBND xã", "Chủ tịch UBND xã"),
    ("Công an", "Phó Trưởng Công an"),
    ("Công an", "Công an huyện"),
    ("Hội Nông dân", "Hội LHPN"),
    ("VHXH", "LĐTBXH"),
    ("Văn phòng", "Chi nhánh VPĐK đất đai"),
    ("VP UBND", "Văn phòng Đảng ủy"),
    ("Phòng Kinh tế", "Phòng VH-XH"),
    ("TP-HT", "TC-KT"),
    ("Địa chính (đ/c Hùng)", "Địa chính (đ/c Lan)"),
]


def related(one: str, other: str) -> Relation:
    own, there = (post(office(name, "Xã Đức Hợp")) for name in (one, other))
    return relation(own, there) if own and there else Relation.NONE


@pytest.mark.parametrize(
    ("pair", "how"),
    [
        *((pair, Relation.NESTED) for pair in NESTED),
        *((pair, Relation.MAYBE) for pair in MAYBE),
        *((pair, Relation.NONE) for pair in NONE),
    ],
    ids=lambda value: " - ".join(value) if isinstance(value, tuple) else value.name,
)
def test_pair(pair, how):
    assert related(*pair) is how


@pytest.mark.parametrize("name", ["Trưởng thôn 1", "Các thôn", "Nguyễn Văn An", "Tổ hòa giải"])
def test_name_of_no_post(name):
    assert post(office(name)) is None or related(name, "Trưởng thôn 2") is Relation.NONE


SAME = [
    ("TT PVHCC", "Trung tâm Phục vụ hành chính công"),
    ("TTPVHCC", "TT phục vụ HCC"),
    ("P.KT", "Phòng Kinh tế"),
    ("Phòng KT-HT&ĐT", "Phòng Kinh tế, Hạ tầng và Đô thị"),
    ("CHT QS", "Chỉ huy trưởng Ban CHQS xã"),
    ("Xã đội trưởng", "Chỉ huy trưởng Quân sự"),
    ("Mặt trận", "UBMTTQVN xã"),
    ("C.chức Địa chính", "Công chức phụ trách ĐC"),
    ("PCT xã", "Phó CT UBND"),
    ("VP-TKê", "Văn phòng - Thống kê"),
    ("Ban CA xã", "Công an"),
    ("Hội Nông dân Việt Nam xã", "Hội ND"),
    ("VP HĐND và UBND", "Văn phòng HĐND-UBND xã"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_post_since_2025_and_before(one, other):
    assert office(one).bare == office(other).bare


def test_office_of_two_bodies_is_one_name():
    assert people("VPHĐND&UBND") == ("VPHĐND&UBND",)
    assert people("VP HĐND và UBND; Phòng KT-HT&ĐT") == ("VP HĐND và UBND", "Phòng KT-HT&ĐT")


def met(*sheets: list[str]) -> dict[str, str]:
    """Of names that had to do with others, whom each was joined to; "" who was asked about."""
    officials = Officials([])
    for names in sheets:
        officials.resolve("", names)
    return {one.written: one.name for one in officials.met}


@pytest.mark.parametrize(
    ("sheets", "expected"),
    [
        ([["Địa chính", "ĐC-XD", LAND]], {"Địa chính": LAND, "ĐC-XD": LAND}),
        ([["Địa chính"], [LAND], ["ĐC-XD"]], {LAND: "Địa chính", "ĐC-XD": "Địa chính"}),
        ([[LAND], ["ĐC-XD"], ["Địa chính"]], {"Địa chính": LAND, "ĐC-XD": LAND}),
        ([["ĐC-XD", "ĐC-NN-MT"], ["Địa chính"]], {"ĐC-XD": "", "Địa chính": ""}),
        ([[LAND], ["ĐC-XD", "ĐC-NN-MT"]], {"ĐC-XD": "", "ĐC-NN-MT": ""}),  # two may share it
        ([["Tư pháp", "Hộ tịch", "TP-HT"]], {"Tư pháp": "TP-HT", "Hộ tịch": "TP-HT"}),
        ([["VP-TK", "VP UBND"], ["Văn phòng"]], {"VP UBND": "", "Văn phòng": ""}),
        ([["Chủ tịch UBND", "Phó Chủ tịch UBND"], ["Chủ tịch"]], {"Chủ tịch": "Chủ tịch UBND"}),
        ([["Chủ tịch UBND", "Chủ tịch HĐND"], ["Chủ tịch"]], {"Chủ tịch": ""}),
        ([["Trưởng thôn 1", "Trưởng thôn 2"], ["Trưởng thôn"]], {}),
        ([[LAND, "Công an xã", "UB MTTQ xã", "Chủ tịch UBND xã", "Phó Chủ tịch UBND xã",
           "Công chức Tư pháp - Hộ tịch", "Chi nhánh VPĐK đất đai", "Các thôn", "UBND xã"]], {}),
    ],
)  # fmt: skip
def test_who_meets_whom(sheets, expected):
    assert met(*sheets) == expected
