"""The judge: each verdict from a reading made by hand of a sheet made by hand."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.reading import Doubt, Reading, SheetReading
from dashboard.importing.model.records import Task
from tests.corpus.judge import judge
from tests.corpus.pieces import Column, Heading, Shown, Truth

DUE = date(2023, 5, 31)
TEXT = Column("text", ("Việc",), [Shown("Họp thôn", truth="Họp thôn")])
WHEN = Column("due", ("Hạn",), [Shown("31/5/2023", truth=DUE)])
OTHER = Column("", ("Kinh phí",), [Shown(12)])
HEADINGS = [
    Heading(letter, column.path[-1], 3, 4, column)
    for letter, column in zip("ABC", (TEXT, WHEN, OTHER), strict=True)
]
TRUTH = Truth("S", "tasks", HEADINGS, [5])
RIGHT = SheetReading(
    "S",
    "tasks",
    records=[Task(5, None, None, "Họp thôn", due=DUE)],
    columns={"text": "A", "due": "B"},
)
UNREAD = replace(RIGHT, columns={"text": "A"}, records=[Task(5, None, None, "Họp thôn")])


def verdict(sheet: SheetReading, field: str, *findings: Finding, truth: Truth = TRUTH) -> str:
    reading = Reading("f.xlsx", "", [sheet]).with_findings(*findings)
    return next(v.verdict for v in judge("here", [truth], reading) if v.field == field)


def remark(cell: str, severity: str = "warning", code: str = "any") -> Finding:
    return Finding(code, severity, "S", cell)


@pytest.mark.parametrize("field", ["(sheet)", "text", "due", "(other)"])
def test_read_as_meant(field):
    assert verdict(RIGHT, field) == "right"


def test_read_as_meant_and_said():
    assert verdict(RIGHT, "due", remark("B3", "info", "column_likely")) == "said"


def test_unread_column():
    assert verdict(UNREAD, "due") == "wrong"
    assert verdict(UNREAD, "due", remark("B3", "info")) == "noted"
    assert verdict(UNREAD, "due", remark("B4")) == "warned"
    assert verdict(UNREAD, "due", remark("C4")) == "wrong"
    doubtful = replace(UNREAD, doubts=(Doubt("due", ("B", "C"), ""),))
    assert verdict(doubtful, "due") == "asked"
    shown = replace(UNREAD, doubts=(Doubt("lead", ("B", "C"), ""),))
    assert verdict(shown, "due") == "asked"
    assert verdict(replace(shown, doubts=(Doubt("lead", ("C",), ""),)), "due") == "wrong"


def test_column_taken_for_another():
    assert verdict(replace(RIGHT, columns={"text": "A", "note": "B"}), "due") == "wrong"
    assert verdict(replace(RIGHT, columns={**RIGHT.columns, "note": "C"}), "(other)") == "wrong"


def test_other_value():
    sheet = replace(RIGHT, records=[Task(5, None, None, "Họp thôn", due=date(2023, 5, 30))])
    assert verdict(sheet, "due") == "wrong"
    assert verdict(sheet, "due", remark("B5", "info")) == "warned"
    assert verdict(sheet, "due", remark("B6")) == "wrong"


def test_rows_lost_or_too_many():
    more = replace(RIGHT, records=[*RIGHT.records, Task(6, None, None, "Tổng cộng")])
    assert verdict(more, "(sheet)") == "wrong"
    assert verdict(more, "(sheet)", remark("A6")) == "right"
    longer = replace(TRUTH, rows=[5, 7], headings=[])
    assert verdict(RIGHT, "(sheet)", truth=longer) == "wrong"


def test_sheet_not_known():
    unknown = SheetReading("S", "unknown")
    assert verdict(unknown, "(sheet)") == "wrong"
    assert verdict(unknown, "(sheet)", remark("", "info")) == "noted"
    assert verdict(unknown, "(sheet)", remark("")) == "warned"
    assert verdict(unknown, "due", remark("")) == "warned"


def test_sheet_of_another_kind():
    assert verdict(replace(RIGHT, kind="activities"), "(sheet)", remark("")) == "wrong"


def test_sheet_of_none():
    none = replace(TRUTH, kind="none")
    assert verdict(RIGHT, "(sheet)", remark("A1"), truth=none) == "wrong"
    assert verdict(SheetReading("S", "unknown"), "(sheet)", truth=none) == "right"


def test_unit_of_sections_is_judged():
    sections = replace(TRUTH, unseen={"component": ["1.1"]})
    assert verdict(RIGHT, "(component of title or section)", truth=sections) == "wrong"
    read = replace(RIGHT, records=[Task(5, None, "1.1", "Họp thôn", due=DUE)])
    assert verdict(read, "(component of title or section)", truth=sections) == "right"


def test_number_a_little_off():
    share = Column("progress", ("%",), [Shown("80%", truth=0.8)])
    truth = replace(TRUTH, headings=[Heading("D", "%", 3, 4, share)])
    columns = {"text": "A", "progress": "D"}
    close = replace(RIGHT, columns=columns, records=[Task(5, None, None, "", progress=0.8)])
    assert verdict(close, "progress", truth=truth) == "right"
    off = replace(RIGHT, columns=columns, records=[Task(5, None, None, "", progress=0.008)])
    assert verdict(off, "progress", truth=truth) == "wrong"


def test_doubt_is_a_question_about_its_field_only():
    other = replace(RIGHT, columns={"text": "A", "due": "C"})
    about = Doubt("due", ("B", "C"), "C")
    assert verdict(replace(other, doubts=(about,)), "due") == "asked"
    assert verdict(replace(other, doubts=(about,)), "(other)") == "asked"
    assert verdict(replace(other, doubts=(Doubt("lead", ("F",), ""),)), "due") == "wrong"
    assert verdict(replace(RIGHT, doubts=(about,)), "due") == "asked"
