"""The office's own task table, filled in: its cells, and nothing else of the file."""

import io
import re
import warnings
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from lxml import etree

from dashboard.documents.sheets import filled_tasks, filled_words, sheet_xml, task_lines
from dashboard.documents.sheets.task_lines import Filled, TaskLine, TaskTable, Top
from tests.documents.sheets.odd_books import (
    COLUMNS,
    MAIN,
    STRICT,
    WHEN,
    blank,
    book,
    heads,
    number,
    parts,
    row,
    said,
    sheet,
    task,
    text,
    zipped,
)

NAME = "Nhiệm vụ"
TOP = Top("Xã Đức Hợp", 2023, date(2023, 5, 31))
HEADING = "Tình trạng đến 31/05/2023"
SHEET = "xl/worksheets/sheet1.xml"


def line(place: int, state: str = "Quá hạn", **more: object) -> TaskLine:
    """A task as it is to stand in a row; what is given of it differs from the file."""
    changed = tuple(name for name in task_lines.FILLED if name in more)
    return TaskLine(place, said(place), state, **{"changed": changed, **more})  # type: ignore[arg-type]


def fill(content: bytes, *lines: TaskLine, name: str = "bieu.xlsx", top: Top = TOP) -> Filled:
    tables = [TaskTable(NAME, 1, COLUMNS, lines)]
    return filled_tasks.fill(content, name, tables, top)


def opened(content: bytes) -> openpyxl.Workbook:
    """As openpyxl reads it, which warns of what it would lose in writing."""
    with warnings.catch_warnings(action="ignore"):
        return openpyxl.load_workbook(io.BytesIO(content))


def cells(content: bytes, name: str = NAME) -> dict[str, object]:
    """Every cell with a value, as openpyxl reads it."""
    own = opened(content)[name]
    return {c.coordinate: c.value for r in own.iter_rows() for c in r if c.value is not None}


def elements(part: bytes) -> dict[str, bytes]:
    """Every cell of a sheet with its place -> its XML."""
    root = etree.fromstring(part)
    return {
        c.get("r"): etree.tostring(c, method="c14n", with_tail=False)
        for c in root.iter(f"{{{etree.QName(root).namespace}}}c")
    }


def left(filled: Filled) -> list[tuple[str, str]]:
    return [(one.cell, one.why) for one in filled.left]


RICH_SHEET = sheet(
    heads()
    + task(2, number("D2", 0.5, 1), blank("E2", 2), text("F2", "Đang thực hiện"), text("G2", "ghi"))
    + task(3, number("D3", 1, 1), number("E3", 45000, 2), text("F3", "Hoàn thành"))
    + task(4, blank("D4", 1), blank("E4", 2), blank("F4"), more=' hidden="1" ht="33" spans="1:7"')
    + row(5, text("B5", "Người lập biểu")),
    before='<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:G5"/><sheetViews>'
    '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView>'
    '</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="5"/>'
    "</cols>",
    after='<conditionalFormatting sqref="D2:D4"><cfRule type="cellIs" priority="1" '
    'operator="lessThan"><formula>1</formula></cfRule></conditionalFormatting><dataValidations '
    'count="1"><dataValidation type="list" sqref="F2:F4"><formula1>"Hoàn thành,Hủy"</formula1>'
    '</dataValidation></dataValidations><drawing r:id="rId1"/><legacyDrawing r:id="rId2"/><extLst>'
    '<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups xmlns:x14="http://'
    'schemas.microsoft.com/office/spreadsheetml/2009/9/main"/></ext></extLst>',
)
MORE = {
    "xl/drawings/drawing1.xml": b'<xdr:wsDr xmlns:xdr="x"><xdr:sp>h\xe1\xbb\x99p ch\xe1\xbb\xaf'
    b"</xdr:sp></xdr:wsDr>",
    "xl/drawings/vmlDrawing1.vml": b"<xml>comment box</xml>",
    "xl/comments1.xml": b"<comments/>",
    "xl/media/image1.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9,
    "xl/ctrlProps/ctrlProp1.xml": b"<formControlPr/>",
    "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"macro" * 99,
    "xl/printerSettings/printerSettings1.bin": b"\0\1\2",
    "docProps/custom.xml": b"<Properties/>",
    "xl/theme/theme1.xml": b"<a:theme xmlns:a='a'/>",
}
RICH = book({NAME: RICH_SHEET, "Ghi chép": sheet(row(1, text("A1", "của tôi")))}, MORE)


