from datetime import date

import pytest

from dashboard.importing.model.records import Activity, UnitRow
from tests.importing.conftest import remarks

HEADINGS = [
    "Ngày",
    "Kênh",
    "Nội dung",
    "Mã nội dung",
    "Địa bàn",
    "Thời lượng (phút)",
    "Số lần",
    "Số người tiếp cận",
    "Người thực hiện",
]
ROW = ["5/3/2023", "Đài truyền thanh", "Thu, chi", "2.3", "Toàn xã", "10 phút", 2, 52, "UB MTTQ xã"]
TITLE = ["NHẬT KÝ XÃ ĐỨC HỢP NĂM 2023"]


def with_cell(column, value):
    row = list(ROW)
    row[column] = value
    return row


def test_every_field_of_communication(understood):
    reading = understood([TITLE, HEADINGS, ROW])
    assert reading.sheets[0].records == [
        Activity(
            row=3,
            unit="Xã Đức Hợp",
            held_on=date(2023, 3, 5),
            kind="Truyền thông",
            channel="Đài truyền thanh",
            subject="Thu, chi",
            component="2.3",
            area="Toàn xã",
            minutes=10,
            times=2,
            people=52,
            performer="UB MTTQ xã",
        )
    ]
    assert remarks(reading) == []


def test_supervision(understood):
    headings = ["Ngày", "Cơ quan giám sát", "Nội dung giám sát", "Phát hiện", "Khắc phục"]
    row = ["5/3/2023", "UB MTTQ xã", "Thu, chi", "Chậm công khai", "Đã niêm yết"]
    (found,) = understood([TITLE, headings, row]).sheets[0].records
    assert (found.kind, found.performer) == ("Giám sát", "UB MTTQ xã")
    assert (found.finding, found.remedy) == ("Chậm công khai", "Đã niêm yết")


@pytest.mark.parametrize(
    ("said", "kind"),
    [("Giám sát", "Giám sát"), ("tuyên truyền", "Truyền thông"), (None, "Truyền thông")],
)
def test_kind_by_its_column(said, kind, understood):
    reading = understood([TITLE, [*HEADINGS, "Loại"], [*ROW, said]])
    assert reading.sheets[0].records[0].kind == kind


def test_a_total_in_the_place_of_a_date_is_no_activity(understood):
    sheet = understood([TITLE, HEADINGS, ROW, with_cell(0, "Tổng cộng")]).sheets[0]
    assert (sheet.rows_imported, sheet.rows_refused, sheet.findings) == (1, 0, [])


@pytest.mark.parametrize(
    ("value", "codes"),
    [
        (None, ["activity_without_date"]),
        ("31/02/2023", ["impossible_date", "activity_without_date"]),
        ("hôm qua", ["unreadable_date", "activity_without_date"]),
    ],
)
def test_an_activity_without_a_date_is_refused(value, codes, understood):
    reading = understood([TITLE, HEADINGS, with_cell(0, value), ROW])
    assert (reading.sheets[0].rows_imported, reading.sheets[0].rows_refused) == (1, 1)
    assert remarks(reading) == [(code, "A3", "error") for code in codes]


@pytest.mark.parametrize(
    ("column", "value", "finding"),
    [
        (0, "5/3", ("year_assumed", "A3", "warning")),
        (3, "9.9", ("unknown_component", "D3", "warning")),
        (5, "lâu", ("unreadable_number", "F3", "error")),
        (7, "đông", ("unreadable_number", "H3", "error")),
    ],
)
def test_a_bad_cell_is_dropped_and_the_row_stays(column, value, finding, understood):
    reading = understood([TITLE, HEADINGS, with_cell(column, value)])
    assert reading.sheets[0].rows_imported == 1
    assert remarks(reading) == [finding]


UNITS = [
    "Cấp",
    "Tên đơn vị",
    "Trực thuộc",
    "Từ ngày",
    "Đến ngày",
    "Đơn vị kế thừa",
    "Người phụ trách",
]


def test_every_field_of_a_unit(understood):
    row = ["Xã", "Xã An", "Huyện B", "1/1/2000", "30/6/2025", "Xã Bình An", "Chủ tịch"]
    assert understood([UNITS, row]).sheets[0].records == [
        UnitRow(
            2,
            "commune",
            "Xã An",
            "Huyện B",
            date(2000, 1, 1),
            date(2025, 6, 30),
            "Xã Bình An",
            "Chủ tịch",
        )  # fmt: skip
    ]


@pytest.mark.parametrize(
    ("said", "parent", "level"),
    [
        ("Tỉnh", None, "province"),
        ("Thành phố", None, "province"),
        ("Thành phố", "Tỉnh H", "district"),
        ("Quận", "Thành phố H", "district"),
        ("huyện", "Tỉnh H", "district"),
        ("Phường", "Quận 1", "commune"),
        ("Thị trấn", "Huyện B", "commune"),
        ("Đặc khu", "Tỉnh K", "commune"),
        ("Tổ dân phố", "Phường 1", "village"),
        ("Thôn", "Xã An", "village"),
    ],
)
def test_levels(said, parent, level, understood):
    assert understood([UNITS, [said, "Tên", parent]]).sheets[0].records[0].level == level


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        (["Xã", None, "Huyện B"], ("unit_without_name", "B2", "error")),
        (["Vùng", "Tên", "Huyện B"], ("unknown_level", "A2", "error")),
        ([None, "Tên", "Huyện B"], ("unknown_level", "A2", "error")),
    ],
)
def test_a_unit_without_name_or_level_is_refused(row, finding, understood):
    reading = understood([UNITS, row, ["Xã", "Xã An", "Huyện B"]])
    assert (reading.sheets[0].rows_imported, reading.sheets[0].rows_refused) == (1, 1)
    assert remarks(reading) == [finding]


def test_an_impossible_day_of_a_unit_is_dropped(understood):
    reading = understood([UNITS, ["Xã", "Xã An", None, "31/02/2000"]])
    assert reading.sheets[0].records[0].valid_from is None
    assert remarks(reading) == [("impossible_date", "D2", "error")]
