"""Tables of published scores in every layout: which score is whose, of what and of when."""

from datetime import datetime

import pytest

from dashboard.importing.model.reading import Options
from tests.importing.conftest import remarks
from tests.importing.score_books import CODES, HA_NOI, SCORES, counts, found, of_one, official


def test_official_sheet_of_2011_is_read_by_its_two_rows_of_words(understood):
    reading = understood({"2011_PAPI": official(HA_NOI)})
    (sheet,) = reading.sheets
    assert (sheet.kind, sheet.year) == ("scores", 2011)
    assert of_one(reading, 2011, "P01") == dict(zip(CODES, SCORES, strict=True))
    assert counts(reading) == (1, 0, 2)
    assert remarks(reading) == []
    (record,) = sheet.records
    assert (record.row, record.scores[0].cell, record.scores[-1].cell) == (3, "D3", "P3")


def test_heading_with_a_glued_year_is_the_total_and_gives_no_year(understood):
    sheet = official([*HA_NOI, 36.4], total=[1])
    reading = understood({"2011_PAPI": sheet, "2012_PAPI": sheet})
    assert found(reading)[2011, "P01", "PAPI"] == 36.4
    assert {year for year, _, _ in found(reading)} == {2011, 2012}


def test_glued_year_is_no_year_even_where_no_other_is_said(understood):
    reading = understood({"PAPI": official([*HA_NOI, 36.4], total=[1])})
    assert reading.refused and counts(reading) == (0, 1, 2)
    assert remarks(reading) == [("year_unknown", "", "error")]


def test_year_is_of_the_sheet_before_the_file_and_the_option_before_both(understood):
    rows = official(HA_NOI)
    assert {y for y, _, _ in found(understood({"2012_PAPI": rows}, name="papi-2015.xlsx"))} == {
        2012
    }
    assert {y for y, _, _ in found(understood({"PAPI": rows}, name="papi-2013.xlsx"))} == {2013}
    given = understood({"2012_PAPI": rows}, options=Options(year=2014))
    assert {y for y, _, _ in found(given)} == {2014}


def test_sheet_without_a_year_beside_sheets_of_several_years_is_not_guessed(understood):
    sheets = {
        "2011_PAPI": official(HA_NOI),
        "2012_PAPI": official(HA_NOI),
        "Khác": official(HA_NOI),
    }
    reading = understood(sheets, name="papi-2011-2012.xlsx")
    assert {y for y, _, _ in found(reading)} == {2011, 2012}
    assert remarks(reading) == [("year_unknown", "", "error")]


@pytest.mark.parametrize(
    "row",
    [
        [999, "Highest", "Điểm cao nhất", *SCORES],
        [None, "Lowest", "Điểm thấp nhất", *SCORES],
        [None, "Median", "Trung vị", *SCORES],
        [None, "Mean", "Điểm trung bình cả nước", *SCORES],
        [999, None, None, *SCORES],
        [None, None, "Đồng bằng sông Hồng", *SCORES],
    ],
    ids=lambda row: str(row[2]),
)
def test_summary_row_is_no_province(understood, row):
    reading = understood({"2011_PAPI": official(HA_NOI, row)})
    assert counts(reading) == (1, 0, 3)
    assert {province for _, province, _ in found(reading)} == {"P01"}
    assert remarks(reading) == []


def test_blank_scores_of_a_province_are_withheld_and_said_once(understood):
    blank = [24, "Bac Giang", "Bắc Giang", *[None] * 13, 0]
    reading = understood({"2014_PAPI": official([*HA_NOI, 36.4], blank, total=[1])})
    assert of_one(reading, 2014, "P15") == dict.fromkeys([*CODES, "PAPI"])
    assert counts(reading) == (2, 0, 2)
    assert remarks(reading) == [
        ("score_zero", "Q4", "warning"),
        ("score_withheld", "D4", "info"),
    ]
    assert reading.sheets[0].findings[1].holes["count"] == "14"


def test_two_withheld_dimensions_leave_the_others(understood):
    some = [22, "Quang Ninh", "Quảng Ninh", *SCORES[:5], *[None] * 4, *SCORES[9:]]
    reading = understood({"2012_PAPI": official(some)})
    scores = of_one(reading, 2012, "P14")
    assert [code for code, score in scores.items() if score is None] == ["2", "2.2", "2.3", "2.4"]
    assert scores["3.x2"] == 2.0
    assert remarks(reading) == [("score_withheld", "I3", "info")]


