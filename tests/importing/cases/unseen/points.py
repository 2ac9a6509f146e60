"""What is looked at: fields of tasks, counts of forms and answers, names."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.importing.cases.unseen.books import FIELDS, HEADINGS, TASKS, UNIT, Book, Sheet, column
from tests.importing.cases.unseen.judging import Case, Point, Seen, Want, sure

MAKE_A_STATE = ("due", "progress", "done", "result_year")


def day(text: str) -> date:
    """Day first: "30/9/2023"."""
    number, month, year = map(int, text.split("/"))
    return date(year, month, number)


def _task(seen: Seen, text: str, field: str, unit: str) -> object:
    found = [task for task in seen.tasks(unit) if task["task"] == text]
    if len(found) > 1:
        return f"{len(found)} times"
    return found[0][field] if found else None


def of_task(sheet: Sheet, text: str, unit: str = UNIT, **wants: Want) -> list[Point]:
    """Fields of the one task with this text: due, done, progress, component, lead, state, ...

    A finding bears on a field from its own cell or the heading's; on what has no cell, from the
    task's row.
    """
    points = []
    row = sheet.row_of(text)
    heading = next((n for n in range(row, -1, -1) if HEADINGS[1] in sheet.rows[n]), 0)
    for field, want in wants.items():
        cells = sheet.cells_of(text)
        if field == "state":
            cells = tuple(
                sheet.cell(n, FIELDS.index(f)) for f in MAKE_A_STATE for n in (row, heading)
            )
        if field in FIELDS:
            at = FIELDS.index(field)
            cells = (sheet.cell(row, at), sheet.cell(heading, at))
        written = sheet.rows[row][FIELDS.index(field)] if field in FIELDS else text

        def get(seen: Seen, field: str = field) -> object:
            return _task(seen, text, field, unit)

        points.append(Point(f"{field} of {str(written)!r} ({cells[0]})", cells, get, want))
    return points


def in_column(kind: str, clothes: str, field: str, *pairs: tuple[object, Want], **looks: object):
    """A case: a plan whose one column holds these values, each with what must come of it."""
    sheet = column(field, *(value for value, _ in pairs), **looks)
    points = [
        point
        for text, (_, want) in zip(TASKS, pairs, strict=False)
        for point in of_task(sheet, text, **{field: want})
    ]
    points.append(task_count(len(pairs)))
    return Case(kind, clothes, (Book((sheet,)),), tuple(points))


def task_count(count: int, unit: str = UNIT, want: Want | None = None) -> Point:
    """How many tasks the unit has; a wrong count is never excused."""
    return Point("tasks", (), lambda seen: len(seen.tasks(unit)), want or sure(count))


def officials(*names: str, unit: str = UNIT, want: Want | None = None) -> Point:
    """The officials who lead tasks of the unit."""

    def get(seen: Seen) -> object:
        rows = seen.ask("official_completion", unit=unit, year=2023, as_of=date(2023, 10, 25))
        return tuple(sorted(row["official"] for row in rows))

    return Point("officials", (), get, want or sure(tuple(sorted(names))))


def units(*names: str, want: Want | None = None) -> Point:
    """The communes with data."""

    def get(seen: Seen) -> object:
        rows = seen.ask("units")
        return tuple(sorted(row["unit"] for row in rows if row["level"] == "commune"))

    return Point("communes", (), get, want or sure(tuple(sorted(names))))


def respondents(
    by_village: Mapping[str, int], want: Want | None = None, unit: str = UNIT, year: int = 2023
) -> Point:
    """Forms of each village."""

    def get(seen: Seen) -> object:
        rows = seen.ask("villages", unit=unit, year=year)
        return {row["village"]: row["respondents"] for row in rows if row["respondents"]}

    return Point("forms by village", (), get, want or sure(dict(by_village)))


def forms(count: int, want: Want | None = None, unit: str = UNIT, year: int = 2023) -> Point:
    """Forms of the unit, whatever their villages."""

    def get(seen: Seen) -> object:
        rows = seen.ask("survey_sources", unit=unit, year=year)
        return sum(row["respondents"] for row in rows) or None

    return Point("forms", (), get, want or sure(count))


def adults_of(village: str, want: Want, *cells: str, unit: str = UNIT, year: int = 2023) -> Point:
    """The adults of a village."""

    def get(seen: Seen) -> object:
        rows = seen.ask("villages", unit=unit, year=year)
        return next((row["adults"] for row in rows if row["village"] == village), None)

    return Point(f"adults of {village}", cells, get, want)


def given(
    question: str, counts: Mapping[float, int], want: Want | None = None, year: int = 2023
) -> Point:
    """How often each answer was given to a question; missing ones are left out."""

    def get(seen: Seen) -> object:
        rows: list[dict[str, Any]] = seen.ask(
            "question_answers", unit=UNIT, year=year, question=question
        )
        return {row["answer"]: row["respondents"] for row in rows if row["answer"] is not None}

    return Point(f"answers to {question}", (), get, want or sure(dict(counts)))


def finding_on(*cells: str) -> Point:
    """There is a finding, of any severity, on one of the cells."""

    def get(seen: Seen) -> object:
        return seen.bears_on(cells, False, ("info", "warning", "error"))

    return Point(f"a finding on {cells[0]}", cells, get, sure(True))
