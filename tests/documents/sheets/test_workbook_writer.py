"""A paper as a workbook: opened again, held to what is printed, never more than that."""

import doctest
import io
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from time import process_time

import openpyxl
import pytest

from dashboard.config import ROOT
from dashboard.documents import inert_texts
from dashboard.documents.model.listing import listed
from dashboard.documents.model.numbered import Number, Said
from dashboard.documents.model.paper import Head, Paper, Part, Row, Table
from dashboard.documents.sheets import (
    formula_reach,
    sheet_titles,
    sheet_xml,
    shown_cells,
    workbook_writer,
)
from dashboard.errors import DashboardError
from tests.documents.papers_made import LONG, STAMP, paper, parts, table


def whole(rows: int) -> Paper:
    """A workbook with every kind of part, one with so many rows."""
    every = parts()
    long = replace(every[5], table=table(rows))
    return replace(paper("workbook"), parts=(*every[:5], long, *every[6:]))


MADE = workbook_writer.write(whole(40))
LISTS = ("Danh mục số liệu",)


@pytest.fixture(scope="module")
def book() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(MADE))


def printed(cell) -> str:
    """What Excel set to Vietnamese shows of a cell."""
    value, form = cell.value, cell.number_format.replace("\\", "")
    if isinstance(value, datetime):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, int | float):
        plain = form.split(";")[0].lstrip("+")
        digits = len(plain.rstrip("%").partition(".")[2])
        text = f"{abs(value) * (100 if plain.endswith('%') else 1):.{digits}f}".replace(".", ",")
        sign = "−" if value < 0 else "+" if form.startswith("+") and value else ""
        return sign + text + ("%" if plain.endswith("%") else "")
    return str(value or "").replace("\u00a0", " ")


def texts(book: openpyxl.Workbook, without: tuple[str, ...] = ()) -> set[str]:
    return {
        printed(cell)
        for sheet in book
        if sheet.title not in without
        for row in sheet.iter_rows()
        for cell in row
    }


def table_paper(*rows: tuple[object, ...], heads: tuple[Head, ...]) -> Paper:
    own = Part("tasks", Said("t"), table=Table(heads, tuple(Row(row) for row in rows)))  # type: ignore[arg-type]
    return replace(paper("workbook"), parts=(own,))


def number(text: str, value: str | None = "0.123456") -> Number:
    return Number(text, value, "q", "{}", "{}", "c")


def test_examples():
    for module in (sheet_titles, shown_cells, sheet_xml, formula_reach, inert_texts):
        assert doctest.testmod(module).failed == 0 < doctest.testmod(module).attempted


def test_every_part_with_rows_has_a_sheet_and_all_are_read_in_order(book):
    assert book.sheetnames == [
        "Tóm tắt", "Điểm theo lĩnh vực", "Thay đổi so với năm trước", "Cán bộ", "Việc quá hạn",
        "Điểm các thôn", "Thôn theo lĩnh vực", "Phương pháp", "Danh mục số liệu",
        "Số liệu biểu đồ",
    ]  # fmt: skip
    assert book.active.title == "Tóm tắt"


def test_each_listed_figure_is_printed_outside_the_list(book):
    made = whole(40)
    every = " | ".join(texts(book, LISTS))
    found = listed(made)
    assert len(found) > 100
    assert [f for f in found if f.text.replace("\u00a0", " ") not in every] == []


def test_the_list_of_figures_rounds_nothing(book):
    made = listed(whole(40))
    rows = list(book["Danh mục số liệu"].iter_rows(min_row=6, values_only=True))
    assert rows == [tuple(value or None for value in figure) for figure in made]
    assert {c.data_type for r in book["Danh mục số liệu"].iter_rows(min_row=6) for c in r} <= {
        "s", "n",
    }  # fmt: skip
    assert all(isinstance(row[2], str) for row in rows if row[2] is not None)


