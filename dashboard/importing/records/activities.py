"""Rows of an activity log -> communication and supervision held."""

from datetime import date

from dashboard.importing.model.records import Activity
from dashboard.importing.recognition.synonyms import words_of
from dashboard.importing.records import plausible
from dashboard.importing.records.column_remarks import on_unknown_columns
from dashboard.importing.records.context import Context
from dashboard.importing.records.walk import REFUSED, Rows, Verdict, walk
from dashboard.importing.values.cells import Problem, minutes, number
from dashboard.importing.values.dates import given_day
from dashboard.importing.values.sayings import says
from dashboard.importing.wording import vocabulary

COMMUNICATION, SUPERVISION = "Truyền thông", "Giám sát"


def read(context: Context) -> Rows[Activity]:
    """The activities of a log."""
    on_unknown_columns(context)
    rows = walk(context.table, lambda index, row: _row(context, index, row))
    plausible.remark_on_activities(context, rows.records)
    return rows


def _row(context: Context, index: int, row: list[object]) -> Activity | Verdict:
    day = context.day(index, row, "date", _held)
    if day is None:
        context.remark(index, row, "date", Problem("activity_without_date"))
        return REFUSED
    return Activity(
        row=index + 1,
        unit=context.unit_of(row),
        held_on=day,
        kind=_kind(context, row),
        channel=context.text(row, "channel"),
        subject=context.text(row, "subject"),
        component=context.component(index, row),
        area=context.text(row, "area"),
        minutes=context.parsed(index, row, "minutes", minutes, _asks_hours(context)),
        times=context.parsed(index, row, "times", number),
        people=context.parsed(index, row, "people", number),
        performer=context.text(row, "performer"),
        finding=context.text(row, "finding"),
        remedy=context.text(row, "remedy"),
    )


def _held(value: object, year: int | None) -> date | None | Problem:
    """The day in a cell, unless it is one on which nothing was held yet: "Dự kiến 5/3"."""
    if isinstance(value, str) and says("not_yet", value):
        return Problem("unreadable_date")
    return given_day(value, year)


def _asks_hours(context: Context) -> bool:
    """Whether the heading asks for hours: "Thời lượng (giờ)"."""
    label = context.table.labels.get(context.table.columns.get("minutes", -1), "")
    words = set(words_of(label))
    return not words.isdisjoint(("gio", "tieng", "hours")) and words.isdisjoint(("phut", "minutes"))


def _kind(context: Context, row: list[object]) -> str:
    """By its own column, else supervision is what finds something or has no channel."""
    if said := vocabulary.inside("activity_kind", context.text(row, "kind")):
        return said
    columns = context.table.columns
    supervises = bool({"finding", "remedy"} & set(columns)) and not context.text(row, "channel")
    return SUPERVISION if supervises or context.text(row, "finding") else COMMUNICATION
