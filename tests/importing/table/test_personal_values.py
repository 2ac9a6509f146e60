"""What names a respondent is dropped at the door: in no table, finding, message or log."""

import json
from datetime import date, datetime

import pytest

from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Options
from dashboard.importing.outcome.report import as_text
from dashboard.importing.storing.undo import original
from dashboard.importing.table.personal_columns import by_heading, dropped_as
from dashboard.importing.wording.personal_shapes import looks_private
from dashboard.words import words
from tests.importing.conftest import QUESTIONS, remarks
from tests.queries.rows import ask
from tests.seen import seen

TITLE = ["PHIẾU KHẢO SÁT UBND xã An năm 2023"]
HEADINGS = ["Mã phiếu", "Họ và tên", "SĐT", "Thôn", "Tuổi", "C01", "C02", "Ghi thêm"]
SECRETS = ("Tên Bí Mật", "912345678", "033123456789", "bi.mat@example.com")
FORMS = [
    ["1", "Tên Bí Mật A", "0912345678", "Thôn Đông", 45, "Có", 4, "033123456789"],
    ["2", "Tên Bí Mật B", "+84 912 345 678", "Thôn Đông", 300, 7, 9, "bi.mat@example.com"],
    ["3", "Tên Bí Mật C", 912345678.0, None, 61, "Có", 1, "033123456789"],
    ["1", "Tên Bí Mật D", "0912.345.678", "Thôn Tây", 30, "Có", 1, None],
    [None, "Tên Bí Mật E", "0912345678", None, None, None, None, None],
]


@pytest.fixture
def survey(workbook):
    """survey(rows, headings) is a workbook of answers with their questions."""

    def write(rows=FORMS, headings=HEADINGS, **sheets):
        return workbook({"Phiếu": [TITLE, headings, *rows], "Câu hỏi": QUESTIONS, **sheets})

    return write


def everything(store) -> str:
    """Every value of every table as one text."""
    with store.read() as cursor:
        tables = cursor.execute(
            "select table_name from information_schema.tables"
            " where table_catalog = current_database() and table_type = 'BASE TABLE'"
        ).fetchall()
        return "\n".join(
            repr(cursor.execute(f"select * from {table}").fetchall()) for (table,) in tables
        )


@pytest.mark.parametrize("keep", [True, False])
def test_no_value_gets_in_or_is_repeated(keep, survey, store, caplog):
    receipt = import_file(store, survey(), Options(), keep=keep)
    assert (receipt.status, receipt.counted("answers")) == ("imported", 2)
    said = json.dumps(receipt.as_json(), ensure_ascii=False) + as_text(receipt, words("vi"))
    for text in (everything(store), said, caplog.text, repr(receipt)):
        assert [secret for secret in SECRETS if secret in text] == []


def test_each_column_is_told_without_its_values(survey, understood):
    reading = understood({"Phiếu": [TITLE, HEADINGS, *FORMS], "Câu hỏi": QUESTIONS})
    assert reading.private
    assert [(f.code, f.cell, f.column, f.value) for f in reading.sheets[0].findings[:3]] == [
        ("personal_column", "B2", "Họ và tên", ""),
        ("personal_column", "C2", "SĐT", ""),
        ("personal_column", "H2", "Ghi thêm", ""),
    ]
    # every row counts: two records, three refused (no village, form again, neither)
    assert (reading.sheets[0].rows_imported, reading.sheets[0].rows_refused) == (2, 3)


def test_original_is_not_kept_and_the_history_says_so(survey, store, workbook):
    private = import_file(store, survey())
    public = import_file(store, workbook({"C": [TITLE, *QUESTIONS]}, "cau-hoi.xlsx"))
    assert original(store, seen(store, "import", private.import_id)) == b""
    assert [f.code for f in private.findings] == ["original_not_kept"]
    assert len(original(store, seen(store, "import", public.import_id))) > 1000
    with store.read() as cursor:
        kept = {row["import_id"]: row["original_kept"] for row in ask(cursor, "imports")}
        assert ask(cursor, "verify") == []
    assert kept == {private.import_id: False, public.import_id: True}


def test_the_same_file_again_changes_nothing(survey, store):
    file = survey()
    assert import_file(store, file).status == "imported"
    assert import_file(store, file).status == "unchanged"


def test_a_column_without_values_is_no_matter(survey, understood):
    rows = [["1", None, None, "Thôn Đông", 45, "Có", 4, None]]
    reading = understood({"Phiếu": [TITLE, HEADINGS, *rows], "Câu hỏi": QUESTIONS})
    assert remarks(reading) == []


