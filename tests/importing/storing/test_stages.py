"""What the steps of an import owe each other: what gives way is forgotten, nothing twice."""

from dataclasses import replace

from dashboard.importing.model.reading import Options, SheetReading
from tests.importing.storing.test_commit import asked, count, form, forms, imported

SURVEY = (forms(form("1", Q1=2), form("2", Q1=4)), asked("Q1"))


def of_unit(name: str) -> list[SheetReading]:
    return [replace(sheet, unit=name if sheet.unit else None) for sheet in SURVEY]


def scored_units(cursor) -> set[str]:
    return {unit for (unit,) in cursor.execute("select distinct unit from score").fetchall()}


def test_scores_of_a_reading_that_gives_way_are_forgotten(cursor):
    """The unit's name was a slip: its forms are another unit's, and its scores nobody's."""
    imported(cursor, *SURVEY)
    mistyped = of_unit("Xã Hưgn")
    imported(cursor, *of_unit("Xã Hưng"), content=b"2")
    imported(cursor, *mistyped, content=b"3")
    assert scored_units(cursor) == {"xa-an", "xa-hung", "xa-hugn"}
    same = Options(same={"Xã Hưgn": "Xã Hưng"})
    assert imported(cursor, *mistyped, content=b"3", options=same).status == "imported"
    assert scored_units(cursor) == {"xa-an", "xa-hung"}


def test_questions_of_the_file_are_stored_once(cursor):
    """Answers bring the questions along that they were read by only where the file has none."""
    imported(cursor, forms(form("1", Q1=2), year=2022), asked("Q1", year=2022))
    imported(cursor, *SURVEY, content=b"2")
    assert count(cursor, "question") == 2
