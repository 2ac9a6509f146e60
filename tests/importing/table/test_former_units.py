"""A column of communes of before a merger is never the unit of a row."""

import pytest

from dashboard.importing.recognition.synonyms import ranked
from tests.importing.conftest import QUESTIONS, remarks

FORMER = [
    "Xã cũ",
    "Xã (cũ)",
    "Tên xã cũ",
    "XÃ CŨ",
    "xa cu",
    "Xã trước sáp nhập",
    "Xã trước khi sáp nhập",
    "Xã (trước khi sắp xếp)",
    "Xã trước 1/7/2025",
    "Xã trước ngày 01/7/2025",
    "Xã trước đây",
    "Phường cũ",
    "Xã, thị trấn cũ",
    "Xã/phường cũ",
    "Xã/phường/thị trấn (trước 01/7/2025)",
    "Đơn vị cũ",
    "Đơn vị hành chính cũ",
    "Đơn vị trước sáp nhập",
    "Thuộc xã cũ",
    "Địa bàn cũ",
    "xa_cu",
    "Old commune",
    "Former commune",
    "Commune before merger",
]


def survey(heading: str, *units: str, title: str = "PHIẾU XÃ HIỆP CƯỜNG NĂM 2025"):
    headings = ["Mã phiếu", heading, "Thôn", "Giới tính", "Tuổi", "C01", "C02"]
    rows = [[n, unit, "Thôn 1", "Nam", 40, 1, 3] for n, unit in enumerate(units, start=1)]
    return {"Phiếu": [[title], headings, *rows], "Câu hỏi": QUESTIONS}


@pytest.mark.parametrize("heading", FORMER)
def test_former_commune_is_never_the_unit(heading, understood):
    reading = understood(survey(heading, "Xã Đức Hợp", "Xã Hùng An"))
    assert [record.unit for record in reading.sheets[0].records] == ["Xã Hiệp Cường"] * 2
    assert len(remarks(reading)) == 1  # a note on the column, or that it means nothing here
    plan = [["Nhiệm vụ", heading, "Chủ trì", "Thời hạn"], ["Niêm yết", "Xã A", "CC", "Quý I/2025"]]
    tasks = understood([["KẾ HOẠCH XÃ HIỆP CƯỜNG NĂM 2025"], *plan]).sheets[0]
    assert tasks.records[0].unit == "Xã Hiệp Cường"


@pytest.mark.parametrize("heading", ["Xã", "Xã mới", "Xã hiện nay", "Xã (sau sáp nhập)", "Đơn vị"])
def test_commune_of_today_is_the_unit(heading, understood):
    reading = understood(survey(heading, "Xã A", "Xã B", title="PHIẾU HUYỆN C NĂM 2025"))
    assert [record.unit for record in reading.sheets[0].records] == ["Xã A", "Xã B"]
    assert remarks(reading) == []


def test_new_commune_beside_the_former_one(understood):
    sheets = survey("Xã cũ", "Xã Đức Hợp", "Xã Hùng An")
    for row, added in zip(sheets["Phiếu"][1:], ["Xã mới", "Xã Nam", "Xã Nam"], strict=True):
        row.insert(1, added)
    records = understood(sheets).sheets[0].records
    assert {record.unit for record in records} == {"Xã Nam"}
    assert [r.village for r in records] == ["Thôn 1 (Xã Đức Hợp)", "Thôn 1 (Xã Hùng An)"]


def test_village_of_several_communes_without_its_own_is_told(understood):
    sheets = survey("Xã cũ", "Xã Đức Hợp", "Xã Hùng An", None)
    sheets["Dân số"] = [["Thôn", "Số người từ 18 tuổi"], ["Thôn 1", 900], ["Thôn 2", 400]]
    assert remarks(understood(sheets)) == [
        ("former_unit", "B2", "info"),
        ("village_of_several", "C5", "warning"),
        ("village_of_several", "A2", "warning"),
    ]


def test_village_of_one_former_commune_keeps_its_name(understood):
    records = understood(survey("Xã cũ", "Xã Đức Hợp", "Xã Đức Hợp")).sheets[0].records
    assert {record.village for record in records} == {"Thôn 1"}


def test_communes_that_are_not_the_titles_are_told(understood):
    reading = understood(survey("Xã", "Xã Đức Hợp", "Xã Hùng An"))
    assert remarks(reading) == [("unit_not_of_title", "B2", "warning")]
    assert reading.sheets[0].findings[0].holes["units"] == "Xã Hùng An, Xã Đức Hợp"


def test_communes_without_their_kind_are_told_too(understood):
    assert remarks(understood(survey("Xã", "Đức Hợp", "Hùng An"))) == [
        ("unit_not_of_title", "B2", "warning")
    ]


@pytest.mark.parametrize("order", [("Thôn cũ", "Thôn mới"), ("Thôn mới", "Thôn cũ")])
def test_village_of_today_comes_first(order, understood):
    headings = ["Mã phiếu", *order, "Tuổi", "C01"]
    row = [1, *(f"Thôn {heading[-2:]}" for heading in order), 40, 1]
    sheet = understood({"Phiếu": [["XÃ AN NĂM 2025"], headings, row], "Câu hỏi": QUESTIONS})
    assert [record.village for record in sheet.sheets[0].records] == ["Thôn ới"]


def test_former_village_alone_is_the_village(understood):
    rows = [["XÃ AN NĂM 2025"], ["Mã phiếu", "Thôn cũ", "Tuổi", "C01"], [1, "Thôn A", 40, 1]]
    sheet = understood({"Phiếu": rows, "Câu hỏi": QUESTIONS})
    assert [record.village for record in sheet.sheets[0].records] == ["Thôn A"]


def test_commune_of_the_title_among_the_rows_says_nothing(understood):
    assert remarks(understood(survey("Xã", "Xã Hiệp Cường", "Xã Hùng An"))) == []
    assert remarks(understood(survey("Xã", "hiep cuong"))) == []


def test_a_unit_loses_no_rank_by_what_stands_elsewhere():
    assert "unit" in ranked("answers", "Xã")
    assert "unit" not in ranked("population", "Xã cũ")
