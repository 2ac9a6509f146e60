"""What is not PAPI's stays out, and says what it looks like; what is PAPI's is read."""

import pytest

from dashboard.importing.model.reading import Options
from tests.importing.conftest import every_finding, remarks
from tests.importing.other_books import CODES, DIGITS, OTHERS, PAPI, PROVINCES, titled
from tests.importing.score_books import found


def looks(reading) -> list[str]:
    return [f.holes.get("looks", "") for f in every_finding(reading) if f.code != "no_known_sheet"]


@pytest.mark.parametrize("name", OTHERS)
def test_table_of_something_else_is_no_score_and_it_is_said(understood, name):
    file, sheets = OTHERS[name]
    reading = understood(sheets, file)
    assert found(reading) == {}
    assert {finding.severity for finding in every_finding(reading)} & {"warning", "error"}


@pytest.mark.parametrize("name", PAPI)
def test_table_of_papi_is_read_in_every_layout(understood, name):
    file, sheets = PAPI[name]
    reading = understood(sheets, file)
    assert len({province for _, province, _ in found(reading)}) == len(PROVINCES)
    assert "scores_by_codes" not in {code for code, _, _ in remarks(reading)}


@pytest.mark.parametrize(
    ("file", "sheet", "title", "said"),
    [
        ("a.xlsx", "PCI", "NĂM 2023", "pci"),
        ("a.xlsx", "Bảng 1", "CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX) 2023", "par_index"),
        ("a.xlsx", "Bảng 1", "Dự toán thu, chi ngân sách các tỉnh năm 2023", "budget"),
        ("a.xlsx", "Bảng 1", "DANH SÁCH CÁC TỈNH NĂM 2023", "people"),
        ("a.xlsx", "Bảng 1", "XẾP LOẠI THI ĐUA 2023", "emulation"),
    ],
)
def test_it_is_said_what_it_looks_like(understood, file, sheet, title, said):
    reading = understood({sheet: titled(title, DIGITS)}, file)
    assert remarks(reading)[1:] == [("sheet_of_others", "", "warning")]
    assert looks(reading) == [said]


def test_table_that_nothing_speaks_for_says_what_would(understood):
    reading = understood({"Bảng 1": DIGITS})
    assert remarks(reading)[1:] == [("scores_unproven", "", "warning")]


def test_codes_alone_are_read_and_said_once(understood):
    reading = understood({"2023": CODES})
    assert len(found(reading)) == 12 * 28
    assert remarks(reading) == [("scores_by_codes", "", "warning")]


def test_a_person_s_word_settles_what_the_sheet_is(understood):
    said = Options(year=2023, kinds={"Bảng 1": "scores"})
    assert len(found(understood({"Bảng 1": DIGITS}, options=said))) == 12 * 9
    refused = Options(kinds={"PAPI 2023": "ignore"})
    assert found(understood({"PAPI 2023": DIGITS}, options=refused)) == {}


def test_years_below_another_index_are_not_papi_s(understood):
    rows = [["STT", "Tỉnh", "PAPI", None, "PCI", None], [None, None, 2022, 2023, 2022, 2023]]
    rows += [[1, "Hà Nội", 43.5, 44.5, 66.5, 67.5], [2, "Hà Nam", 42.5, 41.5, 64.5, 63.5]]
    reading = understood({"Bảng": titled("CÁC CHỈ SỐ PAPI, PCI", rows)})
    assert found(reading) == {
        (2022, "P01", "PAPI"): 43.5, (2023, "P01", "PAPI"): 44.5,
        (2022, "P23", "PAPI"): 42.5, (2023, "P23", "PAPI"): 41.5,
    }  # fmt: skip


@pytest.mark.parametrize("heads", [["Điểm"], ["Giá trị"], ["Số điểm", "Điểm"]])
@pytest.mark.parametrize("codes", [["1.2", "1.3", "2.2", "5.1"], ["1.1", "1.1", "1.2", "1.2"]])
def test_questions_are_no_scores(understood, heads, codes):
    rows = [["Mã", "Mã nội dung thành phần", "Nội dung", *heads]]
    rows += [[f"Q{n}", code, f"Việc số {n} thế nào", 1, 5][: 3 + len(heads)]
             for n, code in enumerate(codes, 1)]  # fmt: skip
    kinds = [sheet.kind for sheet in understood({"DM câu hỏi": rows}).sheets]
    assert "scores" not in kinds