def test_provinces_in_columns_with_indicators_between(understood):
    reading = understood(
        {
            "ProvincialIndicators_VIE": [
                ["Tên tỉnh/thành phố", "Thang điểm", "Ha Noi", "Thua Thien-Hue", "Ba Ria-Vung Tau"],
                ["Chỉ số PAPI 2018 (không có trọng số)", "10-80 điểm", 42.5, 43.5, "KCDL"],
                ["Chỉ số nội dung 1: Tham gia của người dân ở cấp cơ sở", "1-10 điểm", 5, 6, 7],
                ["1.1: Tri thức công dân", "0.25-2.5 điểm", 0.9, 1.1, 1.2],
                ["Hiểu biết về chính sách hiện hành (%)*", "0%-100%", 0.5, 0.6, 0.7],
                ["2.1: Tiếp cận thông tin*", "0.25-2.5 điểm", 0.75, 0.8, "KCDL"],
                ["2.2: Danh sách hộ nghèo", "0.25-2.5 điểm", 1.7, 1.8, "KCDL"],
                [None],
                ["Ghi chú: (*) Những nội dung thành phần được điều chỉnh"],
                ["KCDL = Không có dữ liệu"],
            ]
        },
        name="papi-2018.xlsx",
    )
    assert of_one(reading, 2018, "P01") == {
        "PAPI": 42.5, "1": 5, "1.1": 0.9, "2.1": 0.75, "2.2": 1.7
    }  # fmt: skip
    assert of_one(reading, 2018, "P31")["2.2"] == 1.8
    assert of_one(reading, 2018, "P49") == {
        "PAPI": None, "1": 7, "1.1": 1.2, "2.1": None, "2.2": None
    }  # fmt: skip
    assert counts(reading) == (5, 0, 4)
    assert remarks(reading) == [
        ("indicators_not_read", "", "info"),
        ("score_withheld", "E2", "info"),
    ]


def test_two_label_columns_and_codes_of_provinces_above_the_names(understood):
    reading = understood(
        {
            "2023_VIE_ENG": [
                [None, "Mã tỉnh", None, 1, 33, 96],
                ["English", "Vietnamese", "Thang điểm/Scale", "Ha Noi", "Hung Yen", "Ca Mau"],
                [
                    "Dimension 1: Participation",
                    "Chỉ số nội dung 1: Tham gia",
                    "1-10",
                    5.1,
                    5.2,
                    5.3,
                ],
                ["Civic Knowledge", "Tri thức công dân", "0.25-2.5", 1.1, 1.2, 1.3],
                [
                    "Knowledge of Leaders",
                    "Hiểu biết về vị trí lãnh đạo (%)",
                    "0%-100%",
                    0.3,
                    0.4,
                    0.5,
                ],
            ]
        }
    )
    assert of_one(reading, 2023, "P21") == {"1": 5.2, "1.1": 1.2}
    assert counts(reading) == (2, 0, 3)


def test_one_province_a_sheet(understood):
    reading = understood(
        {
            "HungYen": [
                ["Tên tỉnh/thành phố", "Thang điểm", "Hung Yen"],
                ["Chỉ số PAPI 2018 (không có trọng số)", "10-80 điểm", 43.5],
                ["1.1: Tri thức công dân", "0.25-2.5 điểm", 1.1],
            ]
        }
    )
    assert found(reading) == {(2018, "P21", "PAPI"): 43.5, (2018, "P21", "1.1"): 1.1}


def test_panel_with_a_year_column_and_codes_of_columns(understood):
    reading = understood(
        [
            ["Year", "Province", *(f"SC{n}" for n in (11, 21, 22, 23, 24, 31, 32, 33, 71))],
            [2011, "P21", 1.1, 2.1, 2.2, 2.3, None, 3.1, 1.2, 1.3, None],
            [2016, "P21", 1.1, 2.1, 2.2, 2.3, None, 3.1, 1.2, 1.3, None],
            [2018, "P21", 1.1, 2.1, 2.2, 2.3, 2.4, 3.1, 1.2, 1.3, 0.9],
        ]
    )  # fmt: skip
    assert of_one(reading, 2011, "P21") == {
        "1.1": 1.1, "2.2": 2.1, "2.3": 2.2, "2.4": 2.3, "3.1": 3.1, "3.x1": 1.2, "3.x2": 1.3,
    }  # fmt: skip
    assert of_one(reading, 2016, "P21") == {
        "1.1": 1.1, "2.2": 2.1, "2.3": 2.2, "2.4": 2.3, "3.1": 3.1, "3.2": 1.2, "3.x1": 1.3,
    }  # fmt: skip
    assert of_one(reading, 2018, "P21") == {
        "1.1": 1.1, "2.1": 2.1, "2.2": 2.2, "2.3": 2.3, "2.4": 2.4, "3.1": 3.1, "3.2": 1.2,
        "3.3": 1.3, "7.1": 0.9,
    }  # fmt: skip
    assert counts(reading) == (3, 0, 1)
    assert remarks(reading) == []


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        (["2.2", "2.3", "2.4"], ["2.2", "2.3", "2.4"]),  # the index tree's own codes
        (["2.1", "2.2", "2.3"], ["2.2", "2.3", "2.4"]),  # 2.1 was none in 2015: positions
        (["SC22", "SC23", "SC24"], ["2.2", "2.3", "2.4"]),  # SC24 was none in 2015: codes
        (["SC21", "SC22", "SC23"], ["2.2", "2.3", "2.4"]),
        (["2.1 Danh sách hộ nghèo", "2.2", "2.3 Kế hoạch sử dụng đất, khung giá đền bù"],
         ["2.2", None, "2.4"]),  # words decide; a bare 2.2 is then 2.2 a second time
    ],
)  # fmt: skip
def test_codes_of_the_years_to_2017_are_positions_where_the_scores_say_so(
    understood, headings, expected
):
    reading = understood({"2015": [["Tỉnh", *headings], ["Hưng Yên", 1.5, 1.6, 1.7]]})
    scores = zip(expected, [1.5, 1.6, 1.7], strict=True)
    assert of_one(reading, 2015, "P21") == {code: score for code, score in scores if code}


