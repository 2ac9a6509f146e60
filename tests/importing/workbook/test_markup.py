"""What a workbook says of its cells beside their values."""

import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from dashboard.importing.model.raw import Signs
from dashboard.importing.understand import understand
from dashboard.importing.workbook import markup
from dashboard.importing.workbook.read import read
from tests.importing.conftest import remarks

TITLE = ["NHIỆM VỤ NĂM 2023 CỦA UBND XÃ ĐỨC HỢP"]
HEADINGS = ["STT", "Mã nội dung", "Nhiệm vụ", "Chủ trì", "Thời hạn", "Tiến độ (%)"]


def tasks(*progress: object) -> list[list[object]]:
    rows = [[i, "1.1", f"Việc {i}", "Công an xã", "Quý I", p] for i, p in enumerate(progress, 1)]
    return [TITLE, HEADINGS, *rows]


def formats(**by_cell: str):
    """An edit that gives cells their number formats."""

    def edit(book: openpyxl.Workbook) -> None:
        for cell, code in by_cell.items():
            book["Bảng"][cell].number_format = code

    return edit


@pytest.mark.parametrize(
    ("code", "value", "share"),
    [
        ("0%", 1, 1.0),
        ("0%", 0.8, 0.8),
        ("0%", 0.01, 0.01),
        ("0.0%", 1, 1.0),
        ("0.00%", 0.455, 0.455),
        ("0%;[Red]-0%", 1, 1.0),
        ("# ##0%", 1, 1.0),
        ('0"%"', 1, 0.01),
        ("0\\%", 80, 0.8),
        ('0" %"', 100, 1.0),
        ("0", 1, 0.01),
        ("General", 1, 0.01),
        ('0 "phần trăm"', 80, 0.8),
        ("@", "80%", 0.8),
        ("@", "0,8%", 0.008),
    ],
)
def test_the_number_format_decides_what_a_one_is(code, value, share, understood):
    """Among plain 80, 100 and 45, which are per cents."""
    reading = understood(tasks(80, 100, 45, value), edit=formats(F6=code))
    assert [t.progress for t in reading.sheets[0].records] == [0.8, 1.0, 0.45, share]
    assert remarks(reading) == []


def test_formatted_cells_do_not_speak_for_the_plain_ones(understood):
    reading = understood(tasks(1, 1, 0.5, 80), edit=formats(F3="0%", F4="0%", F5="0%"))
    assert [t.progress for t in reading.sheets[0].records] == [1.0, 1.0, 0.5, 0.8]


def test_eighty_in_a_cell_of_per_cents_is_eighty_per_cent_and_said(understood):
    reading = understood(tasks(0.5, 80), edit=formats(F3="0%", F4="0%"))
    assert [task.progress for task in reading.sheets[0].records] == [0.5, 0.8]
    assert remarks(reading) == [("progress_read_as", "F4", "warning")]


def test_column_numbers_do_not_speak_for_the_column(understood):
    reading = understood([*tasks()[:2], ["1", "2", "3", "4", "5", "6"], *tasks(1, 1)[2:]])
    assert [t.progress for t in reading.sheets[0].records] == [1.0, 1.0]


def test_hidden_rows_and_columns_are_read_and_named(understood):
    def edit(book):
        sheet = book["Bảng"]
        for row in (4, 5, 6, 8, 200):
            sheet.row_dimensions[row].hidden = True
        sheet.column_dimensions["C"].width = 40
        for letter in ("B", "F", "Z"):
            sheet.column_dimensions[letter].hidden = True

    reading = understood(tasks(10, 20, 30, 40, 50, 60), edit=edit)
    assert len(reading.sheets[0].records) == 6
    assert remarks(reading) == [("hidden_rows", "", "info"), ("hidden_columns", "", "info")]
    rows, columns = reading.sheets[0].findings
    assert (rows.holes, columns.holes) == ({"rows": "4-6, 8"}, {"columns": "B, F"})


def test_a_formula_without_a_value_is_told(understood):
    reading = understood(tasks("=1-0.5", 0.5, "=SUM(F4)"))
    assert [t.progress for t in reading.sheets[0].records] == [None, 0.5, None]
    assert remarks(reading) == [("formula_without_value", "F3", "warning")]
    assert reading.sheets[0].findings[0].holes == {"cells": "F3, F5"}


