"""What is wrong in a table of published scores: each slip is told at its cell, none is stored."""

import pytest

from tests.importing.conftest import remarks
from tests.importing.score_books import HA_NOI, SCORES, counts, found, of_one, official

HEAD = ["Tỉnh", "1.1", "1.2"]


def told(understood, *rows, head=HEAD, year=2023):
    """The reading of a sheet of that year with these rows below the heading."""
    return understood({f"PAPI {year}": [head, *rows]})


@pytest.mark.parametrize(
    ("value", "finding"),
    [
        (12.5, ("impossible_score", "B3", "error")),
        (-1, ("impossible_score", "B3", "error")),
        ("abc", ("unreadable_score", "B3", "error")),
        ("1.1.2", ("unreadable_score", "B3", "error")),
        (True, ("unreadable_score", "B3", "error")),
    ],
)
def test_impossible_score_is_not_imported_and_named(understood, value, finding):
    reading = told(understood, ["Hà Nội", 1.1, 1.2], ["Hưng Yên", value, 1.4])
    assert of_one(reading, 2023, "P21") == {"1.2": 1.4}
    assert remarks(reading) == [finding]
    assert counts(reading) == (2, 0, 1)


def test_row_whose_scores_are_all_impossible_is_refused(understood):
    reading = told(understood, ["Hà Nội", 1.1, 1.2], ["Hưng Yên", 99, "?"])
    assert counts(reading) == (1, 1, 1)
    assert [code for code, _, _ in remarks(reading)] == ["impossible_score", "unreadable_score"]


@pytest.mark.parametrize(
    ("year", "code", "score", "said"),
    [
        (2023, "1.1", 2.5, []),
        (2023, "1.1", 2.51, ["score_off_scale"]),
        (2023, "5.1", 2.72, []),  # three sub-dimensions from 2021: up to 3.33
        (2020, "5.1", 2.72, ["score_off_scale"]),
        (2018, "8.1", 4.9, []),  # two sub-dimensions in 2018: 0.5 to 5
        (2022, "8.1", 0.33235, []),  # a published score just below a third
        (2023, "1", 10.0, []),
        (2023, "1", 10.01, ["impossible_score"]),
        (2023, "PAPI", 80.0, []),
        (2017, "PAPI", 60.5, ["impossible_score"]),
    ],
)
def test_scale_is_of_the_year(understood, year, code, score, said):
    reading = told(understood, ["Hà Nội", 1.0, score], head=["Tỉnh", "1.2", code], year=year)
    assert [code for code, _, _ in remarks(reading)] == said


@pytest.mark.parametrize("value", [None, "KCDL", "-", "N/A", "Không có dữ liệu", "…", 0, 0.0])
def test_blank_or_withheld_is_kept_as_missing_and_never_as_0(understood, value):
    reading = told(understood, ["Hà Nội", value, 1.2])
    assert of_one(reading, 2023, "P01") == {"1.1": None, "1.2": 1.2}
    zero = [("score_zero", "B2", "warning")] if value == 0 and value is not None else []
    assert remarks(reading) == [*zero, ("score_withheld", "B2", "info")]


def test_component_that_the_year_lacks_is_told_once_and_a_blank_one_not_at_all(understood):
    head = ["Tỉnh", "5.1", "5.2", "8.1"]
    reading = told(understood, ["Hà Nội", 1.1, 1.2, 1.3], ["Hà Nam", 1.1, 1.2, 1.3], head=head)
    assert of_one(reading, 2023, "P23") == {"5.1": 1.1, "8.1": 1.3}
    assert remarks(reading) == [("component_not_in_year", "C1", "warning")]
    blank = told(understood, ["Hà Nội", 1.1, 1.2, None], head=head, year=2015)
    assert of_one(blank, 2015, "P01") == {"5.1": 1.1, "5.2": 1.2}
    assert remarks(blank) == []