def test_cells_hold_what_is_printed_and_no_more():
    heads = tuple(Head(str(n), "right") for n in range(9))
    cells = (
        number("5,33", "5.3287654"), number("+0,12", "0.1249"), number("−0,20"), "84 %",
        number("31/05/2023", "2023-05-31"), number("1.234", "1234"), "ẩn", "5/8 · 63 %", "–",
    )  # fmt: skip
    sheet = openpyxl.load_workbook(
        io.BytesIO(workbook_writer.write(table_paper(cells, heads=heads)))
    )["Nhiệm vụ"]
    held = [(cell.value, cell.number_format) for cell in sheet[6]]
    assert held == [
        (5.33, "#,##0.00"),
        (0.12, "+#,##0.00;−#,##0.00;#,##0.00"),
        (-0.2, "+#,##0.00;−#,##0.00;#,##0.00"),
        (0.84, "0%"),
        (datetime(2023, 5, 31), "dd/mm/yyyy"),
        (1234, "#,##0"),
        ("ẩn", "General"),
        ("5/8 · 63 %", "General"),
        (None, "General"),  # not a text among the figures: of a column of days, "–" was one
    ]


def test_codes_and_texts_of_columns_of_texts_stay_texts():
    heads = (Head("Mã"), Head("Việc"))
    made = workbook_writer.write(table_paper(("1.1", "12"), ("2", "84 %"), heads=heads))
    sheet = openpyxl.load_workbook(io.BytesIO(made))["Nhiệm vụ"]
    assert [[c.value for c in row] for row in sheet["A6:B7"]] == [["1.1", "12"], ["2", "84 %"]]


