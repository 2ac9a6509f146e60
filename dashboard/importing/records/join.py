"""Tables of one sheet that are alike become one again."""

from dataclasses import replace
from operator import attrgetter

from dashboard.importing.model.coded_columns import spliced
from dashboard.importing.model.reading import SheetReading

_about = attrgetter("sheet", "kind", "year", "unit", "columns", "reported")


def joined(readings: list[SheetReading]) -> list[SheetReading]:
    """Tables of one sheet that are alike in kind, year, unit, columns and the day reported on read
    as one; those that are not are numbered."""
    found: list[SheetReading] = []
    for reading in readings:
        alike = (i for i, other in enumerate(found) if _about(other) == _about(reading))
        if (place := next(alike, None)) is not None:
            found[place] = _together(found[place], reading)
        else:
            number = sum(other.sheet == reading.sheet for other in found)
            found.append(replace(reading, part=number))
    return found


def _together(one: SheetReading, more: SheetReading) -> SheetReading:
    return replace(
        one,
        records=[*one.records, *more.records],
        rows_refused=one.rows_refused + more.rows_refused,
        rows_recognised=one.rows_recognised + more.rows_recognised,
        findings=[*one.findings, *(f for f in more.findings if f not in one.findings)],
        answers={
            code: spliced(column, more.answers[code], [form.row - 1 for form in more.records])
            for code, column in one.answers.items()
        },
    )