def test_unknown_province_is_refused_with_names_alike_and_never_guessed(understood):
    rows = [
        ["Hà Nội", 1, 1],
        ["Hưng Yênn", 1, 1],
        ["Atlantis", 1, 1],
        [None, 1, 1],
        ["Hà Nam", 1, 1],
    ]
    reading = told(understood, *rows)
    assert {province for _, province, _ in found(reading)} == {"P01", "P23"}
    assert remarks(reading) == [
        ("unknown_province_near", "A3", "error"),
        ("unknown_province", "A4", "error"),
        ("score_without_province", "A5", "error"),
    ]
    assert "Hưng Yên" in reading.sheets[0].findings[0].holes["names"]
    assert counts(reading) == (2, 3, 1)


def test_unknown_province_in_a_heading_is_told_and_a_summary_is_not(understood):
    reading = understood(
        {
            "PAPI 2023": [
                ["Nội dung", "Hà Nội", "Hưng Yenn", "Trung vị"],
                ["1.1", 1, 1.1, 1.2],
                ["1.2", 1, 1, 1],
            ]
        }
    )
    assert {province for _, province, _ in found(reading)} == {"P01"}
    assert remarks(reading) == [("unknown_province_near", "C1", "error")]


def test_names_of_two_provinces_in_one_row_are_refused(understood):
    row = [1, "Ha Noi", "Hà Nam", *SCORES]
    reading = understood({"2012": official(HA_NOI, row)})
    assert counts(reading) == (1, 1, 2)
    assert remarks(reading) == [("province_names_differ", "C4", "error")]


def test_province_given_twice_is_refused_the_second_time(understood):
    reading = told(understood, ["Hà Nội", 1.1, 1.2], ["Ha Noi", 1.3, 1.2])
    assert of_one(reading, 2023, "P01") == {"1.1": 1.1, "1.2": 1.2}
    assert counts(reading) == (1, 1, 1)
    assert remarks(reading) == [("score_again", "B3", "error")]
    assert reading.sheets[0].findings[0].holes["first"] == "B2"


def test_unknown_code_among_components_is_refused(understood):
    rows = [["Nội dung", "Hà Nội"], ["1.1", 1.1], ["9.9", 1.1], ["1.2", 1.2]]
    reading = understood({"PAPI 2023": rows})
    assert counts(reading) == (2, 1, 1)
    assert remarks(reading) == [("unknown_component", "A3", "error")]


WHOLE = ["Tỉnh", "1", "1.1", "1.2", "1.3", "1.4"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["Hà Nội", 5.4, 1.2, 1.3, 1.4, 1.5], []),
        (["Hà Nội", 5.5, 1.2, 1.3, 1.4, 1.5], [("score_not_sum", "B2", "warning")]),
        (["Hà Nội", 5.400009, 1.2, 1.3, 1.4, 1.5], []),
        (["Hà Nội", 5.400011, 1.2, 1.3, 1.4, 1.5], [("score_not_sum", "B2", "warning")]),
        (["Hà Nội", 5.41, 1.2, 1.3, 1.4, 1.5], [("scores_rounded", "B2", "warning")]),
        (["Hà Nội", 5.43, 1.2, 1.3, 1.4, 1.5], [("score_not_sum", "B2", "warning")]),
        (["Hà Nội", 5.5, 1.2, 1.3, 1.4, None], [("score_withheld", "F2", "info")]),
    ],
)  # fmt: skip
def test_dimension_that_is_not_the_sum_of_its_parts_is_told(understood, row, said):
    reading = told(understood, row, head=WHOLE)
    assert remarks(reading) == said
    assert of_one(reading, 2023, "P01")["1"] == row[1]


def test_rounded_sums_are_told_in_one_remark(understood):
    rows = [[name, 5.41, 1.2, 1.3, 1.4, 1.5] for name in ("Hà Nội", "Hà Nam", "Huế")]
    reading = told(understood, *rows, head=WHOLE)
    assert remarks(reading) == [("scores_rounded", "B2", "warning")]
    assert reading.sheets[0].findings[0].holes["count"] == "3"


