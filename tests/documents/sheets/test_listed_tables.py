"""A table of Excel (ListObject) keeps the names of its columns equal to its headings."""

import re
from dataclasses import replace

import pytest

from dashboard.documents.sheets import filled_tasks
from dashboard.documents.sheets.task_lines import TaskTable
from tests.documents.sheets.odd_books import (
    COLUMNS,
    MAIN,
    PACKAGE,
    RELATED,
    book,
    heads,
    number,
    parts,
    row,
    sheet,
    task,
    text,
)
from tests.documents.sheets.test_filled_tasks import HEADING, NAME, SHEET, TOP, cells, line

BEFORE = "Tình trạng đến 30/04/2023"
TABLE, OTHER = "xl/tables/table1.xml", "xl/worksheets/sheet2.xml"
COUNTED = f'COUNTIF(NV[{BEFORE}],"Quá hạn")'


def listed(heading: str, formula: str = COUNTED) -> bytes:
    """The plan as a table with a column of states, which another sheet counts."""
    names = ("STT", "Nhiệm vụ", "Chủ trì", "Tiến độ", "Ngày hoàn thành", "Kết quả", "Ghi chú")
    columns = "".join(f'<tableColumn id="{n}" name="{name}"/>' for n, name in enumerate(names, 1))
    columns += f'<tableColumn id="8" name="{heading}"><totalsRowFormula>COUNTA(NV[{heading}])'
    columns += "</totalsRowFormula></tableColumn>"
    head = heads().replace("</row>", text("H1", heading) + "</row>")
    rows = head + task(2, text("H2", "Quá hạn")) + task(3, text("H3", "Quá hạn"))
    counts = f'<c r="A1"><f>{formula}</f><v>2</v></c>'
    more = {
        TABLE: f'<table xmlns="{MAIN}" id="1" name="NV" displayName="NV" ref="A1:H3"><tableColumns '
        f'count="8">{columns}</tableColumns></table>'.encode(),
        "xl/worksheets/_rels/sheet1.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATED}/table" Target="../tables/table1.xml"/>'
        "</Relationships>".encode(),
    }
    after = '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'
    named = f'<definedNames><definedName name="TT">NV[{heading}]</definedName></definedNames>'
    sheets = {NAME: sheet(rows, after=after), "Đếm": sheet(row(1, counts))}
    return book(sheets, more, in_book=named)


def filled(content: bytes):
    tables = [TaskTable(NAME, 1, COLUMNS, (line(2), line(3, "Đang thực hiện")))]
    return filled_tasks.fill(content, "bieu.xlsx", tables, TOP)


def test_a_heading_of_another_day_renames_the_table_s_column_and_who_counts_it():
    done = filled(listed(BEFORE))
    made = parts(done.content)
    names = re.findall(r'id="." name="([^"]*)"', made[TABLE].decode())[1:]
    assert names[-1] == HEADING == cells(done.content)["H1"]
    assert names[:2] == ["STT", "Nhiệm vụ"] and BEFORE not in made[TABLE].decode()
    for part in (TABLE, OTHER, "xl/workbook.xml"):
        assert f"NV[{HEADING}]" in made[part].decode(), part
    assert "<v>" not in made[OTHER].decode()


@pytest.mark.parametrize("heading", ["Sản phẩm", HEADING])
def test_a_table_whose_headings_stay_is_left_byte_for_byte(heading):
    content = listed(heading, "1+1")
    made = parts(filled(content).content)
    assert made[TABLE] == parts(content)[TABLE] and made[SHEET] != parts(content)[SHEET]


def test_states_of_merged_cells_that_differ_are_left_and_told():
    head = heads().replace("</row>", text("H1", BEFORE) + "</row>")
    rows = head + task(2, text("H2", "Quá hạn")) + task(3) + task(4, text("H4", "Quá hạn"))
    merged = '<mergeCells count="1"><mergeCell ref="H2:H3"/></mergeCells>'
    tables = [TaskTable(NAME, 1, COLUMNS, (line(2, "A"), line(3, "B"), line(4, "C")))]
    done = filled_tasks.fill(book({NAME: sheet(rows, after=merged)}), "bieu.xlsx", tables, TOP)
    assert [(one.cell, one.why) for one in done.left] == [("H2", "merged")]
    held = cells(done.content)
    assert (held["H1"], held["H2"], held["H4"]) == (HEADING, "Quá hạn", "C")


def test_tables_side_by_side_have_a_column_of_states_each():
    def beside(place: int) -> tuple[str, str]:
        return number(f"I{place}", 9), text(f"J{place}", f"Việc bên phải {place}")

    right = text("I1", "STT"), text("J1", "Nhiệm vụ")
    rows = heads().replace("</row>", "".join(right) + "</row>")
    rows += task(2, *beside(2)) + task(3, *beside(3))
    lines = [line(n, f"phải {n}") for n in (2, 3)]
    lines = [replace(one, task=f"Việc bên phải {one.row}") for one in lines]
    tables = [
        TaskTable(NAME, 1, COLUMNS, (line(2, "trái 2"), line(3, "trái 3"))),
        TaskTable(NAME, 1, {"number": "I", "text": "J"}, tuple(lines)),
    ]
    content = book({NAME: sheet(rows)})
    for _ in range(2):  # again it finds both
        content = filled_tasks.fill(content, "bieu.xlsx", tables, TOP).content
        held = cells(content)
        assert [held[f"{c}{n}"] for c in "KL" for n in (1, 2, 3)] == [
            HEADING, "trái 2", "trái 3", HEADING, "phải 2", "phải 3",
        ]  # fmt: skip
        assert not any(place.startswith("M") for place in held)
