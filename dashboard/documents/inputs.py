"""What may be typed into a column: its list, its bounds, its format, its note."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from openpyxl.worksheet.datavalidation import DataValidation

from dashboard.documents.forms import Column
from dashboard.words import Words

DAYS = ("DATE(1990,1,1)", "DATE(2100,12,31)")
YEARS = ("2000", "2100")
# 42A is Vietnamese: LibreOffice writes days of no language into a text month first.
FORMATS = {"date": "[$-42A]dd/mm/yyyy", "percent": "0%", "count": "#,##0"}
# Any other input is words: in a cell of the format text 1.1 stays 1.1, and is no date.
PLAIN = ("any", "number", "age")


class _Bounds(NamedTuple):
    """What a value must be, in Excel's words, and between which formulas."""

    kind: Literal["date", "decimal", "whole"]
    operator: Literal["between", "greaterThanOrEqual"]
    low: str
    high: str | None = None


_BOUNDS = {
    "date": _Bounds("date", "between", *DAYS),
    "percent": _Bounds("decimal", "between", "0", "1"),
    "count": _Bounds("whole", "greaterThanOrEqual", "1"),
    "number": _Bounds("decimal", "greaterThanOrEqual", "0"),
    "age": _Bounds("whole", "between", "1", "2100"),
    "year": _Bounds("whole", "between", *YEARS),
}
LONGEST_HEADING = 32  # Excel's limits
LONGEST_NOTE = 255


def number_format(column: Column) -> str:
    """The format of the column's cells."""
    return "General" if column.input in PLAIN else FORMATS.get(column.input, "@")


def rule(column: Column, lists: Mapping[str, str], words: Words) -> DataValidation:
    """The column's rule: a note when the cell is chosen, a question when the value is strange.

    lists: the name of a list -> the cells it stands in. A question only: what people have
    always written is understood by the import as well.
    """
    made = _rule(column.input, lists, words)
    return _noted(made, column.heading, words[f"template.note.{column.note}"])


def asked(name: str, heading: str, note: str, words: Words) -> DataValidation:
    """The rule of a single cell: "year" or "any"."""
    return _noted(_rule(name, {}, words), heading, note)


def _noted(made: DataValidation, heading: str, note: str) -> DataValidation:
    made.promptTitle, made.prompt = heading[:LONGEST_HEADING], note[:LONGEST_NOTE]
    made.showInputMessage = True
    return made


def _rule(name: str, lists: Mapping[str, str], words: Words) -> DataValidation:
    if name in lists:
        made = DataValidation("list", formula1=lists[name], error=words["template.not_listed"])
    elif name in _BOUNDS:
        kind, operator, low, high = _BOUNDS[name]
        error = words["template.not_fitting"]
        made = DataValidation(kind, low, high, operator=operator, error=error)
    else:
        return DataValidation()
    made.allow_blank = True
    made.errorStyle = "warning"
    made.showErrorMessage = name != "answer"  # other questions have numbers for answers
    return made