def test_tables_stay_filter_and_print_as_they_should(book):
    sheet = book["Việc quá hạn"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A6", "A5:E59")
    assert [sheet[f"A{n}"].value for n in (1, 3)] == ["13 nhiệm vụ quá hạn", STAMP.line]
    assert sheet.print_title_rows == "$5:$5"
    for own in book:
        setup = own.page_setup
        assert (setup.orientation, setup.paperSize, setup.fitToHeight) == ("landscape", 9, 0)
        assert STAMP.code in own.oddFooter.left.text and own.sheet_properties.pageSetUpPr.fitToPage
    assert sheet["A6"].font.b and sheet["B7"].alignment.wrap_text
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width


def test_each_figure_but_the_heat_map_is_a_chart_of_excel_with_its_words(book):
    charts = {sheet.title: len(sheet._charts) for sheet in book if sheet._charts}
    named = "Điểm theo lĩnh vực", "Thay đổi so với năm trước", "Cán bộ", "Điểm các thôn"
    assert charts == dict.fromkeys(named, 1)
    with zipfile.ZipFile(io.BytesIO(MADE)) as archive:
        drawn = {n: archive.read(n).decode() for n in archive.namelist() if "/charts/" in n}
        shapes = [archive.read(n).decode() for n in archive.namelist() if "drawings/draw" in n]
    assert any("Điểm tám lĩnh vực của hai năm." in shape for shape in shapes)
    bars = [xml for xml in drawn.values() if "errBars" in xml]
    assert len(bars) == 2
    for xml in bars:  # the schema's order
        assert xml.index("<c:plus>") < xml.index("<c:minus>")
        assert "'Số liệu biểu đồ'!$" in xml.partition("<c:plus>")[2]
    (done,) = (xml for xml in drawn.values() if xml.count("<c:barChart>") == 2)
    assert done.count('<c:overlap val="100"/>') == 2  # ticks over the bars, on the same scale
    assert done.count('<c:max val="7"/>') == 2 and "<c:v>đến hạn</c:v>" in done
    rows = {r[0].value: [c.value for c in r[6:9]] for r in book["Số liệu biểu đồ"].iter_rows()}
    assert rows["Trưởng Công an xã: 3/6 · 50\u00a0%"] == [4, 3.95, 0.1]
    heat = book["Thôn theo lĩnh vực"]
    assert [heat[f"A{n}"].value for n in (12, 13, 14)] == [
        "thấp hơn nhiều", "không khác rõ", "cao hơn nhiều",
    ]  # fmt: skip
    assert heat["A14"].fill.fgColor.rgb == heat["B10"].fill.fgColor.rgb
    assert heat["B6"].fill.fgColor.rgb != heat["E6"].fill.fgColor.rgb
    assert heat["F8"].value == "ẩn" and heat["F8"].fill.fill_type is None


def test_what_is_hidden_is_nowhere():
    """Component 7 and a cell of the heat map have no figure in the paper; their rows are empty."""
    book = openpyxl.load_workbook(io.BytesIO(MADE))
    drawn = book["Số liệu biểu đồ"]
    rows = [
        [cell.value for cell in row if cell.value is not None]
        for row in drawn.iter_rows()
        if str(row[0].value).startswith("7 ")
    ]
    assert rows == [["7 Quản trị môi trường"]] * 2
    assert [c.value for c in book["Điểm theo lĩnh vực"][12]][2:4] == ["ẩn", "ẩn"]


def test_the_same_paper_is_the_same_file_in_another_process_too():
    made = whole(40)
    assert workbook_writer.write(made) == MADE
    code = (
        "import hashlib\nfrom tests.documents.sheets.test_workbook_writer import whole\n"
        "from dashboard.documents.sheets import workbook_writer\n"
        "print(hashlib.sha256(workbook_writer.write(whole(40))).hexdigest())"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.stdout.strip() == sha256(MADE).hexdigest(), run.stderr


def test_odd_texts_are_whole_or_seen_to_be_cut():
    made = paper("workbook", odd=True)
    book = openpyxl.load_workbook(io.BytesIO(workbook_writer.write(made)))
    every = texts(book)
    assert LONG in every and "\u202e" not in " ".join(every) and "\x07" not in " ".join(every)
    longer = workbook_writer.write(table_paper(("y" * 40_000,), heads=(Head("a"),)))
    cell = openpyxl.load_workbook(io.BytesIO(longer))["Nhiệm vụ"]["A6"].value
    assert len(cell) == 32_767 and cell.endswith("y…")


def test_names_of_sheets_are_those_that_excel_takes():
    titles = sheet_titles.SheetTitles()
    names = [
        titles.one(name)
        for name in (
            "a/b:c",
            "A B C",
            "",
            "x" * 40,
            "x" * 41,
            "'q'",
            "History",
            "𝛼" * 20,
            "Nhiệm vụ của kế hoạch có ghi truyền thông",
            "Hạn chế, nguyên nhân, trách nhiệm",
            "Hạn chế, nguyên nhân, trách nhiệm ",
        )
    ]
    assert names == [
        "a b c", "A B C (2)", "Sheet", "x" * 30 + "…", "x" * 26 + "… (2)", "q", "History (2)",
        "𝛼" * 15 + "…", "Nhiệm vụ của kế hoạch có ghi…", "Hạn chế, nguyên nhân, trách…",
        "Hạn chế, nguyên nhân… (2)",
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["vi", "en"])
def test_papers_without_tables_or_parts_are_workbooks_too(language):
    for own in ((), parts()[:2], (parts()[5],)):
        made = replace(paper("workbook"), parts=own, language=language)
        assert len(openpyxl.load_workbook(io.BytesIO(workbook_writer.write(made))).sheetnames) >= 3


def test_a_template_is_refused_and_not_left_out_in_silence():
    with pytest.raises(DashboardError, match="workbook_has_no_template"):
        workbook_writer.write(paper("workbook"), b"PK")


def test_it_is_quick():
    """Five sheets and 450 rows: 0.02 s measured; the bound is what the contract says."""
    made = whole(450)
    times = []
    for _ in range(3):
        begun = process_time()
        workbook_writer.write(made)
        times.append(process_time() - begun)
    assert min(times) < 0.2