def test_total_that_is_not_the_sum_of_its_dimensions_is_told(understood):
    head = ["Tỉnh", *map(str, range(1, 9)), "Tổng điểm"]
    reading = told(
        understood, ["Hà Nội", *[5.0] * 8, 40.0], ["Hà Nam", *[5.0] * 8, 41.0], head=head
    )
    assert remarks(reading) == [("score_not_sum", "J3", "warning")]


@pytest.mark.parametrize(
    "rows",
    [
        [["STT", "Xã", "1.1", "1.2"], [1, "Xã Đức Hợp", 1.1, 1.2], [2, "Hòa Bình", 1.1, 1.3]],
        [["STT", "Đơn vị", "1.1", "1.2"], [1, "Xã Đức Hợp", 1, 1], [2, "Xã Hòa Bình", 1, 1]],
        [["STT", "Thôn", "1.1", "1.2"], [1, "Thôn Đông", 1.1, 1.2], [2, "Thôn Bắc", 1.1, 1.3]],
    ],
)
def test_scores_of_communes_and_villages_are_refused_with_the_reason(understood, rows):
    reading = understood({"2023": rows})
    assert reading.refused and counts(reading) == (0, 2, 1)
    assert remarks(reading) == [
        ("score_of_commune", "B2", "error"),
        ("score_of_commune", "B3", "error"),
    ]


def test_table_of_one_commune_by_years_is_refused_with_the_reason(understood):
    reading = understood(
        [
            ["UBND XÃ ĐỨC HỢP"],
            ["STT", "Nội dung", "Điểm 2022", "Điểm 2023"],
            [1, "Tri thức công dân", 1.1, 1.2],
            [2, "Cơ hội tham gia", 1.1, 1.3],
        ]
    )
    assert counts(reading) == (0, 2, 2)
    assert remarks(reading) == [("score_of_commune_table", "", "error")]


def test_table_that_names_no_province_is_refused(understood):
    rows = [
        ["Nội dung", "Năm 2022", "Năm 2023"],
        ["Tri thức công dân", 1, 1],
        ["Cơ hội tham gia", 1, 1],
    ]
    reading = understood(rows)
    assert counts(reading) == (0, 2, 1)
    assert remarks(reading) == [("no_province", "", "error")]


@pytest.mark.parametrize("score", [0.91, "0,91"])
def test_column_of_scores_with_a_heading_unknown_is_told(understood, score):
    rows = [["Tỉnh", "Tri thức công dân", "Thành phần lạ"], ["Hà Nội", "1,1", score]]
    reading = understood({"PAPI 2023": rows})
    assert ("unknown_score_columns", "C1", "info") in remarks(reading)


def test_year_of_a_label_is_taken_last_and_told(understood):
    rows = [["Nội dung", "Hà Nội"], ["Chỉ số PAPI 2018 (không có trọng số)", 42.5], ["1.1", 1.1]]
    reading = understood(rows)
    assert {year for year, _, _ in found(reading)} == {2018}
    assert remarks(reading) == [("score_year_of_heading", "", "warning")]
    assert {year for year, _, _ in found(understood({"2019": rows}))} == {2019}


@pytest.mark.parametrize(
    "rows",
    [
        [["Tỉnh", "Dân số", "GDP"], ["Hà Nội", 8.1, 9.2], ["Hưng Yên", 1.2, 1.1]],
        [["Tỉnh", 2021, 2022], ["Hà Nội", 1.1, 1.2]],
        [["STT", "Thôn", 1, 2, 3], [1, "Thôn Đông", 5, 6, 7]],
    ],
)
def test_other_tables_with_provinces_or_numbers_are_no_scores(understood, rows):
    (sheet,) = understood(rows).sheets
    assert sheet.kind == "unknown"