def test_an_error_of_a_formula_is_told(understood):
    def edit(book):
        book["Bảng"]["F4"] = "#DIV/0!"
        book["Bảng"]["F4"].data_type = "e"
        book["Bảng"]["Z1"] = "#REF!"

    reading = understood(tasks(0.5, None), edit=edit)
    assert [t.progress for t in reading.sheets[0].records] == [0.5, None]
    assert remarks(reading) == [("formula_error", "F4", "warning")]
    assert reading.sheets[0].findings[0].value == "#DIV/0!"


@pytest.mark.parametrize(
    ("cell", "signs"),
    [
        ('<c r="A1"><f>1+1</f></c>', Signs(unvalued=((0, 0),))),
        ('<c r="AB12"><f t="shared" si="0"/><v></v></c>', Signs(unvalued=((11, 27),))),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', Signs()),
        ('<c r="A1" t="str"><f>IF(1,"")</f><v></v></c>', Signs()),
        ('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', Signs(errors={(0, 0): "#DIV/0!"})),
        ("<c><f>1+1</f></c>", Signs()),
        ('<c r="A1"', Signs()),
    ],
)
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_patterns_of_one_cell(cell, signs, prefix, tmp_path):
    xml = f'<worksheet><sheetData><row r="1">{cell}</row></sheetData></worksheet>'
    book = '<workbook><sheets><sheet name="A &amp; B" r:id="rId1"/></sheets></workbook>'
    relations = '<Relationships><Relationship Id="rId1" Target="/xl/s/1.xml"/></Relationships>'
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w") as archive:
        for path, content in (
            ("xl/s/1.xml", xml),
            ("xl/workbook.xml", book),
            ("xl/_rels/workbook.xml.rels", relations),
        ):
            tagged = content.replace("<", f"<{prefix}").replace(f"<{prefix}/", f"</{prefix}")
            archive.writestr(path, tagged)
    assert markup.signs(tmp_path / "b.xlsx") == {"A & B": signs}


@pytest.mark.parametrize(
    "content", [b"", b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>"]
)
def test_other_files_give_no_signs(content, tmp_path):
    (tmp_path / "tep.xlsx").write_bytes(content)
    assert markup.signs(tmp_path / "tep.xlsx") == {}


def test_hostile_markup_is_searched_in_no_time(tmp_path):
    """Tags that never end, and entities that would expand: nothing is expanded or tried again."""
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    xml = bomb + "<worksheet>" + "<c " * 500_000 + "<f" * 100_000 + '<c t="e"' * 100_000
    with zipfile.ZipFile(tmp_path / "b.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/s.xml", xml)
        archive.writestr("xl/workbook.xml", '<workbook><sheet name="A" r:id="r1"/></workbook>')
        archive.writestr(
            "xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="r1" Target="s.xml"/>'
        )
    assert markup.signs(tmp_path / "b.xlsx") == {"A": Signs()}


def test_dates_of_the_calendar_that_begins_in_1904(workbook, known):
    def edit(book):
        book.epoch = CALENDAR_MAC_1904

    days = [date(2023, 3, 5), datetime(2023, 12, 31)]
    rows = [TITLE, [*HEADINGS[:5], "Ngày hoàn thành"]]
    rows += [[i, "1.1", f"Việc {i}", "Công an xã", d, d] for i, d in enumerate(days)]
    sheet = understand(workbook({"Bảng": rows}, edit=edit), known).sheets[0]
    assert [(t.due, t.done) for t in sheet.records] == [
        (date(2023, 3, 5), date(2023, 3, 5)),
        (date(2023, 12, 31), date(2023, 12, 31)),
    ]


def test_cells_of_nothing_seen_are_blank(workbook):
    path = workbook({"B": [["a\u200b", "\u200b", "\ufeff \u00a0"], ["\u2060", None, None]]})
    assert read(path, "tep.xlsx").sheets[0].rows == [["a"]]


@pytest.mark.parametrize(
    ("written", "cell"),
    [("'0012", "0012"), ("'5", "5"), ("\u20191.240,5", "1.240,5"), ("'A'", "'A'"), ("5'", "5'")],
)
def test_the_apostrophe_of_a_number_kept_as_text(written, cell, workbook):
    assert read(workbook({"B": [[written]]}), "tep.xlsx").sheets[0].rows == [[cell]]
