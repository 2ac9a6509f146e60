"""Text that is struck through or raised is no value, in each kind of workbook.

The three files hold one sheet, made in one program and saved by another: a footnote mark on
C3, a second due date struck through in E3, row 4 struck through, row 5 hidden, the done date
F6 struck through, a meant m² in C7 and the first of two due dates struck through in E7."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from dashboard.importing.model.reading import Options
from dashboard.importing.understand import understand_here
from dashboard.importing.workbook import markup
from dashboard.importing.workbook.container import Limits
from dashboard.importing.workbook.footnotes import is_mark, without_marks
from dashboard.importing.workbook.runs import Run, kept_of, runs_of
from tests.importing.conftest import speak

DATA = Path(__file__).parent.parent.parent / "data" / "letters"


def words(text: str, **looks: object) -> TextBlock:
    return TextBlock(InlineFont(**looks), text)


@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_every_kind_of_workbook(ending, known):
    path = DATA / f"gach-bo.{ending}"
    reading = understand_here(path, known, Options(), path.name, Limits())
    (sheet,) = reading.sheets
    assert [(task.row, task.text, task.due, task.done) for task in sheet.records] == [
        (3, "Việc một", date(2023, 8, 15), None),
        (5, "Việc ba", date(2023, 6, 30), None),
        (6, "Việc bốn", date(2023, 6, 30), None),
        (7, "Trồng 5 m2 hoa", date(2023, 7, 31), None),
    ]
    told = {
        finding.code: (finding.cell, finding.value, finding.holes) for finding in sheet.findings
    }
    assert told == {
        "hidden_rows": ("", "", {"rows": "5"}),
        "hidden_columns": ("", "", {"columns": "G"}),
        "letters_footnote": ("", "", {"cells": "C3"}),
        "struck_text": (
            "E3",
            "30/6/2023",
            {"cells": "E3, A4, B4, C4, D4, E4, G4, F6, E7"},
        ),
    }
    speak(reading)


@pytest.mark.parametrize(
    ("runs", "struck", "value"),
    [
        ([("400", None, None), ("1", False, "superscript")], False, "400"),
        ([("400", False, None), (" (2)", False, "superscript")], False, "400"),
        ([("1", False, "superscript"), ("Ghi chú", False, None)], False, "Ghi chú"),
        ([("Đông", None, None), ("*", False, "superscript")], False, "Đông"),
        ([("a", None, None), ("b", True, None)], False, "a"),
        ([("a, ", None, None), ("b", True, None)], False, "a"),
        ([("a (", None, None), ("b", True, None), (")", None, None)], False, "a"),
        ([("a", None, None), ("b", False, None)], True, "b"),  # its cell is struck through
        ([("a", None, None)], True, None),
        ([("a", True, None), ("b", True, None)], False, None),
    ],
)
def test_what_of_a_text_is_a_value(runs, struck, value):
    assert kept_of([Run(*run) for run in runs], struck).value == value


@pytest.mark.parametrize(
    "runs",
    [
        [("diện tích 5 m", None, None), ("2", False, "superscript")],
        [("H", None, None), ("2", False, "subscript"), ("O", None, None)],
        [("7", None, None), ("giờ", False, "superscript"), ("30", None, None)],
        [("1", False, "superscript")],  # all of it is small
        [("a", None, None), ("b", False, None)],
        [("a", None, None), (" ", True, None)],
    ],
)
def test_a_text_that_is_a_value_as_a_whole(runs):
    assert kept_of([Run(*run) for run in runs], False) is None


def test_looks_that_are_said_to_be_off():
    xml = '<si><r><rPr><strike val="0"/></rPr><t>a</t></r><r><rPr><strike/></rPr><t>b</t></r></si>'
    assert runs_of(xml) == [Run("a", False, None), Run("b", True, None)]


def test_texts_of_other_letters_are_read_as_written():
    xml = '<r><t xml:space="preserve">a &amp; b_x000A_c</t></r><rPh sb="0"><t>phát âm</t></rPh>'
    assert runs_of(xml) == [Run("a & b\nc", None, None)]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("400¹", "400"),
        ("400⁽¹⁾", "400"),
        ("Thôn Đông²", "Thôn Đông"),
        ("15/8/2023¹²", "15/8/2023"),
        ("400₁", "400"),
        ("Rác (m³)²", "Rác (m³)"),
        ("120 m²", "120 m²"),
        ("5 km²", "5 km²"),
        ("CO₂", "CO₂"),
        ("x²", "x²"),
        ("²", "²"),
    ],
)
def test_raised_digits_of_unicode(text, kept):
    assert without_marks(text) == kept


@pytest.mark.parametrize("raised", ["1", "12", "(1)", "[3]", "*", "**", "a", "†", "iv"])
def test_marks_of_footnotes(raised):
    assert is_mark(raised, "400")


@pytest.mark.parametrize("raised", ["giờ", "123", "nd", "1,2", ""])
def test_raised_text_that_is_no_mark(raised):
    assert not is_mark(raised, "400")


def test_a_number_struck_through_in_a_sheet_too_large_for_other_signs(tmp_path, monkeypatch):
    """Its XML is looked through in pieces of whole rows."""
    book = openpyxl.Workbook()
    for row in range(1, 40):
        book.active.append([row, "x"])
    book.active["A30"].font = Font(strike=True)
    book.active["B31"] = CellRichText("xa", words("1", vertAlign="superscript"))
    book.save(tmp_path / "b.xlsx")
    monkeypatch.setattr(markup, "LARGEST", 500)
    monkeypatch.setattr(markup, "PIECE", 300)
    (signs,) = markup.signs(tmp_path / "b.xlsx").values()
    assert signs.kept == {(29, 0): None, (30, 1): "xa"}


def test_broken_compound_files_have_no_signs(tmp_path):
    plain = (DATA / "gach-bo.xls").read_bytes()
    path = tmp_path / "b.xls"
    for size in range(8, len(plain), 97):
        path.write_bytes(plain[:size])
        markup.signs(path)
    for at in range(512, 3000, 13):
        path.write_bytes(plain[:at] + b"\xff\xff\xff" + plain[at + 3 :])
        markup.signs(path)
