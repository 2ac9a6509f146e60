"""Cells whose letters are not what they seem, from the file to what the queries answer.

What is expected was read off each workbook as a person sees it."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill

from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Options
from dashboard.importing.outcome.receipt import Receipt
from dashboard.store import sql
from dashboard.store.store import Store

CASES = Path(__file__).parent.parent.parent / "data" / "cases"
Asked = Callable[..., list[tuple[object, ...]]]
HEADINGS = ["STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Địa bàn", "Thời hạn", "Ngày hoàn thành"]
HEADINGS += ["Kết quả cả năm"]
TITLE = ["KẾ HOẠCH NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"]
LONG = pytest.mark.long


def superscript(text: str) -> TextBlock:
    return TextBlock(InlineFont(vertAlign="superscript"), text)


def struck(text: str) -> TextBlock:
    return TextBlock(InlineFont(strike=True), text)


@pytest.fixture
def asked(store: Store) -> Asked:
    """asked(query, columns, **params): those columns of what a query answers."""

    def ask(query: str, columns: str, **given: object) -> list[tuple[object, ...]]:
        with store.read() as cursor:
            result = sql.run(cursor, query, **given)
            names = [column[0] for column in result.description]
            places = [names.index(name) for name in columns.split()]
            return [tuple(row[place] for place in places) for row in result.fetchall()]

    return ask


@pytest.fixture
def imported(store: Store, workbook) -> Callable[..., Receipt]:
    """imported(row, ...): a commune's table of tasks with these rows, into the store."""

    def write(*rows: list[object], title=TITLE, headings=HEADINGS, **more) -> Receipt:
        path = workbook({"NV": [title, headings, *rows]}, **more)
        return import_file(store, path)

    return write


def codes(receipt: Receipt) -> list[str]:
    found = [*receipt.findings, *(f for sheet in receipt.sheets for f in sheet.findings)]
    return [finding.code for finding in found]


def task(number: int, *rest: object) -> list[object]:
    """A row: lead, area, due, done, result may follow."""
    lead, area, due, done, result, *_ = [*rest, *[None] * 5]
    lead = lead or "Công an xã"
    return [number, "1.1", f"Việc {number}", lead, area, due or "30/6/2023", done, result]


def test_a_footnote_mark_is_no_digit(store, asked):
    """Adults 400, 300, 500 of three villages with 12 forms each: h71a 22 of 36 weighted."""
    receipt = import_file(store, CASES / "11-so-mu-dan-so.xlsx")
    assert codes(receipt) == ["letters_footnote"]
    unit = {"unit": "Xã Tân Phúc", "year": 2023}
    assert asked("villages", "village adults respondents", **unit) == [
        ("Thôn Bắc", 300, 12),
        ("Thôn Đông", 400, 12),
        ("Thôn Hạ", 500, 12),
    ]
    scores = asked("component_scores", "level component estimate respondents", **unit)
    raw = {row[1]: (row[2], row[3]) for row in scores if row[0] == "question_raw"}
    assert raw["h71a"] == (pytest.approx(0.6111, abs=5e-5), 36)
    assert raw["h73a"] == (pytest.approx(0.75), 36)


def test_a_look_alike_is_the_same_commune_and_official(store, asked):
    assert codes(import_file(store, CASES / "13a-dung.xlsx")) == ["task_without_component"]
    assert "letters_twins" in codes(import_file(store, CASES / "13b-eth.xlsx"))
    assert asked("units", "unit level") == [("Xã Đức Hợp", "commune")]
    unit = {"unit": "Xã Đức Hợp", "year": 2023}
    official = "Công chức Địa chính - Xây dựng"
    assert asked("official_completion", "official assigned done_undated", **unit) == [
        (official, 2, 2)
    ]
    assert sorted(asked("tasks", "task state result_year", **unit)) == [
        ("Việc hai", "done_undated", "Đã hoàn thành"),
        ("Việc một", "done_undated", "Đã hoàn thành"),
    ]


@pytest.mark.parametrize(
    ("due", "day"),
    [
        (CellRichText("15/8/2023", superscript("1")), "2023-08-15"),
        pytest.param(CellRichText("15/8/2023", superscript("(1)")), "2023-08-15", marks=LONG),
        ("15/8/2023¹", "2023-08-15"),
        pytest.param("15/8/2023⁽²⁾", "2023-08-15", marks=LONG),
        (CellRichText("15/8/2023 ", struck("30/6/2023")), "2023-08-15"),
        pytest.param(CellRichText(struck("30/6/2023"), " 15/8/2023"), "2023-08-15", marks=LONG),
        pytest.param(
            CellRichText("15/8/2023 (", struck("30/6/2023"), ")"),
            "2023-08-15",
            marks=LONG,
        ),
        ("l5/8/2O23", "2023-08-15"),
        ("１５/８/２０２３", "2023-08-15"),
        pytest.param("15∕8∕2023", "2023-08-15", marks=LONG),
        ("15/8\u200b/2023\u00ad", "2023-08-15"),
        ("Тháng 8/2023", "2023-08-31"),
        ("ThÃ¡ng 8/2023", "2023-08-31"),
    ],
)
def test_a_due_date_in_odd_letters(due, day, imported, asked):
    receipt = imported(task(1, None, None, due))
    assert receipt.status == "imported"
    ((found,),) = asked("tasks", "due", unit="Xã Đức Hợp", year=2023)
    assert str(found) == day


