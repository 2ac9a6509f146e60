"""Places and texts of a sheet's cells, as people see them in Excel."""

from datetime import date, datetime

from dashboard.folding import tidy

LAST_HEADING_ROW = 40  # headings stand in the first rows of a sheet, or of a part of it
# What people put where there is nothing to say. In a question's direction "-" says something.
BLANK_MARKS = frozenset(("-", "–", "—", "…", "...", ".", "--", "---"))


def letter(column: int) -> str:
    """The letters of a column counted from 0. (openpyxl's own costs half a second to import.)

    >>> letter(0), letter(27)
    ('A', 'AB')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column(letters: str) -> int:
    """The column, counted from 0, of its letters.

    >>> column("A"), column("AB")
    (0, 27)
    """
    number = 0
    for mark in letters:
        number = 26 * number + ord(mark) - 64
    return number - 1


def place(row: int, column: int) -> str:
    """The name of a cell whose row and column are counted from 0.

    >>> place(22, 5)
    'F23'
    """
    return f"{letter(column)}{row + 1}"


def typed(value: object) -> str:
    """A cell's value as a person would have typed it.

    >>> typed(12.0), typed(0.5), typed(date(2023, 3, 5)), typed(None)
    ('12', '0,5', '05/03/2023', '')
    """
    if value is None:
        return ""
    if isinstance(value, datetime) and (value.hour or value.minute or value.second):
        return value.strftime("%d/%m/%Y %H:%M:%S")
    if isinstance(value, date):
        return f"{value.day:02d}/{value.month:02d}/{value.year:04d}"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value).replace(".", ",")
    return tidy(str(value))


def text(value: object) -> str:
    """A cell's words: tidy, the empty string when blank."""
    return tidy(value) if isinstance(value, str) else typed(value)


def is_blank(row: list[object]) -> bool:
    """Nothing stands in the row. (The reader has made empty texts None.)"""
    return not (row and row[0] is not None) and row.count(None) == len(row)


def filled(row: list[object]) -> list[int]:
    """The columns of the row that hold something."""
    return [column for column, value in enumerate(row) if value is not None]
