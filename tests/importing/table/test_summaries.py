"""Means, shares and totals are no respondents, whatever they are called; respondents stay."""

import pytest

from tests.importing.conftest import QUESTIONS, answers_of, remarks

TITLE = ["PHIẾU TRẢ LỜI XÃ AN NĂM 2023"]
HEADINGS = ["Mã phiếu", "Thôn", "Giới tính", "Tuổi", "C01", "C02"]
PEOPLE = [
    [f"{n:03}", village, sex, 40, n % 2, 1 + n % 5]
    for n, village, sex in ((1, "Đông", "Nam"), (2, "Đông", "Nữ"), (3, "Tây", "Nam"))
]
VILLAGES = ["Thôn Đông", "Thôn Tây", "Thôn Nam"]


@pytest.fixture
def survey(understood):
    """survey(rows, sheets) is the reading of people, of rows below them, of further sheets."""

    def read(*below, sheets=(), headings=HEADINGS):
        pages = {"Phiếu": [TITLE, headings, *PEOPLE, *below], **dict(sheets)}
        return understood({**pages, "Câu hỏi": QUESTIONS})

    return read


@pytest.mark.parametrize(
    "row",
    [
        ["Trung bình", None, None, None, 0.67, 3.17],
        ["TB", None, None, None, 0.67, 3.17],
        ["TB chung", None, None, 40, 1, 3],
        [None, "Trung bình", None, 41.3, 0.67, 3.17],
        [None, "Bình quân", None, None, "0,67", "3,17"],
        ["Điểm trung bình", None, None, None, 1, 3],
        [3, "Toàn xã", None, None, 0.6, 3.3],
        [3, "Toàn xã", None, None, 1, 3],
        ["033", "toàn huyện", None, 40, 1, 3],
        ["Tổng", 3, None, None, 2, 9],
        [3, "Tổng số", None, None, 2, 9],
        [3, "Chung", None, None, 0.67, 3.17],
        ["x", "Chung", None, None, 1, 3],
        ["TB thôn Đông", "Đông", None, None, 0.5, 3.5],
        ["Tỷ lệ %", None, None, None, "67%", None],
        ["Tỷ lệ", "Đông", None, None, 0.67, 0.8],
        ["Mean", "Đông", None, None, 0.67, 3.1],
        ["Total", None, None, None, 2, 9],
        ["Lớn nhất", "Đông", None, None, 1, 5],
        ["Số phiếu", "Đông", None, None, 12, 12],
        [12, "Thôn Đông", None, None, 0.67, 3.17],
        [12, "Thôn Đông", None, 45.2, 0.67, 3],
        [12, "Thôn Đông", None, None, "67%", "63%"],
    ],
)
def test_means_and_totals_below_people_are_none_of_them(row, survey):
    reading = survey(row)
    assert [r.form for r in reading.sheets[0].records] == ["001", "002", "003"]
    assert reading.sheets[0].rows_refused == 0
    assert remarks(reading) == [("rows_summed_up", "B6", "info")]
    assert reading.sheets[0].findings[0].holes == {"rows": "6", "count": "1"}


@pytest.mark.parametrize("title", ["PHIẾU TRẢ LỜI NĂM 2023", "TỔNG HỢP PHIẾU TRẢ LỜI NĂM 2023"])
@pytest.mark.parametrize("letters", ["P", ""])
def test_small_compiled_survey_is_read(title, letters, understood):
    rows = [[f"{letters}{n + 1}", village, n % 2, 3] for n, village in enumerate(VILLAGES)]
    sheet = [[title], ["Mã phiếu", "Thôn", "C01", "C02"], *rows]
    reading = understood({"Tổng hợp": sheet, "Câu hỏi": QUESTIONS})
    assert (reading.sheets[0].rows_imported, remarks(reading)) == (3, [])


@pytest.mark.parametrize("word", ["Cộng", "Cộng:", "Tổng cộng"])
def test_totals_without_form_or_village_are_passed_over(word, survey):
    reading = survey([word, None, None, None, 2, 9], [None, word, None, None, 2, 9])
    assert (reading.sheets[0].rows_imported, remarks(reading)) == (3, [])


@pytest.mark.parametrize(
    "row",
    [
        ["004", "Trung Bình", "Nam", 40, 1, 3],
        ["004", "Chung", "Nữ", 40, 0, 3],
        ["004", "Tổng", "Nữ", None, 0, 3],
        ["004", "Thôn Cộng Hòa", None, 40, 1, 3],
        ["004", "Thôn Trung", None, None, 1, 3],
        ["004", "Toàn Thắng", None, None, 1, 3],
        ["004", "Đông", None, None, None, None],
        ["004", "Đông", "Nam", 40, None, None],
    ],
)
def test_people_stay_people(row, survey):
    reading = survey(row)
    assert reading.sheets[0].rows_imported == 4
    assert remarks(reading) == []


def test_fraction_is_no_answer_to_yes_or_no(survey):
    reading = survey(["004", "Đông", "Nam", 40, 0.67, 3], ["005", "Đông", "Nam", 40, 1, 3])
    assert answers_of(reading.sheets[0], reading.sheets[0].records[3])["C01"] == "impossible"
    assert remarks(reading) == [("impossible_answer", "E6", "error")]


