"""Remarks that are made once a column, however many of its cells they are about."""

from collections import defaultdict
from typing import TypeVar

from dashboard.importing.records.context import Context
from dashboard.importing.table.notices import runs
from dashboard.importing.values.cells import Problem

Value = TypeVar("Value")

ONCE = frozenset(("ages_in_groups", "birth_year_unclear", "sex_in_codes"))


class Tallies:
    """Counts the rows of each problem that is told once."""

    def __init__(self, context: Context):
        self.context = context
        self.rows: dict[tuple[str, str, int], list[int]] = defaultdict(list)

    def add(self, code: str, severity: str, column: int, index: int) -> None:
        """A row more."""
        self.rows[code, severity, column].append(index)

    def unless(
        self, found: Value | Problem, index: int, column: int | None, value: object
    ) -> Value | None:
        """The value found; a Problem is counted or told, and the value None."""
        if not isinstance(found, Problem):
            return found
        if found.code in ONCE:
            self.add(found.code, found.severity, column or 0, index)
            return None
        return self.context.remarks.unless(found, index, column, value)

    def tell(self) -> None:
        """A remark on the first cell of each, with how many there are and where."""
        for (code, severity, column), rows in self.rows.items():
            value = self.context.table.sheet.rows[rows[0]][column]
            holes = {"count": str(len(rows)), "rows": runs(rows, lambda row: str(row + 1))}
            self.context.remarks.on_cell(rows[0], column, value, Problem(code, severity, holes))