def test_long_table_has_a_score_a_row(understood):
    reading = understood(
        [
            ["Năm", "Tỉnh/thành phố", "Mã chỉ số", "Điểm", "Xếp hạng"],
            [2022, "Hưng Yên", "1.1", 1.2, 5],
            [2022, "Hưng Yên", 2.2, "1,75", 6],
            [2023, "TP. Hồ Chí Minh", "PAPI", 42.5, 30],
        ]
    )
    assert found(reading) == {
        (2022, "P21", "1.1"): 1.2,
        (2022, "P21", "2.2"): 1.75,
        (2023, "P50", "PAPI"): 42.5,
    }
    assert counts(reading) == (3, 0, 1)


def test_years_along_the_headings_with_the_province_in_the_title(understood):
    reading = understood(
        [
            ["KẾT QUẢ CHỈ SỐ PAPI CỦA TỈNH HƯNG YÊN"],
            ["STT", "Nội dung", "Năm 2022", "Năm 2023", "Tăng/giảm"],
            [1, "Tham gia của người dân ở cấp cơ sở", 5.1, 5.2, 0.1],
            [2, "Tri thức công dân", 1.3, 1.4, 0.1],
        ]
    )
    assert found(reading) == {
        (2022, "P21", "1"): 5.1, (2023, "P21", "1"): 5.2,
        (2022, "P21", "1.1"): 1.3, (2023, "P21", "1.1"): 1.4,
    }  # fmt: skip


def test_years_along_the_headings_with_the_component_in_the_title(understood):
    reading = understood(
        {
            "1.1": [
                ["Tỉnh", 2021, 2022],
                ["Hà Nội", 1.1, 1.2],
                ["Hưng Yên", 1.3, 1.4],
            ],
            "Khác": [["Tỉnh", "1.1 (2021)", "1.1 (2022)"], ["Hà Nội", 1.1, 1.2]],
        }
    )
    assert of_one(reading, 2021, "P01") == {"1.1": 1.1}
    assert of_one(reading, 2022, "P21") == {"1.1": 1.4}
    assert counts(reading, 1) == (1, 0, 1)


def test_group_headings_of_years_above_codes_and_ranks_beside_scores(understood):
    reading = understood(
        [
            ["STT", "Tỉnh", 2022, None, 2023, None],
            [None, None, "1.1", "1.2", "1.1", "1.2"],
            [1, "Hà Nội", 1.1, 1.2, 1.3, 1.4],
        ]
    )
    assert of_one(reading, 2022, "P01") == {"1.1": 1.1, "1.2": 1.2}
    assert of_one(reading, 2023, "P01") == {"1.1": 1.3, "1.2": 1.4}
    ranks = understood(
        {
            "2023": [
                ["STT", "Tỉnh", "1.1", None, "1.2", None],
                [None, None, "Điểm", "Xếp hạng", "Điểm", "Xếp hạng"],
                [1, "Hà Nội", 1.1, 7, 1.2, 9],
            ]
        }
    )
    assert of_one(ranks, 2023, "P01") == {"1.1": 1.1, "1.2": 1.2}


def test_province_withheld_whole_below_group_headings_is_no_heading_again(understood):
    reading = understood(
        [
            ["STT", "Tỉnh", "Điểm năm 2023", None],
            [None, None, "1.1", "1.2"],
            [1, "Hà Nội", 1.1, 1.2],
            [2, "Bắc Giang", None, None],
        ]
    )
    assert of_one(reading, 2023, "P15") == {"1.1": None, "1.2": None}
    assert counts(reading) == (2, 0, 2)