def test_a_list_of_respondents_beside_the_answers_is_not_kept_either(survey, store):
    people = [["Danh sách"], ["TT", "Họ tên", "Ghi"], [1, "Tên Bí Mật", "x"]]
    plain = [["1", None, None, "Thôn Đông", 45, "Có", 4, None]]
    receipt = import_file(store, survey(plain, **{"Danh sách": people}))
    assert [f.code for f in receipt.all_findings()] == [
        "original_not_kept",
        "list_of_people",
        "sheet_of_others",
    ]
    assert original(
        store, seen(store, "import", receipt.import_id)
    ) == b"" and "Bí Mật" not in repr(receipt)


def test_a_list_of_people_without_answers_names_no_respondents(understood):
    reading = understood([["Danh sách"], ["TT", "Họ tên", "Ghi"], [1, "Ông A", "x"]])
    assert not reading.private
    assert [column.heading for column in reading.sheets[0].preview] == ["TT", "Họ tên", "Ghi"]


@pytest.mark.parametrize(
    ("born", "age"),
    [
        (date(1978, 3, 5), 45),
        (datetime(1978, 3, 5), 45),
        ("05/03/1978", 45),
        (1978, 45),
        ("?", None),
    ],
)
def test_only_the_year_of_a_date_of_birth_is_used(born, age, understood):
    headings = ["Mã phiếu", "Thôn", "Ngày sinh", "C01", "C02"]
    sheets = {"P": [TITLE, headings, ["1", "Thôn Đông", born, 1, 4]], "Câu hỏi": QUESTIONS}
    reading = understood(sheets)
    assert reading.sheets[0].records[0].age == age
    assert ("birth_year_kept", "C2", "info") in remarks(reading)
    assert "05/03" not in repr(reading) and "1978, 3, 5" not in repr(reading)


def test_beside_an_age_a_date_of_birth_is_dropped(understood):
    headings = ["Mã phiếu", "Thôn", "Ngày sinh", "Tuổi", "C01", "C02"]
    sheets = {"P": [TITLE, headings, ["1", "Đông", "05/03/1978", 44, 1, 4]], "Câu hỏi": QUESTIONS}
    reading = understood(sheets)
    assert reading.sheets[0].records[0].age == 44
    assert reading.sheets[0].records[0].interviewed_on is None
    assert ("personal_column", "C2", "info") in remarks(reading)


def test_headings_again_totals_and_signatures_are_still_known(understood):
    rows = [FORMS[0], HEADINGS, [None, "Tổng cộng", None, None, None, 1, 4, None]]
    rows += [[None, "NGƯỜI LẬP BIỂU", None, None, None, None, None, None]]
    reading = understood({"P": [TITLE, HEADINGS, *rows], "Câu hỏi": QUESTIONS})
    sheet = reading.sheets[0]
    assert (sheet.rows_imported, sheet.rows_refused, sheet.rows_recognised) == (1, 0, 5)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Họ và tên người trả lời phiếu", "personal"),
        ("Người trả lời", "person"),
        ("Số CCCD/CMND", "personal"),
        ("Địa chỉ email", "personal"),
        ("Email Address", "personal"),
        ("Số điện thoại liên hệ (nếu có)", "personal"),
        ("thong_tin/ho_ten", "person"),
        ("Ngày sinh của ông/bà", "birth"),
        ("Name", "person"),
        ("Tên điều tra viên", "personal"),
        ("_uuid", "instance"),
        ("Mã người trả lời", None),
        ("Giới tính người trả lời", None),
        ("Tuổi người trả lời", None),
        ("Tên thôn", None),
        ("Tên xóm", None),
        ("Địa chỉ thôn", None),
        ("Năm sinh", None),
        ("Ngày phỏng vấn", None),
        ("Ông/Bà có biết số điện thoại của xã không?", None),
    ],
)
def test_what_a_heading_names(heading, kind):
    assert dropped_as(heading) == kind


def test_a_choice_of_a_question_is_no_person():
    assert by_heading({0: "kenh", 1: "kenh/zalo", 2: "thong_tin/zalo"}, {}) == {2: "personal"}


@pytest.mark.parametrize(
    "said", ["0912345678", "84912345678", "033123456789", "33123456789", "a@b.vn"]
)
def test_what_looks_private(said):
    assert looks_private(said)


@pytest.mark.parametrize("said", ["45", "23-0001", "5/8/2023", "1.240", "2023", "Có", "20230001"])
def test_what_does_not_look_private(said):
    assert not looks_private(said)
