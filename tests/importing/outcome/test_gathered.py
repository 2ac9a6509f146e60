"""Findings that a person reads: a line a kind, the most serious first, numbers that add up."""

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Changes, Reading, SheetReading
from dashboard.importing.model.records import Task
from dashboard.importing.outcome.gathered import counted, gathered
from dashboard.importing.outcome.receipt import Receipt, receipt_of
from dashboard.importing.outcome.report import as_text
from dashboard.words import words

VI = words("vi")


def bad(cell: str, value: str = "31/6/2023", sheet: str = "Biểu") -> Finding:
    return Finding("impossible_date", "warning", sheet, cell, "Thời hạn", value)


def unknown(cell: str, severity: str = "error") -> Finding:
    return Finding("unknown_component", severity, "Biểu", cell, "Mã", "9.9")


def test_a_kind_is_one_line_with_its_cells_in_runs():
    (line,) = gathered([*(bad(f"F{row}") for row in range(7, 31)), bad("F40"), bad("G40")])
    assert (line.count, line.places()) == (26, "F7–F30, F40, G40")
    assert line.values() == "31/6/2023"
    assert line.said(VI).endswith("(Cũng vậy ở 25 chỗ khác.)")
    assert "F7" in line.said(VI) and "F8" not in line.said(VI)


def test_one_finding_is_its_sentence_alone():
    (line,) = gathered([bad("F7")])
    assert "khác" not in line.said(VI) and line.places() == "F7"


def test_errors_come_first_then_what_holds_for_most_places():
    findings = [
        Finding("cover_sheet", "info", "Bìa"), bad("F7"), unknown("A3", "warning"),
        unknown("A4", "warning"), unknown("A9"),
    ]  # fmt: skip
    lines = gathered(findings)
    assert [(one.severity, one.findings[0].code, one.count) for one in lines] == [
        ("error", "unknown_component", 1),
        ("warning", "unknown_component", 2),
        ("warning", "impossible_date", 1),
        ("info", "cover_sheet", 1),
    ]
    assert counted(findings, VI) == "1 lỗi, 3 cảnh báo, 1 ghi chú"


def test_each_field_that_a_column_was_read_as_is_said():
    """ "The same holds elsewhere" would be untrue of another field."""
    said = [("B4", "Việc", "Nhiệm vụ"), ("C4", "Ai", "Chủ trì"), ("B9", "Mô tả", "Nhiệm vụ")]
    lines = gathered(
        Finding("column_likely", "info", "Biểu", cell, value, value, {"name": name, "field": "x"})
        for cell, value, name in said
    )
    assert [line.places() for line in lines] == ["B4, B9", "C4"]
    assert '"Ai" được hiểu là "Chủ trì"' in lines[1].said(VI)


def test_places_of_several_sheets_say_which_and_values_are_the_first_few():
    found = [bad("F7", str(n), sheet) for sheet in ("A", "B") for n in range(3)]
    (line,) = gathered([*found, bad("F9", "x" * 60, "B")])
    assert line.places() == "A: F7; B: F7, F9"
    assert line.values() == f"0; 1; 2; {'x' * 39}…"
    many = [bad(f"F{2 * n}", str(n)) for n in range(1, 20)]
    (line,) = gathered(many)
    assert line.places().endswith("F24…") and line.values() == "1; 2; 3; 4; …"


def task(row: int) -> Task:
    return Task(row, None, None, "Việc")


def receipt(status: str = "imported", *findings: Finding) -> Receipt:
    sheet = SheetReading(
        "Biểu", "tasks", 2023, "Xã An", records=[task(5), task(6), task(7)], rows_refused=2,
        findings=list(findings),
    )  # fmt: skip
    found = receipt_of(Reading("bieu.xlsx", "0" * 64, [sheet]), status)
    changes = {("Biểu", 0): Changes(new=1, changed=1, same=1, absent=4)}
    scopes = (("tasks", "Xã An", 2023),)
    return Receipt(**{**vars(found), "changes": changes, "scopes": scopes})


def test_the_receipt_counts_rows_and_changes_and_names_the_page():
    one = receipt()
    assert (one.rows_imported, one.rows_refused) == (3, 2)
    assert vars(one.changed()) == {"new": 1, "changed": 1, "same": 1, "absent": 4}
    assert one.pages() == {"officials": {"unit": "Xã An", "year": 2023}}
    assert receipt("unchanged").rows_imported == 0
    refused = receipt("refused")
    assert (refused.rows_imported, refused.rows_refused) == (0, 5)


def test_the_text_says_it_is_done_what_changed_where_and_a_line_a_kind():
    text = as_text(receipt("imported", *(bad(f"F{row}") for row in range(7, 32))), VI).split("\n")
    assert text[:4] == [
        "Đã nhập tệp bieu.xlsx.",
        "  Nhập 3 dòng, từ chối 2 dòng; 25 cảnh báo.",
        "  Mới 1 dòng, thay đổi 1, giữ nguyên 1, không còn trong tệp 4.",
        "  Xem ở trang: Cán bộ.",
    ]
    assert text[4].startswith('  Trang tính "Biểu"')
    assert len(text) == 7 and text[5].startswith("  Cảnh báo: ")
    assert text[6] == "    25 chỗ: F7–F31"


def test_the_text_of_a_check_names_no_page_to_look_at():
    text = as_text(receipt(), VI, kept=False)
    assert "Xem ở trang" not in text and "chưa nhập" in text and "không có gì cần sửa" in text
