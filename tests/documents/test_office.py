"""The same workbooks through LibreOffice, as clerks without Excel have it: filled templates in
every format it saves, a marked workbook saved again. Run by start.py test --long."""

import shutil
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from dashboard.charts.look import MARKS
from dashboard.documents import marked, templates
from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Known
from dashboard.importing.understand import understand
from dashboard.store import sql
from tests import office

from .conftest import content, number
from .filled import FORMS, RECORDS, ROWS, UNIT, YEAR, filled, people

pytestmark = pytest.mark.long

# Every sheet into a file of its own: comma, double quote, UTF-8, from line 1, as shown.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
KINDS = ["tasks", "survey", "activities", "units"]


@pytest.fixture(scope="module")
def convert(tmp_path_factory):
    """convert(path, to) has LibreOffice save the file anew; the files that came of it."""
    home = tmp_path_factory.mktemp("office")
    return lambda path, to: office.saved(home, to, path)


def written(data: bytes, folder: Path, name: str = "mau.xlsx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def every_finding(reading) -> list:
    return [*reading.findings, *(f for sheet in reading.sheets for f in sheet.findings)]


@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_template_saved_by_libreoffice(kind, form, convert, known, tmp_path):
    (path,) = convert(written(filled(kind), tmp_path), form)
    reading = understand(path, known)
    assert every_finding(reading) == []
    found = {sheet.kind: sheet for sheet in reading.sheets if sheet.kind != "unknown"}
    assert len(found) == len(ROWS[kind])
    for name, sheet in found.items():
        assert kind == "units" or sheet.year == YEAR
        if name == "answers":
            assert people(sheet) == FORMS
        elif name == "population":
            assert [(r.village, r.adults) for r in sheet.records] == [
                ("Thôn Đông", 1240),
                ("Thôn Đoài", 980),
            ]
        else:
            assert sheet.records == RECORDS[name]


@pytest.mark.parametrize("kind", ["tasks", "activities", "units"])
def test_a_filled_template_saved_as_text(kind, convert, known, tmp_path):
    (title,) = ROWS[kind]
    files = {path.stem: path for path in convert(written(filled(kind), tmp_path), CSV)}
    reading = understand(files[f"mau-{title}"], known)
    assert every_finding(reading) == []
    assert reading.sheets[0].records == RECORDS[kind]
    for name in ("Hướng dẫn", "Danh mục"):  # chosen by mistake: refused, and nothing stored
        assert understand(files[f"mau-{name}"], known).refused


def test_a_filled_survey_saved_as_texts_goes_in_one_by_one(convert, store, tmp_path):
    files = {path.stem: path for path in convert(written(filled("survey"), tmp_path), CSV)}
    for title in ("Bộ câu hỏi", "Dân số thôn", "Phiếu trả lời"):
        receipt = import_file(store, files[f"mau-{title}"])
        assert (receipt.status, receipt.all_findings()) == ("imported", []), title
        assert {year for *_, year in receipt.scopes} == {YEAR}
    assert receipt.counted("answers") == 3
    with store.read() as cursor:
        assert len(sql.run(cursor, "village_scores", unit=UNIT, year=YEAR).fetchall()) > 0


@pytest.mark.parametrize("form", ["xlsx", "ods", "xls"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_template_saved_by_libreoffice(kind, form, convert, known: Known, tmp_path):
    (path,) = convert(written(templates.workbook(kind), tmp_path), form)
    reading = understand(path, known)
    assert reading.refused
    assert [f.code for f in every_finding(reading)] == ["no_rows"] * len(ROWS[kind])


def test_the_lists_notes_and_pages_live_on(convert, tmp_path):
    (path,) = convert(written(templates.workbook("tasks"), tmp_path), "xlsx")
    sheet = openpyxl.load_workbook(path)["Nhiệm vụ"]
    rules = {
        str(r.sqref).split(":")[0].rstrip("0123456789"): r
        for r in sheet.data_validations.dataValidation
        if str(r.sqref).split(":")[0].endswith("8")
    }
    assert rules["B"].type == "list" and "Danh mục" in rules["B"].formula1
    assert rules["G"].prompt.startswith("Ghi ngày hoặc kỳ hạn")
    assert rules["J"].type == "date"
    assert sheet.print_title_rows == "$6:$6"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)


def test_a_marked_workbook_saved_again_keeps_colours_comments_and_links(book, convert, tmp_path):
    sheet = book["Bảng"]
    sheet["B2"].comment = Comment("Hỏi lại thôn", "Văn phòng")
    sheet["C2"] = "=SUM(A2:A3)"
    sheet["C3"] = "=1+1"
    sheet["C3"].data_type = "s"
    findings = [number("B2"), number("B3", "info", value="=1+1"), number("C2", "warning")]
    data = marked.workbook(content(book), "a.xlsx", findings)
    (path,) = convert(written(data, tmp_path), "xlsx")
    made, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    after = made["Bảng"]
    for cell, severity in (("B2", "error"), ("B3", "info"), ("C2", "warning")):
        assert "#" + after[cell].fill.fgColor.rgb[2:] == MARKS[severity]
        assert f"ô {cell}" in after[cell].comment.text
    assert after["B2"].comment.text.startswith("Hỏi lại thôn")
    assert values["Bảng"]["C2"].value == 3  # 1 + 2: the formula lives
    assert (values["Bảng"]["C3"].value, after["C3"].data_type) == ("=1+1", "s")
    assert made.active.title == "Cần sửa"
    links = {c.hyperlink.location for row in made["Cần sửa"] for c in row if c.hyperlink}
    assert {link.replace("'", "").replace(".", "!").lstrip("#") for link in links} == {
        "Bảng!B2",
        "Bảng!B3",
        "Bảng!C2",
    }
    listed = [c for row in made["Cần sửa"] for c in row if c.value == "=1+1"]
    assert [c.data_type for c in listed] == ["s"]


@pytest.mark.parametrize("form", ["pdf", "ods"])
def test_a_marked_workbook_opens(form, book, convert, tmp_path):
    path = written(marked.workbook(content(book), "a.xlsx", [number("B2")]), tmp_path)
    (saved,) = convert(path, form)
    assert saved.stat().st_size > 1_000


@pytest.mark.parametrize("form", ["xls", "ods"])
def test_other_formats_come_back_as_a_marked_workbook_of_their_cells(form, book, convert, tmp_path):
    (path,) = convert(written(content(book), tmp_path), form)
    data = marked.workbook(path.read_bytes(), path.name, [number("B2")])
    made = openpyxl.load_workbook(written(data, tmp_path, "marked.xlsx"))
    sheet = made["Bảng"]
    assert [[c.value for c in row] for row in sheet] == [["STT", "Số lần"], [1, "x"], [2, "y"]]
    assert "#" + sheet["B2"].fill.fgColor.rgb[2:] == MARKS["error"]
    assert "chỉ chép lại giá trị" in made["Cần sửa"]["A3"].value


def test_a_machine_without_libreoffice_is_told_so(monkeypatch, tmp_path):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(AssertionError, match="LibreOffice is not installed"):
        office.saved(tmp_path, "pdf", tmp_path / "a.xlsx")
