"""Small surveys after troubles that offices reported, each through the whole import; what must
come out was worked out by hand from the cells."""

from pathlib import Path

import pytest

from dashboard.config import ROOT
from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Changes, Options
from dashboard.importing.outcome.receipt import Receipt
from tests.queries.rows import ask

CASES = ROOT / "tests" / "data" / "cases"
TAN_PHUC = "Xã Tân Phúc"


@pytest.fixture
def imported(store):
    """imported(case or file) is its receipt, stored."""

    def read(name: str | Path, **given) -> Receipt:
        path = CASES / f"{name}.xlsx" if isinstance(name, str) else name
        return import_file(store, path, **given)

    return read


@pytest.fixture
def estimates(store):
    """estimates(unit, year): question -> its estimate to 4 places and respondents."""

    def read(unit: str = TAN_PHUC, year: int = 2023) -> dict[str, tuple[float, int]]:
        with store.read() as cursor:
            found = ask(cursor, "component_scores", unit=unit, year=year)
        return {
            row["component"]: (round(row["estimate"], 4), row["respondents"])
            for row in found
            if row["level"] == "question_raw" and row["estimate"] is not None
        }

    return read


@pytest.fixture
def forms(store):
    """forms(): the numbers of all forms that hold."""

    def read() -> list[str]:
        with store.read() as cursor:
            found = cursor.execute("select form from current_respondent order by form").fetchall()
        return [form for (form,) in found]

    return read


def codes(receipt: Receipt) -> list[str]:
    return [finding.code for finding in receipt.all_findings()]


def test_form_001_as_text_and_as_number_is_one(imported, forms, estimates):
    imported("16a-001-chu")
    before = estimates()
    receipt = imported("16b-001-so")
    assert receipt.status == "imported"
    assert forms() == [f"{number:03}" for number in range(1, 37)]
    assert (before["h71a"], estimates()) == ((0.6111, 36), before)
    assert receipt.changes["Phiếu", 0] == Changes(same=36)
    assert "forms_like_others" not in codes(receipt)


def test_forms_of_other_letters_are_kept_apart_and_told(imported, forms, workbook):
    imported("16a-001-chu")
    heading = ["Mã phiếu", "Thôn", "Giới tính", "Tuổi", "h71a"]
    rows = [[f"P{number:03}", "Thôn Đông", "Nam", 40, 1] for number in range(1, 5)]
    title = ["PHIẾU TRẢ LỜI XÃ TÂN PHÚC NĂM 2023"]
    receipt = imported(workbook({"Phiếu": [title, heading, *rows]}))
    assert len(forms()) == 40
    (told,) = (f for f in receipt.all_findings() if f.code == "forms_like_others")
    assert told.holes["count"] == "4"


def test_former_commune_is_no_unit_and_tells_villages_apart(store, imported, estimates):
    """400, 300, 700 and 250 adults: Thôn 1 and Thôn 2 of two communes that became one."""
    receipt = imported("14-xa-cu")
    assert {unit for _, unit, _ in receipt.scopes} == {"xa-hiep-cuong"}
    assert codes(receipt) == ["former_unit"] * 2
    found = estimates("Xã Hiệp Cường", 2025)
    assert (found["h71a"], found["h71b"]) == ((0.6111, 48), (3.3283, 48))
    with store.read() as cursor:
        adults = dict(cursor.execute("select village, adults from current_population").fetchall())
    assert adults["xa-hiep-cuong/thon-1-xa-hung-an"] == 700
    assert len(adults) == 4


def test_sheet_of_means_is_no_survey(imported, estimates):
    receipt = imported("08-trang-tong-hop")
    assert (receipt.counted("answers"), codes(receipt)) == (33, ["summary_sheet"])
    assert estimates() == {
        "h71a": (0.6086, 33),
        "h71b": (3.3056, 33),
        "h72a": (0.2854, 33),
        "h73a": (0.7563, 33),
    }


def test_yes_and_no_in_columns_of_their_own_are_one_answer(imported, estimates):
    """Of 12 forms each in Đông (400 adults), Bắc (300) and Hạ (500): Có 8, 7, 7; 4, 4, 4; and
    11, 8, 8."""
    receipt = imported("07-co-khong-hai-cot")
    assert (receipt.counted("answers"), receipt.is_whole) == (36, True)
    assert codes(receipt) == ["question_without_column"]
    assert estimates() == {"h71a": (0.6111, 36), "h72a": (0.3333, 36), "h73a": (0.75, 36)}


def test_headings_of_one_word_and_ages_in_groups(imported, estimates):
    """Whoever says what the joined headings mean, the ages are told once and left blank."""
    meant = {"MaPhieu": "form", "ThoiGianGui": "timestamp", "GioiTinh": "sex", "DoTuoi": "age"}
    receipt = imported("21-tieu-de-lien", options=Options(columns=meant))
    assert receipt.counted("answers") == 36
    (told,) = (finding for finding in receipt.all_findings() if finding.column == "DoTuoi")
    assert (told.code, told.holes["count"]) == ("ages_in_groups", "36")
    assert estimates()["h71a"] == (0.6111, 36)
