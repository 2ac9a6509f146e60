"""Blank workbooks: what they offer, and that what is filled in comes back without a word."""

import csv
import io
from datetime import date

import openpyxl
import pytest

from dashboard.config import REFERENCE, TEMPLATES
from dashboard.documents import forms, templates
from dashboard.importing.import_file import import_file
from dashboard.importing.model.reading import Known
from dashboard.importing.recognition.synonyms import ranked
from dashboard.importing.table.columns import assign
from dashboard.importing.understand import understand
from dashboard.importing.wording import vocabulary
from dashboard.store import sql
from dashboard.words import LANGUAGES, words

from .filled import FIRST, FORMS, RECORDS, ROWS, UNIT, YEAR, fill, filled, people

KINDS = ["tasks", "survey", "activities", "units"]


def book_of(kind: str, language: str = "vi"):
    return openpyxl.load_workbook(io.BytesIO(templates.workbook(kind, language)))


def reading_of(data: bytes, known: Known, tmp_path, name: str = "mau.xlsx"):
    path = tmp_path / name
    path.write_bytes(data)
    return understand(path, known)


def every_finding(reading) -> list:
    return [*reading.findings, *(f for sheet in reading.sheets for f in sheet.findings)]


def test_the_templates_are_these():
    assert forms.kinds() == KINDS


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_one_says_that_there_is_nothing_to_import(kind, language, known, tmp_path):
    """One plain sentence a sheet to be filled in; the example is no record."""
    reading = reading_of(templates.workbook(kind, language), known, tmp_path)
    assert reading.refused
    found = [(f.code, f.severity, f.sheet) for f in every_finding(reading)]
    assert found == [("no_rows", "warning", sheet) for sheet in ROWS[kind]]
    assert not any(s.rows_refused or s.unit or s.year or s.simulated for s in reading.sheets)
    kinds = [sheet.kind for sheet in reading.sheets]
    assert kinds == [form.kind for form in forms.forms(kind)] + ["unknown", "unknown"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_one_filled_in_is_read_exactly_and_without_a_word(kind, language, known, tmp_path):
    reading = reading_of(filled(kind, language), known, tmp_path)
    assert every_finding(reading) == []
    for sheet in reading.sheets:
        unit = None if kind == "survey" else UNIT  # questions are of the units that answer
        if sheet.kind == "answers":
            assert people(sheet) == FORMS
            assert (sheet.year, {r.unit for r in sheet.records}) == (YEAR, {UNIT})
        elif sheet.kind == "population":
            assert [(r.row, r.unit, r.village, r.adults) for r in sheet.records] == [
                (8, unit, "Thôn Đông", 1240),
                (9, unit, "Thôn Đoài", 980),
            ]
        elif sheet.kind != "unknown":
            assert sheet.records == RECORDS[sheet.kind]
            assert kind == "units" or sheet.year == YEAR


def test_a_filled_survey_gives_its_scores(store, tmp_path):
    """C01 (0 to 1): Đông has Có and Không, Đoài Có; adults 1240 and 980, a form of Đông weighs
    620, of Đoài 980: (620 + 980)/(1240 + 980). C02: 4 and 5, one does not know:
    (620 x 4 + 980 x 5)/(620 + 980)."""
    path = tmp_path / "khao-sat.xlsx"
    path.write_bytes(filled("survey"))
    receipt = import_file(store, path)
    assert (receipt.status, receipt.all_findings()) == ("imported", [])
    with store.read() as cursor:
        result = sql.run(cursor, "component_scores", unit=UNIT, year=YEAR)
        names = [column[0] for column in result.description]
        found = [dict(zip(names, row, strict=True)) for row in result.fetchall()]
    raw = {r["component"]: r["estimate"] for r in found if r["level"] == "question_raw"}
    assert raw == {
        "C01": pytest.approx(1600 / 2220),
        "C02": pytest.approx((620 * 4 + 980 * 5) / 1600),
    }


@pytest.mark.parametrize("kind", ["tasks", "activities", "units"])
def test_what_is_filled_in_is_stored(kind, store, tmp_path):
    path = tmp_path / "mau.xlsx"
    path.write_bytes(filled(kind))
    receipt = import_file(store, path)
    assert (receipt.status, receipt.all_findings()) == ("imported", [])
    assert receipt.counted(kind) == len(RECORDS[kind])


def test_a_row_over_the_example_is_not_lost(known, tmp_path):
    book = book_of("tasks")
    sheet = book["Nhiệm vụ"]
    sheet["C3"], sheet["C4"] = UNIT, YEAR
    for column, value in enumerate(ROWS["tasks"]["Nhiệm vụ"][0][1:], 2):
        sheet.cell(FIRST - 1, column, value)
    stream = io.BytesIO()
    book.save(stream)
    reading = reading_of(stream.getvalue(), known, tmp_path)
    assert [task.row for task in reading.sheets[0].records] == [7]


def test_a_filled_file_without_unit_and_year_asks_for_them(store, tmp_path):
    book = book_of("tasks")
    fill(book["Nhiệm vụ"], ROWS["tasks"]["Nhiệm vụ"])
    path = tmp_path / "mau.xlsx"
    book.save(path)
    receipt = import_file(store, path)
    assert receipt.status == "refused"
    assert {f.code for f in receipt.findings} & {"unit_unknown", "year_unknown"}


@pytest.mark.parametrize("kind", KINDS)
def test_each_heading_is_one_of_columns_csv_and_means_its_field(kind):
    for form in forms.forms(kind):
        headings = {index: column.heading for index, column in enumerate(form.columns)}
        expected = {column.field: index for index, column in enumerate(form.columns)}
        paths = {column: (heading,) for column, heading in headings.items()}
        assert assign(form.kind, paths, {}).columns == expected
        for column in form.columns:
            assert ranked(form.kind, column.heading)[column.field][0], column.heading


def test_each_choice_is_understood():
    lists = forms.choices()
    assert [vocabulary.exact("sex", word) for word in lists["sex"]] == ["Nam", "Nữ"]
    assert [vocabulary.exact("direction", w) for w in lists["direction"]] == ["forward", "reversed"]
    assert [vocabulary.start("result", word) for word in lists["result"]] == [
        "done",
        "not_done",
        "not_done",
        "cancelled",
    ]
    assert [vocabulary.inside("activity_kind", w) for w in lists["activity_kind"]] == [
        "Truyền thông",
        "Giám sát",
    ]
    assert [vocabulary.exact("level", word) for word in lists["level"]] == [
        "province",
        "district",
        "commune",
        "commune",
        "commune",
        "commune",
        "village",
        "village",
    ]
    assert [vocabulary.exact("answer", word) for word in lists["answer"]] == [
        "1",
        "0",
        "dont_know",
        "refused",
    ]


def test_the_components_are_those_of_today():
    with (REFERENCE / "components.csv").open(encoding="utf-8", newline="") as stream:
        today = [
            f"{row['code']} {row['name_vi']}"
            for row in csv.DictReader(stream)
            if row["level"] == "sub_dimension" and not row["last_year"]
        ]
    assert len(today) == 28
    assert forms.choices()["component"] == today


def rules(sheet) -> dict[str, object]:
    """Heading (or the cell itself above the headings) -> its data validation."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        (cells,) = rule.sqref.ranges
        heading = sheet.cell(6, cells.min_col).value if cells.min_row > 6 else cells.coord
        found[heading] = rule
    return found


def listed(book, rule) -> list[str]:
    """The values of a rule's list."""
    sheet, _, cells = rule.formula1.lstrip("=").partition("!")
    return [row[0].value for row in book[sheet.strip("'")][cells.replace("$", "")]]


def test_the_rules_of_tasks():
    book = book_of("tasks")
    found = rules(book["Nhiệm vụ"])
    assert listed(book, found["Mã nội dung"]) == forms.choices()["component"]
    assert listed(book, found["Kết quả năm"]) == forms.choices()["result"]
    done = found["Ngày hoàn thành"]
    assert (done.type, done.operator) == ("date", "between")
    share = found["Tiến độ (%)"]
    assert (share.type, share.formula1, share.formula2) == ("decimal", "0", "1")
    year = found["C4"]
    assert (year.type, year.formula1, year.formula2) == ("whole", "2000", "2100")
    assert found["C3"].prompt == words("vi")["template.unit_note"]


def test_the_rules_of_a_survey():
    book = book_of("survey")
    answers = rules(book["Phiếu trả lời"])
    assert listed(book, answers["Giới tính"]) == ["Nam", "Nữ"]
    assert answers["Thôn"].formula1 == "'Dân số thôn'!$B$8:$B$5000"
    assert listed(book, answers["C01"])[:2] == ["Có", "Không"]
    assert not answers["C01"].showErrorMessage  # a scale is answered by numbers
    assert listed(book, rules(book["Bộ câu hỏi"])["Chiều"]) == ["Thuận", "Nghịch"]
    unit = "=IF('Phiếu trả lời'!C3=\"\",\"\",'Phiếu trả lời'!C3)"
    assert book["Dân số thôn"]["C3"].value == book["Bộ câu hỏi"]["C3"].value == unit
    assert rules(book["Dân số thôn"])["Số người từ 18 tuổi trở lên"].type == "whole"


def test_the_rules_of_the_others():
    book = book_of("activities")
    assert listed(book, rules(book["Nhật ký"])["Loại"]) == ["Truyền thông", "Giám sát"]
    assert rules(book["Nhật ký"])["Ngày"].type == "date"
    book = book_of("units")
    assert listed(book, rules(book["Đơn vị"])["Cấp"]) == forms.choices()["level"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_column_has_its_note_within_excel_s_limits(kind, language):
    book = book_of(kind, language)
    for form in forms.forms(kind):
        found = rules(book[form.sheet])
        assert [h for h in found if h not in ("C3", "C4")] == [
            column.heading for column in templates.columns(form)
        ]
        for rule in found.values():
            assert rule.showInputMessage and 0 < len(rule.prompt) <= 255
            assert len(rule.promptTitle) <= 32 and len(rule.error or "") <= 225
    for key, text in words(language).items():
        assert not key.startswith("template.note.") or len(text) <= 255, key


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_ready_for_work_and_for_paper(kind):
    book = book_of(kind)
    assert book.active.title == next(iter(ROWS[kind]))
    for form in forms.forms(kind):
        sheet = book[form.sheet]
        assert sheet.freeze_panes == "A7"
        assert sheet.print_title_rows == "$6:$6"
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet["A6"].font.b and sheet["A6"].fill.fill_type == "solid"
        for index, column in enumerate(form.columns, 1):
            letter = sheet.cell(6, index).column_letter
            assert sheet.column_dimensions[letter].width == column.width
            assert sheet.cell(7, index).value == (column.example or None)
    guide = book["Hướng dẫn"]
    said = {row[0].value: row[1].value for row in guide.iter_rows(min_row=2)}
    for form in forms.forms(kind):
        for column in form.columns:
            assert said[column.heading]


def test_codes_and_days_keep_their_form_in_blank_cells():
    """In a cell of the format text a typed 1.1 is no date."""
    sheet = book_of("tasks")["Nhiệm vụ"]
    formats = {c.value: sheet.column_dimensions[c.column_letter].number_format for c in sheet[6]}
    assert formats["Mã nội dung"] == formats["Thời hạn"] == "@"
    assert formats["Ngày hoàn thành"] == "[$-42A]dd/mm/yyyy"
    assert formats["Tiến độ (%)"] == "0%"


@pytest.mark.parametrize("file", sorted(TEMPLATES.glob("*.csv")), ids=lambda file: file.stem)
def test_the_data_are_plain(file):
    data = file.read_bytes()
    assert b"\r" not in data and data.endswith(b"\n") and not data.startswith(b"\xef\xbb\xbf")
    read = list(csv.DictReader(io.StringIO(data.decode()), strict=True))
    assert read and all(None not in row and None not in row.values() for row in read)


def test_each_template_has_a_name_of_its_own():
    for language in LANGUAGES:
        names = {templates.file_name(kind, language) for kind in KINDS}
        assert len(names) == 4 and all(name.endswith(".xlsx") for name in names)


def test_the_day_of_an_example_is_a_text():
    """So that no program shows it in an order of its own."""
    assert book_of("activities")["Nhật ký"]["B7"].value == f"{date(2023, 3, 15):%d/%m/%Y}"
