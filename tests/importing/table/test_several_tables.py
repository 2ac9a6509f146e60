"""A sheet of several tables into the store: each counts, is checked and is looked up by itself."""

import pytest

from dashboard.importing.import_file import import_file
from tests.queries.rows import ask

TITLE = ["NHIỆM VỤ NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"]
HEADINGS = ["STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tiến độ (%)", "Ghi chú"]
QUESTIONS = [
    ["Mã câu", "Nội dung thành phần", "Câu hỏi", "Điểm thấp nhất", "Điểm cao nhất"],
    ["C01", "1.1", "Ông/Bà có biết Luật không?", 0, 1],
]
FORMS = ["Mã phiếu", "Thôn", "Giới tính", "C01"]


def asked(store, query, **given):
    with store.read() as cursor:
        return ask(cursor, query, **given)


def sheet(progress: int, *more: list, note: str = "a") -> dict:
    tasks = [TITLE, HEADINGS, [1, "1.1", "Họp thôn", "Công an xã", "Quý I", progress, note], []]
    return {"Bảng": [*tasks, *more]}


@pytest.fixture
def taken(store, workbook):
    def take(sheets, **more):
        receipt = import_file(store, workbook(sheets, **more))
        assert asked(store, "verify") == []
        return receipt

    return take


def counts(receipt) -> list[tuple[str, int, int, int]]:
    return [
        (s["kind"], s["rows_imported"], s["rows_refused"], s["rows_recognised"])
        for s in receipt.as_json()["sheets"]
    ]


def test_every_table_of_a_sheet_is_stored(store, taken):
    adults = [["Thôn", "Số người từ 18 tuổi trở lên", "Ghi chú"], ["Bắc", 50, "b"]]
    forms = [FORMS, ["1", "Bắc", "Nam", "Có"], ["2", "Bắc", "Nữ", "Không"]]
    receipt = taken(sheet(50, *adults, [], *QUESTIONS, [], *forms))
    assert counts(receipt) == [
        ("tasks", 1, 0, 2),
        ("population", 1, 0, 1),
        ("questions", 1, 0, 1),
        ("answers", 2, 0, 1),
    ]
    found = asked(store, "component_scores", unit="Xã Đức Hợp", year=2023)
    (score,) = (row for row in found if row["level"] == "question_raw")
    assert (score["estimate"], score["respondents"]) == (0.5, 2)
    assert [t["task"] for t in asked(store, "tasks", unit="Xã Đức Hợp", year=2023)] == ["Họp thôn"]


def test_a_changed_value_is_found_in_its_own_table(store, taken):
    """The columns of both tables are named alike; the task's history names the task's cell."""
    adults = [["Ghi chú", "Thôn", "Số người từ 18 tuổi trở lên"], ["b", "Bắc", 50]]
    first, second = sheet(50, note="a"), sheet(80, note="c")
    for name, tasks in (("cu.xlsx", first), ("moi.xlsx", second)):
        taken({"Bảng": [["DÂN SỐ XÃ ĐỨC HỢP"], *adults, [], *tasks["Bảng"]]}, name=name)
    with store.read() as cursor:
        found = cursor.execute("select field, new_value, cell from task_change order by field")
        assert found.fetchall() == [("note", "c", "G7"), ("progress", "0.8", "F7")]


def test_a_row_is_refused_in_its_own_table(taken):
    """Side by side: rows of the same number are others' rows."""
    rows = [
        ["KHẢO SÁT NĂM 2023 TẠI XÃ ĐỨC HỢP"],
        [*FORMS, None, "Thôn", "Số người từ 18 tuổi trở lên"],
        ["1", "Bắc", "Nam", "Có", None, "Bắc", 1],
        ["2", "Bắc", "Nữ", "Có", None, "Nam", 9],
        ["3", "Nam", "Nữ", "Có"],
    ]
    receipt = taken({"Phiếu": rows, "Câu hỏi": QUESTIONS})
    assert counts(receipt)[:2] == [("answers", 1, 2, 2), ("population", 2, 0, 1)]
    assert [f.code for f in receipt.all_findings()].count("more_forms_than_adults") == 1


def test_a_form_twice_in_two_tables_is_refused_once(taken):
    rows = [["KHẢO SÁT NĂM 2023 TẠI XÃ ĐỨC HỢP"], FORMS, ["1", "Bắc", "Nam", "Có"], []]
    rows += [["ĐỢT HAI"], [*FORMS[:2], "Tuổi", "C01"], ["1", "Bắc", 40, "Không"]]
    receipt = taken({"Phiếu": rows, "Câu hỏi": QUESTIONS})
    assert counts(receipt)[:2] == [("answers", 1, 0, 2), ("answers", 0, 1, 2)]
    (finding,) = (f for f in receipt.all_findings() if f.severity == "error")
    assert (finding.code, finding.cell, finding.holes["first"]) == (
        "duplicate_form",
        "A7",
        "Phiếu!A3",
    )