def test_only_the_sheet_changes_and_in_it_only_what_differs():
    filled = fill(
        RICH,
        line(2, "Hoàn thành trễ", progress=1.0, done=date(2023, 6, 9), result_year="Hoàn thành"),
        line(3, "Hoàn thành đúng hạn"),
        line(4, "Quá hạn", result_year="Chưa hoàn thành"),
        name="bieu.xlsm",
    )
    assert (filled.name, filled.is_new, filled.left) == ("bieu (đã điền).xlsm", False, ())
    before, after = parts(RICH), parts(filled.content)
    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == [SHEET]
    with zipfile.ZipFile(io.BytesIO(filled.content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {WHEN}
        assert archive.getinfo("xl/media/image1.png").compress_type == zipfile.ZIP_STORED

    was, now = elements(before[SHEET]), elements(after[SHEET])
    written = {"D2", "E2", "F2", "F4"}
    added = {"H1", "H2", "H3", "H4"}
    assert now.keys() - was.keys() == added
    assert {place for place in was if was[place] != now[place]} == written
    assert filled.written == len(written | added)
    held = cells(filled.content)
    assert (held["D2"], held["E2"], held["F2"]) == (1, datetime(2023, 6, 9), "Hoàn thành")
    assert [held[f"H{n}"] for n in (1, 2, 3, 4)] == [
        HEADING, "Hoàn thành trễ", "Hoàn thành đúng hạn", "Quá hạn",
    ]  # fmt: skip


def test_what_stands_around_the_cells_stays():
    """Pane, columns, formats, rules, drawings, sparklines; the row stays hidden and high."""
    filled = fill(RICH, line(4, result_year="Chưa hoàn thành"))
    was, now = (etree.fromstring(parts(c)[SHEET]) for c in (RICH, filled.content))
    names = [etree.QName(child).localname for child in now]
    assert names == [etree.QName(child).localname for child in was]
    for old, new in zip(was, now, strict=True):
        if etree.QName(old).localname not in ("sheetData", "cols", "dimension"):
            assert etree.tostring(old, method="c14n") == etree.tostring(new, method="c14n")
    hidden = now.find(f"{{{MAIN}}}sheetData")[3]
    assert (hidden.get("hidden"), hidden.get("ht"), hidden.get("spans")) == ("1", "33", None)
    columns = [dict(one.attrib) for one in now.find(f"{{{MAIN}}}cols")]
    assert columns == [
        {"min": "1", "max": "1", "width": "5"},
        {"min": "8", "max": "8", "width": "20.0", "customWidth": "1"},
    ]
    assert now.find(f"{{{MAIN}}}dimension").get("ref") == "A1:H5"


def test_filling_in_again_changes_nothing_and_another_day_renews_the_column():
    once = fill(RICH, line(2, "Quá hạn"), line(3, "Đang thực hiện"))
    again = fill(once.content, line(2, "Quá hạn"), line(3, "Đang thực hiện"))
    assert again.written == 0 and parts(again.content) == parts(once.content)
    later = Top(TOP.unit, TOP.year, date(2023, 10, 25))
    renewed = fill(once.content, line(2, "Hoàn thành trễ"), line(3, "Đang thực hiện"), top=later)
    held = cells(renewed.content)
    assert renewed.written == 2 and "I1" not in held
    assert (held["H1"], held["H2"]) == ("Tình trạng đến 25/10/2023", "Hoàn thành trễ")


@pytest.mark.parametrize(
    ("cells_", "expected"),
    [
        (number("D2", 0.4, 1), (0.8, "9")),  # shown as per cent
        (number("D2", 40), (80, "0")),  # counted to a hundred
        (text("D2", "40%"), (0.8, "9")),  # a text
        (blank("D2"), (0.8, "9")),  # nothing tells: the cell says it itself
        ("", (0.8, "9")),  # no cell at all
    ],
)
def test_progress_is_written_as_its_column_counts(cells_, expected):
    content = book({NAME: sheet(heads() + task(2, cells_))})
    filled = fill(content, line(2, progress=0.8))
    root = etree.fromstring(parts(filled.content)[SHEET])
    (cell,) = (c for c in root.iter(f"{{{MAIN}}}c") if c.get("r") == "D2")
    styles = etree.fromstring(parts(filled.content)["xl/styles.xml"])
    own = styles.find(f"{{{MAIN}}}cellXfs")[int(cell.get("s", "0"))]
    assert (float(cell.findtext(f"{{{MAIN}}}v")), own.get("numFmtId")) == expected
    assert cell.get("t") is None


@pytest.mark.parametrize("properties", ["", '<workbookPr date1904="1"/>'])
def test_a_day_is_a_day_whatever_the_cell_was_and_however_the_workbook_counts(properties):
    rows = heads() + task(2, text("E2", "chưa xong")) + task(3, blank("E3", 2)) + task(4)
    content = book({NAME: sheet(rows)}, properties=properties)
    filled = fill(content, *(line(place, done=date(2023, 5, 20)) for place in (2, 3, 4)))
    held = cells(filled.content)
    assert [held[f"E{n}"] for n in (2, 3, 4)] == [datetime(2023, 5, 20)] * 3
    count = len(etree.fromstring(parts(filled.content)["xl/styles.xml"]).find(f"{{{MAIN}}}cellXfs"))
    assert count == 6  # one style more, for both cells that had none of days


def test_what_was_said_of_a_task_and_holds_no_more_is_taken_out():
    content = book({NAME: sheet(heads() + task(2, number("D2", 1, 1), number("E2", 45000, 2)))})
    held = cells(fill(content, line(2, progress=0.5, done=None)).content)
    assert held["D2"] == 0.5 and "E2" not in held


def test_formulas_are_left_and_told_and_computed_anew():
    rows = (
        heads()
        + task(2, '<c r="D2"><f>1/2</f><v>0.5</v></c>', text("F2", "x"))
        + task(3, '<c r="D3"><f t="array" ref="D3:D4">A1:A2</f><v>1</v></c>')
        + task(4, number("D4", 1), '<c r="F4" t="str"><f t="shared" si="0"/><v>a</v></c>')
    )
    content = book({NAME: sheet(rows)}, in_book='<calcPr calcId="191029"/><extLst/>')
    filled = fill(
        content,
        line(2, progress=0.8, result_year="Hoàn thành"),
        line(3, progress=0.8),
        line(4, progress=0.8, result_year="Hoàn thành"),
    )
    assert left(filled) == [
        ("D2", "formula"), ("D3", "formula"), ("D4", "formula"), ("F4", "formula"),
    ]  # fmt: skip
    before, after = elements(parts(content)[SHEET]), elements(parts(filled.content)[SHEET])
    assert all(before[p] == after[p] for p in ("D2", "D3", "D4"))
    assert after["F4"] == before["F4"].replace(b"<v>a</v>", b"").replace(b' t="str"', b"")
    changed = [n for n, part in parts(filled.content).items() if part != parts(content)[n]]
    assert sorted(changed) == ["xl/workbook.xml", SHEET]
    found = etree.fromstring(parts(filled.content)["xl/workbook.xml"])
    assert dict(found.find(f"{{{MAIN}}}calcPr").attrib) == {
        "calcId": "191029", "fullCalcOnLoad": "1",
    }  # fmt: skip


def test_what_formulas_gave_is_taken_out_where_it_may_be_wrong_and_nowhere_else():
    """Other programs than Excel show what stands in the file."""

    def formula(place: str, said: str) -> str:
        return f'<c r="{place}" t="str"><f>{said}</f><v>cũ</v></c>'

    shared = '<f t="shared" ref="B9:B10" si="0">F2</f>', '<f t="shared" si="0"/>'
    rows = (
        heads()
        + task(2, blank("F2"))
        + task(3, blank("F3"))
        + row(5, formula("A5", 'COUNTIF(F2:F3,"Hoàn thành")'), formula("B5", "A5*2"))
        + row(6, formula("A6", "SUM(A2:A3)"), formula("B6", "G2&amp;&quot;F2&quot;"))
        + row(7, formula("A7", "COUNTA(F:F)"), formula("B7", "SUM(Tổng)"))
        + row(9, f'<c r="B9" t="str">{shared[0]}<v>cũ</v></c>')
        + row(10, f'<c r="B10" t="str">{shared[1]}<v>cũ</v></c>')
    )
    other = sheet(row(1, formula("A1", f"'{NAME}'!F2"), formula("B1", "C1"), formula("D1", "A1")))
    content = book(
        {NAME: sheet(rows), "Tổng hợp": other, "Yên": sheet(row(1, formula("A1", "B1")))}
    )
    filled = fill(content, line(2, result_year="Hoàn thành"))
    held = parts(filled.content)
    assert held["xl/worksheets/sheet3.xml"] == parts(content)["xl/worksheets/sheet3.xml"]
    without = {
        (n, c.get("r"))
        for n in (1, 2)
        for c in etree.fromstring(held[f"xl/worksheets/sheet{n}.xml"]).iter(f"{{{MAIN}}}c")
        if c.find(f"{{{MAIN}}}f") is not None and c.find(f"{{{MAIN}}}v") is None
    }
    first = {"A5", "B5", "A7", "B7", "B9"}
    assert without == {*((1, place) for place in first), (2, "A1"), (2, "D1")}


def test_of_a_protected_sheet_only_unlocked_cells_are_written_and_no_column_is_added():
    rows = heads() + task(2, blank("D2", 3), blank("E2", 4), blank("F2"))
    content = book({NAME: sheet(rows, after='<sheetProtection sheet="1" objects="1"/>')})
    filled = fill(
        content, line(2, progress=0.8, done=date(2023, 5, 20), result_year="Chưa hoàn thành")
    )
    assert left(filled) == [("F2", "locked"), ("H1", "locked")]
    held = cells(filled.content)
    assert (held["D2"], held["E2"]) == (0.8, datetime(2023, 5, 20))
    assert not any(place.startswith("H") for place in held)
    opened = etree.fromstring(parts(filled.content)[SHEET])
    assert opened.find(f"{{{MAIN}}}sheetProtection").get("sheet") == "1"


@pytest.mark.parametrize("second", ["Hoàn thành", "Chưa hoàn thành"])
def test_a_cell_of_several_tasks_is_written_where_all_say_the_same(second):
    rows = heads() + task(2, text("F2", "Đang thực hiện")) + task(3, blank("F3"))
    merged = '<mergeCells count="1"><mergeCell ref="F2:F3"/></mergeCells>'
    content = book({NAME: sheet(rows, after=merged)})
    filled = fill(content, line(2, result_year="Hoàn thành"), line(3, result_year=second))
    agree = second == "Hoàn thành"
    assert cells(filled.content)["F2"] == ("Hoàn thành" if agree else "Đang thực hiện")
    assert left(filled) == ([] if agree else [("F2", "merged")])


@pytest.mark.parametrize(
    ("words", "refuses", "expected"),
    [
        ("Đạt, Không đạt", ' showErrorMessage="1"', None),
        ("Hủy, Hoàn thành", ' showErrorMessage="1"', "Hoàn thành"),
        ("Đạt, Không đạt", "", "Hoàn thành"),  # Excel warns of nothing
    ],
)
def test_a_cell_with_a_list_of_its_own_gets_none_but_its_words(words, refuses, expected):
    lists = (
        f'<dataValidations count="1"><dataValidation type="list"{refuses} sqref="A9 F2:F2">'
        f'<formula1>"{words}"</formula1></dataValidation></dataValidations>'
    )
    content = book({NAME: sheet(heads() + task(2) + task(3), after=lists)})
    done = fill(content, line(2, result_year="Hoàn thành"), line(3, result_year="Hoàn thành"))
    held = cells(done.content)
    assert (held.get("F2"), held["F3"]) == (expected, "Hoàn thành")
    assert left(done) == ([("F2", "listed")] if expected is None else [])


@pytest.mark.parametrize("words", [("Đạt", "Không đạt"), ("Đạt", "Hoàn thành")])
@pytest.mark.parametrize(
    "formula", ["$K$2:$K$3", "'Danh mục'!$A$2:$A$3", "Danh_muc", "DANH_MUC", "x14"]
)
def test_a_list_in_cells_or_under_a_name_is_one_too(formula, words):
    cell = ("K2", "K3") if formula[0] == "$" else ("A2", "A3")
    listed = "".join(
        row(n, text(c, w)) for n, (c, w) in enumerate(zip(cell, words, strict=True), 2)
    )
    own = heads() + task(2) + task(3)
    if formula[0] == "$":
        own, listed = heads() + task(2, text("K2", words[0])) + task(3, text("K3", words[1])), ""
    lists = (
        '<dataValidations count="1"><dataValidation type="list" showErrorMessage="1" sqref="F2">'
        f"<formula1>{formula}</formula1></dataValidation></dataValidations>"
    )
    if formula == "x14":  # as Excel keeps a list of another sheet
        lists = (
            '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" '
            'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">'
            '<x14:dataValidations count="1" '
            'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
            '<x14:dataValidation type="list" showErrorMessage="1"><x14:formula1>'
            "<xm:f>'Danh mục'!$A$2:$A$3</xm:f></x14:formula1><xm:sqref>F2</xm:sqref>"
            "</x14:dataValidation></x14:dataValidations></ext></extLst>"
        )
    place = "'Danh mục'!$A$2:$A$3"
    names = f'<definedNames><definedName name="danh_muc">{place}</definedName></definedNames>'
    sheets = {NAME: sheet(own, after=lists), "Danh mục": sheet(listed)}
    done = fill(book(sheets, in_book=names), *(line(n, result_year="Hoàn thành") for n in (2, 3)))
    may = "Hoàn thành" in words
    assert cells(done.content).get("F2") == ("Hoàn thành" if may else None)
    assert cells(done.content)["F3"] == "Hoàn thành"
    assert left(done) == ([] if may else [("F2", "listed")])


def test_headings_over_two_rows_get_a_neighbour_as_tall():
    two = row(1, text("A1", "STT"), text("D1", "Kết quả"), text("G1", "Ghi chú", 3))
    lower = row(2, text("D2", "Tiến độ"), text("E2", "Ngày"), text("F2", "Cả năm"), blank("G2", 3))
    merges = ("A1:A2", "D1:F1", "G1:G2")
    after = "<mergeCells>" + "".join(f'<mergeCell ref="{m}"/>' for m in merges) + "</mergeCells>"
    content = book({NAME: sheet(two + lower + task(3), after=after)})
    filled = filled_tasks.fill(content, "a.xlsx", [TaskTable(NAME, 2, COLUMNS, (line(3),))], TOP)
    own = opened(filled.content)[NAME]
    assert sorted(map(str, own.merged_cells.ranges)) == sorted([*merges, "H1:H2"])
    assert own["H1"].value == HEADING and own["H3"].value == "Quá hạn"
    assert not own["H1"].protection.locked  # the style of its neighbour


@pytest.mark.parametrize(
    ("stray", "column"), [(text("K2", "xem"), "H"), (text("H2", "xem"), "I"), ("", "H")]
)
def test_the_column_stands_behind_the_last_heading_and_on_nothing(stray, column):
    content = book({NAME: sheet(heads() + task(2, stray) + task(3))})
    held = cells(fill(content, line(2), line(3)).content)
    assert [held[f"{column}{n}"] for n in (1, 2, 3)] == [HEADING, "Quá hạn", "Quá hạn"]
    assert not stray or "xem" in held.values()


def test_a_sheet_of_all_columns_has_no_room_for_one_more():
    content = book({NAME: sheet(row(1, text("XFD1", "Ghi chú")) + task(2))})
    filled = fill(content, line(2, progress=0.8))
    assert [one.why for one in filled.left] == ["no_column"] and filled.written == 1


def test_a_table_without_results_lacks_what_was_typed_alone():
    """The state has its own column: nobody typed the result that only says it."""
    columns = {name: letter for name, letter in COLUMNS.items() if name == "task"}
    lines = (line(2, result_h1="Chưa thực hiện", result_year="x"), line(3, progress=0.8))
    tables = [TaskTable(NAME, 1, columns, lines)]
    content = book({NAME: sheet(heads() + task(2) + task(3))})
    filled = filled_tasks.fill(content, "bieu.xlsx", tables, TOP)
    assert [(one.why, one.task) for one in filled.left] == [("no_column", said(3))]


def test_cells_and_rows_that_do_not_say_where_they_are_are_counted():
    bare = re.sub(r' r="[A-Z]*\d+"', "", heads() + task(2, blank("D2"), blank("E2")) + task(3))
    filled = fill(book({NAME: sheet(bare)}), line(3, progress=0.8, result_year="Hoàn thành"))
    held = cells(filled.content)
    assert (held["B3"], held["D3"], held["F3"], held["H3"]) == (
        said(3),
        0.8,
        "Hoàn thành",
        "Quá hạn",
    )
    assert "D2" not in held and held["B2"] == said(2)


def test_texts_in_the_shared_table_stay_there():
    runs = f"<r><t>{said(2)[:10]}</t></r><r><rPr><b/></rPr><t>{said(2)[10:]}</t></r>"
    rows = heads() + row(2, '<c r="B2" t="s"><v>1</v></c>', '<c r="F2" t="s"><v>0</v></c>')
    content = book({NAME: sheet(rows)}, shared=("<t>Đang thực hiện</t>", runs))
    filled = fill(content, line(2, result_year="Hoàn thành"))
    assert filled.left == () and cells(filled.content)["F2"] == "Hoàn thành"
    assert parts(filled.content)["xl/sharedStrings.xml"] == parts(content)["xl/sharedStrings.xml"]


def test_a_row_that_is_another_task_s_is_left():
    rows = heads() + row(2, text("B2", "Tổng cộng 12 nhiệm vụ của các thôn"), blank("F2"))
    filled = fill(book({NAME: sheet(rows)}), line(2, result_year="Hoàn thành"))
    assert left(filled) == [("B2", "other_row")] and filled.written == 0


def test_strict_workbooks_are_filled_in_as_well():
    content = book({NAME: sheet(heads() + task(2), space=STRICT)}, space=STRICT)
    filled = fill(content, line(2, progress=0.8, result_year="Hoàn thành"))
    root = etree.fromstring(parts(filled.content)[SHEET])
    assert {etree.QName(e).namespace for e in root.iter()} == {STRICT}
    assert b"Ho\xc3\xa0n th\xc3\xa0nh" in parts(filled.content)[SHEET] and not filled.is_new


def test_a_signature_that_holds_no_more_is_taken_out_and_told():
    signed = {
        "_xmlsignatures/origin.sigs": b"",
        "_xmlsignatures/sig1.xml": b"<Signature/>",
        "_xmlsignatures/_rels/origin.sigs.rels": b"<Relationships/>",
    }
    content = book(
        {NAME: sheet(heads() + task(2))},
        signed,
        overrides='<Override PartName="/_xmlsignatures/sig1.xml" ContentType="application/vnd.x"/>',
        root_rels='<Relationship Id="rId7" Type="x/digital-signature/origin" '
        'Target="_xmlsignatures/origin.sigs"/>',
    )
    filled = fill(content, line(2))
    assert filled.was_signed and "Chữ ký số" in filled_words.told(filled)
    assert not any("_xmlsignatures" in name for name in parts(filled.content))
    assert not any(b"_xmlsignatures" in part for part in parts(filled.content).values())


def test_what_is_printed_reaches_as_far_as_the_table():
    names = (
        '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'
        f"'{NAME}'!$A$1:$G$9</definedName><definedName name=\"_xlnm.Print_Area\" "
        'localSheetId="1">Khác!$A$1:$G$9</definedName></definedNames>'
    )
    sheets = {NAME: sheet(heads() + task(2, text("G2", "x"))), "Khác": sheet("")}
    found = parts(fill(book(sheets, in_book=names), line(2)).content)["xl/workbook.xml"]
    areas = [one.text for one in etree.fromstring(found).iter(f"{{{MAIN}}}definedName")]
    assert areas == [f"'{NAME}'!$A$1:$H$9", "Khác!$A$1:$G$9"]


def test_two_sheets_of_tasks_and_one_that_is_gone():
    content = book({NAME: sheet(heads() + task(2)), "Tháng 5": sheet(heads() + task(2))})
    tables = [
        TaskTable(name, 1, COLUMNS, (line(2, result_year="Hoàn thành"),))
        for name in (NAME, "Tháng  5", "Tháng 6")
    ]
    filled = filled_tasks.fill(content, "a.xlsx", tables, TOP)
    assert cells(filled.content)["F2"] == cells(filled.content, "Tháng 5")["F2"] == "Hoàn thành"
    assert [(one.sheet, one.why) for one in filled.left] == [("Tháng 6", "no_sheet")]


@pytest.mark.parametrize("evil", ["=1+1", "+84 912", "-5 hộ", "@SUM(A1)", "\t=1+1", "\n=1+1"])
def test_no_text_becomes_a_formula(evil):
    filled = fill(RICH, line(2, evil, result_year=evil))
    own = opened(filled.content)[NAME]
    for place in ("F2", "H2"):
        assert (own[place].value, own[place].data_type) == (evil, "s")
    fresh = fill(b"", line(2, evil, result_year=evil))
    own = opened(fresh.content).active
    found = [cell for r in own.iter_rows() for cell in r if cell.value == evil]
    assert len(found) == 2 and all(cell.data_type == "s" and cell.quotePrefix for cell in found)


BOMB = (
    b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    b'<worksheet xmlns="%s">&b;</worksheet>'
)
ODS = "application/vnd.oasis.opendocument.spreadsheet"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"STT;Nhi\xe1\xbb\x87m v\xe1\xbb\xa5\r\n1;a\r\n",
        bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600),
        RICH[: len(RICH) // 2],
        zipped(
            {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}
        ),
        zipped({**{n: p for n, p in parts(RICH).items() if n != "xl/styles.xml"}}),
        zipped({**parts(RICH), SHEET: b"<worksheet"}),
    ],
    ids=["not kept", "csv", "xls", "cut", "ods", "no styles", "no xml"],
)
def test_what_cannot_be_changed_in_place_becomes_a_table_of_our_layout(content):
    filled = fill(
        content, line(2, progress=0.8, done=date(2023, 5, 20), lead="VP"), name="bieu 5.xls"
    )
    assert (filled.name, filled.is_new) == ("bieu 5 (đã điền).xlsx", True)
    assert "biểu mới" in filled_words.told(filled)
    sheet_ = opened(filled.content).active
    rows = [[c.value for c in r] for r in sheet_.iter_rows(min_row=6)]
    assert rows[0][-1] == HEADING and rows[1][-1] == "Quá hạn"
    by_head = dict(zip(rows[0], rows[1], strict=True))
    assert by_head["Nhiệm vụ"] == said(2) and by_head["Chủ trì"] == "VP"
    assert (by_head["Tiến độ (%)"], by_head["Ngày hoàn thành"]) == (0.8, datetime(2023, 5, 20))
    assert (sheet_["C3"].value, sheet_["C4"].value) == ("Xã Đức Hợp", "2023")


