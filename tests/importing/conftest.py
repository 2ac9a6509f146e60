"""Workbooks written from rows beside their verdict, and read back as a person's file is."""

import csv
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from dashboard import config, wire
from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Known, Options, Reading, SheetReading
from dashboard.importing.model.records import Question, Respondent
from dashboard.importing.outcome.messages import message
from dashboard.importing.understand import understand_here
from dashboard.importing.workbook.container import Limits
from dashboard.words import words

Rows = list[list[object]]

QUESTIONS: Rows = [
    ["Mã câu", "Nội dung thành phần", "Câu hỏi", "Điểm thấp nhất", "Điểm cao nhất", "Chiều"],
    ["C01", "1.1", "Ông/Bà có biết Luật không?", 0, 1, "Thuận"],
    ["C02", "1.2", "Mức độ hài lòng", 1, 5, "Nghịch"],
]


@pytest.fixture(scope="session")
def known() -> Known:
    """The tree of data/reference, no questionnaire."""
    with (config.REFERENCE / "components.csv").open(encoding="utf-8", newline="") as stream:
        parts = [
            (
                row["code"],
                row["level"],
                row["name_vi"],
                int(row["first_year"]),
                int(row["last_year"]) if row["last_year"] else None,
            )
            for row in csv.DictReader(stream)
        ]
    return Known(tuple(parts))


@pytest.fixture(scope="session")
def known_questions(known: Known) -> Known:
    """The tree and a questionnaire met before: C01 yes or no, C02 from 1 to 5."""
    questions = {
        "c01": Question("C01", "1.1", "Ông/Bà có biết Luật không?", 0, 1),
        "c02": Question("C02", "1.2", "Mức độ hài lòng", 1, 5, True),
    }
    return Known(known.components, questions)


@pytest.fixture
def workbook(tmp_path: Path) -> Callable[..., Path]:
    """workbook({"Sheet": rows}) writes the rows and gives the file; edit(book) changes the
    workbook before it is saved."""

    def write(
        sheets: dict[str, Rows],
        name: str = "tep.xlsx",
        hidden: tuple[str, ...] = (),
        edit: Callable[[openpyxl.Workbook], None] | None = None,
    ) -> Path:
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            sheet.sheet_state = "hidden" if title in hidden else "visible"
            for row in rows:
                sheet.append(row)
        if edit:
            edit(book)
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture
def understood(workbook, known: Known) -> Callable[..., Reading]:
    """understood(rows) is the reading of a workbook with one sheet of those rows; a dict
    gives several sheets. Holds for each: the rows add up, every finding has its sentences, and
    the reading is the same after its way from the process apart."""

    def read(sheets, name="tep.xlsx", options=None, facts=None, **more) -> Reading:
        sheets = sheets if isinstance(sheets, dict) else {"Bảng": sheets}
        path = workbook(sheets, name, **more)
        # In this process: the child that a page would start costs each of a thousand tests
        # half a second. test_read and test_hostile go through it.
        reading = understand_here(path, facts or known, options or Options(), name, Limits())
        for name in {sheet.sheet for sheet in reading.sheets}:  # one or more tables a sheet
            counts = [sheet.rows_read for sheet in reading.sheets if sheet.sheet == name]
            assert sum(counts) == filled_rows(sheets[name])
        speak(reading)
        assert wire.unpacked(wire.packed(reading, Reading), Reading) == reading
        return reading

    return read


def filled_rows(rows: Rows) -> int:
    """How many rows hold something."""
    return sum(any(str(v).strip() for v in row if v is not None) for row in rows)


def speak(reading: Reading) -> None:
    """Every finding of the reading can be said in both languages."""
    for finding in every_finding(reading):
        for language in ("vi", "en"):
            said = message(finding, reading.file, words(language))
            assert said.startswith(reading.file)
            assert finding.sheet in said and finding.cell in said


def every_finding(reading: Reading) -> list[Finding]:
    return [*reading.findings, *(f for sheet in reading.sheets for f in sheet.findings)]


def remarks(reading: Reading) -> list[tuple[str, str, str]]:
    """(code, cell, severity) of every finding, in their order."""
    return [(f.code, f.cell, f.severity) for f in every_finding(reading)]


def answers_of(sheet: SheetReading, form: Respondent) -> dict[str, object]:
    """Question code -> the answer of one form, or why there is none."""
    return {code: c.values[c.codes[form.row - 1]] for code, c in sheet.answers.items()}


def answered(sheet: SheetReading, form: Respondent) -> dict[str, float | None]:
    """A form's answers by question; None for one that is missing, whatever the reason."""
    said = answers_of(sheet, form).items()
    return {code: None if isinstance(value, str) else value for code, value in said}