def test_halves_of_numbered_forms_are_slips_of_people(survey):
    rows = [[f"P{n}", "Đông", None, 40, 0.5, 3] for n in range(4, 12)]
    reading = survey(*rows)
    assert reading.sheets[0].rows_imported == 11
    assert {code for code, _, _ in remarks(reading)} == {"impossible_answer"}


def test_fraction_on_a_scale_counts_and_is_told_once(survey):
    rows = [[f"00{n}", "Đông", "Nam", 40, 1, 3.5] for n in (4, 5)]
    reading = survey(*rows)
    assert answers_of(reading.sheets[0], reading.sheets[0].records[3])["C02"] == 3.5
    assert remarks(reading) == [("fractional_answers", "F6", "warning")]
    assert reading.sheets[0].findings[0].holes == {"count": "2", "question": "C02"}


def summary(name, title, headings, rows):
    return (name, [[title], headings, *rows])


MEANS = [(0.67, 3.17), (0.55, 3), (0.6, 3.6)]


@pytest.mark.parametrize(
    "sheet",
    [
        summary(
            "Tổng hợp thôn",
            "TỔNG HỢP KẾT QUẢ KHẢO SÁT NĂM 2023",
            ["STT", "Thôn", "Số phiếu", "C01", "C02"],
            [[n, v, 12 - n, *m] for n, (v, m) in enumerate(zip(VILLAGES, MEANS, strict=True))],
        ),
        summary(
            "Bảng 2",
            "KẾT QUẢ XÃ AN NĂM 2023",
            ["Thôn", "Số phiếu", "C01", "C02"],
            [[v, 10, f"{60 + n}%", f"{70 + n}%"] for n, v in enumerate(VILLAGES)],
        ),
        summary(
            "Bảng 3",
            "SỐ NGƯỜI TRẢ LỜI CÓ, NĂM 2023",
            ["Thôn", "Số phiếu", "C01", "C02"],
            [[v, 12 - n, 8 + n, 9 - n] for n, v in enumerate(VILLAGES)],
        ),
        summary(
            "Bảng 4",
            "ĐIỂM TRUNG BÌNH THEO THÔN NĂM 2023",
            ["Thôn", "Số phiếu", "C01", "C02"],
            [[v, 12 - n, 1, 3] for n, v in enumerate(VILLAGES)],
        ),
        summary(
            "Bảng 5",
            "KẾT QUẢ NĂM 2023",
            ["Thôn", "Số phiếu", "C01", "C02"],
            [[v, 12 - n, 1, 3] for n, v in enumerate([*VILLAGES, "Toàn xã"])],
        ),
        summary(
            "Bảng 6",
            "KẾT QUẢ THEO GIỚI NĂM 2023",
            ["Thôn", "Giới tính", "Số phiếu", "C01", "C02"],
            [
                [v, sex, 6, a + off, b - off]
                for v, (a, b) in zip(
                    VILLAGES, [(0.67, 3.17), (0.55, 3.4), (0.61, 3.6)], strict=True
                )
                for sex, off in (("Nam", 0.02), ("Nữ", 0.11))
            ],
        ),
        summary(
            "Bảng 7",
            "KẾT QUẢ NĂM 2023",
            ["Thôn", "Tuổi", "C01", "C02"],
            [[v, 41.5, *m] for v, m in zip(VILLAGES, MEANS, strict=True)],
        ),
        summary(
            "Pivot",
            "Row Labels",
            ["Row Labels", "Average of C01", "Average of C02"],
            [
                [v, *m]
                for v, m in zip([*VILLAGES, "Grand Total"], [*MEANS, (0.6, 3.2)], strict=True)
            ],
        ),
        summary(
            "Bảng 9",
            "KẾT QUẢ NĂM 2023",
            ["Thôn", "C01", "C02"],
            [[v, *m] for v, m in zip(VILLAGES, MEANS, strict=True)],
        ),
    ],
    ids=lambda sheet: sheet[0],
)
def test_sheet_of_means_is_no_survey(sheet, survey):
    reading = survey(sheets=[sheet])
    people, sums, _ = reading.sheets
    assert (people.rows_imported, sums.kind, sums.records) == (3, "unknown", [])
    assert remarks(reading) == [("summary_sheet", "", "info")]


def test_whole_commune_is_no_village_of_the_population(understood):
    rows = [["Thôn Đông", 400], ["Thôn Tây", 300], ["Toàn xã", 700], ["Chung", 700]]
    reading = understood([["DÂN SỐ XÃ AN NĂM 2023"], ["Thôn", "Số người từ 18 tuổi"], *rows])
    assert [r.village for r in reading.sheets[0].records] == ["Thôn Đông", "Thôn Tây"]
    assert remarks(reading) == []


def test_names_in_a_sheet_of_means_are_not_kept(survey):
    """Whoever is named beside the means of a village: no preview repeats them."""
    headings = ["Thôn", "Họ tên", "Số phiếu", "C01", "C02"]
    rows = [[v, "Người phụ trách", 9, *m] for v, m in zip(VILLAGES, MEANS, strict=True)]
    reading = survey(sheets=[summary("Bảng", "KẾT QUẢ NĂM 2023", headings, rows)])
    assert reading.private
    assert "Người phụ trách" not in str(reading)
