"""Files of the ending .xls that are tables in tags: HTML, and the XML of Excel 2003."""

from datetime import datetime
from pathlib import Path

import pytest

from dashboard.importing.model.reading import Options
from dashboard.importing.understand import understand_here
from dashboard.importing.workbook.container import Limits
from dashboard.importing.workbook.read import Unreadable, read

HTML = """<html><head><meta charset="utf-8"><title>Biểu</title><style>td {color: red}</style>
<!--[if gte mso 9]><xml><x:Name>Sheet1</x:Name></xml><![endif]--></head><body>
<b>UBND XÃ ĐỨC HỢP</b><br>KẾ HOẠCH PAPI NĂM 2023
<table><thead><tr><th rowspan=2>STT<th rowspan=2>Nhiệm vụ<th colspan=2>Phân công
<th rowspan=2>Thời hạn<tr><th>Chủ trì<th>Phối hợp</thead>
<tr><td>1.1</td><td colspan="4">Tri thức công dân</td></tr>
<tr><td>1</td><td>Họp&nbsp;dân<br>lần 2</td><td rowspan="2">Công an xã</td>
<td></td><td>Quý II</td></tr>
<tr><td>2</td><td>Thu &amp; chi</td><td>MTTQ</td><td>31/5/2023</td></tr></table></body></html>"""

BOOK = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>
<Style ss:ID="s1" ss:Name="Percent"><NumberFormat ss:Format="0%"/></Style>
<Style ss:ID="s2" ss:Parent="s1"><Font/></Style>
<Style ss:ID="s3"><NumberFormat ss:Format="0&quot;%&quot;"/></Style></Styles>
<Worksheet ss:Name="Biểu 1"><Table>{rows}</Table>
<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"""


def saved(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "bieu.xls"
    path.write_text(text, encoding=encoding)
    return path


def cells(tmp_path: Path, text: str) -> list[list[object]]:
    (sheet,) = read(saved(tmp_path, text), "bieu.xls").sheets
    return [list(row) for row in sheet.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_tasks_of_a_page_are_read(tmp_path, known, encoding):
    path = saved(tmp_path, HTML, encoding)
    (sheet,) = understand_here(path, known, Options(), "bieu.xls", Limits()).sheets
    assert (sheet.kind, sheet.year, sheet.unit) == ("tasks", 2023, "Xã Đức Hợp")
    assert [(t.component, t.text, t.leads, t.due.month) for t in sheet.records] == [
        ("1.1", "Họp dân lần 2", ("Công an xã",), 6),
        ("1.1", "Thu & chi", ("Công an xã",), 5),
    ]
    assert (sheet.rows_refused, sheet.rows_recognised) == (0, 5)


def test_a_table_within_a_table_loses_nothing(tmp_path):
    text = "<table><tr><td>Tiêu đề<table><tr><td>1<td>2</table><td>cuối</table>"
    assert cells(tmp_path, text) == [["Tiêu đề", None], ["1", "2"], ["cuối", None]]


def test_cells_of_a_workbook_stand_where_they_say(tmp_path):
    rows = """<Row ss:Index="2"><Cell ss:Index="2"><Data ss:Type="String">Họp &amp; bàn</Data>
<Comment><ss:Data>riêng</ss:Data></Comment></Cell><Cell ss:MergeAcross="1"><Data
 ss:Type="DateTime">2023-05-31T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="Number">4.5</Data></Cell></Row>
<Row><Cell ss:Formula="=1"><ss:Data ss:Type="String"><B>In</B> đậm</ss:Data></Cell></Row>"""
    assert cells(tmp_path, BOOK.format(rows=rows)) == [
        [None] * 5,
        [None, "Họp & bàn", datetime(2023, 5, 31), None, 4.5],
        ["In đậm", None, None, None, None],
    ]


@pytest.mark.parametrize(("style", "value"), [("s1", "100%"), ("s2", "100%"), ("s3", 1)])
def test_a_number_shown_as_a_per_cent(tmp_path, style, value):
    cell = f'<Row><Cell ss:StyleID="{style}"><Data ss:Type="Number">1</Data></Cell></Row>'
    assert cells(tmp_path, BOOK.format(rows=cell)) == [[value]]


def test_a_hidden_sheet_is_known(tmp_path):
    rows = '<Row><Cell><Data ss:Type="String">x</Data></Cell></Row>'
    (sheet,) = read(saved(tmp_path, BOOK.format(rows=rows)), "bieu.xls").sheets
    assert (sheet.name, sheet.hidden) == ("Biểu 1", True)


def test_no_entity_of_the_file_is_opened(tmp_path):
    entities = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    rows = '<Row><Cell><Data ss:Type="String">&a;&b;</Data></Cell></Row>'
    text = BOOK.format(rows=rows).replace("<?mso", entities + "<?mso")
    assert cells(tmp_path, text) == [["&a;&b;"]]


@pytest.mark.parametrize(
    "text",
    [
        "<table><tr><td colspan=999999999>a<td>b</table>",
        "<table>" + "<tr><td>1" * 200 + "</table>",
        BOOK.format(rows='<Row ss:Index="999999999"/>'),
        BOOK.format(rows='<Row><Cell ss:Index="999999999"><Data>1</Data></Cell></Row>'),
    ],
)
def test_more_cells_than_allowed(tmp_path, text):
    with pytest.raises(Unreadable) as fault:
        read(saved(tmp_path, text), "bieu.xls", Limits(cells=300))
    assert fault.value.finding.code == "file_too_large"
