"""The findings on one sheet, gathered while its rows are read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from dashboard.importing.model.finding import Finding
from dashboard.importing.model.sheet import letter, place, typed
from dashboard.importing.values.cells import Problem

Value = TypeVar("Value")


@dataclass(frozen=True)
class Remarks:
    """Findings in the order of the rows. labels: column -> heading."""

    sheet: str
    labels: Mapping[int, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def on_sheet(self, code: str, severity: str, **holes: str) -> None:
        """A remark on the whole sheet."""
        self.findings.append(Finding(code, severity, self.sheet, holes=holes))

    def on_cell(self, row: int, column: int, value: object, problem: Problem) -> None:
        """A remark on one cell."""
        heading = self.labels.get(column) or letter(column)
        where = (self.sheet, place(row, column), heading, typed(value))
        self.findings.append(Finding(problem.code, problem.severity, *where, problem.holes))

    def unless(
        self, found: Value | Problem, row: int, column: int | None, value: object
    ) -> Value | None:
        """The value found; a Problem becomes a finding on the cell, and the value None."""
        if not isinstance(found, Problem):
            return found
        self.on_cell(row, column or 0, value, found)
        return None
