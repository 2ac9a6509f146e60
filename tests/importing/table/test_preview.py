"""Columns that may be read in two ways: asked about, answered once, then known."""

from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Options
from dashboard.importing.table.columns import IGNORED
from dashboard.importing.understand import understand
from tests.importing.conftest import answers_of, remarks

TITLE = [["UBND xã An"], ["KẾ HOẠCH NĂM 2023"], []]
HEADS = ["STT", "Nhiệm vụ", "Mã nội dung", "Cột kia", "Thời gian", "Thời hạn"]
PLAN = [
    *TITLE,
    HEADS,
    [1, "Niêm yết", "2.2", "Trưởng thôn", "Quý I/2023", "15/2/2023"],
    [2, "Họp dân", "1.2", "Chủ tịch", "Quý II/2023", "15/5/2023"],
]


def doubts(reading) -> list[tuple[str, tuple[str, ...], str]]:
    return [(d.field, d.columns, d.taken) for sheet in reading.sheets for d in sheet.doubts]


def meant(reading) -> dict[str, str]:
    return {column.heading: column.field for column in reading.sheets[0].preview}


def test_two_columns_for_one_field_and_none_for_another_are_asked(understood):
    reading = understood(PLAN)
    # Both headings of the due date are synonyms; "Cột kia" is none, and no lead was found.
    assert sorted(doubts(reading)) == [("due", ("E", "F"), "E"), ("lead", ("D", "F"), "")]
    assert [code for code, *_ in remarks(reading) if "column" in code] == [
        "two_columns_for_field",
        "no_column_for_field",
    ]


def test_a_log_without_channels_asks_which_column_they_are(understood):
    heads = ["Ngày", "Nội dung", "Người thực hiện", "Bằng cách nào"]
    log = [["NHẬT KÝ NĂM 2023"], heads, ["5/3/2023", "Thu, chi", "UB MTTQ xã", "Loa"]]
    assert doubts(understood(log)) == [("channel", ("D",), "")]


def test_the_option_offered_is_of_a_column_not_yet_taken(understood):
    (finding,) = (
        f for f in understood(PLAN).sheets[0].findings if f.code == "two_columns_for_field"
    )
    assert (finding.holes["taken"], finding.holes["first"]) == ("E", "F")


def test_preview_shows_each_columns_meaning_and_first_values(understood):
    column = understood(PLAN).sheets[0].preview[4]
    assert (column.letter, column.heading, column.field) == ("E", "Thời gian", "due")
    assert column.samples == ("Quý I/2023", "Quý II/2023")


def test_an_answer_ends_the_question(understood):
    said = Options(columns={"Cột kia": "lead", "Thời hạn": "due"})
    reading = understood(PLAN, options=said)
    assert doubts(reading) == []
    assert [task.leads for task in reading.sheets[0].records] == [("Trưởng thôn",), ("Chủ tịch",)]
    assert [task.due_text for task in reading.sheets[0].records] == ["15/2/2023", "15/5/2023"]


def test_column_said_to_mean_nothing_is_left_out_without_a_remark(understood):
    said = Options(columns={"Cột kia": "lead", "Thời gian": IGNORED})
    reading = understood(PLAN, options=said)
    assert meant(reading)["Thời hạn"] == "due" and meant(reading)["Thời gian"] == ""
    assert remarks(reading) == []


def test_table_without_doubt_asks_nothing(understood):
    rows = [*TITLE, ["STT", "Nhiệm vụ", "Mã nội dung", "Chủ trì", "Thời hạn"]]
    reading = understood([*rows, [1, "Niêm yết", "2.2", "Trưởng thôn", "Quý I/2023"]])
    assert doubts(reading) == [] and remarks(reading) == []


def test_empty_column_is_no_rival(understood):
    rows = [row[:5] for row in PLAN[4:]]
    reading = understood([*TITLE, HEADS, *rows], options=Options(columns={"Cột kia": "lead"}))
    assert doubts(reading) == []


def test_sheet_of_unknown_headings_offers_its_columns(understood):
    rows = [["Việc phải làm", "Đồng chí nào", "Bao giờ"], ["Sửa đường", "Trưởng thôn", "31/5/2023"]]
    reading = understood(rows)
    assert meant(reading) == {"Việc phải làm": "", "Đồng chí nào": "", "Bao giờ": ""}
    said = {"Việc phải làm": "text", "Đồng chí nào": "lead", "Bao giờ": "due"}
    (task,) = understood(rows, options=Options(2023, columns=said)).sheets[0].records
    assert (task.text, task.leads, task.due_text) == ("Sửa đường", ("Trưởng thôn",), "31/5/2023")


def test_heading_can_be_said_to_be_a_question(understood, known_questions):
    rows = [["Mã phiếu", "Thôn", "Luật"], ["1", "Đông", "Có"]]
    reading = understood(rows, facts=known_questions, options=Options(columns={"Luật": "c01"}))
    sheet = reading.sheets[0]
    assert answers_of(sheet, sheet.records[0]) == {"C01": 1.0}


def test_what_fits_no_column_or_no_field_is_told(understood):
    said = Options(columns={"Người làm": "lead", "Cột kia": "chief"})
    found = understood(PLAN, options=said).findings
    assert [(f.code, f.value) for f in found] == [
        ("map_without_column", "Người làm"),
        ("map_to_no_field", "chief"),
    ]


def test_answer_given_once_is_known_for_the_next_table_with_these_headings(store, workbook):
    said = Options(columns={"Cột kia": "lead", "Thời hạn": "due"})
    assert import_file(store, workbook({"Bảng": PLAN}), said).status == "imported"
    later = [*TITLE, HEADS, [1, "Công khai thu chi", "2.3", "Kế toán", "Quý III/2023", "1/8/2023"]]
    receipt = import_file(store, workbook({"Tờ khác": later}, "sau.xlsx"))
    (task,) = receipt.sheets[0].records
    assert (task.leads, task.due_text) == (("Kế toán",), "1/8/2023")
    assert "meanings_known" in [finding.code for finding in receipt.all_findings()]


def test_file_read_before_the_answer_is_read_again_after_it(store, workbook):
    path = workbook({"Bảng": PLAN})
    assert import_file(store, path).status == "imported"
    assert import_file(store, path).status == "unchanged"
    said = Options(columns={"Cột kia": "lead"})
    assert import_file(store, path, said).status == "imported"
    assert import_file(store, path, said).status == "unchanged"
    assert import_file(store, path).status == "unchanged"


def test_answer_reaches_the_same_bytes_through_another_file(store, workbook):
    path = workbook({"Bảng": PLAN})
    import_file(store, path)
    other = workbook({"Bảng": [*PLAN[:-1]]}, "khác.xlsx")
    import_file(store, other, Options(columns={"Cột kia": "lead"}))
    assert import_file(store, path).status == "imported"


def test_check_alone_remembers_nothing(store, workbook, known):
    path = workbook({"Bảng": PLAN})
    import_file(store, path, Options(columns={"Cột kia": "lead"}), keep=False)
    receipt = import_file(store, path, keep=False)
    assert "no_column_for_field" in [finding.code for finding in receipt.all_findings()]
    assert understand(path, known).sheets[0].layout == receipt.sheets[0].layout