def test_what_is_struck_through_is_not_read_and_it_is_said(imported, asked):
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["NV"]
        for cell in sheet[4]:
            cell.font = Font(strike=True)
        sheet["G5"].font = Font(strike=True)
        sheet["F6"].comment = Comment("Đã lùi đến 31/12/2023", "VP")

    receipt = imported(task(1), task(2), task(3, None, None, None, "1/6/2023"), task(4), edit=edit)
    assert codes(receipt).count("struck_text") == 1
    rows = asked("tasks", "task due done", unit="Xã Đức Hợp", year=2023)
    assert sorted((str(t), str(due), done) for t, due, done in rows) == [
        ("Việc 1", "2023-06-30", None),
        ("Việc 3", "2023-06-30", None),
        ("Việc 4", "2023-06-30", None),
    ]


def test_what_nobody_sees_is_said(imported):
    def edit(book: openpyxl.Workbook) -> None:
        sheet = book["NV"]
        sheet["F3"].font = Font(color="FFFFFFFF")
        sheet["G3"].font = Font(color="FFFFFFFF")  # holds nothing
        sheet["F4"].number_format = ";;;"
        for cell in sheet[2]:  # white on blue is seen
            cell.font = Font(color="FFFFFFFF")
            cell.fill = PatternFill("solid", fgColor="FF1F4E78")
        sheet.row_dimensions[5].height = 0.1

    receipt = imported(task(1), task(2), task(3), edit=edit)
    (sheet,) = receipt.sheets
    told = {finding.code: finding.holes for finding in sheet.findings}
    assert told["unseen_cells"] == {"cells": "F3, F4"}
    assert told["hidden_rows"] == {"rows": "5"}


@pytest.mark.parametrize(
    ("lead", "area"),
    [
        ("Сông an хã", "Thôn Ɖông"),
        pytest.param("Công an xã\u200b", "Thôn Ðông", marks=LONG),
        ("CÃ´ng an xÃ£", "ThÃ´n Ä\x90Ã´ng"),
        ("C?ng an x?", "Th?n ??ng"),
        pytest.param("Công an x\ufffd", "Thôn \ufffd\ufffdông", marks=LONG),
        ("Co\u0302ng an xa\u0303", "Tho\u0302n D\u0335o\u0302ng"),
        ("C&ocirc;ng an x&#227;", "Th&#244;n &#272;&#244;ng"),
        pytest.param("Công an xã¹", "Thôn Đông²", marks=LONG),
    ],
)
def test_a_known_name_in_odd_letters_is_no_new_one(lead, area, imported, asked):
    imported(task(1, "Công an xã", "Thôn Đông"))
    imported(task(2, lead, area), name="sau.xlsx")
    unit = {"unit": "Xã Đức Hợp", "year": 2023}
    assert asked("official_completion", "official assigned", **unit) == [("Công an xã", 2)]
    assert {row for row in asked("tasks", "area", **unit)} == {("Thôn Đông",)}
    assert asked("villages", "village", **unit) == [("Thôn Đông",)]


def test_a_name_that_lost_letters_and_is_not_known_is_nobodys(imported, asked):
    receipt = imported(task(1, "C?n b? l?ch", "Th?n Gi?a"), task(2, "Công an xã", "Thôn Đông"))
    assert codes(receipt).count("name_lost_letters") == 2
    unit = {"unit": "Xã Đức Hợp", "year": 2023}
    assert ("Công an xã", 1) in asked("official_completion", "official assigned", **unit)
    assert asked("villages", "village", **unit) == [("Thôn Đông",)]


@pytest.mark.parametrize(
    "said",
    [
        "XÃ ??C H?P",
        pytest.param("X? Đ?C H?P", marks=LONG),
        pytest.param("XÃ \ufffd\ufffdỨC H\ufffdP", marks=LONG),
    ],
)
def test_a_commune_that_lost_letters_is_the_known_one_or_asked_about(said, store, imported, asked):
    title = [f"KẾ HOẠCH NĂM 2023 CỦA UBND {said}"]
    refused = imported(task(1), title=title, name="truoc.xlsx")
    assert refused.status == "refused"
    assert asked("units", "unit") == []
    imported(task(2), name="dung.xlsx")
    assert imported(task(1), title=title, name="sau.xlsx").status == "imported"
    assert asked("units", "unit") == [("Xã Đức Hợp",)]


def test_a_unit_chosen_for_such_a_file_holds(store, workbook, asked):
    path = workbook({"NV": [["KẾ HOẠCH NĂM 2023 CỦA UBND X? ??C H?P"], HEADINGS, task(1)]})
    assert import_file(store, path, Options(unit="Xã Đức Hợp")).status == "imported"
    assert asked("units", "unit") == [("Xã Đức Hợp",)]


def test_a_question_mark_that_is_meant_stays(imported, asked):
    rows = [task(1, "Công an xã?"), [2, "1.1", "Dân có biết không?Có báo xã chưa?", "Công an xã"]]
    receipt = imported(*rows)
    assert not [code for code in codes(receipt) if code.startswith(("letters", "name_lost"))]
    unit = {"unit": "Xã Đức Hợp", "year": 2023}
    assert [row[0] for row in asked("official_completion", "assigned", **unit)] == [2]
