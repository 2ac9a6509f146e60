"""When a table reports on its tasks, as its sheet's name, its title and its headings say it."""

from dashboard.importing.table.locate import Table
from dashboard.importing.wording.report_time import report_of, report_of_title
from dashboard.importing.wording.title import title_lines

_STATE = ("progress", "done", "result_h1", "result_year")


def reported(table: Table, year: int | None) -> dict[str, str]:
    """ "sheet", "title" and "heading" -> what it says, without those that say nothing."""
    columns = (table.columns.get(name) for name in _STATE)
    headings = [report_of(table.labels[column], year) for column in columns if column is not None]
    told = {
        "sheet": report_of(table.sheet.name, year),
        "title": report_of_title(title_lines(table.sheet, table.first), year),
        "heading": max(headings, default=""),
    }
    return {source: day for source, day in told.items() if day}