def test_entities_are_not_looked_up():
    filled = fill(zipped({**parts(RICH), SHEET: BOMB % MAIN.encode()}), line(2))
    assert b"aaaaaaaaaaaaaaa" not in parts(filled.content).get(SHEET, b"")


@pytest.mark.process_apart
def test_it_is_done_in_a_process_apart_too():
    assert parts(fill(RICH, line(2)).content) == parts(fill(RICH, line(2)).content)


def test_what_was_not_written_is_told_by_reason():
    rows = heads() + "".join(task(place, f'<c r="D{place}"><f>1</f></c>') for place in (2, 3, 4, 5))
    content = book({NAME: sheet(rows)})
    lines = [line(place, progress=0.8) for place in (2, 3, 4, 5)]
    assert filled_words.told(fill(content, *lines)) == (
        "Đã điền 5 ô vào đúng biểu của cơ quan, mọi thứ khác giữ nguyên. "
        "4 ô có công thức được giữ nguyên: D2, D3, D4, …."
    )
    without = TaskTable(NAME, 1, {"text": "B"}, (line(2, progress=0.8),))
    told = filled_words.told(filled_tasks.fill(content, "a.xlsx", [without], TOP))
    assert "1 giá trị gõ trên phần mềm không có cột" in told and said(2)[:20] in told


def test_columns_are_named_as_in_excel():
    for place, name in ((1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")):
        assert (sheet_xml.letters(place), sheet_xml.column_of(name)) == (name, place)