def test_two_tables_of_a_sheet_are_each_of_their_own_year(understood):
    rows = [["STT", "Tỉnh", "1.1", "1.2"], [1, "Hà Nội", 1.1, 1.2], [2, "Hưng Yên", 1.3, 1.4]]
    sheet = [["BẢNG 1. ĐIỂM PAPI NĂM 2022"], *rows, [], ["BẢNG 2. ĐIỂM PAPI NĂM 2023"], *rows]
    reading = found(understood(sheet))
    assert {(year, province) for year, province, _ in reading} == {
        (2022, "P01"), (2022, "P21"), (2023, "P01"), (2023, "P21")
    }  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "component"),
    [
        ("SC11", "1.1"), ("1.1", "1.1"), (1.1, "1.1"), ("1,1", "1.1"), ("Dim1", "1"),
        ("D1", "1"), ("Dimension 1", "1"), ("C01", "1"), ("tri thuc cong dan", "1.1"),
        ("CIVIC KNOWLEDGE", "1.1"), ("E-Reponsiveness", "8.3"), ("PAPI 2023", "PAPI"),
        ("Nội dung 1: Tham gia của người dân ở cấp cơ sở", "1"), ("VIII. Quản trị điện tử", "8"),
        ("Thủ tục hành chính cấp xã/phường", "5.4"), ("Chất lượng không khí ", "7.2"),
        ("Điểm 1.1 Tri thức công dân", "1.1"), ("Điểm số 1.2", "1.2"), ("Điểm Môi trường", "7"),
        ("Local Government’s Response to Citizens’ Appeals", "3.2"),
    ],
)  # fmt: skip
def test_heading_names_its_component(understood, heading, component):
    rows = [["Tỉnh", "1.2", heading], ["Hà Nội", 1.5, 1.6], ["Hưng Yên", 1.5, 1.7]]
    reading = understood({"2023": rows})
    assert set(of_one(reading, 2023, "P21")) == {"1.2", component}


@pytest.mark.parametrize(
    "heading",
    ["Chỉ số PAPI tổng hợp (có trọng số)", "Xếp hạng 1.1", "1.1 thay đổi", "Thang điểm", "Dân số"],
)
def test_heading_of_something_else_is_no_score(understood, heading):
    for codes in (["1.2", "1.3"], [1.2, 1.3], [1, 2]):
        rows = [["STT", "Tỉnh", *codes, heading], [1, "Hà Nội", 1.5, 1.6, 2]]
        expected = {str(code) for code in codes}
        assert set(of_one(understood({"PAPI 2023": rows}), 2023, "P01")) == expected


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Thừa Thiên-Huế", "P31"), ("Thành phố Huế", "P31"), ("Bà Rịa-Vũng Tàu", "P49"),
        ("TP. Hồ Chí Minh", "P50"), ("TP Hồ Chí Minh", "P50"), ("TP.HCM", "P50"),
        ("HCMC", "P50"), ("Ho Chi Minh City", "P50"), ("Hanoi", "P01"), ("Ha Noi", "P01"),
        ("tỉnh hoà bình", "P11"), ("Hòa Bình", "P11"), ("DAK LAK", "P42"), ("Đắc Lắc", "P42"),
        ("Bắc Cạn", "P04"), ("HungYen", "P21"), ("P21", "P21"), ("Hung Yen province", "P21"),
    ],
)  # fmt: skip
def test_province_is_known_by_its_ways_of_writing(understood, name, code):
    reading = understood({"PAPI 2023": [["Tỉnh", "1.1", "1.2"], [name, 1.1, 1.2]]})
    assert {province for _, province, _ in found(reading)} == {code}
    assert remarks(reading) == []


def test_excel_date_in_a_heading_is_the_code_that_was_typed(understood):
    rows = [["Tỉnh", datetime(2023, 1, 1), datetime(2023, 2, 1)], ["Hà Nội", 1.5, 1.6]]
    assert of_one(understood({"2023": rows}), 2023, "P01") == {"1.1": 1.5, "1.2": 1.6}


def test_title_rows_sections_notes_and_column_numbers_are_recognised(understood):
    reading = understood(
        [
            ["BẢNG ĐIỂM PAPI NĂM 2023"],
            ["(Nguồn: công bố chính thức)"],
            ["STT", "Tỉnh", "1.1", "1.2"],
            ["(1)", "(2)", "(3)", "(4)"],
            [None, "Đồng bằng sông Hồng"],
            [1, "Hà Nội", 1.1, 1.2],
            ["STT", "Tỉnh", "1.1", "1.2"],
            [2, "Hưng Yên", 1.3, 1.4],
            ["Ghi chú: số liệu công bố"],
        ]
    )
    assert counts(reading) == (2, 0, 7)
    assert of_one(reading, 2023, "P21") == {"1.1": 1.3, "1.2": 1.4}
    assert remarks(reading) == []
