"""The year and unit of a sheet that does not say them, from the sheets beside it."""

import pytest

from tests.importing.conftest import QUESTIONS

FORMS = ["Mã phiếu", "Thôn", "Giới tính", "Tuổi", "C01", "C02"]
ADULTS = ["Thôn", "Số người từ 18 tuổi trở lên"]


def survey(title: str) -> list[list[object]]:
    return [[title], FORMS, ["1", "Bắc", "Nam", 40, "Có", 3]]


@pytest.mark.parametrize("first", ["adults", "answers"])
def test_the_year_of_the_answers_comes_before_that_of_others(first, understood):
    adults = [["DÂN SỐ XÃ ĐỨC HỢP NĂM 2022"], ADULTS, ["Bắc", 120]]
    answers = survey("PHIẾU KHẢO SÁT XÃ ĐỨC HỢP NĂM 2023")
    sheets = {"Dân số": adults, "Phiếu": answers}
    sheets = sheets if first == "adults" else dict(reversed(sheets.items()))
    reading = understood({**sheets, "Câu hỏi": QUESTIONS})
    assert {sheet.kind: sheet.year for sheet in reading.sheets} == {
        "population": 2022,
        "answers": 2023,
        "questions": 2023,
    }


def test_a_year_in_the_files_name_serves_where_no_sheet_says_one(understood):
    sheets = {"Phiếu": survey("PHIẾU KHẢO SÁT"), "Câu hỏi": QUESTIONS}
    reading = understood(sheets, name="khao-sat-2021.xlsx")
    assert [sheet.year for sheet in reading.sheets] == [2021, 2021]
