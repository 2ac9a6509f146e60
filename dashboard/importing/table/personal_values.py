"""The values that name a respondent, gone from the sheet before anything else sees them: no
finding, preview, form number or log can repeat them."""

import re
from dataclasses import replace
from datetime import date

from dashboard.folding import fold
from dashboard.importing.model.raw import RawSheet
from dashboard.importing.model.sheet import LAST_HEADING_ROW, filled, text, typed
from dashboard.importing.table.locate import Table
from dashboard.importing.table.personal_columns import PRIVATE, dropped_as
from dashboard.importing.values import dates
from dashboard.importing.wording import vocabulary
from dashboard.importing.wording.personal_shapes import looks_private

HIDDEN = "•••"  # stands where a value was: the row still counts
LOOKED_AT = 1_000

_FURNITURE = ("signature", "total", "note")


def without_private(table: Table) -> Table:
    """The table of answers without the values that name a person, in its sheet too.

    Of a date of birth the year stays where the table has no other age.
    """
    rows = [row for _, row in table.body]
    held = (c for c in table.dropped if any(row[c] is not None for row in rows))
    dropped = {column: table.dropped[column] for column in held} | _by_content(table)
    if not dropped and not table.dropped:
        return table
    private = [column for column, kind in dropped.items() if kind in PRIVATE]
    if private:
        for index in range(table.last + 1, len(table.sheet.rows)):
            table.sheet.rows[index] = _without(table, table.sheet.rows[index], private)
    return replace(table, dropped=dropped)


def _without(table: Table, row: list[object], private: list[int]) -> list[object]:
    row = [*row]
    for column in private:
        if row[column] is not None and not _is_furniture(row[column], table.labels.get(column, "")):
            is_age = column == table.columns.get("age")
            row[column] = _year(row[column]) if is_age else HIDDEN
    return row


def _is_furniture(value: object, label: str) -> bool:
    """The heading again, or a total, a note, a signature: they name no respondent."""
    if not isinstance(value, str):
        return False
    said = text(value)
    return fold(said) == fold(label) or any(vocabulary.start(name, said) for name in _FURNITURE)


def _year(born: object) -> int | str:
    day = dates.day(born)
    if isinstance(day, date):
        return day.year
    said = typed(born)
    return int(said) if re.fullmatch(r"(19|20)\d\d", said) else HIDDEN


def _by_content(table: Table) -> dict[int, str]:
    """Columns of no use to a score most of whose values look like phones, IDs or addresses."""
    used = {column for name, column in table.columns.items() if name != "note"}
    used |= table.questions.keys() | table.dropped.keys()
    rows = [row for _, row in table.body[:LOOKED_AT]]
    width = len(table.sheet.rows[table.last])
    return {
        column: "personal"
        for column in range(width)
        if column not in used and _mostly_private([row[column] for row in rows])
    }


def _mostly_private(values: list[object]) -> bool:
    said = [typed(value) for value in values if value is not None]
    return bool(said) and 2 * sum(map(looks_private, said)) > len(said)


def is_list_of_people(sheet: RawSheet) -> bool:
    """Whether a sheet of no known kind has headings such as Họ tên, or a list of phone numbers."""
    for row in sheet.rows[:LAST_HEADING_ROW]:
        columns = filled(row)
        labels = [row[c] for c in columns if isinstance(row[c], str)]
        if len(columns) > 1 and any(dropped_as(label) in PRIVATE for label in labels):
            return True
    values = (typed(v) for row in sheet.rows[:LOOKED_AT] for v in row if v is not None)
    return sum(map(looks_private, values)) > 2
