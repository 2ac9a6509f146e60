"""What people typed is a text in every file that goes out, whatever it begins with."""

import csv
import io
from collections.abc import Callable

import pytest

from dashboard.documents import marked, survey_copy, table_files
from dashboard.documents.inert_texts import is_formula_like
from dashboard.documents.model.numbered import Said
from dashboard.documents.model.paper import Head, Paper, Part, Row, Table
from dashboard.documents.sheets import filled_tasks, workbook_writer
from dashboard.documents.sheets.task_lines import TaskLine, TaskTable, Top
from dashboard.documents.table_files import TableFile
from dashboard.importing.model.finding import Finding
from tests.documents.conftest import opened
from tests.documents.papers_made import STAMP

EVIL = (
    "=1+1",
    "+84 912",
    "-5 hộ",
    "@SUM(A1)",
    "\t=1+1",
    "\n=1+1",
    "\r=1+1",
    "＝1+1",
    '=HYPERLINK("x")',
)


def _table(evil: str) -> bytes:
    return table_files.workbook(TableFile(evil, evil, (evil,), ((evil,),)))


def _marked(evil: str) -> bytes:
    """A CSV comes back as a workbook of its cells, with the list of what is to be mended."""
    stream = io.StringIO()
    csv.writer(stream).writerows([["STT", "Nhiệm vụ", evil], ["1", evil, "x"]])
    found = [Finding("unreadable_number", "error", "Sheet1", "B2", evil, evil)]
    return marked.workbook(stream.getvalue().encode(), "bang.csv", found)


def _survey(evil: str) -> bytes:
    return survey_copy.workbook({"Phiếu": {1: {"A": evil}, 2: {"B": evil}}})


def _paper(evil: str) -> bytes:
    part = Part("a", Said(evil), evil, (Said(evil),), None, None, Said(evil), evil)
    table = Table(
        (Head(evil), Head("x", "right")), (Row((evil, evil)), Row((evil,), "section")), evil
    )
    parts = (part, Part(evil, Said(evil), evil, table=table))
    return workbook_writer.write(Paper("workbook", "vi", evil, Said(evil), STAMP, parts))


def _tasks(evil: str) -> bytes:
    line = TaskLine(2, evil, evil, lead=evil, support=evil, due=evil, note=evil, result_year=evil)
    top = Top(evil, 2023, STAMP.as_of)
    return filled_tasks.fill(b"", "a.csv", [TaskTable("a", 1, {}, (line,))], top).content


@pytest.mark.parametrize("made", [_table, _marked, _survey, _paper, _tasks])
@pytest.mark.parametrize("evil", EVIL)
def test_no_workbook_runs_what_people_typed(made: Callable[[str], bytes], evil):
    """openpyxl reads a formula as type f; a quoted cell stays a text when it is typed again."""
    cells = [cell for sheet in opened(made(evil)) for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    said = " ".join(evil.split())
    held = [cell for cell in cells if said in " ".join(str(cell.value or "").split())]
    assert held and all(cell.data_type in ("s", "inlineStr") for cell in held)
    typed_again = [c for c in cells if isinstance(c.value, str) and is_formula_like(c.value)]
    assert [c.coordinate for c in typed_again if not c.quotePrefix] == []
    assert [c.coordinate for c in cells if c.hyperlink and c.hyperlink.target == "x"] == []


@pytest.mark.parametrize("evil", EVIL)
def test_a_csv_marks_texts_only(evil):
    rows = ((evil, table_files.Number(-0.5, 1, False)), (f"Thôn {evil}", None))
    table = TableFile("t", "", (evil, "Điểm"), rows)
    said = table_files.comma_separated(table).decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(said, newline="")))
    assert found == [["'" + evil, "Điểm"], ["'" + evil, "-0.5"], [f"Thôn {evil}", ""]]
